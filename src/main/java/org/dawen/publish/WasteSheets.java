package org.dawen.publish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dawen.lake.DaySet;

/** Hazardous waste in the brief and in the workbooks: storage too long, manifests, ledgers. */
final class WasteSheets {
  private static final int DAYS = 30;

  private final Results results;
  private final LocalDate day;
  private final List<Line> storage;
  private final List<Line> findings;

  WasteSheets(Results results, Names names, LocalDate day) {
    this.results = results;
    this.day = day;
    Map<String, String> units = new HashMap<>();
    Names.valid(results, "registry.waste_unit", day, "unit_code", "name")
        .forEach(u -> units.put(u.text("unit_code"), u.text("name")));
    this.storage =
        results.lines("waste.batch", DaySet.between(null, day)).stream()
            .filter(b -> b.day("keep_until") != null && b.day("keep_until").isBefore(day))
            .map(
                b ->
                    b.with("span_days", ChronoUnit.DAYS.between(b.day("stored_since"), day))
                        .with("object_no", b.text("batch_no")))
            .map(b -> named(b, units, names))
            .sorted(Results.by("force").thenComparing(Results.byMost("stock_t")))
            .toList();
    this.findings =
        results.lines("waste.finding", DaySet.between(day.minusDays(DAYS), day)).stream()
            .filter(f -> !f.is("finding", "storage_over_one_year"))
            .map(f -> named(f, units, names))
            .sorted(Results.by("unit_code", "data_day", "finding", "object_no"))
            .toList();
  }

  private static Line named(Line line, Map<String, String> units, Names names) {
    String unit = line.text("unit_code");
    return names.named(line).with("unit_name", units.getOrDefault(unit, unit));
  }

  /** What a county has to look at; all counties: null. */
  List<Sheet> of(String county) {
    Map<String, Object> words = Map.of("day", day, "from", day.minusDays(DAYS));
    return List.of(
        Sheets.of(results, "waste_storage", words, of(county, storage)),
        Sheets.of(results, "waste_findings", words, of(county, findings)));
  }

  private static List<Line> of(String county, List<Line> lines) {
    return lines.stream()
        .filter(l -> county == null || Objects.equals(county, l.text("county_code")))
        .toList();
  }

  Section section() {
    List<Line> stock =
        results.lines("waste.stock_day", DaySet.between(null, day)).stream()
            .filter(s -> s.day("last_day") == null || !s.day("last_day").isBefore(day))
            .toList();
    BigDecimal inStore =
        stock.stream().map(s -> s.number("stock_t")).reduce(BigDecimal.ZERO, BigDecimal::add);
    long binding = storage.stream().filter(b -> b.is("force", "binding")).count();
    List<Sheet> folded = new ArrayList<>();
    of((String) null).stream().filter(s -> !s.lines().isEmpty()).forEach(folded::add);
    String shown = inStore.stripTrailingZeros().toPlainString();
    return new Section(
        "waste",
        "危险废物",
        "Hazardous waste",
        stock.isEmpty()
            ? "没有危险废物台账。"
            : "库存%s吨;超期贮存%d批,其中持证单位%d批;近%d天联单与台账问题%d条。"
                .formatted(shown, storage.size(), binding, DAYS, findings.size()),
        stock.isEmpty()
            ? "No ledger of hazardous waste."
            : "%s t in store; %d batches in store too long, %d of them binding; %d findings in manifests and ledgers of %d days."
                .formatted(shown, storage.size(), binding, findings.size(), DAYS),
        "waste.stock_day: sum(stock_t), last_day; waste.batch: keep_until < %s; waste.finding: count(*)"
            .formatted(day),
        List.of(),
        List.of(),
        folded);
  }
}
