package org.dawen.power;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.registry.Meter;
import org.dawen.registry.MeterRole;

/** An interval of a meter: the record in force, its energy, mean power and quality. */
@OfTable(
    name = "power.meter_interval",
    grain =
        "One row per meter and interval received: the record in force, its energy, mean power and"
            + " quality.",
    layout = Layout.BY_MONTH,
    sources = {
      "received.power",
      "received.power_packet",
      "registry.meter",
      "registry.meter_change"
    },
    warnings = {
      "The length of an interval is inferred from its neighbours unless its start was sent",
      "Whether a power is plausible is a screening threshold of ours",
      "Which parameter of a packet (d2, d3) means what is inferred, not read in the standard"
    })
public record MeterInterval(
    @Key String meterCode,
    LocalDateTime intervalStart,
    @Key LocalDateTime intervalEnd,
    @Day LocalDate dataDay,
    Registration registration,
    @Digits(value = 12, scale = 6) BigDecimal intervalMinutes,
    @Nullable @Digits(value = 16, scale = 6) BigDecimal energyKwh,
    @Nullable @Digits(value = 16, scale = 6) BigDecimal registerKwh,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal meanPowerKw,
    @Nullable @Digits(value = 12, scale = 3) BigDecimal ratedKw,
    @Nullable Boolean isPlausible,
    Quality quality,
    @Digits(value = 9, scale = 4) BigDecimal dayCoveragePercent,
    Phases phases,
    int revisionCount,
    long recordCount,
    boolean isDecidedByPath,
    String fileId,
    long recordNo) {

  /** What the registry says of the meter that day; all but the first null without a row. */
  record Registration(
      boolean isRegistered,
      @Nullable String enterpriseCode,
      @Nullable MeterRole role,
      @Nullable String facilityCode) {

    static Registration of(Meter meter) {
      return meter == null
          ? new Registration(false, null, null, null)
          : new Registration(true, meter.enterpriseCode(), meter.role(), meter.facilityCode());
    }
  }
}
