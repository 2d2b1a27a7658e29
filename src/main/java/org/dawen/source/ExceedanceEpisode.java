package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A run of exceeding hours (超标时段). */
@OfTable(
    name = "source.exceedance_episode",
    grain =
        "One row per outlet, pollutant and run of exceeding hours; one hour that cannot be judged"
            + " neither counts nor ends it, two end it.",
    sources = {"source.exceedance_hour"},
    warnings = {
      "data_day is the day of the last exceeding hour: an episode that goes on moves to the next"
          + " day",
      "Self-reported by the enterprise's device",
      "Provisional where a limit is not verified"
    })
public record ExceedanceEpisode(
    @Key String outletCode,
    @Key String pollutantCode,
    @Key LocalDateTime episodeStart,
    LocalDateTime episodeEnd,
    @Day LocalDate dataDay,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    long exceedingHours,
    long bridgedHours,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal mostTimesOverLimit,
    @Nullable @Digits(value = 20, scale = 10) BigDecimal meanTimesOverLimit,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal excessMassKg,
    boolean isProvisional) {
  private static final int DECIMALS_OF_MEAN = 10;

  /** Of its exceeding hours in order. */
  static ExceedanceEpisode of(List<ExceedanceHour> run) {
    ExceedanceHour first = run.get(0);
    ExceedanceHour last = run.get(run.size() - 1);
    LocalDateTime end = last.hourStart().plusHours(1);
    List<BigDecimal> multiples = given(run, ExceedanceHour::timesOverLimit);
    return new ExceedanceEpisode(
        first.outletCode(),
        first.pollutantCode(),
        first.hourStart(),
        end,
        last.hourStart().toLocalDate(),
        last.enterpriseCode(),
        last.countyCode(),
        run.size(),
        ChronoUnit.HOURS.between(first.hourStart(), end) - run.size(),
        multiples.stream().max(BigDecimal::compareTo).orElse(null),
        mean(multiples),
        given(run, ExceedanceHour::excessMassKg).stream().reduce(BigDecimal::add).orElse(null),
        run.stream().anyMatch(ExceedanceHour::isProvisional));
  }

  private static List<BigDecimal> given(
      List<ExceedanceHour> run, Function<ExceedanceHour, BigDecimal> value) {
    return run.stream().map(value).filter(Objects::nonNull).toList();
  }

  private static BigDecimal mean(List<BigDecimal> multiples) {
    return multiples.stream()
        .reduce(BigDecimal::add)
        .map(
            sum ->
                sum.divide(
                    BigDecimal.valueOf(multiples.size()), DECIMALS_OF_MEAN, RoundingMode.HALF_UP))
        .orElse(null);
  }
}
