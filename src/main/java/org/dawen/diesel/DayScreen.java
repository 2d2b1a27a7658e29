package org.dawen.diesel;

import static java.math.BigDecimal.ONE;
import static org.dawen.diesel.Physical.compare;
import static org.dawen.diesel.Physical.orZero;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;

/** Screening rules over a vehicle's day, by the minutes of it that each of them counts. */
final class DayScreen {
  private static final BigDecimal NOX_STEPS_A_PPM = BigDecimal.valueOf(20);
  private static final int CONVERSION_DECIMALS = 4;

  private final DieselThresholds t;
  private final BigDecimal equalShare;
  private final BigDecimal lowNoxUp;
  private final BigDecimal passedShare;
  private final BigDecimal lowReagent;
  private final BigDecimal veryLowReagent;
  private final BigDecimal twiceMetres;

  DayScreen(DieselThresholds t) {
    this.t = t;
    equalShare = t.number("nox_equal_share");
    lowNoxUp = t.number("low_conversion_nox_up_ppm").multiply(NOX_STEPS_A_PPM);
    passedShare = ONE.subtract(t.number("low_conversion_share"));
    lowReagent = t.number("urea_low_percent");
    veryLowReagent = t.number("urea_very_low_percent");
    twiceMetres = t.number("vin_twice_metres");
  }

  /** What the minutes of a day have in sum, for all rules. */
  private static final class Sums {
    private long speed;
    private long hotNoxDown;
    private long lowNoxUp;
    private long lowNoxDown;
    private long fall;
    private long conflictMetres;
    private final Counted equal = new Counted();
    private final Counted lowConversion = new Counted();
    private final Counted high = new Counted();
    private final Counted lowReagent = new Counted();
    private final Counted veryLowReagent = new Counted();
    private final Counted noReagent = new Counted();
    private final Counted coldInlet = new Counted();
    private final Counted fell = new Counted();
    private final Counted conflict = new Counted();

    BigDecimal km() {
      return Physical.kmBySpeed(speed);
    }
  }

  /**
   * Tells what it finds.
   *
   * @param minutes of one vehicle and day, in order of time
   */
  void find(List<ScreenedMinute> minutes, Consumer<Finding> found) {
    Sums sums = new Sums();
    for (ScreenedMinute m : minutes) {
      add(m, sums);
    }
    lasting(
        AnomalyRule.OBD_NOX_EQUAL,
        sums,
        sums.equal,
        "nox_equal_seconds",
        "share_below=" + t.text("nox_equal_share"),
        found);
    lowConversion(sums, found);
    highNox(sums, found);
    lasting(
        AnomalyRule.OBD_UREA_LOW,
        sums,
        sums.lowReagent,
        "urea_low_seconds",
        "level_below_percent=%s; seconds_below_%s_percent=%d"
            .formatted(
                t.text("urea_low_percent"),
                t.text("urea_very_low_percent"),
                sums.veryLowReagent.seconds()),
        found);
    lasting(
        AnomalyRule.OBD_UREA_EMPTY_DRIVE,
        sums,
        sums.noReagent,
        "urea_empty_seconds",
        "level_percent=0",
        found);
    lasting(
        AnomalyRule.OBD_TEMP_IMPLAUS,
        sums,
        sums.coldInlet,
        "temp_implausible_seconds",
        "scr_in_below_coolant_under_load",
        found);
    odometerBack(sums, found);
    vinTwice(sums, found);
  }

  private void add(ScreenedMinute m, Sums sums) {
    sums.speed += orZero(m.speedRawSum());
    sums.hotNoxDown += orZero(m.hotNoxDownSeconds());
    sums.fall = Math.max(sums.fall, orZero(m.odometerRawFall()));
    sums.conflictMetres = Math.max(sums.conflictMetres, orZero(m.conflictMetres()));
    if (orZero(m.windowSeconds()) > 0) {
      addWindow(m, sums);
    }
    if (orZero(m.hotNoxHighSeconds()) > 0) {
      sums.high.add(m, orZero(m.hotNoxHighSeconds()));
    }
    if (m.reagentRawMax() != null) {
      addReagent(m, sums);
    }
    if (orZero(m.coldScrSeconds()) > 0) {
      sums.coldInlet.add(m, orZero(m.coldScrSeconds()));
    }
    if (orZero(m.odometerRawFall()) > 0) {
      sums.fell.add(m, 0);
    }
    if (compare(orZero(m.conflictMetres()), twiceMetres, 1) > 0) {
      sums.conflict.add(m, orZero(m.conflictSeconds()));
    }
  }

  private void addWindow(ScreenedMinute m, Sums sums) {
    int seconds = orZero(m.windowSeconds());
    int up = orZero(m.windowNoxUpSum());
    int down = orZero(m.windowNoxDownSum());
    if (compare(orZero(m.windowDifferenceSum()), equalShare, up) < 0) {
      sums.equal.add(m, seconds);
    }
    if (compare(up, lowNoxUp, seconds) > 0 && compare(down, passedShare, up) > 0) {
      sums.lowConversion.add(m, seconds);
      sums.lowNoxUp += up;
      sums.lowNoxDown += down;
    }
  }

  /** Two fifths of a percent a step: 4 · level against 10 · threshold. */
  private void addReagent(ScreenedMinute m, Sums sums) {
    long level = 4L * m.reagentRawMax();
    if (orZero(m.drivingSeconds()) > 0 && compare(level, lowReagent, 10) < 0) {
      sums.lowReagent.add(m, orZero(m.drivingSeconds()));
    }
    if (orZero(m.drivingSeconds()) > 0 && compare(level, veryLowReagent, 10) < 0) {
      sums.veryLowReagent.add(m, orZero(m.drivingSeconds()));
    }
    if (level == 0 && orZero(m.fastSeconds()) > 0) {
      sums.noReagent.add(m, orZero(m.fastSeconds()));
    }
  }

  private void lowConversion(Sums sums, Consumer<Finding> found) {
    if (sums.lowConversion.reaches(t.number("low_conversion_seconds"))) {
      BigDecimal passed =
          BigDecimal.valueOf(sums.lowNoxUp - sums.lowNoxDown)
              .divide(BigDecimal.valueOf(sums.lowNoxUp), CONVERSION_DECIMALS, RoundingMode.HALF_UP);
      lasting(
          AnomalyRule.OBD_SCR_EFF_LOW,
          sums,
          sums.lowConversion,
          "low_conversion_seconds",
          "conversion=%s; conversion_below=%s"
              .formatted(passed.toPlainString(), t.text("low_conversion_share")),
          found);
    }
  }

  private void highNox(Sums sums, Consumer<Finding> found) {
    BigDecimal valid = BigDecimal.valueOf(sums.hotNoxDown);
    BigDecimal share = t.number("nox_high_share");
    if (valid.compareTo(t.number("nox_high_hot_seconds")) >= 0
        && BigDecimal.valueOf(sums.high.seconds()).compareTo(share.multiply(valid)) > 0) {
      found.accept(
          Finding.ofDay(
              AnomalyRule.OBD_NOX_HIGH,
              sums.high.span(),
              sums.km(),
              Anomaly.Measured.share(
                  sums.high.seconds(),
                  sums.hotNoxDown,
                  share,
                  "high_seconds=%d; valid_hot_seconds=%d"
                      .formatted(sums.high.seconds(), sums.hotNoxDown))));
    }
  }

  /** A rule whose minutes last long enough together. */
  private void lasting(
      AnomalyRule rule,
      Sums sums,
      Counted counted,
      String threshold,
      String figures,
      Consumer<Finding> found) {
    if (counted.reaches(t.number(threshold))) {
      found.accept(
          Finding.ofDay(
              rule,
              counted.span(),
              sums.km(),
              Anomaly.Measured.of(
                  BigDecimal.valueOf(counted.seconds()), t.number(threshold), "s", figures)));
    }
  }

  private void odometerBack(Sums sums, Consumer<Finding> found) {
    if (sums.fall > 0) {
      found.accept(
          Finding.ofDay(
              AnomalyRule.OBD_ODO_BACK,
              sums.fell.span(),
              sums.km(),
              Anomaly.Measured.fact(Physical.kmByOdometer(sums.fall), "km", "within_the_day")));
    }
  }

  private void vinTwice(Sums sums, Consumer<Finding> found) {
    if (sums.conflict.seconds() > 0) {
      found.accept(
          Finding.ofDay(
              AnomalyRule.OBD_VIN_TWICE,
              sums.conflict.span(),
              sums.km(),
              Anomaly.Measured.of(
                  BigDecimal.valueOf(sums.conflictMetres),
                  t.number("vin_twice_metres"),
                  "m",
                  "seconds=" + sums.conflict.seconds())));
    }
  }
}
