package org.dawen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawen.lake.Trouble;
import org.dawen.publish.Bulletin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The quarterly bulletin of the work plan. */
@Command(name = "bulletin", mixinStandardHelpOptions = true)
final class BulletinCommand implements Callable<Integer> {
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?[Qq]([1-4])");
  private static final int MONTHS_A_QUARTER = 3;

  @Mixin private LakeOptions options;

  @Option(names = "--quarter", paramLabel = "Q", required = true)
  private String quarter;

  @Option(names = "--bulletins", paramLabel = "DIR")
  private Path bulletins;

  @Override
  public Integer call() {
    Matcher told = QUARTER.matcher(quarter);
    if (!told.matches()) {
      throw Trouble.usage("options.no-quarter", quarter);
    }
    int first = MONTHS_A_QUARTER * Integer.parseInt(told.group(2)) - MONTHS_A_QUARTER + 1;
    LocalDate begin = LocalDate.of(Integer.parseInt(told.group(1)), first, 1);
    try (OpenLake open = OpenLake.toRead(options)) {
      new Bulletin(open.lake(), Catalogue.tables(), begin)
          .write(folder())
          .forEach(System.out::println);
    }
    return 0;
  }

  private Path folder() {
    return bulletins == null
        ? new BriefOptions().folder(options).resolveSibling("bulletins")
        : bulletins;
  }
}
