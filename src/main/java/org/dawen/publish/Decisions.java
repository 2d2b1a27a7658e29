package org.dawen.publish;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.dawen.lake.DaySet;

/**
 * What persons decided of exceedances and leads ({@code registry.verdict}), put beside the rows
 * they are about. No other column of a row is changed by it.
 */
final class Decisions {
  private final List<Line> all;

  Decisions(Results results) {
    this.all =
        results.lines("registry.verdict", DaySet.ALWAYS).stream()
            .sorted(Results.by("decided_on", "verdict_no"))
            .toList();
  }

  /** Those of one day. */
  long countOn(LocalDate day) {
    return all.stream().filter(d -> d.is("decided_on", day)).count();
  }

  Line besideLead(Line lead) {
    return beside(lead, d -> isOfLead(d.text("lead_id"), lead));
  }

  /** As {@code Verdict.isAbout}: late evidence may have changed the first day, and so the id. */
  private static boolean isOfLead(String decidedId, Line lead) {
    String id = lead.text("lead_id");
    String others = lead.text("other_lead_ids");
    if (decidedId == null || decidedId.equals(id)) {
      return decidedId != null;
    }
    String stem = id.substring(0, id.lastIndexOf('/') + 1);
    String day = decidedId.substring(decidedId.lastIndexOf('/') + 1);
    return others != null && List.of(others.split(";")).contains(decidedId)
        || decidedId.equals(stem + day)
            && day.matches("\\d{4}-\\d{2}-\\d{2}")
            && day.compareTo(lead.day("data_day").toString()) >= 0
            && day.compareTo(lead.day("last_day").toString()) <= 0;
  }

  /** A decision on any hour of an episode counts. */
  Line besideEpisode(Line episode) {
    return besideHours(episode, time(episode, "episode_start"), time(episode, "episode_end"));
  }

  Line besideHour(Line hour) {
    LocalDateTime start = time(hour, "hour_start");
    return besideHours(hour, start, start.plusHours(1));
  }

  /** A decision on any hour of the day counts. */
  Line besideDay(Line outletDay) {
    LocalDateTime start = outletDay.day("data_day").atStartOfDay();
    return besideHours(outletDay, start, start.plusDays(1));
  }

  private Line besideHours(Line line, LocalDateTime start, LocalDateTime end) {
    return beside(
        line,
        d ->
            Objects.equals(d.text("outlet_code"), line.text("outlet_code"))
                && (d.at("pollutant_code") == null
                    || d.text("pollutant_code").equalsIgnoreCase(line.text("pollutant_code")))
                && (d.at("starts_at") == null || time(d, "starts_at").isBefore(end))
                && (d.at("ends_at") == null || time(d, "ends_at").isAfter(start)));
  }

  private static LocalDateTime time(Line line, String column) {
    return (LocalDateTime) line.at(column);
  }

  private Line beside(Line line, Predicate<Line> isOfIt) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (Line d : all) {
      boolean isAboutSomething = d.at("lead_id") != null || d.at("outlet_code") != null;
      if (isAboutSomething && isOfIt.test(d)) {
        String proof = d.at("proof_no") == null ? "" : " " + d.text("proof_no");
        zh.add("%s（%s%s）".formatted(Words.zh(d.text("decision")), d.day("decided_on"), proof));
        en.add("%s (%s%s)".formatted(Words.en(d.text("decision")), d.day("decided_on"), proof));
      }
    }
    return line.with(
        "decision", zh.isEmpty() ? null : new Said(String.join(";", zh), String.join("; ", en)));
  }
}
