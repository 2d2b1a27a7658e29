package org.dawen.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.dawen.intake.LandingRecords;
import org.dawen.lake.Trouble;
import org.dawen.publish.Site;
import org.dawen.publish.SiteReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The pages to explore. */
@Command(
    name = "site",
    mixinStandardHelpOptions = true,
    description =
        "Write a folder of static pages to explore the results: map, days, outlets, packets, leads.")
final class SiteCommand implements Callable<Integer> {
  /** Shapes of a city's counties take some 100 kB; what is much larger is no such file. */
  private static final int MOST_BYTES_OF_AREAS = 32 << 20;

  @Mixin private LakeOptions options;

  @Option(
      names = "--site",
      paramLabel = "DIR",
      description = "Folder of the pages (default: site beside the lake).")
  private Path site;

  @Option(
      names = "--areas",
      paramLabel = "FILE",
      description =
          "Shapes of the counties, GeoJSON (default: registry/areas.geojson of the landing folder).")
  private String areas;

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    String shapes = shapes();
    try (OpenLake open = OpenLake.toRead(options)) {
      LandingRecords raw =
          new LandingRecords(open.lake(), open.engine(), options.landingRoot(), options.settings());
      SiteReport report = new Site(open.engine(), Catalogue.tables(), raw).write(folder(), shapes);
      if (shapes == null) {
        System.err.println(
            "There is no registry/areas.geojson in the landing folder: a table takes the place of the map.");
      }
      System.out.printf(
          "%s%n%,d files written, %,d as they were, %,d removed; %.1f MiB in %.1f s%n",
          report.index(),
          report.written(),
          report.unchanged(),
          report.removed(),
          report.bytes() / 1024.0 / 1024.0,
          (System.nanoTime() - begin) / 1e9);
    }
    return 0;
  }

  /** The text of the file; null if none is named and the registry has none. */
  private String shapes() {
    String place = areas == null ? options.landingRoot() + "/registry/areas.geojson" : areas;
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(place);
    try (InputStream in = path.getFileSystem(new Configuration()).open(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES_OF_AREAS + 1);
      if (bytes.length > MOST_BYTES_OF_AREAS) {
        throw Trouble.usage(
            "The file %s is larger than %,d bytes.".formatted(place, MOST_BYTES_OF_AREAS),
            "Simplify the shapes.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      if (areas == null) {
        return null;
      }
      throw Trouble.usage("There is no file %s.".formatted(place), "Name another with --areas.", e);
    } catch (IOException e) {
      throw Trouble.usage(
          "The file %s cannot be read: %s.".formatted(place, e.getMessage()),
          "See to its rights.",
          e);
    }
  }

  private Path folder() {
    BriefOptions beside = new BriefOptions();
    if (site == null && !beside.hasFolder(options)) {
      throw Trouble.usage(
          "The lake %s is on no local disk.".formatted(options.lake),
          "Name a folder for the pages with --site DIR.");
    }
    return site == null ? beside.folder(options).resolveSibling("site") : site;
  }
}
