package org.dawen.pool;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dawen.lake.DaySet;
import org.dawen.lake.KeptFolder;
import org.dawen.lake.TableVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ledgers kept as they stood at the ends of months, to spare a night with a few new entries the
 * whole past (docs/decisions/0026). A saved ledger says by which code and rules and from which
 * version of the records it was computed; it is used only if all of that still holds.
 */
final class SavedLedgers implements Serializable {
  private static final long serialVersionUID = 1L;

  /** New entries are mostly of this month or the last one; those of earlier days cost a rebuild. */
  private static final int MONTHS_KEPT = 2;

  private static final int BUFFER_BYTES = 1 << 16;

  private static final Logger LOG = LoggerFactory.getLogger(SavedLedgers.class);

  private final KeptFolder folder;
  private final String madeBy;
  private final TableVersion records;

  /**
   * Ledgers computed now.
   *
   * @param madeBy code, standards and rules, closings apart
   * @param records the version of the records
   */
  SavedLedgers(KeptFolder folder, String madeBy, TableVersion records) {
    this.folder = folder;
    this.madeBy = madeBy;
    this.records = records;
  }

  /**
   * The latest saved month from which the ledger may go on; empty if there is none.
   *
   * @param firstAsked first day whose rows are asked for; null: from the beginning
   * @param touchedSince days touched in the records since a version
   */
  Optional<YearMonth> latest(LocalDate firstAsked, Function<TableVersion, DaySet> touchedSince) {
    return folder.names().stream()
        .filter(SavedLedgers::isMonth)
        .map(YearMonth::parse)
        .filter(m -> firstAsked != null && m.atEndOfMonth().isBefore(firstAsked))
        .filter(m -> isStillRight(m, touchedSince))
        .reduce((a, b) -> b);
  }

  private boolean isStillRight(YearMonth month, Function<TableVersion, DaySet> touchedSince) {
    try {
      Header header = folder.read(month.toString(), in -> Header.read(new Input(in, BUFFER_BYTES)));
      return header.madeBy().equals(madeBy)
          && touchedSince
              .apply(header.records())
              .intersect(DaySet.between(null, month.atEndOfMonth()))
              .isEmpty();
    } catch (RuntimeException e) {
      return isDamaged(month, e);
    }
  }

  /** Goes on from a saved month; empty if it does not fit the later records. */
  Optional<Ledger> goOn(
      YearMonth month, List<Entry> later, LedgerRules rules, LedgerListener listener) {
    try {
      return folder.read(
          month.toString(),
          (InputStream in) -> {
            Input data = new Input(in, BUFFER_BYTES);
            Header.read(data);
            return Ledger.goOn(data, later, rules, listener);
          });
    } catch (RuntimeException e) {
      isDamaged(month, e);
      return Optional.empty();
    }
  }

  /** Whatever is wrong with what was kept, the ledger can be computed from its beginning. */
  private static boolean isDamaged(YearMonth month, RuntimeException e) {
    LOG.warn("The saved ledger of {} cannot be read; computing all of it.", month, e);
    return false;
  }

  /** Saves the ledger at the end of the month before its last one; the one before stays. */
  void monthOver(Ledger ledger, YearMonth month) {
    YearMonth last = ledger.lastMonth();
    if (month.equals(last.minusMonths(1))) {
      folder.keep(month.toString(), (OutputStream out) -> write(ledger, out));
    }
    if (month.equals(last)) {
      folder.retain(
          folder.names().stream()
              .filter(SavedLedgers::isMonth)
              .filter(n -> YearMonth.parse(n).isBefore(last))
              .filter(n -> !YearMonth.parse(n).isBefore(last.minusMonths(MONTHS_KEPT)))
              .toList());
    }
  }

  private static boolean isMonth(String name) {
    return name.matches("\\d{4}-\\d{2}");
  }

  private void write(Ledger ledger, OutputStream out) {
    Output data = new Output(out, BUFFER_BYTES);
    new Header(madeBy, records).write(data);
    ledger.writeState(data);
    data.flush();
  }

  /** What a saved ledger was computed by and from. */
  private record Header(String madeBy, TableVersion records) {
    void write(Output out) {
      out.writeString(madeBy);
      out.writeString(records.id());
      out.writeLong(records.version());
    }

    static Header read(Input in) {
      return new Header(in.readString(), new TableVersion(in.readString(), in.readLong()));
    }
  }
}
