package org.dawen.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dawen.lake.Damage;
import org.dawen.lake.Inspection;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is missing, late, inconsistent or undecided in the lake. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Days missing, feeds late, checks failed, revisions decided by path, unknown codes.")
final class DoctorCommand implements Callable<Integer> {
  @Mixin private LakeOptions options;

  @Option(
      names = "--day",
      paramLabel = "D",
      description = "The day as of which feeds are late (default: today in Beijing).")
  private LocalDate day;

  @Option(
      names = "--hash",
      description =
          "Read every data file and print the content hash (rows:hash) of each table that the"
              + " landing folder decides, and nothing else.")
  private boolean hash;

  @Option(
      names = "--rebuild",
      paramLabel = "TABLE[,TABLE…]",
      split = ",",
      description =
          "Set tables aside, whatever is wrong with them; the next nightly makes them anew.")
  private List<String> rebuild = List.of();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (!rebuild.isEmpty()) {
      return setAside();
    }
    try (OpenLake open = OpenLake.toRead(options)) {
      Lake lake = open.lake();
      Findings findings = new Findings();
      Inspection.Depth depth = hash ? Inspection.Depth.CONTENT : Inspection.Depth.EVERY_NIGHT;
      List<Damage> damaged = LakeHealth.look(findings, lake, depth);
      List<Damage> mustBeHealed =
          damaged.isEmpty()
              ? LakeHealth.recordsTwice(findings, lake, open.engine(), depth)
              : damaged;
      if (damaged.isEmpty()) {
        LakeHealth.receivedAfterDeletion(findings, lake);
      }
      if (hash) {
        Hashes.of(lake, damaged.stream().map(Damage::table).toList())
            .forEach((table, hash) -> System.out.printf("%-28s %s%n", table, hash));
        if (!mustBeHealed.isEmpty()) {
          throw Damage.trouble(mustBeHealed, null);
        }
        return 0;
      }
      if (damaged.isEmpty()) { // else a question after another would fail
        LocalDate asOf = day == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : day;
        DoctorReport.look(findings, lake, open.engine(), asOf);
      }
      findings.print(json);
      return mustBeHealed.isEmpty() ? 0 : Trouble.Kind.REFUSED.exitCode();
    }
  }

  private int setAside() {
    List<Table> tables = rebuild.stream().map(Catalogue::table).toList();
    Terminal terminal = new Terminal();
    try (OpenLake open = OpenLake.toWrite(options, terminal)) {
      Map<String, String> places = Rebuild.setAside(open.lake(), tables, options.settings());
      places.forEach((name, place) -> System.out.printf("%s was moved to %s.%n", name, place));
      tables.stream()
          .filter(t -> !places.containsKey(t.name()))
          .forEach(t -> System.out.printf("%s has no folder.%n", t));
      open.refreshViews(terminal);
      System.out.println("Run './dawen nightly' to make them anew.");
    }
    return 0;
  }
}
