package org.dawen.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
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
          "Print the content hash (rows:hash) of each table that the landing folder decides, and"
              + " nothing else.")
  private boolean hash;

  @Option(
      names = "--rebuild",
      paramLabel = "TABLE",
      description = "Set a table aside, whatever is wrong with it; the next nightly makes it anew.")
  private String rebuild;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (rebuild != null) {
      return setAside();
    }
    try (OpenLake open = OpenLake.toRead(options)) {
      if (hash) {
        Hashes.of(open.lake())
            .forEach((table, hash) -> System.out.printf("%-28s %s%n", table, hash));
        return 0;
      }
      LocalDate asOf = day == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : day;
      Findings findings = DoctorReport.look(open.lake(), asOf);
      if (json) {
        System.out.println(findings.json());
      } else {
        findings.print(System.out);
      }
    }
    return 0;
  }

  private int setAside() {
    Table table =
        Catalogue.tables().stream()
            .filter(t -> t.name().equals(rebuild))
            .findFirst()
            .orElseThrow(
                () ->
                    Trouble.usage(
                        "There is no table '%s'.".formatted(rebuild),
                        "Tables: %s."
                            .formatted(
                                String.join(
                                    ", ", Catalogue.tables().stream().map(Table::name).toList()))));
    try (OpenLake open = OpenLake.toWrite(options, new Terminal())) {
      if (!open.lake().hasFolder(table)) {
        System.out.printf("%s has not been written yet; the next nightly will.%n", table.name());
        return 0;
      }
      Rebuild.setAside(open.lake(), table, options.settings())
          .forEach((name, place) -> System.out.printf("%s was moved to %s.%n", name, place));
      System.out.println("Run './dawen nightly' to compute it anew.");
    }
    return 0;
  }
}
