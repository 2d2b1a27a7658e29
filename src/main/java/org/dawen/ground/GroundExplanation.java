package org.dawen.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    List<String> items =
        evidence.rows(SampleItem.class, sample.dataDay()).stream()
            .filter(i -> i.pointCode().equals(point) && i.sampledAt().equals(sample.sampledAt()))
            .sorted(Comparator.comparing(SampleItem::item))
            .map(GroundExplanation::said)
            .toList();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Class 类别", List.of(verdict(sample))));
    sections.add(Evidence.columns("The row", SAMPLE, row));
    sections.add(new Section("Items 各项目", items));
    if (sample.fileId() != null) {
      sections.add(
          evidence.rawRecord("The record of the worst item", sample.fileId(), sample.recordNo()));
    }
    return sections;
  }

  private static String verdict(SampleClass sample) {
    if (sample.groundClass() == null) {
      return "No class: no item has one.";
    }
    return "Class %s by %s%s."
        .formatted(
            sample.groundClass(),
            sample.worstItems(),
            sample.undeterminedItems() == null
                ? ""
                : "; up to %s is possible, since limits of detection prove no more: %s"
                    .formatted(sample.possibleClass(), sample.undeterminedItems()));
  }

  private static String said(SampleItem i) {
    GroundLimit limit = GroundLimit.inForce(i.item(), i.dataDay());
    return "%s: %s %s, %s; %s; %s record %d"
        .formatted(
            i.item(),
            i.isBelowDetection()
                ? "below " + Evidence.shown(i.detectionLimitValue())
                : Evidence.shown(i.measuredValue()),
            i.unit(),
            i.itemClass() == null
                ? "nothing better than %s is proven".formatted(i.notBetterThanKnownClass())
                : "class " + i.itemClass(),
            limit == null ? "no limit in force" : limits(limit),
            i.fileId(),
            i.recordNo());
  }

  private static String limits(GroundLimit limit) {
    List<String> said = new ArrayList<>();
    for (int c = 0; c < limit.ranges().size(); c++) {
      WaterLimit.Range range = limit.ranges().get(c);
      said.add(
          GroundClass.values()[c]
              + (range == null
                  ? " not detected"
                  : (range.least() == null ? "" : " ≥ " + range.least())
                      + (range.most() == null ? "" : " ≤ " + range.most())));
    }
    return "limits %s (%s, %s, confidence %s)"
        .formatted(
            String.join(", ", said),
            limit.provision().standard(),
            limit.provision().clause(),
            limit.provision().confidence().letter());
  }
}
