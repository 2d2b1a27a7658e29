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
  private static final String STORAGE = "storage_over_one_year";

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
    List<Line> found =
        results.lines("waste.finding", DaySet.between(null, day)).stream()
            .filter(f -> f.is("finding", STORAGE) || !f.day("data_day").isBefore(from()))
            .map(f -> named(f, units, names))
            .toList();
    this.storage =
        results.lines("waste.batch", DaySet.between(null, day)).stream()
            .filter(this::isTooLong)
            .map(b -> named(b, units, names).with("mass_t", massTooLong(b, found)))
            .map(b -> b.with("stored_days", ChronoUnit.DAYS.between(b.day("stored_since"), day)))
            .sorted(Results.by("force").thenComparing(Results.byMost("mass_t")))
            .toList();
    this.findings =
        found.stream()
            .filter(f -> !f.is("finding", STORAGE))
            .sorted(Results.by("unit_code", "data_day", "finding", "object_no"))
            .toList();
  }

  private LocalDate from() {
    return day.minusDays(DAYS);
  }

  /** In store on the day, though it might be so only up to an earlier one. */
  private boolean isTooLong(Line batch) {
    LocalDate until = batch.day("keep_until");
    LocalDate emptied = batch.day("emptied_on");
    return until != null && until.isBefore(day) && (emptied == null || emptied.isAfter(day));
  }

  /** Mass in stock on the day the limit passed; the current stock if no record covers that day. */
  private static BigDecimal massTooLong(Line batch, List<Line> found) {
    return found.stream()
        .filter(f -> f.is("finding", STORAGE) && f.is("object_no", batch.text("batch_no")))
        .filter(f -> f.is("unit_code", batch.text("unit_code")))
        .filter(f -> f.is("waste_code", batch.text("waste_code")))
        .filter(f -> f.is("data_day", batch.day("keep_until").plusDays(1)))
        .map(f -> f.number("mass_t"))
        .findFirst()
        .orElse(batch.number("stock_t"));
  }

  private static Line named(Line line, Map<String, String> units, Names names) {
    String unit = line.text("unit_code");
    return names.named(line).with("unit_name", units.getOrDefault(unit, unit));
  }

  /** What a county has to look at; all counties: null. */
  List<Sheet> of(String county) {
    Map<String, Object> words = Map.of("day", day, "from", from());
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
            : "库存%s吨；超期贮存%d批，其中持证单位%d批；近%d天联单与台账问题%d条。"
                .formatted(shown, storage.size(), binding, DAYS, findings.size()),
        stock.isEmpty()
            ? "There is no ledger of hazardous waste."
            : "%s t are in store. %s been stored too long, %d of them by units with a permit (binding). The last %d days have %s in manifests and ledgers."
                .formatted(
                    shown,
                    Words.count(storage.size(), "batch has", "batches have"),
                    binding,
                    DAYS,
                    Words.count(findings.size(), "finding", "findings")),
        "waste.stock_day: sum(stock_t), last_day; waste.batch: keep_until < %s, emptied_on; waste.finding: count(*)"
            .formatted(day),
        List.of(),
        List.of(),
        folded);
  }
}
