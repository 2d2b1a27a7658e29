package org.dawen.source;

import static org.dawen.run.Evidence.shown;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Message;
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
    sections.add(new Section(Message.of("explain.verdict"), verdict(hour)));
    sections.add(Evidence.columns(Message.of("explain.the-row"), table(), row));
    sections.add(new Section(Message.of("explain.treatment-link"), links(hour, evidence)));
    if (hour.inlet().inletFileId() != null) {
      sections.add(
          evidence.rawRecord(
              Message.of("explain.inlet-packet"),
              hour.inlet().inletFileId(),
              hour.inlet().inletRecordNo()));
    }
    if (hour.fileId() != null) {
      sections.add(
          evidence.rawRecord(Message.of("explain.outlet-packet"), hour.fileId(), hour.recordNo()));
    }
    return sections;
  }

  private static List<Message> verdict(RemovalHour hour) {
    List<Message> lines = new ArrayList<>();
    boolean isByMass = hour.facility().removalBasis() == RemovalBasis.MASS;
    lines.add(
        isByMass
            ? Message.of(
                "explain.by-mass", shown(hour.outletMassKg()), shown(hour.inlet().inletMassKg()))
            : Message.of(
                "explain.by-concentration",
                shown(hour.outletValue()),
                shown(hour.inlet().inletValue()),
                hour.unit(),
                shown(hour.referenceO2Percent())));
    if (hour.noRemovalReason() != null) {
      lines.add(
          Message.of(
              "explain.no-efficiency",
              Message.given(hour.noRemovalReason(), hour.unjudgeableReason())));
    } else {
      lines.add(
          Message.of(
              Boolean.TRUE.equals(hour.isBelowDesign())
                  ? "explain.removal-below-design"
                  : "explain.removal",
              shown(hour.removalPercent()),
              shown(hour.facility().designRemovalPercent())));
    }
    lines.add(
        Message.of(
            "explain.both-ways",
            shown(hour.removalByMassPercent()),
            shown(hour.removalByConcentrationPercent())));
    return lines;
  }

  private static List<Message> links(RemovalHour hour, Evidence evidence) {
    return evidence.rows(TreatmentLink.class).stream()
        .filter(l -> l.outletCode().equals(hour.outletCode()))
        .filter(l -> l.pollutantCode().equals(hour.pollutantCode()))
        .filter(l -> l.period().holdsOn(hour.dataDay()))
        .map(
            l ->
                Message.of(
                    "explain.link-line",
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
