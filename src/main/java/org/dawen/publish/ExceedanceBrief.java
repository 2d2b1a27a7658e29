package org.dawen.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;

/** What exceeded its limit on a day: episodes and their hours, and means of the day. */
final class ExceedanceBrief {
  private static final int WORST_SHOWN = 8;

  private ExceedanceBrief() {}

  /** Means of a day above their limit, the worst first. */
  static List<Line> dayMeans(Results results, Names names, Decisions decisions, LocalDate day) {
    return results.lines("source.outlet_day", DaySet.of(day)).stream()
        .filter(l -> l.is("is_day_above_limit", true))
        .map(names::named)
        .map(decisions::besideDay)
        .sorted(
            Results.byMost("day_times_over_limit")
                .thenComparing(Results.by("outlet_code", "pollutant_code")))
        .toList();
  }

  static Section section(Results results, Names names, Decisions decisions, LocalDate day) {
    List<Line> episodes =
        results.lines("source.exceedance_episode", DaySet.of(day)).stream()
            .map(names::named)
            .map(decisions::besideEpisode)
            .sorted(
                Results.byMost("most_times_over_limit")
                    .thenComparing(Results.by("outlet_code", "pollutant_code", "episode_start")))
            .toList();
    List<Line> hours =
        results.lines(
            "source.exceedance_hour", DaySet.of(day), "outlet_code", "county_code", "hour_start");
    List<Line> dayMeans = dayMeans(results, names, decisions, day);
    List<Sheet> sheets = new ArrayList<>();
    List<Sheet> folded = new ArrayList<>();
    Section.show(
        Sheets.of(results, "episodes", Map.of("day", day), episodes), WORST_SHOWN, sheets, folded);
    Section.showAny(
        Sheets.of(results, "day_means", Map.of("day", day), dayMeans), WORST_SHOWN, sheets, folded);
    Said said = said(episodes, hours.size(), dayMeans.size());
    return new Section(
        "exceedances",
        "超标情况",
        "Exceedances",
        said.zh(),
        said.en(),
        "source.exceedance_episode: count(DISTINCT enterprise_code), count(*),"
            + " max(most_times_over_limit), is_provisional; source.exceedance_hour: count(*);"
            + " source.outlet_day: count(*), is_day_above_limit = true; data_day = "
            + day,
        List.of(),
        sheets,
        folded);
  }

  private static Said said(List<Line> episodes, int hours, int dayMeans) {
    Said means =
        dayMeans == 0
            ? new Said("没有日均值超标。", "No daily mean exceeds its limit.")
            : new Said(
                "日均值超标%d项（排口·因子）。".formatted(dayMeans),
                Words.count(
                    dayMeans, "daily mean exceeds its limit.", "daily means exceed their limits."));
    if (episodes.isEmpty()) {
      return new Said(
          "当日没有超标过程，%s".formatted(means.zh()), "There is no episode that day. " + means.en());
    }
    long enterprises = episodes.stream().map(l -> l.text("enterprise_code")).distinct().count();
    long provisional = episodes.stream().filter(l -> l.is("is_provisional", true)).count();
    Line worst = episodes.get(0);
    String times = Brief.rounded(worst.number("most_times_over_limit"), 2);
    return new Said(
        "%d家企业%d个超标过程，当日超标%d小时（排口·因子）；%s最重：%s %s，最大超标%s倍。其中%d个所依据限值未核原文，暂定。"
            .formatted(
                enterprises,
                episodes.size(),
                hours,
                means.zh(),
                worst.text("enterprise_name"),
                Words.zh(worst.text("pollutant_code")),
                times,
                provisional),
        "%s %s, with %s above a limit that day (outlet and factor). %s The worst: %s, %s, %s times over its limit. %s on limits not checked against the original text (provisional)."
            .formatted(
                Words.count(enterprises, "enterprise has", "enterprises have"),
                Words.count(episodes.size(), "episode", "episodes"),
                Words.count(hours, "hour", "hours"),
                means.en(),
                worst.text("enterprise_name"),
                Words.en(worst.text("pollutant_code")),
                times,
                Words.count(provisional, "episode rests", "episodes rest")));
  }
}
