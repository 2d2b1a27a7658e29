package org.dawen.diesel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.dawen.diesel.DoubtfulRetirement.Doubt;
import org.dawen.diesel.Retirement.RetireKind;
import org.dawen.standard.Confidence;
import org.dawen.standard.EmissionStage;

/** What speaks against retirements. Ours, but for the days on which stages began. */
final class DoubtfulRetirements {
  private DoubtfulRetirements() {}

  /**
   * What is doubted of one machine or truck.
   *
   * @param retirements its rows in the registry, in any order
   * @param sent days on which its remote OBD sent, whenever
   */
  static List<DoubtfulRetirement> of(
      Collection<Retirement> retirements, Collection<LocalDate> sent) {
    List<DoubtfulRetirement> rows = new ArrayList<>();
    List<Retirement> sorted = retirements.stream().sorted(Retirement.FIRST).toList();
    if (sorted.isEmpty()) {
      return rows;
    }
    Retirement first = sorted.get(0);
    for (Retirement r : sorted) {
      if (r != first) {
        rows.add(twice(r, first));
      }
      ofItself(r, rows);
    }
    for (LocalDate day : new TreeSet<>(sent)) {
      if (day.isAfter(first.retiredOn())) {
        rows.add(sending(first, day));
      }
    }
    return rows;
  }

  private static void ofItself(Retirement r, List<DoubtfulRetirement> rows) {
    if (!r.hasProof()) {
      rows.add(
          row(
              r,
              Doubt.RETIRED_WITHOUT_PROOF,
              r.retiredOn(),
              "retired on %s without a proof".formatted(r.retiredOn()),
              "%s淘汰，无证明材料".formatted(r.retiredOn())));
    }
    if (r.kind() == RetireKind.OTHER) {
      rows.add(
          row(
              r,
              Doubt.KIND_UNKNOWN,
              r.retiredOn(),
              "how it was retired is not known: '%s'".formatted(orEmpty(r.kindText())),
              "淘汰方式不明：“%s”".formatted(orEmpty(r.kindText()))));
    }
    Integer stage = r.stage();
    if (stage == null) {
      rows.add(
          row(
              r,
              Doubt.STAGE_UNKNOWN,
              r.retiredOn(),
              "its emission stage is not known: '%s'".formatted(orEmpty(r.stageText())),
              "排放阶段不明：“%s”".formatted(orEmpty(r.stageText()))));
      return;
    }
    EmissionStage.of(r.subject().toString(), stage)
        .filter(s -> r.retiredOn().isBefore(s.provision().validFrom()))
        .ifPresent(s -> rows.add(beforeStage(r, s)));
  }

  private static DoubtfulRetirement twice(Retirement r, Retirement first) {
    return row(
        r,
        Doubt.RETIRED_TWICE,
        r.retiredOn(),
        "retired on %s, and already on %s (%s line %d)"
            .formatted(r.retiredOn(), first.retiredOn(), first.fileId(), first.recordNo()),
        "%s重复淘汰，已于%s淘汰（%s第%d行）"
            .formatted(r.retiredOn(), first.retiredOn(), first.fileId(), first.recordNo()));
  }

  private static DoubtfulRetirement beforeStage(Retirement r, EmissionStage stage) {
    DoubtfulRetirement row =
        row(
            r,
            Doubt.RETIRED_BEFORE_STAGE,
            r.retiredOn(),
            "retired on %s, before stage %d was published (%s, %s)"
                .formatted(
                    r.retiredOn(),
                    stage.stage(),
                    stage.provision().standard(),
                    stage.provision().validFrom()),
            "%s淘汰，早于其排放阶段（%s，%s发布）"
                .formatted(
                    r.retiredOn(), stage.provision().standard(), stage.provision().validFrom()));
    boolean isVerified = stage.provision().confidence() == Confidence.VERIFIED;
    return isVerified ? row : row.provisional();
  }

  private static DoubtfulRetirement sending(Retirement r, LocalDate day) {
    return row(
        r,
        Doubt.RETIRED_BUT_SENDING,
        day,
        "sent remote OBD on %s although retired on %s".formatted(day, r.retiredOn()),
        "已于%s淘汰，%s仍上传OBD数据".formatted(r.retiredOn(), day));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static DoubtfulRetirement row(
      Retirement r, Doubt doubt, LocalDate day, String reason, String reasonZh) {
    return new DoubtfulRetirement(
        r.subject(),
        r.code(),
        doubt,
        day,
        r.owner(),
        r.countyCode(),
        r.stageText(),
        r.retiredOn(),
        r.kindText(),
        r.proofNo(),
        false,
        reason,
        reasonZh,
        r.fileId(),
        r.recordNo());
  }
}
