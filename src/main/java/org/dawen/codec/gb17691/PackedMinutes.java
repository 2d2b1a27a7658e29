package org.dawen.codec.gb17691;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Parts of minutes of one vehicle as bytes, one behind the other: their figures, and apart from
 * them the byte ranges of their frames, which few readers ask for.
 *
 * <p>Figures: a byte with the version; of each part its minute of the hour, a bit for each figure
 * that is not what the part before lets expect, the hash of the samples as it is, and the
 * differences of the figures whose bit is set; at the end the CRC-32C of all that. Ranges: the
 * version, of each part their number and of each how far it begins behind the one before and its
 * length, and the CRC-32C. Numbers have seven bits a byte, the lowest first; small ones below zero
 * are short, too.
 */
public final class PackedMinutes {
  /** Bytes of another version are refused. */
  static final byte VERSION = 1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int HASH = MinuteField.SAMPLE_HASH.ordinal();
  private static final int SECOND_BITS = MinuteField.COUNT - Long.SIZE;
  private static final int SECOND_BITS_BYTES = (SECOND_BITS + 7) / 8;
  private static final int LONGEST_NUMBER = 10;
  private static final int LONGEST_PART =
      1 + 3 * Long.BYTES + LONGEST_NUMBER * (MinuteField.COUNT + 1);

  private final Writing figures = new Writing();
  private final Writing ranges = new Writing();
  private final long[] before = new long[MinuteField.COUNT];
  private final long[] expected = new long[MinuteField.COUNT];
  private long end;

  /**
   * A part of a minute.
   *
   * @param minuteOfHour 0 to 59
   * @param figures by {@link MinuteField}
   */
  public record Part(int minuteOfHour, long[] figures) {}

  /** Parts as bytes. */
  public record Packed(byte[] figures, byte[] byteRanges) {}

  /** The bytes are not those that were packed. */
  public static final class Damaged extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Damaged(String words) {
      super(words);
    }
  }

  /** Adds a part: its figures by {@link MinuteField}, the byte ranges of its samples. */
  public void add(int minuteOfHour, long[] part, MinuteSamples samples) {
    if (figures.at == 0) {
      Arrays.fill(before, 0);
      end = 0;
      figures.begin();
      ranges.begin();
    }
    figures.room(LONGEST_PART);
    figures.bytes[figures.at++] = (byte) minuteOfHour;
    System.arraycopy(before, 0, expected, 0, MinuteField.COUNT);
    expectOdometer(expected);
    expectRuns(part, expected);
    long first = differing(part, 0, Long.SIZE) & ~(1L << HASH);
    long second = differing(part, Long.SIZE, MinuteField.COUNT);
    figures.fixed(first, Long.BYTES);
    figures.fixed(second, SECOND_BITS_BYTES);
    figures.fixed(part[HASH], Long.BYTES);
    differences(first, 0, part);
    differences(second, Long.SIZE, part);
    System.arraycopy(part, 0, before, 0, MinuteField.COUNT);
    addRanges(samples);
  }

  private long differing(long[] part, int from, int to) {
    long bits = 0;
    for (int f = from; f < to; f++) {
      bits |= part[f] == expected[f] ? 0 : 1L << f - from;
    }
    return bits;
  }

  private void differences(long bits, int from, long[] part) {
    for (long left = bits; left != 0; left &= left - 1) {
      int f = from + Long.numberOfTrailingZeros(left);
      figures.signed(shifted(part[f]) - shifted(expected[f]));
    }
  }

  private void addRanges(MinuteSamples samples) {
    ranges.room(LONGEST_NUMBER * (2 * samples.ranges() + 1));
    ranges.unsigned(samples.ranges());
    for (int i = 0; i < samples.ranges(); i++) {
      long position = samples.rangePosition(i);
      ranges.signed(position - end);
      ranges.unsigned(samples.rangeLength(i));
      end = position + samples.rangeLength(i);
    }
  }

  /** Length of what was added, in bytes. */
  public int length() {
    return figures.at + ranges.at;
  }

  /** What was added since the last time. */
  public Packed take() {
    return new Packed(figures.take(), ranges.take());
  }

  /** The odometer goes on where it was. */
  private static void expectOdometer(long[] part) {
    part[MinuteField.ODOMETER_RAW_FIRST.ordinal()] = part[MinuteField.ODOMETER_RAW_LAST.ordinal()];
  }

  /** A vehicle that drives fast has its first and last position in the run of positions, too. */
  private static void expectRuns(long[] part, long[] expected) {
    boolean isFast =
        part[MinuteField.FAST_SECONDS.ordinal()] > 0
            && part[MinuteField.POSITION_COUNT.ordinal()] > 0;
    expected[MinuteField.POSITION_RUN_FIRST.ordinal()] =
        isFast
            ? position(part, MinuteField.FIRST_LONGITUDE_RAW, MinuteField.FIRST_LATITUDE_RAW)
            : MinuteSummary.NONE;
    expected[MinuteField.POSITION_RUN_LAST.ordinal()] =
        isFast
            ? position(part, MinuteField.LAST_LONGITUDE_RAW, MinuteField.LAST_LATITUDE_RAW)
            : MinuteSummary.NONE;
  }

  private static long position(long[] part, MinuteField longitude, MinuteField latitude) {
    return (part[longitude.ordinal()] << 32) + part[latitude.ordinal()];
  }

  /** "None" is 0 and what counts from 0 follows it: one beside the other is a small difference. */
  private static long shifted(long figure) {
    return figure == MinuteSummary.NONE ? 0 : figure >= 0 ? figure + 1 : figure;
  }

  private static long figure(long shifted) {
    return shifted == 0
        ? MinuteSummary.NONE
        : shifted > 0 || shifted == Long.MIN_VALUE ? shifted - 1 : shifted;
  }

  /**
   * The parts, in the order in which they were added.
   *
   * @throws Damaged if the bytes are not those that were packed
   */
  public static List<Part> parts(byte[] packed) {
    Reading in = new Reading(packed);
    List<Part> parts = new ArrayList<>();
    long[] part = new long[MinuteField.COUNT];
    while (in.hasNext()) {
      part = part.clone();
      int minuteOfHour = in.bytes[in.at++];
      long first = in.fixed(Long.BYTES);
      long second = in.fixed(SECOND_BITS_BYTES) & (1L << SECOND_BITS) - 1;
      part[HASH] = in.fixed(Long.BYTES);
      expectOdometer(part);
      in.differences(first, 0, part);
      expectRuns(part, part);
      in.differences(second, Long.SIZE, part);
      parts.add(new Part(minuteOfHour, part));
    }
    return parts;
  }

  /**
   * The byte ranges of each part, as {@code position+length;…}.
   *
   * @throws Damaged if the bytes are not those that were packed
   */
  public static List<String> byteRanges(byte[] packed) {
    Reading in = new Reading(packed);
    List<String> parts = new ArrayList<>();
    long end = 0;
    while (in.hasNext()) {
      StringBuilder text = new StringBuilder();
      for (long left = in.unsigned(); left > 0; left--) {
        long position = end + in.signed();
        long length = in.unsigned();
        text.append(text.isEmpty() ? "" : ";").append(position).append('+').append(length);
        end = position + length;
      }
      parts.add(text.toString());
    }
    return parts;
  }

  private static int check(byte[] bytes, int length) {
    CRC32C check = new CRC32C();
    check.update(bytes, 0, length);
    return (int) check.getValue();
  }

  /** Bytes being written. */
  private static final class Writing {
    private byte[] bytes = new byte[1 << 10];
    private int at;

    void begin() {
      bytes[at++] = VERSION;
    }

    void room(int more) {
      if (bytes.length - at < more + Long.BYTES) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
      }
    }

    /** The lowest bytes of a number. */
    void fixed(long number, int length) {
      LONGS.set(bytes, at, number);
      at += length;
    }

    void signed(long number) {
      unsigned(number << 1 ^ number >> 63);
    }

    void unsigned(long number) {
      long left = number;
      while ((left & ~0x7FL) != 0) {
        bytes[at++] = (byte) (left & 0x7F | 0x80);
        left >>>= 7;
      }
      bytes[at++] = (byte) left;
    }

    byte[] take() {
      room(0);
      fixed(check(bytes, at), Integer.BYTES);
      byte[] taken = Arrays.copyOf(bytes, at);
      at = 0;
      return taken;
    }
  }

  /** Bytes that are sound, being read. */
  private static final class Reading {
    private final byte[] bytes;
    private final int to;
    private int at = 1;

    Reading(byte[] packed) {
      bytes = packed;
      to = packed.length - Integer.BYTES;
      if (to < 1) {
        throw new Damaged("%,d bytes are too few".formatted(packed.length));
      }
      if (packed[0] != VERSION) {
        throw new Damaged("version %d, not %d".formatted(packed[0], VERSION));
      }
      int stored = 0;
      for (int i = packed.length - 1; i >= to; i--) {
        stored = stored << 8 | packed[i] & 0xFF;
      }
      if (stored != check(packed, to)) {
        throw new Damaged("the check sum is wrong");
      }
    }

    boolean hasNext() {
      return at < to;
    }

    long fixed(int length) {
      long number = (long) LONGS.get(bytes, at);
      at += length;
      return number;
    }

    void differences(long bits, int from, long[] part) {
      for (long left = bits; left != 0; left &= left - 1) {
        int f = from + Long.numberOfTrailingZeros(left);
        part[f] = figure(shifted(part[f]) + signed());
      }
    }

    long signed() {
      long number = unsigned();
      return number >>> 1 ^ -(number & 1);
    }

    long unsigned() {
      long number = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = bytes[at++];
        number |= (b & 0x7FL) << shift;
        if (b >= 0) {
          return number;
        }
      }
    }
  }
}
