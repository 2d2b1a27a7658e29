package org.dawen.power;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A finding as a person reads it. */
final class FindingWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private FindingWords() {}

  static String english(Finding f) {
    String figures =
        switch (f.rule()) {
          case TREATMENT_OFF, LATE_START, EARLY_STOP ->
              "production drew %s kW while treatment drew %s kW"
                  .formatted(kw(f.production()), kw(f.subjectPower()));
          case UNDER_LOAD ->
              "treatment drew %s of production's power, usual is %s"
                  .formatted(ratio(f.ratio()), ratio(f.usualRatio()));
          case NIGHT_PRODUCTION ->
              "the night's mean was %s kW, that of the day %s kW"
                  .formatted(kw(f.subjectPower()), kw(f.production()));
          case METER_OFFLINE -> "no data";
          default -> "mean power %s kW".formatted(kw(f.subjectPower()));
        };
    return "%s to %s, %s: %s (%s min): %s"
        .formatted(
            time(f.from()), time(f.to()), f.subject(), f.rule().words(), minutes(f), figures);
  }

  static String chinese(Finding f) {
    String figures =
        switch (f.rule()) {
          case TREATMENT_OFF, LATE_START, EARLY_STOP ->
              "生产功率%s千瓦，治污功率%s千瓦".formatted(kw(f.production()), kw(f.subjectPower()));
          case UNDER_LOAD -> "治污/生产功率比%s，常态%s".formatted(ratio(f.ratio()), ratio(f.usualRatio()));
          case NIGHT_PRODUCTION ->
              "夜间平均%s千瓦，白天平均%s千瓦".formatted(kw(f.subjectPower()), kw(f.production()));
          case METER_OFFLINE -> "无数据";
          default -> "平均功率%s千瓦".formatted(kw(f.subjectPower()));
        };
    return "%s至%s，%s：%s（%s分钟），%s"
        .formatted(
            time(f.from()), time(f.to()), f.subject(), f.rule().chinese(), minutes(f), figures);
  }

  private static String time(long seconds) {
    return TIME.format(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
  }

  private static String minutes(Finding f) {
    return BigDecimal.valueOf(f.seconds())
        .divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static String kw(long power) {
    return power == MeterSeries.MISSING
        ? "?"
        : BigDecimal.valueOf(power, 4).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  private static String ratio(long ratio) {
    return ratio == MeterSeries.MISSING
        ? "?"
        : BigDecimal.valueOf(ratio, 8).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }
}
