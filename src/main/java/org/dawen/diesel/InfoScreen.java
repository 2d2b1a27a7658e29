package org.dawen.diesel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dawen.lake.DaySet;
import org.dawen.lake.Nullable;
import org.dawen.registry.Vehicle;

/**
 * Screening rules over what the control unit tells, against the registry and what it told before.
 */
final class InfoScreen {
  private final VehicleRegister vehicles;
  private final DaySet judged;

  InfoScreen(VehicleRegister vehicles, DaySet judged) {
    this.vehicles = vehicles;
    this.judged = judged;
  }

  /** What was told last of one thing. */
  private record Told(LocalDate day, String value) {
    /** The value, if it was told within the 30 days before. */
    static String before(Told last, LocalDate day) {
      boolean isKnown =
          last != null && !last.day.isBefore(day.minusDays(DieselThresholds.DAYS_BACK));
      return isKnown ? last.value : null;
    }

    static Told orEarlier(LocalDate day, String value, Told earlier) {
      return value == null ? earlier : new Told(day, value);
    }
  }

  /**
   * Tells what it finds, with its day.
   *
   * @param infos of one vehicle, in the order in which they were told
   */
  void find(List<ToldInfo> infos, BiConsumer<LocalDate, Finding> found) {
    Told calid = null;
    Told cvn = null;
    for (ToldInfo info : infos) {
      LocalDate day = info.dataDay();
      if (judged.contains(day)) {
        Vehicle registered = vehicles.on(info.vin(), day);
        changed(
            AnomalyRule.OBD_CALID_CHANGE,
            info,
            info.toldCalid(),
            Told.before(calid, day),
            registered,
            Vehicle::registeredCalid,
            found);
        changed(
            AnomalyRule.OBD_CVN_CHANGE,
            info,
            info.toldCvn(),
            Told.before(cvn, day),
            registered,
            Vehicle::registeredCvn,
            found);
        mismatch(info, found);
      }
      calid = Told.orEarlier(day, info.toldCalid(), calid);
      cvn = Told.orEarlier(day, info.toldCvn(), cvn);
    }
  }

  /** Another value than is registered; if none is registered, than was told before. */
  private void changed(
      AnomalyRule rule,
      ToldInfo info,
      String told,
      String before,
      Vehicle registered,
      Function<Vehicle, String> value,
      BiConsumer<LocalDate, Finding> found) {
    String due = registered == null ? null : value.apply(registered);
    String expected = due == null ? before : due;
    if (told == null
        || expected == null
        || told.equals(expected)
        || isBeforeService(info, told, before, registered, value)) {
      return;
    }
    found.accept(
        info.dataDay(), fact(rule, info, "told=%s; expected=%s".formatted(told, expected)));
  }

  /** On the first day of a registry row what was due before is still told until the service. */
  private boolean isBeforeService(
      ToldInfo info,
      String told,
      String before,
      Vehicle registered,
      Function<Vehicle, String> value) {
    if (registered == null || !info.dataDay().equals(registered.period().validFrom())) {
      return false;
    }
    Vehicle earlier = vehicles.before(registered);
    String until = earlier == null ? null : value.apply(earlier);
    return told.equals(until == null ? before : until);
  }

  private static void mismatch(ToldInfo info, BiConsumer<LocalDate, Finding> found) {
    String vin = info.toldVin();
    if (vin != null && !vin.equals(info.vin())) {
      found.accept(info.dataDay(), fact(AnomalyRule.OBD_VIN_MISMATCH, info, "unit_vin=" + vin));
    }
  }

  private static Finding fact(AnomalyRule rule, ToldInfo info, String figures) {
    return Finding.ofDay(
        rule,
        Finding.minutes(info.firstAt(), info.lastAt()),
        null,
        Anomaly.Measured.fact(BigDecimal.ONE, "1", figures));
  }

  /** Who a control unit says it is, from {@code diesel.obd_info}. */
  record ToldInfo(
      String vin,
      LocalDate dataDay,
      int wordingNo,
      LocalDateTime firstAt,
      LocalDateTime lastAt,
      @Nullable String unitVin,
      @Nullable String calid,
      @Nullable String cvn) {
    private static final Pattern ONE_CHARACTER = Pattern.compile("^(.)\\1+$");

    /** The VIN in capitals, where one is told. */
    String toldVin() {
      return unitVin == null ? null : told(unitVin.toUpperCase(Locale.ROOT));
    }

    /** The calibration identification, where one is told. */
    String toldCalid() {
      return told(calid);
    }

    /** The calibration verification number, where one is told. */
    String toldCvn() {
      return told(cvn);
    }

    /** One character throughout is filled in where a control unit tells nothing. */
    private static String told(String text) {
      return text == null || ONE_CHARACTER.matcher(text).find() ? null : text;
    }
  }
}
