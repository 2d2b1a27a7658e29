package org.dawen.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.standard.GroundClass;
import org.dawen.standard.GroundLimit;
import org.dawen.standard.WaterLimit;

/** A sample of ground water: its class, every item with limits, the record of the worst. */
public final class GroundExplanation implements Explanation {
  private static final Table SAMPLE = Table.of(SampleClass.class);

  @Override
  public Table table() {
    return SAMPLE;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    String point = row.text("point_code");
    SampleClass sample =
        evidence.rows(SampleClass.class, row.day("data_day")).stream()
            .filter(s -> s.pointCode().equals(point))
            .filter(s -> s.sampledAt().equals(row.civilTime(SAMPLE.column("sampled_at"))))
            .findFirst()
            .orElseThrow();
    List<Message> items =
        evidence.rows(SampleItem.class, sample.dataDay()).stream()
            .filter(i -> i.pointCode().equals(point) && i.sampledAt().equals(sample.sampledAt()))
            .sorted(Comparator.comparing(SampleItem::item))
            .map(GroundExplanation::said)
            .toList();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(Message.of("explain.class"), List.of(verdict(sample))));
    sections.add(Evidence.columns(Message.of("explain.the-row"), SAMPLE, row));
    sections.add(new Section(Message.of("explain.items"), items));
    if (sample.fileId() != null) {
      sections.add(
          evidence.rawRecord(
              Message.of("explain.record-of-worst"), sample.fileId(), sample.recordNo()));
    }
    return sections;
  }

  private static Message verdict(SampleClass sample) {
    if (sample.groundClass() == null) {
      return Message.of("explain.ground-no-class");
    }
    return sample.undeterminedItems() == null
        ? Message.of("explain.ground-class", sample.groundClass(), sample.worstItems())
        : Message.of(
            "explain.ground-class-possible",
            sample.groundClass(),
            sample.worstItems(),
            sample.possibleClass(),
            sample.undeterminedItems());
  }

  private static Message said(SampleItem i) {
    GroundLimit limit = GroundLimit.inForce(i.item(), i.dataDay());
    return Message.of(
        "explain.ground-item",
        i.item(),
        i.isBelowDetection()
            ? Message.of("explain.below", Evidence.shown(i.detectionLimitValue()))
            : Evidence.shown(i.measuredValue()),
        i.unit(),
        i.itemClass() == null
            ? Message.of("explain.ground-not-better", i.notBetterThanKnownClass())
            : Message.of("explain.class-is", i.itemClass()),
        limit == null ? Message.of("explain.no-limit-in-force") : limits(limit),
        i.fileId(),
        i.recordNo());
  }

  private static Message limits(GroundLimit limit) {
    List<Object> said = new ArrayList<>();
    for (int c = 0; c < limit.ranges().size(); c++) {
      WaterLimit.Range range = limit.ranges().get(c);
      GroundClass of = GroundClass.values()[c];
      said.add(
          range == null
              ? Message.of("explain.not-detected", of)
              : of
                  + (range.least() == null ? "" : " ≥ " + range.least())
                  + (range.most() == null ? "" : " ≤ " + range.most()));
    }
    return Message.of(
        "explain.ground-limits",
        said,
        limit.provision().standard(),
        limit.provision().clause(),
        limit.provision().confidence().letter());
  }
}
