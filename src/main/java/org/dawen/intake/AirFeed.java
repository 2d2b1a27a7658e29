package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
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
      new CsvHeader.Expected(List.of("station_code", "hour_end"), names(HOUR_VALUES));
  private static final CsvHeader.Expected OF_CITY_DAYS =
      new CsvHeader.Expected(
          List.of("city_code", "data_day"),
          Stream.concat(Stream.of("city_name"), names(DAY_VALUES).stream()).toList());

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
      if (record.isOfImpossibleDay(start.toLocalDate(), timeHeading)) {
        return;
      }
      if (isSnapshot) {
        readSnapshot(record, out, station, start);
      } else {
        BigDecimal[] v = amounts(record, HOUR_VALUES);
        emitHour(record, out, station, start, v, null, null, null);
      }
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
    public void read(CsvRecord record, Emitter out, String city, LocalDateTime day) {
      if (!record.isOfImpossibleDay(day.toLocalDate(), timeHeading())) {
        readCityDay(record, out, city, day.toLocalDate());
      }
    }
  }

  private static void readSnapshot(
      CsvRecord record, Emitter out, String station, LocalDateTime start) {
    BigDecimal[] v = new BigDecimal[6];
    String[] names = {"so2", "no2", "co", "o3", "pm10", "pm2_5"};
    for (int i = 0; i < names.length; i++) {
      v[i] = record.amount(names[i], HOUR_VALUES.get(i));
    }
    BigDecimal aqi = record.amount("aqi", HOUR_VALUES.get(0), ColumnBounds.AQI);
    String primary = record.textValue("primarypollutant");
    String quality = record.textValue("quality");
    emitHour(record, out, station, start, v, aqi == null ? null : aqi.intValue(), primary, quality);
  }

  private static BigDecimal[] amounts(CsvRecord record, List<Column> columns) {
    return columns.stream().map(c -> record.amount(c.name(), c)).toArray(BigDecimal[]::new);
  }

  private static void emitHour(
      CsvRecord record,
      Emitter out,
      String station,
      LocalDateTime start,
      BigDecimal[] v,
      Integer aqi,
      String primary,
      String quality) {
    LocalDate day = start.toLocalDate();
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
                aqi,
                primary,
                quality,
                record.provenance()));
  }

  private static void readCityDay(CsvRecord record, Emitter out, String city, LocalDate day) {
    BigDecimal[] v = amounts(record, DAY_VALUES);
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
