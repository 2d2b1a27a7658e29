package org.dawen.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.dawen.codec.hj212.Hj212Frame;

/**
 * Writes a landing folder with a month of hour packets of many outlets, deterministic by seed: for
 * measuring packets a second from disk to {@code source.outlet_hour}.
 *
 * <p>A packet has some 420 bytes, a file the packets of 500 outlets and a day. {@link #write} can
 * add pressure, temperature and moisture of the gas to each packet: eight factors.
 */
final class OutletMonth {
  private static final int OUTLETS_A_FILE = 500;
  private static final int LIMIT_OF_NOX = 5000;
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMdd");

  private OutletMonth() {}

  /** Factors beyond the usual five, as a packet says them. */
  static final String STATE_OF_GAS =
      ";a01013-Avg=-0.21,a01013-Flag=N;a01012-Avg=55.3,a01012-Flag=N;a01014-Avg=9.8,a01014-Flag=N";

  /**
   * Writes packets of some days and prints how many; {@code more} is put behind the factors.
   *
   * @return the hours above a limit, sorted: {@code outlet_code,pollutant_code,hour_start}
   */
  static List<String> write(Path folder, int outlets, LocalDate first, int days, String more)
      throws IOException {
    writeRegistry(folder, outlets);
    List<String> above = new ArrayList<>();
    long packets = 0;
    long bytes = 0;
    for (LocalDate day = first; day.isBefore(first.plusDays(days)); day = day.plusDays(1)) {
      for (int from = 0; from < outlets; from += OUTLETS_A_FILE) {
        Path file =
            folder.resolve(
                "hj212/%s/hj212_%s_%02d.txt"
                    .formatted(day.plusDays(1), DIGITS.format(day), from / OUTLETS_A_FILE));
        Files.createDirectories(file.getParent());
        int to = Math.min(outlets, from + OUTLETS_A_FILE);
        writeDay(file, day, from, to, more, above);
        packets += (to - from) * 24L;
        bytes += Files.size(file);
      }
    }
    System.out.printf(Locale.ROOT, "%,d packets, %,d bytes%n", packets, bytes);
    return above.stream().sorted().toList();
  }

  private static String mn(int outlet) {
    return "370902A00000000000%06d".formatted(outlet);
  }

  private static void writeRegistry(Path folder, int outlets) throws IOException {
    List<String> registered = new ArrayList<>();
    List<String> limits = new ArrayList<>();
    registered.add(
        "outlet_code,mn,name,enterprise_code,enterprise_name,county_code,medium,industry_code,"
            + "zone_code,source_type,valid_from,valid_to");
    limits.add(
        "outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent,document_no");
    for (int o = 0; o < outlets; o++) {
      registered.add(
          "L%05d,%s,排口,E%04d,企业,3709%02d,gas,4412,key,coal_boiler_new,,"
              .formatted(o, mn(o), o / 4, o % 6));
      limits.add("L%05d,a21026,35,mg/m3,hour,6,L".formatted(o));
      limits.add("L%05d,a21002,50,mg/m3,hour,6,L".formatted(o));
      limits.add("L%05d,a34013,5,mg/m3,hour,6,L".formatted(o));
    }
    Path registry = Files.createDirectories(folder.resolve("registry"));
    Files.write(registry.resolve("outlets.csv"), registered, StandardCharsets.UTF_8);
    Files.write(registry.resolve("limits.csv"), limits, StandardCharsets.UTF_8);
  }

  private static void writeDay(
      Path file, LocalDate day, int from, int to, String more, List<String> above)
      throws IOException {
    Random random = new Random(day.toEpochDay() * 31 + from);
    String digits = DIGITS.format(day);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int hour = 0; hour < 24; hour++) {
        for (int o = from; o < to; o++) {
          int so2 = 1500 + random.nextInt(1500);
          int nox = nox(random);
          if (converted(nox) > LIMIT_OF_NOX) {
            above.add("L%05d,a21002,%s %02d:00:00".formatted(o, day, hour));
          }
          out.write(
              packet(digits, hour, o, so2, nox, random, more).getBytes(StandardCharsets.US_ASCII));
        }
      }
    }
  }

  /** In hundredths. One hour in 200 may have more than the limit of 50 allows. */
  private static int nox(Random random) {
    return random.nextInt(200) == 0 ? 4800 + random.nextInt(1500) : 2500 + random.nextInt(2000);
  }

  /** At 7 % oxygen for 6 %. */
  private static long converted(int hundredths) {
    return hundredths * 15L / 14;
  }

  /** Values in hundredths. */
  private static String packet(
      String day, int hour, int outlet, int so2, int nox, Random random, String more) {
    int dust = 150 + random.nextInt(250);
    return Hj212Frame.format(
        "QN=%s%02d0105%03d;ST=31;CN=2061;PW=123456;MN=%s;Flag=5;CP=&&DataTime=%s%02d0000;%s;%s;%s;a19001-Avg=7.00,a19001-Flag=N;a00000-Cou=258696,a00000-Avg=71.%02d,a00000-Flag=N%s&&"
            .formatted(
                day,
                hour,
                outlet % 1000,
                mn(outlet),
                day,
                hour,
                factor("a21026", so2),
                factor("a21002", nox),
                factor("a34013", dust),
                random.nextInt(100),
                more));
  }

  private static String factor(String code, int hundredths) {
    return "%s-Cou=%s,%s-Avg=%s,%s-ZsAvg=%s,%s-Flag=N"
        .formatted(
            code,
            decimal(hundredths * 26L / 100),
            code,
            decimal(hundredths),
            code,
            decimal(converted(hundredths)),
            code);
  }

  private static String decimal(long hundredths) {
    return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
  }
}
