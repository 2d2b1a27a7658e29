package org.dawen.cli;

import java.util.concurrent.Callable;
import org.dawen.lake.Trouble;
import org.dawen.registry.RegistryFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Helps the keeper of the registry: headings of the files, and what is wrong with their rows. */
@Command(
    name = "registry",
    mixinStandardHelpOptions = true,
    description = "Reference data: headings of each file, and what is wrong with the rows.",
    subcommands = {RegistryCommand.Template.class, RegistryCommand.Check.class})
final class RegistryCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw Trouble.usage(
        "'registry' needs one of: template, check.", "'./dawen registry --help' says more.");
  }

  /** Prints the first line of each registry file. */
  @Command(
      name = "template",
      mixinStandardHelpOptions = true,
      description = "Print the headings of each registry file.")
  static final class Template implements Callable<Integer> {
    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        description = "One file, such as outlets.csv: only its first line.")
    private String file;

    @Override
    public Integer call() {
      if (file != null) {
        System.out.println(
            RegistryFile.named(file.replaceAll("\\.xlsx$", ".csv"))
                .orElseThrow(
                    () ->
                        Trouble.usage(
                            "There is no registry file '%s'.".formatted(file),
                            "'./dawen registry template' lists all of them."))
                .headingLine());
        return 0;
      }
      for (RegistryFile f : RegistryFile.ALL) {
        System.out.printf("# registry/%s — %s%n", f.fileName(), f.table().grain());
        System.out.printf(
            "# must not be empty: %s%n",
            String.join(", ", f.required().stream().map(c -> c.name()).toList()));
        System.out.printf(
            "# in Chinese: %s%n",
            String.join(",", f.headings().stream().map(c -> c.chinese()).toList()));
        System.out.println(f.headingLine());
        System.out.println();
      }
      System.out.println(
          "# periods: valid_from and valid_to are inclusive days, empty = open; times are Beijing"
              + " time\n# a file may be a workbook, outlets.xlsx; its first sheet is read");
      return 0;
    }
  }

  /** Lists what is wrong with the registry files of the landing folder. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "List refused rows, overlapping periods, outlets without limits and dangling codes in the"
              + " landing folder's registry, and rows of the lake that are lost by refused lines."
              + " Writes nothing.")
  static final class Check implements Callable<Integer> {
    @Mixin private LakeOptions options;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
      return RegistryReport.print(options, json);
    }
  }
}
