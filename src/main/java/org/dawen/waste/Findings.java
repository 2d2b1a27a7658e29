package org.dawen.waste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.intake.ReceivedWasteMove.Direction;
import org.dawen.lake.DaySet;
import org.dawen.waste.Finding.Force;
import org.dawen.waste.Finding.Kind;

/** What does not fit in the ledger and the manifests of one unit. */
final class Findings {
  private final String unit;
  private final Units units;
  private final Horizon horizon;
  private final Map<List<Object>, Finding> found = new LinkedHashMap<>();

  /**
   * How far the records reach, and the thresholds of the settings.
   *
   * @param lastDay last day of any move or manifest; null: there are none
   * @param hasManifests manifests were sent in at all
   * @param receiptDays days a transfer may take
   * @param manifestDifferenceT t that sent and received may differ
   */
  record Horizon(
      LocalDate lastDay, boolean hasManifests, int receiptDays, BigDecimal manifestDifferenceT) {

    /** Earlier days for each far ahead of them that make the latter typing errors. */
    private static final int DAYS_AGAINST_ONE = 20;

    /**
     * The last day of the records, apart from a few days a year or more after many others: these
     * are typing errors and must not make every batch old.
     */
    static LocalDate lastDay(DaySet days) {
      List<DaySet.Range> stretches = days.stretches().ranges();
      DaySet left = days;
      for (int i = stretches.size() - 1; i > 0; i--) {
        DaySet.Range last = stretches.get(i);
        DaySet earlier = left.minus(DaySet.between(last.from(), last.to()));
        if (earlier.size() < DAYS_AGAINST_ONE * (left.size() - earlier.size())) {
          break;
        }
        left = earlier;
      }
      return left.isEmpty() ? null : left.last();
    }
  }

  private Findings(String unit, Units units, Horizon horizon) {
    this.unit = unit;
    this.units = units;
    this.horizon = horizon;
  }

  static List<Finding> of(
      String unit,
      Units units,
      Horizon horizon,
      List<Move> moves,
      List<Store> stores,
      List<Manifest> manifests) {
    Findings findings = new Findings(unit, units, horizon);
    stores.forEach(findings::look);
    manifests.forEach(m -> findings.look(m, !moves.isEmpty()));
    findings.movesWithoutManifest(moves, manifests);
    return new ArrayList<>(findings.found.values());
  }

  private void look(Store store) {
    for (Store.Unbacked u : store.unbacked()) {
      Move m = u.move();
      give(Kind.OUT_WITHOUT_STOCK, m.batchNo(), m.wasteCode(), m.day(), u.missingT(), null, m);
    }
    for (Store.Account account : store.accounts()) {
      account.stays().forEach(stay -> look(account, stay));
    }
  }

  /** Law art. 81: longer than allowed from the day after the last one allowed. */
  private void look(Store.Account account, Store.Stay stay) {
    LocalDate last = units.keepUntil(stay.since());
    LocalDate begin = last.plusDays(1);
    boolean isGoneBefore = stay.until() != null && !stay.until().isAfter(begin);
    if (isGoneBefore || begin.isAfter(horizon.lastDay())) {
      return;
    }
    Move first = account.first();
    LocalDate end = stay.until() == null ? horizon.lastDay() : stay.until();
    add(
        new Finding(
            Kind.STORAGE_OVER_ONE_YEAR,
            unit,
            first.batchNo(),
            first.wasteCode(),
            begin,
            stay.until(),
            units.forceOfStorage(begin),
            units.isStorageProvisional(stay.since(), end),
            units.county(begin),
            account.at(begin),
            days(stay.since(), end),
            first.fileId(),
            first.recordNo()));
  }

  private void look(Manifest m, boolean hasLedger) {
    LocalDate sent = m.sentOn();
    if (m.differenceT() != null
        && m.differenceT().abs().compareTo(horizon.manifestDifferenceT()) > 0) {
      give(Kind.MANIFEST_MASS_DIFFERS, m, m.dataDay(), m.differenceT(), null);
    }
    if (m.underwayDays() != null && m.underwayDays() > horizon.receiptDays()) {
      give(Kind.RECEIVED_OVER_10_DAYS_AFTER_SENDING, m, m.dataDay(), null, m.underwayDays());
    } else if (m.underwayDays() != null && m.underwayDays() < 0) {
      give(Kind.RECEIVED_BEFORE_SENDING, m, m.dataDay(), null, m.underwayDays());
    }
    LocalDate late = sent == null ? null : sent.plusDays(horizon.receiptDays() + 1L);
    if (sent != null && m.receivedOn() == null && !late.isAfter(horizon.lastDay())) {
      give(Kind.NOT_RECEIVED_WITHIN_10_DAYS, m, late, m.sentT(), days(sent, horizon.lastDay()));
    }
    if (hasLedger && m.ledgerOutT() == null) {
      give(Kind.MANIFEST_WITHOUT_LEDGER, m, m.dataDay(), m.sentT(), null);
    } else if (m.ledgerOutT() != null
        && m.sentT() != null
        && m.ledgerOutT().compareTo(m.sentT()) != 0) {
      give(
          Kind.LEDGER_DIFFERS_FROM_MANIFEST,
          m,
          m.dataDay(),
          m.ledgerOutT().subtract(m.sentT()),
          null);
    }
  }

  private void movesWithoutManifest(List<Move> moves, List<Manifest> manifests) {
    if (!horizon.hasManifests()) {
      return;
    }
    Set<Manifests.Number> sent = new HashSet<>();
    manifests.forEach(m -> sent.add(new Manifests.Number(m.manifestNo(), m.wasteCode())));
    moves.stream()
        .filter(m -> m.direction() == Direction.OUT && m.manifestNo() != null)
        .filter(m -> !sent.contains(new Manifests.Number(m.manifestNo(), m.wasteCode())))
        .forEach(
            m ->
                give(
                    Kind.LEDGER_WITHOUT_MANIFEST,
                    m.manifestNo(),
                    m.wasteCode(),
                    m.day(),
                    m.massT(),
                    null,
                    m));
  }

  private static int days(LocalDate from, LocalDate to) {
    return (int) ChronoUnit.DAYS.between(from, to);
  }

  private void give(Kind kind, Manifest m, LocalDate day, BigDecimal mass, Integer span) {
    add(screening(kind, m.manifestNo(), m.wasteCode(), day, mass, span, m.fileId(), m.recordNo()));
  }

  private void give(
      Kind kind,
      String object,
      String waste,
      LocalDate day,
      BigDecimal mass,
      Integer span,
      Move m) {
    add(screening(kind, object, waste, day, mass, span, m.fileId(), m.recordNo()));
  }

  private Finding screening(
      Kind kind,
      String object,
      String waste,
      LocalDate day,
      BigDecimal mass,
      Integer span,
      String fileId,
      long recordNo) {
    return new Finding(
        kind,
        unit,
        object,
        waste,
        day,
        null,
        Force.SCREENING,
        false,
        units.county(day),
        mass,
        span,
        fileId,
        recordNo);
  }

  /** Two lines of one file may give the same finding for a batch and day: one of both masses. */
  private void add(Finding f) {
    found.merge(
        List.of(f.finding(), f.objectNo(), f.wasteCode(), f.dataDay()),
        f,
        (a, b) ->
            new Finding(
                a.finding(),
                a.unitCode(),
                a.objectNo(),
                a.wasteCode(),
                a.dataDay(),
                a.endedOn(),
                a.force(),
                a.isProvisional(),
                a.countyCode(),
                a.massT() == null ? null : a.massT().add(b.massT()),
                a.spanDays(),
                a.fileId(),
                a.recordNo()));
  }
}
