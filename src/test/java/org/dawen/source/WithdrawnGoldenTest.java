package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.registry.Outlet;
import org.dawen.source.DeviceDay.FactorHour;
import org.junit.jupiter.api.Test;

class WithdrawnGoldenTest {
  private static final GoldenCase GOLDEN =
      new GoldenCase("source.withdrawn_exceedance", "later-versions");
  private static final List<Outlet> OUTLETS =
      SourceRows.outlets(
          "outlet_code,mn,medium,industry_code,zone_code,source_type",
          "O1,M1,gas,4412,key,coal_boiler_new");

  private static List<WithdrawnExceedance> withdrawn(List<PacketReading> received) {
    return SourceRows.of(
        WithdrawnExceedance.class,
        SourceRows.computed(
            received, OUTLETS, SourceRows.limits(GOLDEN), SourceRows.marks(GOLDEN)));
  }

  @Test
  void versionsThatTakeBackAnExceedanceAreAsWorkedOutByHand() {
    GOLDEN.expect(withdrawn(SourceRows.received(GOLDEN)));
  }

  @Test
  void theOrderInWhichPacketsLieMakesNoDifference() {
    List<PacketReading> received = new ArrayList<>(SourceRows.received(GOLDEN));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(received, new Random(seed));
      GOLDEN.expect(withdrawn(received));
    }
  }

  /** What the last version says is what the hour says: one rule, read in two ways. */
  @Test
  void theLastVersionOfAnHourIsTheHour() {
    Map<Object, List<PacketReading>> days =
        SourceRows.received(GOLDEN).stream().collect(Collectors.groupingBy(PacketReading::dataDay));
    assertThat(days).isNotEmpty();
    days.forEach(
        (day, readings) -> {
          DeviceDay device = new DeviceDay(readings.get(0).dataDay(), Packet.inOrder(readings));
          List<FactorHour> hours = device.inForce();
          Map<String, FactorHour> last = new TreeMap<>();
          device.versions(
              hours.stream().map(FactorHour::hourStart).toList(),
              v -> last.put(v.hour().hourStart() + v.hour().pollutantCode(), v.hour()));
          assertThat(last.values().stream().map(WithdrawnGoldenTest::said))
              .containsExactlyElementsOf(hours.stream().map(WithdrawnGoldenTest::said).toList());
        });
  }

  private static String said(FactorHour hour) {
    return "%s %s %s %s %s"
        .formatted(
            hour.pollutantCode(),
            hour.hourStart(),
            hour.group().avgValue(),
            hour.group().dataFlag(),
            hour.o2Percent());
  }

  @Test
  void anHourThatCameOnceHasNoVersions() {
    List<WithdrawnExceedance> withdrawn =
        withdrawn(
            SourceRows.received(
                "data_time,factor_code,avg_value,record_no",
                "2024-03-04T08:00:00,a21026,60,1",
                "2024-03-05T08:00:00,a21026,60,2",
                "2024-03-05T08:00:00,a21026,40,3"));
    assertThat(withdrawn)
        .extracting(WithdrawnExceedance::dataDay)
        .containsExactly(SourceRows.day("2024-03-05"));
  }
}
