package org.dawen.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.lake.TestRows;
import org.dawen.registry.TreatmentLink;
import org.dawen.run.Settings;

/** Hours and links of treatment for the tests; what a test does not name is usual. */
final class TreatmentRows {
  static final TreatmentThresholds SHIPPED =
      TreatmentThresholds.of(
          Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml")));

  private TreatmentRows() {}

  /** Columns of {@code source.outlet_hour}; a usual one is judgeable, with flag N, at 08:00. */
  static List<TreatedHour> hours(String... lines) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : GoldenCase.csv(List.of(lines))) {
      Map<String, String> whole = new java.util.LinkedHashMap<>();
      whole.put("outlet_code", "O1");
      whole.put("hour_start", "2024-03-05T08:00");
      whole.put("enterprise_code", "E1");
      whole.put("county_code", "370902");
      whole.put("data_flag", "N");
      whole.put("is_judgeable", "true");
      whole.put("file_id", "hj212.txt");
      whole.put("record_no", "1");
      row.forEach(
          (c, v) -> {
            if (v != null && !v.isEmpty()) {
              whole.put(c, v);
            }
          });
      whole.put("data_day", whole.get("hour_start").substring(0, 10));
      rows.add(whole);
    }
    return TestRows.records(TreatedHour.class, rows);
  }

  static List<TreatmentLink> links(String... lines) {
    return GoldenCase.records(
        TreatmentLink.class,
        Map.of(
            "outlet_code", "O1",
            "pollutant_code", "a21026",
            "removal_basis", "mass",
            "design_removal_percent", "95",
            "file_id", "treatment_links.csv",
            "record_no", "2"),
        List.of(lines));
  }

  /** All rows of all groups, as the pass computes them. */
  static List<Record> computed(List<TreatmentLink> links, List<TreatedHour> hours) {
    TreatmentRegister register = new TreatmentRegister(links);
    TreatmentDays days = new TreatmentDays(register, SHIPPED);
    List<Record> rows = new ArrayList<>();
    hours.stream()
        .filter(h -> register.groupOf(h) != null)
        .collect(
            java.util.stream.Collectors.groupingBy(
                register::groupOf, java.util.TreeMap::new, java.util.stream.Collectors.toList()))
        .forEach((group, of) -> days.of(group, of, rows::add));
    return rows;
  }

  static <R extends Record> List<R> of(Class<R> type, List<Record> rows) {
    return SourceRows.of(type, rows);
  }
}
