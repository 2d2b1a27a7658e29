package org.dawen.pool;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.pool.Certification.Cover;
import org.dawen.pool.Certification.Lot;
import org.dawen.pool.Certification.Share;
import org.dawen.pool.Posting.Account;
import org.dawen.pool.Standing.Adjustment;
import org.dawen.pool.Standing.AtHome;
import org.dawen.pool.Standing.Plain;
import org.dawen.pool.Standing.Return;
import org.dawen.pool.Standing.Transfer;
import org.dawen.registry.ReductionTask;

/**
 * The ledger of the indicator pool: all records, in the order of posting day and entry number, each
 * judged on what stands before it. Plain Java, a function of records and rules: the order in which
 * records are given does not matter.
 *
 * <p>Every change is one posting from one account to another, so no mass appears or disappears. At
 * the end of each month the ledger checks the equations of {@code docs/methods/pool-ledger.md}, for
 * each county and pollutant: in the county's own account, in its part of the city pool, and of all
 * it ever certified, {@code certified = balance + used + expired - shortfall}.
 */
public final class Ledger {
  /** Closings of the year after the last entry count up to here, so that postings stay in it. */
  private static final int LAST_CLOSABLE_MONTH = 11;

  private final LedgerRules rules;
  private final LedgerListener listener;
  private final List<Place> places;
  private final Map<Long, Object> standing;
  private final Map<String, Book> books = new TreeMap<>();

  /** What is still valid, by the first day on which it no longer is. */
  private final TreeMap<LocalDate, List<Certification>> expiring = new TreeMap<>();

  private int next;
  private YearMonth month;
  private LocalDate today;
  private Place now;
  private LocalDate placedOn;
  private int placesOfDay;
  private int typedPostings;
  private int poolPostings;

  /** Where a record stands: its number's first record (copy 1) or another one. */
  private record Place(Entry entry, int copyNo, LocalDate day) {}

  /**
   * A ledger over all records.
   *
   * @param records every record received, in any order, repetitions included
   */
  public Ledger(Collection<Entry> records, LedgerRules rules, LedgerListener listener) {
    this.rules =
        rules.closedUpTo(
            records.stream()
                .map(Entry::day)
                .max(Comparator.naturalOrder())
                .map(d -> YearMonth.of(d.getYear() + 1, LAST_CLOSABLE_MONTH))
                .orElse(YearMonth.of(1, 1)));
    this.listener = listener;
    this.standing = new HashMap<>(records.size() * 3 / 2);
    this.places = placed(records, this.rules);
  }

  /**
   * The first record of a number stands, by time stamp and revision in the file's name, path and
   * line: what is entered once is never overwritten. Records that say the same are one.
   */
  private static List<Place> placed(Collection<Entry> records, LedgerRules rules) {
    List<Entry> sorted = new ArrayList<>(records);
    sorted.sort(Ledger::byNumberThenReceipt);
    List<Place> places = new ArrayList<>(sorted.size());
    List<Entry> copies = new ArrayList<>(2);
    for (Entry e : sorted) {
      if (!copies.isEmpty() && copies.get(0).entryNo() != e.entryNo()) {
        copies.clear();
      }
      if (copies.stream().noneMatch(e::saysTheSameAs)) {
        copies.add(e);
        places.add(new Place(e, copies.size(), rules.postingDay(e.entryNo(), e.day())));
      }
    }
    places.sort(Ledger::byDayThenNumber);
    return places;
  }

  private static int byNumberThenReceipt(Entry a, Entry b) {
    int order = Long.compare(a.entryNo(), b.entryNo());
    order = order != 0 ? order : a.fileOrder().compareTo(b.fileOrder());
    order = order != 0 ? order : a.fileId().compareTo(b.fileId());
    return order != 0 ? order : Long.compare(a.recordNo(), b.recordNo());
  }

  private static int byDayThenNumber(Place a, Place b) {
    int order = a.day().compareTo(b.day());
    order = order != 0 ? order : Long.compare(a.entry().entryNo(), b.entry().entryNo());
    return order != 0 ? order : Integer.compare(a.copyNo(), b.copyNo());
  }

  /** All of it. */
  public Ledger run() {
    while (step()) {}
    return this;
  }

  /** Enters one record more; false if none is left: the ledger is at its end. */
  private boolean step() {
    if (next >= places.size()) {
      if (month != null) {
        YearMonth last = rules.lastClosed().filter(m -> m.isAfter(month)).orElse(month);
        advanceTo(last.atEndOfMonth());
        endMonth();
        month = null;
      }
      return false;
    }
    Place place = places.get(next);
    if (month == null) {
      month = YearMonth.from(place.day());
    }
    advanceTo(place.day());
    // A record that has been entered is given back, unless something that stands refers to it.
    places.set(next++, null);
    enter(place);
    return true;
  }

  /** Days and months that pass before a day begins: expiries, and the ends of months. */
  private void advanceTo(LocalDate day) {
    while (true) {
      LocalDate monthOver = month.plusMonths(1).atDay(1);
      LocalDate expiry = expiring.isEmpty() ? LocalDate.MAX : expiring.firstKey();
      if (expiry.isBefore(monthOver) && !expiry.isAfter(day)) {
        today = expiry;
        List<Certification> over = expiring.pollFirstEntry().getValue();
        over.sort(Comparator.comparingLong(c -> c.entry.entryNo()));
        over.forEach(this::expireAll);
      } else if (!monthOver.isAfter(day)) {
        endMonth();
        month = month.plusMonths(1);
      } else {
        today = day;
        return;
      }
    }
  }

  private void expireAll(Certification c) {
    for (Share share : List.of(c.countyShare, c.cityShare)) {
      List.copyOf(share.lots).forEach(this::expireIfOver);
    }
  }

  // ------------------------------------------------------------------ entries

  private void enter(Place place) {
    now = place;
    typedPostings = 0;
    poolPostings = 0;
    Entry e = place.entry();
    try {
      refuseIf(place.copyNo() > 1, Refusal.NUMBER_USED_TWICE);
      switch (e.kind()) {
        case CERTIFY -> certify(e);
        case ALLOCATE_COUNTY, ALLOCATE_CITY -> allocate(e);
        case RETURN -> giveBack(e);
        case ADJUST -> adjust(e);
        case TRANSFER -> transfer(e);
        case REVERSE -> reverse(e);
        case POOL, EXPIRE ->
            throw new IllegalArgumentException(e.kind() + " is derived, never typed in");
      }
    } catch (Refused refused) {
      refuse(refused);
    }
  }

  /** Why the record at hand does not stand: thrown before it has moved anything. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;
    private final transient Long missing;
    private final transient BigDecimal multiplier;
    private final transient String detail;

    Refused(Refusal refusal, Long missing, BigDecimal multiplier, String detail) {
      super(refusal.words(), null, false, false);
      this.refusal = refusal;
      this.missing = missing;
      this.multiplier = multiplier;
      this.detail = detail;
    }
  }

  private static void refuseIf(boolean isRefused, Refusal refusal) {
    if (isRefused) {
      throw new Refused(refusal, null, null, null);
    }
  }

  private void certify(Entry e) {
    requireColumns(e, Need.COUNTY_CODE, Need.POLLUTANT_CODE, Need.MASS_T);
    String pollutant = pollutantOf(e);
    refuseIf(e.mass() == 0, Refusal.MASS_NOT_POSITIVE);
    Optional<BigDecimal> ratio = rules.ratioOn(e.day());
    refuseIf(ratio.isEmpty(), Refusal.NO_RATIO_IN_FORCE);
    Book book = bookOf(pollutant);
    Certification c =
        new Certification(
            e,
            book,
            ratio.get(),
            rules.lastValidDay(book.pollutant, e.day()),
            book.retainedBy(e.county()),
            book.poolOf(e.county()));
    book.certifications.add(c);
    standing.put(e.entryNo(), c);
    if (c.lastValidDay != null && !c.isExpiredOn(today)) {
      expiring.computeIfAbsent(c.lastValidDay.plusDays(1), d -> new ArrayList<>(1)).add(c);
    }
    Tally tally = book.tally(e.county());
    tally.certified = Math.addExact(tally.certified, e.mass());
    revise(c);
  }

  /** Brings the shares of a certification to the mass in force. */
  private void revise(Certification c) {
    long before = typedPostings + poolPostings;
    c.mass = c.massInForce();
    long city = LedgerRules.cityShare(c.mass, c.ratio);
    Tally tally = c.book.tally(c.entry.county());
    tally.retained += c.mass - city - c.countyShare.amount;
    tally.pooled += city - c.cityShare.amount;
    reviseShare(c.countyShare, c.mass - city);
    reviseShare(c.cityShare, city);
    settle(c.countyShare.home);
    settle(c.cityShare.home);
    if (typedPostings + poolPostings == before) {
      noteWithoutMovement(c.book.pollutant, "the mass in force does not change");
    }
  }

  /**
   * More: what the share owes is forgiven first, then covers go home, then its lot grows. Less:
   * from its own lot, then from what expired of it unused, then from what it gave as cover; the
   * rest has been used and is missing.
   */
  private void reviseShare(Share share, long amount) {
    long more = amount - share.amount;
    share.amount = amount;
    Lot own = share.lotAt(share.home);
    if (more > 0) {
      long open = Math.min(more, share.open());
      forgive(share, open);
      more -= open;
      for (int i = share.covers.size() - 1; i >= 0 && more > 0; i--) {
        Cover cover = share.covers.get(i);
        long part = Math.min(more, cover.amount);
        uncover(cover, part);
        forgive(share, part);
        expireIfOver(cover.giver);
        more -= part;
      }
      if (more > 0) {
        share.taken -= Math.min(more, share.taken);
        share.home.add(own, more);
        origin(share).originBalance += more;
        post(Account.CERTIFIED, share.home.account(), share, more, null);
        expireIfOver(own);
      }
    } else if (more < 0) {
      long less = -more;
      less -= withdraw(own, less);
      if (less > 0 && own.expired > 0) {
        long part = Math.min(less, own.expired);
        own.expired -= part;
        countExpired(own, -part);
        post(Account.EXPIRED, Account.CERTIFIED, share, part, "had expired unused");
        less -= part;
      }
      for (int i = own.given.size() - 1; i >= 0 && less > 0; i--) {
        long part = Math.min(less, own.given.get(i).amount);
        uncover(own.given.get(i), part);
        less -= withdraw(own, part);
      }
      share.taken += -more - less;
      if (less > 0) {
        owe(share, less);
      }
    }
  }

  private void allocate(Entry e) {
    requireColumns(e, Need.COUNTY_CODE, Need.POLLUTANT_CODE, Need.MASS_T, Need.PROJECT_CODE);
    String pollutant = pollutantOf(e);
    refuseIf(e.mass() == 0, Refusal.MASS_NOT_POSITIVE);
    Optional<BigDecimal> multiplier =
        rules.multiplier(e.county(), pollutant, e.day(), e.multiplier());
    refuseIf(multiplier.isEmpty(), Refusal.MULTIPLIER_NOT_ALLOWED);
    Book book = bookOf(pollutant);
    boolean isCity = e.kind() == EntryKind.ALLOCATE_CITY;
    long required = Math.multiplyExact(e.mass(), multiplier.get().longValueExact());
    Holding own = book.retainedBy(e.county());
    long open = own.shortfall + book.poolOf(e.county()).shortfall;
    long available = isCity ? book.cityBalance() : own.balance;
    Refusal refusal = null;
    if (open > 0) {
      refusal = Refusal.BLOCKED_BY_SHORTFALL;
    } else if (available < required) {
      boolean everHeld =
          isCity ? book.pool.values().stream().anyMatch(h -> h.everHeld) : own.everHeld;
      refusal = everHeld ? Refusal.BELOW_ZERO : Refusal.BEFORE_CERTIFICATION;
    }
    book.tally(e.county());
    if (refusal != null) {
      book.need(e.project(), e.county()).refused(e, multiplier.get());
      throw new Refused(refusal, open + Math.max(0, required - available), multiplier.get(), null);
    }
    Allotment a = new Allotment(e, book, multiplier.get());
    for (long left = required; left > 0; ) {
      Lot lot = isCity ? book.firstOfCity() : own.ready.first();
      long part = Math.min(left, lot.balance);
      draw(a, lot, part);
      a.pieces.add(new Allotment.Piece(lot, part));
      left -= part;
    }
    countAllocated(a, required, lotsOf(a));
    standing.put(e.entryNo(), a);
    book.allotmentsByProject.computeIfAbsent(e.project(), p -> new ArrayList<>(1)).add(a);
    book.need(e.project(), e.county()).allotted(a);
  }

  private static Map<Lot, Long> lotsOf(Allotment a) {
    Map<Lot, Long> lots = new LinkedHashMap<>();
    a.pieces.forEach(p -> lots.merge(p.lot, p.inUse, Long::sum));
    return lots;
  }

  private void countAllocated(Allotment a, long amount, Map<Lot, Long> lots) {
    if (a.isCity()) {
      lots.forEach((lot, part) -> origin(lot.share).cityAllocated += part);
    } else {
      a.book.tally(a.entry.county()).allocated += amount;
    }
  }

  /** A return: of the allocation it names, else of the project's allocations, latest first. */
  private void giveBack(Entry e) {
    List<Allotment> from = e.refersTo() == null ? allotmentsOf(e) : List.of(allotmentOf(e));
    if (e.multiplier() != null && e.multiplier().compareTo(BigDecimal.ONE) != 0) {
      throw new Refused(
          Refusal.MULTIPLIER_NOT_ALLOWED,
          null,
          e.multiplier(),
          "a return tells the mass that goes back itself");
    }
    long inUse = from.stream().mapToLong(a -> a.inUse).sum();
    long amount = e.mass() == null ? inUse : e.mass();
    refuseIf(amount == 0 && e.mass() != null, Refusal.MASS_NOT_POSITIVE);
    if (amount == 0 || amount > inUse) {
      throw new Refused(
          Refusal.RETURNS_MORE_THAN_USED,
          amount == 0 ? null : amount - inUse,
          null,
          amount == 0 ? "nothing is in use" : null);
    }
    Return r = new Return(e, from.get(0).book);
    long left = amount;
    for (Allotment a : from) {
      for (int i = a.pieces.size() - 1; i >= 0 && left > 0; i--) {
        Allotment.Piece piece = a.pieces.get(i);
        long part = Math.min(left, piece.inUse);
        if (part > 0) {
          r.atHome.before(piece.lot);
          release(a, piece, part);
          r.parts.add(new Return.Part(a, piece.lot, part));
          countReturned(a, piece.lot, part);
          left -= part;
        }
      }
    }
    r.atHome.after();
    standing.put(e.entryNo(), r);
    r.parts.forEach(p -> settle(p.lot().holding));
  }

  private Allotment allotmentOf(Entry e) {
    if (!(referred(e) instanceof Allotment a)) {
      throw new Refused(Refusal.REFERS_TO_OTHER_KIND, null, null, null);
    }
    requireStanding(e, a.isReversed, a.book, a.entry.county());
    refuseIf(
        e.project() != null && !e.project().equals(a.entry.project()), Refusal.REFERENCE_DIFFERS);
    return a;
  }

  /** Those of the project that stand, the latest first. */
  private List<Allotment> allotmentsOf(Entry e) {
    requireColumns(e, Need.POLLUTANT_CODE, Need.PROJECT_CODE);
    Book book = bookOf(pollutantOf(e));
    List<Allotment> of = new ArrayList<>();
    for (Allotment a : book.allotmentsByProject.getOrDefault(e.project(), List.of())) {
      if (!a.isReversed && (e.county() == null || e.county().equals(a.entry.county()))) {
        of.add(a);
      }
    }
    Collections.reverse(of);
    return of;
  }

  private void countReturned(Allotment a, Lot lot, long part) {
    if (a.isCity()) {
      origin(lot.share).cityReturned += part;
    } else {
      a.book.tally(a.entry.county()).returned += part;
    }
    a.returned += part;
  }

  private void adjust(Entry e) {
    requireColumns(e, Need.MASS_T);
    if (!(referred(e) instanceof Certification c)) {
      throw new Refused(Refusal.REFERS_TO_OTHER_KIND, null, null, null);
    }
    requireStanding(e, c.isReversed, c.book, c.entry.county());
    Certification.Revision revision = new Certification.Revision(e, e.mass());
    c.revisions.add(revision);
    c.book.tally(c.entry.county()).adjusted += e.mass() - c.mass;
    standing.put(e.entryNo(), new Adjustment(c, revision));
    revise(c);
  }

  private void transfer(Entry e) {
    requireColumns(e, Need.COUNTY_CODE, Need.OTHER_COUNTY_CODE, Need.POLLUTANT_CODE, Need.MASS_T);
    String pollutant = pollutantOf(e);
    refuseIf(e.county().equals(e.otherCounty()), Refusal.SAME_COUNTY);
    refuseIf(e.mass() == 0, Refusal.MASS_NOT_POSITIVE);
    Book book = bookOf(pollutant);
    Holding giver = book.retainedBy(e.county());
    Holding taker = book.retainedBy(e.otherCounty());
    book.tally(e.county());
    book.tally(e.otherCounty());
    if (giver.balance < e.mass()) {
      throw new Refused(
          giver.everHeld ? Refusal.BELOW_ZERO : Refusal.BEFORE_CERTIFICATION,
          e.mass() - giver.balance,
          null,
          null);
    }
    Transfer t = new Transfer(e, book);
    for (long left = e.mass(); left > 0; ) {
      Lot lot = giver.ready.first();
      long part = Math.min(left, lot.balance);
      Lot there = move(lot, taker, part);
      t.atHome.before(there);
      t.received.merge(there, part, Long::sum);
      left -= part;
    }
    book.tally(e.county()).transferred -= e.mass();
    book.tally(e.otherCounty()).transferred += e.mass();
    standing.put(e.entryNo(), t);
    List.copyOf(t.received.keySet()).forEach(this::arrived);
    t.atHome.after();
    settle(taker);
  }

  // ---------------------------------------------------------------- reversals

  private void reverse(Entry e) {
    Object target = referred(e);
    if (target instanceof Certification c) {
      requireStanding(e, c.isReversed, c.book, c.entry.county());
      Tally tally = c.book.tally(c.entry.county());
      tally.certified -= c.entry.mass();
      tally.adjusted -= c.mass - c.entry.mass();
      c.isReversed = true;
      revise(c);
    } else if (target instanceof Adjustment a) {
      Certification c = a.certification;
      requireStanding(e, a.isReversed || c.isReversed, c.book, c.entry.county());
      a.isReversed = true;
      c.revisions.remove(a.revision);
      c.book.tally(c.entry.county()).adjusted += c.massInForce() - c.mass;
      revise(c);
    } else if (target instanceof Allotment a) {
      requireStanding(e, a.isReversed, a.book, a.entry.county());
      a.isReversed = true;
      Map<Lot, Long> lots = lotsOf(a);
      countAllocated(a, -a.inUse, negated(lots));
      for (int i = a.pieces.size() - 1; i >= 0; i--) {
        if (a.pieces.get(i).inUse > 0) {
          release(a, a.pieces.get(i), a.pieces.get(i).inUse);
        }
      }
      lots.keySet().forEach(l -> settle(l.holding));
      if (typedPostings == 0) {
        noteWithoutMovement(a.book.pollutant, "everything was returned before");
      }
    } else if (target instanceof Return r) {
      reverseReturn(e, r);
    } else if (target instanceof Transfer t) {
      reverseTransfer(e, t);
    } else {
      throw new Refused(Refusal.REVERSES_A_REVERSAL, null, null, null);
    }
    standing.put(e.entryNo(), Plain.REVERSAL);
  }

  private static Map<Lot, Long> negated(Map<Lot, Long> lots) {
    Map<Lot, Long> negated = new LinkedHashMap<>();
    lots.forEach((lot, part) -> negated.put(lot, -part));
    return negated;
  }

  private void reverseReturn(Entry e, Return r) {
    boolean isGone = r.isReversed || r.parts.stream().anyMatch(p -> p.allotment().isReversed);
    requireStanding(e, isGone, r.book, r.parts.get(0).allotment().entry.county());
    Map<Lot, Long> wanted = new LinkedHashMap<>();
    r.parts.forEach(p -> wanted.merge(p.lot(), p.amount(), Long::sum));
    requireThere(wanted, r.atHome);
    r.isReversed = true;
    for (Return.Part p : r.parts) {
      makeReady(p.lot(), p.amount(), r.atHome);
      draw(p.allotment(), p.lot(), p.amount());
      p.allotment().pieces.add(new Allotment.Piece(p.lot(), p.amount()));
      countReturned(p.allotment(), p.lot(), -p.amount());
    }
    wanted.keySet().forEach(l -> settle(l.holding));
  }

  private void reverseTransfer(Entry e, Transfer t) {
    requireStanding(e, t.isReversed, t.book, t.entry.county());
    requireThere(t.received, t.atHome);
    t.isReversed = true;
    Holding giver = t.book.retainedBy(t.entry.county());
    Holding taker = t.book.retainedBy(t.entry.otherCounty());
    List<Lot> home = new ArrayList<>();
    t.received.forEach(
        (lot, amount) -> {
          makeReady(lot, amount, t.atHome);
          home.add(move(lot, giver, amount));
        });
    t.book.tally(t.entry.county()).transferred += t.entry.mass();
    t.book.tally(t.entry.otherCounty()).transferred -= t.entry.mass();
    home.forEach(this::arrived);
    settle(giver);
    settle(taker);
  }

  /** Refuses if these parts of lots have been used or passed on since. */
  private static void requireThere(Map<Lot, Long> wanted, AtHome atHome) {
    long missing = 0;
    for (Map.Entry<Lot, Long> w : wanted.entrySet()) {
      Lot lot = w.getKey();
      long there = lot.balance + lot.expired + lot.givenAsCover() + atHome.takenSince(lot);
      missing += Math.max(0, w.getValue() - there);
    }
    if (missing > 0) {
      throw new Refused(Refusal.USED_SINCE, missing, null, null);
    }
  }

  /**
   * Makes the lot hold what a reversal takes back: what this mass paid at home is owed again; then
   * by what expired of the lot, then by what it gave as cover, then by what was taken from it
   * since. Never by other lots: one in place of another would leave both where they do not belong,
   * and their expiries with them.
   */
  private void makeReady(Lot lot, long amount, AtHome atHome) {
    long paid = Math.min(amount, atHome.paidBy(lot));
    if (paid > 0) {
      oweAgain(lot, paid);
    }
    if (amount > lot.balance && lot.expired > 0) {
      undoExpiry(lot, Math.min(amount - lot.balance, lot.expired));
    }
    for (int i = lot.given.size() - 1; i >= 0 && amount > lot.balance; i--) {
      uncover(lot.given.get(i), Math.min(amount - lot.balance, lot.given.get(i).amount));
    }
    long missing = Math.min(amount - lot.balance, atHome.takenSince(lot));
    if (missing > 0) {
      oweAgain(lot, missing);
    }
  }

  /** What was taken at home is taken away again: the lot has it, and the share owes it. */
  private void oweAgain(Lot lot, long part) {
    Share share = lot.share;
    Holding h = lot.holding;
    if (share.open() == 0) {
      h.debtors.addLast(share);
    }
    share.taken -= part;
    share.owed += part;
    h.shortfall += part;
    h.add(lot, part);
    origin(share).originBalance += part;
    origin(share).originShortfall += part;
    post(Account.SHORTFALL, h.account(), lot, part, "is missing now");
  }

  private void undoExpiry(Lot lot, long part) {
    lot.expired -= part;
    countExpired(lot, -part);
    lot.holding.add(lot, part);
    origin(lot.share).originBalance += part;
    post(Account.EXPIRED, lot.holding.account(), lot, part, "expiry undone");
  }

  /**
   * Refuses a reference to what is undone, or whose own columns tell another county or pollutant.
   */
  private void requireStanding(Entry e, boolean isUndone, Book book, String county) {
    refuseIf(isUndone, Refusal.ALREADY_REVERSED);
    refuseIf(e.county() != null && !e.county().equals(county), Refusal.REFERENCE_DIFFERS);
    refuseIf(
        e.pollutant() != null
            && !rules.pollutant(e.pollutant()).equals(Optional.of(book.pollutant)),
        Refusal.REFERENCE_DIFFERS);
  }

  /** What the entry refers to, if it stands. */
  private Object referred(Entry e) {
    Object target = e.refersTo() == null ? null : standing.get(e.refersTo());
    refuseIf(target == null, Refusal.REFERS_TO_NOTHING);
    refuseIf(target == Plain.REFUSED, Refusal.REFERS_TO_REFUSED);
    return target;
  }

  private String pollutantOf(Entry e) {
    Optional<String> pollutant = rules.pollutant(e.pollutant());
    refuseIf(pollutant.isEmpty(), Refusal.UNKNOWN_POLLUTANT);
    return pollutant.get();
  }

  // ------------------------------------------------------------ moves of mass

  private long withdraw(Lot lot, long most) {
    long part = Math.min(most, lot.balance);
    if (part > 0) {
      lot.holding.take(lot, part);
      origin(lot.share).originBalance -= part;
      post(lot.holding.account(), Account.CERTIFIED, lot, part, null);
    }
    return part;
  }

  private void owe(Share share, long amount) {
    if (share.open() == 0) {
      share.home.debtors.addLast(share);
    }
    share.owed += amount;
    share.home.shortfall += amount;
    origin(share).originShortfall += amount;
    post(Account.SHORTFALL, Account.CERTIFIED, share, amount, "was used before");
  }

  private void forgive(Share share, long amount) {
    if (amount > 0) {
      share.owed -= amount;
      share.home.shortfall -= amount;
      if (share.open() == 0) {
        share.home.debtors.remove(share);
      }
      origin(share).originShortfall -= amount;
      post(Account.CERTIFIED, Account.SHORTFALL, share, amount, null);
    }
  }

  /** Lots of the account cover its shortfall as long as there are any. */
  private void settle(Holding h) {
    while (h.shortfall > 0 && !h.ready.isEmpty()) {
      Share debtor = h.debtors.peekFirst();
      Lot giver = h.ready.first();
      long part = Math.min(debtor.open(), giver.balance);
      h.take(giver, part);
      h.shortfall -= part;
      debtor.covered += part;
      if (debtor.open() == 0) {
        h.debtors.removeFirst();
      }
      Cover cover = new Cover(debtor, giver, part);
      debtor.covers.add(cover);
      giver.given.add(cover);
      origin(giver.share).originBalance -= part;
      origin(giver.share).originShortfall -= part;
      post(
          h.account(),
          Account.SHORTFALL,
          giver,
          part,
          "covers the shortfall of certification " + debtor.certification.entry.entryNo());
    }
  }

  /** A cover goes home: the lot has its mass again, the shortfall is open again. */
  private void uncover(Cover cover, long amount) {
    Holding h = cover.giver.holding;
    if (cover.debtor.open() == 0) {
      h.debtors.addLast(cover.debtor);
    }
    cover.amount -= amount;
    cover.debtor.covered -= amount;
    if (cover.amount == 0) {
      cover.debtor.covers.remove(cover);
      cover.giver.given.remove(cover);
    }
    h.shortfall += amount;
    h.add(cover.giver, amount);
    origin(cover.giver.share).originBalance += amount;
    origin(cover.giver.share).originShortfall += amount;
    post(
        Account.SHORTFALL,
        h.account(),
        cover.giver,
        amount,
        "no longer covers the shortfall of certification "
            + cover.debtor.certification.entry.entryNo());
  }

  private void draw(Allotment a, Lot lot, long part) {
    lot.holding.take(lot, part);
    a.inUse += part;
    Tally origin = origin(lot.share);
    origin.originBalance -= part;
    origin.originUsed += part;
    post(lot.holding.account(), Account.USED, lot.share, lot.holding, part, a, null);
  }

  private void release(Allotment a, Allotment.Piece piece, long part) {
    piece.inUse -= part;
    a.inUse -= part;
    piece.lot.holding.add(piece.lot, part);
    Tally origin = origin(piece.lot.share);
    origin.originBalance += part;
    origin.originUsed -= part;
    Holding h = piece.lot.holding;
    post(Account.USED, h.account(), piece.lot.share, h, part, a, null);
    arrived(piece.lot);
  }

  private Lot move(Lot lot, Holding to, long part) {
    lot.holding.take(lot, part);
    Lot there = lot.share.lotAt(to);
    to.add(there, part);
    emit(
        now.entry(),
        now.entry().kind(),
        ++typedPostings,
        lot.holding.account(),
        to.account(),
        lot.holding.county,
        to.county,
        lot.share,
        part,
        null,
        null);
    return there;
  }

  /** Mass that came into a lot: it pays what its share owes at home, and may be out of date. */
  private void arrived(Lot lot) {
    Share share = lot.share;
    if (lot.holding == share.home && share.owed > 0) {
      payBack(lot, Math.min(lot.balance, share.open()));
      for (int i = share.covers.size() - 1; i >= 0 && lot.balance > 0; i--) {
        Cover cover = share.covers.get(i);
        long part = Math.min(lot.balance, cover.amount);
        uncover(cover, part);
        payBack(lot, part);
        expireIfOver(cover.giver);
      }
    }
    expireIfOver(lot);
  }

  private void payBack(Lot lot, long amount) {
    if (amount > 0) {
      Holding h = lot.holding;
      h.take(lot, amount);
      lot.share.owed -= amount;
      lot.share.taken += amount;
      h.shortfall -= amount;
      if (lot.share.open() == 0) {
        h.debtors.remove(lot.share);
      }
      origin(lot.share).originBalance -= amount;
      origin(lot.share).originShortfall -= amount;
      post(h.account(), Account.SHORTFALL, lot, amount, "pays what was missing");
    }
  }

  private void expireIfOver(Lot lot) {
    if (lot.balance > 0 && lot.share.certification.isExpiredOn(today)) {
      long part = lot.balance;
      lot.holding.take(lot, part);
      lot.expired += part;
      countExpired(lot, part);
      origin(lot.share).originBalance -= part;
      Certification c = lot.share.certification;
      emit(
          c.entry,
          EntryKind.EXPIRE,
          ++c.derivedPostings,
          lot.holding.account(),
          Account.EXPIRED,
          lot.holding.county,
          lot.holding.county,
          lot.share,
          part,
          null,
          null);
    }
  }

  private void countExpired(Lot lot, long part) {
    origin(lot.share).originExpired += part;
    if (lot.share.isCity()) {
      origin(lot.share).cityExpired += part;
    } else {
      lot.share.certification.book.tally(lot.holding.county).expired += part;
    }
  }

  private static Tally origin(Share share) {
    return share.certification.book.tally(share.certification.entry.county());
  }

  private Book bookOf(String pollutant) {
    return books.computeIfAbsent(pollutant, Book::new);
  }

  // ------------------------------------------------------------------ postings

  private void post(Account from, Account to, Share share, long amount, String detail) {
    post(from, to, share, share.home, amount, null, detail);
  }

  private void post(Account from, Account to, Lot lot, long amount, String detail) {
    post(from, to, lot.share, lot.holding, amount, null, detail);
  }

  private void post(
      Account from, Account to, Share share, Holding at, long amount, Allotment a, String detail) {
    boolean isShareOfCity =
        share.isCity() && (from == Account.CERTIFIED || to == Account.CERTIFIED);
    emit(
        now.entry(),
        isShareOfCity ? EntryKind.POOL : now.entry().kind(),
        isShareOfCity ? ++poolPostings : ++typedPostings,
        from,
        to,
        at.county,
        at.county,
        share,
        amount,
        a,
        detail);
  }

  private void emit(
      Entry source,
      EntryKind kind,
      int postingNo,
      Account from,
      Account to,
      String fromCounty,
      String toCounty,
      Share share,
      long amount,
      Allotment a,
      String detail) {
    Certification c = share.certification;
    listener.posted(
        new Posting(
            source,
            1,
            kind,
            postingNo,
            today,
            nextPlace(),
            c.book.pollutant,
            from,
            to,
            fromCounty,
            toCounty,
            share.isCity(),
            c.entry.entryNo(),
            c.entry.county(),
            c.reductionYear(),
            c.lastValidDay,
            amount,
            a == null ? null : a.entry.project(),
            a == null ? null : a.multiplier,
            null,
            null,
            detail));
  }

  private int nextPlace() {
    if (!today.equals(placedOn)) {
      placedOn = today;
      placesOfDay = 0;
    }
    return ++placesOfDay;
  }

  private void noteWithoutMovement(String pollutant, String detail) {
    emitWithoutMovement(pollutant, null, null, null, detail);
  }

  /** The record does not stand; kept with the reason, and with the mass lacking if that is it. */
  private void refuse(Refused r) {
    if (now.copyNo() == 1) {
      standing.put(now.entry().entryNo(), Plain.REFUSED);
    }
    String received = now.entry().pollutant();
    emitWithoutMovement(
        received == null ? null : rules.pollutant(received).orElse(received),
        r.refusal,
        r.missing,
        r.multiplier,
        r.detail == null ? r.getMessage() : r.getMessage() + ": " + r.detail);
  }

  private void emitWithoutMovement(
      String pollutant, Refusal refusal, Long missing, BigDecimal multiplier, String detail) {
    Entry e = now.entry();
    listener.posted(
        new Posting(
            e,
            now.copyNo(),
            e.kind(),
            0,
            today,
            nextPlace(),
            pollutant,
            null,
            null,
            null,
            null,
            e.kind() == EntryKind.ALLOCATE_CITY,
            null,
            null,
            null,
            null,
            0,
            e.project(),
            multiplier,
            refusal,
            missing,
            detail));
  }

  /** A column of an entry that some kinds need. */
  private enum Need {
    COUNTY_CODE(Entry::county),
    OTHER_COUNTY_CODE(Entry::otherCounty),
    POLLUTANT_CODE(Entry::pollutant),
    MASS_T(Entry::mass),
    PROJECT_CODE(Entry::project);

    private final Function<Entry, Object> value;

    Need(Function<Entry, Object> value) {
      this.value = value;
    }
  }

  /** Refuses an entry in which one of these is empty. */
  private static void requireColumns(Entry e, Need... needs) {
    String missing =
        Arrays.stream(needs)
            .filter(n -> n.value.apply(e) == null)
            .map(n -> n.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new Refused(Refusal.INCOMPLETE, null, null, missing);
    }
  }

  // -------------------------------------------------------------- ends of months

  private void endMonth() {
    for (Book book : books.values()) {
      CityMonth all = null;
      for (Tally t : book.tallies.values()) {
        Holding own = book.retainedBy(t.county);
        Holding pool = book.poolOf(t.county);
        prove(book, t, own, pool);
        listener.monthEnded(
            new CountyMonth(
                month,
                t.county,
                book.pollutant,
                t.certified,
                t.adjusted,
                t.pooled,
                t.retained,
                t.allocated,
                t.returned,
                t.transferred,
                t.expired,
                own.shortfall,
                own.balance,
                nextExpiry(own),
                t.originBalance,
                t.originUsed,
                t.originExpired,
                t.originShortfall));
        CityMonth city =
            new CityMonth(
                month,
                t.county,
                book.pollutant,
                t.pooled,
                t.cityAllocated,
                t.cityReturned,
                t.cityExpired,
                pool.shortfall,
                pool.balance,
                nextExpiry(pool));
        listener.monthEnded(city);
        all = all == null ? city.ofAllCounties() : all.plus(city);
      }
      if (all != null) {
        listener.monthEnded(all);
      }
    }
  }

  private static LocalDate nextExpiry(Holding h) {
    return h.ready.isEmpty() ? null : h.ready.first().share.certification.lastValidDay;
  }

  /** The equations that must hold as each month ends, see {@link Tally}. */
  private void prove(Book book, Tally t, Holding own, Holding pool) {
    String place = " of " + book.pollutant + " in " + t.county + " at the end of " + month;
    require(t.certified + t.adjusted == t.pooled + t.retained, "the shares" + place);
    require(
        t.retained + t.transferred
            == own.balance + t.allocated - t.returned + t.expired - own.shortfall,
        "the county's account" + place);
    require(
        t.pooled
            == pool.balance + t.cityAllocated - t.cityReturned + t.cityExpired - pool.shortfall,
        "the city pool" + place);
    require(
        t.certified + t.adjusted
            == t.originBalance + t.originUsed + t.originExpired - t.originShortfall,
        "what was certified" + place);
    boolean isAnyBelowZero =
        own.balance < 0
            || pool.balance < 0
            || own.shortfall < 0
            || pool.shortfall < 0
            || t.expired < 0
            || t.cityExpired < 0
            || t.originUsed < 0
            || t.certified < 0;
    require(!isAnyBelowZero, "an account is below zero:" + place);
    boolean isAnyLeftUncovered =
        own.shortfall > 0 && own.balance > 0 || pool.shortfall > 0 && pool.balance > 0;
    require(!isAnyLeftUncovered, "a shortfall beside a balance:" + place);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("the ledger does not add up: " + what);
    }
  }

  // --------------------------------------------------------------------- the end

  /** Every project with its county and pollutant, in the order of their first entries. */
  public List<Project> projects() {
    return books.values().stream()
        .flatMap(book -> book.projects.values().stream())
        .map(Project::of)
        .toList();
  }

  /** What each county certified for each year, against the tasks; a task alone makes a row too. */
  public List<CountyYear> countyYears(List<ReductionTask> tasks) {
    record Key(String pollutant, String county, int year) {}
    Map<Key, Long> byTask = new LinkedHashMap<>();
    Map<Key, long[]> sums =
        new TreeMap<>(
            Comparator.comparing(Key::pollutant)
                .thenComparing(Key::county)
                .thenComparing(Key::year));
    for (ReductionTask t : tasks) {
      String pollutant = rules.pollutant(t.pollutantCode()).orElse(t.pollutantCode());
      Key key = new Key(pollutant, t.countyCode(), t.year());
      byTask.merge(key, Tonnes.units(t.taskT()), Long::sum);
      sums.putIfAbsent(key, new long[3]);
    }
    for (Book book : books.values()) {
      for (Certification c : book.certifications) {
        Key key = new Key(book.pollutant, c.entry.county(), c.reductionYear());
        long[] sum = sums.computeIfAbsent(key, k -> new long[3]);
        sum[0] += c.mass;
        sum[1] += c.cityShare.amount;
        sum[2] += c.countyShare.amount;
      }
    }
    List<CountyYear> years = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            years.add(
                CountyYear.of(
                    key.county(),
                    key.pollutant(),
                    key.year(),
                    byTask.get(key),
                    sum[0],
                    sum[1],
                    sum[2])));
    return years;
  }

  /** The books as they stand, by pollutant. */
  Map<String, Book> books() {
    return books;
  }
}
