package org.dawen.intake;

import java.io.Serializable;
import java.util.List;
import org.dawen.run.Settings;

/**
 * How much of a landing file is read before it is refused: what somebody sends must not fill memory
 * or disk, nor hold up the night.
 *
 * @param longestLineBytes longer lines of text files are rejected; their rest is skipped unkept
 * @param mostUnpackedBytes a compressed file that gives more is refused whole
 * @param mostUnpackedRatio so is one that gives more than so many times its own length, once it
 *     gives more than {@link #SMALL_BYTES}
 * @param days records of other days are rejected
 */
record ReadLimits(
    int longestLineBytes, long mostUnpackedBytes, long mostUnpackedRatio, PossibleDays days)
    implements Serializable {
  static final String LONGEST_LINE = "intake.longest_line_bytes";
  static final String MOST_UNPACKED = "intake.most_unpacked_bytes";
  static final String MOST_RATIO = "intake.most_unpacked_ratio";

  /** Keys of all settings that say so. */
  static final List<String> KEYS =
      List.of(
          LONGEST_LINE, MOST_UNPACKED, MOST_RATIO, PossibleDays.FIRST_DAY, PossibleDays.LAST_DAY);

  /** Below this a file may unpack to as many times its length as it likes. */
  static final long SMALL_BYTES = 16L << 20;

  /** For tests and for showing single records of files that were read before. */
  static final ReadLimits SHIPPED = new ReadLimits(1 << 16, 8L << 30, 250, PossibleDays.SHIPPED);

  static ReadLimits of(Settings settings) {
    return new ReadLimits(
        settings.whole(LONGEST_LINE),
        settings.decimal(MOST_UNPACKED).longValueExact(),
        settings.whole(MOST_RATIO),
        PossibleDays.of(settings));
  }

  /** True if a file of this length may not give so many bytes. */
  boolean isTooMuch(long unpackedBytes, long lengthBytes) {
    return unpackedBytes > mostUnpackedBytes
        || unpackedBytes > SMALL_BYTES
            && unpackedBytes / mostUnpackedRatio > Math.max(1, lengthBytes);
  }
}
