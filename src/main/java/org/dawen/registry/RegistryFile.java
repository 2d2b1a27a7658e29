package org.dawen.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
          file("comparisons.csv", RegistryTables.COMPARISON, List.of()),
          file(
              "stations.csv",
              RegistryTables.STATION,
              List.of(List.of(RegistryTables.STATION_CODE))),
          file(
              "targets.csv",
              RegistryTables.TARGET,
              List.of(
                  List.of(
                      RegistryTables.AREA_CODE,
                      RegistryTables.AIR_ITEM,
                      RegistryTables.TARGET_PERIOD))),
          file("dust_hours.csv", RegistryTables.DUST_HOUR, List.of()),
          file(
              "meters.csv",
              RegistryTables.METER,
              List.of(List.of(RegistryTables.METER_CODE, RegistryTables.DEPENDS_ON_FACILITY_CODE))),
          file(
              "meter_changes.csv",
              RegistryTables.METER_CHANGE,
              List.of(List.of(RegistryTables.METER_CODE, RegistryTables.CHANGED_AT))),
          file(
              "response_plans.csv",
              RegistryTables.RESPONSE_PLAN,
              List.of(List.of(RegistryTables.ENTERPRISE_CODE, RegistryTables.ALERT_LEVEL))),
          file("alerts.csv", RegistryTables.ALERT, List.of()),
          file(
              "holidays.csv", RegistryTables.HOLIDAY, List.of(List.of(RegistryTables.HOLIDAY_DAY))),
          file(
              "work_orders.csv",
              RegistryTables.WORK_ORDER,
              List.of(List.of(RegistryTables.LEAD_ID))),
          file(
              "enforcement_cases.csv",
              RegistryTables.ENFORCEMENT_CASE,
              List.of(List.of(RegistryTables.CASE_NO))),
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

  /**
   * First and last column of the period a row holds for, days or times; the same column twice if it
   * holds for one day or moment; empty if a row may concern any day.
   */
  public List<Column> period() {
    if (table.day() != null) {
      return List.of(table.day(), table.day());
    }
    if (has(RegistryTables.VALID_FROM)) {
      return List.of(RegistryTables.VALID_FROM, RegistryTables.VALID_TO);
    }
    if (has(RegistryTables.STARTS_AT)) {
      return List.of(RegistryTables.STARTS_AT, RegistryTables.ENDS_AT);
    }
    return Stream.of(RegistryTables.CHANGED_AT, RegistryTables.HOLIDAY_DAY)
        .filter(this::has)
        .findFirst()
        .map(c -> List.of(c, c))
        .orElse(List.of());
  }

  private boolean has(Column column) {
    return headings().stream().anyMatch(c -> c.name().equals(column.name()));
  }

  public static Optional<RegistryFile> named(String fileName) {
    return ALL.stream().filter(f -> f.fileName().equals(fileName)).findFirst();
  }
}
