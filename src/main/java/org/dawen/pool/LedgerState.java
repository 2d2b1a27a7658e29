package org.dawen.pool;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.RowBytes;
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

  private final Map<String, Book> books;
  private final Map<Long, Object> standing;
  private final Map<String, Integer> textNumbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Allotment> allotments = new ArrayList<>();
  YearMonth month;
  List<LedgerRules.Closing> closings = new ArrayList<>();
  long greatestEntered;

  /** Records of days up to the month's end that are posted later. */
  final List<Place> pending = new ArrayList<>();

  /** The books and what stands are those of the ledger; reading fills them. */
  LedgerState(Map<String, Book> books, Map<Long, Object> standing) {
    this.books = books;
    this.standing = standing;
  }

  // ------------------------------------------------------------------ writing

  void write(DataOutputStream out) throws IOException {
    out.writeInt(month.getYear());
    out.writeInt(month.getMonthValue());
    out.writeLong(greatestEntered);
    out.writeInt(closings.size());
    for (LedgerRules.Closing c : closings) {
      out.writeInt(c.month().getYear());
      out.writeInt(c.month().getMonthValue());
      out.writeLong(c.lastEntryNo());
    }
    out.writeInt(pending.size());
    for (Place p : pending) {
      writeWhole(out, p.entry());
      out.writeInt(p.copyNo());
    }
    out.writeInt(books.size());
    for (Book book : books.values()) {
      writeBook(out, book);
    }
    writeStanding(out);
  }

  private void writeBook(DataOutputStream out, Book book) throws IOException {
    writeShared(out, book.pollutant);
    out.writeInt(book.tallies.size());
    for (Tally t : book.tallies.values()) {
      writeShared(out, t.county);
      for (long total : t.totals()) {
        out.writeLong(total);
      }
    }
    writeHoldings(out, book.retained.values());
    writeHoldings(out, book.pool.values());
    out.writeInt(book.certifications.size());
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
    out.writeInt(book.projects.size());
    for (ProjectNeed need : book.projects.values()) {
      writeNeed(out, need);
    }
    out.writeInt(book.allotmentsByProject.size());
    for (Map.Entry<String, List<Allotment>> project : book.allotmentsByProject.entrySet()) {
      out.writeInt(project.getValue().size());
      for (Allotment a : project.getValue()) {
        a.place = allotments.size();
        allotments.add(a);
        writeAllotment(out, a);
      }
    }
  }

  private void writeHoldings(DataOutputStream out, Iterable<Holding> holdings) throws IOException {
    for (Holding h : holdings) {
      out.writeBoolean(true);
      writeShared(out, h.county);
      out.writeBoolean(h.everHeld);
      out.writeLong(h.shortfall);
    }
    out.writeBoolean(false);
  }

  private void writeCertification(DataOutputStream out, Certification c) throws IOException {
    writeWhole(out, c.entry);
    writeDecimal(out, c.ratio);
    writeDay(out, c.lastValidDay);
    out.writeLong(c.mass);
    out.writeBoolean(c.isReversed);
    out.writeInt(c.derivedPostings);
    out.writeInt(c.revisions.size());
    for (Revision r : c.revisions) {
      writeBrief(out, r.entry());
      out.writeLong(r.mass());
    }
    for (Share share : List.of(c.countyShare, c.cityShare)) {
      out.writeLong(share.amount);
      out.writeLong(share.owed);
      out.writeLong(share.covered);
      out.writeLong(share.taken);
      out.writeInt(share.lots.size());
      for (Lot lot : share.lots) {
        out.writeBoolean(lot.holding.isCity);
        writeShared(out, lot.holding.county);
        out.writeLong(lot.balance);
        out.writeLong(lot.expired);
      }
    }
  }

  private void writeCovers(DataOutputStream out, Share share) throws IOException {
    out.writeInt(share.covers.size());
    for (Cover cover : share.covers) {
      writeLot(out, cover.giver);
      out.writeLong(cover.amount);
    }
  }

  private void writeGiven(DataOutputStream out, Share share) throws IOException {
    for (Lot lot : share.lots) {
      out.writeInt(lot.given.size());
      for (Cover cover : lot.given) {
        writeShare(out, cover.debtor);
        out.writeInt(cover.debtor.covers.indexOf(cover));
      }
    }
  }

  private void writeDebtors(DataOutputStream out, Iterable<Holding> holdings) throws IOException {
    for (Holding h : holdings) {
      out.writeInt(h.debtors.size());
      for (Share debtor : h.debtors) {
        writeShare(out, debtor);
      }
    }
  }

  private void writeNeed(DataOutputStream out, ProjectNeed need) throws IOException {
    writeShared(out, need.project);
    writeShared(out, need.county);
    writeDecimal(out, need.latestMultiplier);
    out.writeInt(need.missing.size());
    for (ProjectNeed.Missing m : need.missing) {
      out.writeByte(m.kind.ordinal());
      out.writeLong(m.asked);
      out.writeLong(m.left);
      out.writeLong(m.times);
    }
  }

  private void writeAllotment(DataOutputStream out, Allotment a) throws IOException {
    writeBrief(out, a.entry);
    writeDecimal(out, a.multiplier);
    out.writeLong(a.inUse);
    out.writeLong(a.returned);
    out.writeBoolean(a.isReversed);
    out.writeInt(a.pieces.size());
    for (Allotment.Piece piece : a.pieces) {
      writeLot(out, piece.lot);
      out.writeLong(piece.inUse);
    }
  }

  private void writeStanding(DataOutputStream out) throws IOException {
    for (Map.Entry<Long, Object> e : standing.entrySet()) {
      if (e.getValue() instanceof Plain plain) {
        out.writeByte(plain.ordinal());
        out.writeLong(e.getKey());
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
        out.writeInt(r.parts.size());
        for (Return.Part part : r.parts) {
          out.writeInt(part.allotment().place);
          writeLot(out, part.lot());
          out.writeLong(part.amount());
        }
        writeMasses(out, r.atHome.takenBefore);
        writeMasses(out, r.atHome.paid);
      } else if (e.getValue() instanceof Adjustment a) {
        out.writeByte(ADJUSTMENT);
        out.writeLong(e.getKey());
        writeShared(out, a.certification.book.pollutant);
        out.writeInt(a.certification.place);
        out.writeInt(a.certification.revisions.indexOf(a.revision));
        out.writeBoolean(a.isReversed);
      }
    }
    out.writeByte(END);
  }

  private void writeMasses(DataOutputStream out, Map<Lot, Long> masses) throws IOException {
    out.writeInt(masses.size());
    for (Map.Entry<Lot, Long> e : masses.entrySet()) {
      writeLot(out, e.getKey());
      out.writeLong(e.getValue());
    }
  }

  private static void writeLot(DataOutputStream out, Lot lot) throws IOException {
    writeShare(out, lot.share);
    out.writeInt(lot.share.lots.indexOf(lot));
  }

  private static void writeShare(DataOutputStream out, Share share) throws IOException {
    out.writeInt(share.certification.place);
    out.writeBoolean(share.isCity());
  }

  /** Everything a posting may tell of its source. */
  private void writeWhole(DataOutputStream out, Entry e) throws IOException {
    writeBrief(out, e);
    writeShared(out, e.pollutant());
    out.writeInt(e.reductionYear() == null ? NULL : e.reductionYear());
    writeDecimal(out, e.multiplier());
    out.writeLong(e.refersTo() == null ? NULL : e.refersTo());
    writeOwn(out, e.documentNo());
    writeOwn(out, e.note());
    writeShared(out, e.fileOrder());
    writeShared(out, e.fileId());
    out.writeLong(e.recordNo());
  }

  private void writeBrief(DataOutputStream out, Entry e) throws IOException {
    out.writeLong(e.entryNo());
    writeDay(out, e.day());
    out.writeByte(e.kind().ordinal());
    writeShared(out, e.county());
    writeShared(out, e.otherCounty());
    out.writeLong(e.mass() == null ? NULL : e.mass());
    writeShared(out, e.project());
  }

  private static void writeDay(DataOutputStream out, LocalDate day) throws IOException {
    out.writeInt(day == null ? Integer.MIN_VALUE : (int) day.toEpochDay());
  }

  private static void writeDecimal(DataOutputStream out, BigDecimal number) throws IOException {
    writeOwn(out, number == null ? null : number.toString());
  }

  private static void writeOwn(DataOutputStream out, String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      RowBytes.writeText(out, text);
    }
  }

  /** A text that comes often: its number, and itself the first time. */
  private void writeShared(DataOutputStream out, String text) throws IOException {
    if (text == null) {
      out.writeInt(NULL);
      return;
    }
    Integer known = textNumbers.get(text);
    if (known != null) {
      out.writeInt(known);
      return;
    }
    out.writeInt(textNumbers.size());
    textNumbers.put(text, textNumbers.size());
    RowBytes.writeText(out, text);
  }

  // ------------------------------------------------------------------ reading

  private static final int TRANSFER = 10;
  private static final int RETURN = 11;
  private static final int ADJUSTMENT = 12;
  private static final int END = 13;
  private static final EntryKind[] KINDS = EntryKind.values();

  void read(DataInputStream in) throws IOException {
    month = YearMonth.of(in.readInt(), in.readInt());
    greatestEntered = in.readLong();
    for (int n = in.readInt(); n > 0; n--) {
      closings.add(
          new LedgerRules.Closing(YearMonth.of(in.readInt(), in.readInt()), in.readLong()));
    }
    for (int n = in.readInt(); n > 0; n--) {
      Entry entry = readWhole(in);
      pending.add(new Place(entry, in.readInt(), null));
    }
    for (int n = in.readInt(); n > 0; n--) {
      readBook(in);
    }
    readStanding(in);
  }

  private void readBook(DataInputStream in) throws IOException {
    Book book = new Book(readShared(in));
    books.put(book.pollutant, book);
    for (int n = in.readInt(); n > 0; n--) {
      Tally tally = book.tally(readShared(in));
      long[] totals = new long[tally.totals().length];
      for (int i = 0; i < totals.length; i++) {
        totals[i] = in.readLong();
      }
      tally.set(totals);
    }
    readHoldings(in, book, false);
    readHoldings(in, book, true);
    int certifications = in.readInt();
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
    for (int n = in.readInt(); n > 0; n--) {
      readNeed(in, book);
    }
    for (int n = in.readInt(); n > 0; n--) {
      for (int of = in.readInt(); of > 0; of--) {
        readAllotment(in, book);
      }
    }
  }

  private void readHoldings(DataInputStream in, Book book, boolean isCity) throws IOException {
    while (in.readBoolean()) {
      Holding h = holding(book, isCity, readShared(in));
      h.everHeld = in.readBoolean();
      h.shortfall = in.readLong();
    }
  }

  private static Holding holding(Book book, boolean isCity, String county) {
    return isCity ? book.poolOf(county) : book.retainedBy(county);
  }

  private void readCertification(DataInputStream in, Book book) throws IOException {
    Entry entry = readWhole(in);
    Certification c =
        new Certification(
            entry,
            book,
            readDecimal(in),
            readDay(in),
            book.retainedBy(entry.county()),
            book.poolOf(entry.county()));
    c.mass = in.readLong();
    c.isReversed = in.readBoolean();
    c.derivedPostings = in.readInt();
    for (int n = in.readInt(); n > 0; n--) {
      c.revisions.add(new Revision(readBrief(in), in.readLong()));
    }
    for (Share share : List.of(c.countyShare, c.cityShare)) {
      share.amount = in.readLong();
      share.owed = in.readLong();
      share.covered = in.readLong();
      share.taken = in.readLong();
      for (int n = in.readInt(); n > 0; n--) {
        Lot lot = share.lotAt(holding(book, in.readBoolean(), readShared(in)));
        long balance = in.readLong();
        if (balance > 0) {
          lot.holding.add(lot, balance);
        }
        lot.expired = in.readLong();
      }
    }
    book.certifications.add(c);
    standing.put(entry.entryNo(), c);
  }

  private static void readCovers(DataInputStream in, Book book, Share share) throws IOException {
    for (int n = in.readInt(); n > 0; n--) {
      share.covers.add(new Cover(share, readLot(in, book), in.readLong()));
    }
  }

  private static void readGiven(DataInputStream in, Book book, Share share) throws IOException {
    for (Lot lot : share.lots) {
      for (int n = in.readInt(); n > 0; n--) {
        lot.given.add(readShare(in, book).covers.get(in.readInt()));
      }
    }
  }

  private static void readDebtors(DataInputStream in, Book book, Iterable<Holding> holdings)
      throws IOException {
    for (Holding h : holdings) {
      for (int n = in.readInt(); n > 0; n--) {
        h.debtors.addLast(readShare(in, book));
      }
    }
  }

  private void readNeed(DataInputStream in, Book book) throws IOException {
    ProjectNeed need = book.need(readShared(in), readShared(in));
    need.latestMultiplier = readDecimal(in);
    for (int n = in.readInt(); n > 0; n--) {
      need.missing.add(
          new ProjectNeed.Missing(
              KINDS[in.readByte()], in.readLong(), in.readLong(), in.readLong()));
    }
  }

  private void readAllotment(DataInputStream in, Book book) throws IOException {
    Allotment a = new Allotment(readBrief(in), book, readDecimal(in));
    a.inUse = in.readLong();
    a.returned = in.readLong();
    a.isReversed = in.readBoolean();
    for (int n = in.readInt(); n > 0; n--) {
      a.pieces.add(new Allotment.Piece(readLot(in, book), in.readLong()));
    }
    allotments.add(a);
    book.allotmentsByProject.computeIfAbsent(a.entry.project(), p -> new ArrayList<>(1)).add(a);
    book.need(a.entry.project(), a.entry.county()).allotments.add(a);
    standing.put(a.entry.entryNo(), a);
  }

  private void readStanding(DataInputStream in) throws IOException {
    Plain[] plain = Plain.values();
    for (int what = in.readByte(); what != END; what = in.readByte()) {
      if (what < plain.length) {
        standing.put(in.readLong(), plain[what]);
      } else if (what == ADJUSTMENT) {
        long entryNo = in.readLong();
        Certification c = books.get(readShared(in)).certifications.get(in.readInt());
        int at = in.readInt();
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
        for (int n = in.readInt(); n > 0; n--) {
          r.parts.add(
              new Return.Part(allotments.get(in.readInt()), readLot(in, book), in.readLong()));
        }
        readAtHome(in, book, r.atHome);
        standing.put(r.entry.entryNo(), r);
      }
    }
  }

  private static void readAtHome(DataInputStream in, Book book, AtHome atHome) throws IOException {
    readMasses(in, book, atHome.takenBefore);
    readMasses(in, book, atHome.paid);
  }

  private static void readMasses(DataInputStream in, Book book, Map<Lot, Long> masses)
      throws IOException {
    for (int n = in.readInt(); n > 0; n--) {
      masses.put(readLot(in, book), in.readLong());
    }
  }

  private static Lot readLot(DataInputStream in, Book book) throws IOException {
    return readShare(in, book).lots.get(in.readInt());
  }

  private static Share readShare(DataInputStream in, Book book) throws IOException {
    Certification c = book.certifications.get(in.readInt());
    return in.readBoolean() ? c.cityShare : c.countyShare;
  }

  private Entry readWhole(DataInputStream in) throws IOException {
    Entry brief = readBrief(in);
    String pollutant = readShared(in);
    int year = in.readInt();
    BigDecimal multiplier = readDecimal(in);
    long refersTo = in.readLong();
    return new Entry(
        brief.entryNo(),
        brief.day(),
        brief.kind(),
        brief.county(),
        brief.otherCounty(),
        pollutant,
        brief.mass(),
        year == NULL ? null : Integer.valueOf(year),
        brief.project(),
        multiplier,
        refersTo == NULL ? null : Long.valueOf(refersTo),
        readOwn(in),
        readOwn(in),
        readShared(in),
        readShared(in),
        in.readLong());
  }

  private Entry readBrief(DataInputStream in) throws IOException {
    long entryNo = in.readLong();
    LocalDate day = readDay(in);
    EntryKind kind = KINDS[in.readByte()];
    String county = readShared(in);
    String otherCounty = readShared(in);
    long mass = in.readLong();
    return new Entry(
        entryNo,
        day,
        kind,
        county,
        otherCounty,
        null,
        mass == NULL ? null : Long.valueOf(mass),
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

  private static LocalDate readDay(DataInputStream in) throws IOException {
    int day = in.readInt();
    return day == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
  }

  private static BigDecimal readDecimal(DataInputStream in) throws IOException {
    String text = readOwn(in);
    return text == null ? null : new BigDecimal(text);
  }

  private static String readOwn(DataInputStream in) throws IOException {
    return in.readBoolean() ? RowBytes.readText(in) : null;
  }

  private String readShared(DataInputStream in) throws IOException {
    int number = in.readInt();
    if (number == NULL) {
      return null;
    }
    if (number == texts.size()) {
      texts.add(RowBytes.readText(in));
    }
    return texts.get(number);
  }
}
