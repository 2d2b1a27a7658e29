package org.dawen.air;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dawen.intake.ReceivedTables;
import org.dawen.intake.Revisions;
import org.dawen.registry.RegistryTables;
import org.dawen.registry.Validity;
import org.dawen.standard.AirPollutant;

/** How the days of areas follow from those of their evaluation stations. */
final class AreaDayRules {
  private AreaDayRules() {}

  private static final String STATION = "_station";
  private static final String PLANNED = "_planned_";
  private static final String SUM = "_sum_";
  private static final String RECEIVED = "_received_";

  /** An item of an area's day: its column and the number of stations that have it. */
  private record Item(
      String label,
      org.dawen.lake.Column value,
      org.dawen.lake.Column ofStation,
      org.dawen.lake.Column stations) {}

  private static final List<Item> ITEMS =
      List.of(
          new Item("SO2", AreaTables.SO2_UG_M3, AirTables.SO2_MEAN_UG_M3, AreaTables.SO2_STATIONS),
          new Item("NO2", AreaTables.NO2_UG_M3, AirTables.NO2_MEAN_UG_M3, AreaTables.NO2_STATIONS),
          new Item("CO", AreaTables.CO_MG_M3, AirTables.CO_MEAN_MG_M3, AreaTables.CO_STATIONS),
          new Item("O3", AreaTables.O3_8H_UG_M3, AirTables.O3_8H_UG_M3, AreaTables.O3_STATIONS),
          new Item(
              "PM10", AreaTables.PM10_UG_M3, AirTables.PM10_MEAN_UG_M3, AreaTables.PM10_STATIONS),
          new Item(
              "PM2.5",
              AreaTables.PM2_5_UG_M3,
              AirTables.PM2_5_MEAN_UG_M3,
              AreaTables.PM2_5_STATIONS));

  /** The reference tables an area's day rests on. */
  record Registry(Dataset<Row> stations, Dataset<Row> counties, Dataset<Row> townships) {}

  /**
   * Rows of {@code air.area_day}.
   *
   * @param stationDays rows of {@code air.station_day}
   * @param cityDays rows of {@code received.air_city_day}
   * @param requireShare whether an item asks for the share of stations of HJ 663 (recalled)
   */
  static Dataset<Row> areaDays(
      Dataset<Row> stationDays,
      Dataset<Row> cityDays,
      Registry registry,
      boolean requireShare,
      RulesAsOf rulesAsOf) {
    return attachAreas(stationDays, registry.stations())
        .unionByName(registeredAreas(stationDays, registry), true)
        .unionByName(receivedCities(cityDays), true)
        .transform(AreaDayRules::collectAreas)
        .transform(days -> attachMeans(days, requireShare, rulesAsOf))
        .transform(days -> attachIndices(days, rulesAsOf));
  }

  /**
   * One row per evaluation station, day and area it counts in: its township, its county or zone,
   * its city, by the registry row valid that day. A registry that does not tell whether a station
   * counts means it does.
   */
  static Dataset<Row> attachAreas(Dataset<Row> stationDays, Dataset<Row> stations) {
    Dataset<Row> counted =
        stations
            .where(coalesce(RegistryTables.IS_EVALUATION.col(), lit(true)))
            .select(
                RegistryTables.STATION_CODE.col().as("_station_code"),
                RegistryTables.VALID_FROM.col(),
                RegistryTables.VALID_TO.col(),
                explode(
                        array(
                            area("township", RegistryTables.TOWNSHIP_CODE.col()),
                            area("county", RegistryTables.COUNTY_CODE.col()),
                            area("city", RegistryTables.CITY_CODE.col())))
                    .as("_area"))
            .where(col("_area.area_code").isNotNull());
    List<Column> values = new ArrayList<>();
    values.add(col("_area.area_kind").as("area_kind"));
    values.add(col("_area.area_code").as("area_code"));
    values.add(DATA_DAY.col());
    values.add(lit(1).as(STATION));
    for (Item item : ITEMS) {
      values.add(item.ofStation().col().as(item.value().name()));
      values.add(
          when(
                  coalesce(
                      functions.array_contains(
                          functions.split(
                              functions.replace(
                                  AirTables.UNMONITORED_ITEMS.col(), lit(" "), lit("")),
                              ";"),
                          item.label()),
                      lit(false)),
                  0)
              .otherwise(1)
              .as(PLANNED + item.value().name()));
    }
    AreaTables.WITHOUT_DUST.forEach(c -> values.add(c.col()));
    return stationDays
        .join(
            broadcast(counted),
            stationDays
                .col(AirTables.STATION_CODE.name())
                .equalTo(counted.col("_station_code"))
                .and(Validity.isValidOn(stationDays.col(DATA_DAY.name()), counted)))
        .select(values.toArray(Column[]::new));
  }

  private static Column area(String kind, Column code) {
    return struct(lit(kind).as("area_kind"), code.as("area_code"));
  }

  /**
   * Every township, county and city of the registry on every day of which any station has a row: an
   * area without evaluation stations is a row without values, not an absence.
   */
  static Dataset<Row> registeredAreas(Dataset<Row> stationDays, Registry registry) {
    Dataset<Row> townships =
        registry
            .townships()
            .select(
                lit("township").as("area_kind"),
                RegistryTables.TOWNSHIP_CODE.col().as("area_code"),
                RegistryTables.NAME.col().as("area_name"),
                RegistryTables.VALID_FROM.col(),
                RegistryTables.VALID_TO.col());
    Dataset<Row> countiesAndCities =
        registry
            .counties()
            .select(
                explode(
                        array(
                            struct(
                                lit("county").as("area_kind"),
                                RegistryTables.COUNTY_CODE.col().as("area_code"),
                                RegistryTables.NAME.col().as("area_name")),
                            struct(
                                lit("city").as("area_kind"),
                                RegistryTables.CITY_CODE.col().as("area_code"),
                                RegistryTables.CITY_NAME.col().as("area_name"))))
                    .as("_area"),
                RegistryTables.VALID_FROM.col(),
                RegistryTables.VALID_TO.col())
            .select(col("_area.*"), RegistryTables.VALID_FROM.col(), RegistryTables.VALID_TO.col())
            .where(col("area_code").isNotNull());
    Dataset<Row> areas = townships.unionByName(countiesAndCities);
    Dataset<Row> days = stationDays.select(DATA_DAY.col()).distinct();
    return days.join(broadcast(areas), Validity.isValidOn(days.col(DATA_DAY.name()), areas))
        .drop(RegistryTables.VALID_FROM.name(), RegistryTables.VALID_TO.name());
  }

  /** The days of cities as received, of each item the latest value. */
  static Dataset<Row> receivedCities(Dataset<Row> cityDays) {
    List<String> values =
        Stream.of(
                ReceivedTables.SO2_UG_M3,
                ReceivedTables.NO2_UG_M3,
                ReceivedTables.CO_MG_M3,
                ReceivedTables.O3_8H_UG_M3,
                ReceivedTables.PM10_UG_M3,
                ReceivedTables.PM2_5_UG_M3,
                RegistryTables.CITY_NAME)
            .map(org.dawen.lake.Column::name)
            .toList();
    Dataset<Row> inForce =
        Revisions.keepItemsInForce(
            cityDays, List.of(RegistryTables.CITY_CODE.col(), DATA_DAY.col()), values);
    List<Column> selected = new ArrayList<>();
    selected.add(lit("city").as("area_kind"));
    selected.add(RegistryTables.CITY_CODE.col().as("area_code"));
    selected.add(DATA_DAY.col());
    selected.add(lit(true).as("_is_received"));
    selected.add(RegistryTables.CITY_NAME.col().as(RECEIVED + "name"));
    for (int i = 0; i < ITEMS.size(); i++) {
      selected.add(
          col(values.get(i)).cast("decimal(18,10)").as(RECEIVED + ITEMS.get(i).value().name()));
    }
    return inForce.select(selected.toArray(Column[]::new));
  }

  /** One row per area and day: sums and numbers of stations, and what was received for the city. */
  static Dataset<Row> collectAreas(Dataset<Row> parts) {
    List<Column> totals = new ArrayList<>();
    totals.add(
        coalesce(max(AreaTables.AREA_NAME.col()), max(col(RECEIVED + "name")))
            .as(AreaTables.AREA_NAME.name()));
    totals.add(count(col(STATION)).cast("int").as(AreaTables.STATION_COUNT.name()));
    totals.add(max(col("_is_received")).as("_is_received"));
    for (Item item : ITEMS) {
      String name = item.value().name();
      totals.add(count(item.value().col()).cast("int").as(item.stations().name()));
      totals.add(sum(item.value().col()).as(SUM + name));
      totals.add(sum(col(PLANNED + name)).cast("int").as(PLANNED + name));
      totals.add(max(col(RECEIVED + name)).as(RECEIVED + name));
    }
    for (org.dawen.lake.Column c : AreaTables.WITHOUT_DUST) {
      totals.add(sum(c.col()).as(SUM + c.name()));
      totals.add(count(c.col()).as("_n_" + c.name()));
    }
    return parts
        .groupBy(AreaTables.AREA_KIND.col(), AreaTables.AREA_CODE.col(), DATA_DAY.col())
        .agg(totals.get(0), totals.subList(1, totals.size()).toArray(Column[]::new));
  }

  /**
   * Adds the means of the stations' unrounded days at ten decimals, the share of stations, and
   * where the values come from. A city with evaluation stations is computed from them; only without
   * any does the day as received count. Hours under dust cannot be taken out of a received day.
   */
  static Dataset<Row> attachMeans(Dataset<Row> days, boolean requireShare, RulesAsOf rulesAsOf) {
    Column hasStations = AreaTables.STATION_COUNT.col().gt(0);
    Column isReceived = coalesce(col("_is_received"), lit(false));
    Dataset<Row> result =
        days.withColumn(
            AreaTables.BASIS.name(),
            when(hasStations, "stations").when(isReceived, "received").otherwise("none"));
    List<Column> shares = new ArrayList<>();
    List<Column> unmonitored = new ArrayList<>();
    for (Item item : ITEMS) {
      String name = item.value().name();
      Column stations = item.stations().col();
      Column planned = col(PLANNED + name);
      Column share =
          when(
              planned.gt(0),
              stations
                  .cast("decimal(10,0)")
                  .multiply(lit(100))
                  .divide(planned.cast("decimal(10,0)"))
                  .cast("decimal(9,6)"));
      Column mean = col(SUM + name).divide(stations.cast("decimal(10,0)"));
      Column asked =
          rulesAsOf.requirement(
              AirPollutant.PM2_5, "area_day", "minimum_share_of_stations", DATA_DAY.col());
      Column enough = requireShare ? share.geq(asked.multiply(lit(100))) : stations.gt(0);
      result =
          result.withColumn(
              name,
              when(hasStations, when(stations.gt(0).and(enough), mean))
                  .otherwise(col(RECEIVED + name))
                  .cast("decimal(18,10)"));
      shares.add(share);
      unmonitored.add(when(hasStations.and(planned.equalTo(0)), lit(item.label())));
    }
    for (int i = 0; i < AreaTables.WITHOUT_DUST.size(); i++) {
      org.dawen.lake.Column c = AreaTables.WITHOUT_DUST.get(i);
      Column n = col("_n_" + c.name());
      Column withDust = AreaTables.DAY_CONCENTRATIONS.get(4 + i).col();
      result =
          result.withColumn(
              c.name(),
              when(
                      hasStations,
                      when(
                          withDust.isNotNull().and(n.gt(0)),
                          col(SUM + c.name()).divide(n.cast("decimal(10,0)"))))
                  .otherwise(withDust)
                  .cast("decimal(18,10)"));
    }
    return result
        .withColumn(
            AreaTables.VALID_STATION_PERCENT.name(), functions.least(shares.toArray(Column[]::new)))
        .withColumn(
            AirTables.UNMONITORED_ITEMS.name(),
            functions.nullif(functions.concat_ws(";", unmonitored.toArray(Column[]::new)), lit("")))
        .withColumn(
            AreaTables.PM_RATIO.name(),
            when(
                AreaTables.PM10_UG_M3.col().gt(0),
                AreaTables.PM2_5_UG_M3
                    .col()
                    .divide(AreaTables.PM10_UG_M3.col())
                    .cast("decimal(18,10)")));
  }

  /** Adds the six-item index from the rounded means, with and without the hours under dust. */
  static Dataset<Row> attachIndices(Dataset<Row> days, RulesAsOf rulesAsOf) {
    return IndexFields.attach(
            days, AreaDayIndices.of(rulesAsOf.dayFor(DATA_DAY.col())), AreaTables.AREA_INDICES)
        .withColumn(AirTables.IS_VALID.name(), coalesce(AirTables.IS_VALID.col(), lit(false)));
  }
}
