package org.dawen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawen.lake.Trouble;
import org.dawen.publish.MorningReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The morning brief and the sheets of the county branches. */
@Command(name = "brief", mixinStandardHelpOptions = true)
final class BriefCommand implements Callable<Integer> {
  @Mixin private LakeOptions options;
  @Mixin private BriefOptions briefs;

  @Option(names = "--day", paramLabel = "D")
  private LocalDate day;

  @Override
  public Integer call() {
    try (OpenLake open = OpenLake.toRead(options)) {
      MorningReport report = new MorningReport(open.lake(), Catalogue.tables());
      LocalDate about =
          day == null ? report.defaultDay(LocalDate.now(ZoneId.of("Asia/Shanghai"))) : day;
      if (about == null || !report.hasDataOf(about)) {
        throw about == null
            ? Trouble.notReady("brief.no-result")
            : Trouble.notReady("brief.no-result-of", about);
      }
      List<Path> files = report.write(about, briefs.folder(options));
      files.forEach(System.out::println);
    }
    return 0;
  }
}
