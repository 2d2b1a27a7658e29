package org.dawen.pool;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.pool.Certification.Cover;
import org.dawen.pool.Certification.Lot;
import org.dawen.pool.Certification.Revision;
import org.dawen.pool.Certification.Share;
import org.dawen.pool.Ledger.Place;
import org.dawen.pool.Standing.Adjustment;
import org.dawen.pool.Standing.AtHome;
import org.dawen.pool.Standing.Plain;
import org.dawen.pool.Standing.Return;
import org.dawen.pool.Standing.Transfer;

/**
 * A ledger as a month ends, written and read again, so that a night with a few new entries need not
 * begin with the first one. Of what can no longer be told as the source of a posting only what
 * later entries may need is kept. References are places: of a certification in its book, of a lot
 * in its share, of an allotment in the whole.
 */
final class LedgerState {
  private static final int NULL = -1;

  final Map<String, Book> books;
  final Map<Long, Object> standing;
  private final Map<String, Integer> textNumbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final Map<String, BigDecimal> decimals = new HashMap<>();
  private final Map<Integer, LocalDate> days = new HashMap<>();
  private final List<Allotment> allotments = new ArrayList<>();
  YearMonth month;
  List<LedgerRules.Closing> closings = new ArrayList<>();
  long greatestEntered;

  /** Records of days up to the month's end that are posted later. */
  final List<Place> pending = new ArrayList<>();

  /** The books and what stands are those of the ledger. */
  LedgerState(Map<String, Book> books, Map<Long, Object> standing) {
    this.books = books;
    this.standing = standing;
  }

  // ------------------------------------------------------------------ writing

  void write(Output out) {
    out.writeInt(standing.size(), false);
    out.writeInt(month.getYear(), false);
    out.writeInt(month.getMonthValue(), false);
    out.writeLong(greatestEntered, false);
    out.writeInt(closings.size(), false);
    for (LedgerRules.Closing c : closings) {
      out.writeInt(c.month().getYear(), false);
      out.writeInt(c.month().getMonthValue(), false);
      out.writeLong(c.lastEntryNo(), false);
    }
    out.writeInt(pending.size(), false);
    for (Place p : pending) {
      writeWhole(out, p.entry());
      out.writeInt(p.copyNo(), false);
    }
    out.writeInt(books.size(), false);
    for (Book book : books.values()) {
      writeBook(out, book);
    }
    writeStanding(out);
  }

  private void writeBook(Output out, Book book) {
    writeShared(out, book.pollutant);
    out.writeInt(book.tallies.size(), false);
    for (Tally t : book.tallies.values()) {
      writeShared(out, t.county);
      for (long total : t.totals()) {
        out.writeLong(total, false);
      }
    }
    writeHoldings(out, book.retained.values());
    writeHoldings(out, book.pool.values());
    out.writeInt(book.certifications.size(), false);
    for (int i = 0; i < book.certifications.size(); i++) {
      book.certifications.get(i).place = i;
      writeCertification(out, book.certifications.get(i));
    }
    for (Certification c : book.certifications) {
      writeCovers(out, c.countyShare);
      writeCovers(out, c.cityShare);
    }
    for (Certification c : book.certifications) {
      writeGiven(out, c.countyShare);
      writeGiven(out, c.cityShare);
    }
    writeDebtors(out, book.retained.values());
    writeDebtors(out, book.pool.values());
    out.writeInt(book.projects.size(), false);
    int place = 0;
    for (ProjectNeed need : book.projects.values()) {
      need.place = place++;
      writeNeed(out, need);
    }
    out.writeInt(book.allotmentsByProject.size(), false);
    for (Map.Entry<String, List<Allotment>> project : book.allotmentsByProject.entrySet()) {
      out.writeInt(project.getValue().size(), false);
      for (Allotment a : project.getValue()) {
        a.place = allotments.size();
        allotments.add(a);
        writeAllotment(out, a);
      }
    }
  }

  private void writeHoldings(Output out, Iterable<Holding> holdings) {
    for (Holding h : holdings) {
      out.writeBoolean(true);
      writeShared(out, h.county);
      out.writeBoolean(h.everHeld);
      out.writeLong(h.shortfall, false);
    }
    out.writeBoolean(false);
  }

  private void writeCertification(Output out, Certification c) {
    writeWhole(out, c.entry);
    writeDecimal(out, c.ratio);
    writeDay(out, c.lastValidDay);
    out.writeLong(c.mass, false);
    out.writeBoolean(c.isReversed);
    out.writeInt(c.derivedPostings, false);
    out.writeInt(c.revisions.size(), false);
    for (Revision r : c.revisions) {
      writeBrief(out, r.entry());
      out.writeLong(r.mass(), false);
    }
    for (Share share : List.of(c.countyShare, c.cityShare)) {
      out.writeLong(share.amount, false);
      out.writeLong(share.owed, false);
      out.writeLong(share.covered, false);
      out.writeLong(share.taken, false);
      out.writeInt(share.lots.size(), false);
      for (Lot lot : share.lots) {
        out.writeBoolean(lot.holding.isCity);
        writeShared(out, lot.holding.county);
        out.writeLong(lot.balance, false);
        out.writeLong(lot.expired, false);
      }
    }
  }

  private void writeCovers(Output out, Share share) {
    out.writeInt(share.covers.size(), false);
    for (Cover cover : share.covers) {
      writeLot(out, cover.giver);
      out.writeLong(cover.amount, false);
    }
  }

  private void writeGiven(Output out, Share share) {
    for (Lot lot : share.lots) {
      out.writeInt(lot.given.size(), false);
      for (Cover cover : lot.given) {
        writeShare(out, cover.debtor);
        out.writeInt(cover.debtor.covers.indexOf(cover), false);
      }
    }
  }

  private void writeDebtors(Output out, Iterable<Holding> holdings) {
    for (Holding h : holdings) {
      out.writeInt(h.debtors.size(), false);
      for (Share debtor : h.debtors) {
        writeShare(out, debtor);
      }
    }
  }

  private void writeNeed(Output out, ProjectNeed need) {
    writeShared(out, need.project);
    writeShared(out, need.county);
    writeDecimal(out, need.latestMultiplier);
    out.writeInt(need.missing.size(), false);
    for (ProjectNeed.Missing m : need.missing) {
      out.writeByte(m.kind.ordinal());
      out.writeLong(m.asked, false);
      out.writeLong(m.left, false);
      out.writeLong(m.times, false);
    }
  }

  private void writeAllotment(Output out, Allotment a) {
    writeBrief(out, a.entry);
    out.writeInt(a.book.need(a.entry.project(), a.entry.county()).place, false);
    writeDecimal(out, a.multiplier);
    out.writeLong(a.inUse, false);
    out.writeLong(a.returned, false);
    out.writeBoolean(a.isReversed);
    out.writeInt(a.pieces.size(), false);
    for (Allotment.Piece piece : a.pieces) {
      writeLot(out, piece.lot);
      out.writeLong(piece.inUse, false);
    }
  }

  private void writeStanding(Output out) {
    for (Map.Entry<Long, Object> e : standing.entrySet()) {
      if (e.getValue() instanceof Plain plain) {
        out.writeByte(plain.ordinal());
        out.writeLong(e.getKey(), false);
      } else if (e.getValue() instanceof Transfer t) {
        out.writeByte(TRANSFER);
        writeShared(out, t.book.pollutant);
        writeBrief(out, t.entry);
        out.writeBoolean(t.isReversed);
        writeMasses(out, t.received);
        writeMasses(out, t.atHome.takenBefore);
        writeMasses(out, t.atHome.paid);
      } else if (e.getValue() instanceof Return r) {
        out.writeByte(RETURN);
        writeShared(out, r.book.pollutant);
        writeBrief(out, r.entry);
        out.writeBoolean(r.isReversed);
        out.writeInt(r.parts.size(), false);
        for (Return.Part part : r.parts) {
          out.writeInt(part.allotment().place, false);
          writeLot(out, part.lot());
          out.writeLong(part.amount(), false);
        }
        writeMasses(out, r.atHome.takenBefore);
        writeMasses(out, r.atHome.paid);
      } else if (e.getValue() instanceof Adjustment a) {
        out.writeByte(ADJUSTMENT);
        out.writeLong(e.getKey(), false);
        writeShared(out, a.certification.book.pollutant);
        out.writeInt(a.certification.place, false);
        out.writeInt(a.certification.revisions.indexOf(a.revision), false);
        out.writeBoolean(a.isReversed);
      }
    }
    out.writeByte(END);
  }

  private void writeMasses(Output out, Map<Lot, Long> masses) {
    out.writeInt(masses.size(), false);
    for (Map.Entry<Lot, Long> e : masses.entrySet()) {
      writeLot(out, e.getKey());
      out.writeLong(e.getValue(), false);
    }
  }

  private static void writeLot(Output out, Lot lot) {
    writeShare(out, lot.share);
    out.writeInt(lot.share.lots.indexOf(lot), false);
  }

  private static void writeShare(Output out, Share share) {
    out.writeInt(share.certification.place, false);
    out.writeBoolean(share.isCity());
  }

  /** Everything a posting may tell of its source. */
  private void writeWhole(Output out, Entry e) {
    writeBrief(out, e);
    writeShared(out, e.pollutant());
    writeNullable(out, e.reductionYear() == null ? null : (long) e.reductionYear());
    writeDecimal(out, e.multiplier());
    writeNullable(out, e.refersTo());
    out.writeString(e.documentNo());
    out.writeString(e.note());
    writeShared(out, e.fileOrder());
    writeShared(out, e.fileId());
    out.writeLong(e.recordNo(), false);
  }

  private void writeBrief(Output out, Entry e) {
    out.writeLong(e.entryNo(), false);
    writeDay(out, e.day());
    out.writeByte(e.kind().ordinal());
    writeShared(out, e.county());
    writeShared(out, e.otherCounty());
    writeNullable(out, e.mass());
    writeShared(out, e.project());
  }

  private static void writeNullable(Output out, Long number) {
    out.writeBoolean(number != null);
    if (number != null) {
      out.writeLong(number, false);
    }
  }

  private static void writeDay(Output out, LocalDate day) {
    out.writeInt(day == null ? Integer.MIN_VALUE : (int) day.toEpochDay(), false);
  }

  private void writeDecimal(Output out, BigDecimal number) {
    writeShared(out, number == null ? null : number.toString());
  }

  /** A text that comes often: its number, and itself the first time. */
  private void writeShared(Output out, String text) {
    if (text == null) {
      out.writeInt(NULL, false);
      return;
    }
    Integer known = textNumbers.get(text);
    if (known != null) {
      out.writeInt(known, false);
      return;
    }
    out.writeInt(textNumbers.size(), false);
    textNumbers.put(text, textNumbers.size());
    out.writeString(text);
  }

  // ------------------------------------------------------------------ reading

  private static final int TRANSFER = 10;
  private static final int RETURN = 11;
  private static final int ADJUSTMENT = 12;
  private static final int END = 13;
  private static final EntryKind[] KINDS = EntryKind.values();

  /** Reads what {@link #write} wrote; books and what stands are new. */
  static LedgerState read(Input in) {
    int numbers = in.readInt(false);
    LedgerState state = new LedgerState(new TreeMap<>(), new HashMap<>(numbers + numbers / 2));
    state.readAll(in);
    return state;
  }

  private void readAll(Input in) {
    month = YearMonth.of(in.readInt(false), in.readInt(false));
    greatestEntered = in.readLong(false);
    for (int n = in.readInt(false); n > 0; n--) {
      closings.add(
          new LedgerRules.Closing(
              YearMonth.of(in.readInt(false), in.readInt(false)), in.readLong(false)));
    }
    for (int n = in.readInt(false); n > 0; n--) {
      Entry entry = readWhole(in);
      pending.add(new Place(entry, in.readInt(false), null));
    }
    for (int n = in.readInt(false); n > 0; n--) {
      readBook(in);
    }
    readStanding(in);
  }

  private void readBook(Input in) {
    Book book = new Book(readShared(in));
    books.put(book.pollutant, book);
    for (int n = in.readInt(false); n > 0; n--) {
      Tally tally = book.tally(readShared(in));
      long[] totals = new long[tally.totals().length];
      for (int i = 0; i < totals.length; i++) {
        totals[i] = in.readLong(false);
      }
      tally.set(totals);
    }
    readHoldings(in, book, false);
    readHoldings(in, book, true);
    int certifications = in.readInt(false);
    for (int i = 0; i < certifications; i++) {
      readCertification(in, book);
    }
    for (Certification c : book.certifications) {
      readCovers(in, book, c.countyShare);
      readCovers(in, book, c.cityShare);
    }
    for (Certification c : book.certifications) {
      readGiven(in, book, c.countyShare);
      readGiven(in, book, c.cityShare);
    }
    readDebtors(in, book, book.retained.values());
    readDebtors(in, book, book.pool.values());
    List<ProjectNeed> needs = new ArrayList<>();
    for (int n = in.readInt(false); n > 0; n--) {
      needs.add(readNeed(in, book));
    }
    for (int n = in.readInt(false); n > 0; n--) {
      List<Allotment> ofProject = new ArrayList<>(1);
      for (int of = in.readInt(false); of > 0; of--) {
        ofProject.add(readAllotment(in, book, needs));
      }
      book.allotmentsByProject.put(ofProject.get(0).entry.project(), ofProject);
    }
  }

  private void readHoldings(Input in, Book book, boolean isCity) {
    while (in.readBoolean()) {
      Holding h = holding(book, isCity, readShared(in));
      h.everHeld = in.readBoolean();
      h.shortfall = in.readLong(false);
    }
  }

  private static Holding holding(Book book, boolean isCity, String county) {
    return isCity ? book.poolOf(county) : book.retainedBy(county);
  }

  private void readCertification(Input in, Book book) {
    Entry entry = readWhole(in);
    Certification c =
        new Certification(
            entry,
            book,
            readDecimal(in),
            readDay(in),
            book.retainedBy(entry.county()),
            book.poolOf(entry.county()));
    c.mass = in.readLong(false);
    c.isReversed = in.readBoolean();
    c.derivedPostings = in.readInt(false);
    for (int n = in.readInt(false); n > 0; n--) {
      c.revisions.add(new Revision(readBrief(in), in.readLong(false)));
    }
    for (Share share : List.of(c.countyShare, c.cityShare)) {
      share.amount = in.readLong(false);
      share.owed = in.readLong(false);
      share.covered = in.readLong(false);
      share.taken = in.readLong(false);
      for (int n = in.readInt(false); n > 0; n--) {
        Lot lot = share.lotAt(holding(book, in.readBoolean(), readShared(in)));
        long balance = in.readLong(false);
        if (balance > 0) {
          lot.holding.add(lot, balance);
        }
        lot.expired = in.readLong(false);
      }
    }
    book.certifications.add(c);
    standing.put(entry.entryNo(), c);
  }

  private static void readCovers(Input in, Book book, Share share) {
    for (int n = in.readInt(false); n > 0; n--) {
      share.covers.add(new Cover(share, readLot(in, book), in.readLong(false)));
    }
  }

  private static void readGiven(Input in, Book book, Share share) {
    for (Lot lot : share.lots) {
      for (int n = in.readInt(false); n > 0; n--) {
        lot.given.add(readShare(in, book).covers.get(in.readInt(false)));
      }
    }
  }

  private static void readDebtors(Input in, Book book, Iterable<Holding> holdings) {
    for (Holding h : holdings) {
      for (int n = in.readInt(false); n > 0; n--) {
        h.debtors.addLast(readShare(in, book));
      }
    }
  }

  private ProjectNeed readNeed(Input in, Book book) {
    ProjectNeed need = book.need(readShared(in), readShared(in));
    need.latestMultiplier = readDecimal(in);
    for (int n = in.readInt(false); n > 0; n--) {
      need.missing.add(
          new ProjectNeed.Missing(
              KINDS[in.readByte()], in.readLong(false), in.readLong(false), in.readLong(false)));
    }
    return need;
  }

  private Allotment readAllotment(Input in, Book book, List<ProjectNeed> needs) {
    Entry entry = readBrief(in);
    ProjectNeed need = needs.get(in.readInt(false));
    Allotment a = new Allotment(entry, book, readDecimal(in));
    a.inUse = in.readLong(false);
    a.returned = in.readLong(false);
    a.isReversed = in.readBoolean();
    for (int n = in.readInt(false); n > 0; n--) {
      a.pieces.add(new Allotment.Piece(readLot(in, book), in.readLong(false)));
    }
    allotments.add(a);
    need.allotments.add(a);
    standing.put(entry.entryNo(), a);
    return a;
  }

  private void readStanding(Input in) {
    Plain[] plain = Plain.values();
    for (int what = in.readByte(); what != END; what = in.readByte()) {
      if (what < plain.length) {
        standing.put(in.readLong(false), plain[what]);
      } else if (what == ADJUSTMENT) {
        long entryNo = in.readLong(false);
        Certification c = books.get(readShared(in)).certifications.get(in.readInt(false));
        int at = in.readInt(false);
        // A reversed adjustment is no longer among the revisions, and nobody asks for it again.
        Adjustment a = new Adjustment(c, at == NULL ? null : c.revisions.get(at));
        a.isReversed = in.readBoolean();
        standing.put(entryNo, a);
      } else if (what == TRANSFER) {
        Book book = books.get(readShared(in));
        Transfer t = new Transfer(readBrief(in), book);
        t.isReversed = in.readBoolean();
        readMasses(in, book, t.received);
        readAtHome(in, book, t.atHome);
        standing.put(t.entry.entryNo(), t);
      } else {
        Book book = books.get(readShared(in));
        Return r = new Return(readBrief(in), book);
        r.isReversed = in.readBoolean();
        for (int n = in.readInt(false); n > 0; n--) {
          r.parts.add(
              new Return.Part(
                  allotments.get(in.readInt(false)), readLot(in, book), in.readLong(false)));
        }
        readAtHome(in, book, r.atHome);
        standing.put(r.entry.entryNo(), r);
      }
    }
  }

  private static void readAtHome(Input in, Book book, AtHome atHome) {
    readMasses(in, book, atHome.takenBefore);
    readMasses(in, book, atHome.paid);
  }

  private static void readMasses(Input in, Book book, Map<Lot, Long> masses) {
    for (int n = in.readInt(false); n > 0; n--) {
      masses.put(readLot(in, book), in.readLong(false));
    }
  }

  private static Lot readLot(Input in, Book book) {
    return readShare(in, book).lots.get(in.readInt(false));
  }

  private static Share readShare(Input in, Book book) {
    Certification c = book.certifications.get(in.readInt(false));
    return in.readBoolean() ? c.cityShare : c.countyShare;
  }

  private Entry readWhole(Input in) {
    Entry brief = readBrief(in);
    String pollutant = readShared(in);
    Long year = readNullable(in);
    BigDecimal multiplier = readDecimal(in);
    Long refersTo = readNullable(in);
    return new Entry(
        brief.entryNo(),
        brief.day(),
        brief.kind(),
        brief.county(),
        brief.otherCounty(),
        pollutant,
        brief.mass(),
        year == null ? null : Integer.valueOf(year.intValue()),
        brief.project(),
        multiplier,
        refersTo,
        in.readString(),
        in.readString(),
        readShared(in),
        readShared(in),
        in.readLong(false));
  }

  private Entry readBrief(Input in) {
    long entryNo = in.readLong(false);
    LocalDate day = readDay(in);
    EntryKind kind = KINDS[in.readByte()];
    String county = readShared(in);
    String otherCounty = readShared(in);
    Long mass = readNullable(in);
    return new Entry(
        entryNo,
        day,
        kind,
        county,
        otherCounty,
        null,
        mass,
        null,
        readShared(in),
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  private static Long readNullable(Input in) {
    return in.readBoolean() ? in.readLong(false) : null;
  }

  private LocalDate readDay(Input in) {
    int day = in.readInt(false);
    return day == Integer.MIN_VALUE
        ? null
        : days.computeIfAbsent(day, d -> LocalDate.ofEpochDay(d));
  }

  private BigDecimal readDecimal(Input in) {
    String text = readShared(in);
    return text == null ? null : decimals.computeIfAbsent(text, BigDecimal::new);
  }

  private String readShared(Input in) {
    int number = in.readInt(false);
    if (number == NULL) {
      return null;
    }
    if (number == texts.size()) {
      texts.add(in.readString());
    }
    return texts.get(number);
  }
}
