package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeTest {
  private static final List<String> COMMANDS =
      List.of("nightly", "plan", "run", "brief", "monthly", "maintain", "sql", "explain", "doctor");

  @Test
  void aSlipOfTheFingersSuggestsTheWordThatWasMeant() {
    assertThat(Alike.of("nigthly", COMMANDS)).containsExactly("nightly");
    assertThat(Alike.of("monthyl", COMMANDS)).containsExactly("monthly");
    assertThat(Alike.of("doktor", COMMANDS)).containsExactly("doctor");
    assertThat(Alike.of("--dya", List.of("--day", "--lake"))).containsExactly("--day");
    assertThat(Alike.of("NOX", List.of("NOx", "VOCs"))).containsExactly("NOx");
  }

  @Test
  void theBeginningOfAWordSuggestsTheWhole() {
    assertThat(Alike.of("main", COMMANDS)).containsExactly("maintain");
  }

  @Test
  void whatIsLikeNothingSuggestsNothing() {
    assertThat(Alike.of("xyz", COMMANDS)).isEmpty();
    assertThat(Alike.question("xyz", COMMANDS).toString()).isEmpty();
    assertThat(Alike.question("nigthly", COMMANDS).toString()).isEqualTo("Did you mean nightly?");
  }
}
