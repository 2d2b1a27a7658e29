package org.dawen.diesel;

import java.time.LocalDateTime;
import java.util.Comparator;
import org.dawen.codec.gb17691.MinuteParts;
import org.dawen.intake.ObdFigures;
import org.dawen.lake.Columns;

/** What one file held of a vehicle's minute, from {@code received.obd_minute}. */
record MinutePart(
    String vin, LocalDateTime minuteStart, @Columns(ObdFigures.All.class) long[] figures) {

  /** In order of time; copies of one part are alike. */
  static final Comparator<MinutePart> ORDER =
      Comparator.comparing(MinutePart::minuteStart)
          .thenComparing(MinutePart::figures, MinuteParts.ORDER);
}
