package org.dawen.source;

import static org.dawen.run.Evidence.shown;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Message;
import org.dawen.registry.Limit;
import org.dawen.run.Evidence;
import org.dawen.standard.EmissionLimit;

/** What a limit is and where it comes from, for a person. */
final class LimitLines {
  private static final int MOST_PERMITS = 20;

  private LimitLines() {}

  /** What a limit binds. */
  record Subject(String outletCode, String pollutantCode, LocalDate day) {}

  /**
   * The limit with its standard, clause and confidence, or the permits that give it.
   *
   * @param limitId null: none is in force, and no line comes back
   * @param period {@code hour} or {@code day}
   */
  static List<Message> of(Subject subject, String limitId, String period, Evidence evidence) {
    List<Message> lines = new ArrayList<>();
    if (limitId == null) {
      return lines;
    }
    lines.add(Message.of("explain.limit-of-" + period, limitId));
    EmissionLimit limit = EmissionLimit.withId(limitId).orElse(null);
    if (limit != null) {
      lines.add(
          Message.of(
              "explain.limit-of-standard",
              limit.provision().standard(),
              limit.provision().clause(),
              limit.level(),
              range(limit.lowerLimitValue(), limit.limitValue()),
              limit.unit(),
              limit.referenceO2Percent()));
      lines.add(
          Message.of(
              "explain.limit-span",
              limit.provision().validFrom(),
              limit.provision().validTo() == null
                  ? Message.of("explain.now")
                  : limit.provision().validTo(),
              limit.provision().confidence()));
      return lines;
    }
    evidence.rows(Limit.class).stream()
        .filter(p -> p.outletCode().equals(subject.outletCode()))
        .filter(p -> p.pollutantCode().equals(subject.pollutantCode()))
        .filter(p -> p.period().equals(period) && p.validity().holdsOn(subject.day()))
        .limit(MOST_PERMITS)
        .forEach(p -> lines.add(permit(p)));
    return lines;
  }

  static Object range(BigDecimal lower, BigDecimal upper) {
    return lower == null ? shown(upper) : Message.of("explain.range", shown(lower), shown(upper));
  }

  private static Message permit(Limit p) {
    return Message.of(
        "explain.permit",
        shown(p.documentNo()),
        range(p.lowerLimitValue(), p.limitValue()),
        p.unit(),
        shown(p.referenceO2Percent()),
        shown(p.validity().validFrom()),
        shown(p.validity().validTo()),
        p.fileId(),
        p.recordNo());
  }
}
