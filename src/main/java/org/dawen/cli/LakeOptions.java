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
  @Option(
      names = "--lake",
      paramLabel = "DIR",
      defaultValue = "./lake",
      description = "Folder of the tables (default: ./lake).")
  String lake;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      description = "Folder where upstream drops files (default: the samples).")
  String landing;

  @Option(
      names = "--jobs",
      paramLabel = "DIR",
      description = "Folder with nightly.yaml (default: jobs/ beside the program).")
  Path jobs;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Another value for a setting of nightly.yaml; may be repeated.")
  Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "Cores to use (default: all of the machine).")
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
      throw Trouble.usage("No landing folder is given.", "Name it with --landing DIR.");
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
