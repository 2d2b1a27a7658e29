package org.dawen.pool;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Times the ledger alone over a million random entries: {@code java … LedgerBench [ENTRIES]}. */
final class LedgerBench {
  private LedgerBench() {}

  public static void main(String[] args) {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    List<Entry> entries = entries(count);
    for (int round = 1; round <= 3; round++) {
      long[] postings = new long[1];
      long start = System.nanoTime();
      new Ledger(
              entries,
              Ledgers.rules().withValidities(List.of(Ledgers.validFor(24))),
              p -> postings[0]++)
          .run();
      System.out.printf(
          "round %d: %,d entries, %,d postings, %.2f s%n",
          round, count, postings[0], (System.nanoTime() - start) / 1e9);
    }
  }

  static List<Entry> entries(int count) {
    Random random = new Random(7);
    List<Entry> entries = new ArrayList<>(count);
    for (int no = 1; no <= count; no++) {
      int die = random.nextInt(100);
      EntryKind kind =
          die < 35
              ? EntryKind.CERTIFY
              : die < 65
                  ? EntryKind.ALLOCATE_COUNTY
                  : die < 83
                      ? EntryKind.ALLOCATE_CITY
                      : die < 88
                          ? EntryKind.RETURN
                          : die < 93
                              ? EntryKind.ADJUST
                              : die < 97 ? EntryKind.TRANSFER : EntryKind.REVERSE;
      boolean refers =
          kind == EntryKind.RETURN || kind == EntryKind.ADJUST || kind == EntryKind.REVERSE;
      entries.add(
          new Entry(
              no,
              Ledgers.MARCH.plusDays((long) no * 3652 / count),
              kind,
              refers ? null : "37090" + random.nextInt(6),
              kind == EntryKind.TRANSFER ? "37091" + random.nextInt(6) : null,
              refers ? null : random.nextBoolean() ? "NOx" : "COD",
              (long) random.nextInt(kind == EntryKind.CERTIFY ? 200_000 : 50_000),
              null,
              kind.isAllocation() ? "P" + no % 50_000 : null,
              kind.isAllocation() ? BigDecimal.ONE : null,
              refers ? Long.valueOf(Math.max(1, no - random.nextInt(3_000))) : null,
              "D-" + no,
              null,
              "0",
              "pool/p.csv",
              no));
    }
    return entries;
  }
}
