package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dawen.registry.Limit;
import org.dawen.registry.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permits of one outlet and pollutant that overlap, few and very many. */
class LimitsInForceTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);

  private static Limit permit(int no, int limit, String period, LocalDate from, LocalDate to) {
    return new Limit(
        "O1",
        "a21002",
        BigDecimal.valueOf(limit),
        null,
        "mg/m3",
        period,
        BigDecimal.valueOf(6),
        "P%06d".formatted(no),
        new Period(from, to),
        "registry/limits.csv",
        no);
  }

  private static List<Limit> permits(int count, int days, List<String> means, Random random) {
    List<Limit> permits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LocalDate from = random.nextInt(9) == 0 ? null : FIRST_DAY.plusDays(random.nextInt(days));
      LocalDate to =
          random.nextInt(9) == 0
              ? null
              : (from == null ? FIRST_DAY : from).plusDays(random.nextInt(days));
      String period = means.get(random.nextInt(means.size()));
      permits.add(permit(i, 30 + random.nextInt(40), period, from, to));
    }
    return permits;
  }

  /** What holds by the definition: of the permits valid on the day, the one that goes first. */
  private static LimitInForce strictest(List<Limit> permits, String period, LocalDate day) {
    return permits.stream()
        .map(LimitInForce::ofPermit)
        .filter(l -> l.period().equals(period))
        .filter(l -> !day.isBefore(l.from()) && !day.isAfter(l.to()))
        .min(LimitInForce.FIRST)
        .orElse(null);
  }

  @Test
  void onEachDayThePermitThatGoesFirstHolds() {
    for (long seed = 0; seed < 50; seed++) {
      List<Limit> permits = permits(12, 40, List.of("hour", "day"), new Random(seed));
      List<LimitsInForce.Period> periods = LimitsInForce.of(List.of(), permits);
      for (int d = -2; d < 90; d++) {
        LocalDate day = FIRST_DAY.plusDays(d);
        List<LimitsInForce.Period> that =
            periods.stream().filter(p -> !day.isBefore(p.from()) && !day.isAfter(p.to())).toList();
        LimitInForce hour = strictest(permits, "hour", day);
        LimitInForce mean = strictest(permits, "day", day);
        assertThat(that).as("seed %d, %s", seed, day).hasSize(hour == null && mean == null ? 0 : 1);
        if (!that.isEmpty()) {
          assertThat(that.get(0).hour()).isEqualTo(hour);
          assertThat(that.get(0).day()).isEqualTo(mean);
        }
      }
    }
  }

  /** Trying each permit on each day on which anything changes takes minutes. */
  @ParameterizedTest
  @ValueSource(strings = {"hour", "day", "hour,day"})
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aHundredThousandPermitsThatOverlapAreCutInSeconds(String means) {
    List<LimitsInForce.Period> periods =
        LimitsInForce.of(
            List.of(), permits(100_000, 14_000, List.of(means.split(",")), new Random(1)));
    assertThat(periods).hasSizeGreaterThan(20_000);
  }
}
