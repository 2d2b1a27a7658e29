package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dawen.codec.gb17691.DataUnit;
import org.dawen.codec.gb17691.DataUnitLayout;
import org.dawen.codec.gb17691.FrameWriter;
import org.dawen.codec.gb17691.Signal;
import org.dawen.codec.gb17691.StreamBody;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.diesel.DieselTables;
import org.dawen.intake.EarlierBuild;
import org.dawen.intake.ObdTables;
import org.dawen.lake.DaySet;
import org.dawen.lake.NewRows;
import org.dawen.lake.Query;
import org.dawen.lake.Selection;
import org.dawen.run.NightReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first night on a lake whose received minutes an earlier build stored a row a minute. */
class EarlierMinutesTest {
  private static final LocalDateTime START = LocalDateTime.of(2024, 3, 4, 9, 58, 0);

  @TempDir private Path folder;

  /** Five minutes of a vehicle, across an hour. */
  private static void receive(Path landing, int vehicle) throws IOException {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int from = 0; from < 300; from += 10) {
      List<FrameWriter.Block> blocks = new ArrayList<>();
      for (int s = from; s < from + 10; s++) {
        byte[] body = new byte[StreamBody.LENGTH];
        Signal.SPEED.write(10 + vehicle, body, 0);
        Signal.LONGITUDE.writeRaw(117_000_000 + 9 * s, body, 0);
        Signal.LATITUDE.writeRaw(36_000_000 + 7 * s, body, 0);
        blocks.add(new FrameWriter.Block(DataUnit.STREAM, VehicleTime.seconds(START) + s, body));
      }
      frames.writeBytes(
          FrameWriter.data(
              DataUnit.REALTIME,
              "LTATEST%010d".formatted(vehicle),
              DataUnitLayout.values()[0],
              from,
              blocks));
    }
    Path obd = Files.createDirectories(landing.resolve("obd"));
    Files.write(obd.resolve("vehicle%d.bin".formatted(vehicle)), frames.toByteArray());
  }

  @Test
  void theMinutesOfFilesThatAreGoneAreTakenOver() throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    receive(landing, 1);
    receive(landing, 2);
    Nights nights =
        new Nights(folder.resolve("lake"), landing)
            .only("received.obd_overlap", "diesel.vehicle_minute");
    nights.run();
    String received = nights.hash(ObdTables.OBD_HOUR);
    String minutes = nights.hash(DieselTables.VEHICLE_MINUTE);
    EarlierBuild.writeMinutes(nights.lake());
    nights
        .lake()
        .replace(
            ObdTables.OBD_HOUR, Selection.everything(), DaySet.NONE, NewRows.none(), "intake obd");
    Rebuild.setAside(nights.lake(), List.of(DieselTables.VEHICLE_MINUTE), nights.settings());
    Files.delete(landing.resolve("obd/vehicle2.bin"));

    // As another reader does, another setting makes the files be read again.
    NightReport first = nights.with("intake.obd_most_days_late", "300").run();

    assertThat(first.warnings())
        .anyMatch(w -> w.toString().contains("received.obd_minute is a table of an earlier build"))
        .anyMatch(
            w -> w.toString().contains("the minutes of files that are gone (1) were taken over"));
    assertThat(nights.lake().hasFolder(EarlierBuild.MINUTES)).isFalse();
    assertThat(nights.hash(DieselTables.VEHICLE_MINUTE)).isEqualTo(minutes);
    assertThat(nights.hash(ObdTables.OBD_HOUR)).isEqualTo(received);
    assertThat(
            Ask.texts(
                new Query(nights.lake(), Catalogue.tables()),
                "SELECT count(*) FROM diesel.vehicle_minute"))
        .containsExactly("10");
    assertThat(nights.run().warnings()).noneMatch(w -> w.toString().contains("earlier build"));
  }
}
