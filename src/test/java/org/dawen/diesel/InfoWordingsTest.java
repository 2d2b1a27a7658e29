package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dawen.diesel.InfoWordings.ReceivedInfo;
import org.dawen.intake.ObdTables;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;

class InfoWordingsTest {
  private static final String HEADINGS =
      "first_at,last_at,is_mil_on,calid,support_hex,readiness_hex,trouble_codes_hex,vin,data_day";

  private static String told(String first, String last, String lampAndCalid) {
    return "2024-03-04T%s,2024-03-04T%s,%s,FFFF,0000,00,LTATEST0000000001,2024-03-04"
        .formatted(first, last, lampAndCalid);
  }

  private static List<String> wordings(String... lines) {
    return InfoWordings.byDay(
            DieselRows.records(
                ReceivedInfo.class, ObdTables.OBD_INFO, Map.of(), TestRows.lines(List.of(lines))))
        .values()
        .stream()
        .flatMap(List::stream)
        .map(
            w ->
                "%d %s..%s %s %s"
                    .formatted(
                        w.wordingNo(),
                        w.firstAt().toLocalTime(),
                        w.lastAt().toLocalTime(),
                        w.content().isMilOn(),
                        w.content().calid()))
        .toList();
  }

  @Test
  void aWordingThatSeveralFilesTellIsOne() {
    assertThat(
            wordings(
                HEADINGS,
                told("09:00:00", "10:00:00", "true,CAL-A"),
                told("08:30:00", "08:30:00", "true,CAL-B"),
                told("08:00:00", "09:30:00", "true,CAL-A")))
        .containsExactly("1 08:00..10:00 true CAL-A", "2 08:30..08:30 true CAL-B");
  }

  @Test
  void eachDayHasItsOwnNumbers() {
    String next = told("08:00:00", "08:00:00", "true,CAL-B").replace("2024-03-04", "2024-03-05");

    assertThat(wordings(HEADINGS, told("09:00:00", "10:00:00", "true,CAL-A"), next))
        .containsExactly("1 09:00..10:00 true CAL-A", "1 08:00..08:00 true CAL-B");
  }

  /** Of those told at the same time the untold comes first, and off before on. */
  @Test
  void theOrderOfWordingsDoesNotDependOnThatOfFiles() {
    String untold = told("08:00:00", "08:00:00", ",CAL-A");
    String off = told("08:00:00", "08:00:00", "false,CAL-B");
    String on = told("08:00:00", "08:00:00", "true,");
    String later = told("08:00:00", "08:00:01", ",");

    List<String> expected =
        List.of(
            "1 08:00..08:00 null CAL-A",
            "2 08:00..08:00 false CAL-B",
            "3 08:00..08:00 true null",
            "4 08:00..08:00:01 null null");
    assertThat(wordings(HEADINGS, untold, off, on, later)).isEqualTo(expected);
    assertThat(wordings(HEADINGS, later, on, untold, off)).isEqualTo(expected);
  }
}
