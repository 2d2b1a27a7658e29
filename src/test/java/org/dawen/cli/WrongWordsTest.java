package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong word ends in one or two sentences and exit code 2, never in a page of help. */
class WrongWordsTest {
  private record Said(int exitCode, String out, String errors) {}

  private static Said said(String... arguments) {
    PrintStream out = System.out;
    PrintStream errors = System.err;
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErrors = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(toOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(toErrors, true, StandardCharsets.UTF_8));
      int exitCode = Dawen.execute(arguments);
      return new Said(
          exitCode,
          toOut.toString(StandardCharsets.UTF_8),
          toErrors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(errors);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nigthly | There is no command 'nigthly'.  Did you mean nightly?",
        "pool balanse | There is no command 'balanse'.  Did you mean balance?",
        "brief --dya 2024-03-21 | There is no option '--dya'.  Did you mean --day?",
        "brief --day 2024-3-21 | '''2024-3-21'' is no day. Write it as 2024-03-21.'",
        "pool balance --month 2024-3 | '''2024-3'' is no month. Write it as 2024-03.'",
        "monthly --month March | '''March'' is no month. Write it as 2024-03.'",
        "explain air.station_dya X | Did you mean air.station_day",
        "tables air.area_mnth | Did you mean air.area_month",
        "pool balance --pollutant xyz | The pool has no pollutant 'xyz'.  It has COD, NH3-N, NOx, VOCs.",
        "sql --format tabel X | expected one of",
        "doctor now | '''now'' is one word too many.'",
      })
  void whatIsWrongIsSaidWithWhatMayHaveBeenMeant(String line, String sentence) {
    Said said = said(line.split(" "));
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.errors()).contains(sentence).doesNotContain("java.", "Exception");
    assertThat(said.errors().lines().count()).isLessThanOrEqualTo(2);
  }

  @Test
  void withoutWordsThreeCommandsAreShown() {
    Said said = said();
    assertThat(said.exitCode()).isZero();
    assertThat(said.out()).contains("./dawen nightly", "./dawen brief", "./dawen sql");
    assertThat(said.out().lines().count()).isLessThanOrEqualTo(8);
  }

  @Test
  void aShellCompletesCommandsOptionsAndTables() {
    String script = said("completion").out();
    assertThat(script)
        .startsWith("#!")
        .contains("complete -F _complete_dawen", "nightly", "--landing", "air.station_day");
  }
}
