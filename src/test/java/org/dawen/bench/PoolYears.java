package org.dawen.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.run.Settings;

/**
 * A long pool ledger, the same for the same arguments: {@code pool.entry} from nothing over ten
 * years, then with 200 entries more. Six counties, four pollutants, two of which expire. Arguments:
 * folder (emptied), number of entries, number of projects.
 */
public final class PoolYears {
  private static final int ENTRIES_A_FILE = 100_000;
  private static final List<String> COUNTIES =
      List.of("370902", "370911", "370921", "370923", "370982", "370983");
  private static final List<String> POLLUTANTS = List.of("NOx", "VOCs", "COD", "NH3-N");

  private PoolYears() {}

  /** Runs both nights. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    Path landing = folder.resolve("landing");
    int entries = Integer.parseInt(args[1]);
    int projects = Integer.parseInt(args[2]);
    BenchNight.empty(folder);
    writeRegistry(landing);
    writeEntries(landing, 1, entries, projects, LocalDate.of(2015, 1, 1), 3650);
    SparkSession spark = Sessions.embedded(2, folder.resolve("scratch").toString());
    Lake lake = new Lake(spark, folder.resolve("lake").toString());
    night(lake, landing, "from nothing");
    writeEntries(landing, entries + 1, 200, projects, LocalDate.of(2025, 1, 1), 3);
    night(lake, landing, "200 more");
    spark.stop();
  }

  private static void night(Lake lake, Path landing, String what) throws IOException {
    BenchNight.age(landing);
    BenchNight.of(
        lake, landing.toString(), job -> job.startsWith("pool."), Settings.shipped(), what);
  }

  /** Entries from a number and a day on, spread over the days. */
  private static void writeEntries(
      Path folder, int firstNo, int entries, int projects, LocalDate firstDay, int days)
      throws IOException {
    Random random = new Random(firstNo);
    for (int from = 0; from < entries; from += ENTRIES_A_FILE) {
      int to = Math.min(entries, from + ENTRIES_A_FILE);
      Path file = folder.resolve("pool/pool_%08d.csv".formatted(firstNo + from));
      Files.createDirectories(file.getParent());
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        out.write(
            "entry_no,entry_day,kind,county_code,other_county_code,pollutant_code,mass_t,"
                + "reduction_year,project_code,multiplier,refers_to_entry_no,document_no,note\n");
        for (int i = from; i < to; i++) {
          LocalDate day = firstDay.plusDays((long) i * days / entries);
          out.write(entry(firstNo + i, day, projects, random));
        }
      }
    }
    System.out.printf(Locale.ROOT, "%,d entries from number %d%n", entries, firstNo);
  }

  private static void writeRegistry(Path folder) throws IOException {
    List<String> counties = new ArrayList<>();
    counties.add("county_code,name,city_code,is_functional_zone,valid_from,valid_to");
    COUNTIES.forEach(c -> counties.add(c + ",区县" + c.substring(4) + ",370900,false,,"));
    Path registry = Files.createDirectories(folder.resolve("registry"));
    Files.write(registry.resolve("counties.csv"), counties, StandardCharsets.UTF_8);
    Files.write(
        registry.resolve("pool_validity.csv"),
        List.of(
            "pollutant_code,validity_months,document_no,confidence,valid_from,valid_to",
            "NOx,24,bench,P,,",
            "COD,36,bench,P,,"),
        StandardCharsets.UTF_8);
  }

  /** 35 % certifications, 48 % allocations, the rest returns, adjustments, transfers, reversals. */
  private static String entry(int no, LocalDate day, int projects, Random random) {
    int die = random.nextInt(100);
    String county = COUNTIES.get(random.nextInt(6));
    String pollutant = POLLUTANTS.get(random.nextInt(4));
    int project = random.nextInt(projects);
    String mass = tonnes(1 + random.nextInt(die < 35 ? 200_000 : 50_000));
    int earlier = Math.max(1, no - 1 - random.nextInt(3_000));
    if (die < 35) {
      return line(no, day, "CERTIFY", county, "", pollutant, mass, "" + day.getYear(), "", "", "");
    }
    if (die < 83) {
      String kind = die < 65 ? "ALLOCATE_COUNTY" : "ALLOCATE_CITY";
      String itsCounty = COUNTIES.get(project % 6);
      return line(
          no, day, kind, itsCounty, "", pollutant, mass, "", "PJ%06d".formatted(project), "1", "");
    }
    if (die < 88) {
      String itsCounty = COUNTIES.get(project % 6);
      String projectCode = "PJ%06d".formatted(project);
      return line(no, day, "RETURN", itsCounty, "", pollutant, "0.0001", "", projectCode, "", "");
    }
    if (die < 93) {
      return line(no, day, "ADJUST", "", "", "", mass, "", "", "", "" + earlier);
    }
    if (die < 97) {
      String other = COUNTIES.get(random.nextInt(6));
      return line(no, day, "TRANSFER", county, other, pollutant, mass, "", "", "", "");
    }
    return line(no, day, "REVERSE", "", "", "", "", "", "", "", "" + earlier);
  }

  private static String line(
      int no,
      LocalDate day,
      String kind,
      String county,
      String other,
      String pollutant,
      String mass,
      String year,
      String project,
      String multiplier,
      String refersTo) {
    return String.join(
            ",",
            "" + no,
            day.toString(),
            kind,
            county,
            other,
            pollutant,
            mass,
            year,
            project,
            multiplier,
            refersTo,
            "D-" + no,
            "")
        + "\n";
  }

  private static String tonnes(int tenThousandths) {
    return "%d.%04d".formatted(tenThousandths / 10_000, tenThousandths % 10_000);
  }
}
