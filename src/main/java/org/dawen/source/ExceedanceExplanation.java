package org.dawen.source;

import static org.dawen.intake.ReceivedTables.AVG_VALUE;
import static org.dawen.intake.ReceivedTables.COU_VALUE;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.DATA_FLAG;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.RECORD_NO;
import static org.dawen.intake.ReceivedTables.ZS_AVG_VALUE;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.dawen.intake.ReceivedGroup;
import org.dawen.intake.ReceivedHj212;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.registry.Limit;
import org.dawen.registry.Mark;
import org.dawen.registry.Outlet;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.standard.EmissionLimit;
import org.dawen.standard.EmissionLimits;

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
    TableRow hour = hourOf(row, evidence);
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Verdict 判定", verdict(hour)));
    sections.add(new Section("How the value was formed 判定值", value(hour)));
    sections.add(new Section("Validity and marks 有效性与标记", validity(hour)));
    sections.add(marks(hour, evidence));
    sections.add(new Section("Limit in force 执行限值", limit(hour, evidence)));
    sections.add(revisions(hour, evidence));
    sections.add(
        evidence.rawRecord("The packet in force 原始报文", hour.text(FILE_ID), hour.whole(RECORD_NO)));
    return sections;
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

  private static TableRow hourOf(TableRow row, Evidence evidence) {
    LocalDateTime hour = row.civilTime(HOUR_START);
    return Lake.first(
            evidence
                .read(SourceTables.OUTLET_HOUR)
                .where(
                    DATA_DAY
                        .col()
                        .equalTo(functions.lit(hour.toLocalDate()))
                        .and(HOUR_START.col().equalTo(functions.lit(hour)))
                        .and(
                            SourceTables.OUTLET_CODE
                                .col()
                                .equalTo(row.text(SourceTables.OUTLET_CODE)))
                        .and(
                            SourceTables.POLLUTANT_CODE
                                .col()
                                .equalTo(row.text(SourceTables.POLLUTANT_CODE)))),
            1)
        .stream()
        .findFirst()
        .orElse(row);
  }

  private static String shown(TableRow row, org.dawen.lake.Column column) {
    String text = row.shown(column);
    return text == null ? "(none)" : text;
  }

  private static List<String> verdict(TableRow hour) {
    List<String> lines = new ArrayList<>();
    String unit = shown(hour, SourceTables.UNIT);
    lines.add(
        "outlet %s, enterprise %s, factor %s, hour from %s"
            .formatted(
                shown(hour, SourceTables.OUTLET_CODE),
                shown(hour, SourceTables.ENTERPRISE_CODE),
                shown(hour, SourceTables.POLLUTANT_CODE),
                shown(hour, HOUR_START)));
    if (hour.text(SourceTables.LIMIT_ID) == null) {
      lines.add("No hour limit is in force, so the hour is not judged.");
    } else if (!hour.truth(SourceTables.IS_JUDGEABLE)) {
      lines.add(
          "The hour cannot be judged: %s.".formatted(shown(hour, SourceTables.UNJUDGEABLE_REASON)));
    } else if (hour.truth(SourceTables.IS_ABOVE_LIMIT)) {
      lines.add(
          "%s %s is above the limit %s: exceeds (超标), multiple 超标倍数 %s"
              .formatted(
                  shown(hour, SourceTables.JUDGED_VALUE),
                  unit,
                  limitText(hour),
                  shown(hour, SourceTables.TIMES_OVER_LIMIT)));
    } else {
      lines.add(
          "%s %s is not above the limit %s: complies (equal complies)"
              .formatted(shown(hour, SourceTables.JUDGED_VALUE), unit, limitText(hour)));
    }
    if (hour.truth(SourceTables.IS_PROVISIONAL)) {
      lines.add("PROVISIONAL 暂定: the limit is not verified from its text.");
    }
    String ofDay = hour.text(SourceTables.DAY_LIMIT_CONFIDENCE);
    if (hour.truth(SourceTables.IS_ABOVE_DAY_LIMIT) && !"V".equals(ofDay)) {
      lines.add("PROVISIONAL 暂定: the limit of the day's mean is not verified from its text.");
    }
    if (hour.truth(SourceTables.IS_ABOVE_DAY_LIMIT)) {
      lines.add(
          "Above the limit of the day's mean %s (%s): a screening hit, not an exceedance."
              .formatted(
                  shown(hour, SourceTables.DAY_LIMIT_VALUE),
                  shown(hour, SourceTables.DAY_LIMIT_ID)));
    }
    return lines;
  }

  private static String limitText(TableRow hour) {
    return rangeText(
        hour.shown(SourceTables.LOWER_LIMIT_VALUE), shown(hour, SourceTables.LIMIT_VALUE));
  }

  private static String rangeText(String lower, String upper) {
    return lower == null ? upper : lower + " to " + upper;
  }

  private static List<String> value(TableRow hour) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "reported: mean Avg %s, converted ZsAvg %s, Min %s, Max %s, amount Cou %s"
            .formatted(
                shown(hour, AVG_VALUE),
                shown(hour, ZS_AVG_VALUE),
                shown(hour, ReceivedTables.MIN_VALUE),
                shown(hour, ReceivedTables.MAX_VALUE),
                shown(hour, COU_VALUE)));
    lines.add(
        "oxygen of the hour %s %%, reference oxygen of the limit %s %%"
            .formatted(
                shown(hour, SourceTables.O2_PERCENT),
                shown(hour, SourceTables.REFERENCE_O2_PERCENT)));
    String basis = hour.text(SourceTables.VALUE_BASIS);
    lines.add(
        basis == null
            ? "nothing is judged"
            : switch (MeasuredValue.Basis.valueOf(basis)) {
              case AVG -> "judged: the mean, because the limit has no reference oxygen";
              case ZS_AVG -> "judged: the converted mean as the device reported it";
              case ZS_COMPUTED ->
                  "judged: computed here, %s * (21 - %s) / (21 - %s) = %s, compared unrounded; HJ 212-2017 annex D"
                      .formatted(
                          shown(hour, AVG_VALUE),
                          shown(hour, SourceTables.REFERENCE_O2_PERCENT),
                          shown(hour, SourceTables.O2_PERCENT),
                          shown(hour, SourceTables.JUDGED_VALUE));
            });
    return lines;
  }

  private static List<String> validity(TableRow hour) {
    return List.of(
        "flag of the device: %s (N = normal, HJ 212-2017 table 8)"
            .formatted(shown(hour, DATA_FLAG)),
        "valid minutes: %s (flue gas needs 45 where minutes are known; HJ 212-2017 annex D)"
            .formatted(shown(hour, SourceTables.VALID_MINUTES)),
        "mark of the enterprise: %s".formatted(shown(hour, SourceTables.MARK_KIND)),
        hour.truth(SourceTables.IS_JUDGEABLE)
            ? "judgeable"
            : "not judgeable: " + shown(hour, SourceTables.UNJUDGEABLE_REASON));
  }

  private static Section marks(TableRow hour, Evidence evidence) {
    LocalDateTime start = hour.civilTime(HOUR_START);
    List<String> lines =
        evidence.rows(Mark.class).stream()
            .filter(m -> m.outletCode().equals(hour.text(SourceTables.OUTLET_CODE)))
            .filter(m -> m.startsAt().isBefore(start.plusHours(1)))
            .filter(m -> m.endsAt() == null || m.endsAt().isAfter(start))
            .limit(MOST_REVISIONS)
            .map(
                m ->
                    "%s for %s from %s to %s, proof %s (%s line %d)"
                        .formatted(
                            m.kind(),
                            Evidence.shown(m.pollutantCode()),
                            m.startsAt(),
                            Evidence.shown(m.endsAt()),
                            Evidence.shown(m.proofNo()),
                            m.fileId(),
                            m.recordNo()))
            .toList();
    return new Section("Marks that touch the hour 标记", lines.isEmpty() ? List.of("none") : lines);
  }

  private static List<String> limit(TableRow hour, Evidence evidence) {
    List<String> lines = new ArrayList<>();
    describe(lines, hour, hour.text(SourceTables.LIMIT_ID), "hour", evidence);
    describe(lines, hour, hour.text(SourceTables.DAY_LIMIT_ID), "day", evidence);
    if (lines.isEmpty()) {
      lines.add("none: the registry has no limit, and no standard applies to this outlet");
    } else {
      lines.add("order: permit before local standard before national, within one the strictest");
    }
    return lines;
  }

  private static String plain(java.math.BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }

  private static void describe(
      List<String> lines, TableRow hour, String limitId, String period, Evidence evidence) {
    if (limitId == null) {
      return;
    }
    lines.add("%s limit %s".formatted(period, limitId));
    EmissionLimit limit = EmissionLimits.withId(limitId).orElse(null);
    if (limit != null) {
      lines.add(
          "  %s %s, level %s, value %s %s, reference oxygen %s"
              .formatted(
                  limit.provision().standard(),
                  limit.provision().clause(),
                  limit.level(),
                  rangeText(plain(limit.lowerLimitValue()), plain(limit.limitValue())),
                  limit.unit(),
                  limit.referenceO2Percent()));
      lines.add(
          "  in force from %s to %s, confidence %s"
              .formatted(
                  limit.provision().validFrom(),
                  limit.provision().validTo() == null ? "now" : limit.provision().validTo(),
                  limit.provision().confidence()));
      return;
    }
    evidence.rows(Limit.class).stream()
        .filter(p -> p.outletCode().equals(hour.text(SourceTables.OUTLET_CODE)))
        .filter(p -> p.pollutantCode().equals(hour.text(SourceTables.POLLUTANT_CODE)))
        .filter(p -> p.period().equals(period) && p.validity().holdsOn(hour.day(DATA_DAY)))
        .limit(MOST_REVISIONS)
        .forEach(p -> lines.add(permit(p)));
  }

  private static String permit(Limit p) {
    return "  permit %s: %s %s, reference oxygen %s, valid from %s to %s (%s line %d), confidence VERIFIED"
        .formatted(
            Evidence.shown(p.documentNo()),
            rangeText(
                p.lowerLimitValue() == null ? null : Evidence.shown(p.lowerLimitValue()),
                Evidence.shown(p.limitValue())),
            p.unit(),
            Evidence.shown(p.referenceO2Percent()),
            Evidence.shown(p.validity().validFrom()),
            Evidence.shown(p.validity().validTo()),
            p.fileId(),
            p.recordNo());
  }

  private static Section revisions(TableRow hour, Evidence evidence) {
    LocalDateTime start = hour.civilTime(HOUR_START);
    List<String> devices =
        evidence.rows(Outlet.class).stream()
            .filter(o -> o.outletCode().equals(hour.text(SourceTables.OUTLET_CODE)))
            .filter(o -> o.period().holdsOn(hour.day(DATA_DAY)))
            .map(o -> o.mn().toUpperCase(Locale.ROOT))
            .toList();
    List<ReceivedGroup> groups =
        evidence.rows(ReceivedHj212.class, start.toLocalDate()).stream()
            .map(ReceivedHj212::group)
            .filter(g -> g.commandCode().equals(HOUR_DATA))
            .filter(g -> devices.contains(g.mn().toUpperCase(Locale.ROOT)))
            .filter(g -> g.factorCode().equals(hour.text(SourceTables.POLLUTANT_CODE)))
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
              : ", part %s of %s".formatted(Evidence.shown(g.packetNo()), g.packetCount());
      boolean isInForce =
          g.provenance().fileId().equals(hour.text(FILE_ID))
              && g.provenance().recordNo() == hour.whole(RECORD_NO);
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
                  Evidence.shown(g.avgValue()),
                  Evidence.shown(g.zsAvgValue()),
                  Evidence.shown(g.couValue()),
                  Evidence.shown(g.dataFlag()),
                  Evidence.shown(g.provenance().receivedAt()),
                  Evidence.shown(g.requestNo()),
                  g.provenance().fileId(),
                  g.provenance().recordNo(),
                  part));
    }
    oxygen(hour, evidence).ifPresent(lines::add);
    return new Section(
        "Revisions received 版本, %s in all".formatted(shown(hour, SourceTables.REVISION_COUNT)),
        lines.isEmpty() ? List.of("none") : lines);
  }

  /** The packet of the oxygen, which is an item of its own. */
  private static Optional<String> oxygen(TableRow hour, Evidence evidence) {
    if (hour.isMissing(SourceTables.O2_PERCENT)) {
      return Optional.empty();
    }
    Column ofHour =
        DATA_DAY
            .col()
            .equalTo(functions.lit(hour.day(DATA_DAY)))
            .and(SourceTables.OUTLET_CODE.col().equalTo(hour.text(SourceTables.OUTLET_CODE)))
            .and(SourceTables.POLLUTANT_CODE.col().equalTo(DeviceDay.OXYGEN))
            .and(HOUR_START.col().equalTo(functions.lit(hour.civilTime(HOUR_START))));
    return evidence.first(evidence.read(SourceTables.OUTLET_HOUR).where(ofHour), 1).stream()
        .findFirst()
        .map(
            o ->
                "oxygen:   Avg %s %%, %s record %d"
                    .formatted(shown(o, AVG_VALUE), o.text(FILE_ID), o.whole(RECORD_NO)));
  }
}
