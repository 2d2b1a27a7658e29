package org.dawen.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.dawen.intake.LandingRecords;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.dawen.publish.Site;
import org.dawen.publish.SiteReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The pages to explore. */
@Command(name = "site", mixinStandardHelpOptions = true)
final class SiteCommand implements Callable<Integer> {
  /** Shapes of a city's counties take some 100 kB; what is much larger is no such file. */
  private static final int MOST_BYTES_OF_AREAS = 32 << 20;

  @Mixin private LakeOptions options;

  @Option(names = "--site", paramLabel = "DIR")
  private Path site;

  @Option(names = "--areas", paramLabel = "FILE")
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
        System.err.println(Message.of("site.no-map").text());
      }
      System.out.println(
          Message.of(
                  "site.written",
                  report.index(),
                  report.written(),
                  report.unchanged(),
                  report.removed(),
                  report.bytes() / 1024.0 / 1024.0,
                  (System.nanoTime() - begin) / 1e9)
              .text());
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
        throw Trouble.usage("site.areas-too-large", place, MOST_BYTES_OF_AREAS);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      if (areas == null) {
        return null;
      }
      throw Trouble.usage(e, "site.no-areas", place);
    } catch (IOException e) {
      throw Trouble.usage(e, "site.areas-unreadable", place, e.getMessage());
    }
  }

  private Path folder() {
    BriefOptions beside = new BriefOptions();
    if (site == null && !beside.hasFolder(options)) {
      throw Trouble.usage("site.no-folder", options.lake);
    }
    return site == null ? beside.folder(options).resolveSibling("site") : site;
  }
}
