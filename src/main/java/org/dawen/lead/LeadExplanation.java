package org.dawen.lead;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.INTERVAL_END;
import static org.dawen.intake.ReceivedTables.RECORD_NO;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.diesel.DieselTables;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Message;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.power.PowerTables;
import org.dawen.registry.Alert;
import org.dawen.registry.Mark;
import org.dawen.registry.Meter;
import org.dawen.registry.ResponsePlan;
import org.dawen.registry.Vehicle;
import org.dawen.registry.Verdict;
import org.dawen.registry.WorkOrder;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.source.SourceTables;

/**
 * A lead for the inspector: what it says, how its score was formed, its work order, and each piece
 * of evidence down to packets, meter rows, alerts and the registry.
 */
public final class LeadExplanation implements Explanation {
  /** Raw records shown with their text; further ones are named by file and record. */
  private static final int MOST_TEXTS = 60;

  @Override
  public Table table() {
    return Table.of(Lead.class);
  }

  /**
   * A lead goes by another id once late evidence has brought its first day forward, or has joined
   * it to an earlier one: the lead of that enterprise and matter whose days hold the id's day, or
   * which names the id beside its own.
   */
  @Override
  public String formerly(List<String> words) {
    String id = words.get(0);
    String other =
        "instr(';' || other_lead_ids || ';', %s) > 0".formatted(SqlLiteral.of(";" + id + ";"));
    int slash = id.lastIndexOf('/');
    try {
      return "%s OR enterprise_code || '/' || matter = %s AND DATE'%s' BETWEEN data_day AND last_day"
          .formatted(
              other,
              SqlLiteral.of(id.substring(0, Math.max(0, slash))),
              LocalDate.parse(id.substring(slash + 1)));
    } catch (DateTimeException e) {
      return other;
    }
  }

  @Override
  public List<Section> explain(TableRow row, Evidence asked) {
    LeadSettings settings = LeadSettings.of(asked.settings());
    Lead lead =
        asked.rows(Lead.class).stream()
            .filter(l -> l.leadId().equals(row.text("lead_id")))
            .findFirst()
            .orElseThrow();
    LeadSources sources = LeadSources.of(lead, asked);
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(Message.of("explain.lead"), what(lead)));
    sections.add(new Section(Message.of("explain.reasons"), reasons(sources.evidence())));
    sections.add(
        new Section(Message.of("explain.score"), score(lead, sources.evidence(), settings)));
    sections.add(new Section(Message.of("explain.work-order"), workOrders(lead, asked)));
    sections.add(new Section(Message.of("explain.decided"), decided(lead, asked)));
    RawTexts texts = new RawTexts(asked);
    for (int i = 0; i < sources.evidence().size(); i++) {
      LeadEvidence e = sources.evidence().get(i);
      Message title =
          Message.of(
              "explain.evidence-of",
              i + 1,
              sources.evidence().size(),
              e.evidenceKind(),
              e.sourceTable());
      sections.add(new Section(title, lines(i, e, sources, asked, texts)));
    }
    return sections;
  }

  private static List<Message> decided(Lead lead, Evidence asked) {
    List<Message> lines =
        asked.rows(Verdict.class).stream()
            .filter(
                v ->
                    Verdict.isAbout(
                        v.leadId(),
                        lead.leadId(),
                        lead.followUp().otherLeadIds(),
                        lead.dataDay(),
                        lead.lastDay()))
            .sorted(Comparator.comparing(Verdict::decidedOn).thenComparing(Verdict::verdictNo))
            .map(Verdict::inWords)
            .toList();
    return lines.isEmpty() ? List.of(Message.of("explain.none")) : lines;
  }

  private static List<Message> what(Lead lead) {
    List<Message> lines = new ArrayList<>();
    lines.add(
        Message.of(
            "explain.lead-of",
            lead.enterpriseCode(),
            Evidence.shown(lead.enterpriseName()),
            Evidence.shown(lead.countyCode())));
    Matter matter = lead.matter();
    lines.add(
        Message.of(
            "explain.matter", matter.name(), Message.told(matter.words(), matter.chinese())));
    lines.add(
        Message.of(
            "explain.lead-span",
            lead.dataDay(),
            lead.lastDay(),
            lead.joined().evidenceDayCount(),
            lead.joined().evidenceCount(),
            lead.joined().evidenceKindCount(),
            lead.joined().evidenceKinds()));
    lines.add(Message.of("explain.lead-status", lead.status()));
    if (lead.joined().isProvisional()) {
      lines.add(Message.of("explain.lead-provisional"));
    }
    return lines;
  }

  private static List<Message> reasons(List<LeadEvidence> evidence) {
    List<Message> lines = new ArrayList<>();
    evidence.forEach(e -> lines.add(Message.told(e.reason(), e.reasonZh())));
    return lines;
  }

  private static List<Message> score(
      Lead lead, List<LeadEvidence> evidence, LeadSettings settings) {
    List<Message> lines = new ArrayList<>();
    lines.add(Message.of("explain.score-formula", settings.formula()));
    Set<EvidenceKind> kinds = new TreeSet<>();
    Map<LocalDate, BigDecimal> longest = new TreeMap<>();
    for (LeadEvidence e : evidence) {
      kinds.add(e.evidenceKind());
      longest.merge(e.dataDay(), e.lastingMinutes(), BigDecimal::max);
    }
    for (EvidenceKind kind : kinds) {
      lines.add(Message.of("explain.severity-of", kind, settings.severityOf(kind)));
    }
    longest.forEach(
        (day, minutes) -> lines.add(Message.of("explain.longest", day, plain(minutes))));
    Lead.Joined joined = lead.joined();
    lines.add(Message.of("explain.gravest", joined.severity()));
    lines.add(Message.verbatim("evidence_kind_count = %d".formatted(joined.evidenceKindCount())));
    lines.add(Message.verbatim("evidence_count = %d".formatted(joined.evidenceCount())));
    lines.add(Message.verbatim("evidence_day_count = %d".formatted(joined.evidenceDayCount())));
    lines.add(Message.of("explain.lasting", plain(joined.lastingMinutes())));
    lines.add(Message.verbatim("score = %s".formatted(plain(lead.score()))));
    return lines;
  }

  private static List<Message> workOrders(Lead lead, Evidence asked) {
    Set<String> ids = new LinkedHashSet<>();
    ids.add(lead.leadId());
    String others = lead.followUp().otherLeadIds();
    ids.addAll(others == null ? List.of() : List.of(others.split(";")));
    List<Message> lines = new ArrayList<>();
    asked.rows(WorkOrder.class).stream()
        .filter(order -> ids.contains(order.leadId()))
        .forEach(
            order ->
                lines.add(
                    Message.of(
                        "explain.work-order-line",
                        order.leadId(),
                        order.openedDay(),
                        Evidence.shown(order.dueDay()),
                        Evidence.shown(order.closedDay()),
                        Evidence.shown(order.result()),
                        at(order.fileId(), order.recordNo()))));
    return lines.isEmpty() ? List.of(Message.of("explain.no-work-order")) : lines;
  }

  private static List<Message> lines(
      int place, LeadEvidence e, LeadSources sources, Evidence asked, RawTexts texts) {
    List<Message> lines = new ArrayList<>();
    lines.add(Message.told(e.reason(), e.reasonZh()));
    lines.add(
        Message.verbatim("SELECT * FROM %s WHERE %s".formatted(e.sourceTable(), e.sourceKey())));
    List<TableRow> rows = sources.named(place);
    if (rows.isEmpty()) {
      lines.add(Message.of("explain.no-such-row"));
    }
    switch (e.sourceTable()) {
      case "power.anomaly" -> anomaly(rows, sources, texts, lines);
      case "power.response_day" -> response(rows, sources, asked, texts, lines);
      case "source.outlet_hour" -> {
        hours(rows, texts, lines);
        if (e.evidenceKind() == EvidenceKind.PACKETS_SAY_STOPPED) {
          marks(e, rows, asked, lines);
          meters(sources.metersOf("production"), e.startsAt(), e.endsAt(), sources, texts, lines);
        }
      }
      case "source.exceedance_hour" -> {
        hours(rows, texts, lines);
        alerts(e.startsAt(), e.endsAt(), sources, lines);
      }
      case "source.removal_hour", "source.ammonia_slip_hour" -> {
        treatment(rows, texts, lines);
        if (e.evidenceKind() == EvidenceKind.TREATMENT_WITHOUT_LOAD) {
          meters(sources.metersOf("treatment"), e.startsAt(), e.endsAt(), sources, texts, lines);
        }
      }
      case "source.suspect_series" -> {
        columns(SourceTables.SUSPECT_SERIES, rows, lines);
        hours(sources.suspectHours(place), texts, lines);
      }
      case "diesel.anomaly" -> vehicle(rows, sources, asked, lines);
      case "diesel.doubtful_retirement" -> {
        columns(DieselTables.DOUBTFUL_RETIREMENT, rows, lines);
        rows.forEach(r -> texts.show(r, lines));
      }
      default -> lines.add(Message.of("explain.no-raw-records"));
    }
    return lines;
  }

  private static void anomaly(
      List<TableRow> rows, LeadSources sources, RawTexts texts, List<Message> lines) {
    columns(PowerTables.ANOMALY, rows, lines);
    for (TableRow row : rows) {
      meters(
          codes(row.text(PowerTables.METER_CODES)),
          row.civilTime(PowerTables.STARTS_AT),
          row.civilTime(PowerTables.ENDS_AT),
          sources,
          texts,
          lines);
    }
  }

  private static void response(
      List<TableRow> rows,
      LeadSources sources,
      Evidence asked,
      RawTexts texts,
      List<Message> lines) {
    columns(PowerTables.RESPONSE_DAY, rows, lines);
    for (TableRow row : rows) {
      LocalDate day = row.day(DATA_DAY);
      LocalDateTime start = later(row.civilTime(PowerTables.ALERT_STARTS_AT), day.atStartOfDay());
      boolean hasNoEnd = row.isMissing(PowerTables.ALERT_ENDS_AT);
      LocalDateTime midnight = day.plusDays(1).atStartOfDay();
      LocalDateTime end =
          hasNoEnd || row.civilTime(PowerTables.ALERT_ENDS_AT).isAfter(midnight)
              ? midnight
              : row.civilTime(PowerTables.ALERT_ENDS_AT);
      alerts(start, end, sources, lines);
      asked.rows(ResponsePlan.class).stream()
          .filter(p -> p.enterpriseCode().equals(row.text(PowerTables.ENTERPRISE_CODE)))
          .filter(p -> p.level().toString().equals(row.text(PowerTables.ALERT_LEVEL)))
          .filter(p -> p.period().holdsOn(day))
          .forEach(
              p ->
                  lines.add(
                      Message.of(
                          "explain.plan",
                          p.action(),
                          p.cutPercent() == null
                              ? Message.of("explain.everything")
                              : Message.of("explain.percent", Evidence.shown(p.cutPercent())),
                          p.level(),
                          Evidence.shown(p.meterCodes()),
                          at(p.fileId(), p.recordNo()))));
      Set<String> meters = codes(row.text(PowerTables.METER_CODES));
      baseline(meters, day, asked, lines);
      meters(meters, start, end, sources, texts, lines);
    }
  }

  /** The days of the same weekday from which the clean ones make the baseline. */
  private static void baseline(
      Set<String> meters, LocalDate day, Evidence asked, List<Message> lines) {
    DaySet days =
        DaySet.of(day.minusDays(7), day.minusDays(14), day.minusDays(21), day.minusDays(28));
    if (meters.isEmpty()) {
      return;
    }
    asked
        .rows(
            PowerTables.METER_DAY,
            "%s AND meter_code IN (%s)"
                .formatted(
                    days.toSql("data_day"),
                    meters.stream().map(SqlLiteral::of).collect(Collectors.joining(", "))))
        .forEach(
            d ->
                lines.add(
                    Message.of(
                        "explain.same-weekday",
                        d.text(PowerTables.METER_CODE),
                        d.day(DATA_DAY),
                        shown(d, PowerTables.DAY_ENERGY_KWH),
                        shown(d, PowerTables.DAY_COVERAGE_PERCENT))));
  }

  private static void alerts(
      LocalDateTime start, LocalDateTime end, LeadSources sources, List<Message> lines) {
    for (Alert alert : sources.alerts(start, end)) {
      lines.add(
          Message.of(
              "explain.alert",
              alert.level(),
              alert.startsAt(),
              alert.endsAt() == null ? Message.of("explain.no-end-named") : alert.endsAt(),
              Evidence.shown(alert.areaCode()),
              at(alert.fileId(), alert.recordNo())));
    }
  }

  private static void meters(
      Set<String> meters,
      LocalDateTime start,
      LocalDateTime end,
      LeadSources sources,
      RawTexts texts,
      List<Message> lines) {
    for (Meter meter : sources.registered(meters, start.toLocalDate())) {
      lines.add(
          Message.of(
              "explain.meter",
              meter.meterCode(),
              Evidence.shown(meter.enterpriseCode()),
              meter.role(),
              Evidence.shown(meter.facilityCode()),
              Evidence.shown(meter.dependsOnFacilityCode()),
              Evidence.shown(meter.ratedKw()),
              at(meter.fileId(), meter.recordNo())));
    }
    List<TableRow> intervals = sources.intervals(meters, start, end);
    if (intervals.isEmpty()) {
      lines.add(Message.of("explain.no-meter-row", start, end));
    }
    Map<String, TableRow> firsts = new LinkedHashMap<>();
    for (TableRow i : intervals) {
      firsts.putIfAbsent(i.text(PowerTables.METER_CODE), i);
      lines.add(
          Message.of(
              "explain.meter-row",
              i.text(PowerTables.METER_CODE),
              i.civilTime(PowerTables.INTERVAL_START),
              i.civilTime(INTERVAL_END),
              shown(i, ReceivedTables.ENERGY_KWH),
              shown(i, PowerTables.MEAN_POWER_KW),
              i.text(PowerTables.QUALITY),
              i.text(FILE_ID),
              i.whole(RECORD_NO)));
    }
    firsts.values().forEach(i -> texts.show(i, lines));
  }

  private static void hours(List<TableRow> hours, RawTexts texts, List<Message> lines) {
    Map<String, TableRow> firsts = new LinkedHashMap<>();
    for (TableRow h : hours) {
      String series = h.text(SourceTables.OUTLET_CODE) + " " + h.text(SourceTables.POLLUTANT_CODE);
      firsts.putIfAbsent(series, h);
      lines.add(
          Message.of(
              "explain.lead-hour",
              series,
              h.civilTime(HOUR_START),
              perhaps(h, SourceTables.JUDGED_VALUE.name()),
              perhaps(h, SourceTables.UNIT.name()),
              Message.given(
                  Message.of(
                      "explain.limit-by",
                      perhaps(h, SourceTables.LIMIT_VALUE.name()),
                      perhaps(h, SourceTables.LIMIT_ID.name())),
                  Boolean.TRUE.equals(h.shownAs(SourceTables.IS_PROVISIONAL.name()))
                      ? Message.of("explain.is-provisional")
                      : null),
              perhaps(h, ReceivedTables.DATA_FLAG.name()),
              perhaps(h, SourceTables.MARK_KIND.name()),
              h.text(FILE_ID) == null
                  ? Message.of("explain.no-packet")
                  : Message.of("explain.place", h.text(FILE_ID), h.whole(RECORD_NO))));
    }
    Map<String, TableRow> packets = new LinkedHashMap<>();
    firsts.values().stream()
        .filter(h -> h.text(FILE_ID) != null)
        .forEach(h -> packets.putIfAbsent(h.text(FILE_ID) + " " + h.whole(RECORD_NO), h));
    packets.values().forEach(h -> texts.show(h, lines));
  }

  /** Hours of removal, or of ammonia slip, and the packet of the first. */
  private static void treatment(List<TableRow> hours, RawTexts texts, List<Message> lines) {
    for (TableRow h : hours) {
      lines.add(
          Message.of(
              "explain.columns",
              Stream.of(
                      "outlet_code",
                      "pollutant_code",
                      "hour_start",
                      "inlet_mass_kg",
                      "outlet_mass_kg",
                      "removal_percent",
                      "design_removal_percent",
                      "no_removal_reason",
                      "slip_mg_m3",
                      "slip_limit_mg_m3",
                      "nox_mg_m3",
                      "nox_limit_mg_m3",
                      "file_id",
                      "record_no")
                  .filter(c -> h.shownAs(c) != null)
                  .map(c -> Message.of("explain.column-value", c, perhaps(h, c)))
                  .toList()));
    }
    hours.stream()
        .filter(h -> h.text(FILE_ID) != null)
        .findFirst()
        .ifPresent(h -> texts.show(h, lines));
  }

  private static void marks(
      LeadEvidence e, List<TableRow> hours, Evidence asked, List<Message> lines) {
    Set<String> outlets = new TreeSet<>();
    hours.forEach(h -> outlets.add(h.text(SourceTables.OUTLET_CODE)));
    asked.rows(Mark.class).stream()
        .filter(m -> outlets.contains(m.outletCode()))
        .filter(m -> m.startsAt().isBefore(e.endsAt()))
        .filter(m -> m.endsAt() == null || m.endsAt().isAfter(e.startsAt()))
        .limit(100)
        .forEach(
            m ->
                lines.add(
                    Message.of(
                        "explain.mark",
                        m.outletCode(),
                        m.kind(),
                        m.startsAt(),
                        Evidence.shown(m.endsAt()),
                        at(m.fileId(), m.recordNo()))));
  }

  private static void vehicle(
      List<TableRow> rows, LeadSources sources, Evidence asked, List<Message> lines) {
    columns(DieselTables.ANOMALY, rows, lines);
    for (TableRow row : rows) {
      asked.rows(Vehicle.class).stream()
          .filter(v -> v.vin().equals(row.text(DieselTables.VIN)))
          .filter(v -> v.period().holdsOn(row.day(DATA_DAY)))
          .forEach(
              v ->
                  lines.add(
                      Message.of(
                          "explain.vehicle",
                          v.vin(),
                          Evidence.shown(v.plate()),
                          Evidence.shown(v.owner()),
                          at(v.fileId(), v.recordNo()))));
      lines.addAll(asked.rawSamples(DieselTables.ANOMALY, row));
    }
  }

  /** Texts of raw records, each once and not without end. */
  private static final class RawTexts {
    private final Evidence asked;
    private final Set<Message> seen = new HashSet<>();

    RawTexts(Evidence asked) {
      this.asked = asked;
    }

    void show(TableRow row, List<Message> lines) {
      Message record = Message.of("explain.place", row.text(FILE_ID), row.whole(RECORD_NO));
      if (seen.contains(record)) {
        lines.add(Message.of("explain.raw-above", record));
      } else if (seen.size() < MOST_TEXTS) {
        seen.add(record);
        lines.add(Message.of("explain.raw"));
        asked
            .rawRecord(row.text(FILE_ID), row.whole(RECORD_NO))
            .forEach(l -> lines.add(Message.of("explain.indented", l)));
      } else {
        lines.add(Message.of("explain.raw-not-shown", record, MOST_TEXTS));
      }
    }
  }

  private static void columns(Table table, List<TableRow> rows, List<Message> lines) {
    rows.forEach(r -> lines.addAll(Evidence.columns(Message.sequence(), table, r).lines()));
  }

  private static Set<String> codes(String separated) {
    Set<String> codes = new LinkedHashSet<>();
    if (separated != null) {
      for (String code : separated.split("[;,，；]")) {
        codes.add(code.trim());
      }
    }
    return codes;
  }

  private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
    return a.isAfter(b) ? a : b;
  }

  /** Where a row of the registry stands. */
  private static Message at(String fileId, long recordNo) {
    return Message.of("explain.at", fileId, recordNo);
  }

  private static Object perhaps(TableRow row, String name) {
    Object value = row.shownAs(name);
    return value instanceof BigDecimal number
        ? plain(number)
        : value == null ? Message.of("explain.no-value-there") : value.toString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static Object shown(TableRow row, Column column) {
    String text = row.shown(column);
    return Evidence.shown(text);
  }
}
