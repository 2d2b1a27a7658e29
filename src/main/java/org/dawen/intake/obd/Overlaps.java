package org.dawen.intake.obd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteParts;
import org.dawen.codec.gb17691.MinuteSamples;
import org.dawen.codec.gb17691.MinuteSummary;
import org.dawen.codec.gb17691.SecondRules;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.lake.Columns;

/** Finds the minutes of which parts overlap and sums them up from the samples themselves. */
final class Overlaps {
  private final ObdEvidence evidence;
  private final MinuteSummary summary;
  private final MinuteSamples samples = new MinuteSamples();

  Overlaps(ObdEvidence evidence, SecondRules rules) {
    this.evidence = evidence;
    this.summary = new MinuteSummary(rules);
  }

  /**
   * The minutes decoded again.
   *
   * @param parts of one vehicle, in {@link OverlapPart#ORDER}
   */
  List<ObdOverlap> of(List<OverlapPart> parts) {
    List<ObdOverlap> found = new ArrayList<>();
    for (List<OverlapPart> minute : MinuteParts.byMinute(parts, OverlapPart::minuteStart)) {
      if (minute.size() > 1 && MinuteParts.overlap(figures(minute))) {
        found.add(decoded(minute));
      }
    }
    return found;
  }

  private static List<long[]> figures(List<OverlapPart> minute) {
    return minute.stream().map(OverlapPart::figures).toList();
  }

  private ObdOverlap decoded(List<OverlapPart> minute) {
    OverlapPart any = minute.get(0);
    long[] figures = new long[MinuteField.COUNT];
    boolean isResolved = isAsItWas(minute);
    if (isResolved) {
      summary.of(samples, figures);
    } else {
      Arrays.fill(figures, Columns.NONE);
    }
    return new ObdOverlap(
        any.vin(), any.minuteStart(), any.minuteStart().toLocalDate(), figures, !isResolved);
  }

  /** Gathers the samples; false if the files do not hold the seconds that were taken in. */
  private boolean isAsItWas(List<OverlapPart> minute) {
    samples.begin(VehicleTime.seconds(minute.get(0).minuteStart()));
    try {
      for (OverlapPart part : minute) {
        evidence.read(part.fileId(), part.byteRanges(), part.vin(), samples);
      }
    } catch (IOException e) { // gone, cut off or no longer what it was
      return false;
    }
    return samples.map() == MinuteParts.secondMap(figures(minute));
  }
}
