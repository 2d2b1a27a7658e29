package org.dawen.registry;

import java.util.List;
import java.util.Optional;
import org.dawen.lake.Column;
import org.dawen.lake.Table;

/**
 * A file of reference data: its name, the table it fills and what must be unique in a period.
 *
 * @param fileName name in {@code landing/registry/}
 * @param table the table; its columns but file and record are the headings
 * @param identities column lists of which each may hold once on any day; empty for limits and
 *     marks, which may overlap
 * @param required headings without which the file cannot be read; the others may be left out
 */
public record RegistryFile(
    String fileName, Table table, List<List<Column>> identities, List<Column> required) {

  public static final List<RegistryFile> ALL =
      List.of(
          file("counties.csv", RegistryTables.COUNTY, List.of(List.of(RegistryTables.COUNTY_CODE))),
          file(
              "townships.csv",
              RegistryTables.TOWNSHIP,
              List.of(List.of(RegistryTables.TOWNSHIP_CODE))),
          file(
              "outlets.csv",
              RegistryTables.OUTLET,
              List.of(List.of(RegistryTables.OUTLET_CODE), List.of(RegistryTables.MN))),
          file("limits.csv", RegistryTables.LIMIT, List.of()),
          file("marks.csv", RegistryTables.MARK, List.of()),
          file(
              "stations.csv",
              RegistryTables.STATION,
              List.of(List.of(RegistryTables.STATION_CODE))),
          file(
              "meters.csv",
              RegistryTables.METER,
              List.of(List.of(RegistryTables.METER_CODE, RegistryTables.DEPENDS_ON_FACILITY_CODE))),
          file("vehicles.csv", RegistryTables.VEHICLE, List.of(List.of(RegistryTables.VIN))),
          file(
              "reduction_tasks.csv",
              RegistryTables.REDUCTION_TASK,
              List.of(
                  List.of(
                      RegistryTables.COUNTY_CODE,
                      RegistryTables.POLLUTANT_CODE,
                      RegistryTables.YEAR))),
          file(
              "pool_closings.csv",
              RegistryTables.POOL_CLOSING,
              List.of(List.of(RegistryTables.CLOSED_MONTH))),
          file(
              "pool_multipliers.csv",
              RegistryTables.POOL_MULTIPLIER,
              List.of(
                  List.of(
                      RegistryTables.CITY_CODE,
                      RegistryTables.POLLUTANT_CODE,
                      RegistryTables.YEAR))),
          file(
              "pool_validity.csv",
              RegistryTables.POOL_VALIDITY,
              List.of(List.of(RegistryTables.POLLUTANT_CODE))));

  private static RegistryFile file(String name, Table table, List<List<Column>> identities) {
    List<Column> required = table.columns().stream().filter(Column::isRequired).toList();
    return new RegistryFile(
        name, table, identities, required.stream().filter(c -> !isProvenance(c)).toList());
  }

  private static boolean isProvenance(Column c) {
    return c.name().equals(RegistryTables.FILE_ID.name())
        || c.name().equals(RegistryTables.RECORD_NO.name());
  }

  /** The columns a file may hold, in the order {@code registry template} prints. */
  public List<Column> headings() {
    return table.columns().stream().filter(c -> !isProvenance(c)).toList();
  }

  /** The first line of the file. */
  public String headingLine() {
    return String.join(",", headings().stream().map(Column::name).toList());
  }

  /** True if rows hold from something to something; false for rows about a month or a year. */
  public boolean isDated() {
    return isValidByDays()
        || headings().stream().anyMatch(c -> c.name().equals(RegistryTables.STARTS_AT.name()));
  }

  /** True if rows hold for whole days; false for marks, which hold from a time to a time. */
  public boolean isValidByDays() {
    return headings().stream().anyMatch(c -> c.name().equals(RegistryTables.VALID_FROM.name()));
  }

  public static Optional<RegistryFile> named(String fileName) {
    return ALL.stream().filter(f -> f.fileName().equals(fileName)).findFirst();
  }
}
