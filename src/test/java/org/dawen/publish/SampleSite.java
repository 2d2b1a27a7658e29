package org.dawen.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dawen.cli.Catalogue;
import org.dawen.cli.SampleLake;
import org.dawen.intake.LandingRecords;
import org.dawen.lake.DuckQuery;
import org.dawen.lake.Lake;
import org.dawen.run.Settings;

/** The site of the sample city in {@code target/sample-site}, written once for all tests. */
final class SampleSite {
  private static final Path HOME = Path.of(System.getProperty("dawen.home", "."));
  static final Path LANDING = HOME.resolve("data-samples/landing");
  private static Path folder;

  private SampleSite() {}

  static synchronized Path folder() throws IOException {
    if (folder == null) {
      folder = HOME.resolve("target/sample-site").toAbsolutePath().normalize();
      SampleLake.delete(folder);
      write(folder);
    }
    return folder;
  }

  static Path page() throws IOException {
    return folder().resolve("index.html");
  }

  /** A copy that a test may change. */
  static void copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = target.resolve(folder().relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  /** What one run of the command writes. */
  static SiteReport write(Path into) throws IOException {
    return write(into, Files.readString(LANDING.resolve("registry/areas.geojson")), LANDING);
  }

  static SiteReport write(Path into, String areas, Path landing) throws IOException {
    Lake lake = SampleLake.lake();
    Path scratch = Files.createTempDirectory("dawen-site-");
    try (DuckQuery engine = new DuckQuery(lake, Catalogue::tables, 2, scratch)) {
      LandingRecords raw = new LandingRecords(lake, engine, landing.toString(), Settings.shipped());
      return new Site(engine, Catalogue.tables(), raw).write(into, areas);
    } finally {
      SampleLake.delete(scratch);
    }
  }

  /** The bytes of every file by its place. */
  static TreeMap<String, String> hashes(Path site) throws IOException {
    TreeMap<String, String> hashes = new TreeMap<>();
    try (var files = Files.walk(site)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              f -> {
                try {
                  hashes.put(
                      site.relativize(f).toString(), DigestUtils.sha256Hex(Files.readAllBytes(f)));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return hashes;
  }
}
