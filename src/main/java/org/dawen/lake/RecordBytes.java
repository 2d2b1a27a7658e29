package org.dawen.lake;

import com.google.common.collect.AbstractIterator;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Records of one class as bytes, for the way from the task that reads to the one that computes. Of
 * a record first a bit for each cell that is there, then these cells: numbers in as few bytes as
 * they need, texts behind their length.
 */
public final class RecordBytes<R extends Record> {
  private final RecordForm<R> form;
  private final boolean[] isNumber;
  private final int maskBytes;
  private final Cells cells;
  private byte[] bytes = new byte[256];
  private int at;

  public RecordBytes(Class<R> type) {
    form = RecordForm.of(type);
    List<Column> columns = form.columns();
    isNumber = new boolean[columns.size()];
    for (int i = 0; i < isNumber.length; i++) {
      isNumber[i] = Cells.isNumber(columns.get(i).type());
    }
    maskBytes = (isNumber.length + 7) / 8;
    cells = new Cells(isNumber.length);
  }

  /** Begins records behind a number of up to 127 that says whose they are. */
  public void begin(int place) {
    at = 0;
    bytes[at++] = (byte) place;
  }

  /** Adds a record to those that {@link #take} gives. */
  public void append(R row) {
    form.give(row, cells);
    int mask = at;
    room(maskBytes);
    Arrays.fill(bytes, mask, mask + maskBytes, (byte) 0);
    at += maskBytes;
    for (int i = 0; i < isNumber.length; i++) {
      if (!cells.isMissing(i)) {
        bytes[mask + i / 8] |= (byte) (1 << i % 8);
        if (isNumber[i]) {
          long number = cells.number(i);
          unsigned(number << 1 ^ number >> 63); // small ones below zero are short, too
        } else {
          byte[] text = cells.bytes(i).getBytesUnsafe();
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
      int mask = next;
      next += maskBytes;
      cells.clear();
      for (int i = 0; i < isNumber.length; i++) {
        if ((in[mask + i / 8] & 1 << i % 8) != 0) {
          long number = unsigned();
          if (isNumber[i]) {
            cells.number(i, number >>> 1 ^ -(number & 1));
          } else {
            int from = next;
            next += (int) number;
            cells.bytes(i, in, from, next);
          }
        }
      }
      return form.take(cells);
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
