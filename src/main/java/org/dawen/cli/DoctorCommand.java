package org.dawen.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawen.lake.ContentHash;
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

  @Option(names = "--hash", description = "Print the content hash of each table, and nothing else.")
  private boolean hash;

  @Option(
      names = "--rebuild",
      paramLabel = "TABLE",
      description = "Set a result table aside; the next nightly computes it anew.")
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
        for (Table table : Catalogue.tables()) {
          if (!table.name().equals("ops.job_run")) {
            System.out.printf("%-28s %s%n", table.name(), ContentHash.of(open.lake(), table));
          }
        }
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
    List<Table> results =
        Catalogue.jobs().stream().flatMap(j -> j.spec().writes().stream()).toList();
    Table table =
        results.stream()
            .filter(t -> t.name().equals(rebuild))
            .findFirst()
            .orElseThrow(
                () ->
                    Trouble.usage(
                        "'%s' is not a result table.".formatted(rebuild),
                        "Result tables: %s."
                            .formatted(
                                String.join(", ", results.stream().map(Table::name).toList()))));
    try (OpenLake open = OpenLake.toWrite(options, new Terminal())) {
      if (!open.lake().exists(table)) {
        System.out.printf("%s has not been written yet; the next nightly will.%n", table.name());
        return 0;
      }
      String stamp =
          DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(java.time.LocalDateTime.now());
      System.out.printf(
          "%s was moved to %s. Run './dawen nightly' to compute it anew.%n",
          table.name(), open.lake().setAside(table, stamp));
    }
    return 0;
  }
}
