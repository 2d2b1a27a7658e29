package org.dawen.lake;

import com.google.common.collect.AbstractIterator;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Records of one class as bytes, for the way from the task that reads to the one that computes. Of
 * a record first a bit for each cell that is there, then these cells: numbers in as few bytes as
 * they need, texts behind their length, the records of a list behind their number.
 */
public final class RecordBytes<R extends Record> {
  private final RecordForm<R> form;
  private final RowShape layout;
  private final Cells cells;
  private byte[] bytes = new byte[256];
  private int at;

  /** What each cell of a row holds: a number, a text, or a list of rows of their own layout. */
  private record RowShape(boolean[] isNumber, RowShape[] lists) {
    static RowShape of(List<Column> columns) {
      boolean[] isNumber = new boolean[columns.size()];
      RowShape[] lists = new RowShape[columns.size()];
      for (int i = 0; i < isNumber.length; i++) {
        isNumber[i] = Cells.isNumber(columns.get(i).type());
        List<Column> fields = columns.get(i).fields();
        lists[i] = fields.isEmpty() ? null : of(fields);
      }
      return new RowShape(isNumber, lists);
    }

    int width() {
      return isNumber.length;
    }

    int maskBytes() {
      return (width() + 7) / 8;
    }
  }

  public RecordBytes(Class<R> type) {
    form = RecordForm.of(type);
    layout = RowShape.of(form.columns());
    cells = new Cells(layout.width());
  }

  /** Begins records behind a number of up to 127 that says whose they are. */
  public void begin(int place) {
    at = 0;
    bytes[at++] = (byte) place;
  }

  /** Adds a record to those that {@link #take} gives. */
  public void append(R row) {
    form.give(row, cells);
    append(cells, layout);
  }

  private void append(Cells row, RowShape as) {
    int mask = at;
    room(as.maskBytes());
    Arrays.fill(bytes, mask, mask + as.maskBytes(), (byte) 0);
    at += as.maskBytes();
    for (int i = 0; i < as.width(); i++) {
      if (!row.isMissing(i)) {
        bytes[mask + i / 8] |= (byte) (1 << i % 8);
        if (as.isNumber[i]) {
          long number = row.number(i);
          unsigned(number << 1 ^ number >> 63); // small ones below zero are short, too
        } else if (as.lists[i] != null) {
          CellList list = row.list(i);
          unsigned(list.size());
          for (int r = 0; r < list.size(); r++) {
            append(list.get(r), as.lists[i]);
          }
        } else {
          byte[] text = row.bytes(i).getBytesUnsafe();
          unsigned(text.length);
          room(text.length);
          System.arraycopy(text, 0, bytes, at, text.length);
          at += text.length;
        }
      }
    }
  }

  /** Length of what was appended. */
  public int length() {
    return at;
  }

  /** What was appended since the last time. */
  public byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, at);
    at = 0;
    return taken;
  }

  private void room(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
    }
  }

  /** Seven bits a byte, the lowest first. */
  private void unsigned(long number) {
    room(10);
    long left = number;
    while ((left & ~0x7FL) != 0) {
      bytes[at++] = (byte) (left & 0x7F | 0x80);
      left >>>= 7;
    }
    bytes[at++] = (byte) left;
  }

  /** The number {@link #begin} was given. */
  public static int place(byte[] taken) {
    return taken[0];
  }

  /** The records behind the number, in order. */
  public Iterator<R> behindPlace(byte[] taken) {
    return new Reading(taken, 1);
  }

  /** The records that were appended, in order. */
  public Iterator<R> all(byte[] taken) {
    return new Reading(taken, 0);
  }

  private final class Reading extends AbstractIterator<R> {
    private final byte[] in;
    private int next;

    Reading(byte[] in, int next) {
      this.in = in;
      this.next = next;
    }

    @Override
    protected R computeNext() {
      if (next == in.length) {
        return endOfData();
      }
      cells.clear();
      read(cells, layout);
      return form.take(cells);
    }

    private void read(Cells row, RowShape as) {
      int mask = next;
      next += as.maskBytes();
      for (int i = 0; i < as.width(); i++) {
        if ((in[mask + i / 8] & 1 << i % 8) != 0) {
          long number = unsigned();
          if (as.isNumber[i]) {
            row.number(i, number >>> 1 ^ -(number & 1));
          } else if (as.lists[i] != null) {
            CellList list = row.list(i, as.lists[i].width());
            for (int r = 0; r < number; r++) {
              read(list.add(), as.lists[i]);
            }
          } else {
            int from = next;
            next += (int) number;
            row.bytes(i, in, from, next);
          }
        }
      }
    }

    private long unsigned() {
      long number = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = in[next++];
        number |= (b & 0x7FL) << shift;
        if (b >= 0) {
          return number;
        }
      }
    }
  }
}
