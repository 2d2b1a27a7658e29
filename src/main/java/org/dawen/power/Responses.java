package org.dawen.power;

import static java.math.RoundingMode.FLOOR;
import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dawen.power.EnterpriseAreas.OutletSite;
import org.dawen.power.ResponseDay.Verdict;
import org.dawen.registry.Alert;
import org.dawen.registry.County;
import org.dawen.registry.Holiday;
import org.dawen.registry.Meter;
import org.dawen.registry.Period;
import org.dawen.registry.ResponsePlan;
import org.dawen.run.References;

/**
 * How enterprises answered heavy-pollution alerts (重污染天气应急减排). What is required is their plan's
 * (一厂一策); how it is judged is ours.
 */
final class Responses {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 4;
  private static final int CUT_DECIMALS = 6;

  private final List<AlertSpan> alerts;
  private final Set<LocalDate> holidays;
  private final Map<String, List<Period>> registered;
  private final EnterpriseAreas areas;
  private final ResponseThresholds thresholds;

  /**
   * Judges by these.
   *
   * @param alerts those that judge first before others
   * @param registered periods in which the registry has a meter
   */
  Responses(
      List<AlertSpan> alerts,
      Set<LocalDate> holidays,
      Map<String, List<Period>> registered,
      EnterpriseAreas areas,
      ResponseThresholds thresholds) {
    this.alerts = alerts;
    this.holidays = holidays;
    this.registered = registered;
    this.areas = areas;
    this.thresholds = thresholds;
  }

  /** Judges by the registry. */
  static Responses of(References references, ResponseThresholds thresholds) {
    List<Meter> meters = references.all(Meter.class);
    Map<String, List<Period>> registered = new HashMap<>();
    meters.forEach(
        m -> registered.computeIfAbsent(m.meterCode(), c -> new ArrayList<>()).add(m.period()));
    return new Responses(
        AlertSpan.of(references.all(Alert.class)),
        references.all(Holiday.class).stream().map(Holiday::holidayDay).collect(Collectors.toSet()),
        registered,
        new EnterpriseAreas(meters, references.all(OutletSite.class), references.all(County.class)),
        thresholds);
  }

  /**
   * The answers of an enterprise on a day.
   *
   * @param plans of the enterprise
   * @param meters what they drew on the day and the 28 days before
   */
  List<ResponseDay> of(
      String enterprise, LocalDate day, List<ResponsePlan> plans, PlanMeters meters) {
    List<AlertSpan> concerning =
        alerts.stream().filter(a -> a.concerns(enterprise, areas)).toList();
    return Answer.of(day, concerning, plans).stream()
        .map(
            answer ->
                judged(
                    enterprise,
                    answer,
                    ComparedHours.of(
                        answer, meters, thresholds.fewestCleanDays(), d -> isClean(d, concerning)),
                    answer.isStop() ? RunningTime.seconds(answer, meters) : 0))
        .toList();
  }

  private boolean isClean(LocalDate day, List<AlertSpan> concerning) {
    return !holidays.contains(day) && concerning.stream().noneMatch(a -> a.touches(day));
  }

  private ResponseDay judged(
      String enterprise, Answer answer, ComparedHours compared, long runningSeconds) {
    ResponsePlan plan = answer.plan();
    boolean isStop = answer.isStop();
    BigDecimal required = isStop ? ALL : plan.cutPercent();
    int judgedHours = isStop ? compared.hoursWithData() : compared.hours();
    BigDecimal coverage =
        BigDecimal.valueOf(100L * judgedHours)
            .divide(BigDecimal.valueOf(answer.hours().size()), PERCENT_DECIMALS, HALF_UP);
    BigDecimal runningMinutes = isStop ? Units.minutes(runningSeconds) : null;
    return new ResponseDay(
        enterprise,
        answer.alert().level(),
        answer.alert().startsAt(),
        answer.alert().endsAt(),
        answer.alert().areaCode(),
        answer.day(),
        plan.action(),
        required,
        plan.meterCodes(),
        answer.hours().size(),
        judgedHours,
        coverage,
        compared.cleanDays(),
        compared.baselineKwh(),
        compared.actualKwh(),
        achievedCut(compared),
        runningMinutes,
        verdict(answer, compared, required, coverage, runningMinutes));
  }

  /** Rounded down, so that a cut is never shown as reached that is not. */
  static BigDecimal achievedCut(ComparedHours compared) {
    BigDecimal baseline = compared.baselineKwh();
    if (baseline == null || baseline.signum() <= 0) {
      return null;
    }
    return baseline
        .subtract(compared.actualKwh())
        .multiply(ALL)
        .divide(baseline, CUT_DECIMALS, FLOOR);
  }

  private Verdict verdict(
      Answer answer,
      ComparedHours compared,
      BigDecimal required,
      BigDecimal coverage,
      BigDecimal runningMinutes) {
    boolean isStop = answer.isStop();
    if (answer.namesNothing()) {
      return Verdict.NO_METER;
    }
    if (required == null) {
      return Verdict.NO_CUT_NAMED;
    }
    if (!answer.meters().stream().allMatch(m -> isRegistered(m, answer.day()))) {
      return Verdict.UNKNOWN_METER;
    }
    if (isStop && runningMinutes.compareTo(BigDecimal.valueOf(thresholds.runningMinutes())) >= 0) {
      return Verdict.NOT_MET;
    }
    if (!isStop && holidays.contains(answer.day())) {
      return Verdict.HOLIDAY;
    }
    if (!isStop && compared.cleanDays() < thresholds.fewestCleanDays()) {
      return Verdict.TOO_FEW_CLEAN_DAYS;
    }
    if (coverage.compareTo(thresholds.leastCoveragePercent()) < 0) {
      return Verdict.TOO_LITTLE_COVERAGE;
    }
    return isStop || isCutMet(compared, required) ? Verdict.MET : Verdict.NOT_MET;
  }

  private boolean isRegistered(String meter, LocalDate day) {
    return registered.getOrDefault(meter, List.of()).stream().anyMatch(p -> p.holdsOn(day));
  }

  /** What remains is at most what the plan leaves. */
  static boolean isCutMet(ComparedHours compared, BigDecimal required) {
    if (compared.actualKwh() == null || compared.baselineKwh() == null) {
      return false;
    }
    BigDecimal remains = compared.baselineKwh().multiply(ALL.subtract(required));
    return compared.actualKwh().multiply(ALL).compareTo(remains) <= 0;
  }
}
