package org.dawen.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * A generated city of trucks: landing files of remote OBD, the registry of vehicles, and an answer
 * key of what is planted in which vehicle. The same options and seed give the same bytes.
 *
 * @param vehicles number of trucks
 * @param days number of days
 * @param from first day
 * @param hours hours each truck drives a day
 * @param seed seed of chance
 * @param hasPlants whether anomalies are planted
 * @param isGzip whether files are compressed
 * @param rules rules whose anomalies are planted; empty: all
 * @param vehiclesOfFile trucks whose frames go to one file
 * @param unregistered the last so many trucks are not in the registry
 */
public record SampleCity(
    int vehicles,
    int days,
    LocalDate from,
    double hours,
    long seed,
    boolean hasPlants,
    boolean isGzip,
    List<String> rules,
    int vehiclesOfFile,
    int unregistered) {
  private static final int VEHICLES_OF_FILE = 100;
  private static final List<String> COUNTIES =
      List.of("370902", "370911", "370921", "370923", "370982", "370983");

  /** All of the registry, a hundred trucks a file, any rule planted. */
  public SampleCity(
      int vehicles,
      int days,
      LocalDate from,
      double hours,
      long seed,
      boolean hasPlants,
      boolean isGzip) {
    this(vehicles, days, from, hours, seed, hasPlants, isGzip, List.of(), VEHICLES_OF_FILE, 0);
  }

  /** Names of the rules whose anomalies can be planted. */
  public static List<String> plantable() {
    return Arrays.stream(Plant.values()).map(Plant::name).toList();
  }

  private List<Plant> plants() {
    return Arrays.stream(Plant.values())
        .filter(p -> rules.isEmpty() || rules.contains(p.name()))
        .toList();
  }

  /** What was written. */
  public record Written(long files, long bytes, int planted) {}

  /**
   * Writes {@code landing/obd}, {@code landing/registry/vehicles.csv} and {@code answers_obd.csv}.
   */
  public Written write(Path folder) {
    try {
      Path landing = folder.resolve("landing");
      Files.createDirectories(landing.resolve("registry"));
      Files.writeString(
          landing.resolve("registry/vehicles.csv"), registry(), StandardCharsets.UTF_8);
      Files.writeString(folder.resolve("answers_obd.csv"), answers(), StandardCharsets.UTF_8);
      int shares = (vehicles + vehiclesOfFile - 1) / vehiclesOfFile;
      long bytes =
          IntStream.range(0, shares).parallel().mapToLong(i -> writeShare(landing, i)).sum();
      return new Written((long) shares * days, bytes, plantedCount());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is planted in a truck; null: nothing. Every plant twice, if the city is large enough. */
  private Plant plantOf(int number) {
    int step = step();
    int i = number / step;
    boolean isChosen = hasPlants && number % step == step / 2 && i < plantedCount();
    return isChosen ? plants().get(i % plants().size()) : null;
  }

  private int plantedCount() {
    return hasPlants ? Math.min(2 * plants().size(), (vehicles + 1) / 2) : 0;
  }

  private int step() {
    return Math.max(1, vehicles / Math.max(1, Math.min(2 * plants().size(), (vehicles + 1) / 2)));
  }

  private TruckDays truck(int number) {
    return new TruckDays(number, plantOf(number), days, hours, seed);
  }

  /** The trucks of one share, all days: each day a file in the order of receipt. */
  private long writeShare(Path landing, int share) {
    List<TruckDays> trucks =
        IntStream.range(share * vehiclesOfFile, Math.min(vehicles, (share + 1) * vehiclesOfFile))
            .mapToObj(this::truck)
            .toList();
    long bytes = 0;
    for (int day = 0; day < days; day++) {
      LocalDate date = from.plusDays(day);
      List<TruckDays.Sent> sent = new ArrayList<>();
      for (TruckDays truck : trucks) {
        sent.addAll(truck.day(date, day));
      }
      sent.sort(Comparator.comparingLong(TruckDays.Sent::at));
      String name =
          "obd_%s_%03d.bin%s"
              .formatted(date.toString().replace("-", ""), share, isGzip ? ".gz" : "");
      bytes +=
          writeFile(
              landing.resolve("obd").resolve(date.plusDays(1).toString()).resolve(name), sent);
    }
    return bytes;
  }

  private long writeFile(Path file, List<TruckDays.Sent> sent) {
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream raw = Files.newOutputStream(file);
          OutputStream out =
              isGzip
                  ? new GZIPOutputStream(raw, 1 << 16)
                  : new BufferedOutputStream(raw, 1 << 20)) {
        for (TruckDays.Sent s : sent) {
          out.write(s.frame());
        }
      }
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String registry() {
    StringBuilder csv =
        new StringBuilder(
            "vin,plate,owner,county_code,registered_calid,registered_cvn,valid_from,valid_to\n");
    for (int i = 0; i < vehicles - unregistered; i++) {
      TruckDays truck = truck(i);
      csv.append(
          "%s,鲁J%05d,示例运输%d公司,%s,%s,%s,%s,\n"
              .formatted(
                  truck.vin(),
                  i % 100_000,
                  i / 20 + 1,
                  COUNTIES.get(i % COUNTIES.size()),
                  truck.calid(),
                  truck.cvn(),
                  from.minusYears(1)));
    }
    return csv.toString();
  }

  /**
   * {@code vin,rule_code,kind,from_day}; kind: planted must be found, implied may be. What takes
   * more days than the city has is only implied.
   */
  private String answers() {
    StringBuilder csv = new StringBuilder("vin,rule_code,kind,from_day\n");
    for (int i = 0; i < vehicles; i++) {
      Plant plant = plantOf(i);
      if (plant != null) {
        TruckDays truck = truck(i);
        LocalDate day = from.plusDays(truck.firstPlantedDay());
        String kind = days >= plant.fewestDays() ? "planted" : "implied";
        csv.append("%s,%s,%s,%s\n".formatted(truck.vin(), plant, kind, day));
        plant
            .implied()
            .forEach(r -> csv.append("%s,%s,implied,%s\n".formatted(truck.vin(), r, day)));
      }
    }
    return csv.toString();
  }
}
