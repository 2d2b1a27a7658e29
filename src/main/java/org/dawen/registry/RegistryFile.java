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
 * @param type the record that declares its table; the columns but file and record are the headings
 * @param identities column lists of which each may hold once on any day; empty for limits and
 *     marks, which may overlap
 * @param required headings without which the file cannot be read; the others may be left out
 */
public record RegistryFile(
    String fileName,
    Class<? extends Record> type,
    List<List<Column>> identities,
    List<Column> required) {

  public static final List<RegistryFile> ALL =
      List.of(
          file("counties.csv", County.class, List.of("county_code")),
          file("townships.csv", Township.class, List.of("township_code")),
          file("outlets.csv", Outlet.class, List.of("outlet_code"), List.of("mn")),
          file("limits.csv", Limit.class),
          file("marks.csv", Mark.class),
          file("comparisons.csv", Comparison.class),
          file(
              "treatment_links.csv", TreatmentLink.class, List.of("outlet_code", "pollutant_code")),
          file("stations.csv", Station.class, List.of("station_code")),
          file("targets.csv", Target.class, List.of("area_code", "item", "period")),
          file(
              "sections.csv",
              WaterSection.class,
              List.of("section_code"),
              List.of("mn"),
              List.of("published_name")),
          file(
              "water_targets.csv",
              WaterTarget.class,
              List.of("area_code", "item", "period", "section_scope")),
          file("noise_points.csv", NoisePoint.class, List.of("point_code"), List.of("mn")),
          file("ground_points.csv", GroundPoint.class, List.of("point_code")),
          file("soil_plots.csv", SoilPlot.class, List.of("plot_code", "list_kind")),
          file("dust_hours.csv", DustHour.class),
          file("meters.csv", Meter.class, List.of("meter_code", "depends_on_facility_code")),
          file("meter_changes.csv", MeterChange.class, List.of("meter_code", "changed_at")),
          file("response_plans.csv", ResponsePlan.class, List.of("enterprise_code", "level")),
          file("alerts.csv", Alert.class),
          file("holidays.csv", Holiday.class, List.of("holiday_day")),
          file("work_orders.csv", WorkOrder.class, List.of("lead_id")),
          file("enforcement_cases.csv", EnforcementCase.class, List.of("case_no")),
          file("vehicles.csv", Vehicle.class, List.of("vin")),
          file("machines.csv", Machine.class),
          file("old_trucks.csv", OldTruck.class),
          file(
              "retirement_targets.csv",
              RetirementTarget.class,
              List.of("area_code", "subject_kind", "year")),
          file(
              "reduction_tasks.csv",
              ReductionTask.class,
              List.of("county_code", "pollutant_code", "year")),
          file("pool_closings.csv", PoolClosing.class, List.of("month")),
          file(
              "pool_multipliers.csv",
              PoolMultiplier.class,
              List.of("city_code", "pollutant_code", "year")),
          file("pool_validity.csv", PoolValidity.class, List.of("pollutant_code")),
          file("waste_units.csv", WasteUnit.class, List.of("unit_code")),
          file("eia_files.csv", EiaFile.class, List.of("eia_file_no")),
          file("inspectors.csv", Inspector.class, List.of("inspector_code")),
          file(
              "inspector_interests.csv",
              InspectorInterest.class,
              List.of("inspector_code", "subject_code")),
          file("draws.csv", Draw.class, List.of("draw_no")),
          file("letters.csv", Letter.class, List.of("letter_code")),
          file("inspections.csv", Inspection.class, List.of("inspection_no")),
          file("verdicts.csv", Verdict.class, List.of("verdict_no")),
          file("plan_targets.csv", PlanTarget.class, List.of("target_id")),
          file("plan_entries.csv", PlanEntry.class, List.of("target_id", "entry_day")));

  @SafeVarargs
  private static RegistryFile file(
      String name, Class<? extends Record> type, List<String>... identities) {
    Table table = Table.of(type);
    return new RegistryFile(
        name,
        type,
        Stream.of(identities).map(i -> i.stream().map(table::column).toList()).toList(),
        table.columns().stream().filter(c -> c.isRequired() && !isProvenance(c)).toList());
  }

  private static boolean isProvenance(Column c) {
    return c.name().equals("file_id") || c.name().equals("record_no");
  }

  /** All tables of the registry. */
  public static List<Table> tables() {
    return ALL.stream().map(RegistryFile::table).toList();
  }

  /** The table it fills. */
  public Table table() {
    return Table.of(type);
  }

  /** The columns a file may hold, in the order {@code registry template} prints. */
  public List<Column> headings() {
    return table().columns().stream().filter(c -> !isProvenance(c)).toList();
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
    if (table().day() != null) {
      return List.of(table().day(), table().day());
    }
    for (List<String> names :
        List.of(
            List.of("valid_from", "valid_to"),
            List.of("starts_at", "ends_at"),
            List.of("changed_at", "changed_at"),
            List.of("holiday_day", "holiday_day"))) {
      if (table().has(names.get(0))) {
        return names.stream().map(table()::column).toList();
      }
    }
    return List.of();
  }

  /**
   * Further days that a row of one day concerns: those on which something happened to what it is
   * about. A day that is only due is none.
   */
  public List<Column> laterDays() {
    return Stream.of("closed_on", "reopened_on", "closed_again_on")
        .filter(name -> table().day() != null && table().has(name))
        .map(table()::column)
        .toList();
  }

  public static Optional<RegistryFile> named(String fileName) {
    return ALL.stream().filter(f -> f.fileName().equals(fileName)).findFirst();
  }
}
