package org.dawen.water;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.intake.Provenance;
import org.dawen.lake.TestRows;
import org.dawen.registry.Period;
import org.dawen.registry.WaterSection;
import org.dawen.run.Settings;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;
import org.dawen.standard.WaterVectors;

/** Rows for the tests of this room. */
final class WaterSamples {
  private static final Period ALWAYS = new Period(null, null);

  private static final Settings SHIPPED =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));

  private WaterSamples() {}

  /** The rules as shipped, and others in their place. */
  static ScreeningRules rules(String... others) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < others.length; i += 2) {
      values.put("water.screening." + others[i], others[i + 1]);
    }
    return ScreeningRules.of(SHIPPED.with(values));
  }

  /** A section of county 370902 in city 370900. */
  static WaterSection section(String code, String body, String target) {
    return new WaterSection(
        code,
        code,
        "body of " + code,
        body == null ? null : WaterSection.WaterBodyKind.valueOf(body.toUpperCase(Locale.ROOT)),
        WaterSection.SectionLevel.NATIONAL,
        "370902",
        "370900",
        null,
        null,
        target == null
            ? null
            : WaterSection.TargetClass.values()[WaterClass.ofLabel(target).ordinal()],
        null,
        null,
        null,
        ALWAYS,
        "registry/sections.csv",
        2);
  }

  static SectionRegister register(WaterSection... sections) {
    return new SectionRegister(List.of(sections), List.of());
  }

  static Provenance file(String fileId, long recordNo) {
    return new Provenance(null, "00000000000000#000000", fileId, recordNo);
  }

  static Provenance seen(String instant, long recordNo) {
    return new Provenance(
        Instant.parse(instant), "00000000000000#000000", "water/" + instant + ".csv", recordNo);
  }

  static WaterValue automatic(String section, String time, WaterItem item, String value) {
    return value(
        section, time, WaterMethod.AUTOMATIC, item, measured(value), null, file("water/a.csv", 2));
  }

  static WaterValue manual(String section, String time, WaterItem item, String value) {
    return value(
        section, time, WaterMethod.MANUAL, item, measured(value), null, file("water/m.csv", 2));
  }

  /** Below a limit of detection. */
  static WaterValue below(String section, String time, WaterItem item, String limit) {
    return value(
        section,
        time,
        WaterMethod.MANUAL,
        item,
        new Measured(null, true, limit == null ? null : new BigDecimal(limit)),
        null,
        file("water/m.csv", 2));
  }

  static Measured measured(String value) {
    return value == null ? Measured.NOTHING : Measured.of(new BigDecimal(value));
  }

  static WaterValue value(
      String section,
      String time,
      WaterMethod method,
      WaterItem item,
      Measured measured,
      WaterClass published,
      Provenance provenance) {
    LocalDateTime at = LocalDateTime.parse(time);
    return new WaterValue(
        section, at, at.toLocalDate(), method, item, measured, null, published, null, provenance);
  }

  /** The automatic values of a row whose cells are named after the items. */
  static List<WaterValue> values(
      String section, String time, Map<String, String> row, WaterClass published, Provenance from) {
    List<WaterValue> values = new ArrayList<>();
    WaterVectors.values(row)
        .forEach(
            (item, value) ->
                values.add(
                    value(
                        section,
                        time,
                        WaterMethod.AUTOMATIC,
                        item,
                        Measured.of(value),
                        published,
                        from)));
    return values;
  }

  /**
   * Values from cells of {@code received.water}; what is not given of the file is a harmless
   * default.
   */
  static List<WaterValue> landed(String resource) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Map<String, String> row : TestRows.csv(resource)) {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("method", "automatic");
      cells.put("is_below_detection", "false");
      cells.put("file_order", "00000000000000#000000");
      cells.put("file_id", "water/test.csv");
      cells.put("record_no", String.valueOf(all.size() + 2));
      row.forEach(
          (name, text) -> cells.merge(name, text, (usual, own) -> own.isEmpty() ? usual : own));
      cells.put("data_day", row.get("observed_at").substring(0, 10));
      all.add(cells);
    }
    return TestRows.records(WaterValue.class, all);
  }

  /** The sections of a case and no counties. */
  static SectionRegister registered(String resource) {
    List<Map<String, String>> rows = TestRows.csv(resource);
    rows.forEach(row -> row.remove("name", ""));
    return new SectionRegister(TestRows.records(WaterSection.class, rows), List.of());
  }

  /** Observations, section by section. */
  static List<WaterObservation> observations(
      SectionRegister register, ScreeningRules rules, List<WaterValue> values) {
    Observations rule = new Observations(register, rules);
    return bySection(values).entrySet().stream()
        .flatMap(e -> rule.of(e.getKey(), e.getValue()).stream())
        .toList();
  }

  static TreeMap<String, List<WaterValue>> bySection(List<WaterValue> values) {
    return WaterValue.sorted(values).stream()
        .collect(Collectors.groupingBy(WaterValue::sectionCode, TreeMap::new, Collectors.toList()));
  }

  /** Months by all ways, section by section. */
  static List<SectionFigures.Month> months(
      SectionRegister register, ScreeningRules rules, List<WaterValue> values) {
    SectionMonths rule = new SectionMonths(register);
    return bySection(values).values().stream()
        .flatMap(of -> rule.of(byMethod(observations(register, rules, of))).stream())
        .toList();
  }

  /** The months of a section by method, from its observations. */
  static List<SectionMethodMonth> byMethod(List<WaterObservation> observations) {
    return observations.stream()
        .map(WaterObservation::counted)
        .collect(
            Collectors.groupingBy(
                v -> v.dataDay().withDayOfMonth(1), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .flatMap(month -> SectionMethodMonth.of(month.getKey(), month.getValue()).stream())
        .toList();
  }

  /** Months by the province's rule alone. */
  static List<SectionFigures.Month> provinceMonths(
      SectionRegister register, List<WaterValue> values) {
    return months(register, rules(), values).stream()
        .filter(m -> m.month().way() == Way.PROVINCE_RULE)
        .toList();
  }
}
