package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dawen.diesel.WatchList.AnomalyDay;
import org.dawen.lake.TestRows;
import org.dawen.registry.Vehicle;
import org.junit.jupiter.api.Test;

/** Weights as shipped: 10 tampered, 8 blocked, 4 broken, 1 data quality; 30 days, 3 repeat. */
class WatchListTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 31);

  private static List<WatchedVehicle> listed(String... anomalies) {
    return new WatchList(
            TestRows.records(
                Vehicle.class,
                "vin,plate,owner,county_code,valid_from,valid_to",
                "LTATEST0000000001,鲁J00001,示例运输,370902,2020-01-01,"),
            DieselRows.thresholds(DieselThresholds.WATCH))
        .of(
            List.of(anomalies).stream()
                .map(a -> a.split(" "))
                .map(
                    a ->
                        new AnomalyDay(
                            "LTATEST000000000" + a[0],
                            LocalDate.parse(a[1]),
                            AnomalyRule.valueOf(a[2])))
                .toList(),
            List.of(DAY));
  }

  @Test
  void theScoreIsTheWeightOfEachRuleAndOneADay() {
    WatchedVehicle only =
        listed(
                "1 2024-03-02 OBD_MIL_ON",
                "1 2024-03-30 OBD_PACKET_LOSS",
                "1 2024-03-30 OBD_NOX_EQUAL",
                "1 2024-03-30 OBD_NOX_EQUAL",
                "1 2024-03-31 OBD_NOX_EQUAL")
            .get(0);

    assertThat(TestRows.cells(only).values())
        .containsExactly(
            "2024-03-31",
            "1",
            "LTATEST0000000001",
            "LTA**********0001",
            "true",
            "鲁J00001",
            "示例运输",
            "370902",
            "18",
            "tampered",
            "OBD_NOX_EQUAL (2 d), OBD_MIL_ON (1 d), OBD_PACKET_LOSS (1 d)",
            "3",
            "2024-03-02",
            "2024-03-31",
            "29",
            "true");
  }

  /** 1 March is 30 days before 31 March, one day more than counts. */
  @Test
  void anAnomalyBeforeTheSpanDoesNotCount() {
    assertThat(listed("1 2024-03-01 OBD_MIL_ON")).isEmpty();
    assertThat(listed("1 2024-03-02 OBD_MIL_ON")).hasSize(1);
    assertThat(listed("1 2024-04-01 OBD_MIL_ON")).isEmpty();
  }

  @Test
  void equalScoresShareAPlaceAndTheNextIsLeftOut() {
    assertThat(
            listed(
                "1 2024-03-31 OBD_MIL_ON",
                "2 2024-03-31 OBD_NOX_STUCK",
                "3 2024-03-31 OBD_NOX_STUCK",
                "4 2024-03-31 OBD_GPS_FROZEN"))
        .extracting(w -> w.rankNo() + " " + w.vin().substring(16) + " " + w.watchScore())
        .containsExactlyInAnyOrder("1 2 11", "1 3 11", "3 4 9", "4 1 5");
  }

  @Test
  void aVehicleThatTheRegistryLacksIsListed() {
    WatchedVehicle unknown = listed("2 2024-03-31 OBD_MIL_ON").get(0);

    assertThat(unknown.isRegistered()).isFalse();
    assertThat(unknown.owner()).isNull();
    assertThat(unknown.isRepeatOffender()).isFalse();
  }
}
