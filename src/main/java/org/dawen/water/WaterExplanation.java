package org.dawen.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.standard.BodyKind;
import org.dawen.standard.Provision;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterLimit;
import org.dawen.standard.WaterPeriods;
import org.dawen.standard.WaterPurpose;
import org.dawen.standard.WaterRegime;

/**
 * A month of a section: its class and the rule, the items that decide it, the readings with the
 * largest share in them with their versions, and what screening leaves out.
 */
public final class WaterExplanation implements Explanation {
  private static final Table MONTH = Table.of(SectionMonth.class);

  private static final int MOST_ITEMS = 6;
  private static final int MOST_TEXTS = 6;

  @Override
  public Table table() {
    return MONTH;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    String section = row.text("section_code");
    LocalDate start = row.day("month_start");
    List<SectionItemMonth> items =
        evidence
            .rows(
                SectionItemMonth.class,
                "section_code = %s AND month_start = DATE'%s' AND way = %s"
                    .formatted(SqlLiteral.of(section), start, SqlLiteral.of(row.text("way"))))
            .stream()
            .sorted(Comparator.comparing(SectionItemMonth::item))
            .toList();
    WeightyReadings readings = new WeightyReadings(section, start, evidence);
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Class 类别", verdict(row, start)));
    sections.add(Evidence.columns("The row", MONTH, row));
    sections.add(new Section("Items 各项目", items.stream().map(WaterExplanation::said).toList()));
    deciding(row, items)
        .forEach(
            item ->
                sections.add(
                    new Section(
                        "%s: limit, and the readings that weigh most 限值与影响最大的读数"
                            .formatted(item.item()),
                        itemLines(row, item, readings))));
    sections.add(new Section("Left out or doubted by screening 筛查", readings.screened()));
    readings.records().entrySet().stream()
        .limit(MOST_TEXTS)
        .forEach(
            r ->
                sections.add(
                    evidence.rawRecord(
                        "The record " + r.getKey(),
                        r.getValue().fileId(),
                        r.getValue().recordNo())));
    return sections;
  }

  private static List<String> verdict(TableRow row, LocalDate start) {
    List<String> lines = new ArrayList<>();
    String found = row.text("water_class");
    String target = row.text("target_class");
    lines.add(
        found == null
            ? "No class: %s%s."
                .formatted(
                    row.text("no_class_reason"),
                    row.text("missing_items") == null
                        ? ""
                        : ", missing " + row.text("missing_items"))
            : "Class %s%s by the worst item, way %s."
                .formatted(
                    found,
                    row.text("state") == null ? "" : " " + row.text("state"),
                    row.text("way")));
    lines.add(
        target == null
            ? "The registry names no target class."
            : "Target %s: %s."
                .formatted(
                    target,
                    found == null
                        ? "not judged"
                        : row.truth(MONTH.column("is_target_met")) ? "met" : "missed"));
    Provision rule = WaterRegime.inForce(WaterPurpose.MONTH, start).provision();
    lines.add("Rule: " + provision(rule));
    lines.add(
        "A month is the mean of its %s, confidence %s (water_periods.csv)."
            .formatted(
                WaterPeriods.isMonthOfDayMeans(start) ? "day means" : "values",
                WaterPeriods.confidenceOfMean(WaterPurpose.MONTH, start).letter()));
    return lines;
  }

  private static String provision(Provision p) {
    return "%s, %s, confidence %s%s"
        .formatted(
            p.standard(),
            p.clause(),
            p.confidence().letter(),
            p.note().isEmpty() ? "" : " (" + p.note() + ")");
  }

  private static String said(SectionItemMonth i) {
    if (i.monthMeanValue() == null) {
      return "%s: %s".formatted(i.item(), i.itemSource());
    }
    return "%s: mean %s %s, judged as %s, class %s%s, %s%s; %d of %d values on %d days, %s to %s"
        .formatted(
            i.item(),
            Evidence.shown(i.monthMeanValue()),
            i.unit(),
            Evidence.shown(i.judgedValue()),
            Evidence.shown(i.itemClass()),
            i.timesOverLimit() == null
                ? ""
                : ", %s times over Ⅲ".formatted(Evidence.shown(i.timesOverLimit())),
            i.itemSource(),
            i.sourceMonthStart() == null || i.sourceMonthStart().equals(i.monthStart())
                ? ""
                : " of " + i.sourceMonthStart(),
            i.usedCount(),
            i.receivedCount(),
            i.dayCount(),
            Evidence.shown(i.leastValue()),
            Evidence.shown(i.largestValue()));
  }

  /** The items of the section's class; where there is none, those with a class, the worst first. */
  private static List<SectionItemMonth> deciding(TableRow row, List<SectionItemMonth> items) {
    WaterClass worst =
        row.text("water_class") == null ? null : WaterClass.ofLabel(row.text("water_class"));
    WaterClass target =
        row.text("target_class") == null ? null : WaterClass.ofLabel(row.text("target_class"));
    return items.stream()
        .filter(i -> i.itemClass() != null && i.usedCount() > 0)
        .filter(
            i ->
                worst == null
                    || i.itemClass() == worst
                    || target != null && i.itemClass().isWorseThan(target))
        .sorted(Comparator.comparing(SectionItemMonth::itemClass).reversed())
        .limit(MOST_ITEMS)
        .toList();
  }

  private static List<String> itemLines(
      TableRow month, SectionItemMonth item, WeightyReadings readings) {
    List<String> lines = new ArrayList<>();
    limit(month, item).ifPresent(lines::add);
    lines.addAll(readings.of(item));
    return lines;
  }

  private static Optional<String> limit(TableRow month, SectionItemMonth item) {
    BodyKind body =
        month.text("body_kind") == null ? null : BodyKind.ofWord(month.text("body_kind"));
    return body == null
        ? Optional.of("It is not known whether this is a river or a lake.")
        : WaterLimit.inForce(item.item(), body, item.monthStart())
            .map(limit -> limits(limit) + "; " + provision(limit.provision()));
  }

  private static String limits(WaterLimit limit) {
    List<String> ranges = new ArrayList<>();
    for (WaterClass c : WaterClass.values()) {
      if (c != WaterClass.WORSE) {
        WaterLimit.Range range = limit.range(c);
        ranges.add(
            c
                + (range.least() == null ? "" : " ≥ " + range.least())
                + (range.most() == null ? "" : " ≤ " + range.most()));
      }
    }
    return "limits %s (%s)".formatted(String.join(", ", ranges), limit.unit());
  }
}
