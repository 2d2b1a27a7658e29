package org.dawen.noise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedNoise;
import org.dawen.intake.ReceivedNoise.Interval;
import org.dawen.noise.PointHour.Source;
import org.dawen.noise.PointHour.Unused;
import org.dawen.registry.NoisePoint;
import org.dawen.standard.NoiseRule;
import org.dawen.standard.NoiseRule.Name;
import org.dawen.standard.SoundLevel;

/**
 * The hours of a point. Of minutes enough the levels are computed (GB 3096-2008: equivalent level
 * by energy; L10, L50, L90 of the minutes); else the hour that the platform sent is taken. Hours of
 * too much wind, or of rain, are kept and left out.
 */
final class PointHours {
  private static final int MINUTES_OF_HOUR = 60;

  private final PointRegister register;
  private final HourWeather weather;

  PointHours(PointRegister register, HourWeather weather) {
    this.register = register;
    this.weather = weather;
  }

  /** What was received of an hour. */
  private record Received(
      Map<LocalDateTime, List<ReceivedNoise>> minutes, List<ReceivedNoise> hours) {
    Received() {
      this(new TreeMap<>(), new ArrayList<>(1));
    }

    void add(ReceivedNoise value) {
      boolean isHour = value.levelInterval() == Interval.HOUR;
      (isHour ? hours : minutes.computeIfAbsent(value.startsAt(), m -> new ArrayList<>(1)))
          .add(value);
    }

    int records() {
      return hours.size() + minutes.values().stream().mapToInt(List::size).sum();
    }
  }

  /**
   * The hours in order of time.
   *
   * @param values of one point, in any order
   * @param ownWind wind by hour that its packets tell
   */
  List<PointHour> of(
      String pointCode, List<ReceivedNoise> values, Map<LocalDateTime, BigDecimal> ownWind) {
    Map<LocalDateTime, Received> hours = new TreeMap<>();
    for (ReceivedNoise value : values) {
      if (value.levelInterval() != Interval.DAY) {
        LocalDateTime start = value.startsAt().truncatedTo(ChronoUnit.HOURS);
        hours.computeIfAbsent(start, h -> new Received()).add(value);
      }
    }
    List<PointHour> found = new ArrayList<>(hours.size());
    hours.forEach((start, hour) -> found.add(hour(pointCode, start, hour, ownWind.get(start))));
    return found;
  }

  private PointHour hour(
      String pointCode, LocalDateTime start, Received received, BigDecimal ownWind) {
    LocalDate day = start.toLocalDate();
    NoisePoint point = register.on(pointCode, day);
    List<InForceLevels> minutes =
        received.minutes.values().stream().map(InForceLevels::of).toList();
    List<InForceLevels> withLevel = minutes.stream().filter(m -> m.leq() != null).toList();
    InForceLevels sent = received.hours.isEmpty() ? null : InForceLevels.of(received.hours);
    BigDecimal sentLevel = sent == null ? null : sent.leq();
    int fewest = NoiseRule.whole(Name.FEWEST_MINUTES, day);
    boolean isOfMinutes =
        withLevel.size() >= fewest || sentLevel == null && !withLevel.isEmpty() || sent == null;
    boolean isPeakOfMinutes = measured(withLevel, InForceLevels::lmax).findAny().isPresent();
    boolean isPeakSent = sent != null && sent.lmax() != null && !(isOfMinutes && isPeakOfMinutes);
    List<InForceLevels> relied = new ArrayList<>(isOfMinutes ? minutes : List.of());
    if (!isOfMinutes || isPeakSent) {
      relied.add(sent);
    }
    Integer count = isOfMinutes ? (Integer) withLevel.size() : sent.receivedMinutes();
    Levels levels =
        isOfMinutes ? ofMinutes(withLevel, isPeakSent ? sent.lmax() : null) : sent.levels();
    HourWeather.Seen seen = weather.of(pointCode, point, start, ownWind);
    Unused unused = unused(seen, levels, count, fewest, day);
    Provenance latest =
        relied.stream().map(InForceLevels::latest).max(Comparator.naturalOrder()).orElseThrow();
    return new PointHour(
        pointCode,
        start,
        day,
        point != null,
        isOfMinutes ? Source.MINUTES : Source.HOUR,
        levels,
        isPeakSent || isOfMinutes && isPeakOfMinutes,
        count,
        isWeather(unused) ? count == null ? MINUTES_OF_HOUR : count : 0,
        sentLevel,
        seen.wind(),
        seen.rain(),
        unused,
        relied.stream().mapToLong(r -> r.inForce().recordCount()).sum(),
        received.records(),
        relied.stream().anyMatch(r -> r.inForce().isDecidedByPath()),
        latest.fileId(),
        latest.recordNo());
  }

  /**
   * Levels of minutes.
   *
   * @param sentPeak largest level of the hour that was sent; null: that of the minutes counts
   */
  private static Levels ofMinutes(List<InForceLevels> minutes, BigDecimal sentPeak) {
    List<BigDecimal> levels = minutes.stream().map(InForceLevels::leq).toList();
    return new Levels(
        SoundLevel.mean(levels),
        SoundLevel.exceeded(levels, 10),
        SoundLevel.exceeded(levels, 50),
        SoundLevel.exceeded(levels, 90),
        sentPeak != null
            ? sentPeak
            : measured(minutes, InForceLevels::lmax)
                .max(Comparator.naturalOrder())
                .orElse(levels.isEmpty() ? null : Collections.max(levels)),
        measured(minutes, InForceLevels::lmin)
            .min(Comparator.naturalOrder())
            .orElse(levels.isEmpty() ? null : Collections.min(levels)));
  }

  private static Stream<BigDecimal> measured(
      List<InForceLevels> minutes, Function<InForceLevels, BigDecimal> level) {
    return minutes.stream().map(level).filter(Objects::nonNull);
  }

  /** Why the hour counts in no day; null: it counts. The weather goes first. */
  private static Unused unused(
      HourWeather.Seen seen, Levels levels, Integer minutes, int fewest, LocalDate day) {
    if (isAbove(seen.wind(), Name.MOST_WIND, day)) {
      return Unused.WIND;
    }
    if (isAbove(seen.rain(), Name.MOST_RAIN, day)) {
      return Unused.RAIN;
    }
    if (levels.leqDb() == null) {
      return Unused.NO_LEVEL;
    }
    return minutes != null && minutes < fewest ? Unused.FEW_MINUTES : null;
  }

  private static boolean isAbove(BigDecimal value, Name most, LocalDate day) {
    return value != null && value.compareTo(NoiseRule.number(most, day)) > 0;
  }

  private static boolean isWeather(Unused unused) {
    return unused == Unused.WIND || unused == Unused.RAIN;
  }
}
