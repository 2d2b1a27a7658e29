package org.dawen.noise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedNoise;
import org.dawen.intake.ReceivedNoise.Interval;
import org.dawen.intake.ReceivedNoisePacket;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.standard.ImpossibleValues;
import org.dawen.standard.ImpossibleValues.Bounds;
import org.dawen.standard.ImpossibleValues.Medium;

/**
 * A factor of a packet of a noise station (ST=23), from {@code received.noise_packet}: minutes
 * (CN=2051), hours (2061) and days (2031), labelled by their start. Real-time levels (2011, {@code
 * LA}) are momentary and make no mean.
 *
 * @param otherFields fields without a column, among them the level: {@link
 *     ReceivedNoisePacket.Level}
 */
record LevelPacket(
    String mn,
    String commandCode,
    LocalDateTime dataTime,
    LocalDate dataDay,
    String factorCode,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal rtdValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue,
    @Nullable String dataFlag,
    @Nullable String otherFields,
    @Nullable String requestNo,
    Provenance provenance) {
  private static final Map<String, Interval> INTERVALS =
      Map.of("2051", Interval.MINUTE, "2061", Interval.HOUR, "2031", Interval.DAY);
  private static final Set<String> OF_DAYS = Set.of("Ld", "Ln", "Ldn");
  private static final Set<String> OF_INTERVALS = Set.of("Leq", "L10", "L50", "L90", "LMx", "LMn");
  private static final String WIND = "a01007";
  private static final Bounds OF_WIND = ImpossibleValues.of(Medium.NOISE, "wind", null);

  /** Null: it carries no mean of an interval. */
  private Interval interval() {
    Interval interval = INTERVALS.get(commandCode);
    boolean isOfDay = OF_DAYS.contains(factorCode);
    boolean isWanted = interval == Interval.DAY ? isOfDay : OF_INTERVALS.contains(factorCode);
    return isWanted ? interval : null;
  }

  private boolean isNormal() {
    return dataFlag == null || dataFlag.equals("N");
  }

  /** The level as a received one; null: it carries none. */
  ReceivedNoise level(String pointCode) {
    Interval interval = interval();
    ReceivedNoisePacket.Level level =
        interval == null
            ? null
            : ReceivedNoisePacket.Level.of(factorCode, dataFlag, otherFields, avgValue, rtdValue);
    BigDecimal sent = level == null ? null : level.level();
    if (sent == null) {
      return null;
    }
    return new ReceivedNoise(
        pointCode,
        interval,
        startsAt(interval),
        dataDay,
        of("Leq", sent),
        of("L10", sent),
        of("L50", sent),
        of("L90", sent),
        of("LMx", sent),
        of("LMn", sent),
        of("Ld", sent),
        of("Ln", sent),
        of("Ldn", sent),
        null,
        inOrder());
  }

  /** Stations may stamp an interval some seconds late. */
  private LocalDateTime startsAt(Interval interval) {
    return switch (interval) {
      case MINUTE -> dataTime.truncatedTo(ChronoUnit.MINUTES);
      case HOUR -> dataTime.truncatedTo(ChronoUnit.HOURS);
      case DAY -> dataDay.atStartOfDay();
    };
  }

  private BigDecimal of(String code, BigDecimal sent) {
    return factorCode.equals(code) ? sent : null;
  }

  /** Whether it is the mean wind of an hour or minute, and one that can be measured. */
  boolean isWind() {
    return factorCode.equals(WIND)
        && avgOrRtd() != null
        && avgOrRtd().signum() >= 0
        && !OF_WIND.exclude(avgOrRtd())
        && isNormal()
        && (commandCode.equals("2061") || commandCode.equals("2051"));
  }

  boolean isOfHour() {
    return commandCode.equals("2061");
  }

  BigDecimal avgOrRtd() {
    return avgValue == null ? rtdValue : avgValue;
  }

  /** After the time of receipt the request number tells which packet is the later one. */
  Provenance inOrder() {
    return new Provenance(
        provenance.receivedAt(),
        (requestNo == null ? "" : requestNo) + "#" + provenance.fileOrder(),
        provenance.fileId(),
        provenance.recordNo());
  }
}
