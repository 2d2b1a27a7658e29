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

  /** An entry whose verdict would be another: booked or the reason for its refusal. */
  public record OtherVerdict(long entryNo, LocalDate day, EntryKind kind, String is, String then) {}

  /** What would differ: all balances, the verdicts that change, the postings of an added entry. */
  public record Answer(
      List<Difference> balances, List<OtherVerdict> verdicts, List<Posting> ofAddedEntry) {}

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
            verdicts.add(new OtherVerdict(no, p.day(), p.source().kind(), words(p), words(other)));
          }
        });
    return new Answer(balances, verdicts, List.copyOf(then.postings));
  }

  private static String words(Posting p) {
    return p.refusal() == null ? "booked" : p.refusal().name();
  }

  /** The last balances, the verdict of each entry, the postings of one entry. */
  private static final class Heard implements LedgerListener {
    private final Map<List<String>, Long> balances =
        new TreeMap<>(Comparator.comparing(List::toString));
    private final Map<Long, Posting> verdicts = new TreeMap<>();
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
              m.originCounty() == null ? PoolTables.ALL_COUNTIES : m.originCounty()),
          m.balance());
    }
  }

  private static Heard hear(List<Entry> entries, LedgerRules rules, long watchedNo) {
    Heard heard = new Heard(watchedNo);
    new Ledger(entries, rules, heard).run();
    return heard;
  }
}
