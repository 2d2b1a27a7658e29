package org.dawen.lead;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.dawen.lead.score.Formula;
import org.dawen.lead.score.Values;
import org.dawen.run.Settings;

/** How leads are joined and scored, all ours. */
final class LeadSettings {
  static final String CONTINUES = "lead.continues_within_days";
  private static final String SCORE = "lead.score";

  private final int continuesWithinDays;
  private final Formula score;
  private final Map<EvidenceKind, Integer> severities = new EnumMap<>(EvidenceKind.class);

  private LeadSettings(Settings settings) {
    settings.withoutNegative(List.of(CONTINUES)).withoutNegative(EvidenceKind.severityKeys());
    continuesWithinDays = settings.whole(CONTINUES);
    score = formula(settings.text(SCORE));
    for (EvidenceKind kind : EvidenceKind.values()) {
      severities.put(kind, settings.whole(kind.severityKey()));
    }
  }

  static LeadSettings of(Settings settings) {
    return new LeadSettings(settings);
  }

  static List<String> keys() {
    List<String> keys = new ArrayList<>(EvidenceKind.severityKeys());
    keys.add(CONTINUES);
    keys.add(SCORE);
    return keys;
  }

  /** Days that may lie between two pieces of evidence of one lead. */
  int continuesWithinDays() {
    return continuesWithinDays;
  }

  private static Formula formula(String text) {
    try {
      return Formula.of(text);
    } catch (Trouble e) {
      throw e.in(Message.of("settings.lead-score"));
    }
  }

  /**
   * The score by the formula of the settings.
   *
   * @throws Trouble exit code 2 if it gives none
   */
  BigDecimal score(Values values) {
    try {
      return score.of(values);
    } catch (Trouble e) {
      throw e.in(Message.of("settings.lead-score"));
    }
  }

  /** The formula as it is written. */
  String formula() {
    return score.text();
  }

  int severityOf(EvidenceKind kind) {
    return severities.get(kind);
  }
}
