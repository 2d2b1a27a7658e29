package org.dawen.power;

import org.dawen.lake.TestRows;
import org.dawen.power.MeterReadings.MeterReading;
import org.dawen.power.PacketReadings.PacketValue;
import org.dawen.registry.Meter;
import org.dawen.registry.MeterChange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterIntervalGoldenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarter-hours-and-gaps",
        "several-dependencies",
        "revisions",
        "empty-again",
        "five-minutes-after-noon",
        "registers",
        "register-beside-powers",
        "meter-replaced",
        "packets"
      })
  void meterIntervalsAreAsWorkedOutByHand(String name) {
    String folder = "/golden/power.meter_interval/" + name + "/";

    TestRows.assertExpected(
        MeterInterval.class,
        PowerSamples.of(
            MeterInterval.class,
            PowerSamples.given(
                PowerSamples.given(
                    MeterReading.class, folder, "power", PowerSamples.USUAL_INTERVAL),
                PowerSamples.given(PacketValue.class, folder, "packet", PowerSamples.USUAL_PACKET),
                PowerSamples.given(Meter.class, folder, "meter", PowerSamples.USUAL_METER),
                PowerSamples.given(MeterChange.class, folder, "change", PowerSamples.USUAL_METER))),
        folder);
  }
}
