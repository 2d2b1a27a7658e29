package org.dawen.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dawen.registry.MeterRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each screening rule on a case worked out by hand. {@code given-interval.csv} tells stretches of a
 * quarter of an hour each: meter, from, to, power, and where they matter current and flag.
 */
class AnomalyGoldenTest {
  private static final long QUARTER = 900;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "treatment-off",
        "over-midnight-and-for-days",
        "late-start-and-early-stop",
        "under-load",
        "two-lines-two-units",
        "constant-current",
        "flags-of-registers-and-phases",
        "offline",
        "night-production",
        "replaced-and-mixed-lengths"
      })
  void findingsAreAsWorkedOutByHand(String name) {
    String folder = "/golden/power.anomaly/" + name + "/";
    List<MeterFacts> meters =
        csv(folder + "given-meter.csv").stream().map(AnomalyGoldenTest::facts).toList();
    List<Map<String, String>> stretches = csv(folder + "given-interval.csv");
    List<Map<String, String>> days = csv(folder + "given-day.csv");
    EnterpriseScreening screening =
        new EnterpriseScreening(
            Screenings.THRESHOLDS,
            Screenings.delivered(
                Screenings.day(days.get(0).get("delivered_from")),
                Screenings.day(days.get(0).get("delivered_to"))));
    fill(screening, stretches);
    for (Map<String, String> ratio : csv(folder + "given-ratio.csv")) {
      long last = Screenings.day(ratio.get("last_day"));
      for (long d = last - Long.parseLong(ratio.get("days")) + 1; d <= last; d++) {
        screening.addUsual(
            ratio.get("meter_code"),
            d,
            e8(ratio.get("load_ratio")),
            e8(ratio.get("lowest")),
            new BigDecimal(ratio.get("power_kw")).movePointRight(4).longValueExact());
      }
    }

    List<String> found =
        Screenings.texts(
            screening,
            new MeterRegister(meters),
            Screenings.day(days.get(0).get("delivered_from")),
            Screenings.day(days.get(0).get("delivered_to")));

    assertThat(found)
        .as(name)
        .containsExactlyInAnyOrderElementsOf(
            csv(folder + "expected.csv").stream()
                .map(
                    e ->
                        Stream.of(
                                "rule",
                                "subject_code",
                                "starts_at",
                                "ends_at",
                                "lasting_minutes",
                                "meter_codes")
                            .map(e::get)
                            .reduce((a, b) -> a + " " + b)
                            .orElseThrow())
                .toList());
  }

  private static long e8(String number) {
    return new BigDecimal(number).movePointRight(8).longValueExact();
  }

  private static MeterFacts facts(Map<String, String> m) {
    String dependsOn = m.getOrDefault("depends_on", "");
    return new MeterFacts(
        m.get("meter_code"),
        "E1",
        MeterRole.valueOf(m.get("role").toUpperCase(Locale.ROOT)),
        m.getOrDefault("facility_code", null),
        dependsOn.isEmpty() ? Set.of() : Set.of(dependsOn),
        new BigDecimal(m.get("rated_kw")).movePointRight(4).longValueExact(),
        "true".equals(m.get("is_constant_load")),
        "true".equals(m.get("is_night_shutdown")),
        m.getOrDefault("valid_from", "").isEmpty()
            ? Long.MIN_VALUE
            : Screenings.day(m.get("valid_from")),
        m.getOrDefault("valid_to", "").isEmpty()
            ? Long.MAX_VALUE
            : Screenings.day(m.get("valid_to")));
  }

  private static void fill(EnterpriseScreening screening, List<Map<String, String>> stretches) {
    record Interval(String meter, long from, long to, long power, long current, int flags) {}
    List<Interval> intervals = new ArrayList<>();
    for (Map<String, String> s : stretches) {
      long from = Screenings.seconds(s.get("starts_at"));
      long to = Screenings.seconds(s.get("ends_at"));
      long length =
          s.getOrDefault("each_minutes", "").isEmpty()
              ? QUARTER
              : 60 * Long.parseLong(s.get("each_minutes"));
      String current = s.getOrDefault("current_a", "");
      String flag = s.getOrDefault("flag", "");
      for (long at = from; at < to; at += length) {
        intervals.add(
            new Interval(
                s.get("meter_code"),
                at,
                at + length,
                s.get("power_kw").isEmpty()
                    ? MeterSeries.MISSING
                    : new BigDecimal(s.get("power_kw")).movePointRight(4).longValueExact(),
                current.isEmpty()
                    ? MeterSeries.MISSING
                    : new BigDecimal(current).movePointRight(6).longValueExact(),
                flag.isEmpty() ? MeterSeries.IS_USABLE : Integer.parseInt(flag)));
      }
    }
    intervals.sort(Comparator.comparing(Interval::meter).thenComparingLong(Interval::from));
    for (Interval i : intervals) {
      screening.series(i.meter()).add(i.from(), i.to(), i.power(), i.current(), i.flags());
    }
  }

  private static List<Map<String, String>> csv(String resource) {
    InputStream in = AnomalyGoldenTest.class.getResourceAsStream(resource);
    if (in == null) {
      return List.of();
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String[]> lines =
          reader.lines().filter(l -> !l.isBlank()).map(l -> l.split(",", -1)).toList();
      List<Map<String, String>> rows = new ArrayList<>();
      for (String[] cells : lines.subList(1, lines.size())) {
        assertThat(cells).as(resource + Arrays.toString(cells)).hasSameSizeAs(lines.get(0));
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
          row.put(lines.get(0)[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
