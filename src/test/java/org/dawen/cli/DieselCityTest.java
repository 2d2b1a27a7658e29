package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dawen.codec.gb17691.BinaryFrames;
import org.dawen.diesel.DieselTables;
import org.dawen.lake.ContentHash;
import org.dawen.lake.Message;
import org.dawen.lake.Query;
import org.dawen.lake.Table;
import org.dawen.run.NightReport;
import org.dawen.sample.SampleCity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A generated city of trucks, held against its answer key, in any cut of its files. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DieselCityTest {
  private static final SampleCity CITY =
      new SampleCity(40, 2, LocalDate.of(2024, 3, 4), 2.2, 7, true, true);

  @TempDir private static Path folder;
  private static Nights nights;
  private static NightReport first;

  @BeforeAll
  static void runTheNight() {
    CITY.write(folder.resolve("city"));
    nights = new Nights(folder.resolve("lake"), folder.resolve("city/landing"));
    first = nights.run();
  }

  private static List<String> asked(Nights of, String sql) {
    return Ask.texts(new Query(of.lake(), Catalogue.tables()), sql).stream().sorted().toList();
  }

  @Test
  @Order(1)
  void everythingPlantedIsFoundAndNoCleanTruckIsListed() {
    assertThat(first.warnings()).extracting(Message::toString).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(
            SampleReport.print(Engines.of(nights.lake()), folder.resolve("city/answers_obd.csv")))
        .isZero();
  }

  @Test
  @Order(2)
  void theWatchListHoldsEveryPlantedTruckWithItsOwner() throws IOException {
    List<String> planted =
        Files.readAllLines(folder.resolve("city/answers_obd.csv")).stream()
            .filter(l -> l.contains(",planted,"))
            .map(l -> l.substring(0, 17))
            .sorted()
            .toList();
    assertThat(
            asked(
                nights,
                "SELECT vin FROM diesel.watch_list WHERE data_day = DATE'2024-03-05' AND"
                    + " is_registered AND owner LIKE '示例%' AND vin_masked LIKE 'LTA**********%'"))
        .isEqualTo(planted);
  }

  @Test
  @Order(3)
  void aSecondNightFindsNothingToDo() {
    assertThat(nights.run().lines()).isEmpty();
  }

  @Test
  @Order(4)
  void minutesOfShuffledRepeatedAndSplitFilesAreIdentical() throws IOException {
    Path other = folder.resolve("other");
    Random random = new Random(3);
    List<byte[]> frames = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve("city/landing/obd"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        frames.addAll(frames(file));
      }
    }
    // Whole blocks of frames change places and files; some stand in two files, some twice in one.
    List<List<byte[]>> blocks = new ArrayList<>();
    for (int i = 0; i < frames.size(); ) {
      int n = Math.min(frames.size() - i, 500 + random.nextInt(4_000));
      List<byte[]> block = new ArrayList<>(frames.subList(i, i + n));
      if (random.nextInt(4) == 0) {
        Collections.shuffle(block, random);
      }
      blocks.add(block);
      if (random.nextInt(5) == 0) {
        blocks.add(block.subList(0, block.size() / 2));
      }
      i += n;
    }
    Collections.shuffle(blocks, random);
    int parts = 7;
    for (int p = 0; p < parts; p++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int i = p; i < blocks.size(); i += parts) {
        blocks.get(i).forEach(out::writeBytes);
      }
      boolean isGzip = p % 2 == 0;
      Path file = other.resolve("landing/obd/part_%d.bin%s".formatted(p, isGzip ? ".gz" : ""));
      Files.createDirectories(file.getParent());
      if (isGzip) {
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
          gzip.write(out.toByteArray());
        }
      } else {
        Files.write(file, out.toByteArray());
      }
    }
    Path registry = Files.createDirectories(other.resolve("landing/registry"));
    Files.copy(
        folder.resolve("city/landing/registry/vehicles.csv"), registry.resolve("vehicles.csv"));
    // Those that are not compressed are read in slices.
    Nights again =
        new Nights(folder.resolve("lake2"), other.resolve("landing"))
            .with("intake.obd_slice_bytes", "1000000");
    assertThat(again.run().exitCode()).isZero();

    assertThat(
            asked(again, "SELECT count(*) FROM diesel.vehicle_minute WHERE is_overlap_unresolved"))
        .containsExactly("0");
    assertThat(hashes(again)).isEqualTo(hashes(nights));
  }

  private static Map<String, String> hashes(Nights of) {
    Map<String, String> hashes = new TreeMap<>();
    for (Table table : DieselTables.ALL) {
      hashes.put(table.name(), ContentHash.of(of.lake(), table));
    }
    return hashes;
  }

  private static List<byte[]> frames(Path file) throws IOException {
    List<byte[]> frames = new ArrayList<>();
    try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
      BinaryFrames source = new BinaryFrames(new ByteArrayInputStream(in.readAllBytes()));
      while (source.next()) {
        frames.add(
            Arrays.copyOfRange(source.bytes(), source.offset(), source.offset() + source.length()));
      }
    }
    return frames;
  }
}
