package org.dawen.noise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.standard.NoiseLimit;
import org.dawen.standard.NoiseRule;
import org.dawen.standard.NoiseRule.Name;
import org.dawen.standard.NoiseRule.NightConvention;
import org.dawen.standard.NoiseZone;
import org.dawen.standard.Provision;

/** A day of a noise point: verdict, limit and rules, its hours, the record of the loudest. */
public final class NoiseExplanation implements Explanation {
  private static final Table DAY = Table.of(PointDay.class);

  @Override
  public Table table() {
    return DAY;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    String point = row.text("point_code");
    LocalDate date = row.day("data_day");
    PointDay day =
        evidence.rows(PointDay.class, date).stream()
            .filter(d -> d.pointCode().equals(point))
            .filter(d -> d.nightConvention().toString().equals(row.text("night_convention")))
            .findFirst()
            .orElseThrow();
    List<PointHour> hours =
        Stream.of(date, date.plusDays(1))
            .flatMap(d -> evidence.rows(PointHour.class, d).stream())
            .filter(h -> h.pointCode().equals(point))
            .sorted(Comparator.comparing(PointHour::hourStart))
            .toList();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Verdict 评价", verdict(day)));
    sections.add(Evidence.columns("The row", DAY, row));
    sections.add(new Section("Limit and rules 限值与规则", rules(day.zone(), date)));
    sections.add(new Section("Hours 各小时", hours(day, hours)));
    if (day.fileId() != null) {
      sections.add(
          evidence.rawRecord("The record of the loudest hour", day.fileId(), day.recordNo()));
    }
    return sections;
  }

  private static List<String> verdict(PointDay day) {
    String zone = day.zone() == null ? "no zone registered" : "zone " + day.zone();
    return List.of(
        "%s; night of the date: %s%s."
            .formatted(
                zone,
                day.nightConvention(),
                day.isJudging() ? ", which judges" : ", shown beside the one that judges"),
        said("Day", day.judgedLdDb(), day.dayLimitDb(), day.isDayCompliant(), day.dayHourCount()),
        said(
            "Night",
            day.judgedLnDb(),
            day.nightLimitDb(),
            day.isNightCompliant(),
            day.nightHourCount()));
  }

  private static String said(
      String what, Object judged, Object limit, Boolean isCompliant, int hours) {
    return "%s: judged %s dB of %d hours, limit %s dB: %s."
        .formatted(
            what,
            Evidence.shown(judged),
            hours,
            Evidence.shown(limit),
            isCompliant == null ? "not judged" : isCompliant ? "complies" : "exceeds");
  }

  private static List<String> rules(NoiseZone zone, LocalDate date) {
    List<String> lines = new ArrayList<>();
    NoiseLimit limit = NoiseLimit.inForce(zone, date);
    if (limit != null) {
      lines.add(
          "limits %s by day, %s by night: %s"
              .formatted(limit.day(), limit.night(), provision(limit.provision())));
    }
    for (Name name : Name.values()) {
      NoiseRule rule = NoiseRule.inForce(name, date);
      lines.add(
          "%s = %s: %s"
              .formatted(
                  name.name().toLowerCase(Locale.ROOT), rule.value(), provision(rule.provision())));
    }
    return lines;
  }

  private static String provision(Provision p) {
    return "%s, %s, confidence %s".formatted(p.standard(), p.clause(), p.confidence().letter());
  }

  private static List<String> hours(PointDay day, List<PointHour> hours) {
    Nights nights = Nights.of(day.dataDay());
    NightConvention convention = day.nightConvention();
    List<String> lines = new ArrayList<>();
    for (PointHour hour : hours) {
      boolean isOfDay = nights.isOfDay(hour.hourStart());
      if (isOfDay || nights.isOfNight(hour.hourStart(), convention)) {
        lines.add(
            "%s %s: Leq %s dB of %s, %s minutes%s; %s record %d"
                .formatted(
                    hour.hourStart(),
                    isOfDay ? "day" : "night",
                    Evidence.shown(hour.levels().leqDb()),
                    hour.levelSource(),
                    Evidence.shown(hour.receivedMinutes()),
                    hour.isValid() ? "" : ", left out: " + hour.unusedReason(),
                    hour.fileId(),
                    hour.recordNo()));
      }
    }
    return lines;
  }
}
