package org.dawen.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
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

  private static final long SECONDS_A_DAY = 86_400;
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

  /** Opens a piece of minutes. */
  static Iterator<ObdMinute> minutes(byte[] piece, String fileId) {
    return new Opened<>(piece) {
      @Override
      ObdMinute row() {
        String vin = text();
        long start = number();
        long[] figures = new long[MinuteField.COUNT];
        for (int i = 0; i < MinuteField.COUNT; i++) {
          figures[i] = i == MAP || i == HASH ? fixed() : numberOrNone();
        }
        return new ObdMinute(
            vin, VehicleTime.civil(start), VehicleTime.day(start), figures, text(), fileId);
      }
    };
  }

  /** Opens a piece of OBD information; records are numbered on from those before. */
  static Iterator<ObdWording> infos(byte[] piece, String fileId, long recordsBefore) {
    return new Opened<>(piece) {
      @Override
      ObdWording row() {
        return new ObdWording(
            text(),
            VehicleTime.day(number() * SECONDS_A_DAY),
            VehicleTime.civil(number()),
            VehicleTime.civil(number()),
            content(),
            fileId,
            recordsBefore + number());
      }

      private ObdWording.Content content() {
        Integer protocol = countOrNone();
        Integer lamp = countOrNone();
        return new ObdWording.Content(
            protocol,
            lamp == null ? null : (Boolean) (lamp == 1),
            textOrNone(),
            textOrNone(),
            textOrNone(),
            textOrNone(),
            textOrNone(),
            countOrNone(),
            textOrNone());
      }
    };
  }

  /** A piece being read; texts and numbers come in the order in which they were written. */
  private abstract static class Opened<R extends Record> implements Iterator<R> {
    private final byte[] bytes;
    private int at;

    Opened(byte[] bytes) {
      this.bytes = bytes;
    }

    abstract R row();

    @Override
    public boolean hasNext() {
      return at < bytes.length;
    }

    @Override
    public R next() {
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

    Integer countOrNone() {
      long value = numberOrNone();
      return value == MinuteSummary.NONE ? null : (Integer) (int) value;
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
      at += length;
      return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
  }
}
