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
 * what its sections of surface water are, which of its stations, outlets and meters are late. A
 * branch without any gets one, too: an empty sheet says that nothing is to be done.
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
    List<Line> episodes =
        results.lines("source.exceedance_episode", DaySet.of(day)).stream()
            .map(names::named)
            .map(Mask::line)
            .sorted(Results.byMost("most_times_over_limit"))
            .toList();
    List<Line> hours =
        results.lines("source.exceedance_hour", DaySet.of(day)).stream()
            .map(names::named)
            .map(Mask::line)
            .toList();
    List<Line> leads =
        results.lines("lead.lead", DaySet.between(day.minusDays(LEAD_DAYS), day)).stream()
            .filter(l -> !l.is("status", "CLOSED"))
            .sorted(Results.byMost("score"))
            .map(Mask::lead)
            .map(l -> l.with("matter_zh", Words.zh(l.text("matter"))))
            .map(l -> l.with("status_zh", Words.zh(l.text("status"))))
            .toList();
    DataHealth health = new DataHealth(results, names, day);
    WaterSheets water = new WaterSheets(results, names, day);
    Map<String, byte[]> files = new TreeMap<>();
    names
        .counties()
        .forEach(
            (code, name) -> {
              List<Sheet> sheets = new ArrayList<>();
              sheets.add(episodeSheet(of(code, episodes)));
              sheets.add(hourSheet(of(code, hours)));
              sheets.add(leadSheet(of(code, leads)));
              sheets.addAll(water.of(code));
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

  private Sheet episodeSheet(List<Line> lines) {
    Sheet all = Sheets.episodes(results, day, factorsInWords(lines));
    List<Field> fields = new ArrayList<>(all.fields());
    fields.add(3, Field.named("factor_name", "因子名称", "Factor"));
    fields.add(Field.of(results.table("source.exceedance_episode"), "excess_mass_kg"));
    fields.add(Field.of(results.table("source.exceedance_episode"), "outlet_code"));
    return new Sheet(
        all.name(),
        all.zh(),
        all.en(),
        all.source(),
        fields,
        all.key(),
        all.lines(),
        all.emptyZh(),
        all.emptyEn());
  }

  private static List<Line> factorsInWords(List<Line> lines) {
    return lines.stream()
        .map(l -> l.with("factor_name", Words.zh(l.text("pollutant_code"))))
        .toList();
  }

  private Sheet hourSheet(List<Line> lines) {
    String table = "source.exceedance_hour";
    List<Field> fields =
        new ArrayList<>(
            List.of(
                Field.named("enterprise_name", "企业", "Enterprise"),
                Field.named("outlet_name", "排口", "Outlet"),
                Field.named("factor_name", "因子名称", "Factor")));
    fields.addAll(
        results.fields(
            table,
            "hour_start",
            "judged_value",
            "unit",
            "limit_value",
            "times_over_limit",
            "limit_id",
            "is_provisional",
            "outlet_code",
            "pollutant_code",
            "file_id",
            "record_no"));
    return new Sheet(
        "hours",
        "超标小时",
        "Exceeding hours",
        table + ", data_day = " + day,
        fields,
        List.of("outlet_code", "pollutant_code", "hour_start"),
        factorsInWords(lines),
        "当日没有超标小时。",
        "No exceeding hour that day.");
  }

  private Sheet leadSheet(List<Line> lines) {
    String table = "lead.lead";
    List<Field> fields =
        new ArrayList<>(
            List.of(
                Field.of(results.table(table), "enterprise_name"),
                Field.named("matter_zh", "线索事由", "Matter"),
                Field.named("status_zh", "办理状态", "Status")));
    fields.addAll(
        results.fields(
            table,
            "data_day",
            "last_day",
            "score",
            "severity",
            "reason_zh",
            "opened_day",
            "due_day",
            "lead_id",
            "matter",
            "status"));
    return new Sheet(
        "leads",
        "未办结线索",
        "Leads not closed",
        table
            + ", data_day from %s to %s, status <> CLOSED".formatted(day.minusDays(LEAD_DAYS), day)
            + "; 车主为个人的线索号:姓 + sha2(lead_id, 256)前四位",
        fields,
        List.of("lead_id"),
        lines,
        "没有未办结线索。",
        "No open leads.");
  }

  private static Sheet inWords(Sheet late) {
    return new Sheet(
        late.name(),
        late.zh(),
        late.en(),
        late.source(),
        late.fields(),
        late.key(),
        late.lines().stream()
            .map(l -> Mask.line(l).with("kind", Words.zh(l.text("kind"))))
            .toList(),
        late.emptyZh(),
        late.emptyEn());
  }
}
