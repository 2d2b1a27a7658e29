package org.dawen.noise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dawen.lake.Message;
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
    sections.add(new Section(Message.of("explain.assessment"), verdict(day)));
    sections.add(Evidence.columns(Message.of("explain.the-row"), DAY, row));
    sections.add(new Section(Message.of("explain.limit-and-rules"), rules(day.zone(), date)));
    sections.add(new Section(Message.of("explain.hours"), hours(day, hours)));
    if (day.fileId() != null) {
      sections.add(
          evidence.rawRecord(
              Message.of("explain.record-of-loudest"), day.fileId(), day.recordNo()));
    }
    return sections;
  }

  private static List<Message> verdict(PointDay day) {
    Message zone =
        day.zone() == null ? Message.of("explain.no-zone") : Message.of("explain.zone", day.zone());
    return List.of(
        Message.of(
            day.isJudging() ? "explain.night-judges" : "explain.night-compares",
            zone,
            day.nightConvention()),
        said(
            "explain.day-time",
            day.judgedLdDb(),
            day.dayLimitDb(),
            day.isDayCompliant(),
            day.dayHourCount()),
        said(
            "explain.night-time",
            day.judgedLnDb(),
            day.nightLimitDb(),
            day.isNightCompliant(),
            day.nightHourCount()));
  }

  private static Message said(
      String what, Object judged, Object limit, Boolean isCompliant, int hours) {
    return Message.of(
        "explain.noise-judged",
        Message.of(what),
        Evidence.shown(judged),
        hours,
        Evidence.shown(limit),
        isCompliant == null
            ? Message.of("explain.not-judged")
            : Message.of(isCompliant ? "explain.complies-word" : "explain.exceeds-word"));
  }

  private static List<Message> rules(NoiseZone zone, LocalDate date) {
    List<Message> lines = new ArrayList<>();
    NoiseLimit limit = NoiseLimit.inForce(zone, date);
    if (limit != null) {
      lines.add(
          Message.of(
              "explain.noise-limits", limit.day(), limit.night(), provision(limit.provision())));
    }
    for (Name name : Name.values()) {
      NoiseRule rule = NoiseRule.inForce(name, date);
      lines.add(
          Message.of(
              "explain.noise-rule",
              name.name().toLowerCase(Locale.ROOT),
              rule.value(),
              provision(rule.provision())));
    }
    return lines;
  }

  private static Message provision(Provision p) {
    return Message.of("explain.provision", p.standard(), p.clause(), p.confidence().letter());
  }

  private static List<Message> hours(PointDay day, List<PointHour> hours) {
    Nights nights = Nights.of(day.dataDay());
    NightConvention convention = day.nightConvention();
    List<Message> lines = new ArrayList<>();
    for (PointHour hour : hours) {
      boolean isOfDay = nights.isOfDay(hour.hourStart());
      if (isOfDay || nights.isOfNight(hour.hourStart(), convention)) {
        lines.add(
            Message.of(
                "explain.noise-hour",
                hour.hourStart(),
                Message.of(isOfDay ? "explain.day" : "explain.night"),
                Evidence.shown(hour.levels().leqDb()),
                hour.levelSource(),
                Message.given(
                    Message.of("explain.minutes", Evidence.shown(hour.receivedMinutes())),
                    hour.isValid() ? null : Message.of("explain.left-out", hour.unusedReason())),
                hour.fileId(),
                hour.recordNo()));
      }
    }
    return lines;
  }
}
