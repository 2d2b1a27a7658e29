package org.dawen.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dawen.lake.DaySet;

/**
 * What brief and branch workbooks say of treatment facilities of low efficiency and of retired
 * machines and trucks.
 */
final class TreatmentBrief {
  /** Days that a facility stays listed after its last finding, as long as a lead stays open. */
  private static final int DAYS_LISTED = 7;

  private static final Said CITY = new Said("全市", "City");
  private static final String WEAK = "lead.weak_facility";
  private static final String MONTH = "diesel.retirement_month";
  private static final String DOUBT = "diesel.doubtful_retirement";

  private final Results results;
  private final LocalDate day;
  private final Names names;
  private final List<Line> weak;
  private final List<Line> retired;
  private final List<Line> doubtful;

  TreatmentBrief(Results results, Names names, LocalDate day) {
    this.results = results;
    this.day = day;
    this.names = names;
    this.weak =
        results.lines(WEAK, DaySet.between(null, day)).stream()
            .filter(l -> !l.day("last_day").isBefore(day.minusDays(DAYS_LISTED)))
            .map(names::named)
            .map(Mask::line)
            .map(l -> l.with("why", new Said(l.text("reason_zh"), l.text("reason"))))
            .sorted(Results.by("county_code", "outlet_code", "data_day"))
            .toList();
    LocalDate january = day.withDayOfYear(1);
    List<Line> months =
        results.lines(MONTH, DaySet.between(january, day)).stream().map(this::named).toList();
    LocalDate last =
        months.stream().map(l -> l.day("month_start")).max(LocalDate::compareTo).orElse(day);
    this.retired = months.stream().filter(l -> l.is("month_start", last)).toList();
    this.doubtful =
        results.lines(DOUBT, DaySet.between(january, day)).stream()
            .map(names::named)
            .map(TreatmentBrief::masked)
            .toList();
  }

  private Line named(Line month) {
    boolean isCity = month.is("area_kind", "city");
    String code = month.text("area_code");
    return month
        .with("area_name", isCity && code.equals(names.homeCity()) ? CITY : names.county(code))
        .with("subject", said(month))
        .with("county_code", isCity ? null : code);
  }

  private static Said said(Line line) {
    String subject = line.text("subject_kind");
    return new Said(Words.zh(subject), Words.en(subject));
  }

  private static Line masked(Line line) {
    boolean isTruck = line.is("subject_kind", "truck");
    return Mask.line(line)
        .with("subject", said(line))
        .with(
            "subject_masked",
            isTruck ? Mask.vin(line.text("subject_code")) : line.text("subject_code"))
        .with("owner", Mask.owner(line.text("owner")))
        .with("why", new Said(line.text("reason_zh"), line.text("reason")));
  }

  /** One sentence each; the lists open. */
  Section section() {
    long enterprises =
        weak.stream()
            .map(l -> l.text("enterprise_code"))
            .filter(Objects::nonNull)
            .distinct()
            .count();
    List<Sheet> folded = new ArrayList<>();
    for (Sheet sheet : List.of(weakSheet(weak), retiredSheet(retired), doubtfulSheet(doubtful))) {
      Section.showAny(sheet, sheet.lines().size(), folded, folded);
    }
    return new Section(
        "treatment",
        "治理设施与淘汰进度",
        "Treatment and retirements",
        "%d家企业%d个低效治理设施（筛查）。%s存疑淘汰%d条。"
            .formatted(enterprises, weak.size(), progress(true), doubtful.size()),
        "%s %s of low efficiency (screening). %s%s in doubt."
            .formatted(
                Words.count(enterprises, "enterprise has", "enterprises have"),
                Words.count(weak.size(), "treatment facility", "treatment facilities"),
                progress(false),
                Words.count(doubtful.size(), "retirement is", "retirements are")),
        WEAK
            + ": count(*), last_day >= "
            + day.minusDays(DAYS_LISTED)
            + "; "
            + MONTH
            + ": retired_to_date_count, target_count, area_kind = city; "
            + DOUBT
            + ": count(*)",
        List.of(),
        List.of(),
        folded);
  }

  private String progress(boolean isChinese) {
    return retired.stream()
        .filter(l -> l.is("area_kind", "city") && l.is("area_code", names.homeCity()))
        .map(l -> progress(l, isChinese))
        .collect(Collectors.joining());
  }

  private static String progress(Line city, boolean isChinese) {
    Said subject = (Said) city.at("subject");
    String target = city.at("target_count") == null ? "—" : city.text("target_count");
    String kind = city.text("subject_kind");
    return isChinese
        ? "淘汰%s%s/%s台（辆）。".formatted(subject.zh(), city.text("retired_to_date_count"), target)
        : "%s been retired; %s. "
            .formatted(
                Words.count(
                    city.whole("retired_to_date_count"), kind + " has", subject.en() + " have"),
                city.at("target_count") == null ? "no target is set" : "the target is " + target);
  }

  /** The sheets of a county branch. */
  List<Sheet> of(String county) {
    return List.of(
        weakSheet(of(county, weak)),
        retiredSheet(of(county, retired)),
        doubtfulSheet(of(county, doubtful)));
  }

  private static List<Line> of(String county, List<Line> lines) {
    return lines.stream().filter(l -> Objects.equals(county, l.text("county_code"))).toList();
  }

  private Sheet weakSheet(List<Line> lines) {
    return Sheets.of(
        results, "weak_facilities", Map.of("day", day, "from", day.minusDays(DAYS_LISTED)), lines);
  }

  private Sheet retiredSheet(List<Line> lines) {
    return Sheets.of(results, "retirements", Map.of("day", day), lines);
  }

  private Sheet doubtfulSheet(List<Line> lines) {
    return Sheets.of(
        results, "doubtful_retirements", Map.of("day", day, "from", day.withDayOfYear(1)), lines);
  }
}
