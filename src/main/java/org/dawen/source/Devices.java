package org.dawen.source;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;
import org.dawen.lake.TableRow;
import org.dawen.registry.RegistryTables;

/** Which outlet a device number means on a day. Reference data are small: plain Java. */
final class Devices implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A row of the registry.
   *
   * @param place its place in the order of outlets
   * @param fromDay first day, in days since 1970
   * @param toDay last day
   */
  record Device(
      int place,
      UTF8String outletCode,
      UTF8String mn,
      UTF8String enterpriseCode,
      UTF8String countyCode,
      UTF8String medium,
      long fromDay,
      long toDay)
      implements Serializable {}

  private final ArrayList<Device> inOrder = new ArrayList<>();
  private final HashMap<UTF8String, ArrayList<Device>> byNumber = new HashMap<>();

  private Devices() {}

  /** From the rows of {@code registry.outlet}; rows without a device number say nothing here. */
  static Devices of(Collection<TableRow> outlets) {
    Devices devices = new Devices();
    outlets.stream()
        .filter(o -> !o.isMissing(RegistryTables.MN))
        .map(
            o ->
                new Device(
                    0,
                    text(o, RegistryTables.OUTLET_CODE),
                    text(o, RegistryTables.MN),
                    text(o, RegistryTables.ENTERPRISE_CODE),
                    text(o, RegistryTables.COUNTY_CODE),
                    text(o, RegistryTables.MEDIUM),
                    day(o, RegistryTables.VALID_FROM, LimitInForce.FROM_EVER),
                    day(o, RegistryTables.VALID_TO, LimitInForce.FOR_EVER)))
        .sorted(
            Comparator.comparing(Device::outletCode)
                .thenComparing(Device::mn)
                .thenComparing(Device::fromDay))
        .forEach(devices::add);
    return devices;
  }

  private static UTF8String text(TableRow row, org.dawen.lake.Column column) {
    return UTF8String.fromString(row.text(column));
  }

  private static long day(TableRow row, org.dawen.lake.Column column, LocalDate open) {
    return LimitInForce.orElse(row.day(column), open).toEpochDay();
  }

  private void add(Device d) {
    Device placed =
        new Device(
            inOrder.size(),
            d.outletCode,
            d.mn,
            d.enterpriseCode,
            d.countyCode,
            d.medium,
            d.fromDay,
            d.toDay);
    inOrder.add(placed);
    byNumber.computeIfAbsent(placed.mn.toUpperCase(), k -> new ArrayList<>()).add(placed);
  }

  /** The device at a place. */
  Device at(int place) {
    return inOrder.get(place);
  }

  /**
   * Rows of the registry with this number in whatever case, whenever they are valid; empty if it is
   * unknown.
   */
  List<Device> numbered(UTF8String mn) {
    ArrayList<Device> found = byNumber.get(mn.toUpperCase());
    return found == null ? List.of() : found;
  }
}
