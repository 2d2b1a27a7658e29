package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.lake.TextOrder;
import org.dawen.power.HourEnergies;
import org.dawen.run.Settings;

/**
 * Treatment current without load (治污设施空转): hours in which the meter of a facility drew more than
 * the share of its rating from which treatment is on, while the outlet's removal was below a share
 * of the design, or more left than entered. Electricity alone shows a facility that runs, the stack
 * alone one that does not. Ours.
 */
final class IdleTreatments {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String INVERTED = "INLET_BELOW_OUTLET";
  private static final String ON_PERCENT = "power.screening.treatment_off_percent";
  private static final String HOURS = "lead.idle_treatment_hours";
  private static final String SHARE = "lead.idle_removal_share";

  static final List<String> KEYS = List.of(ON_PERCENT, HOURS, SHARE);

  private final BigDecimal onPercent;
  private final int fewestHours;
  private final BigDecimal share;

  IdleTreatments(Settings settings) {
    settings.withoutNegative(KEYS);
    onPercent = settings.decimal(ON_PERCENT);
    fewestHours = settings.whole(HOURS);
    share = settings.decimal(SHARE);
  }

  /** What a facility removed in an hour, from {@code source.removal_hour}. */
  record RemovedHour(
      String outletCode,
      String pollutantCode,
      LocalDateTime hourStart,
      LocalDate dataDay,
      @Nullable String enterpriseCode,
      @Nullable String countyCode,
      @Nullable String facilityCode,
      @Nullable @Digits(value = 9, scale = 4) BigDecimal designRemovalPercent,
      @Nullable @Digits(value = 9, scale = 4) BigDecimal removalPercent,
      @Nullable String noRemovalReason) {

    /** Null unless the enterprise and the facility are known. */
    String enterpriseOfFacility() {
      return facilityCode == null ? null : enterpriseCode;
    }

    private boolean isLow(BigDecimal ofDesign) {
      return INVERTED.equals(noRemovalReason)
          || removalPercent != null
              && designRemovalPercent != null
              && removalPercent.compareTo(designRemovalPercent.multiply(ofDesign)) < 0;
    }
  }

  /** A meter's day, from {@code power.meter_day}. */
  record FacilityDay(
      String meterCode,
      LocalDate dataDay,
      String enterpriseCode,
      @Nullable String role,
      @Nullable String facilityCode,
      @Nullable @Digits(value = 12, scale = 3) BigDecimal ratedKw,
      HourEnergies energies) {

    /** Null unless it measures treatment and its rating is known. */
    String enterpriseOfTreatment() {
      return "treatment".equals(role) && ratedKw != null && ratedKw.signum() > 0
          ? enterpriseCode
          : null;
    }

    private boolean isOf(RemovedHour hour) {
      return dataDay.equals(hour.dataDay())
          && (hour.facilityCode().equals(facilityCode) || hour.facilityCode().equals(meterCode));
    }

    /** Energy of the hour if it ran in it; else null. */
    private BigDecimal drawn(RemovedHour hour, BigDecimal onPercent) {
      BigDecimal kwh = energies.hours().get(hour.hourStart().getHour());
      return kwh != null && kwh.multiply(HUNDRED).compareTo(ratedKw.multiply(onPercent)) > 0
          ? kwh
          : null;
    }
  }

  private record Series(String outlet, String pollutant, LocalDate day) {}

  private record Idle(RemovedHour hour, String meter, BigDecimal kwh) {}

  /** The days of one enterprise. */
  List<IdleTreatment> of(List<RemovedHour> hours, List<FacilityDay> meters) {
    Map<Series, List<Idle>> idle =
        new TreeMap<>(
            Comparator.comparing(Series::outlet, TextOrder::compare)
                .thenComparing(Series::pollutant, TextOrder::compare)
                .thenComparing(Series::day));
    hours.stream()
        .filter(h -> h.isLow(share))
        .sorted(Comparator.comparing(RemovedHour::hourStart))
        .forEach(
            h ->
                meters.stream()
                    .filter(m -> m.isOf(h) && m.drawn(h, onPercent) != null)
                    .forEach(
                        m ->
                            idle.computeIfAbsent(
                                    new Series(h.outletCode(), h.pollutantCode(), h.dataDay()),
                                    s -> new ArrayList<>())
                                .add(new Idle(h, m.meterCode(), m.drawn(h, onPercent)))));
    List<IdleTreatment> rows = new ArrayList<>();
    idle.values().stream().map(this::row).filter(Objects::nonNull).forEach(rows::add);
    return rows;
  }

  /** Null: too few hours. */
  private IdleTreatment row(List<Idle> idle) {
    TreeSet<LocalDateTime> starts = new TreeSet<>();
    idle.forEach(i -> starts.add(i.hour().hourStart()));
    if (starts.size() < fewestHours) {
      return null;
    }
    RemovedHour first = idle.get(0).hour();
    String meters = Shown.list(idle.stream().map(Idle::meter).toList(), ";");
    BigDecimal kwh = idle.stream().map(Idle::kwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal lowest =
        idle.stream()
            .map(i -> i.hour().removalPercent())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new IdleTreatment(
        first.outletCode(),
        first.pollutantCode(),
        first.dataDay(),
        first.enterpriseCode(),
        first.countyCode(),
        first.facilityCode(),
        meters,
        starts.first(),
        starts.last(),
        starts.size(),
        kwh.setScale(6),
        lowest,
        "%s drew %s kWh in %d h (meters %s) while %s"
            .formatted(
                first.facilityCode(),
                Shown.rounded(kwh, 1),
                starts.size(),
                meters,
                low(first, lowest)),
        "%s用电%s千瓦时、%d小时（电表%s），同期%s"
            .formatted(
                first.facilityCode(),
                Shown.rounded(kwh, 1),
                starts.size(),
                meters,
                lowZh(first, lowest)));
  }

  /**
   * How little was removed.
   *
   * @param lowest null: in every hour more left than entered
   */
  private String low(RemovedHour first, BigDecimal lowest) {
    return lowest == null
        ? "more %s left than entered".formatted(first.pollutantCode())
        : "removal of %s was below %s of the design of %s %%, lowest %s %%"
            .formatted(
                first.pollutantCode(),
                share.stripTrailingZeros().toPlainString(),
                Shown.plain(first.designRemovalPercent()),
                Shown.plain(lowest));
  }

  private String lowZh(RemovedHour first, BigDecimal lowest) {
    return lowest == null
        ? "%s出口高于进口".formatted(first.pollutantCode())
        : "%s去除效率低于设计值%s%%的%s倍，最低%s%%"
            .formatted(
                first.pollutantCode(),
                Shown.plain(first.designRemovalPercent()),
                share.stripTrailingZeros().toPlainString(),
                Shown.plain(lowest));
  }
}
