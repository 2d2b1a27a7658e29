package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;

class DieselThresholdsTest {
  private static void watch(String days) {
    DieselThresholds.of(Settings.of(Map.of("diesel.watch_days", days)), "diesel.watch_days")
        .requireWhole("watch_days", 1, WatchListPass.MOST_WATCH_DAYS);
  }

  @Test
  void aThresholdBelowZeroIsRefused() {
    assertThatThrownBy(() -> watch("-1"))
        .hasMessageContaining("The setting 'diesel.watch_days' in the program is -1.");
  }

  /** The pass reads anomalies of 61 days: a longer span would silently be a shorter one. */
  @Test
  void aWatchListOfMoreDaysThanAreReadIsRefused() {
    assertThatCode(() -> watch("61")).doesNotThrowAnyException();
    assertThatCode(() -> watch("1.0")).doesNotThrowAnyException();
    for (String days : new String[] {"62", "0", "30.5"}) {
      assertThatThrownBy(() -> watch(days)).hasMessageContaining("'diesel.watch_days' is " + days);
    }
  }
}
