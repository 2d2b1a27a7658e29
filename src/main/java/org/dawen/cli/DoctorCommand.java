package org.dawen.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dawen.lake.Damage;
import org.dawen.lake.Lake;
import org.dawen.lake.LakeInspection;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is missing, late, inconsistent or undecided in the lake. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Mixin private LakeOptions options;

  @Option(names = "--day", paramLabel = "D")
  private LocalDate day;

  @Option(names = "--hash")
  private boolean hash;

  @Option(names = "--rebuild", paramLabel = "TABLE[,TABLE…]", split = ",")
  private List<String> rebuild = List.of();

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() {
    if (!rebuild.isEmpty()) {
      return setAside();
    }
    try (OpenLake open = OpenLake.toRead(options)) {
      Lake lake = open.lake();
      Findings findings = new Findings();
      LakeInspection.Depth depth =
          hash ? LakeInspection.Depth.CONTENT : LakeInspection.Depth.EVERY_NIGHT;
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
      places.forEach(
          (name, place) -> System.out.println(Message.of("doctor.moved", name, place).text()));
      tables.stream()
          .filter(t -> !places.containsKey(t.name()))
          .forEach(t -> System.out.println(Message.of("doctor.no-folder", t).text()));
      open.refreshViews(terminal);
      System.out.println(Message.of("doctor.make-anew").text());
    }
    return 0;
  }
}
