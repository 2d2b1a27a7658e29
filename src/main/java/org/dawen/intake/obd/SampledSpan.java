package org.dawen.intake.obd;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.lake.Nullable;

/** What tells, without unpacking a row, whether another row may hold some of its seconds too. */
record SampledSpan(
    String vin,
    int partCount,
    int minuteCount,
    @Nullable LocalDateTime firstSampleAt,
    @Nullable LocalDateTime lastSampleAt) {

  /**
   * Collects the vehicles of which any row holds a minute twice, or two rows overlap in time. Of
   * all others no parts of a minute overlap.
   */
  static final class Overlapping {
    private final Set<String> vins = new HashSet<>();
    private final Map<String, Spans> spans = new HashMap<>();

    /** The first and last second of each row of a vehicle, in one number a row. */
    private static final class Spans {
      private long[] sorted = new long[4];
      private int count;

      void add(long first, long last) {
        sorted = count == sorted.length ? Arrays.copyOf(sorted, 2 * count) : sorted;
        sorted[count++] = first << Integer.SIZE | last;
      }

      boolean isOverlapping() {
        Arrays.sort(sorted, 0, count);
        for (int i = 1; i < count; i++) {
          // Before the first that overlaps each row ends before the next begins.
          if (sorted[i] >>> Integer.SIZE <= (sorted[i - 1] & 0xFFFF_FFFFL)) {
            return true;
          }
        }
        return false;
      }
    }

    void add(SampledSpan row) {
      if (row.partCount > row.minuteCount) {
        vins.add(row.vin);
      }
      if (row.firstSampleAt != null) {
        spans
            .computeIfAbsent(row.vin, v -> new Spans())
            .add(VehicleTime.seconds(row.firstSampleAt), VehicleTime.seconds(row.lastSampleAt));
      }
    }

    Set<String> vins() {
      spans.forEach(
          (vin, rows) -> {
            if (rows.isOverlapping()) {
              vins.add(vin);
            }
          });
      return vins;
    }
  }
}
