package org.dawen.pool;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ledger as it would be under a change, beside the ledger as it is. Nothing is written. */
public final class WhatIf {
  private final List<Entry> entries;
  private final LedgerRules rules;

  public WhatIf(List<Entry> entries, LedgerRules rules) {
    this.entries = entries;
    this.rules = rules;
  }

  /**
   * A balance as it is and as it would be, in t.
   *
   * @param account {@code retained} or {@code pool}
   * @param county county; of the pool the county of origin
   */
  public record Difference(
      String account, String county, String pollutant, BigDecimal balance, BigDecimal then) {}

  /**
   * An entry whose verdict would be another: booked or the reason for its refusal.
   *
   * @param mass mass of the entry in t, before the multiplier; null: none
   */
  public record OtherVerdict(
      long entryNo,
      LocalDate day,
      EntryKind kind,
      String county,
      String pollutant,
      BigDecimal mass,
      String is,
      String then) {}

  /**
   * An entry that would leave more uncovered than it does: what was drawn from a certification that
   * it lowers, and that no other lot of the account covers at once.
   *
   * @param account {@code retained} or {@code pool}
   * @param is missing now, in t
   * @param then missing under the change, in t
   */
  public record MoreShortfall(
      long entryNo,
      LocalDate day,
      EntryKind kind,
      String account,
      String county,
      String pollutant,
      BigDecimal is,
      BigDecimal then) {}

  /**
   * What would differ: all balances, the shortfalls that grow, the verdicts that change, the
   * postings of an added entry.
   */
  public record Answer(
      List<Difference> balances,
      List<MoreShortfall> shortfalls,
      List<OtherVerdict> verdicts,
      List<Posting> ofAddedEntry) {}

  /** Another ratio of the city's share for certifications from a day on. */
  public Answer ratio(BigDecimal ratio, LocalDate from) {
    return compare(entries, rules.withRatioFrom(from, ratio), -1);
  }

  /**
   * A project more, entered last.
   *
   * @param kind an allocation
   * @param need in 0.0001 t, before the multiplier
   * @param multiplier null: by the rule
   * @param day null: the last day with an entry
   */
  public Answer project(
      EntryKind kind,
      String county,
      String pollutant,
      long need,
      BigDecimal multiplier,
      LocalDate day) {
    long no = entries.stream().mapToLong(Entry::entryNo).max().orElse(0) + 1;
    LocalDate last =
        entries.stream().map(Entry::day).max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
    List<Entry> more = new ArrayList<>(entries);
    more.add(
        new Entry(
            no,
            day == null ? last : day,
            kind,
            county,
            null,
            pollutant,
            need,
            null,
            "what-if",
            multiplier,
            null,
            null,
            null,
            "",
            "",
            0));
    return compare(more, rules, no);
  }

  private Answer compare(List<Entry> changedEntries, LedgerRules changedRules, long addedNo) {
    Heard is = hear(entries, rules, addedNo);
    Heard then = hear(changedEntries, changedRules, addedNo);
    List<Difference> balances = new ArrayList<>();
    Map<List<String>, Long> all = new TreeMap<>(Comparator.comparing(List::toString));
    is.balances.forEach((k, v) -> all.put(k, v));
    then.balances.forEach((k, v) -> all.putIfAbsent(k, 0L));
    all.keySet()
        .forEach(
            k ->
                balances.add(
                    new Difference(
                        k.get(0),
                        k.get(2),
                        k.get(1),
                        Tonnes.of(is.balances.getOrDefault(k, 0L)),
                        Tonnes.of(then.balances.getOrDefault(k, 0L)))));
    List<OtherVerdict> verdicts = new ArrayList<>();
    is.verdicts.forEach(
        (no, p) -> {
          Posting other = then.verdicts.get(no);
          if (other != null && p.refusal() != other.refusal()) {
            Entry e = p.source();
            verdicts.add(
                new OtherVerdict(
                    no,
                    p.day(),
                    e.kind(),
                    e.county(),
                    p.pollutant(),
                    e.mass() == null ? null : Tonnes.of(e.mass()),
                    words(p),
                    words(other)));
          }
        });
    return new Answer(balances, moreShortfalls(is, then), verdicts, List.copyOf(then.postings));
  }

  private static List<MoreShortfall> moreShortfalls(Heard is, Heard then) {
    List<MoreShortfall> more = new ArrayList<>();
    then.uncovered.forEach(
        (cause, mass) -> {
          long now = Math.max(0, is.uncovered.getOrDefault(cause, 0L));
          if (mass > now) {
            more.add(
                new MoreShortfall(
                    cause.entryNo,
                    cause.day,
                    cause.kind,
                    cause.isCityShare ? "pool" : "retained",
                    cause.county,
                    cause.pollutant,
                    Tonnes.of(now),
                    Tonnes.of(mass)));
          }
        });
    return more;
  }

  /** What opens or pays a shortfall. */
  private record Cause(
      LocalDate day,
      long entryNo,
      EntryKind kind,
      String county,
      String pollutant,
      boolean isCityShare) {
    private static final Comparator<Cause> IN_ORDER =
        Comparator.comparing(Cause::day)
            .thenComparing(Cause::entryNo)
            .thenComparing(Cause::kind)
            .thenComparing(Cause::county)
            .thenComparing(Cause::pollutant)
            .thenComparing(Cause::isCityShare);
  }

  private static String words(Posting p) {
    return p.refusal() == null ? "booked" : p.refusal().name();
  }

  /** The last balances, verdict and shortfall of each entry, the postings of one entry. */
  private static final class Heard implements LedgerListener {
    private final Map<List<String>, Long> balances =
        new TreeMap<>(Comparator.comparing(List::toString));
    private final Map<Long, Posting> verdicts = new TreeMap<>();
    private final Map<Cause, Long> uncovered = new TreeMap<>(Cause.IN_ORDER);
    private final List<Posting> postings = new ArrayList<>();
    private final long watchedNo;

    Heard(long watchedNo) {
      this.watchedNo = watchedNo;
    }

    @Override
    public void posted(Posting p) {
      boolean isDerived = p.kind() == EntryKind.EXPIRE;
      if (p.copyNo() == 1 && !isDerived) {
        verdicts.putIfAbsent(p.source().entryNo(), p);
      }
      if (p.source().entryNo() == watchedNo && !isDerived) {
        postings.add(p);
      }
      // The account shows what is missing without its minus: what leaves it opens a shortfall.
      if (p.from() == Posting.Account.SHORTFALL) {
        uncovered.merge(cause(p, p.fromCounty()), p.mass(), Long::sum);
      }
      if (p.to() == Posting.Account.SHORTFALL) {
        uncovered.merge(cause(p, p.toCounty()), -p.mass(), Long::sum);
      }
    }

    private static Cause cause(Posting p, String county) {
      return new Cause(
          p.day(), p.source().entryNo(), p.kind(), county, p.pollutant(), p.isCityShare());
    }

    @Override
    public void monthEnded(CountyMonth m) {
      balances.put(List.of("retained", m.pollutant(), m.county()), m.balance());
    }

    @Override
    public void monthEnded(CityMonth m) {
      balances.put(
          List.of(
              "pool",
              m.pollutant(),
              m.originCounty() == null ? CityBalanceMonth.ALL_COUNTIES : m.originCounty()),
          m.balance());
    }
  }

  private static Heard hear(List<Entry> entries, LedgerRules rules, long watchedNo) {
    Heard heard = new Heard(watchedNo);
    new Ledger(entries, rules, heard).run();
    return heard;
  }
}
