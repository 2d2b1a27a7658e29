package org.dawen.lead;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dawen.run.Settings;

/** How leads are joined and scored, all ours. */
final class LeadSettings {
  private static final String CONTINUES = "lead.continues_within_days";
  private static final String SCORE = "lead.score";

  private final int continuesWithinDays;
  private final String score;
  private final Map<EvidenceKind, Integer> severities = new EnumMap<>(EvidenceKind.class);

  private LeadSettings(Settings settings) {
    continuesWithinDays = settings.whole(CONTINUES);
    score = settings.text(SCORE);
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

  /** A formula in SQL. */
  String score() {
    return score;
  }

  int severityOf(EvidenceKind kind) {
    return severities.get(kind);
  }
}
