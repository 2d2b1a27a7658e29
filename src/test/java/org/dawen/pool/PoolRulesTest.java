package org.dawen.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.dawen.lake.Trouble;
import org.dawen.registry.Period;
import org.dawen.registry.PoolClosing;
import org.dawen.registry.PoolMultiplier;
import org.dawen.registry.PoolValidity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the registry as its rows tell them. */
class PoolRulesTest {
  private static final Period ALWAYS = new Period(null, null);

  private static LedgerRules rules(
      List<PoolMultiplier> multipliers, List<PoolValidity> validities, List<PoolClosing> closings) {
    return PoolRules.of(new PoolRegister(multipliers, validities, closings, List.of()));
  }

  private static LedgerRules closed(String month) {
    return rules(List.of(), List.of(), List.of(new PoolClosing(month, 9, null, "c.csv", 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-03", "202403", "2024/03", "2024-3", "2024/3"})
  void aMonthMayBeWrittenInSeveralWays(String month) {
    assertThat(closed(month).lastClosed()).contains(YearMonth.of(2024, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-13", "March", "2024-03-01"})
  void whatIsNoMonthIsRefusedWithItsLine(String month) {
    assertThatThrownBy(() -> closed(month))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("c.csv line 2 has '" + month + "', which is not a month");
  }

  @Test
  void aMultiplierIsRuledByCityPollutantAndYear() {
    PoolMultiplier two =
        new PoolMultiplier(
            "370900", "a21002", 2024, new BigDecimal("2.0000"), null, null, ALWAYS, "m", 2);
    LedgerRules rules = rules(List.of(two), List.of(), List.of());

    assertThat(rules.multiplier("370902", "NOx", LocalDate.of(2024, 5, 1), null))
        .contains(new BigDecimal("2"));
    assertThat(rules.multiplier("370902", "NOx", LocalDate.of(2025, 5, 1), null))
        .hasValueSatisfying(m -> assertThat(m).isEqualByComparingTo("1"));
  }

  @Test
  void aMultiplierThatNoStandardAllowsAndAValidityOfNoMonthAreRefused() {
    PoolMultiplier three =
        new PoolMultiplier(
            "370900", "NOx", 2024, new BigDecimal("3.0000"), null, null, ALWAYS, "m.csv", 4);
    assertThatThrownBy(() -> rules(List.of(three), List.of(), List.of()))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("m.csv line 4 has the multiplier 3.0000");
    PoolValidity none = new PoolValidity("NOx", 0, null, null, ALWAYS, "v.csv", 5);
    assertThatThrownBy(() -> rules(List.of(), List.of(none), List.of()))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("v.csv line 5 has a validity of no month");
  }

  @Test
  void aValidityOfAPollutantGoesBeforeOneOfAll() {
    LedgerRules rules =
        rules(
            List.of(),
            List.of(
                new PoolValidity(null, 12, null, null, ALWAYS, "v.csv", 2),
                new PoolValidity("nox", 24, null, null, ALWAYS, "v.csv", 3)),
            List.of());

    assertThat(rules.lastValidDay("NOx", LocalDate.of(2024, 3, 31)))
        .isEqualTo(LocalDate.of(2026, 3, 31));
    assertThat(rules.lastValidDay("COD", LocalDate.of(2024, 3, 31)))
        .isEqualTo(LocalDate.of(2025, 3, 31));
  }

  @Test
  void aMultiplierOfTheCityGoesBeforeOneOfAnyCityWhateverTheOrderOfTheRows() {
    PoolMultiplier ofAny = multiplier(null, "NOx", "1");
    PoolMultiplier ofCity = multiplier("370900", "NOx", "2");

    assertThat(multiplierOf(ofAny, ofCity)).isEqualByComparingTo("2");
    assertThat(multiplierOf(ofCity, ofAny)).isEqualByComparingTo("2");
  }

  @Test
  void ofRowsThatNameOnePollutantByNameAndByCodeTheStricterHoldsWhateverTheirOrder() {
    PoolMultiplier one = multiplier("370900", "NOx", "1");
    PoolMultiplier two = multiplier("370900", "a21002", "2");
    PoolValidity year = new PoolValidity("nox", 12, null, null, ALWAYS, "v.csv", 2);
    PoolValidity twoYears = new PoolValidity("a21002", 24, null, null, ALWAYS, "v.csv", 3);

    assertThat(multiplierOf(one, two)).isEqualByComparingTo("2");
    assertThat(multiplierOf(two, one)).isEqualByComparingTo("2");
    for (List<PoolValidity> rows : List.of(List.of(year, twoYears), List.of(twoYears, year))) {
      assertThat(rules(List.of(), rows, List.of()).lastValidDay("NOx", LocalDate.of(2024, 3, 31)))
          .isEqualTo(LocalDate.of(2025, 3, 31));
    }
  }

  private static PoolMultiplier multiplier(String city, String pollutant, String value) {
    return new PoolMultiplier(
        city, pollutant, 2024, new BigDecimal(value), null, null, ALWAYS, "m.csv", 2);
  }

  private static BigDecimal multiplierOf(PoolMultiplier... rows) {
    return rules(List.of(rows), List.of(), List.of())
        .multiplier("370902", "NOx", LocalDate.of(2024, 5, 1), null)
        .orElseThrow();
  }
}
