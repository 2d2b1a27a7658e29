package org.dawen.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.codec.gb17691.MinuteBook;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteSamples;
import org.dawen.codec.gb17691.MinuteSummary;
import org.dawen.codec.gb17691.ObdInfo;
import org.dawen.codec.gb17691.VehicleTime;

/**
 * Minutes and OBD information as bytes: figures as numbers of one to ten bytes, a quarter of what
 * they take as columns. Written while frames are decoded, opened when the table is written.
 */
final class ObdPacking {
  /** Packed rows are handed on in pieces of about so many bytes. */
  private static final int PIECE_BYTES = 1 << 18;

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
  static Iterator<Row> minutes(byte[] piece, String fileId) {
    return new Opened(piece) {
      private final long[] figures = new long[MinuteField.COUNT];

      @Override
      Row row() {
        Object[] row = new Object[MinuteField.COUNT + 5];
        row[0] = text();
        long start = number();
        for (int i = 0; i < MinuteField.COUNT; i++) {
          figures[i] = i == MAP || i == HASH ? fixed() : numberOrNone();
        }
        minute(row, start, figures, text(), fileId);
        return RowFactory.create(row);
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
  static Iterator<Row> infos(byte[] piece, String fileId, long recordsBefore) {
    return new Opened(piece) {
      @Override
      Row row() {
        String vin = text();
        LocalDate day = VehicleTime.day(number() * 86_400);
        return RowFactory.create(
            vin,
            day,
            VehicleTime.civil(number()),
            VehicleTime.civil(number()),
            small(),
            truth(),
            textOrNone(),
            textOrNone(),
            textOrNone(),
            textOrNone(),
            textOrNone(),
            small(),
            textOrNone(),
            fileId,
            recordsBefore + number());
      }
    };
  }

  /** A piece being read; texts and numbers come in the order in which they were written. */
  private abstract static class Opened implements Iterator<Row> {
    private final byte[] bytes;
    private int at;

    Opened(byte[] bytes) {
      this.bytes = bytes;
    }

    abstract Row row();

    @Override
    public boolean hasNext() {
      return at < bytes.length;
    }

    @Override
    public Row next() {
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

    Integer small() {
      long value = numberOrNone();
      return value == MinuteSummary.NONE ? null : (Integer) (int) value;
    }

    Boolean truth() {
      long value = numberOrNone();
      return value == MinuteSummary.NONE ? null : (Boolean) (value == 1);
    }

    long fixed() {
      long value = 0;
      for (int i = 0; i < 8; i++) {
        value |= (bytes[at++] & 0xFFL) << 8 * i;
      }
      return value;
    }

    String textOrNone() {
      return bytes[at++] == 0 ? null : text();
    }

    String text() {
      int length = (int) number();
      String text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }
  }
}
