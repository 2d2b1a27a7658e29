package org.dawen.intake.obd;

import java.time.LocalDateTime;
import java.util.Comparator;
import org.dawen.codec.gb17691.MinuteParts;
import org.dawen.intake.ObdFigures;
import org.dawen.lake.Columns;

/** What tells whether parts of a minute overlap, and where its frames are. */
record OverlapPart(
    String vin,
    LocalDateTime minuteStart,
    @Columns(ObdFigures.Head.class) long[] head,
    String byteRanges,
    String fileId) {

  /** In order of time; copies of one part in that of their files. */
  static final Comparator<OverlapPart> ORDER =
      Comparator.comparing(OverlapPart::minuteStart)
          .thenComparing(OverlapPart::head, MinuteParts.ORDER)
          .thenComparing(OverlapPart::fileId)
          .thenComparing(OverlapPart::byteRanges);
}
