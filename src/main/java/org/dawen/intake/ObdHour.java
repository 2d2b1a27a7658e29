package org.dawen.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.dawen.codec.gb17691.PackedMinutes;
import org.dawen.lake.Day;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.lake.Trouble;

/**
 * What one file holds of a vehicle's hour, minute by minute. Minutes instead of seconds, because
 * 20,000 trucks give 432 million seconds a working day; the seconds stay in the landing files. And
 * packed, because analysts have the minutes in {@code diesel.vehicle_minute}: what one file held of
 * one is for joining them alone.
 *
 * @param packedFigures the figures of each part of a minute, see {@link PackedMinutes}
 * @param packedRanges where the frames of each part are, see {@link PackedMinutes}
 */
@OfTable(
    name = "received.obd_hour",
    grain =
        "One row per file, vehicle and hour: what of its minutes stands there. A file of many"
            + " vehicles may give several rows of an hour.",
    withoutKey = "late, repeated and cut files give several parts of one hour",
    sources = "landing/obd",
    warnings = {
      "Minutes are packed; diesel.vehicle_minute holds them, each second once",
      "Rows may overlap: a second may be in more than one row"
    })
public record ObdHour(
    String vin,
    LocalDateTime hourStart,
    @Day LocalDate dataDay,
    int partCount,
    int minuteCount,
    int secondCount,
    @Nullable LocalDateTime firstSampleAt,
    @Nullable LocalDateTime lastSampleAt,
    byte[] packedFigures,
    byte[] packedRanges,
    String fileId) {
  /** The same hour, read from this file. */
  ObdHour of(String file) {
    return new ObdHour(
        vin,
        hourStart,
        dataDay,
        partCount,
        minuteCount,
        secondCount,
        firstSampleAt,
        lastSampleAt,
        packedFigures,
        packedRanges,
        file);
  }

  /**
   * What one file holds of a minute.
   *
   * @param figures by {@link org.dawen.codec.gb17691.MinuteField}
   */
  public record Part(LocalDateTime minuteStart, long[] figures) {}

  /** What joins minutes: which row it is, and its figures. */
  public record Figures(String vin, LocalDateTime hourStart, byte[] packedFigures, String fileId) {
    /**
     * The parts of minutes, as they were packed.
     *
     * @throws Trouble exit code 4 if the bytes are damaged
     */
    public List<Part> parts() {
      return unpacked(PackedMinutes::parts, packedFigures).stream()
          .map(p -> new Part(hourStart.plusMinutes(p.minuteOfHour()), p.figures()))
          .toList();
    }

    private <T> List<T> unpacked(Function<byte[], List<T>> unpack, byte[] packed) {
      try {
        return unpack.apply(packed);
      } catch (PackedMinutes.Damaged e) {
        throw Trouble.refused(e, "intake.damaged-hour", vin, hourStart, fileId, e.getMessage());
      }
    }
  }

  /** As {@link Figures}, and where the frames are. */
  public record Packed(
      String vin,
      LocalDateTime hourStart,
      byte[] packedFigures,
      byte[] packedRanges,
      String fileId) {
    private Figures figures() {
      return new Figures(vin, hourStart, packedFigures, fileId);
    }

    /** As {@link Figures#parts}. */
    public List<Part> parts() {
      return figures().parts();
    }

    /**
     * Where the frames of each of the {@link #parts} are in the unpacked file: {@code
     * position+length;…}.
     *
     * @throws Trouble exit code 4 if the bytes are damaged
     */
    public List<String> byteRanges() {
      return figures().unpacked(PackedMinutes::byteRanges, packedRanges);
    }
  }
}
