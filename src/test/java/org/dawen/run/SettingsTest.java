package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void aFlagIsTrueOrFalseAndNoOtherWord() {
    assertThat(Settings.of(Map.of("a", "true")).flag("a")).isTrue();
    assertThat(Settings.of(Map.of("a", "false")).flag("a")).isFalse();
    for (String word : List.of("yes", "TRUE", "1", "")) {
      assertThatThrownBy(() -> Settings.of(Map.of("a", word)).flag("a"))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("'" + word + "', which is not true or false");
    }
  }

  @Test
  void thresholdsBelowZeroAreRefused() {
    Settings settings = Settings.of(Map.of("a", "0", "b", "-0.5"));
    assertThat(settings.withoutNegative(List.of("a"))).isSameAs(settings);
    assertThatThrownBy(() -> settings.withoutNegative(List.of("a", "b")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("The setting 'b' in the program is -0.5.");
    assertThatThrownBy(() -> settings.withPositive(List.of("a")))
        .hasMessageContaining("Give a number above zero.");
  }
}
