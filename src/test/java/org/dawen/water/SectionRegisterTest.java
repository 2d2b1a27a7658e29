package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dawen.lake.TestRows;
import org.dawen.registry.WaterSection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How files and packets name sections. */
class SectionRegisterTest {
  private static final SectionRegister REGISTER = register();

  private static SectionRegister register() {
    return new SectionRegister(
        TestRows.records(
            WaterSection.class,
            "section_code,name,mn,published_name",
            "TAW01,断面,370902w0000001,山东省/泰安市/断面",
            "TAW02,别处,,山东省/济南市/断面"),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({"TAW01, ", "370902W0000001, ", "370902w0000001, ", "山东省/泰安市/断面, ", "山东省/断面, 泰安市"})
  void everyNameOfASectionIsAmongThoseThatAreLookedFor(String sent, String cityName) {
    assertThat(REGISTER.codeOf(sent, cityName, LocalDate.of(2024, 3, 1))).isEqualTo("TAW01");
    assertThat(REGISTER.namesOf("TAW01")).contains(sent.toUpperCase(Locale.ROOT));
  }
}
