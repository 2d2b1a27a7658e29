package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.dawen.lake.Trouble;
import org.dawen.standard.AirRuleSet;
import org.junit.jupiter.api.Test;

class RulesAsOfTest {

  @Test
  void theRuleSetChangesOnTheFirstOfMarch2026() {
    assertThat(AirRuleSet.inForce(LocalDate.of(2026, 2, 28)).standard()).isEqualTo("HJ 633-2012");
    assertThat(AirRuleSet.inForce(LocalDate.of(2026, 3, 1)).standard()).isEqualTo("HJ 633-2026");
  }

  @Test
  void beforeTheFirstStandardThereIsNone() {
    assertThat(AirRuleSet.inForce(LocalDate.of(2012, 2, 28))).isNull();
  }

  @Test
  void aSettingThatIsNoDayNamesItselfAndTheWayOut() {
    assertThatThrownBy(() -> RulesAsOf.of("2026"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("air.rules_as_of")
        .hasMessageContaining("2026-03-01");
  }

  @Test
  void aDayWithoutRulesIsRefused() {
    assertThatThrownBy(() -> RulesAsOf.of("2001-01-01"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("2012-02-29");
  }
}
