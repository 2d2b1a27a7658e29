package org.dawen.intake.obd;

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
        .follows(ObdTables.OBD_MINUTE, OverlapPart.class, OverlapPart::vin, OverlapPart.ORDER)
        .gives(JobSpec.writes(ObdOverlap.class).settings(ObdRules.SECOND_KEYS).batchDays(7))
        .build();
  }

  @Override
  public Rule rule(References references) {
    ObdEvidence evidence = new ObdEvidence(landingRoot);
    Overlaps overlaps = new Overlaps(evidence, ObdRules.seconds(references.settings()));
    return new Rule() {
      @Override
      public void compute(Entity vehicle, Out out) {
        overlaps.of(vehicle.rows(OverlapPart.class)).forEach(out::give);
      }

      @Override
      public void close() {
        evidence.close();
      }
    };
  }
}
