package org.dawen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dawen.lake.Language;
import org.dawen.lake.Message;

/** What a night found in a generated city, held against what {@link CityDay} put there. */
final class CityAnswers {
  private static final int NOTHING_MISSED = 0;
  private static final int DIFFERENT = 4;
  private static final String NO_CLEAN_TRUCK = Message.of("sample.none-wrong").in(Language.EN);

  /** A rule whose last figure, its recall, is less than one. */
  private static final String MISSED = "OBD_.* 0\\.\\d+";

  private CityAnswers() {}

  /**
   * Compares all three keys.
   *
   * @return a sentence each
   * @throws IllegalStateException if something is missed or found that is not there
   */
  static List<String> check(LaunchedNight.Place place, String lake)
      throws IOException, InterruptedException {
    String at = "--lake=" + place.city().resolve(lake);
    List<String> sentences = new ArrayList<>();
    sentences.add(
        compare(
            "hours of outlets above their limit",
            place.city().resolve(CityDay.ABOVE_LIMITS),
            place.output(
                List.of(NOTHING_MISSED),
                "sql",
                at,
                "--format=csv",
                "SELECT outlet_code, pollutant_code, strftime(hour_start, '%Y-%m-%d %H:%M:%S')"
                    + " FROM source.exceedance_hour")));
    sentences.add(
        compare(
            "enterprises that run without treatment",
            place.city().resolve(CityDay.NOT_TREATED),
            place.output(
                List.of(NOTHING_MISSED),
                "sql",
                at,
                "--format=csv",
                "SELECT DISTINCT enterprise_code FROM power.anomaly WHERE rule ="
                    + " 'TREATMENT_OFF'")));
    String trucks =
        place.output(
            List.of(NOTHING_MISSED, DIFFERENT),
            "sample",
            "check",
            at,
            "--lang=en",
            "--answers=" + place.city().resolve("answers_obd.csv"));
    if (!trucks.contains(NO_CLEAN_TRUCK) || trucks.lines().anyMatch(l -> l.matches(MISSED))) {
      throw new IllegalStateException("anomalies of trucks differ from the key:\n" + trucks);
    }
    long rules = trucks.lines().filter(l -> l.startsWith("OBD_")).count();
    sentences.add(
        "anomalies of trucks: all planted ones of %d rules, no clean truck".formatted(rules));
    return sentences;
  }

  private static String compare(String what, Path key, String csv) throws IOException {
    TreeSet<String> expected = new TreeSet<>(Files.readAllLines(key));
    TreeSet<String> found = new TreeSet<>(csv.lines().skip(1).toList());
    if (!found.equals(expected)) {
      TreeSet<String> missed = new TreeSet<>(expected);
      missed.removeAll(found);
      found.removeAll(expected);
      throw new IllegalStateException(
          "%s differ from the key: missed %s, found besides %s".formatted(what, missed, found));
    }
    return "%s: all %,d and no other".formatted(what, expected.size());
  }
}
