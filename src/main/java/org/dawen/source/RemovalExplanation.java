package org.dawen.source;

import static org.dawen.run.Evidence.shown;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.registry.RemovalBasis;
import org.dawen.registry.TreatmentLink;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;

/** How the removal efficiency of an hour was formed: both sides, the link, the packets. */
public final class RemovalExplanation implements Explanation {
  @Override
  public Table table() {
    return SourceTables.REMOVAL_HOUR;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    LocalDateTime start = row.civilTime(ReceivedTables.HOUR_START);
    RemovalHour hour =
        evidence.rows(RemovalHour.class, start.toLocalDate()).stream()
            .filter(h -> h.outletCode().equals(row.text(SourceTables.OUTLET_CODE)))
            .filter(h -> h.pollutantCode().equals(row.text(SourceTables.POLLUTANT_CODE)))
            .filter(h -> h.hourStart().equals(start))
            .findFirst()
            .orElseThrow();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Verdict 判定", verdict(hour)));
    sections.add(Evidence.columns("The row", table(), row));
    sections.add(new Section("Treatment link 治理设施关联", links(hour, evidence)));
    if (hour.inlet().inletFileId() != null) {
      sections.add(
          evidence.rawRecord(
              "The packet of the inlet 进口原始报文",
              hour.inlet().inletFileId(),
              hour.inlet().inletRecordNo()));
    }
    if (hour.fileId() != null) {
      sections.add(
          evidence.rawRecord("The packet of the outlet 出口原始报文", hour.fileId(), hour.recordNo()));
    }
    return sections;
  }

  private static List<String> verdict(RemovalHour hour) {
    List<String> lines = new ArrayList<>();
    boolean isByMass = hour.facility().removalBasis() == RemovalBasis.MASS;
    lines.add(
        isByMass
            ? "by mass: 1 - (C outlet * Q outlet) / (C inlet * Q inlet) = 1 - %s kg / %s kg"
                .formatted(shown(hour.outletMassKg()), shown(hour.inlet().inletMassKg()))
            : "by concentration: 1 - C outlet / C inlet = 1 - %s / %s %s, at %s %% oxygen"
                .formatted(
                    shown(hour.outletValue()),
                    shown(hour.inlet().inletValue()),
                    hour.unit(),
                    shown(hour.referenceO2Percent())));
    if (hour.noRemovalReason() != null) {
      lines.add(
          "no efficiency: %s%s"
              .formatted(
                  hour.noRemovalReason(),
                  hour.unjudgeableReason() == null ? "" : ", " + hour.unjudgeableReason()));
    } else {
      lines.add(
          "removal %s %%, design %s %%%s"
              .formatted(
                  shown(hour.removalPercent()),
                  shown(hour.facility().designRemovalPercent()),
                  Boolean.TRUE.equals(hour.isBelowDesign()) ? ": below design" : ""));
    }
    lines.add(
        "both ways: by mass %s %%, by concentration %s %%"
            .formatted(
                shown(hour.removalByMassPercent()), shown(hour.removalByConcentrationPercent())));
    return lines;
  }

  private static List<String> links(RemovalHour hour, Evidence evidence) {
    return evidence.rows(TreatmentLink.class).stream()
        .filter(l -> l.outletCode().equals(hour.outletCode()))
        .filter(l -> l.pollutantCode().equals(hour.pollutantCode()))
        .filter(l -> l.period().holdsOn(hour.dataDay()))
        .map(
            l ->
                "inlet %s, process %s, design %s %% by %s, facility %s, document %s (%s line %d)"
                    .formatted(
                        hour.inlet().inletCodes(),
                        shown(l.treatmentProcess()),
                        shown(l.designRemovalPercent()),
                        l.removalBasis(),
                        shown(l.facilityCode()),
                        shown(l.documentNo()),
                        l.fileId(),
                        l.recordNo()))
        .toList();
  }
}
