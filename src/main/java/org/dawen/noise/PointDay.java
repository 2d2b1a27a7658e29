package org.dawen.noise;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Components;
import org.dawen.lake.Constraint;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.NoiseRule.NightConvention;
import org.dawen.standard.NoiseZone;

/**
 * Day, night and 24-hour level of a noise point on a date, with one of the two nights that a date
 * may be said to have.
 *
 * @param isJudging this is the night that judges by the rule in force; the other is shown beside it
 * @param isSent levels as the platform sent the day, of which no hour was received
 * @param receivedHourCount hours of the calendar date with an equivalent level
 * @param excludedHourCount hours of the date left out for wind or rain
 * @param dayHourCount hours that count in the day level
 * @param fileId file and record of the loudest hour that counts; null: none does
 */
@OfTable(
    name = "noise.point_day",
    grain = "One row per noise point, date and night convention: Ld, Ln, Ldn and the verdict.",
    layout = Layout.BY_YEAR,
    sources = {"noise.point_hour", "received.noise", "registry.noise_point"},
    warnings = "Validity of days and the night of a date are not verified (standards/noise_rules)")
public record PointDay(
    @Key String pointCode,
    @Key @Day LocalDate dataDay,
    @Key NightConvention nightConvention,
    boolean isJudging,
    boolean isRegistered,
    @Nullable NoiseZone zone,
    @Nullable String countyCode,
    boolean isSent,
    int receivedHourCount,
    int excludedHourCount,
    int dayHourCount,
    int nightHourCount,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal ldDb,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal lnDb,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal ldnDb,
    @Nullable @Digits(value = 6, scale = 2) BigDecimal judgedLdDb,
    @Nullable @Digits(value = 6, scale = 2) BigDecimal judgedLnDb,
    @Nullable @Digits(value = 6, scale = 2) BigDecimal dayLimitDb,
    @Nullable @Digits(value = 6, scale = 2) BigDecimal nightLimitDb,
    @Nullable Boolean isDayCompliant,
    @Nullable Boolean isNightCompliant,
    boolean isProvisional,
    @Nullable String fileId,
    @Nullable Long recordNo) {

  static void constraints(Components of) {
    of.holds(
        "never_below_zero",
        Constraint.neverNegative(
            of.all("receivedHourCount", "excludedHourCount", "dayHourCount", "nightHourCount")));
  }
}
