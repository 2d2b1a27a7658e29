package org.dawen.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;

/**
 * A landing folder with the electricity of a city, the same for the same arguments: enterprises of
 * five meters each (two production lines, the treatment unit of each, a total), a row a quarter of
 * an hour, a gzipped file a day. Lines stand at night and vary by day, units follow them. One
 * enterprise day in 300 has its first unit off from ten o'clock to noon.
 */
final class MeterHistory {
  private static final int METERS_OF_ENTERPRISE = 5;
  private static final int[] RATED_KW = {800, 160, 400, 80, 1600};
  private static final int DAY_ENDS = 80;

  private final Path landing;
  private final int meters;

  MeterHistory(Path landing, int meters) {
    this.landing = landing;
    this.meters = meters;
  }

  private static String meter(int number) {
    return "M%06d".formatted(number);
  }

  void writeRegistry() throws IOException {
    StringBuilder csv =
        new StringBuilder(
            "meter_code,enterprise_code,role,facility_code,depends_on_facility_code,rated_kw,county_code\n");
    for (int m = 0; m < meters; m++) {
      int e = m / METERS_OF_ENTERPRISE;
      String rest =
          switch (m % METERS_OF_ENTERPRISE) {
            case 0 -> "production,F1,T1,800";
            case 1 -> "treatment,T1,,160";
            case 2 -> "production,F2,T2,400";
            case 3 -> "treatment,T2,,80";
            default -> "total,A,,1600";
          };
      csv.append("%s,E%05d,%s,C%d\n".formatted(meter(m), e, rest, e % 7));
    }
    Path file = landing.resolve("registry/meters.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(file, csv);
    BenchNight.age(file);
  }

  void writeDay(LocalDate day) throws IOException {
    Path file = landing.resolve("power/power_" + day + ".csv.gz");
    Files.createDirectories(file.getParent());
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16),
                StandardCharsets.US_ASCII))) {
      out.write("meter_code,interval_end,energy_kwh,current_a\n");
      StringBuilder line = new StringBuilder();
      for (int m = 0; m < meters; m++) {
        int rated = RATED_KW[m % METERS_OF_ENTERPRISE];
        for (int quarter = 0; quarter < 96; quarter++) {
          long load = (long) rated * share(m, (int) day.toEpochDay(), quarter);
          line.setLength(0);
          line.append(meter(m)).append(',');
          line.append(day.atStartOfDay().plusMinutes(15L * (quarter + 1))).append(',');
          line.append(load / 4000.0).append(',').append(Math.round(load / 5.92) / 100.0);
          out.append(line).append('\n');
        }
      }
    }
    BenchNight.age(file);
  }

  /** Share of its rating in thousandths that a meter has in a quarter of an hour. */
  private static int share(int meter, int day, int quarter) {
    int enterprise = meter / METERS_OF_ENTERPRISE;
    int place = meter % METERS_OF_ENTERPRISE;
    boolean isUnit = place == 1 || place == 3;
    if (place == 1 && quarter >= 40 && quarter < 48 && random(enterprise, day, 0, 300) == 0) {
      return 10;
    }
    if (quarter < 28 + enterprise % 5 || quarter >= DAY_ENDS) {
      return 20 + random(meter, day, quarter, 7);
    }
    int ofHour = random(enterprise, day, quarter / 4, 60);
    return isUnit
        ? 500 + ofHour + random(meter, day, quarter, 20)
        : 400 + 5 * ofHour / 2 + random(meter, day, quarter, 40);
  }

  /** Not negative and less than {@code most}; the finaliser of SplitMix64. */
  private static int random(int a, int b, int c, int most) {
    long z = ((a * 40_000L + b) * 100 + c) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (int) (((z ^ (z >>> 31)) >>> 1) % most);
  }
}
