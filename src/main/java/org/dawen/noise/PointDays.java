package org.dawen.noise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dawen.intake.InForce;
import org.dawen.intake.ReceivedNoise;
import org.dawen.intake.ReceivedNoise.Interval;
import org.dawen.registry.NoisePoint;
import org.dawen.standard.Confidence;
import org.dawen.standard.NoiseLimit;
import org.dawen.standard.NoiseRule;
import org.dawen.standard.NoiseRule.Name;
import org.dawen.standard.NoiseRule.NightConvention;
import org.dawen.standard.NoiseZone;
import org.dawen.standard.Rounding;
import org.dawen.standard.SoundLevel;

/**
 * The days of a point: energy means of the hours of day and of night, the level of day and night,
 * and whether they keep the limits of the zone (GB 3096-2008 table 1; a level on a limit complies).
 */
final class PointDays {
  private static final List<Function<ReceivedNoise, BigDecimal>> OF_DAYS =
      List.of(ReceivedNoise::ldDb, ReceivedNoise::lnDb, ReceivedNoise::ldnDb);

  /** Rules that a verdict rests on besides the limit. */
  private static final List<Name> RULES =
      List.of(
          Name.DAY_STARTS_HOUR,
          Name.NIGHT_STARTS_HOUR,
          Name.NIGHT_OF_DAY,
          Name.FEWEST_MINUTES,
          Name.FEWEST_DAY_HOURS,
          Name.FEWEST_NIGHT_HOURS,
          Name.MOST_WIND,
          Name.MOST_RAIN,
          Name.JUDGED_DECIMALS);

  private final PointRegister register;

  PointDays(PointRegister register) {
    this.register = register;
  }

  /** Levels of a date and what they rest on. */
  private record Found(
      BigDecimal ld, BigDecimal ln, BigDecimal ldn, String fileId, Long recordNo) {}

  /**
   * The days in order.
   *
   * @param hours of the point in order of time; of the last date also the morning after it
   * @param received of the point; days that the platform sent are taken of dates without an hour
   */
  List<PointDay> of(String pointCode, List<PointHour> hours, List<ReceivedNoise> received) {
    TreeMap<LocalDate, List<PointHour>> byDate = new TreeMap<>();
    hours.forEach(h -> byDate.computeIfAbsent(h.dataDay(), d -> new ArrayList<>()).add(h));
    TreeMap<LocalDate, List<ReceivedNoise>> sent = new TreeMap<>();
    received.stream()
        .filter(r -> r.levelInterval() == Interval.DAY && !byDate.containsKey(r.dataDay()))
        .forEach(r -> sent.computeIfAbsent(r.dataDay(), d -> new ArrayList<>()).add(r));
    List<PointDay> days = new ArrayList<>();
    byDate.forEach(
        (date, of) -> {
          List<PointHour> next = byDate.getOrDefault(date.plusDays(1), List.of());
          for (NightConvention convention : NightConvention.values()) {
            days.add(day(pointCode, date, convention, of, next));
          }
        });
    sent.forEach((date, of) -> days.add(sentDay(pointCode, date, of)));
    days.sort(Comparator.comparing(PointDay::dataDay).thenComparing(PointDay::nightConvention));
    return days;
  }

  private PointDay day(
      String pointCode,
      LocalDate date,
      NightConvention convention,
      List<PointHour> ofDate,
      List<PointHour> ofNext) {
    Nights nights = Nights.of(date);
    List<PointHour> day =
        ofDate.stream().filter(h -> h.isValid() && nights.isOfDay(h.hourStart())).toList();
    List<PointHour> night =
        night(nights, convention, Stream.concat(ofDate.stream(), ofNext.stream()));
    BigDecimal ld = mean(day, NoiseRule.whole(Name.FEWEST_DAY_HOURS, date));
    BigDecimal ln = mean(night, NoiseRule.whole(Name.FEWEST_NIGHT_HOURS, date));
    PointHour loudest =
        Stream.concat(day.stream(), night.stream())
            .max(
                Comparator.comparing((PointHour h) -> h.levels().leqDb())
                    .thenComparing(PointHour::hourStart))
            .orElse(null);
    return judged(
        pointCode,
        date,
        convention,
        false,
        new int[] {
          (int) ofDate.stream().filter(h -> h.levels().leqDb() != null).count(),
          (int) ofDate.stream().filter(PointHour::isExcluded).count(),
          day.size(),
          night.size()
        },
        new Found(
            ld,
            ln,
            SoundLevel.ofDayAndNight(ld, ln, nights.dayHours(), nights.nightHours()),
            loudest == null ? null : loudest.fileId(),
            loudest == null ? null : (Long) loudest.recordNo()));
  }

  /** The valid hours of the night of a date. */
  static List<PointHour> night(Nights nights, NightConvention convention, Stream<PointHour> hours) {
    return hours.filter(h -> h.isValid() && nights.isOfNight(h.hourStart(), convention)).toList();
  }

  private static BigDecimal mean(List<PointHour> hours, int fewest) {
    return hours.size() < fewest
        ? null
        : SoundLevel.mean(hours.stream().map(h -> h.levels().leqDb()).toList());
  }

  private PointDay sentDay(String pointCode, LocalDate date, List<ReceivedNoise> records) {
    InForce<ReceivedNoise> inForce = InForce.of(records, ReceivedNoise::provenance, OF_DAYS);
    BigDecimal[] levels = new BigDecimal[OF_DAYS.size()];
    for (int i = 0; i < levels.length; i++) {
      ReceivedNoise winner = inForce.winners().get(i);
      levels[i] = winner == null ? null : OF_DAYS.get(i).apply(winner);
    }
    return judged(
        pointCode,
        date,
        NoiseRule.night(date),
        true,
        new int[4],
        new Found(
            levels[0],
            levels[1],
            levels[2],
            inForce.latest().provenance().fileId(),
            inForce.latest().provenance().recordNo()));
  }

  /**
   * The row with its verdict.
   *
   * @param counts hours received, excluded, of the day and of the night
   */
  private PointDay judged(
      String pointCode,
      LocalDate date,
      NightConvention convention,
      boolean isSent,
      int[] counts,
      Found found) {
    NoisePoint point = register.on(pointCode, date);
    NoiseZone zone = PointRegister.zone(point);
    NoiseLimit limit = NoiseLimit.inForce(zone, date);
    BigDecimal dayLimit = limit == null ? null : limit.day();
    BigDecimal nightLimit = limit == null ? null : limit.night();
    BigDecimal judgedDay = judged(found.ld, date);
    BigDecimal judgedNight = judged(found.ln, date);
    return new PointDay(
        pointCode,
        date,
        convention,
        convention == NoiseRule.night(date),
        point != null,
        zone,
        point == null ? null : point.countyCode(),
        isSent,
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        found.ld,
        found.ln,
        found.ldn,
        judgedDay,
        judgedNight,
        dayLimit,
        nightLimit,
        complies(judgedDay, dayLimit),
        complies(judgedNight, nightLimit),
        isProvisional(limit, date),
        found.fileId,
        found.recordNo);
  }

  /** A level as it is judged: rounded half to even, once. */
  static BigDecimal judged(BigDecimal level, LocalDate date) {
    return Rounding.halfEvenOfMeans(level, NoiseRule.whole(Name.JUDGED_DECIMALS, date));
  }

  private static Boolean complies(BigDecimal judged, BigDecimal limit) {
    return judged == null || limit == null ? null : (Boolean) (judged.compareTo(limit) <= 0);
  }

  private static boolean isProvisional(NoiseLimit limit, LocalDate date) {
    return Stream.concat(
            Stream.ofNullable(limit).map(NoiseLimit::provision),
            RULES.stream().map(name -> NoiseRule.inForce(name, date).provision()))
        .anyMatch(p -> p.confidence() != Confidence.VERIFIED);
  }
}
