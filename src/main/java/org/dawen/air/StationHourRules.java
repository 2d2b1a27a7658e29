package org.dawen.air;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.FILE_ORDER;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.PM10_UG_M3;
import static org.dawen.intake.ReceivedTables.PM2_5_UG_M3;
import static org.dawen.intake.ReceivedTables.RECEIVED_AT;
import static org.dawen.intake.ReceivedTables.RECORD_NO;

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

/** How the hours of stations follow from what was received. */
final class StationHourRules {
  private StationHourRules() {}

  private static final String DUST_SPANS = "_dust_spans";

  /**
   * Rows of {@code air.station_hour}.
   *
   * @param stations rows of {@code registry.station}
   * @param dust rows of {@code registry.dust_hour}
   */
  static Dataset<Row> stationHours(
      Dataset<Row> received,
      Dataset<Row> stations,
      Dataset<Row> dust,
      InstrumentCaps caps,
      RulesAsOf rulesAsOf) {
    return received
        .transform(StationHourRules::keepItemsInForce)
        .unionByName(missingHours(received, stations), true)
        .transform(hours -> attachRegistration(hours, attachDustSpans(stations, dust)))
        .transform(StationHourRules::markDust)
        .transform(StationHourRules::attachReasons)
        .transform(hours -> attachSuspicions(hours, caps))
        .transform(hours -> attachIndices(hours, rulesAsOf));
  }

  /** Rows of {@code air.unknown_station}. */
  static Dataset<Row> unknownStations(Dataset<Row> received, Dataset<Row> stations) {
    return attachRegistration(
            received, stations.withColumn(DUST_SPANS, lit(null).cast("array<int>")))
        .where(AirTables.IS_REGISTERED.col().equalTo(false))
        .groupBy(AirTables.STATION_CODE.col(), DATA_DAY.col())
        .agg(
            countDistinct(HOUR_START.col()).cast("int").as(AirTables.RECEIVED_HOUR_COUNT.name()),
            min(FILE_ID.col()).as(AirTables.FIRST_FILE_ID.name()));
  }

  /**
   * One row per station and hour: of each item the latest value received. In: rows of {@code
   * received.air}. What the publisher said about the values is left behind.
   */
  static Dataset<Row> keepItemsInForce(Dataset<Row> received) {
    List<org.dawen.lake.Column> identity =
        List.of(
            AirTables.STATION_CODE,
            HOUR_START,
            DATA_DAY,
            RECEIVED_AT,
            FILE_ORDER,
            FILE_ID,
            RECORD_NO);
    Dataset<Row> needed =
        received.select(
            Stream.concat(identity.stream(), AirTables.HOUR_CONCENTRATIONS.stream())
                .map(org.dawen.lake.Column::col)
                .toArray(Column[]::new));
    return Revisions.keepItemsInForce(
        needed,
        List.of(AirTables.STATION_CODE.col(), HOUR_START.col()),
        AirTables.HOUR_CONCENTRATIONS.stream().map(org.dawen.lake.Column::name).toList());
  }

  /**
   * The hours nobody sent: of each station registered on a day of which anything was received,
   * those of the 24 without a record. So an hour that is missing is a row with a reason, and a
   * station that is silent all day still counts among the stations of its area.
   */
  static Dataset<Row> missingHours(Dataset<Row> received, Dataset<Row> stations) {
    Dataset<Row> present =
        received
            .groupBy(AirTables.STATION_CODE.col(), DATA_DAY.col())
            .agg(functions.bit_or(expr("shiftleft(1, hour(hour_start))")).as("_present"));
    Dataset<Row> registered =
        stations.select(
            AirTables.STATION_CODE.col(),
            RegistryTables.VALID_FROM.col(),
            RegistryTables.VALID_TO.col());
    Dataset<Row> days = received.select(DATA_DAY.col()).distinct();
    return days.join(
            broadcast(registered), Validity.isValidOn(days.col(DATA_DAY.name()), registered))
        .drop(RegistryTables.VALID_FROM.name(), RegistryTables.VALID_TO.name())
        .join(present, AreaMonthRules.names(AirTables.STATION_CODE.name(), DATA_DAY.name()), "left")
        .withColumn(
            "_hour",
            functions.explode(
                expr("filter(sequence(0, 23), h -> shiftright(coalesce(_present, 0), h) & 1 = 0)")))
        .select(
            AirTables.STATION_CODE.col(),
            DATA_DAY.col(),
            expr("cast(data_day as timestamp_ntz) + make_dt_interval(0, _hour)")
                .as(HOUR_START.name()),
            lit(0).as(Revisions.REVISION_COUNT),
            lit(0L).as(Revisions.RECORD_COUNT),
            lit(false).as(Revisions.IS_DECIDED_BY_PATH));
  }

  /** Adds to each registry row of a station the spans of dust its area is named in. */
  static Dataset<Row> attachDustSpans(Dataset<Row> stations, Dataset<Row> dust) {
    List<Column> identity =
        List.of(
            RegistryTables.STATION_CODE.col(),
            RegistryTables.COUNTY_CODE.col(),
            RegistryTables.UNMONITORED_ITEMS.col(),
            RegistryTables.VALID_FROM.col(),
            RegistryTables.VALID_TO.col());
    Column named =
        RegistryTables.AREA_CODE
            .col()
            .isin(
                RegistryTables.STATION_CODE.col(),
                RegistryTables.TOWNSHIP_CODE.col(),
                RegistryTables.COUNTY_CODE.col(),
                RegistryTables.CITY_CODE.col());
    Column span =
        when(
            RegistryTables.STARTS_AT.col().isNotNull(),
            struct(RegistryTables.STARTS_AT.col(), RegistryTables.ENDS_AT.col()));
    return stations
        .join(
            broadcast(
                dust.select(
                    RegistryTables.AREA_CODE.col(),
                    RegistryTables.STARTS_AT.col(),
                    RegistryTables.ENDS_AT.col())),
            named,
            "left")
        .groupBy(identity.toArray(Column[]::new))
        .agg(functions.collect_list(span).as(DUST_SPANS));
  }

  /** Adds {@code is_dust}: the hour shares some time with a span; no end means still open. */
  static Dataset<Row> markDust(Dataset<Row> hours) {
    Column shares =
        expr(
            "exists("
                + DUST_SPANS
                + ", s -> hour_start + interval 1 hour > s.starts_at AND (s.ends_at IS NULL OR"
                + " hour_start < s.ends_at))");
    return hours
        .withColumn(AirTables.IS_DUST.name(), coalesce(shares, lit(false)))
        .drop(DUST_SPANS);
  }

  /** Adds {@code missing_items} and {@code invalid_reason}. */
  static Dataset<Row> attachReasons(Dataset<Row> hours) {
    List<Column> missing = new ArrayList<>();
    Column none = lit(true);
    for (Item item : ITEMS) {
      Column planned =
          coalesce(
              functions.not(
                  functions.array_contains(
                      functions.split(
                          functions.replace(AirTables.UNMONITORED_ITEMS.col(), lit(" "), lit("")),
                          ";"),
                      item.label())),
              lit(true));
      missing.add(when(item.hourly().col().isNull().and(planned), lit(item.label())));
      none = none.and(item.hourly().col().isNull());
    }
    Column joined = functions.concat_ws("+", missing.toArray(Column[]::new));
    return hours
        .withColumn(AirTables.MISSING_ITEMS.name(), functions.nullif(joined, lit("")))
        .withColumn(
            AirTables.INVALID_REASON.name(),
            when(AirTables.REVISION_COUNT.col().equalTo(0), "NOT_RECEIVED")
                .when(none, "NO_VALUE")
                .when(AirTables.MISSING_ITEMS.col().isNotNull(), "ITEM_MISSING"));
  }

  /** Adds {@code suspect_reason}; what it names stays in every statistic. */
  static Dataset<Row> attachSuspicions(Dataset<Row> hours, InstrumentCaps caps) {
    List<Column> found = new ArrayList<>();
    found.add(when(PM2_5_UG_M3.col().gt(PM10_UG_M3.col()), lit("PM2_5_ABOVE_PM10")));
    for (int i = 0; i < ITEMS.size(); i++) {
      Item item = ITEMS.get(i);
      found.add(
          when(
              item.hourly().col().geq(lit(caps.caps().get(i))),
              lit(item.label().replace('.', '_') + "_AT_CAP")));
    }
    return hours.withColumn(
        AirTables.SUSPECT_REASON.name(),
        functions.nullif(functions.concat_ws("+", found.toArray(Column[]::new)), lit("")));
  }

  /** The items of an hour in the order of {@link AirTables#HOUR_CONCENTRATIONS}. */
  private record Item(org.dawen.lake.Column hourly, String label) {}

  private static final List<Item> ITEMS =
      List.of(
          new Item(ReceivedTables.SO2_UG_M3, "SO2"),
          new Item(ReceivedTables.NO2_UG_M3, "NO2"),
          new Item(ReceivedTables.CO_MG_M3, "CO"),
          new Item(ReceivedTables.O3_UG_M3, "O3"),
          new Item(PM10_UG_M3, "PM10"),
          new Item(PM2_5_UG_M3, "PM2.5"));

  /**
   * Adds {@code is_registered} and {@code county_code} by the registry row valid on the data day. A
   * station the registry does not know stays, with false and null.
   */
  static Dataset<Row> attachRegistration(Dataset<Row> hours, Dataset<Row> stations) {
    Dataset<Row> reference =
        stations.select(
            RegistryTables.STATION_CODE.col().as("_station_code"),
            RegistryTables.COUNTY_CODE.col(),
            RegistryTables.UNMONITORED_ITEMS.col(),
            col(DUST_SPANS),
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
        HourIndices.of(
            rulesAsOf.dayFor(DATA_DAY.col()), concentrations, AirTables.UNMONITORED_ITEMS.col()),
        AirTables.HOUR_INDICES);
  }
}
