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
import org.dawen.lake.Message;
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
          Evidence.columns(Message.of("explain.the-row"), table, row),
          new Section(
              Message.of("explain.verdict"), List.of(Message.of("explain.hour-not-there"))));
    }
    OutletHour hour = found.get();
    return List.of(
        new Section(Message.of("explain.verdict"), verdict(hour)),
        decided(hour, evidence),
        new Section(Message.of("explain.value-formed"), value(hour)),
        new Section(Message.of("explain.validity"), validity(hour)),
        marks(hour, evidence),
        new Section(Message.of("explain.limit-in-force"), limit(hour, evidence)),
        revisions(hour, evidence),
        evidence.rawRecord(
            Message.of("explain.packet-in-force"),
            hour.receipt().fileId(),
            hour.receipt().recordNo()));
  }

  @Override
  public Message elsewhere(List<String> words) {
    return table == SourceTables.EXCEEDANCE_HOUR
        ? Message.of(
            "explain.hour-elsewhere",
            SourceTables.OUTLET_HOUR,
            String.join(" ", words),
            SourceTables.WITHDRAWN_EXCEEDANCE)
        : Explanation.super.elsewhere(words);
  }

  private static Optional<OutletHour> hour(
      Evidence evidence, String outlet, String pollutant, LocalDateTime start) {
    return evidence.rows(OutletHour.class, start.toLocalDate()).stream()
        .filter(h -> h.outletCode().equals(outlet) && h.pollutantCode().equals(pollutant))
        .filter(h -> h.hourStart().equals(start))
        .findFirst();
  }

  private static List<Message> verdict(OutletHour hour) {
    List<Message> lines = new ArrayList<>();
    lines.add(
        Message.of(
            "explain.hour-of",
            hour.outletCode(),
            shown(hour.enterpriseCode()),
            hour.pollutantCode(),
            hour.hourStart()));
    Message value =
        Message.of("explain.value-and-unit", shown(hour.judgedValue()), shown(hour.unit()));
    if (!hour.limit().isSet()) {
      lines.add(Message.of("explain.no-hour-limit"));
    } else if (!hour.isJudgeable()) {
      lines.add(Message.of("explain.hour-not-judgeable", hour.unjudgeableReason()));
    } else if (hour.isAboveLimit() == null) {
      lines.add(Message.of("explain.unit-not-converted"));
    } else if (hour.isAbove()) {
      lines.add(
          Message.of("explain.exceeds", value, limitText(hour), shown(hour.timesOverLimit())));
    } else {
      lines.add(Message.of("explain.complies", value, limitText(hour)));
    }
    if (Boolean.TRUE.equals(hour.limit().isProvisional())) {
      lines.add(Message.of("explain.provisional"));
    }
    DayLimit ofDay = hour.dayLimit();
    if (Boolean.TRUE.equals(hour.isAboveDayLimit())) {
      if (ofDay.dayLimitConfidence() != HourLimit.Letter.V) {
        lines.add(Message.of("explain.day-provisional"));
      }
      lines.add(
          Message.of("explain.above-day-limit", shown(ofDay.dayLimitValue()), ofDay.dayLimitId()));
    }
    return lines;
  }

  private static Object limitText(OutletHour hour) {
    HourLimit limit = hour.limit();
    return LimitLines.range(limit.lowerLimitValue(), limit.limitValue());
  }

  private static List<Message> value(OutletHour hour) {
    Group group = hour.group();
    BigDecimal reference = hour.limit().referenceO2Percent();
    Message judged =
        hour.valueBasis() == null
            ? Message.of("explain.nothing-judged")
            : switch (hour.valueBasis()) {
              case AVG -> Message.of("explain.judged-avg");
              case ZS_AVG -> Message.of("explain.judged-zs");
              case ZS_COMPUTED ->
                  Message.of(
                      "explain.judged-computed",
                      shown(group.avgValue()),
                      shown(reference),
                      shown(hour.o2Percent()),
                      shown(hour.judgedValue()));
            };
    return List.of(
        Message.of(
            "explain.reported",
            shown(group.avgValue()),
            shown(group.zsAvgValue()),
            shown(group.minValue()),
            shown(group.maxValue()),
            shown(group.couValue())),
        Message.of("explain.oxygen", shown(hour.o2Percent()), shown(reference)),
        judged);
  }

  private static List<Message> validity(OutletHour hour) {
    return List.of(
        Message.of("explain.flag", shown(hour.group().dataFlag())),
        Message.of("explain.valid-minutes", shown(hour.validMinutes())),
        Message.of("explain.mark-of-enterprise", shown(hour.markKind())),
        hour.isJudgeable()
            ? Message.of("explain.judgeable")
            : Message.of("explain.not-judgeable", hour.unjudgeableReason()));
  }

  private static Section marks(OutletHour hour, Evidence evidence) {
    LocalDateTime start = hour.hourStart();
    List<Message> lines =
        evidence.rows(Mark.class).stream()
            .filter(m -> m.outletCode().equals(hour.outletCode()))
            .filter(m -> m.startsAt().isBefore(start.plusHours(1)))
            .filter(m -> m.endsAt() == null || m.endsAt().isAfter(start))
            .limit(MOST_REVISIONS)
            .map(
                m ->
                    Message.of(
                        "explain.mark-line",
                        m.kind(),
                        shown(m.pollutantCode()),
                        m.startsAt(),
                        shown(m.endsAt()),
                        shown(m.proofNo()),
                        m.fileId(),
                        m.recordNo()))
            .toList();
    return new Section(
        Message.of("explain.marks"), lines.isEmpty() ? List.of(Message.of("explain.none")) : lines);
  }

  /** Beside our verdict, which it does not change. */
  private static Section decided(OutletHour hour, Evidence evidence) {
    List<Message> lines =
        evidence.rows(Verdict.class).stream()
            .filter(v -> v.decides(hour.outletCode(), hour.pollutantCode(), hour.hourStart()))
            .sorted(Comparator.comparing(Verdict::decidedOn).thenComparing(Verdict::verdictNo))
            .map(v -> v.inWords())
            .toList();
    return new Section(
        Message.of("explain.decided"),
        lines.isEmpty() ? List.of(Message.of("explain.none")) : lines);
  }

  private static List<Message> limit(OutletHour hour, Evidence evidence) {
    List<Message> lines = new ArrayList<>();
    Subject subject = new Subject(hour.outletCode(), hour.pollutantCode(), hour.dataDay());
    lines.addAll(LimitLines.of(subject, hour.limit().limitId(), "hour", evidence));
    lines.addAll(LimitLines.of(subject, hour.dayLimit().dayLimitId(), "day", evidence));
    if (lines.isEmpty()) {
      lines.add(Message.of("explain.no-limit"));
    } else {
      lines.add(Message.of("explain.order-of-limits"));
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
    List<Message> lines = new ArrayList<>();
    boolean isBehindTheOneInForce = false;
    for (ReceivedGroup g : groups) {
      Object part =
          g.packetCount() == null
              ? null
              : Message.of("explain.part-of", shown(g.packetNo()), g.packetCount());
      boolean isInForce =
          g.provenance().fileId().equals(hour.receipt().fileId())
              && g.provenance().recordNo() == hour.receipt().recordNo();
      isBehindTheOneInForce |= isInForce;
      lines.add(
          Message.of(
              "explain.revision",
              isInForce
                  ? Message.of("explain.in-force")
                  : isBehindTheOneInForce
                      ? Message.of("explain.earlier")
                      : g.avgValue() == null && g.zsAvgValue() == null
                          ? Message.of("explain.later-empty")
                          : Message.of("explain.clock-contradicts"),
              shown(g.avgValue()),
              shown(g.zsAvgValue()),
              shown(g.couValue()),
              shown(g.dataFlag()),
              shown(g.provenance().receivedAt()),
              shown(g.requestNo()),
              Message.given(
                  Message.of("explain.place", g.provenance().fileId(), g.provenance().recordNo()),
                  part)));
    }
    oxygen(hour, evidence).ifPresent(lines::add);
    return new Section(
        Message.of("explain.revisions", hour.receipt().revisionCount()),
        lines.isEmpty() ? List.of(Message.of("explain.none")) : lines);
  }

  /** The packet of the oxygen, which is an item of its own. */
  private static Optional<Message> oxygen(OutletHour hour, Evidence evidence) {
    return hour.o2Percent() == null
        ? Optional.empty()
        : hour(evidence, hour.outletCode(), DeviceDay.OXYGEN, hour.hourStart())
            .map(
                o ->
                    Message.of(
                        "explain.oxygen-packet",
                        shown(o.group().avgValue()),
                        o.receipt().fileId(),
                        o.receipt().recordNo()));
  }
}
