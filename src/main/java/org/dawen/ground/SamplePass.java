package org.dawen.ground;

import java.util.List;
import org.dawen.intake.ReceivedGround;
import org.dawen.registry.GroundPoint;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.References;
import org.dawen.standard.GroundLimit;

/** One point of ground water at a time: its samples and their classes. */
public final class SamplePass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(ReceivedGround.class, ReceivedGround::pointCode)
        .looksUp(GroundPoint.class)
        .gives(JobSpec.writes(SampleClass.class, SampleItem.class).standards(GroundLimit.FILE))
        .build();
  }

  @Override
  public Rule rule(References references) {
    Samples samples = new Samples(new GroundRegister(references.all(GroundPoint.class)));
    return (point, out) -> {
      List<SampleItem> items = Samples.items(point.key(), point.rows(ReceivedGround.class));
      items.forEach(out::give);
      samples.classes(items).forEach(out::give);
    };
  }
}
