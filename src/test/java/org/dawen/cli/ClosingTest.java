package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.run.NightReport;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private static final String NOTHING = "Nothing to do";

  private static String table(int exitCode, boolean isAfterFailure) {
    NightReport report =
        new NightReport("run", List.of(), List.of(), exitCode, new BigDecimal("1.000"));
    return Closing.table(report, isAfterFailure);
  }

  @Test
  void nothingToDoIsSaidOnlyWhereNothingFailed() {
    assertThat(table(0, false)).startsWith(NOTHING).contains("(1.000 s)");
    assertThat(table(0, true)).doesNotContain(NOTHING).contains("the run before failed");
    assertThat(table(4, false)).doesNotContain(NOTHING).contains("Done, with data refused");
    assertThat(table(1, false)).doesNotContain(NOTHING).contains("Ended with failures");
  }
}
