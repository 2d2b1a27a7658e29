package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dawen.intake.Provenance;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterItems;
import org.dawen.standard.WaterMethod;

/**
 * A factor of a packet of a surface-water station (ST=21), from {@code received.water_packet}.
 *
 * <p>Units are those of the items: stations send metals in mg/L, though HJ 212-2017 names μg/L for
 * some (seen in packets, not in a text).
 */
record PacketValue(
    String mn,
    String commandCode,
    LocalDateTime dataTime,
    LocalDate dataDay,
    String factorCode,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal rtdValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue,
    @Nullable String dataFlag,
    @Nullable String requestNo,
    Provenance provenance) {
  private static final String HOUR = "2061";
  private static final String NORMAL = "N";

  private record Place(LocalDateTime observedAt, WaterItem item) {}

  /** Stations stamp an hour a second late. */
  private LocalDateTime observedAt() {
    return dataTime.truncatedTo(ChronoUnit.MINUTES);
  }

  /** Null: the factor is none of the items. */
  private WaterItem item() {
    return WaterItems.named(factorCode);
  }

  private boolean isOfHour() {
    return commandCode.equals(HOUR);
  }

  /**
   * The values of a section; where an hour was sent, what was sent of its first moment is not it.
   */
  static List<WaterValue> values(String section, List<PacketValue> packets) {
    Set<Place> hours = new HashSet<>();
    for (PacketValue packet : packets) {
      if (packet.isOfHour() && packet.item() != null) {
        hours.add(new Place(packet.observedAt(), packet.item()));
      }
    }
    List<WaterValue> values = new ArrayList<>();
    for (PacketValue packet : packets) {
      boolean isTaken =
          packet.item() != null
              && (packet.isOfHour()
                  || !hours.contains(new Place(packet.observedAt(), packet.item())));
      if (isTaken) {
        values.add(packet.value(section));
      }
    }
    return values;
  }

  /** A flag other than N keeps the value out and becomes the status. */
  private WaterValue value(String section) {
    BigDecimal sent = avgValue == null ? rtdValue : avgValue;
    boolean isNormal = dataFlag == null || dataFlag.equals(NORMAL);
    return new WaterValue(
        section,
        observedAt(),
        dataDay,
        WaterMethod.AUTOMATIC,
        item(),
        isNormal && sent != null ? Measured.of(sent) : Measured.NOTHING,
        isNormal ? null : dataFlag,
        null,
        null,
        inOrder());
  }

  /** After the time of receipt the request number tells which packet is the later one. */
  private Provenance inOrder() {
    return new Provenance(
        provenance.receivedAt(),
        (requestNo == null ? "" : requestNo) + "#" + provenance.fileOrder(),
        provenance.fileId(),
        provenance.recordNo());
  }
}
