package org.dawen.power;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.dawen.lake.BareRow;
import org.dawen.lake.BareRowMaker;
import org.dawen.lake.BareRows;

/**
 * From rows of intervals to one row a meter and day, its intervals in bytes: a day of a meter goes
 * through the shuffle once, not once an interval. Intervals of one day lie side by side as the
 * table is written; if they do not, the day is several rows.
 */
final class IntervalFold implements BareRows.Step {
  private static final long serialVersionUID = 1L;
  private static final long MICROSECONDS = 1_000_000;

  /**
   * Places of what is read: texts, a day, civil times, decimals by their digits, a whole number.
   */
  private static final int ENTERPRISE = 0;

  private static final int METER = 1;
  private static final int DAY = 2;
  private static final int START = 3;
  private static final int END = 4;
  private static final int POWER = 5;
  private static final int EXTRA = 6;
  private static final int FLAGS = 7;

  static final StructType FOLDED =
      new StructType()
          .add(EnterpriseRows.ENTERPRISE, DataTypes.StringType, false)
          .add(EnterpriseRows.METER, DataTypes.StringType, false)
          .add(EnterpriseRows.DAY, DataTypes.LongType, false)
          .add(EnterpriseRows.KIND, DataTypes.LongType, false)
          .add(EnterpriseRows.INTERVALS, DataTypes.BinaryType, true)
          .add(EnterpriseRows.RATIO_OF_DAY, DataTypes.LongType, true)
          .add(EnterpriseRows.LOWEST_RATIO, DataTypes.LongType, true)
          .add(EnterpriseRows.OWN_POWER, DataTypes.LongType, true);

  @Override
  public Iterator<InternalRow> over(Iterator<InternalRow> rows) {
    return new Folding(rows);
  }

  private static final class Folding implements Iterator<InternalRow> {
    private final Iterator<InternalRow> rows;
    private final BareRow row = new BareRow();
    private final IntervalBytes intervals = new IntervalBytes();
    private final BareRowMaker maker = new BareRowMaker(FOLDED.length());
    private boolean isAhead;
    private UTF8String enterprise;
    private UTF8String meter;
    private int day;

    Folding(Iterator<InternalRow> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return isAhead || rows.hasNext();
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (!isAhead) {
        row.at(rows.next());
      }
      enterprise = copyOf(row.text(ENTERPRISE), enterprise);
      meter = copyOf(row.text(METER), meter);
      day = row.count(DAY);
      intervals.clear();
      do {
        intervals.put(
            Math.floorDiv(row.number(START), MICROSECONDS),
            Math.floorDiv(row.number(END), MICROSECONDS),
            numberOrMissing(POWER),
            numberOrMissing(EXTRA),
            (int) row.number(FLAGS));
        isAhead = rows.hasNext();
        if (isAhead) {
          row.at(rows.next());
        }
      } while (isAhead && isSameDay());
      return maker
          .begin()
          .text(enterprise)
          .text(meter)
          .number(day)
          .number(EnterpriseRows.INTERVAL)
          .bytes(intervals.bytes(), intervals.length())
          .missing()
          .missing()
          .missing()
          .row();
    }

    private boolean isSameDay() {
      return row.count(DAY) == day
          && row.text(METER).equals(meter)
          && row.text(ENTERPRISE).equals(enterprise);
    }

    private long numberOrMissing(int place) {
      return row.isMissing(place) ? MeterSeries.MISSING : row.number(place);
    }

    private static UTF8String copyOf(UTF8String text, UTF8String before) {
      return text.equals(before) ? before : text.clone();
    }
  }
}
