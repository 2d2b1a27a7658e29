package org.dawen.source;

import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.run.Evidence.shown;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dawen.intake.ReceivedGroup;
import org.dawen.intake.ReceivedHj212;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.registry.Mark;
import org.dawen.registry.Outlet;
import org.dawen.registry.Verdict;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.source.LimitLines.Subject;

/**
 * How an hour of an outlet was formed and judged: value, validity, mark, limit with standard,
 * clause and confidence, every revision received, and the packet. For a row of {@code
 * source.exceedance_hour} or {@code source.outlet_hour}.
 */
public final class ExceedanceExplanation implements Explanation {
  private static final int MOST_REVISIONS = 20;
  private static final String HOUR_DATA = "2061";

  private final Table table;

  private ExceedanceExplanation(Table table) {
    this.table = table;
  }

  /** One for exceeding hours, one for hours. */
  public static List<Explanation> all() {
    return List.of(
        new ExceedanceExplanation(SourceTables.EXCEEDANCE_HOUR),
        new ExceedanceExplanation(SourceTables.OUTLET_HOUR));
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    LocalDateTime start = row.civilTime(HOUR_START);
    Optional<OutletHour> found =
        hour(
            evidence,
            row.text(SourceTables.OUTLET_CODE),
            row.text(SourceTables.POLLUTANT_CODE),
            start);
    if (found.isEmpty()) {
      return List.of(
          Evidence.columns("The row", table, row),
          new Section(
              "Verdict 判定", List.of("The hour is not in source.outlet_hour: run the night.")));
    }
    OutletHour hour = found.get();
    return List.of(
        new Section("Verdict 判定", verdict(hour)),
        decided(hour, evidence),
        new Section("How the value was formed 判定值", value(hour)),
        new Section("Validity and marks 有效性与标记", validity(hour)),
        marks(hour, evidence),
        new Section("Limit in force 执行限值", limit(hour, evidence)),
        revisions(hour, evidence),
        evidence.rawRecord(
            "The packet in force 原始报文", hour.receipt().fileId(), hour.receipt().recordNo()));
  }

  @Override
  public String elsewhere(List<String> words) {
    return table == SourceTables.EXCEEDANCE_HOUR
        ? "That hour is not above a limit as its packets stand now, or none came: './dawen explain %s %s' says how it was judged. What a later packet withdrew is listed in %s."
            .formatted(
                SourceTables.OUTLET_HOUR,
                String.join(" ", words),
                SourceTables.WITHDRAWN_EXCEEDANCE)
        : null;
  }

  private static Optional<OutletHour> hour(
      Evidence evidence, String outlet, String pollutant, LocalDateTime start) {
    return evidence.rows(OutletHour.class, start.toLocalDate()).stream()
        .filter(h -> h.outletCode().equals(outlet) && h.pollutantCode().equals(pollutant))
        .filter(h -> h.hourStart().equals(start))
        .findFirst();
  }

  private static List<String> verdict(OutletHour hour) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "outlet %s, enterprise %s, factor %s, hour from %s"
            .formatted(
                hour.outletCode(),
                shown(hour.enterpriseCode()),
                hour.pollutantCode(),
                hour.hourStart()));
    String value = shown(hour.judgedValue()) + " " + shown(hour.unit());
    if (!hour.limit().isSet()) {
      lines.add("No hour limit is in force, so the hour is not judged.");
    } else if (!hour.isJudgeable()) {
      lines.add("The hour cannot be judged: %s.".formatted(hour.unjudgeableReason()));
    } else if (hour.isAboveLimit() == null) {
      lines.add("The unit of the hour limit cannot be converted, so it judges nothing.");
    } else if (hour.isAbove()) {
      lines.add(
          "%s is above the limit %s: exceeds (超标), multiple 超标倍数 %s"
              .formatted(value, limitText(hour), shown(hour.timesOverLimit())));
    } else {
      lines.add(
          "%s is not above the limit %s: complies (equal complies)"
              .formatted(value, limitText(hour)));
    }
    if (Boolean.TRUE.equals(hour.limit().isProvisional())) {
      lines.add("PROVISIONAL 暂定: the limit is not verified from its text.");
    }
    DayLimit ofDay = hour.dayLimit();
    if (Boolean.TRUE.equals(hour.isAboveDayLimit())) {
      if (ofDay.dayLimitConfidence() != HourLimit.Letter.V) {
        lines.add("PROVISIONAL 暂定: the limit of the day's mean is not verified from its text.");
      }
      lines.add(
          "Above the limit of the day's mean %s (%s): a screening hit, not an exceedance."
              .formatted(shown(ofDay.dayLimitValue()), ofDay.dayLimitId()));
    }
    return lines;
  }

  private static String limitText(OutletHour hour) {
    HourLimit limit = hour.limit();
    return LimitLines.range(limit.lowerLimitValue(), limit.limitValue());
  }

  private static List<String> value(OutletHour hour) {
    Group group = hour.group();
    BigDecimal reference = hour.limit().referenceO2Percent();
    String judged =
        hour.valueBasis() == null
            ? "nothing is judged"
            : switch (hour.valueBasis()) {
              case AVG -> "judged: the mean, because the limit has no reference oxygen";
              case ZS_AVG -> "judged: the converted mean as the device reported it";
              case ZS_COMPUTED ->
                  "judged: computed here, %s * (21 - %s) / (21 - %s) = %s, compared unrounded; HJ 212-2017 annex D"
                      .formatted(
                          shown(group.avgValue()),
                          shown(reference),
                          shown(hour.o2Percent()),
                          shown(hour.judgedValue()));
            };
    return List.of(
        "reported: mean Avg %s, converted ZsAvg %s, Min %s, Max %s, amount Cou %s"
            .formatted(
                shown(group.avgValue()),
                shown(group.zsAvgValue()),
                shown(group.minValue()),
                shown(group.maxValue()),
                shown(group.couValue())),
        "oxygen of the hour %s %%, reference oxygen of the limit %s %%"
            .formatted(shown(hour.o2Percent()), shown(reference)),
        judged);
  }

  private static List<String> validity(OutletHour hour) {
    return List.of(
        "flag of the device: %s (N = normal, HJ 212-2017 table 8)"
            .formatted(shown(hour.group().dataFlag())),
        "valid minutes: %s (flue gas needs 45 where minutes are known; HJ 212-2017 annex D)"
            .formatted(shown(hour.validMinutes())),
        "mark of the enterprise: %s".formatted(shown(hour.markKind())),
        hour.isJudgeable() ? "judgeable" : "not judgeable: " + hour.unjudgeableReason());
  }

  private static Section marks(OutletHour hour, Evidence evidence) {
    LocalDateTime start = hour.hourStart();
    List<String> lines =
        evidence.rows(Mark.class).stream()
            .filter(m -> m.outletCode().equals(hour.outletCode()))
            .filter(m -> m.startsAt().isBefore(start.plusHours(1)))
            .filter(m -> m.endsAt() == null || m.endsAt().isAfter(start))
            .limit(MOST_REVISIONS)
            .map(
                m ->
                    "%s for %s from %s to %s, proof %s (%s line %d)"
                        .formatted(
                            m.kind(),
                            shown(m.pollutantCode()),
                            m.startsAt(),
                            shown(m.endsAt()),
                            shown(m.proofNo()),
                            m.fileId(),
                            m.recordNo()))
            .toList();
    return new Section("Marks that touch the hour 标记", lines.isEmpty() ? List.of("none") : lines);
  }

  /** Beside our verdict, which it does not change. */
  private static Section decided(OutletHour hour, Evidence evidence) {
    List<String> lines =
        evidence.rows(Verdict.class).stream()
            .filter(v -> v.decides(hour.outletCode(), hour.pollutantCode(), hour.hourStart()))
            .sorted(Comparator.comparing(Verdict::decidedOn).thenComparing(Verdict::verdictNo))
            .map(Verdict::inWords)
            .toList();
    return new Section("Decided by a person 人工认定", lines.isEmpty() ? List.of("none") : lines);
  }

  private static List<String> limit(OutletHour hour, Evidence evidence) {
    List<String> lines = new ArrayList<>();
    Subject subject = new Subject(hour.outletCode(), hour.pollutantCode(), hour.dataDay());
    lines.addAll(LimitLines.of(subject, hour.limit().limitId(), "hour", evidence));
    lines.addAll(LimitLines.of(subject, hour.dayLimit().dayLimitId(), "day", evidence));
    if (lines.isEmpty()) {
      lines.add("none: the registry has no limit, and no standard applies to this outlet");
    } else {
      lines.add("order: permit before local standard before national, within one the strictest");
    }
    return lines;
  }

  private static Section revisions(OutletHour hour, Evidence evidence) {
    LocalDateTime start = hour.hourStart();
    List<String> devices =
        evidence.rows(Outlet.class).stream()
            .filter(o -> o.outletCode().equals(hour.outletCode()))
            .filter(o -> o.period().holdsOn(hour.dataDay()))
            .map(o -> o.mn().toUpperCase(Locale.ROOT))
            .toList();
    List<ReceivedGroup> groups =
        evidence
            .rows(
                Table.of(ReceivedHj212.class), ReceivedGroup.class, DaySet.of(start.toLocalDate()))
            .stream()
            .filter(g -> g.commandCode().equals(HOUR_DATA))
            .filter(g -> devices.contains(g.mn().toUpperCase(Locale.ROOT)))
            .filter(g -> g.factorCode().equals(hour.pollutantCode()))
            .filter(g -> g.dataTime().truncatedTo(ChronoUnit.HOURS).equals(start))
            .sorted(ReceivedGroup.LATEST_FIRST)
            .limit(MOST_REVISIONS)
            .toList();
    List<String> lines = new ArrayList<>();
    boolean isBehindTheOneInForce = false;
    for (ReceivedGroup g : groups) {
      String part =
          g.packetCount() == null
              ? ""
              : ", part %s of %s".formatted(shown(g.packetNo()), g.packetCount());
      boolean isInForce =
          g.provenance().fileId().equals(hour.receipt().fileId())
              && g.provenance().recordNo() == hour.receipt().recordNo();
      isBehindTheOneInForce |= isInForce;
      lines.add(
          "%s Avg %s ZsAvg %s Cou %s Flag %s, received %s, QN %s, %s record %d%s"
              .formatted(
                  isInForce
                      ? "in force:"
                      : isBehindTheOneInForce
                          ? "earlier: "
                          : g.avgValue() == null && g.zsAvgValue() == null
                              ? "later, without a value, takes nothing back:"
                              : "left out, its clock contradicts the time of receipt:",
                  shown(g.avgValue()),
                  shown(g.zsAvgValue()),
                  shown(g.couValue()),
                  shown(g.dataFlag()),
                  shown(g.provenance().receivedAt()),
                  shown(g.requestNo()),
                  g.provenance().fileId(),
                  g.provenance().recordNo(),
                  part));
    }
    oxygen(hour, evidence).ifPresent(lines::add);
    return new Section(
        "Revisions received 版本, %s in all".formatted(hour.receipt().revisionCount()),
        lines.isEmpty() ? List.of("none") : lines);
  }

  /** The packet of the oxygen, which is an item of its own. */
  private static Optional<String> oxygen(OutletHour hour, Evidence evidence) {
    return hour.o2Percent() == null
        ? Optional.empty()
        : hour(evidence, hour.outletCode(), DeviceDay.OXYGEN, hour.hourStart())
            .map(
                o ->
                    "oxygen:   Avg %s %%, %s record %d"
                        .formatted(
                            shown(o.group().avgValue()),
                            o.receipt().fileId(),
                            o.receipt().recordNo()));
  }
}
