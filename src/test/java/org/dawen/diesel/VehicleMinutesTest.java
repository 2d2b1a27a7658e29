package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.codec.gb17691.DataUnit;
import org.dawen.codec.gb17691.DataUnitLayout;
import org.dawen.codec.gb17691.FrameWriter;
import org.dawen.codec.gb17691.Signal;
import org.dawen.codec.gb17691.StreamBody;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.intake.ObdHour;
import org.dawen.intake.ReceivedParts;
import org.dawen.intake.obd.DecodedAgain;
import org.dawen.intake.obd.ObdOverlap;
import org.dawen.lake.Columns;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Minutes are a function of the frames, whatever files they come in. */
class VehicleMinutesTest {
  private static final long START = VehicleTime.seconds(LocalDateTime.of(2024, 3, 4, 8, 0, 0));

  private static final long MINUTE = VehicleTime.seconds(LocalDateTime.of(2024, 3, 4, 9, 0, 0));
  private static final String VIN = "LTATEST0000000009";

  @TempDir private Path folder;

  /** Frames of four vehicles over twenty minutes, one of them at two places at once. */
  private static List<byte[]> frames(Random random) {
    List<byte[]> frames = new ArrayList<>();
    for (int vehicle = 0; vehicle < 4; vehicle++) {
      String vin = "LTATEST%010d".formatted(vehicle);
      DataUnitLayout layout = DataUnitLayout.values()[vehicle];
      long at = START + random.nextInt(60);
      frames.add(FrameWriter.login(vin, at, 1, "8986%016d".formatted(vehicle)));
      for (int i = 0; i < 120; i++, at += 10) {
        if (random.nextInt(20) == 0) {
          continue;
        }
        for (int copy = 0; copy <= (vehicle == 3 ? 1 : 0); copy++) {
          List<FrameWriter.Block> blocks = new ArrayList<>();
          for (int s = 0; s < 10; s++) {
            byte[] b = new byte[StreamBody.LENGTH];
            random.nextBytes(b);
            Signal.SPEED.write(random.nextInt(90), b, 0);
            blocks.add(new FrameWriter.Block(DataUnit.STREAM, at + s, b));
          }
          int command = random.nextInt(30) == 0 ? DataUnit.RESEND : DataUnit.REALTIME;
          frames.add(FrameWriter.data(command, vin, layout, i, blocks));
        }
      }
      frames.add(FrameWriter.logout(vin, at, 9));
    }
    return frames;
  }

  /** Every cell of every minute, as the files give them. */
  private List<String> minutes(String name, List<List<byte[]>> files) throws IOException {
    Path root = folder.resolve(name);
    return minutes(root, ReceivedParts.of(root, files));
  }

  private static List<String> minutes(Path root, List<ObdHour> received) {
    Map<String, List<ObdHour>> byVehicle =
        received.stream()
            .collect(Collectors.groupingBy(ObdHour::vin, TreeMap::new, Collectors.toList()));
    List<String> minutes = new ArrayList<>();
    VehicleMinutes rule = new VehicleMinutes(600);
    byVehicle
        .values()
        .forEach(
            hours -> {
              List<ObdOverlap> overlaps = DecodedAgain.of(root, hours);
              assertThat(overlaps.isEmpty() || DecodedAgain.isLookedInto(hours)).isTrue();
              rule.of(
                  hours.get(0).vin(),
                  figures(hours),
                  overlaps,
                  minute -> minutes.add(TestRows.cells(minute).toString()));
            });
    return minutes;
  }

  private static List<ObdHour.Figures> figures(List<ObdHour> hours) {
    return hours.stream()
        .map(h -> new ObdHour.Figures(h.vin(), h.hourStart(), h.packedFigures(), h.fileId()))
        .toList();
  }

  private static final String RESOLVED = "is_overlap_unresolved=false}";

  @Test
  void shuffledRepeatedAndSplitFilesGiveTheSameMinutes() throws IOException {
    for (int seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      List<byte[]> frames = frames(random);
      List<String> expected = minutes("whole" + seed, List.of(frames));
      assertThat(expected).allMatch(m -> m.endsWith(RESOLVED));

      List<byte[]> mixed = new ArrayList<>(frames);
      for (int i = 0; i < frames.size() / 5; i++) {
        mixed.add(frames.get(random.nextInt(frames.size())));
      }
      Collections.shuffle(mixed, random);
      List<List<byte[]>> files = new ArrayList<>();
      int count = 1 + random.nextInt(5);
      for (int i = 0; i < count; i++) {
        files.add(mixed.subList(mixed.size() * i / count, mixed.size() * (i + 1) / count));
      }
      assertThat(minutes("mixed" + seed, files)).isEqualTo(expected);
    }
  }

  /** Seconds 0 to 19 of a minute, with the tens swapped between two files. */
  private static List<List<byte[]>> overlapping() {
    List<List<byte[]>> files = new ArrayList<>();
    for (int file = 0; file < 2; file++) {
      List<byte[]> frames = new ArrayList<>();
      for (int half = 0; half < 2; half++) {
        List<FrameWriter.Block> blocks = new ArrayList<>();
        for (int s = 0; s < 5; s++) {
          byte[] b = new byte[StreamBody.LENGTH];
          Signal.SPEED.write(10 + file, b, 0);
          blocks.add(new FrameWriter.Block(DataUnit.STREAM, MINUTE + 5 * file + 10 * half + s, b));
        }
        frames.add(
            FrameWriter.data(DataUnit.REALTIME, VIN, DataUnitLayout.values()[0], half, blocks));
      }
      files.add(frames);
    }
    return files;
  }

  @Test
  void partsThatOverlapAreTheMinuteOfAllTheirSeconds() throws IOException {
    assertThat(minutes("overlap", overlapping()))
        .singleElement()
        .asString()
        .contains("second_map=1048575,", "speed_count=20,")
        .endsWith(RESOLVED);
  }

  @Test
  void theFullestPartCountsOfAMinuteThatCannotBeDecodedAgain() throws IOException {
    Path root = folder.resolve("gone");
    List<ObdHour> parts = ReceivedParts.of(root, overlapping());
    Files.delete(root.resolve("obd/part0.bin"));
    assertThat(DecodedAgain.of(root, parts))
        .singleElement()
        .satisfies(o -> assertThat(o.isOverlapUnresolved()).isTrue())
        .satisfies(o -> assertThat(o.figures()).containsOnly(Columns.NONE));
    assertThat(minutes(root, parts))
        .singleElement()
        .asString()
        .contains("speed_count=10,")
        .endsWith("is_overlap_unresolved=true}");
  }

  /** The pass was asked for by name before the step of intake had looked at a third part. */
  @Test
  void aMinuteDecodedWithoutThePartThatCameLaterIsNotTaken() throws IOException {
    List<List<byte[]>> three = new ArrayList<>(overlapping());
    List<ObdHour> before = ReceivedParts.of(folder.resolve("two"), three);
    three.add(
        List.of(
            FrameWriter.data(
                DataUnit.REALTIME,
                VIN,
                DataUnitLayout.values()[0],
                3,
                List.of(
                    new FrameWriter.Block(
                        DataUnit.STREAM, MINUTE + 30, new byte[StreamBody.LENGTH])))));
    Path root = folder.resolve("three");
    List<VehicleMinute> minutes = new ArrayList<>();
    new VehicleMinutes(600)
        .of(
            VIN,
            figures(ReceivedParts.of(root, three)),
            DecodedAgain.of(folder.resolve("two"), before),
            minutes::add);
    assertThat(minutes)
        .singleElement()
        .satisfies(m -> assertThat(m.isOverlapUnresolved()).isTrue());
  }
}
