package org.dawen.waste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.intake.ReceivedWasteMove.Direction;

/**
 * The store of one unit for one kind of waste, batch by batch: every move goes from outside into a
 * batch or from a batch to outside, and a batch gives no more than it holds.
 */
final class Store {
  private final String unit;
  private final String waste;
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final TreeMap<LocalDate, Integer> batchesSince = new TreeMap<>();
  private final List<StockDay> days = new ArrayList<>();
  private final List<Unbacked> unbacked = new ArrayList<>();
  private BigDecimal stock = BigDecimal.ZERO;

  /** A move out of more than the batch held; {@code missingT} of it was not there. */
  record Unbacked(Move move, BigDecimal missingT) {}

  /** Some of a batch was in store from one day to another; null: it still is. */
  record Stay(LocalDate since, LocalDate until) {}

  /** What one batch holds. */
  static final class Account {
    private final Move first;
    private final List<Stay> stays = new ArrayList<>();
    private final TreeMap<LocalDate, BigDecimal> levels = new TreeMap<>();
    private BigDecimal stock = BigDecimal.ZERO;
    private BigDecimal in = BigDecimal.ZERO;
    private BigDecimal out = BigDecimal.ZERO;
    private BigDecimal missing = BigDecimal.ZERO;
    private LocalDate firstIn;
    private LocalDate lastOut;
    private LocalDate since;

    Account(Move first) {
      this.first = first;
    }

    Move first() {
      return first;
    }

    /** The stays that are over, and the one that is not. */
    List<Stay> stays() {
      List<Stay> all = new ArrayList<>(stays);
      if (since != null) {
        all.add(new Stay(since, null));
      }
      return all;
    }

    /** What it held as a day ended. */
    BigDecimal at(LocalDate day) {
      Map.Entry<LocalDate, BigDecimal> level = levels.floorEntry(day);
      return level == null ? BigDecimal.ZERO : level.getValue();
    }
  }

  private Store(String unit, String waste) {
    this.unit = unit;
    this.waste = waste;
  }

  /** The stores of a unit by kind of waste, after all its moves. */
  static List<Store> of(String unit, List<Move> moves, Units units) {
    Map<String, TreeMap<LocalDate, List<Move>>> byWaste = new TreeMap<>();
    for (Move move : moves) {
      byWaste
          .computeIfAbsent(move.wasteCode(), w -> new TreeMap<>())
          .computeIfAbsent(move.day(), d -> new ArrayList<>())
          .add(move);
    }
    List<Store> stores = new ArrayList<>();
    byWaste.forEach(
        (waste, byDay) -> {
          Store store = new Store(unit, waste);
          byDay.forEach(
              (day, ofDay) -> store.enter(day, ofDay, byDay.higherKey(day), units.county(day)));
          stores.add(store);
        });
    return stores;
  }

  private void enter(LocalDate day, List<Move> moves, LocalDate nextDay, String county) {
    BigDecimal opening = stock;
    BigDecimal in = BigDecimal.ZERO;
    BigDecimal out = BigDecimal.ZERO;
    BigDecimal missing = BigDecimal.ZERO;
    for (Move move : moves) {
      Account account = accounts.computeIfAbsent(move.batchNo(), b -> new Account(move));
      if (move.direction() == Direction.IN) {
        bring(account, move);
        in = in.add(move.massT());
      } else {
        BigDecimal there = account.stock.min(move.massT());
        take(account, move, there);
        out = out.add(there);
        missing = missing.add(move.massT().subtract(there));
      }
      account.levels.put(day, account.stock);
    }
    stock = opening.add(in).subtract(out);
    Move last = moves.get(moves.size() - 1);
    days.add(
        new StockDay(
            unit,
            waste,
            day,
            nextDay == null ? null : nextDay.minusDays(1),
            county,
            opening,
            in,
            out,
            missing,
            stock,
            batchesSince.values().stream().mapToInt(Integer::intValue).sum(),
            batchesSince.isEmpty() ? null : batchesSince.firstKey(),
            last.fileId(),
            last.recordNo()));
  }

  private void bring(Account account, Move move) {
    account.in = account.in.add(move.massT());
    account.stock = account.stock.add(move.massT());
    account.firstIn = account.firstIn == null ? move.day() : account.firstIn;
    if (account.since == null && account.stock.signum() > 0) {
      account.since = move.day();
      batchesSince.merge(move.day(), 1, Integer::sum);
    }
  }

  private void take(Account account, Move move, BigDecimal there) {
    BigDecimal missing = move.massT().subtract(there);
    account.out = account.out.add(there);
    account.missing = account.missing.add(missing);
    account.stock = account.stock.subtract(there);
    account.lastOut = move.day();
    if (missing.signum() > 0) {
      unbacked.add(new Unbacked(move, missing));
    }
    if (account.since != null && account.stock.signum() == 0) {
      account.stays.add(new Stay(account.since, move.day()));
      batchesSince.computeIfPresent(account.since, (since, n) -> n == 1 ? null : n - 1);
      account.since = null;
    }
  }

  List<StockDay> days() {
    return days;
  }

  List<Unbacked> unbacked() {
    return unbacked;
  }

  Iterable<Account> accounts() {
    return accounts.values();
  }

  List<Batch> batches(Units units) {
    return accounts.values().stream().map(a -> batch(a, units)).toList();
  }

  private Batch batch(Account a, Units units) {
    List<Stay> stays = a.stays();
    Stay last = stays.isEmpty() ? new Stay(null, null) : stays.get(stays.size() - 1);
    LocalDate keepUntil = last.since() == null ? null : units.keepUntil(last.since());
    return new Batch(
        unit,
        waste,
        a.first.batchNo(),
        a.first.day(),
        units.county(a.first.day()),
        a.firstIn,
        a.lastOut,
        last.until(),
        last.since(),
        keepUntil,
        keepUntil == null ? null : units.forceOfStorage(keepUntil),
        a.in,
        a.out,
        a.missing,
        a.stock,
        a.first.fileId(),
        a.first.recordNo());
  }
}
