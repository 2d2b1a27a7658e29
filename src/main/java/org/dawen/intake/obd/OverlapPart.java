package org.dawen.intake.obd;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dawen.codec.gb17691.MinuteParts;
import org.dawen.intake.ObdHour;

/**
 * What tells whether parts of a minute overlap, and where its frames are.
 *
 * @param figures by {@link org.dawen.codec.gb17691.MinuteField}
 */
record OverlapPart(
    String vin, LocalDateTime minuteStart, long[] figures, String byteRanges, String fileId) {

  /** In order of time; copies of one part in that of their files. */
  static final Comparator<OverlapPart> ORDER =
      Comparator.comparing(OverlapPart::minuteStart)
          .thenComparing(OverlapPart::figures, MinuteParts.ORDER)
          .thenComparing(OverlapPart::fileId)
          .thenComparing(OverlapPart::byteRanges);

  /** The parts in a row. */
  static Stream<OverlapPart> of(ObdHour.Packed hour) {
    List<ObdHour.Part> parts = hour.parts();
    List<String> ranges = hour.byteRanges();
    return IntStream.range(0, parts.size())
        .mapToObj(
            i ->
                new OverlapPart(
                    hour.vin(),
                    parts.get(i).minuteStart(),
                    parts.get(i).figures(),
                    ranges.get(i),
                    hour.fileId()));
  }
}
