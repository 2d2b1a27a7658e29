package org.dawen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.ViewFile;
import org.dawen.run.NightReport;

/**
 * The lake of the sample city after one night, in {@code target/sample-lake}: made once for all
 * tests that only read it, and left there for those in other languages. {@code
 * -Ddawen.sample-lake=DIR} takes a lake of the samples made before, to try one test quickly.
 */
public final class SampleLake {
  private static final Path HOME = Path.of(System.getProperty("dawen.home", "."));
  private static Path lake;
  private static NightReport night;
  private static StartedQueries queries;

  private SampleLake() {}

  public static synchronized Path folder() {
    if (lake == null) {
      String made = System.getProperty("dawen.sample-lake");
      if (made != null) {
        lake = Path.of(made);
        return lake;
      }
      Path folder = HOME.resolve("target/sample-lake").toAbsolutePath().normalize();
      delete(folder);
      queries =
          StartedQueries.during(
              SharedSession.spark(),
              () -> night = new Nights(folder, HOME.resolve("data-samples/landing")).run());
      if (night.exitCode() != 0) {
        throw new IllegalStateException("the sample night failed: " + night.warnings());
      }
      lake = folder;
      shortenEveryOtherLog();
      ViewFile.refresh(lake(), Catalogue.tables());
    }
    return lake;
  }

  /** Readers in other languages meet logs with a checkpoint and without. */
  private static void shortenEveryOtherLog() {
    List<Table> tables = Catalogue.tables();
    for (int i = 0; i < tables.size(); i += 2) {
      if (lake().exists(tables.get(i))) {
        lake().shortenLog(tables.get(i));
      }
    }
  }

  /** What the night said that made the lake. */
  static NightReport night() {
    folder();
    if (night == null) {
      throw new IllegalStateException("the lake was made before; leave -Ddawen.sample-lake out");
    }
    return night;
  }

  /** What Spark was asked to plan by the night that made the lake. */
  static StartedQueries queries() {
    night();
    return queries;
  }

  public static Lake lake() {
    return new Lake(SharedSession.spark(), folder().toString());
  }

  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy that a test may change. */
  public static Path copyTo(Path target) {
    return copy(folder(), target);
  }

  /** Copies with the times, which the log of a table knows. */
  static Path copy(Path from, Path target) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path to = target.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }
}
