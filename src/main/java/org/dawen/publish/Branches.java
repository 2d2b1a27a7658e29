package org.dawen.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dawen.lake.DaySet;

/**
 * One workbook a county branch and morning (及时推送): what exceeded its limit, which leads are open,
 * what its sections of surface water are, which treatment is weak, what was retired, which of its
 * stations, outlets and meters are late. A branch without any gets one, too: an empty sheet says
 * that nothing is to be done.
 */
final class Branches {
  private static final int LEAD_DAYS = 90;

  private final Results results;
  private final Names names;
  private final LocalDate day;

  Branches(Results results, LocalDate day) {
    this.results = results;
    this.names = new Names(results, day);
    this.day = day;
  }

  /** Writes all workbooks of the day, or none: a former folder is replaced whole. */
  List<Path> write(Path folder, WholeFolder.Disk disk) {
    Decisions decisions = new Decisions(results);
    List<Line> episodes =
        results.lines("source.exceedance_episode", DaySet.of(day)).stream()
            .map(names::named)
            .map(decisions::besideEpisode)
            .map(Mask::line)
            .sorted(Results.byMost("most_times_over_limit"))
            .toList();
    List<Line> hours =
        results.lines("source.exceedance_hour", DaySet.of(day)).stream()
            .map(names::named)
            .map(decisions::besideHour)
            .map(Mask::line)
            .toList();
    List<Line> dayMeans =
        ExceedanceBrief.dayMeans(results, names, decisions, day).stream().map(Mask::line).toList();
    List<Line> leads =
        results.lines("lead.lead", DaySet.between(day.minusDays(LEAD_DAYS), day)).stream()
            .filter(l -> !l.is("status", "CLOSED"))
            .sorted(Results.byMost("score"))
            .map(decisions::besideLead)
            .map(Mask::lead)
            .map(l -> l.with("matter_zh", Words.zh(l.text("matter"))))
            .map(l -> l.with("status_zh", Words.zh(l.text("status"))))
            .toList();
    DataHealth health = new DataHealth(results, names, day);
    WaterSheets water = new WaterSheets(results, names, day);
    WasteSheets waste = new WasteSheets(results, names, day);
    NoiseBrief noise = new NoiseBrief(results, names, day);
    GroundBrief ground = new GroundBrief(results, names, day);
    TreatmentBrief treatment = new TreatmentBrief(results, names, day);
    Map<String, byte[]> files = new TreeMap<>();
    names
        .counties()
        .forEach(
            (code, name) -> {
              List<Sheet> sheets = new ArrayList<>();
              sheets.add(sheet("branch_episodes", factorsInWords(of(code, episodes))));
              sheets.add(sheet("branch_hours", factorsInWords(of(code, hours))));
              sheets.add(sheet("branch_day_means", factorsInWords(of(code, dayMeans))));
              sheets.add(sheet("branch_leads", of(code, leads)));
              sheets.addAll(water.of(code));
              waste.of(code).forEach(s -> sheets.add(wasteInWords(s)));
              sheets.addAll(noise.of(code));
              sheets.addAll(ground.of(code));
              sheets.addAll(treatment.of(code));
              sheets.add(inWords(health.sheet(code)));
              String safe = name == null ? "" : name.replaceAll("[^\\p{L}\\p{N}]", "_");
              files.put(
                  code.replaceAll("[^\\w-]", "_") + "-" + safe + ".xlsx",
                  Xlsx.of(sheets, "%s %s 每日推送".formatted(name, day)));
            });
    WholeFolder.write(folder, files, disk);
    return files.keySet().stream().map(folder::resolve).toList();
  }

  private static List<Line> of(String county, List<Line> lines) {
    return lines.stream().filter(l -> Objects.equals(county, l.text("county_code"))).toList();
  }

  private static List<Line> factorsInWords(List<Line> lines) {
    return lines.stream()
        .map(l -> l.with("factor_name", Words.zh(l.text("pollutant_code"))))
        .toList();
  }

  private Sheet sheet(String layout, List<Line> lines) {
    return Sheets.of(results, layout, Map.of("day", day, "from", day.minusDays(LEAD_DAYS)), lines);
  }

  private static Sheet wasteInWords(Sheet waste) {
    return waste.with(
        waste.lines().stream()
            .map(l -> Mask.line(l).with("force", Words.zh(l.text("force"))))
            .map(l -> l.at("finding") == null ? l : l.with("finding", Words.zh(l.text("finding"))))
            .toList());
  }

  private static Sheet inWords(Sheet late) {
    return late.with(
        late.lines().stream()
            .map(l -> Mask.line(l).with("kind", Words.zh(l.text("kind"))))
            .toList());
  }
}
