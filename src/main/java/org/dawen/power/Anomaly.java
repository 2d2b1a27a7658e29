package org.dawen.power;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A finding of a screening rule. */
@OfTable(
    name = "power.anomaly",
    grain =
        "One row per finding of a screening rule on electricity, on the day on which it begins.",
    layout = Layout.BY_YEAR,
    sources = {"power.meter_interval", "power.meter_day", "registry.meter"},
    warnings = {
      "Screening by thresholds of ours: a reason to look, not a finding of law",
      "Changes when late or corrected data arrive, also of the day after"
    })
public record Anomaly(
    @Key Finding.Rule rule,
    @Key String enterpriseCode,
    @Key String subjectCode,
    String meterCodes,
    @Key LocalDateTime startsAt,
    LocalDateTime endsAt,
    @Day LocalDate dataDay,
    @Digits(value = 12, scale = 6) BigDecimal lastingMinutes,
    boolean isOpen,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal productionMeanKw,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal subjectMeanKw,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal loadRatio,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal usualLoadRatio,
    String reason,
    String reasonZh) {

  static Anomaly of(String enterprise, LocalDate day, Finding f) {
    return new Anomaly(
        f.rule(),
        enterprise,
        f.subject(),
        String.join(";", f.meters()),
        Units.time(f.from()),
        Units.time(f.to()),
        day,
        Units.minutes(f.seconds()),
        f.isOpen(),
        Units.power(f.production()),
        Units.power(f.subjectPower()),
        Units.ratio(f.ratio()),
        Units.ratio(f.usualRatio()),
        FindingWords.english(f),
        FindingWords.chinese(f));
  }
}
