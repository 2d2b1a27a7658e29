package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.functions;
import org.dawen.cli.Catalogue;
import org.dawen.cli.SampleLake;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.dawen.source.SourceTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed of the sample month. */
class FeedReleaseTest {
  private static final YearMonth MARCH = YearMonth.of(2024, 3);
  private static final LocalDate AFTER = LocalDate.of(2024, 4, 2);
  private static final Path GOLDEN =
      Path.of(
          System.getProperty("dawen.home", "."), "src/test/resources/golden/publish.feed/march");

  @TempDir private Path folder;

  private static FeedRelease into(Path feeds) {
    return new FeedRelease(SampleLake.lake(), Catalogue.tables(), feeds);
  }

  private static List<Path> files(Path dir) throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.sorted().toList();
    }
  }

  @Test
  void theSampleMonthIsAsWorkedOut() throws IOException {
    Path march = into(folder).release(MARCH, AFTER).folder();
    for (Path golden : files(GOLDEN)) {
      String name = golden.getFileName().toString();
      if (name.endsWith(".csv")) {
        assertThat(Files.readString(march.resolve(name)))
            .as(name)
            .isEqualTo(Files.readString(golden));
      }
    }
  }

  @Test
  void anotherReleaseOfTheSameTablesGivesTheSameBytes() throws IOException {
    FeedRelease.Outcome one = into(folder.resolve("one")).release(MARCH, AFTER);
    FeedRelease.Outcome two = into(folder.resolve("two")).release(MARCH, AFTER);
    assertThat(files(two.folder())).hasSameSizeAs(files(one.folder()));
    for (Path file : files(one.folder())) {
      assertThat(two.folder().resolve(file.getFileName().toString())).hasSameBinaryContentAs(file);
    }
    FeedRelease.Outcome again = into(folder.resolve("one")).release(MARCH, AFTER);
    assertThat(again.isNew()).isFalse();
    assertThat(again.revision()).isEqualTo(1);
    assertThat(files(folder.resolve("one/2024-03"))).hasSize(1);
  }

  @Test
  void theManifestNamesEveryFileWithItsHash() throws Exception {
    Path march = into(folder).release(MARCH, AFTER).folder();
    JsonNode manifest = new ObjectMapper().readTree(march.resolve("manifest.json").toFile());
    assertThat(manifest.path("state").asText()).isEqualTo("final");
    assertThat(manifest.path("standards_in_force").findValuesAsText("standard")).isNotEmpty();
    assertThat(manifest.path("files")).hasSize(files(march).size() - 1);
    for (JsonNode f : manifest.path("files")) {
      byte[] content = Files.readAllBytes(march.resolve(f.path("file").asText()));
      byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(content);
      assertThat(java.util.HexFormat.of().formatHex(hash)).isEqualTo(f.path("sha256").asText());
    }
    for (JsonNode t : manifest.path("tables")) {
      assertThat(t.path("table_version").asLong(-1)).as(t.path("name").asText()).isNotNegative();
    }
  }

  @Test
  void changedTablesGiveRevisionTwoWithADiffByAreaAndItem() throws IOException {
    FeedRelease.Outcome first = into(folder).release(MARCH, AFTER);
    String before = Files.readString(first.folder().resolve("pool_balance.json"));
    // Late data, seen from the other side: the stored revision had another number and a row less.
    Path stored = first.folder().resolve("pool_balance.json");
    String other = before.replaceFirst("\"balance_t\":16\\.1000", "\"balance_t\":15.1000");
    assertThat(other).isNotEqualTo(before);
    Files.writeString(stored, other);
    Path manifest = first.folder().resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceFirst("\"content_sha256\" : \"..", "\"content_sha256\" : \"--"));

    FeedRelease.Outcome second = into(folder).release(MARCH, AFTER);

    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.changeCount()).isEqualTo(1);
    assertThat(Files.readString(second.folder().resolve("changes.md")))
        .contains("指标池-县级账户")
        .contains("泰山区")
        .contains("余额")
        .contains("15.1000 → 16.1000(+1)");
    assertThat(stored).content().isEqualTo(other);
  }

  @Test
  void aMonthThatHasNotEndedIsPreliminaryAndItsEndIsTheNextRevision() throws IOException {
    FeedRelease.Outcome open = into(folder).release(MARCH, LocalDate.of(2024, 3, 31));
    assertThat(open.isPreliminary()).isTrue();
    assertThat(Files.readString(open.folder().resolve("manifest.json")))
        .contains("\"state\" : \"preliminary\"");
    FeedRelease.Outcome ended = into(folder).release(MARCH, AFTER);
    assertThat(ended.revision()).isEqualTo(2);
    assertThat(ended.changeCount()).isZero();
  }

  @Test
  void aMonthWithoutDataGivesNoFeed() {
    assertThatThrownBy(() -> into(folder).release(YearMonth.of(2019, 1), AFTER))
        .isInstanceOfSatisfying(
            Trouble.class, t -> assertThat(t.kind()).isEqualTo(Trouble.Kind.NOT_READY));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aMonthOfWhichAFeedIsMissingIsWithheldWithReasons() {
    assertThatThrownBy(() -> into(folder).release(YearMonth.of(2023, 5), AFTER))
        .isInstanceOfSatisfying(
            Trouble.class, t -> assertThat(t.kind()).isEqualTo(Trouble.Kind.REFUSED))
        .hasMessageContaining("county 370902 泰山区 is missing");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aRankThatDoesNotFollowTheIndexWithholdsTheFeed() {
    Lake lake =
        new Lake(SharedSession.spark(), SampleLake.copyTo(folder.resolve("lake")).toString());
    Table ranking =
        Catalogue.tables().stream()
            .filter(t -> t.name().equals("air.ranking_month"))
            .findFirst()
            .orElseThrow();
    DaySet march = DaySet.of(MARCH.atDay(1));
    var wrong =
        Given.ofDays(lake, ranking, march)
            .withColumn(
                "rank_no",
                functions
                    .when(
                        functions.expr(
                            "area_code = '370923' AND period_kind = 'month' AND dust = 'included'"),
                        functions.lit(1))
                    .otherwise(functions.col("rank_no")))
            .localCheckpoint();
    Given.replaceDays(lake, ranking, march, wrong, "test");
    FeedRelease release = new FeedRelease(lake, Catalogue.tables(), folder.resolve("feeds"));
    assertThatThrownBy(() -> release.release(MARCH, AFTER))
        .hasMessageContaining("370923 in county/month/included has rank 1, by its index it has 2");
    assertThat(folder.resolve("feeds")).doesNotExist();
  }

  @Test
  void verdictsByLimitsNobodyHasVerifiedStayOut() throws IOException {
    Lake lake =
        new Lake(SharedSession.spark(), SampleLake.copyTo(folder.resolve("lake")).toString());
    DaySet march = DaySet.between(MARCH.atDay(1), MARCH.atEndOfMonth());
    for (Table table : List.of(SourceTables.EXCEEDANCE_HOUR, SourceTables.EXCEEDANCE_EPISODE)) {
      var provisional =
          Given.ofDays(lake, table, march)
              .withColumn("is_provisional", functions.expr("outlet_code = 'EX003-DA001'"))
              .localCheckpoint();
      Given.replaceDays(lake, table, march, provisional, "test");
    }

    Path feed =
        new FeedRelease(lake, Catalogue.tables(), folder.resolve("feeds"))
            .release(MARCH, AFTER)
            .folder();

    for (String sheet : List.of("source_hours", "source_episodes")) {
      assertThat(Files.readString(GOLDEN.resolve(sheet + ".csv"))).contains("EX003-DA001");
      assertThat(Files.readString(feed.resolve(sheet + ".csv")))
          .contains("EX004-DA001")
          .doesNotContain("EX003-DA001");
    }
    // Of EX006 nothing but provisional verdicts is known.
    assertThat(Files.readString(feed.resolve("source_compliance.csv")))
        .contains("EX007-DA001")
        .doesNotContain("EX006");
  }

  @Test
  void aDiskThatFillsUpLeavesNothing() {
    AtomicInteger written = new AtomicInteger();
    FeedRelease release =
        new FeedRelease(
            SampleLake.lake(),
            Catalogue.tables(),
            folder,
            (file, content) -> {
              if (written.incrementAndGet() == 7) {
                Files.write(
                    file, new String(content, StandardCharsets.UTF_8).substring(0, 9).getBytes());
                throw new IOException("No space left on device");
              }
              Files.write(file, content);
            });
    assertThatThrownBy(() -> release.release(MARCH, AFTER))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("No space left on device");
    assertThat(folder.resolve("2024-03")).isEmptyDirectory();
    assertThat(into(folder).release(MARCH, AFTER).revision()).isEqualTo(1);
  }
}
