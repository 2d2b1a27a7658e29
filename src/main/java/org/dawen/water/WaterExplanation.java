package org.dawen.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dawen.lake.Message;
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
    sections.add(new Section(Message.of("explain.class"), verdict(row, start)));
    sections.add(Evidence.columns(Message.of("explain.the-row"), MONTH, row));
    sections.add(
        new Section(
            Message.of("explain.items"), items.stream().map(WaterExplanation::said).toList()));
    deciding(row, items)
        .forEach(
            item ->
                sections.add(
                    new Section(
                        Message.of("explain.item-and-readings", item.item()),
                        itemLines(row, item, readings))));
    sections.add(new Section(Message.of("explain.screened"), readings.screened()));
    readings.records().entrySet().stream()
        .limit(MOST_TEXTS)
        .forEach(
            r ->
                sections.add(
                    evidence.rawRecord(
                        Message.of("explain.the-record", r.getKey()),
                        r.getValue().fileId(),
                        r.getValue().recordNo())));
    return sections;
  }

  private static List<Message> verdict(TableRow row, LocalDate start) {
    List<Message> lines = new ArrayList<>();
    String found = row.text("water_class");
    String target = row.text("target_class");
    lines.add(
        found == null
            ? row.text("missing_items") == null
                ? Message.of("explain.no-class", row.text("no_class_reason"))
                : Message.of(
                    "explain.no-class-missing",
                    row.text("no_class_reason"),
                    row.text("missing_items"))
            : Message.of(
                "explain.class-by-worst",
                row.text("state") == null ? found : found + " " + row.text("state"),
                row.text("way")));
    lines.add(
        target == null
            ? Message.of("explain.no-target")
            : Message.of(
                "explain.target",
                target,
                found == null
                    ? Message.of("explain.not-judged")
                    : Message.of(
                        row.truth(MONTH.column("is_target_met"))
                            ? "explain.met"
                            : "explain.missed")));
    Provision rule = WaterRegime.inForce(WaterPurpose.MONTH, start).provision();
    lines.add(Message.of("explain.rule", provision(rule)));
    lines.add(
        Message.of(
            WaterPeriods.isMonthOfDayMeans(start)
                ? "explain.month-of-day-means"
                : "explain.month-of-values",
            WaterPeriods.confidenceOfMean(WaterPurpose.MONTH, start).letter()));
    return lines;
  }

  private static Message provision(Provision p) {
    return p.note().isEmpty()
        ? Message.of("explain.provision", p.standard(), p.clause(), p.confidence().letter())
        : Message.of(
            "explain.provision-noted", p.standard(), p.clause(), p.confidence().letter(), p.note());
  }

  private static Message said(SectionItemMonth i) {
    if (i.monthMeanValue() == null) {
      return Message.of("explain.item-of", i.item(), i.itemSource());
    }
    return Message.of(
        "explain.item-month",
        i.item(),
        Evidence.shown(i.monthMeanValue()),
        i.unit(),
        Evidence.shown(i.judgedValue()),
        Message.given(
            Evidence.shown(i.itemClass()),
            i.timesOverLimit() == null
                ? null
                : Message.of("explain.times-over", Evidence.shown(i.timesOverLimit()))),
        i.sourceMonthStart() == null || i.sourceMonthStart().equals(i.monthStart())
            ? i.itemSource()
            : Message.of("explain.source-of-month", i.itemSource(), i.sourceMonthStart()),
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

  private static List<Message> itemLines(
      TableRow month, SectionItemMonth item, WeightyReadings readings) {
    List<Message> lines = new ArrayList<>();
    limit(month, item).ifPresent(lines::add);
    lines.addAll(readings.of(item));
    return lines;
  }

  private static Optional<Message> limit(TableRow month, SectionItemMonth item) {
    BodyKind body =
        month.text("body_kind") == null ? null : BodyKind.ofWord(month.text("body_kind"));
    return body == null
        ? Optional.of(Message.of("explain.body-not-known"))
        : WaterLimit.inForce(item.item(), body, item.monthStart())
            .map(
                limit ->
                    Message.of("explain.limits-by", limits(limit), provision(limit.provision())));
  }

  private static Message limits(WaterLimit limit) {
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
    return Message.of("explain.water-limits", ranges, limit.unit());
  }
}
