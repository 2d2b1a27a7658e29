package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dawen.intake.ReceivedNoise.Interval;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.standard.ImpossibleValues;

/**
 * Functional-zone noise: minutes, hours and days of points, and the wind and rain of hours. What a
 * time means is told by its heading: {@code _start}, {@code _mid} of a minute, {@code _end}.
 */
final class NoiseFeed extends FeedReader {
  private static final long serialVersionUID = 1L;
  private static final Table NOISE = Table.of(ReceivedNoise.class);
  private static final Table WEATHER = Table.of(ReceivedWeather.class);
  private static final String POINT = "point_code";

  /** A folder of one point, {@code point=TAN01/}, as partitions are named. */
  private static final Pattern FOLDER_OF_POINT = Pattern.compile(".*/point=([^/]+)/[^/]+");

  private static final List<String> TIMES =
      List.of("minute_start", "minute_mid", "minute_end", "hour_start", "hour_end");

  NoiseFeed() {
    super("noise", List.of(NOISE, WEATHER), true, List.of(ImpossibleValues.FILE), List.of());
  }

  @Override
  RecordCursor open(LandingFile file, Charset charset, InputStream bytes) throws IOException {
    return SeriesReading.open(
        file, charset, bytes, NOISE, header -> choose(header, "/" + file.fileId()));
  }

  private static SeriesFormat choose(CsvHeader header, String path) {
    if (header.has("wind_m_s") || header.has("rain_mm")) {
      String time = header.has("hour_end") ? "hour_end" : "hour_start";
      header.require(
          new CsvHeader.Expected(
              List.of("weather_station_code", time), List.of("wind_m_s", "rain_mm")));
      return new Weather(time);
    }
    Matcher folder = FOLDER_OF_POINT.matcher(path);
    String point = !header.has(POINT) && folder.matches() ? folder.group(1) : null;
    List<String> code = point == null ? List.of(POINT) : List.of();
    if (header.has("data_day")) {
      header.require(
          new CsvHeader.Expected(join(code, "data_day", "ld_db", "ln_db"), List.of("ldn_db")));
      return new Levels(point, "data_day", Interval.DAY, "leq_db");
    }
    String time = TIMES.stream().filter(header::has).findFirst().orElse("hour_start");
    String level = header.has("laeq_db") ? "laeq_db" : "leq_db";
    header.require(
        new CsvHeader.Expected(
            join(code, time, level),
            List.of("l10_db", "l50_db", "l90_db", "lmax_db", "lmin_db", "received_minutes")));
    return new Levels(
        point, time, time.startsWith("hour") ? Interval.HOUR : Interval.MINUTE, level);
  }

  private static List<String> join(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toList();
  }

  /** The start of the interval that a label names; null: it is not on the beat of the interval. */
  private static LocalDateTime start(LocalDateTime label, String heading, int seconds) {
    LocalDateTime start =
        heading.endsWith("_end")
            ? label.minusSeconds(seconds)
            : heading.endsWith("_mid") ? label.minusSeconds(seconds / 2) : label;
    return start.toLocalTime().toSecondOfDay() % seconds == 0 ? start : null;
  }

  /** Rejects a label that is not on the beat of its interval. */
  private static void rejectLabel(CsvRecord record, String heading) {
    if (heading.startsWith("hour")) {
      record.reject(RejectReason.NOT_A_FULL_HOUR, heading);
    } else {
      record.rejectAs(
          RejectReason.BAD_TIME,
          "%s: %s is '%s', which is not the %s of a minute"
              .formatted(
                  RejectReason.BAD_TIME.words(),
                  heading,
                  record.text(heading),
                  heading.substring(heading.indexOf('_') + 1)));
    }
  }

  /**
   * Levels of a point.
   *
   * @param point whose file it is; null: a column tells
   */
  private record Levels(String point, String timeHeading, Interval interval, String level)
      implements SeriesFormat {
    private static final Column LEQ = NOISE.column("leq_db");

    @Override
    public String codeHeading() {
      return point == null ? POINT : null;
    }

    @Override
    public String series(CsvRecord record) {
      return point == null ? record.text(POINT) : point;
    }

    @Override
    public int stepSeconds() {
      return seconds();
    }

    private int seconds() {
      return switch (interval) {
        case MINUTE -> 60;
        case HOUR -> 3_600;
        case DAY -> 86_400;
      };
    }

    @Override
    public boolean isOfMoments() {
      return !timeHeading.endsWith("_end");
    }

    @Override
    public boolean isOfDays() {
      return interval == Interval.DAY;
    }

    @Override
    public void read(CsvRecord record, Emitter out, String series, LocalDateTime label) {
      LocalDateTime start = start(label, timeHeading, seconds());
      if (start == null) {
        rejectLabel(record, timeHeading);
        return;
      }
      LocalDate day = start.toLocalDate();
      if (record.isOfImpossibleDay(day, timeHeading)) {
        return;
      }
      BigDecimal leq = record.amount(level, LEQ);
      BigDecimal[] v =
          Stream.of("l10_db", "l50_db", "l90_db", "lmax_db", "lmin_db", "ld_db", "ln_db", "ldn_db")
              .map(name -> record.amount(name, NOISE.column(name)))
              .toArray(BigDecimal[]::new);
      Integer minutes = minutes(record);
      record.accept();
      out.row(
          ReceivedNoise.class,
          day,
          () ->
              new ReceivedNoise(
                  series,
                  interval,
                  start,
                  day,
                  leq,
                  v[0],
                  v[1],
                  v[2],
                  v[3],
                  v[4],
                  v[5],
                  v[6],
                  v[7],
                  minutes,
                  record.provenance()));
    }

    private static Integer minutes(CsvRecord record) {
      String cell = record.textValue("received_minutes");
      Long whole = cell == null ? null : Cells.whole(cell);
      boolean isPossible = whole != null && whole <= 60;
      if (cell != null && !isPossible) {
        record.rejectValue("received_minutes", RejectReason.BAD_NUMBER, cell);
      }
      return isPossible ? Integer.valueOf(whole.intValue()) : null;
    }
  }

  /** Wind and rain of hours. */
  private record Weather(String timeHeading) implements SeriesFormat {
    @Override
    public String codeHeading() {
      return "weather_station_code";
    }

    @Override
    public int stepSeconds() {
      return 3_600;
    }

    @Override
    public boolean isOfMoments() {
      return !timeHeading.endsWith("_end");
    }

    @Override
    public void read(CsvRecord record, Emitter out, String station, LocalDateTime label) {
      LocalDateTime start = start(label, timeHeading, 3_600);
      if (start == null) {
        rejectLabel(record, timeHeading);
        return;
      }
      LocalDate day = start.toLocalDate();
      if (record.isOfImpossibleDay(day, timeHeading)) {
        return;
      }
      BigDecimal wind = record.amount("wind_m_s", WEATHER.column("wind_m_s"));
      BigDecimal rain = record.amount("rain_mm", WEATHER.column("rain_mm"));
      record.accept();
      out.row(
          ReceivedWeather.class,
          day,
          () -> new ReceivedWeather(station, start, day, wind, rain, record.provenance()));
    }
  }
}
