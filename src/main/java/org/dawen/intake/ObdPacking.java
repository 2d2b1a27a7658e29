package org.dawen.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.dawen.codec.gb17691.MinuteBook;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteSamples;
import org.dawen.codec.gb17691.MinuteSummary;
import org.dawen.codec.gb17691.ObdInfo;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.lake.RowWriter;

/**
 * Minutes and OBD information as bytes: figures as numbers of one to ten bytes, a quarter of what
 * they take as columns. Written while frames are decoded, opened when the table is written.
 */
final class ObdPacking {
  /** Packed rows are handed on in pieces of about so many bytes. */
  private static final int PIECE_BYTES = 1 << 18;

  static final long SECONDS_TO_2000 = 10_957L * 86_400;
  private static final int MAP = MinuteField.SECOND_MAP.ordinal();
  private static final int HASH = MinuteField.SAMPLE_HASH.ordinal();

  private byte[] bytes = new byte[PIECE_BYTES + (1 << 13)];
  private int at;

  /** True if a piece is full. */
  boolean isFull() {
    return at >= PIECE_BYTES;
  }

  boolean isEmpty() {
    return at == 0;
  }

  /** What has been written, emptied. */
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, at);
    at = 0;
    return taken;
  }

  /** Writes a part of a minute. */
  void minute(String vin, MinuteSamples samples, long[] figures) {
    room(1_400);
    text(vin);
    number(samples.start());
    for (int i = 0; i < MinuteField.COUNT; i++) {
      if (i == MAP || i == HASH) {
        fixed(figures[i]);
      } else {
        numberOrNone(figures[i]);
      }
    }
    text(samples.rangesText());
  }

  /** Writes a wording of OBD information. */
  void info(String vin, long day, MinuteBook.Info info) {
    room(256);
    ObdInfo c = info.content();
    text(vin);
    number(day);
    number(info.firstAt());
    number(info.lastAt());
    numberOrNone(c.protocol() == null ? MinuteSummary.NONE : c.protocol());
    numberOrNone(c.isMilOn() == null ? MinuteSummary.NONE : c.isMilOn() ? 1 : 0);
    textOrNone(c.support());
    textOrNone(c.readiness());
    textOrNone(c.vin());
    textOrNone(c.calid());
    textOrNone(c.cvn());
    numberOrNone(c.troubleCodeCount() == null ? MinuteSummary.NONE : c.troubleCodeCount());
    textOrNone(c.troubleCodes());
    number(info.recordNo());
  }

  private void room(int most) {
    if (bytes.length - at < most) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + most);
    }
  }

  private void numberOrNone(long value) {
    number(value == MinuteSummary.NONE ? 0 : (value << 1 ^ value >> 63) + 1);
  }

  /** Seven bits a byte, the lowest first. */
  private void number(long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      bytes[at++] = (byte) (left & 0x7F | 0x80);
      left >>>= 7;
    }
    bytes[at++] = (byte) left;
  }

  private void fixed(long value) {
    for (int i = 0; i < 8; i++) {
      bytes[at++] = (byte) (value >>> 8 * i);
    }
  }

  private void textOrNone(String text) {
    room(2);
    bytes[at++] = (byte) (text == null ? 0 : 1);
    if (text != null) {
      text(text);
    }
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    room(utf8.length + 1_400);
    number(utf8.length);
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
    at += utf8.length;
  }

  /** Opens a piece of minutes, as rows of {@link ObdTables#OBD_MINUTE}. */
  static Iterator<InternalRow> minutes(byte[] piece, byte[] fileId, RowWriter out) {
    return new Opened(piece) {
      private final long[] figures = new long[MinuteField.COUNT];

      @Override
      InternalRow row() {
        out.begin();
        out.text(0, text());
        long start = number();
        out.civilTime(1, start + SECONDS_TO_2000);
        out.day(2, (int) ((start + SECONDS_TO_2000) / 86_400));
        for (int i = 0; i < MinuteField.COUNT; i++) {
          figures[i] = i == MAP || i == HASH ? fixed() : numberOrNone();
        }
        ObdFigures.write(figures, MinuteField.COUNT, out, 3);
        int place = MinuteField.COUNT + 3;
        out.text(place, text());
        out.text(place + 1, fileId);
        return out.row();
      }
    };
  }

  /** Fills the cells of a minute behind the VIN. */
  static void minute(Object[] row, long start, long[] figures, String ranges, String fileId) {
    row[1] = VehicleTime.civil(start);
    row[2] = VehicleTime.day(start);
    ObdFigures.write(figures, MinuteField.COUNT, row, 3);
    row[MinuteField.COUNT + 3] = ranges;
    row[MinuteField.COUNT + 4] = fileId;
  }

  /** Opens a piece of OBD information, as rows of {@link ObdTables#OBD_INFO}. */
  static Iterator<InternalRow> infos(
      byte[] piece, byte[] fileId, long recordsBefore, RowWriter out) {
    return new Opened(piece) {
      @Override
      InternalRow row() {
        out.begin();
        out.text(0, text());
        out.day(1, (int) (number() + SECONDS_TO_2000 / 86_400));
        out.civilTime(2, number() + SECONDS_TO_2000);
        out.civilTime(3, number() + SECONDS_TO_2000);
        small(4);
        long lamp = numberOrNone();
        if (lamp == MinuteSummary.NONE) {
          out.nothing(5);
        } else {
          out.truth(5, lamp == 1);
        }
        for (int place = 6; place < 11; place++) {
          out.text(place, textOrNone());
        }
        small(11);
        out.text(12, textOrNone());
        out.text(13, fileId);
        out.whole(14, recordsBefore + number());
        return out.row();
      }

      private void small(int place) {
        long value = numberOrNone();
        if (value == MinuteSummary.NONE) {
          out.nothing(place);
        } else {
          out.count(place, (int) value);
        }
      }
    };
  }

  /** A piece being read; texts and numbers come in the order in which they were written. */
  private abstract static class Opened implements Iterator<InternalRow> {
    private final byte[] bytes;
    private int at;

    Opened(byte[] bytes) {
      this.bytes = bytes;
    }

    abstract InternalRow row();

    @Override
    public boolean hasNext() {
      return at < bytes.length;
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return row();
    }

    long number() {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = bytes[at++];
        value |= (b & 0x7FL) << shift;
        if (b >= 0) {
          return value;
        }
      }
    }

    long numberOrNone() {
      long value = number();
      return value == 0 ? MinuteSummary.NONE : value - 1 >>> 1 ^ -(value - 1 & 1);
    }

    long fixed() {
      long value = 0;
      for (int i = 0; i < 8; i++) {
        value |= (bytes[at++] & 0xFFL) << 8 * i;
      }
      return value;
    }

    byte[] textOrNone() {
      return bytes[at++] == 0 ? null : text();
    }

    byte[] text() {
      int length = (int) number();
      at += length;
      return Arrays.copyOfRange(bytes, at - length, at);
    }
  }
}
