package org.dawen.intake.obd;

import java.util.List;
import java.util.Set;
import org.dawen.intake.ObdHour;
import org.dawen.intake.ObdRules;
import org.dawen.intake.ObdTables;
import org.dawen.run.Entity;
import org.dawen.run.JobSpec;
import org.dawen.run.Out;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.References;

/**
 * The last step of intake, planned and journaled as a pass because it follows from several files:
 * minutes of which parts overlap are decoded again from the landing files, so that no domain need
 * look there.
 */
public final class OverlapPass implements Pass {
  private static final long serialVersionUID = 1L;

  private final String landingRoot;

  /**
   * The step for one landing folder.
   *
   * @param landingRoot where the landing files are
   */
  public OverlapPass(String landingRoot) {
    this.landingRoot = landingRoot;
  }

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(ObdTables.OBD_HOUR, ObdHour.Packed.class, ObdHour.Packed::vin)
        .looksUp(ObdTables.OBD_HOUR, SampledSpan.class)
        .gives(JobSpec.writes(ObdOverlap.class).settings(ObdRules.SECOND_KEYS).batchDays(7))
        .build();
  }

  /** Most vehicles sent each second once; of them nothing is unpacked. */
  @Override
  public Set<String> concernedKeys(References references) {
    SampledSpan.Overlapping overlapping = new SampledSpan.Overlapping();
    references.forEach(SampledSpan.class, overlapping::add);
    return overlapping.vins();
  }

  @Override
  public Rule rule(References references) {
    ObdEvidence evidence = new ObdEvidence(landingRoot);
    Overlaps overlaps = new Overlaps(evidence, ObdRules.seconds(references.settings()));
    return new Rule() {
      @Override
      public void compute(Entity vehicle, Out out) {
        List<OverlapPart> parts =
            vehicle.rows(ObdHour.Packed.class).stream()
                .flatMap(OverlapPart::of)
                .sorted(OverlapPart.ORDER)
                .toList();
        overlaps.of(parts).forEach(out::give);
      }

      @Override
      public void close() {
        evidence.close();
      }
    };
  }
}
