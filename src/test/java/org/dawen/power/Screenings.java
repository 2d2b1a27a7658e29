package org.dawen.power;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.dawen.registry.MeterRole;
import org.dawen.run.Settings;

/** Screening without Spark, by the shipped thresholds. */
final class Screenings {
  static final Settings SHIPPED =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));
  static final ScreeningThresholds THRESHOLDS = ScreeningThresholds.of(SHIPPED);

  private Screenings() {}

  static long seconds(String time) {
    return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
  }

  static String time(long seconds) {
    return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC).toString();
  }

  static long day(String day) {
    return LocalDate.parse(day).toEpochDay();
  }

  static MeterFacts meter(
      String code, MeterRole role, String facility, long ratedKw, String... on) {
    return new MeterFacts(
        code,
        "E1",
        role,
        facility,
        Set.of(on),
        ratedKw * 10_000,
        false,
        false,
        Long.MIN_VALUE,
        Long.MAX_VALUE);
  }

  /** Every day from the first to the last is delivered to its end. */
  static TreeMap<Long, Long> delivered(long firstDay, long lastDay) {
    TreeMap<Long, Long> until = new TreeMap<>();
    for (long d = firstDay; d <= lastDay; d++) {
      until.put(d, (d + 1) * 86_400);
    }
    return until;
  }

  /** Findings of all days, each as "rule subject from to minutes". */
  static List<String> texts(
      EnterpriseScreening screening, MeterRegister register, long firstDay, long lastDay) {
    List<String> texts = new ArrayList<>();
    for (long d = firstDay; d <= lastDay; d++) {
      for (Finding f : screening.findings(register.on(d), d)) {
        texts.add(
            "%s %s %s %s %d %s"
                .formatted(
                    f.rule(),
                    f.subject(),
                    time(f.from()),
                    time(f.to()),
                    f.seconds() / 60,
                    String.join(";", f.meters())));
      }
    }
    return texts;
  }
}
