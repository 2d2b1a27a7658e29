package org.dawen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleCityTest {
  @TempDir private Path folder;

  private List<String> planted(int days, List<String> rules) throws IOException {
    new SampleCity(4, days, LocalDate.of(2024, 3, 4), 0.01, 1, true, true, rules, 100, 0)
        .write(folder);
    return Files.readAllLines(folder.resolve("answers_obd.csv")).stream()
        .filter(l -> l.contains(",planted,"))
        .toList();
  }

  /** A lamp needs 2,000 km, an odometer that is set back a day before. */
  @ParameterizedTest
  @CsvSource({"OBD_MIL_ON,1,0", "OBD_MIL_ON,2,2", "OBD_ODO_BACK,1,0", "OBD_ODO_BACK,2,2"})
  void whatTakesMoreDaysThanThereAreNeedNotBeFound(String rule, int days, int found)
      throws IOException {
    assertThat(planted(days, List.of(rule))).hasSize(found);
  }

  @Test
  void theOtherRulesFindWhatIsPlantedOnOneDay() throws IOException {
    assertThat(planted(1, List.of("OBD_NOX_STUCK"))).hasSize(2);
  }
}
