package org.dawen.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;

/**
 * A landing folder with the air stations of a province over years, a CSV file a month, the same for
 * the same arguments. The values have the shape of a year and of a day. One value in fifty is
 * missing, and one station day in forty lacks seven hours, too many for a daily mean.
 */
final class AirHistory {
  static final LocalDate FIRST = LocalDate.of(2021, 7, 16);
  static final int COUNTIES = 136;
  private static final int CITIES = 16;
  private static final String HEADING =
      "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n";

  /** Largest values in the order of the heading; CO in tenths. */
  private static final int[] MOST = {40, 80, 20, 250, 200, 120};

  private static final int CO = 2;

  private final Path landing;
  private final int stations;

  AirHistory(Path landing, int stations) {
    this.landing = landing;
    this.stations = stations;
  }

  void writeRegistry() throws IOException {
    StringBuilder ofStations =
        new StringBuilder(
            "station_code,name,county_code,township_code,city_code,is_evaluation,valid_from\n");
    for (int s = 0; s < stations; s++) {
      int county = s % COUNTIES;
      ofStations.append(
          "%s,s%d,C%03d,T%04d,X%02d,true,2020-01-01\n"
              .formatted(station(s), s, county, s, county % CITIES));
    }
    StringBuilder counties = new StringBuilder("county_code,name,city_code\n");
    for (int c = 0; c < Math.min(COUNTIES, stations); c++) {
      counties.append("C%03d,c%d,X%02d\n".formatted(c, c, c % CITIES));
    }
    StringBuilder targets = new StringBuilder("area_code,item,period,target_value\n");
    for (int x = 0; x < CITIES; x++) {
      targets.append("X%02d,PM2.5,year,40\n".formatted(x));
    }
    write("registry/stations.csv", ofStations);
    write("registry/counties.csv", counties);
    write("registry/targets.csv", targets);
  }

  private void write(String path, CharSequence text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    BenchNight.age(file);
  }

  private static String station(int number) {
    return "S%04d".formatted(number);
  }

  /** Files of whole months but for the first and the last day; returns the hours of stations. */
  long writeHours(LocalDate from, LocalDate to) throws IOException {
    long hours = 0;
    for (LocalDate day = from; !day.isAfter(to); ) {
      YearMonth month = YearMonth.from(day);
      Path file = landing.resolve("air/air_%s_%s.csv".formatted(month, day));
      Files.createDirectories(file.getParent());
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
        out.write(HEADING);
        for (; !day.isAfter(to) && YearMonth.from(day).equals(month); day = day.plusDays(1)) {
          writeDay(day, out);
          hours += 24L * stations;
        }
      }
      BenchNight.age(file);
    }
    return hours;
  }

  private void writeDay(LocalDate day, BufferedWriter out) throws IOException {
    double ofYear = 3 + Math.cos(day.getDayOfYear() / 58.1);
    StringBuilder line = new StringBuilder();
    for (int hour = 0; hour < 24; hour++) {
      LocalDateTime end = day.atStartOfDay().plusHours(hour + 1L);
      double shape = (ofYear + 0.5 * Math.sin(hour / 3.8)) / 4.5;
      for (int s = 0; s < stations; s++) {
        boolean isSilent =
            hour >= 5 && hour < 12 && random(day.toEpochDay() * stations + s, 7) % 40 == 0;
        long id = (day.toEpochDay() * 24 + hour) * stations + s;
        line.setLength(0);
        line.append(station(s)).append(',').append(end);
        for (int item = 0; item < MOST.length; item++) {
          line.append(',');
          long random = random(id, item);
          if (!isSilent && random % 50 != 0) {
            long value = Math.round(random / 50 % 1000 / 1000.0 * MOST[item] * shape);
            line.append(item == CO ? value / 10 + "." + value % 10 : Long.toString(value));
          }
        }
        out.append(line).append('\n');
      }
    }
  }

  /** Not negative; the finaliser of SplitMix64. */
  private static long random(long id, int item) {
    long z = (id * 8 + item) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (z ^ (z >>> 31)) >>> 1;
  }
}
