package org.dawen.publish;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;

/** The brief of a day and the sheets of the county branches, as files. */
public final class MorningReport {
  private static final int DAYS_A_FEED_MAY_PAUSE = 7;

  private final Results results;
  private final List<Table> tables;

  public MorningReport(Lake lake, List<Table> tables) {
    this.results = new Results(lake, tables);
    this.tables = tables;
  }

  /**
   * The day a brief is about when nobody names one: yesterday while data arrive, even if not for
   * yesterday; of a lake nothing has come into for a week the last day with air; null: no data.
   */
  public LocalDate defaultDay(LocalDate today) {
    LocalDate air = newest("air.area_day", today);
    LocalDate newest = air;
    for (String table : List.of("source.outlet_day", "power.meter_day")) {
      LocalDate day = newest(table, today);
      newest = newest == null || day != null && day.isAfter(newest) ? day : newest;
    }
    LocalDate yesterday = today.minusDays(1);
    boolean isAlive =
        newest != null && !newest.isBefore(yesterday.minusDays(DAYS_A_FEED_MAY_PAUSE));
    return isAlive ? yesterday : air == null ? newest : air;
  }

  private LocalDate newest(String table, LocalDate before) {
    return results.has(table) ? results.lake().newestDayBefore(results.table(table), before) : null;
  }

  /**
   * Writes {@code brief-<day>.html}, {@code branches/<day>/<county>.xlsx} and {@code
   * data-dictionary.html}.
   *
   * @return the files, the brief first
   */
  public List<Path> write(LocalDate day, Path folder) {
    List<Path> files = new ArrayList<>();
    Unfinished.prepare(folder);
    Brief brief = new Brief(results, day);
    Path page = folder.resolve("brief-" + day + ".html");
    WholeFile.write(page, BriefPage.of(brief).getBytes(StandardCharsets.UTF_8));
    files.add(page);
    files.addAll(
        new Branches(results, day).write(folder.resolve("branches/" + day), WholeFolder.DISK));
    Path dictionary = folder.resolve("data-dictionary.html");
    WholeFile.write(dictionary, DictionaryPage.of(tables).getBytes(StandardCharsets.UTF_8));
    files.add(dictionary);
    return files;
  }

  /** True if the lake has rows of the day in any table the brief rests on. */
  public boolean hasDataOf(LocalDate day) {
    return List.of("air.area_day", "source.outlet_day", "power.meter_day").stream()
        .filter(results::has)
        .map(results::table)
        .anyMatch(t -> !results.lake().rows(t, DaySet.of(day), java.util.Set.of()).isEmpty());
  }
}
