package org.dawen.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.power.EnterpriseAreas.OutletSite;
import org.dawen.registry.Alert;
import org.dawen.registry.AlertLevel;
import org.dawen.registry.County;
import org.junit.jupiter.api.Test;

class AlertSpanTest {

  private static Alert alert(String from, String to) {
    return new Alert(
        AlertLevel.ORANGE,
        LocalDateTime.parse(from),
        to == null ? null : LocalDateTime.parse(to),
        null,
        "a.csv",
        2);
  }

  private static boolean touches(String days, Alert... alerts) {
    return !DaySet.parse(days).intersect(AlertSpan.days(List.of(alerts))).isEmpty();
  }

  @Test
  void anAlertOverMidnightTouchesBothDays() {
    Alert night = alert("2024-03-05T22:00", "2024-03-06T04:00");
    assertThat(touches("2024-03-04", night)).isFalse();
    assertThat(touches("2024-03-05", night)).isTrue();
    assertThat(touches("2024-03-06", night)).isTrue();
    assertThat(touches("2024-03-07", night)).isFalse();
  }

  @Test
  void anAlertWithinASetOfDaysOrAroundItTouchesIt() {
    assertThat(touches("2024-03-01..2024-03-31", alert("2024-03-05T22:00", "2024-03-06T04:00")))
        .isTrue();
    assertThat(touches("2024-03-05", alert("2024-02-01T00:00", "2024-04-01T00:00"))).isTrue();
    assertThat(touches("2024-03-01,2024-03-31", alert("2024-03-05T22:00", "2024-03-06T04:00")))
        .as("a day before and one after")
        .isFalse();
  }

  @Test
  void anAlertWithoutEndGoesOn() {
    assertThat(touches("2030-01-01", alert("2024-03-05T22:00", null))).isTrue();
    assertThat(touches("2024-03-04", alert("2024-03-05T22:00", null))).isFalse();
  }

  @Test
  void withoutAlertsNoDayIsTouched() {
    assertThat(touches("2024-03-05")).isFalse();
  }

  @Test
  void rowsOfOneAlertAreOneWithTheLastEndNamed() {
    assertThat(
            AlertSpan.of(
                List.of(
                    alert("2024-03-05T22:00", "2024-03-06T04:00"),
                    alert("2024-03-05T22:00", null),
                    alert("2024-03-05T22:00", "2024-03-06T08:00"),
                    alert("2024-03-05T23:00", null))))
        .extracting(AlertSpan::endsAt)
        .containsExactly(LocalDateTime.parse("2024-03-06T08:00"), null);
  }

  @Test
  void anAlertConcernsItsCountyAllOfItsCityOrEverybody() {
    EnterpriseAreas areas =
        new EnterpriseAreas(
            PowerSamples.meters(
                "meter_code,enterprise_code,county_code",
                "M1,E1,370902",
                "M2,E2,",
                "M3,E3,370911",
                "M4,E4,"),
            List.of(new OutletSite("E1", "370999"), new OutletSite("E2", "370902")),
            List.of(new County("370902", "-", "999900", null, null, null, "c.csv", 2)));
    assertThat(concerned("370902", areas)).containsExactly("E1", "E2");
    assertThat(concerned("999900", areas)).as("by the registry").containsExactly("E1", "E2");
    assertThat(concerned("370900", areas)).as("by the code").containsExactly("E3");
    assertThat(concerned(null, areas)).containsExactly("E1", "E2", "E3", "E4");
  }

  private static List<String> concerned(String area, EnterpriseAreas areas) {
    Alert alert =
        new Alert(AlertLevel.RED, LocalDateTime.parse("2024-03-05T22:00"), null, area, "a.csv", 2);
    AlertSpan span = AlertSpan.of(List.of(alert)).get(0);
    return List.of("E1", "E2", "E3", "E4").stream().filter(e -> span.concerns(e, areas)).toList();
  }
}
