package org.dawen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dawen.run.Progress;
import org.dawen.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a tiny night in a scratch folder, so that the launcher can archive the classes it loads. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  @Parameters(arity = "1", paramLabel = "DIR")
  private Path scratch;

  @Override
  public Integer call() throws IOException {
    Path landing = scratch.resolve("landing");
    Path air = Files.createDirectories(landing.resolve("air"));
    Files.writeString(
        air.resolve("warm-up.csv"),
        "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n"
            + "warm-up,2024-03-01T05:00,1,2,0.3,4,5,6\n");
    LakeOptions options = new LakeOptions();
    options.lake = scratch.resolve("lake").toString();
    options.landing = landing.toString();
    options.cores = 2;
    try (OpenLake open = OpenLake.toWrite(options, Progress.SILENT)) {
      Night.runner(open.lake(), options, Progress.SILENT)
          .night(new Runner.Wish(new DayOptions().days(), Set.of(), true));
    }
    return 0;
  }
}
