package org.dawen.publish;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;

/**
 * The quarterly bulletin of the work plan (工作要点进展通报): by project, by department, by state, as a
 * page for print, a workbook and a document that can be edited. The same tables give the same
 * files.
 */
public final class Bulletin {
  private final Results results;
  private final LocalDate quarter;
  private final List<Line> lines;

  /**
   * Of a quarter.
   *
   * @param quarter its first day
   * @throws Trouble exit code 3 if the lake has no progress of it
   */
  public Bulletin(Lake lake, List<Table> tables, LocalDate quarter) {
    this.results = new Results(lake, tables);
    this.quarter = quarter;
    this.lines = PlanProgress.ofQuarter(results, quarter);
    if (lines.isEmpty()) {
      throw Trouble.notReady("bulletin.no-progress", name());
    }
  }

  private String name() {
    return "%dQ%d".formatted(quarter.getYear(), number());
  }

  private int number() {
    return (quarter.getMonthValue() + 2) / 3;
  }

  /** The state of the numbers by this day. */
  LocalDate asOf() {
    return lines.get(0).day("as_of_day");
  }

  Said title() {
    return new Said(
        "%d年第%s季度工作要点进展通报".formatted(quarter.getYear(), "一二三四".charAt(number() - 1)),
        "Progress of the work plan, quarter %d of %d".formatted(number(), quarter.getYear()));
  }

  Said summary() {
    long met = PlanProgress.count(lines, "met");
    long way = PlanProgress.count(lines, "on_the_way");
    long risk = PlanProgress.count(lines, "at_risk");
    long missed = PlanProgress.count(lines, "missed");
    long silent = PlanProgress.count(lines, "no_report");
    long none = PlanProgress.count(lines, "no_number");
    return new Said(
        "截至%s，%d项指标中已完成%d项，正常推进%d项，有风险%d项，未完成%d项，未填报%d项；%d项没有目标数值，不作判定。"
            .formatted(asOf(), lines.size(), met, way, risk, missed, silent, none),
        "As of %s, of %s %s met, %d on the way, %d at risk, %d missed and %d without a report; %s no value to judge by."
            .formatted(
                asOf(),
                Words.count(lines.size(), "target", "targets"),
                Words.count(met, "is", "are"),
                way,
                risk,
                missed,
                silent,
                Words.count(none, "has", "have")));
  }

  /** What a reader must know of the figures. */
  Said note() {
    return new Said(
        "进度按已过时间推算，不是结论；每项数值的依据可用 ./dawen explain plan.progress_quarter 编号 查看。",
        "Rates extrapolate the value so far to the due day; they are not findings. ./dawen explain"
            + " plan.progress_quarter NUMBER shows the evidence for each value.");
  }

  /** Counts by project and department, and what somebody has to answer for. */
  List<Sheet> overview() {
    return List.of(
        sheet(
            "plan_projects",
            PlanProgress.counts(lines, "project_zh", l -> List.of(l.at("project_zh")))),
        sheet(
            "plan_departments",
            PlanProgress.counts(lines, "departments", PlanProgress::departments)),
        sheet("plan_late", PlanProgress.late(lines)).without("turned"));
  }

  /** All numbers, a sheet each project. */
  List<Sheet> projects() {
    Map<String, List<Line>> byProject = new LinkedHashMap<>();
    lines.forEach(
        l -> byProject.computeIfAbsent(l.text("project_zh"), p -> new ArrayList<>()).add(l));
    List<Sheet> sheets = new ArrayList<>();
    byProject.forEach(
        (project, of) ->
            sheets.add(
                all(of)
                    .named(
                        "plan_project_" + (sheets.size() + 1),
                        project,
                        of.get(0).text("project_en"))));
    return sheets;
  }

  private Sheet all(List<Line> of) {
    return sheet("plan_all", of);
  }

  private Sheet sheet(String layout, List<Line> of) {
    return Sheets.of(
        results, layout, Map.of("where", "plan.progress_quarter, quarter_start = " + quarter), of);
  }

  /**
   * Writes {@code bulletin-<quarter>.html}, {@code .xlsx} and {@code .docx}.
   *
   * @return the files
   */
  public List<Path> write(Path folder) {
    Unfinished.prepare(folder);
    List<Sheet> overview = overview();
    List<Sheet> book = new ArrayList<>(overview);
    book.add(all(lines));
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put(".html", BulletinPage.of(this).getBytes(StandardCharsets.UTF_8));
    contents.put(".xlsx", Xlsx.of(book, title().zh()));
    contents.put(
        ".docx",
        Docx.of(title().zh(), List.of(summary().zh(), note().zh()), overview, projects(), asOf()));
    List<Path> files = new ArrayList<>();
    contents.forEach(
        (ending, content) -> {
          Path file = folder.resolve("bulletin-" + name() + ending);
          WholeFile.write(file, content);
          files.add(file);
        });
    return files;
  }
}
