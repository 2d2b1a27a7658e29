package org.dawen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dawen.lake.Trouble;
import org.dawen.run.Settings;
import picocli.CommandLine.Option;

/** Options that every command on a lake takes. */
class LakeOptions {
  @Option(names = "--lake", paramLabel = "DIR", defaultValue = "./lake")
  String lake;

  @Option(names = "--landing", paramLabel = "DIR")
  String landing;

  @Option(names = "--jobs", paramLabel = "DIR")
  Path jobs;

  @Option(names = "--set", paramLabel = "KEY=VALUE")
  Map<String, String> overrides = new LinkedHashMap<>();

  @Option(names = "--cores", paramLabel = "N")
  Integer cores;

  Settings settings() {
    Path folder = jobs == null ? home().resolve("jobs") : jobs;
    boolean hasOnlyTheJar = jobs == null && !Files.exists(folder.resolve("nightly.yaml"));
    Settings settings =
        hasOnlyTheJar ? Settings.shipped() : Settings.read(folder.resolve("nightly.yaml"));
    return settings.with(overrides);
  }

  String landingRoot() {
    if (landing != null) {
      return landing;
    }
    Path samples = home().resolve("data-samples/landing");
    if (!Files.isDirectory(samples)) {
      throw Trouble.usage("options.no-landing");
    }
    return samples.toString();
  }

  int coreCount() {
    return cores == null ? Runtime.getRuntime().availableProcessors() : Math.max(1, cores);
  }

  /** Where the program lies: the launcher says so; else the current folder. */
  static Path home() {
    return Path.of(System.getProperty("dawen.home", "."));
  }
}
