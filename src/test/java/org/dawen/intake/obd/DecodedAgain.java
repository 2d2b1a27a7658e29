package org.dawen.intake.obd;

import java.nio.file.Path;
import java.util.List;
import org.dawen.intake.ObdHour;
import org.dawen.intake.ReceivedParts;

/** The step of intake that decodes overlaps again, for tests of other rooms. */
public final class DecodedAgain {
  private DecodedAgain() {}

  /** What it finds of one vehicle's hours. */
  public static List<ObdOverlap> of(Path landingRoot, List<ObdHour> hours) {
    try (ObdEvidence evidence = new ObdEvidence(landingRoot.toString())) {
      return new Overlaps(evidence, ReceivedParts.SECONDS)
          .of(
              hours.stream()
                  .map(
                      h ->
                          new ObdHour.Packed(
                              h.vin(),
                              h.hourStart(),
                              h.packedFigures(),
                              h.packedRanges(),
                              h.fileId()))
                  .flatMap(OverlapPart::of)
                  .sorted(OverlapPart.ORDER)
                  .toList());
    }
  }

  /** True if the step would unpack the hours of the vehicle. */
  public static boolean isLookedInto(List<ObdHour> hours) {
    SampledSpan.Overlapping overlapping = new SampledSpan.Overlapping();
    hours.forEach(
        h ->
            overlapping.add(
                new SampledSpan(
                    h.vin(), h.partCount(), h.minuteCount(), h.firstSampleAt(), h.lastSampleAt())));
    return !overlapping.vins().isEmpty();
  }
}
