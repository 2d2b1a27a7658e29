package org.dawen.intake;

import java.time.LocalDateTime;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteSamples;
import org.dawen.codec.gb17691.PackedMinutes;
import org.dawen.codec.gb17691.VehicleTime;

/** An hour of a vehicle that is being packed, part by part, while its file is read. */
final class OpenHour {
  /** What it takes besides the packed bytes. */
  private static final int BYTES_OF_ITS_OWN = 4_096;

  /** Which vehicle, and when its hour starts, in seconds since 2000. */
  record Key(String vin, long start) {
    static Key of(String vin, MinuteSamples minute) {
      return new Key(vin, minute.start() - minute.start() % 3_600);
    }
  }

  private final Key key;
  private final PackedMinutes packed = new PackedMinutes();
  private int parts;
  private int seconds;
  private long minutes;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  OpenHour(Key key) {
    this.key = key;
  }

  /** Bytes it takes in memory, about. */
  int bytes() {
    return BYTES_OF_ITS_OWN + packed.length();
  }

  /** Adds a part of a minute: its byte ranges and its figures. */
  void add(MinuteSamples minute, long[] figures) {
    int ofHour = (int) (minute.start() - key.start()) / 60;
    packed.add(ofHour, figures, minute);
    parts++;
    minutes |= 1L << ofHour;
    long map = figures[MinuteField.SECOND_MAP.ordinal()];
    seconds += Long.bitCount(map);
    if (map != 0) {
      first = Math.min(first, minute.start() + figures[MinuteField.FIRST_SECOND.ordinal()]);
      last = Math.max(last, minute.start() + figures[MinuteField.LAST_SECOND.ordinal()]);
    }
  }

  /** What was added, as a row of a file. */
  ObdHour row(String fileId) {
    LocalDateTime start = VehicleTime.civil(key.start());
    PackedMinutes.Packed bytes = packed.take();
    return new ObdHour(
        key.vin(),
        start,
        start.toLocalDate(),
        parts,
        Long.bitCount(minutes),
        seconds,
        seconds == 0 ? null : VehicleTime.civil(first),
        seconds == 0 ? null : VehicleTime.civil(last),
        bytes.figures(),
        bytes.byteRanges(),
        fileId);
  }
}
