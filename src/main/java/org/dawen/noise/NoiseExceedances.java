package org.dawen.noise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.noise.NoiseExceedance.Kind;
import org.dawen.standard.Confidence;
import org.dawen.standard.NoiseRule;
import org.dawen.standard.NoiseRule.Name;

/** Days, nights and sudden noises above the limits (GB 3096-2008). */
final class NoiseExceedances {
  private NoiseExceedances() {}

  /**
   * The exceedances of a point.
   *
   * @param days of the point; those of the night that does not judge are left out
   * @param hours of the point
   */
  static List<NoiseExceedance> of(List<PointDay> days, List<PointHour> hours) {
    Map<LocalDate, List<PointHour>> byDate =
        hours.stream().collect(Collectors.groupingBy(PointHour::dataDay));
    List<NoiseExceedance> found = new ArrayList<>();
    for (PointDay day : days) {
      if (day.isJudging() && day.nightLimitDb() != null) {
        Stream<PointHour> around =
            Stream.of(day.dataDay(), day.dataDay().plusDays(1))
                .flatMap(d -> byDate.getOrDefault(d, List.of()).stream());
        add(found, day, around.toList());
      }
    }
    return found;
  }

  private static void add(List<NoiseExceedance> found, PointDay day, List<PointHour> hours) {
    Nights nights = Nights.of(day.dataDay());
    List<PointHour> ofDay =
        hours.stream().filter(h -> h.isValid() && nights.isOfDay(h.hourStart())).toList();
    List<PointHour> ofNight = PointDays.night(nights, day.nightConvention(), hours.stream());
    if (Boolean.FALSE.equals(day.isDayCompliant())) {
      found.add(
          exceedance(day, Kind.DAY, day.ldDb(), day.dayLimitDb(), ofDay, h -> h.levels().leqDb()));
    }
    if (Boolean.FALSE.equals(day.isNightCompliant())) {
      found.add(
          exceedance(
              day, Kind.NIGHT, day.lnDb(), day.nightLimitDb(), ofNight, h -> h.levels().leqDb()));
    }
    BigDecimal most =
        day.nightLimitDb().add(NoiseRule.number(Name.NIGHT_PEAK_ABOVE, day.dataDay()));
    List<PointHour> peaks =
        ofNight.stream()
            .filter(h -> h.isPeakMeasured() && isAbove(h.levels().lmaxDb(), most, day.dataDay()))
            .toList();
    peaks.stream()
        .map(h -> h.levels().lmaxDb())
        .max(Comparator.naturalOrder())
        .ifPresent(
            level ->
                found.add(
                    exceedance(
                        day, Kind.NIGHT_PEAK, level, most, peaks, h -> h.levels().lmaxDb())));
  }

  private static boolean isAbove(BigDecimal level, BigDecimal most, LocalDate date) {
    return PointDays.judged(level, date).compareTo(most) > 0;
  }

  private static boolean isPeakRuleVerified(LocalDate date) {
    return NoiseRule.inForce(Name.NIGHT_PEAK_ABOVE, date).provision().confidence()
        == Confidence.VERIFIED;
  }

  private static NoiseExceedance exceedance(
      PointDay day,
      Kind kind,
      BigDecimal level,
      BigDecimal limit,
      List<PointHour> hours,
      Function<PointHour, BigDecimal> weight) {
    PointHour loudest =
        hours.stream()
            .max(Comparator.comparing(weight).thenComparing(PointHour::hourStart))
            .orElse(null);
    BigDecimal judged = PointDays.judged(level, day.dataDay());
    return new NoiseExceedance(
        day.pointCode(),
        day.dataDay(),
        kind,
        day.zone(),
        day.countyCode(),
        level,
        judged,
        limit,
        judged.subtract(limit),
        loudest == null ? null : loudest.hourStart(),
        hours.size(),
        day.isProvisional() || kind == Kind.NIGHT_PEAK && !isPeakRuleVerified(day.dataDay()),
        loudest == null ? day.fileId() : loudest.fileId(),
        loudest == null ? day.recordNo() : (Long) loudest.recordNo());
  }
}
