package org.dawen.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.dawen.pool.Ledgers.Heard;

/** What holds of every ledger, however its entries come. */
class LedgerPropertiesTest {
  private static final int MOST_ROUNDS = 5;
  private static final List<String> COUNTIES = List.of("370902", "370911", "370921");

  /** A ledger with its rules, drawn from a seed. */
  record Drawn(long seed, LedgerRules rules, List<Entry> entries) {
    @Override
    public String toString() {
      return "seed " + seed + "\n" + String.join("\n", entries.stream().map(Drawn::line).toList());
    }

    static String line(Entry e) {
      return "%d %s %s %s>%s %s %s %s x%s ref %s"
          .formatted(
              e.entryNo(),
              e.day(),
              e.kind(),
              e.county(),
              e.otherCounty(),
              e.pollutant(),
              e.mass(),
              e.project(),
              e.multiplier(),
              e.refersTo());
    }
  }

  @Provide
  Arbitrary<Drawn> ledgers() {
    return Arbitraries.longs().map(LedgerPropertiesTest::draw);
  }

  private static Drawn draw(long seed) {
    Random random = new Random(seed);
    LedgerRules rules = Ledgers.rules();
    if (random.nextBoolean()) {
      rules = rules.withValidities(List.of(Ledgers.validFor(1 + random.nextInt(3))));
    }
    if (random.nextBoolean()) {
      rules =
          rules.withClosings(
              List.of(new LedgerRules.Closing(YearMonth.of(2024, 4), random.nextInt(40))));
    }
    return new Drawn(seed, rules, entries(random, 1, 3 + random.nextInt(50)));
  }

  private static List<Entry> entries(Random random, long firstNo, int count) {
    EntryKind[] kinds = {
      EntryKind.CERTIFY,
      EntryKind.CERTIFY,
      EntryKind.ALLOCATE_COUNTY,
      EntryKind.ALLOCATE_COUNTY,
      EntryKind.ALLOCATE_CITY,
      EntryKind.RETURN,
      EntryKind.ADJUST,
      EntryKind.ADJUST,
      EntryKind.TRANSFER,
      EntryKind.REVERSE
    };
    List<Entry> entries = new ArrayList<>();
    for (long no = firstNo; no < firstNo + count; no++) {
      EntryKind kind = kinds[random.nextInt(kinds.length)];
      boolean isReference = kind == EntryKind.REVERSE || kind == EntryKind.ADJUST;
      boolean namesProject = kind == EntryKind.RETURN && random.nextBoolean();
      int most = kind == EntryKind.CERTIFY ? 400_000 : 150_000;
      entries.add(
          new Entry(
              no,
              Ledgers.MARCH.plusDays(random.nextInt(5) == 0 ? random.nextInt(160) : no * 3 % 160),
              kind,
              isReference || kind == EntryKind.RETURN ? null : pick(random, COUNTIES),
              kind == EntryKind.TRANSFER ? pick(random, COUNTIES) : null,
              isReference ? null : pick(random, List.of("NOx", "a21002", "COD")),
              kind == EntryKind.REVERSE ? null : (long) random.nextInt(most),
              null,
              kind.isAllocation() || namesProject ? "P" + random.nextInt(4) : null,
              kind.isAllocation() ? BigDecimal.valueOf(1 + random.nextInt(2)) : null,
              isReference || kind == EntryKind.RETURN && !namesProject
                  ? Long.valueOf(1 + random.nextInt((int) no))
                  : null,
              "D-" + no,
              null,
              "0",
              "pool/p.csv",
              no));
    }
    return entries;
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void ledgerAlwaysAddsUp(@ForAll("ledgers") Drawn drawn) {
    Heard heard = Ledgers.run(drawn.rules(), drawn.entries());

    assertThat(heard.accounts().values().stream().mapToLong(Long::longValue).sum()).isZero();
    for (CountyMonth m : heard.counties) {
      assertThat(m.certified() + m.adjusted())
          .isEqualTo(m.originBalance() + m.originUsed() + m.originExpired() - m.originShortfall());
      assertThat(m.balance())
          .isEqualTo(
              m.retained()
                  + m.transferred()
                  - m.allocated()
                  + m.returned()
                  - m.expired()
                  + m.shortfall());
    }
    lastMonthsEqualTheReplayedAccounts(heard);
    everyShareIsAccountedFor(heard.ledger);
  }

  private static void lastMonthsEqualTheReplayedAccounts(Heard heard) {
    Map<String, Long> accounts = heard.accounts();
    Map<String, CountyMonth> last = new HashMap<>();
    heard.counties.forEach(m -> last.put(m.pollutant() + " " + m.county(), m));
    last.forEach(
        (key, m) -> {
          assertThat(m.balance()).isEqualTo(accounts.getOrDefault("retained " + key, 0L));
          assertThat(m.shortfall()).isEqualTo(-accounts.getOrDefault("shortfall " + key, 0L));
          assertThat(m.certified() + m.adjusted())
              .isEqualTo(
                  -accounts.getOrDefault("certified " + key, 0L)
                      - accounts.getOrDefault("certified " + key + " city", 0L));
        });
    Map<String, CityMonth> lastCity = new HashMap<>();
    heard.city.forEach(m -> lastCity.put(m.pollutant() + " " + m.originCounty(), m));
    lastCity.forEach(
        (key, m) -> {
          if (m.originCounty() != null) {
            assertThat(m.balance()).isEqualTo(accounts.getOrDefault("pool " + key + " city", 0L));
          }
        });
  }

  /** Lot by lot: a share is what lies in lots, was used, expired or given as cover, less debt. */
  private static void everyShareIsAccountedFor(Ledger ledger) {
    for (Book book : ledger.books().values()) {
      Map<Certification.Lot, Long> used = new HashMap<>();
      book.allotmentsByProject
          .values()
          .forEach(
              all ->
                  all.forEach(a -> a.pieces.forEach(p -> used.merge(p.lot, p.inUse, Long::sum))));
      for (Certification c : book.certifications) {
        for (Certification.Share share : List.of(c.countyShare, c.cityShare)) {
          long there = -share.owed;
          for (Certification.Lot lot : share.lots) {
            there += lot.balance + lot.expired + lot.givenAsCover() + used.getOrDefault(lot, 0L);
          }
          assertThat(there).isEqualTo(share.amount);
        }
      }
    }
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void arrivalOrderDoesNotMatter(@ForAll("ledgers") Drawn drawn, @ForAll long shuffle) {
    List<Entry> otherwise = new ArrayList<>(drawn.entries());
    otherwise.addAll(
        drawn.entries().stream().map(e -> Ledgers.inFile(e, "pool/q.csv", e.mass())).toList());
    Collections.shuffle(otherwise, new Random(shuffle));

    Heard heard = Ledgers.run(drawn.rules(), otherwise);

    Heard straight = Ledgers.run(drawn.rules(), drawn.entries());
    assertThat(heard.postings).isEqualTo(straight.postings);
    assertThat(heard.counties).isEqualTo(straight.counties);
    assertThat(heard.city).isEqualTo(straight.city);
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void reversingEverythingGivesZero(@ForAll("ledgers") Drawn drawn) {
    Heard before = Ledgers.run(drawn.rules(), drawn.entries());
    List<Long> standing = new ArrayList<>();
    for (Posting p : before.postings) {
      boolean isDerived = p.kind() == EntryKind.POOL || p.kind() == EntryKind.EXPIRE;
      if (p.refusal() == null && !isDerived && !standing.contains(p.source().entryNo())) {
        if (p.kind() != EntryKind.REVERSE) {
          standing.add(p.source().entryNo());
        }
      }
    }
    Collections.reverse(standing);
    List<Entry> all = new ArrayList<>(drawn.entries());
    Heard after = before;
    // Latest first. Two transfers may have shared one lot, and a reversal drawn at random may have
    // undone the earlier: the later then waits for what the earlier sent on, so it is entered
    // again.
    for (int round = 0; round < MOST_ROUNDS && !standing.isEmpty(); round++) {
      long firstNo = 1_000L * (round + 1);
      long no = firstNo;
      for (long entryNo : standing) {
        all.add(Ledgers.reverse(no++, 400 + round, entryNo));
      }
      after = Ledgers.run(drawn.rules(), all);
      List<Long> waiting = new ArrayList<>();
      for (int i = 0; i < standing.size(); i++) {
        if (after.refusal(firstNo + i) == Refusal.USED_SINCE) {
          waiting.add(standing.get(i));
        }
      }
      standing = waiting;
    }

    if (standing.isEmpty()) {
      assertThat(after.accounts()).isEmpty();
    } else {
      // One ledger in 100,000: transfers to and fro whose lots a reversal between them has mixed
      // wait for each other. Nothing else may.
      Map<Long, EntryKind> kinds = new HashMap<>();
      drawn.entries().forEach(e -> kinds.put(e.entryNo(), e.kind()));
      assertThat(standing).hasSizeGreaterThan(1);
      assertThat(standing).allMatch(no -> kinds.get(no) == EntryKind.TRANSFER);
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void noAccountIsEverBelowZero(@ForAll("ledgers") Drawn drawn) {
    Heard heard = Ledgers.run(drawn.rules(), drawn.entries());
    Map<String, Long> accounts = new HashMap<>();
    for (Posting p : heard.postings) {
      assertThat(p.mass()).isNotNegative();
      Ledgers.apply(accounts, p);
      accounts.forEach(
          (name, balance) -> {
            boolean isOwed = name.startsWith("certified") || name.startsWith("shortfall");
            assertThat(isOwed ? -balance : balance).as(name + " after " + p).isNotNegative();
          });
    }
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void closedMonthsStayClosed(@ForAll("ledgers") Drawn drawn, @ForAll long more) {
    long last = drawn.entries().size();
    YearMonth closed = YearMonth.of(2024, 5);
    LedgerRules rules = drawn.rules().withClosings(List.of(new LedgerRules.Closing(closed, last)));
    List<Entry> later = new ArrayList<>(drawn.entries());
    later.addAll(entries(new Random(more), last + 1, 30));

    Heard before = Ledgers.run(rules, drawn.entries());
    Heard after = Ledgers.run(rules, later);

    assertThat(until(after, closed)).isEqualTo(until(before, closed));
    LocalDate end = closed.atEndOfMonth();
    assertThat(after.postings.stream().filter(p -> !p.day().isAfter(end)))
        .containsExactlyElementsOf(
            before.postings.stream().filter(p -> !p.day().isAfter(end)).toList());
  }

  private static List<CountyMonth> until(Heard heard, YearMonth month) {
    return heard.counties.stream().filter(m -> !m.month().isAfter(month)).toList();
  }

  @Example
  void whoOwesFirstIsCoveredFirst() {
    Heard heard =
        Ledgers.run(
            Ledgers.certify(1, 1, "370902", "10.0000"),
            Ledgers.certify(2, 2, "370902", "10.0000"),
            Ledgers.allocate(3, 3, "370902", "14.0000", "P1"),
            Ledgers.adjust(4, 4, "0.0000", 1),
            Ledgers.adjust(5, 5, "0.0000", 2),
            Ledgers.certify(6, 40, "370902", "5.0000"));

    assertThat(heard.postings)
        .extracting(Posting::detail)
        .contains("covers the shortfall of certification 1")
        .doesNotContain("covers the shortfall of certification 2");
  }
}
