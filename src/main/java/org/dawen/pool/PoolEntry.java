package org.dawen.pool;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Components;
import org.dawen.lake.Constraint;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A posting of the ledger, or an entry that moved nothing. */
@OfTable(
    name = "pool.entry",
    grain = "One row per posting of the ledger, and per entry that moved nothing.",
    layout = Layout.BY_YEAR,
    sources = {
      "received.pool",
      "registry.pool_closing",
      "registry.pool_multiplier",
      "registry.pool_validity"
    },
    warnings = {
      "Refused entries stand here with their reason; sum masses of booked ones only",
      "Expiries are known up to the end of the last month with an entry, or closed"
    })
public record PoolEntry(
    @Key long entryNo,
    @Key int copyNo,
    @Key EntryKind kind,
    @Key int postingNo,
    @Day LocalDate dataDay,
    int dayPlace,
    LocalDate entryDay,
    Judgement judgement,
    @Nullable String pollutantCode,
    Movement movement,
    Lot lot,
    @Nullable String countyCode,
    @Nullable String projectCode,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal multiplier,
    @Nullable Long refersToEntryNo,
    @Nullable String documentNo,
    @Nullable String detail,
    String fileId,
    long recordNo) {
  private static final int MULTIPLIER_DECIMALS = 4;

  /** Whether an entry stands. */
  enum Verdict {
    BOOKED("booked"),
    REFUSED("refused");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** The word in tables. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * What became of the entry.
   *
   * @param refusalReason null: it stands
   * @param missingT null: it was not refused for lack of mass
   */
  record Judgement(
      Verdict verdict,
      @Nullable Refusal refusalReason,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal missingT) {}

  /**
   * From which account to which; null accounts: nothing was moved.
   *
   * @param certifiedChangeT by how much the certified mass in force changes: more where the counter
   *     account {@code certified} gives, less where it takes back; null: it does neither
   */
  record Movement(
      @Nullable Posting.Account fromAccount,
      @Nullable String fromCountyCode,
      @Nullable Posting.Account toAccount,
      @Nullable String toCountyCode,
      boolean isCityShare,
      @Digits(value = 18, scale = 4) BigDecimal massT,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal certifiedChangeT) {

    private static Movement of(Posting p) {
      BigDecimal mass = Tonnes.of(p.mass());
      BigDecimal certified =
          p.from() == Posting.Account.CERTIFIED
              ? mass
              : p.to() == Posting.Account.CERTIFIED ? mass.negate() : null;
      return new Movement(
          p.from(), p.fromCounty(), p.to(), p.toCounty(), p.isCityShare(), mass, certified);
    }
  }

  /** The share of a certification that is moved; all null: nothing was. */
  record Lot(
      @Nullable Long certificationNo,
      @Nullable String originCountyCode,
      @Nullable Integer reductionYear,
      @Nullable LocalDate lastValidDay) {}

  static void constraints(Components of) {
    of.holds(
        "a_posting_moves_from_an_account_to_another",
        Constraint.togetherOrNothing(
            of.one("postingNo"), of.all("fromAccount", "toAccount"), of.one("massT")));
    of.holds(
        "refused_entries_move_nothing",
        Constraint.missingExactlyWhere(
            of.one("refusalReason"), of.one("verdict"), Verdict.BOOKED.toString()));
  }

  static PoolEntry of(Posting p) {
    Entry e = p.source();
    return new PoolEntry(
        e.entryNo(),
        p.copyNo(),
        p.kind(),
        p.postingNo(),
        p.day(),
        p.dayPlace(),
        e.day(),
        new Judgement(
            p.refusal() == null ? Verdict.BOOKED : Verdict.REFUSED,
            p.refusal(),
            p.missing() == null ? null : Tonnes.of(p.missing())),
        p.pollutant(),
        Movement.of(p),
        new Lot(p.certificationNo(), p.originCounty(), p.reductionYear(), p.lastValidDay()),
        e.county(),
        p.project(),
        p.multiplier() == null ? null : p.multiplier().setScale(MULTIPLIER_DECIMALS),
        e.refersTo(),
        e.documentNo(),
        p.detail(),
        e.fileId(),
        e.recordNo());
  }
}
