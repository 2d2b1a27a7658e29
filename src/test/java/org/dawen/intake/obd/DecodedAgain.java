package org.dawen.intake.obd;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dawen.codec.gb17691.MinuteParts;
import org.dawen.intake.ObdMinute;
import org.dawen.intake.ReceivedParts;

/** The step of intake that decodes overlaps again, for tests of other rooms. */
public final class DecodedAgain {
  private DecodedAgain() {}

  /** What it finds of one vehicle's parts. */
  public static List<ObdOverlap> of(Path landingRoot, List<ObdMinute> parts) {
    try (ObdEvidence evidence = new ObdEvidence(landingRoot.toString())) {
      return new Overlaps(evidence, ReceivedParts.SECONDS)
          .of(
              parts.stream()
                  .map(
                      p ->
                          new OverlapPart(
                              p.vin(),
                              p.minuteStart(),
                              Arrays.copyOf(p.figures(), MinuteParts.HEAD),
                              p.byteRanges(),
                              p.fileId()))
                  .sorted(OverlapPart.ORDER)
                  .toList());
    }
  }
}
