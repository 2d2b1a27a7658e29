package org.dawen.noise;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedNoise;
import org.dawen.intake.ReceivedNoise.Interval;
import org.dawen.intake.ReceivedWeather;
import org.dawen.registry.NoisePoint;
import org.dawen.registry.Period;

/** Points, minutes and hours for tests. */
final class Noises {
  static final String POINT = "N1";

  private Noises() {}

  static NoisePoint point(String code, String zone, String mn) {
    NoisePoint.Zone of =
        java.util.Arrays.stream(NoisePoint.Zone.values())
            .filter(z -> z.toString().equals(zone))
            .findFirst()
            .orElseThrow();
    return new NoisePoint(
        code, code, of, "370902", mn, null, null, null, new Period(null, null), "r", 2);
  }

  static NoisePoint point(String code, String zone, String county, Period period) {
    NoisePoint p = point(code, zone, null);
    return new NoisePoint(code, code, p.zone(), county, null, null, null, null, period, "r", 2);
  }

  static PointRegister register(NoisePoint... points) {
    return new PointRegister(List.of(points));
  }

  static Provenance from(String file, long record) {
    return new Provenance(null, "", file, record);
  }

  private static ReceivedNoise level(
      Interval interval,
      LocalDateTime start,
      String leq,
      String lmax,
      Integer minutes,
      Provenance p) {
    return new ReceivedNoise(
        POINT,
        interval,
        start,
        start.toLocalDate(),
        number(leq),
        null,
        null,
        null,
        number(lmax),
        null,
        null,
        null,
        null,
        minutes,
        p);
  }

  static ReceivedNoise minute(LocalDateTime start, String leq, Provenance p) {
    return level(Interval.MINUTE, start, leq, null, null, p);
  }

  static ReceivedNoise hour(LocalDateTime start, String leq, String lmax, Integer minutes) {
    return level(
        Interval.HOUR, start, leq, lmax, minutes, from("noise/hours.csv", start.getHour() + 2L));
  }

  static ReceivedNoise sentDay(LocalDateTime start, String ld, String ln, String ldn) {
    return new ReceivedNoise(
        POINT,
        Interval.DAY,
        start,
        start.toLocalDate(),
        null,
        null,
        null,
        null,
        null,
        null,
        number(ld),
        number(ln),
        number(ldn),
        null,
        from("noise/days.csv", 2));
  }

  static ReceivedWeather weather(String station, LocalDateTime hour, String wind, String rain) {
    return new ReceivedWeather(
        station, hour, hour.toLocalDate(), number(wind), number(rain), from("noise/w.csv", 2));
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  static List<PointHour> hours(List<ReceivedNoise> values, ReceivedWeather... weather) {
    return new PointHours(register(point(POINT, "2", null)), new HourWeather(List.of(weather)))
        .of(POINT, values, Map.of());
  }
}
