package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.TextOrder;
import org.dawen.power.HourEnergies;
import org.dawen.source.SourceTables;

/**
 * Reported as stopped but running (报停实产): hours in which every outlet of an enterprise that sent
 * anything said it stands (flag F of HJ 212-2017 table 8, or a mark of certain kinds) while a
 * production meter drew more than a share of its rated power.
 */
final class StoppedEvidence {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final EvidenceSettings settings;

  StoppedEvidence(EvidenceSettings settings) {
    this.settings = settings;
  }

  /** A production meter that drew power in an hour. */
  private record Running(LocalDateTime hourStart, String meter, BigDecimal kwh) {}

  /** One piece of evidence a day, of one enterprise. */
  List<LeadEvidence> of(List<OutletHour> hours, List<MeterDay> meterDays) {
    Map<LocalDate, List<Running>> running = new TreeMap<>();
    meterDays.forEach(
        m -> running.computeIfAbsent(m.dataDay(), d -> new ArrayList<>()).addAll(running(m)));
    Map<LocalDateTime, Map<String, Boolean>> said = new HashMap<>();
    for (OutletHour h : hours) {
      if (h.enterpriseCode() != null && running.containsKey(h.dataDay())) {
        said.computeIfAbsent(h.hourStart(), t -> new HashMap<>())
            .merge(h.outletCode(), saysStopped(h), Boolean::logicalOr);
      }
    }
    List<LeadEvidence> evidence = new ArrayList<>();
    running.forEach(
        (day, of) -> {
          List<Running> meanwhile =
              of.stream()
                  .filter(r -> said.containsKey(r.hourStart()))
                  .filter(r -> !said.get(r.hourStart()).containsValue(false))
                  .toList();
          if (meanwhile.stream().map(Running::hourStart).distinct().count()
              >= Math.max(1, settings.fewestHoursStopped())) {
            evidence.add(evidence(meterDays.get(0).enterpriseCode(), day, meanwhile, said));
          }
        });
    return evidence;
  }

  private boolean saysStopped(OutletHour h) {
    return "F".equals(h.dataFlag())
        || h.markKind() != null && settings.stoppedMarkKinds().contains(h.markKind());
  }

  private List<Running> running(MeterDay m) {
    List<Running> running = new ArrayList<>();
    if ("production".equals(m.role()) && m.ratedKw() != null && m.ratedKw().signum() > 0) {
      BigDecimal least = m.ratedKw().multiply(settings.productionOnPercent());
      List<BigDecimal> energies = m.energies().hours();
      for (int hour = 0; hour < energies.size(); hour++) {
        BigDecimal kwh = energies.get(hour);
        if (kwh != null && kwh.multiply(HUNDRED).compareTo(least) > 0) {
          running.add(new Running(m.dataDay().atStartOfDay().plusHours(hour), m.meterCode(), kwh));
        }
      }
    }
    return running;
  }

  private LeadEvidence evidence(
      String enterprise,
      LocalDate day,
      List<Running> running,
      Map<LocalDateTime, Map<String, Boolean>> said) {
    TreeSet<LocalDateTime> starts = new TreeSet<>();
    running.forEach(r -> starts.add(r.hourStart()));
    LocalDateTime start = starts.first();
    LocalDateTime end = starts.last().plusHours(1);
    String outlets =
        starts.stream()
            .map(t -> Shown.list(said.get(t).keySet(), ";"))
            .max(TextOrder::compare)
            .orElseThrow();
    String meters = Shown.list(running.stream().map(Running::meter).toList(), ";");
    String kwh =
        Shown.rounded(
            running.stream().map(Running::kwh).reduce(BigDecimal.ZERO, BigDecimal::add), 1);
    return LeadEvidence.of(
        EvidenceKind.PACKETS_SAY_STOPPED,
        enterprise,
        day,
        new LeadEvidence.Span(start, end, Shown.minutesOf(starts.size())),
        new LeadEvidence.Source(
            SourceTables.OUTLET_HOUR.name(),
            Shown.condition(
                Shown.is("enterprise_code", enterprise),
                Shown.is("hour_start", ">=", start),
                Shown.is("hour_start", "<", end),
                saysStoppedInSql())),
        new LeadEvidence.Words(
            "%s to %s: %s reported a stop of %d h while %s drew %s kWh"
                .formatted(
                    Shown.minute(start), Shown.minute(end), outlets, starts.size(), meters, kwh),
            "%s至%s：%s上报停运%d小时，同期%s用电%s千瓦时"
                .formatted(
                    Shown.minute(start), Shown.minute(end), outlets, starts.size(), meters, kwh)));
  }

  private String saysStoppedInSql() {
    List<String> kinds = settings.stoppedMarkKinds().stream().map(SqlLiteral::of).toList();
    return "(data_flag = 'F' OR mark_kind IN (%s))".formatted(String.join(", ", kinds));
  }

  /** A meter's day, from {@code power.meter_day}. */
  record MeterDay(
      String meterCode,
      LocalDate dataDay,
      String enterpriseCode,
      @Nullable String role,
      @Nullable @Digits(value = 12, scale = 3) BigDecimal ratedKw,
      HourEnergies energies) {}
}
