package org.dawen.pool;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of the ledger: a mass that goes from one account to another, or (with posting number 0)
 * an entry that moved nothing, because it was refused or changed nothing.
 *
 * @param source the record it follows from; of POOL and EXPIRE the certification
 * @param copyNo 1 for the record that stands; 2, … for others with the same number
 * @param kind kind of the posting: that of the entry, or POOL or EXPIRE
 * @param postingNo place within the entry and kind, from 1
 * @param day day on which it is posted
 * @param dayPlace place among all postings of the day, from 1
 * @param pollutant name in the pool; as received if unknown
 * @param from account that gives; null without movement
 * @param to account that takes
 * @param fromCounty county of the account that gives; of the city's share the county of origin
 * @param toCounty county of the account that takes
 * @param isCityShare whether it moves the city's share of a certification or the county's
 * @param certificationNo the lot: entry number of the certification; null without movement
 * @param originCounty county of the certification
 * @param reductionYear year whose task the certification counts for
 * @param lastValidDay last day on which the lot may be drawn from; null: no end
 * @param mass in 0.0001 t, above zero; zero without movement
 * @param project project of an allocation and its returns
 * @param multiplier multiplier applied to an allocation
 * @param refusal why it was refused; null if it stands
 * @param missing in 0.0001 t, what was lacking; null unless refused for lack of mass
 * @param detail what a person should know besides
 */
public record Posting(
    Entry source,
    int copyNo,
    EntryKind kind,
    int postingNo,
    LocalDate day,
    int dayPlace,
    String pollutant,
    Account from,
    Account to,
    String fromCounty,
    String toCounty,
    boolean isCityShare,
    Long certificationNo,
    String originCounty,
    Integer reductionYear,
    LocalDate lastValidDay,
    long mass,
    String project,
    BigDecimal multiplier,
    Refusal refusal,
    Long missing,
    String detail) {

  /** Accounts: each posting is a transfer between two of them. */
  public enum Account {
    /** Counter account: what has been certified, with a minus sign. */
    CERTIFIED,
    /** What a county retained. */
    RETAINED,
    /** The city pool, by county of origin. */
    POOL,
    /** In use by projects. */
    USED,
    /** Expired before use. */
    EXPIRED,
    /** Missing, because it was used before the certification was revised; shown without minus. */
    SHORTFALL;

    /** Name in tables. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
      return code();
    }
  }
}
