package org.dawen.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;

/** What the brief says of letters, draws and decisions of persons. */
final class EnforceBrief {
  private static final int DRAW_DAYS = 120;
  private static final String ALL = "*";

  private EnforceBrief() {}

  static Section section(Results results, Names names, Decisions decisions, LocalDate day) {
    List<Line> letters =
        results.lines("enforce.letter_day", DaySet.of(day)).stream()
            .filter(l -> l.is("batch", ALL))
            .map(names::named)
            .sorted(Results.byMost("open_count").thenComparing(Results.by("county_code")))
            .toList();
    Line all = letters.stream().filter(l -> l.is("county_code", ALL)).findFirst().orElse(null);
    List<Line> draws = draws(results, day);
    long doubtful =
        draws.stream()
            .filter(d -> d.is("is_repeated", false) || d.is("is_list_unchanged", false))
            .count();
    List<Sheet> folded = new ArrayList<>();
    if (!letters.isEmpty()) {
      folded.add(
          Sheets.of(
              results,
              "letters",
              Map.of("day", day),
              letters.stream().map(EnforceBrief::inWords).toList()));
    }
    if (!draws.isEmpty()) {
      folded.add(
          Sheets.of(results, "draws", Map.of("day", day, "from", day.minusDays(DRAW_DAYS)), draws));
    }
    return new Section(
        "enforce",
        "信访与执法",
        "Letters and enforcement",
        "%s近%d天随机抽取%d次，复算不一致%d次；当日人工认定%d件。"
            .formatted(
                all == null
                    ? "没有登记信访件。"
                    : "信访件累计%s件，未销号%s件，其中超期%s件。"
                        .formatted(
                            all.text("total_count"),
                            all.text("open_count"),
                            all.text("overdue_count")),
                DRAW_DAYS,
                draws.size(),
                doubtful,
                decisions.countOn(day)),
        "%s%s held in the last %d days; %s not reproduced. %s recorded that day."
            .formatted(
                all == null
                    ? "No letter is registered. "
                    : "Of %s, %s open and %s overdue. "
                        .formatted(
                            Words.count(all.whole("total_count"), "letter", "letters"),
                            Words.count(all.whole("open_count"), "is", "are"),
                            Words.count(all.whole("overdue_count"), "is", "are")),
                Words.count(draws.size(), "draw was", "draws were"),
                DRAW_DAYS,
                Words.count(doubtful, "was", "were"),
                Words.count(
                    decisions.countOn(day),
                    "decision by a person was",
                    "decisions by persons were")),
        "enforce.letter_day: total_count, open_count, overdue_count, county_code = *, batch = *;"
            + " enforce.draw: is_repeated, is_list_unchanged; registry.verdict: decided_on; data_day = "
            + day,
        List.of(),
        List.of(),
        folded);
  }

  private static Line inWords(Line letters) {
    String county = letters.text("county_code");
    return Words.has(county)
        ? letters.with("county_name", new Said(Words.zh(county), Words.en(county)))
        : letters;
  }

  /** One line a draw: as repeated as all its places are. */
  private static List<Line> draws(Results results, LocalDate day) {
    Map<String, Line> draws = new LinkedHashMap<>();
    for (Line place :
        results.lines("enforce.draw", DaySet.between(day.minusDays(DRAW_DAYS), day))) {
      long drawn = place.at("drawn_code") == null ? 0 : 1;
      draws.merge(
          place.text("draw_no"),
          place.with("drawn_count", drawn),
          (a, b) ->
              a.with("drawn_count", a.whole("drawn_count") + drawn)
                  .with("is_repeated", a.is("is_repeated", true) && b.is("is_repeated", true)));
    }
    return List.copyOf(draws.values());
  }
}
