package org.dawen.cli;

import java.util.concurrent.Callable;
import org.dawen.lake.Language;
import org.dawen.lake.Message;
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
    subcommands = {RegistryCommand.Template.class, RegistryCommand.Check.class})
final class RegistryCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw Trouble.usage("registry.needs-one");
  }

  /** Prints the first line of each registry file. */
  @Command(name = "template", mixinStandardHelpOptions = true)
  static final class Template implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    private String file;

    @Override
    public Integer call() {
      if (file != null) {
        System.out.println(
            RegistryFile.named(file.replaceAll("\\.xlsx$", ".csv"))
                .orElseThrow(() -> Trouble.usage("registry.no-file", file))
                .headingLine());
        return 0;
      }
      for (RegistryFile f : RegistryFile.ALL) {
        System.out.println(
            Message.of(
                    "registry.template-file",
                    f.fileName(),
                    Language.current().of(f.table().grain()))
                .text());
        System.out.println(
            Message.of(
                    "registry.template-required", f.required().stream().map(c -> c.name()).toList())
                .text());
        System.out.println(
            Message.of(
                    "registry.template-chinese",
                    String.join(",", f.headings().stream().map(c -> c.chinese()).toList()))
                .text());
        System.out.println(f.headingLine());
        System.out.println();
      }
      System.out.println(Message.of("registry.template-notes").text());
      return 0;
    }
  }

  /** Lists what is wrong with the registry files of the landing folder. */
  @Command(name = "check", mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Mixin private LakeOptions options;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
      return RegistryReport.print(options, json);
    }
  }
}
