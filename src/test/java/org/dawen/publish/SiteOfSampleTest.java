package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dawen.cli.Catalogue;
import org.dawen.cli.SampleLake;
import org.dawen.lake.Query;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site of the sample city. */
class SiteOfSampleTest {
  private static final long MOST_BYTES = 10L << 20;

  @TempDir private Path folder;

  @Test
  void aSecondRunWritesNothingAndAnotherFolderGetsTheSameBytes() throws Exception {
    Path site = SampleSite.folder();
    SiteReport again = SampleSite.write(site);
    assertThat(again.written()).isZero();
    assertThat(again.removed()).isZero();
    assertThat(again.unchanged()).isGreaterThan(80);
    assertThat(again.bytes()).isLessThan(MOST_BYTES);
    SampleSite.write(folder.resolve("other"));
    assertThat(SampleSite.hashes(folder.resolve("other"))).isEqualTo(SampleSite.hashes(site));
  }

  /**
   * A lake on an object store is asked by Spark: every question is one that it understands, too.
   */
  @Test
  void sparkUnderstandsEveryQuestion() {
    Query spark = new Query(SampleLake.lake(), Catalogue.tables());
    int asked = 0;
    for (SiteLayout.Kind kind : SiteLayout.kinds()) {
      for (SiteLayout.Part part : kind.parts()) {
        String period = kind.period() == SiteLayout.Period.YEAR ? "2024" : "2024-03";
        assertThat(spark.judge(part.sql(kind.by(), kind.period(), period)).tables()).isNotEmpty();
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(30);
    assertThat(spark.judge(SitePackets.records("2024-03")).tables())
        .extracting(Table::name)
        .contains("received.hj212", "source.outlet_hour");
  }

  @Test
  void sparkGivesTheSameBytesOfTrucks() throws Exception {
    SiteFolder bySpark = new SiteFolder(folder.resolve("by-spark"));
    Query spark = new Query(SampleLake.lake(), Catalogue.tables());
    new SiteData(spark, bySpark)
        .write(SiteLayout.kinds().stream().filter(k -> k.name().equals("truck")).toList());
    var hashes = SampleSite.hashes(folder.resolve("by-spark"));
    assertThat(hashes).hasSizeGreaterThan(3);
    assertThat(SampleSite.hashes(SampleSite.folder())).containsAllEntriesOf(hashes);
  }

  @Test
  void noFileNamesAPersonAVehicleOrAPassword() throws Exception {
    try (var files = Files.walk(SampleSite.folder().resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        assertThat(text)
            .as(file.toString())
            .doesNotContain("LTASAMPLE", "鲁J0000", "PW=123456", "PW=1")
            .doesNotContain("</");
      }
    }
  }

  @Test
  void theLicenceOfTheLibraryLiesBesideIt() throws Exception {
    Path lib = SampleSite.folder().resolve("lib");
    assertThat(Files.readString(lib.resolve("echarts-LICENSE.txt"))).contains("Apache License");
    assertThat(Files.readString(lib.resolve("echarts-NOTICE.txt"))).contains("Apache ECharts");
    assertThat(Files.readString(lib.resolve("echarts-LICENSE-d3.txt"))).contains("Copyright");
  }

  @Test
  void withoutOutlinesAndLandingFilesThePagesAreWrittenAndSayWhatIsGone() throws Exception {
    SiteReport report = SampleSite.write(folder.resolve("site"), null, folder.resolve("nowhere"));
    assertThat(report.index()).exists();
    assertThat(Files.readString(folder.resolve("site/data/areas.js")))
        .isEqualTo("dawen.put(\"areas\",null);\n");
    assertThat(Files.readString(folder.resolve("site/data/packet/EX001-DA001/2024-03.js")))
        .contains("\"state\":{\"r\":[\"gone\",");
  }

  @Test
  void outlinesThatCannotBeDrawnAreRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> SampleSite.write(folder.resolve("site"), "{}", folder))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("it has no features");
    assertThat(folder.resolve("site")).doesNotExist();
  }
}
