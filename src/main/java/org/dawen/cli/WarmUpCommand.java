package org.dawen.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dawen.lake.DuckQuery;
import org.dawen.lake.Query;
import org.dawen.lake.SqlEngine;
import org.dawen.run.Progress;
import org.dawen.run.Runner;
import picocli.CommandLine.Command;

/** Runs a tiny night in a scratch folder, so that the launcher can archive the classes it loads. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  /** One file of each feed, with a registry that knows what they speak of. */
  private static final Map<String, String> LANDING =
      Map.of(
          "air/warm-up.csv",
          """
          station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3
          S,2024-03-01T05:00,1,2,0.3,4,5,6
          """,
          "power/warm-up.csv",
          """
          meter_code,interval_end,energy_kwh
          M,2024-03-01T05:00,1.5
          """,
          "hj212/warm-up.txt",
          "##0136ST=32;CN=2011;PW=000000;MN=LD130133000015;CP=&&DataTime=20160824003817;"
              + "011-Rtd=231.0,011-Flag=N;B01-Rtd=36.91;060-Rtd=1.803,060-Flag=N&&1DC0\r\n",
          "registry/stations.csv",
          """
          station_code,name,county_code,valid_from,valid_to
          S,S,1,2024-01-01,
          """,
          "registry/meters.csv",
          """
          meter_code,enterprise_code,role,rated_kw,valid_from,valid_to
          M,E,total,100,2024-01-01,
          """);

  @Override
  public Integer call() throws IOException {
    try (Scratch scratch = Scratch.make()) {
      runNights(scratch.folder());
    }
    return 0;
  }

  private static void runNights(Path scratch) throws IOException {
    Path landing = scratch.resolve("landing");
    for (Map.Entry<String, String> file : LANDING.entrySet()) {
      Path path = landing.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    LakeOptions options = new LakeOptions();
    options.lake = scratch.resolve("lake").toString();
    options.landing = landing.toString();
    options.cores = 2;
    try (OpenLake none = OpenLake.toPlan(options)) {
      RegistryReport.look(options.landing, options, none.lake(), scratch);
    }
    // The first night writes every kind of table, the second reads ledger and journal back.
    for (int night = 0; night < 2; night++) {
      try (OpenLake open = OpenLake.toWrite(options, Progress.SILENT)) {
        Night.runner(open.lake(), options, Night.newRunId(), Progress.SILENT)
            .night(new Runner.Wish(new DayOptions().days(), Set.of(), true));
        Ask.texts(
            new Query(open.lake(), Catalogue.tables()), "SELECT count(*) FROM air.station_day");
        try (SqlEngine duckDb = new DuckQuery(open.lake(), Catalogue::tables, 2, scratch)) {
          SqlFormat.TABLE.print(
              duckDb.ask("SELECT data_day, count(*) FROM air.station_day GROUP BY ALL"),
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        }
      }
    }
  }
}
