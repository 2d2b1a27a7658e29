package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dawen.lake.TestRows;
import org.dawen.run.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each planted case is found, and a lively series beside it trips nothing. */
class SuspectRulesTest {
  private static final LocalDateTime FIRST = LocalDateTime.parse("2024-03-01T00:00:00");
  private static final SuspectThresholds THRESHOLDS =
      SuspectThresholds.of(
          Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml")));
  private static final Map<String, String> USUAL =
      Map.of("data_flag", "N", "is_judgeable", "true", "limit_id", "P", "limit_value", "50");
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd-HH");

  private static List<String> found;

  /** Writes the hours of all cases, one outlet each, and screens them once. */
  @BeforeAll
  static void screen() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "outlet_code,pollutant_code,hour_start,data_day,avg_value,zs_avg_value,judged_value,"
            + "cou_value,o2_percent,reference_o2_percent,data_flag");
    Random random = new Random(7);
    for (int h = 0; h < 48; h++) {
      String lively = cents(1500 + random.nextInt(2500));
      add(lines, "CLEAN", "a21002", h, lively, "N");
      add(lines, "FLAT", "a21002", h, h >= 30 && h < 38 ? "33.25" : lively, "N");
      add(lines, "SHORT_FLAT", "a21002", h, h >= 30 && h < 37 ? "33.25" : lively, "N");
      add(lines, "TOP", "a21002", h, h >= 30 && h < 43 ? cents(4900 + h % 5 * 10) : lively, "N");
      add(lines, "COPY", "a21002", h, cents(2000 + h % 24 * 37), "N");
      add(lines, "QUANT", "a21002", h, h < 24 ? lively : String.valueOf(20 + h % 3), "N");
      add(
          lines,
          "RISE",
          "a21002",
          h,
          h == 34 ? "43" : h == 35 ? "48" : lively,
          h >= 36 && h < 39 ? "M" : "N");
      add(
          lines,
          "CALM",
          "a21002",
          h,
          h == 34 ? "23" : h == 35 ? "24" : lively,
          h >= 36 && h < 39 ? "M" : "N");
      // Eight hours over midnight; fourteen before it are a line of the first day alone.
      add(lines, "NIGHT_FLAT", "a21002", h, h >= 20 && h < 28 ? "33.25" : lively, "N");
      add(lines, "LONG_FLAT", "a21002", h, h >= 10 && h < 26 ? "33.25" : lively, "N");
      add(
          lines,
          "NIGHT_RISE",
          "a21002",
          h,
          h == 22 ? "43" : h == 23 ? "48" : lively,
          h >= 24 && h < 27 ? "D" : "N");
      // A measured mean of zero whose converted mean and amount are none.
      String zero = h >= 40 && h < 44 ? "0.00" : lively;
      lines.add(gas("ZERO", h, zero, converted(lively, "7"), cou(lively), "7"));
      add(lines, "ZERO", "a00000", h, "70", "N");
      // Micrograms in a litre, grams in an hour: 100,000 m3 of 1 ug/L carry 100 g.
      lines.add(
          gas("HG", h, lively, "", new BigDecimal(lively).multiply(new BigDecimal("100")) + "", "")
              .replace("a21002", "w20111")
              .replace(",6,N", ",,N"));
      add(lines, "HG", "w00000", h, "27778", "N");
      add(lines, "WATER", "w21001", h, "8" + lively, "N");
      add(lines, "WATER", "w21003", h, h >= 30 && h < 33 ? "9999" : lively, "N");
      boolean diluted = h >= 30 && h < 34;
      String o2 = diluted ? "14" : cents(600 + random.nextInt(60));
      String mean = diluted ? "10" : lively;
      lines.add(gas("DILUTED", h, mean, converted(mean, o2), "", o2));
      lines.add(gas("ZS", h, lively, h == 40 ? "12.00" : converted(lively, "7"), "", "7"));
      lines.add(
          gas(
              "MASS",
              h,
              lively,
              converted(lively, "7"),
              h >= 40 && h < 44 ? "1" : cou(lively),
              "7"));
      add(lines, "MASS", "a00000", h, "70", "N");
    }
    List<String> withFlow =
        lines.stream()
            .map(l -> l.contains(",a00000,") ? l.replace(",70,,70,,", ",70,,,250000,") : l)
            .map(l -> l.contains(",w00000,") ? l.replace(",27778,,27778,,", ",27778,,,100000,") : l)
            .toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> given : GoldenCase.csv(withFlow)) {
      Map<String, String> row = new LinkedHashMap<>(USUAL);
      row.putAll(given);
      String code = row.get("pollutant_code");
      if (code.equals("a00000") || code.equals("w00000")) {
        row.remove("limit_id");
      }
      row.put("unit", code.equals("w20111") ? "ug/L" : code.startsWith("w") ? "mg/L" : "mg/m3");
      rows.add(row);
    }
    found =
        SourceRows.suspects(TestRows.records(HourOfOutlet.class, rows), THRESHOLDS).stream()
            .map(
                s ->
                    "%s %s %s %s %d %s"
                        .formatted(
                            s.outletCode(),
                            s.pollutantCode(),
                            SHOWN.format(s.firstHour()),
                            SHOWN.format(s.lastHour()),
                            s.suspectHours(),
                            s.suspectRule()))
            .sorted()
            .toList();
  }

  private static String cents(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }

  private static String converted(String mean, String o2) {
    return new BigDecimal(mean)
        .multiply(new BigDecimal("15"))
        .divide(
            new BigDecimal("21").subtract(new BigDecimal(o2)), 2, java.math.RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static String cou(String mean) {
    return new BigDecimal(mean).multiply(new BigDecimal("0.25")).toPlainString();
  }

  private static void add(
      List<String> lines, String outlet, String code, int h, String mean, String flag) {
    LocalDateTime at = FIRST.plusHours(h);
    lines.add(
        String.join(
            ",",
            outlet,
            code,
            at.toString(),
            at.toLocalDate().toString(),
            mean,
            "",
            mean,
            "",
            "",
            "",
            flag));
  }

  private static String gas(String outlet, int h, String mean, String zs, String cou, String o2) {
    LocalDateTime at = FIRST.plusHours(h);
    return String.join(
        ",",
        outlet,
        "a21002",
        at.toString(),
        at.toLocalDate().toString(),
        mean,
        zs,
        zs,
        cou,
        o2,
        "6",
        "N");
  }

  @Test
  void everyPlantedCaseIsFoundAndNothingElse() {
    assertThat(found)
        .containsExactlyInAnyOrder(
            "FLAT a21002 02-06 02-13 8 FLAT_LINE",
            "TOP a21002 02-06 02-18 13 FLAT_TOP",
            "COPY a21002 02-00 02-23 24 COPIED_DAY",
            "QUANT a21002 02-00 02-23 24 QUANTISED",
            "RISE a21002 02-12 02-12 1 FLAG_COVERS_RISE",
            "NIGHT_FLAT a21002 01-20 02-03 8 FLAT_LINE",
            "LONG_FLAT a21002 01-10 01-23 14 FLAT_LINE",
            "NIGHT_RISE a21002 02-00 02-00 1 FLAG_COVERS_RISE",
            "ZERO a21002 02-16 02-19 4 ZS_NOT_CONSISTENT",
            "ZERO a21002 02-16 02-19 4 MASS_NOT_CONSISTENT",
            "WATER w21003 02-06 02-08 3 NH3N_ABOVE_TN",
            "DILUTED a21002 02-06 02-09 4 DILUTION",
            "ZS a21002 02-16 02-16 1 ZS_NOT_CONSISTENT",
            "MASS a21002 02-16 02-19 4 MASS_NOT_CONSISTENT");
  }
}
