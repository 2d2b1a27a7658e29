package org.dawen.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.dawen.sample.SampleCity;

/**
 * A landing folder with one day of a city, deterministic by seed: at scale 1 the frames of 20,000
 * trucks of six hours, hour packets of 2,000 outlets with eight factors, 20,000 meters with 96
 * intervals, 100 air stations. The registry has all of them.
 */
final class CityDay {
  static final LocalDate DAY = LocalDate.of(2024, 3, 4);

  /** Hours of outlets above a limit, sorted: {@code outlet_code,pollutant_code,hour_start}. */
  static final String ABOVE_LIMITS = "answers_source.csv";

  /** Enterprises that run without treatment for some hours, sorted. */
  static final String NOT_TREATED = "answers_power.csv";

  private static final int INTERVALS = 96;
  private static final int METERS_A_FILE = 2000;
  private static final int COUNTIES = 6;

  private final Path landing;
  private final int trucks;
  private final int outlets;
  private final int meters;
  private final int stations;

  CityDay(Path folder, double scale) {
    landing = folder.resolve("landing");
    trucks = (int) Math.max(20, Math.round(20_000 * scale));
    outlets = (int) Math.max(4, Math.round(2_000 * scale));
    meters = 2 * (int) Math.max(4, Math.round(10_000 * scale));
    stations = (int) Math.max(6, Math.round(100 * scale));
  }

  Path landing() {
    return landing;
  }

  /** What the day holds, in a sentence. */
  String words() {
    return String.format(
        Locale.ROOT,
        "%,d trucks of 6 h, %,d outlets of 24 h and 8 factors, %,d meters of 96 intervals, %,d"
            + " stations",
        trucks,
        outlets,
        meters,
        stations);
  }

  /** Writes it with the answer keys of trucks, outlets and meters, unless that was done before. */
  void write() throws IOException {
    Path folder = landing.getParent();
    if (Files.exists(folder.resolve(ABOVE_LIMITS)) && Files.exists(folder.resolve(NOT_TREATED))) {
      return;
    }
    BenchNight.empty(folder);
    new SampleCity(trucks, 1, DAY, 6, 11, true, false).write(folder);
    Files.write(
        folder.resolve(ABOVE_LIMITS),
        OutletMonth.write(landing, outlets, DAY, 1, OutletMonth.STATE_OF_GAS));
    Files.write(folder.resolve(NOT_TREATED), writeMeters());
    writeStations();
    BenchNight.age(landing);
  }

  private static String county(int n) {
    return "3709%02d".formatted(n % COUNTIES);
  }

  /**
   * A production and a treatment meter an enterprise; treatment follows production. One enterprise
   * in a hundred does not treat in the afternoon.
   *
   * @return these
   */
  private List<String> writeMeters() throws IOException {
    List<String> registered = new ArrayList<>();
    registered.add(
        "meter_code,enterprise_code,role,facility_code,depends_on_facility_code,rated_kw,valid_from");
    for (int m = 0; m < meters; m++) {
      int enterprise = m / 2;
      registered.add(
          m % 2 == 0
              ? "M%05d,E%04d,production,E%2$04d-P,E%2$04d-T,800,2023-01-01".formatted(m, enterprise)
              : "M%05d,E%04d,treatment,E%2$04d-T,,200,2023-01-01".formatted(m, enterprise));
    }
    Files.write(landing.resolve("registry/meters.csv"), registered, StandardCharsets.UTF_8);
    Path power = Files.createDirectories(landing.resolve("power/" + DAY.plusDays(1)));
    for (int from = 0; from < meters; from += METERS_A_FILE) {
      Path file = power.resolve("power_%s_%02d.csv".formatted(DAY, from / METERS_A_FILE));
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        out.write("meter_code,interval_end,energy_kwh\n");
        Random random = new Random(from);
        for (int i = 1; i <= INTERVALS; i++) {
          LocalDateTime end = DAY.atStartOfDay().plusMinutes(15L * i);
          for (int m = from; m < Math.min(meters, from + METERS_A_FILE); m++) {
            boolean isOff = m % 2 == 1 && isNotTreating(m / 2) && i > 56 && i < 72;
            int rated = m % 2 == 0 ? 800 : 200;
            double kwh = isOff ? 0.1 : rated / 4.0 * (0.5 + 0.3 * random.nextDouble());
            out.write("M%05d,%s,%.2f\n".formatted(m, end, kwh));
          }
        }
      }
    }
    return IntStream.range(0, meters / 2)
        .filter(CityDay::isNotTreating)
        .mapToObj("E%04d"::formatted)
        .sorted()
        .toList();
  }

  private static boolean isNotTreating(int enterprise) {
    return enterprise % 100 == 7;
  }

  private void writeStations() throws IOException {
    List<String> registered = new ArrayList<>();
    registered.add("station_code,name,county_code,city_code,is_evaluation,valid_from");
    List<String> hours = new ArrayList<>();
    hours.add("station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3");
    for (int s = 0; s < stations; s++) {
      registered.add("S%04d,s%d,%s,370900,true,2020-01-01".formatted(s, s, county(s)));
      for (int h = 1; h <= 24; h++) {
        int v = (s * 31 + h * 17) % 97;
        hours.add(
            "S%04d,%s,%d,%d,%d.%d,%d,%d,%d"
                .formatted(
                    s,
                    DAY.atStartOfDay().plusHours(h),
                    v / 4,
                    v / 2,
                    v / 90,
                    v % 10,
                    v,
                    v + 20,
                    v / 2 + 5));
      }
    }
    List<String> counties = new ArrayList<>();
    counties.add("county_code,name,city_code");
    for (int c = 0; c < COUNTIES; c++) {
      counties.add("%s,c%d,370900".formatted(county(c), c));
    }
    Files.write(landing.resolve("registry/stations.csv"), registered, StandardCharsets.UTF_8);
    Files.write(landing.resolve("registry/counties.csv"), counties, StandardCharsets.UTF_8);
    Path air = Files.createDirectories(landing.resolve("air/" + DAY.plusDays(1)));
    Files.write(air.resolve("air_%s.csv".formatted(DAY)), hours, StandardCharsets.UTF_8);
  }
}
