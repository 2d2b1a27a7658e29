package org.dawen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dawen.lake.DuckQuery;
import org.dawen.lake.Lake;
import org.dawen.lake.SqlEngine;

/** The engine that the commands ask of a lake on this machine. */
public final class Engines {
  private Engines() {}

  public static SqlEngine of(Lake lake) {
    try {
      Files.createDirectories(Path.of(lake.root())); // as a command that writes has done by then
      return new DuckQuery(
          lake, Catalogue::tables, 2, Files.createTempDirectory(Path.of("target"), "engine"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
