package org.dawen.pool;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dawen.intake.ReceivedPool;

/**
 * One record of the ledger as received. Everything but number, day and kind may be null: what a
 * kind needs is judged by the ledger.
 *
 * @param entryNo number of the entry
 * @param day its own day
 * @param kind what it says
 * @param county county it is about; of a transfer the giver
 * @param otherCounty of a transfer the receiver
 * @param pollutant pollutant as received
 * @param mass in 0.0001 t; of an allocation the project's need before the multiplier
 * @param reductionYear year whose task the reduction counts for
 * @param project project
 * @param multiplier times the need that must be drawn
 * @param refersTo number of the entry it refers to
 * @param documentNo document
 * @param fileOrder time stamp and revision of the file
 * @param fileId file
 * @param recordNo line
 */
public record Entry(
    long entryNo,
    LocalDate day,
    EntryKind kind,
    String county,
    String otherCounty,
    String pollutant,
    Long mass,
    Integer reductionYear,
    String project,
    BigDecimal multiplier,
    Long refersTo,
    String documentNo,
    String note,
    String fileOrder,
    String fileId,
    long recordNo) {

  /** Records of {@code received.pool} as entries; equal codes, files and days are one object. */
  public static List<Entry> of(Collection<ReceivedPool> records) {
    Shared shared = new Shared();
    return records.stream().map(r -> of(r, shared)).toList();
  }

  private static Entry of(ReceivedPool r, Shared shared) {
    return new Entry(
        r.entryNo(),
        shared.one(r.dataDay()),
        EntryKind.valueOf(String.valueOf(r.kind())),
        shared.one(r.countyCode()),
        shared.one(r.otherCountyCode()),
        shared.one(r.pollutantCode()),
        Tonnes.units(r.massT()),
        r.reductionYear(),
        r.projectCode(),
        r.multiplier(),
        r.refersToEntryNo(),
        r.documentNo(),
        r.note(),
        shared.one(r.provenance().fileOrder()),
        shared.one(r.provenance().fileId()),
        r.provenance().recordNo());
  }

  /** One object for equal values, of which a long ledger has a million. */
  private static final class Shared {
    private final Map<Object, Object> seen = new HashMap<>();

    @SuppressWarnings("unchecked") // what is equal is of one class
    <T> T one(T value) {
      return value == null ? null : (T) seen.computeIfAbsent(value, v -> v);
    }
  }

  /** True if both say the same, wherever they stand. */
  boolean saysTheSameAs(Entry o) {
    return day.equals(o.day)
        && kind == o.kind
        && Objects.equals(county, o.county)
        && Objects.equals(otherCounty, o.otherCounty)
        && Objects.equals(pollutant, o.pollutant)
        && Objects.equals(mass, o.mass)
        && Objects.equals(reductionYear, o.reductionYear)
        && Objects.equals(project, o.project)
        && (multiplier == null
            ? o.multiplier == null
            : o.multiplier != null && multiplier.compareTo(o.multiplier) == 0)
        && Objects.equals(refersTo, o.refersTo)
        && Objects.equals(documentNo, o.documentNo)
        && Objects.equals(note, o.note);
  }
}
