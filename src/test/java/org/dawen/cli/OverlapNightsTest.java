package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dawen.codec.gb17691.DataUnit;
import org.dawen.codec.gb17691.DataUnitLayout;
import org.dawen.codec.gb17691.FrameWriter;
import org.dawen.codec.gb17691.Signal;
import org.dawen.codec.gb17691.StreamBody;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.diesel.DieselTables;
import org.dawen.intake.obd.ObdOverlap;
import org.dawen.lake.DaySet;
import org.dawen.lake.Query;
import org.dawen.lake.Table;
import org.dawen.run.NightReport;
import org.dawen.run.Runner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Minutes whose parts overlap are decoded once, when they are taken in. */
class OverlapNightsTest {
  private static final long MINUTE = VehicleTime.seconds(LocalDateTime.of(2024, 3, 4, 9, 0, 0));
  private static final DaySet DAY = DaySet.parse("2024-03-04");
  private static final Table OVERLAP = Table.of(ObdOverlap.class);

  @TempDir private Path folder;
  private Path landing;
  private Nights nights;

  @BeforeEach
  void openTheLake() throws IOException {
    landing = Files.createDirectories(folder.resolve("landing"));
    nights = new Nights(folder.resolve("lake"), landing);
    receive(0);
    receive(1);
  }

  /** A file with every third stretch of five seconds, so that any two files overlap. */
  private void receive(int file) throws IOException {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int from = 5 * file; from < 60; from += 15) {
      List<FrameWriter.Block> blocks = new ArrayList<>();
      for (int s = from; s < from + 5; s++) {
        byte[] body = new byte[StreamBody.LENGTH];
        Signal.SPEED.write(10 + file, body, 0);
        blocks.add(new FrameWriter.Block(DataUnit.STREAM, MINUTE + s, body));
      }
      frames.writeBytes(
          FrameWriter.data(
              DataUnit.REALTIME, "LTATEST0000000001", DataUnitLayout.values()[0], from, blocks));
    }
    Path obd = Files.createDirectories(landing.resolve("obd"));
    Files.write(obd.resolve("part%d.bin".formatted(file)), frames.toByteArray());
  }

  private void loseTheLandingFiles() throws IOException {
    try (Stream<Path> files = Files.list(landing.resolve("obd"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<String> asked(Nights of, String sql) {
    return Ask.texts(new Query(of.lake(), Catalogue.tables()), sql);
  }

  @Test
  void aPartThatComesTheNextNightIsDecodedWithThoseBefore() throws IOException {
    nights.run();
    String before = nights.hash(DieselTables.VEHICLE_MINUTE);

    receive(2);
    assertThat(nights.run().lines())
        .extracting(NightReport.Line::name)
        .contains("received.obd_overlap", "diesel.vehicle_minute");

    assertThat(nights.hash(DieselTables.VEHICLE_MINUTE)).isNotEqualTo(before);
    assertThat(asked(nights, "SELECT count(*) FROM diesel.vehicle_minute WHERE speed_count = 60"))
        .containsExactly("1");
    Nights atOnce = new Nights(folder.resolve("at-once"), landing);
    atOnce.run();
    for (Table table : List.of(OVERLAP, DieselTables.VEHICLE_MINUTE)) {
      assertThat(nights.hash(table)).as("%s", table).isEqualTo(atOnce.hash(table));
    }
    assertThat(nights.run().lines()).isEmpty();
  }

  @Test
  void landingFilesThatAreGoneChangeNoMinuteThatIsComputedAgain() throws IOException {
    nights.run();
    String before = nights.hash(DieselTables.VEHICLE_MINUTE);
    assertThat(
            asked(
                nights,
                "SELECT count(*) FROM diesel.vehicle_minute WHERE speed_count = 40 AND NOT"
                    + " is_overlap_unresolved"))
        .containsExactly("1");
    loseTheLandingFiles();

    Rebuild.setAside(nights.lake(), List.of(DieselTables.VEHICLE_MINUTE), nights.settings());
    assertThat(nights.lake().exists(DieselTables.VEHICLE_MINUTE)).isFalse();
    NightReport rebuilt = nights.run();
    assertThat(rebuilt.lines())
        .extracting(NightReport.Line::name)
        .contains("diesel.vehicle_minute")
        .doesNotContain("received.obd_overlap");
    assertThat(nights.hash(DieselTables.VEHICLE_MINUTE)).isEqualTo(before);
  }

  /** The step of intake itself needs the evidence, and says so where it is gone. */
  @Test
  void withoutLandingFilesTheStepOfIntakeResolvesNothing() throws IOException {
    nights.run();
    loseTheLandingFiles();
    nights.run(new Runner.Wish(DAY, Set.of(OVERLAP.name(), "diesel.vehicle_minute"), false));
    assertThat(
            asked(
                nights,
                "SELECT count(*) FROM received.obd_overlap WHERE is_overlap_unresolved AND"
                    + " second_map IS NULL"))
        .containsExactly("1");
    assertThat(
            asked(
                nights,
                "SELECT count(*) FROM diesel.vehicle_minute WHERE is_overlap_unresolved AND"
                    + " speed_count = 20"))
        .containsExactly("1");
  }
}
