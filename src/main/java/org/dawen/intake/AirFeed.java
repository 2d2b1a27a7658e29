package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.standard.ImpossibleValues;

/**
 * Air stations: hourly CSV, the national snapshot by its header, and cities' days. Labels of hours
 * mean the end of the hour and become its start here: 2024-03-02T00:00 is the hour from 23:00 of 1
 * March.
 */
final class AirFeed extends FeedReader {
  private static final long serialVersionUID = 1L;

  private static final List<Column> HOUR_VALUES =
      columns(Table.of(ReceivedAir.class), "so2_ug_m3", "no2_ug_m3", "co_mg_m3", "o3_ug_m3");
  private static final List<Column> DAY_VALUES =
      columns(
          Table.of(ReceivedAirCityDay.class), "so2_ug_m3", "no2_ug_m3", "co_mg_m3", "o3_8h_ug_m3");

  private static final List<String> HOUR_NAMES = names(HOUR_VALUES);
  private static final List<String> DAY_NAMES = names(DAY_VALUES);

  /** The same of an hour, as the national snapshot names them. */
  private static final List<String> OF_SNAPSHOT =
      List.of("so2", "no2", "co", "o3", "pm10", "pm2_5");

  AirFeed() {
    super(
        "air",
        List.of(Table.of(ReceivedAir.class), Table.of(ReceivedAirCityDay.class)),
        true,
        List.of(ImpossibleValues.FILE),
        List.of());
  }

  private static List<Column> columns(Table table, String... gases) {
    return Stream.concat(Stream.of(gases), Stream.of("pm10_ug_m3", "pm2_5_ug_m3"))
        .map(table::column)
        .toList();
  }

  @Override
  RecordCursor open(LandingFile file, Charset charset, InputStream bytes) throws IOException {
    return SeriesReading.open(file, charset, bytes, Table.of(ReceivedAir.class), AirFeed::choose);
  }

  private static final CsvHeader.Expected OF_HOURS =
      new CsvHeader.Expected(List.of("station_code", "hour_end"), HOUR_NAMES);
  private static final CsvHeader.Expected OF_CITY_DAYS =
      new CsvHeader.Expected(
          List.of("city_code", "data_day"),
          Stream.concat(Stream.of("city_name"), DAY_NAMES.stream()).toList());

  private static SeriesFormat choose(CsvHeader header) {
    if (header.has("timepoint") && header.has("stationcode")) {
      return new Hours("stationcode", "timepoint", true);
    }
    boolean isCityDay = header.has("city_code") && !header.has("station_code");
    header.require(isCityDay ? OF_CITY_DAYS : OF_HOURS);
    return isCityDay ? new CityDays() : new Hours("station_code", "hour_end", false);
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  /** Hours of stations, labelled by their end. */
  private record Hours(String codeHeading, String timeHeading, boolean isSnapshot)
      implements SeriesFormat {
    @Override
    public int stepSeconds() {
      return 3_600;
    }

    @Override
    public boolean leavesOtherColumns() {
      return isSnapshot;
    }

    @Override
    public void read(CsvRecord record, Emitter out, String station, LocalDateTime end) {
      if (end.getMinute() != 0 || end.getSecond() != 0) {
        record.reject(RejectReason.NOT_A_FULL_HOUR, timeHeading);
        return;
      }
      LocalDateTime start = end.minusHours(1);
      LocalDate day = start.toLocalDate();
      if (record.isOfImpossibleDay(day, timeHeading)) {
        return;
      }
      BigDecimal[] v = amounts(record, isSnapshot ? OF_SNAPSHOT : HOUR_NAMES, HOUR_VALUES);
      BigDecimal aqi = record.amount("aqi", HOUR_VALUES.get(0), ColumnBounds.AQI);
      String primary = record.textValue("primarypollutant");
      String quality = record.textValue("quality");
      record.accept();
      out.row(
          ReceivedAir.class,
          day,
          () ->
              new ReceivedAir(
                  station,
                  start,
                  day,
                  v[0],
                  v[1],
                  v[2],
                  v[3],
                  v[4],
                  v[5],
                  aqi == null ? null : (Integer) aqi.intValue(),
                  primary,
                  quality,
                  record.provenance()));
    }
  }

  /** Days of cities. */
  private record CityDays() implements SeriesFormat {
    @Override
    public String codeHeading() {
      return "city_code";
    }

    @Override
    public String timeHeading() {
      return "data_day";
    }

    @Override
    public boolean isOfDays() {
      return true;
    }

    @Override
    public void read(CsvRecord record, Emitter out, String city, LocalDateTime start) {
      LocalDate day = start.toLocalDate();
      if (record.isOfImpossibleDay(day, timeHeading())) {
        return;
      }
      BigDecimal[] v = amounts(record, DAY_NAMES, DAY_VALUES);
      record.accept();
      out.row(
          ReceivedAirCityDay.class,
          day,
          () ->
              new ReceivedAirCityDay(
                  city,
                  record.text("city_name"),
                  day,
                  v[0],
                  v[1],
                  v[2],
                  v[3],
                  v[4],
                  v[5],
                  record.provenance()));
    }
  }

  private static BigDecimal[] amounts(
      CsvRecord record, List<String> headings, List<Column> columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> record.amount(headings.get(i), columns.get(i)))
        .toArray(BigDecimal[]::new);
  }
}
