package org.dawen.air;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.min;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.FILE_ORDER;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.RECEIVED_AT;
import static org.dawen.intake.ReceivedTables.RECORD_NO;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.Revisions;
import org.dawen.registry.RegistryTables;
import org.dawen.registry.Validity;

/** How the hours of stations follow from what was received. */
final class StationHourRules {
  private StationHourRules() {}

  /** Rows of {@code air.station_hour}. */
  static Dataset<Row> stationHours(
      Dataset<Row> received, Dataset<Row> stations, RulesAsOf rulesAsOf) {
    return received
        .transform(StationHourRules::keepRevisionInForce)
        .transform(hours -> attachRegistration(hours, stations))
        .transform(hours -> attachIndices(hours, rulesAsOf));
  }

  /** Rows of {@code air.unknown_station}. */
  static Dataset<Row> unknownStations(Dataset<Row> received, Dataset<Row> stations) {
    return attachRegistration(received, stations)
        .where(AirTables.IS_REGISTERED.col().equalTo(false))
        .groupBy(AirTables.STATION_CODE.col(), DATA_DAY.col())
        .agg(
            countDistinct(HOUR_START.col()).cast("int").as(AirTables.RECEIVED_HOUR_COUNT.name()),
            min(FILE_ID.col()).as(AirTables.FIRST_FILE_ID.name()));
  }

  /**
   * One row per station and hour: the revision in force. In: rows of {@code received.air}. What the
   * publisher said about the values is left behind.
   */
  static Dataset<Row> keepRevisionInForce(Dataset<Row> received) {
    List<Column> concentrations =
        AirTables.HOUR_CONCENTRATIONS.stream().map(org.dawen.lake.Column::col).toList();
    List<Column> identity =
        List.of(
            AirTables.STATION_CODE.col(),
            HOUR_START.col(),
            DATA_DAY.col(),
            RECEIVED_AT.col(),
            FILE_ORDER.col(),
            FILE_ID.col(),
            RECORD_NO.col());
    Dataset<Row> needed =
        received.select(
            Stream.concat(identity.stream(), concentrations.stream()).toArray(Column[]::new));
    return Revisions.keepRevisionInForce(
        needed, List.of(AirTables.STATION_CODE.col(), HOUR_START.col()), concentrations);
  }

  /**
   * Adds {@code is_registered} and {@code county_code} by the registry row valid on the data day. A
   * station the registry does not know stays, with false and null.
   */
  static Dataset<Row> attachRegistration(Dataset<Row> hours, Dataset<Row> stations) {
    Dataset<Row> reference =
        stations.select(
            RegistryTables.STATION_CODE.col().as("_station_code"),
            RegistryTables.COUNTY_CODE.col(),
            RegistryTables.VALID_FROM.col(),
            RegistryTables.VALID_TO.col());
    return hours
        .join(
            broadcast(reference),
            hours
                .col(AirTables.STATION_CODE.name())
                .equalTo(reference.col("_station_code"))
                .and(Validity.isValidOn(hours.col(DATA_DAY.name()), reference)),
            "left")
        .withColumn(AirTables.IS_REGISTERED.name(), reference.col("_station_code").isNotNull())
        .drop("_station_code", RegistryTables.VALID_FROM.name(), RegistryTables.VALID_TO.name());
  }

  /**
   * Adds the hourly indices. Six 1-hour values, PM by the breakpoints of 24 hours (practice of the
   * national publication; HJ 633-2026 4.2.3); until 2026-02-28 concentrations as received, then
   * rounded first; HJ 633-2012 4 and 5.1, HJ 633-2026 4 and 5.3.1.
   */
  static Dataset<Row> attachIndices(Dataset<Row> hours, RulesAsOf rulesAsOf) {
    Column[] concentrations =
        AirTables.HOUR_CONCENTRATIONS.stream()
            .map(org.dawen.lake.Column::col)
            .toArray(Column[]::new);
    return IndexFields.attach(
        hours,
        HourIndices.of(rulesAsOf.dayFor(DATA_DAY.col()), concentrations),
        AirTables.HOUR_INDICES);
  }
}
