package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.intake.Reject;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.lake.Trouble;
import org.dawen.run.NightReport;
import org.dawen.run.Runner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is deleted stays deleted, and no night computes a result with less than there was. */
class DeletionTest {
  private static final Path LANDING =
      Path.of(System.getProperty("dawen.home", "."), "data-samples/landing");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final int LATE = 400;

  @TempDir private Path folder;
  private Nights nights;
  private Lake lake;

  @BeforeEach
  void openTheLake() {
    nights = new Nights(folder.resolve("lake"), LANDING);
    lake = nights.lake();
  }

  private void copyTheSample() {
    SampleLake.copyTo(folder.resolve("lake"));
  }

  private List<String> delete(String keep) {
    return new Deletion(keep, TODAY, LATE)
        .apply(lake, Catalogue.jobs(LANDING.toString()), false).stream()
            .map(Message::toString)
            .toList();
  }

  private Map<String, String> results() {
    Map<String, String> hashes = nights.hashes();
    hashes.keySet().removeIf(t -> t.startsWith("received.") || t.startsWith("ops."));
    return hashes;
  }

  private static Runner.Wish forced(String job) {
    return new Runner.Wish(DaySet.parse("2024-03-04..2024-03-05"), Set.of(job), true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "received            | does not say how long",
        "received=2          | does not say how long",
        "received=399d       | records may arrive 400 days late",
        "ops=1y              | records may arrive 400 days late",
        "air=5y              | Nothing is deleted from air",
        "registry=5y         | Nothing is deleted from registry",
        "received=2y,pool=2y | Nothing is deleted from pool"
      })
  void whatCannotBeMeantIsRefusedBeforeAnythingIsDeleted(String keep, String sentence) {
    assertThatThrownBy(() -> new Deletion(keep, TODAY, LATE))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void nothingIsDeletedUnlessItIsAskedFor() {
    assertThat(nights.settings().text("maintain.keep")).isEmpty();
    assertThat(new Deletion("", TODAY, LATE).apply(lake, List.of(), false)).isEmpty();
  }

  @Test
  void aDryRunOnlyTells() {
    copyTheSample();
    Map<String, String> before = nights.hashes();
    assertThat(
            new Deletion("received=400d,ops=400d", TODAY, LATE)
                .apply(lake, Catalogue.jobs(LANDING.toString()), true))
        .extracting(Message::toString)
        .contains(
            "received.air: rows of 31 days before 2025-10-01 would be deleted; results that follow"
                + " from them stand as they are.");
    assertThat(nights.hashes()).isEqualTo(before);
  }

  @Test
  void resultsOfDeletedRecordsStandWhateverChangesAfterwards() {
    copyTheSample();
    Map<String, String> results = results();
    String pool = nights.hash(Catalogue.table("received.pool"));
    long rejects = lake.countRows(Table.of(Reject.class));

    assertThat(delete("received=400d,ops=400d"))
        .contains("received.pool is kept: results follow from it from its beginning.")
        .contains("received.waste_manifest is kept: results follow from it from its beginning.");
    assertThat(lake.countRows(Catalogue.table("received.air"))).isZero();
    assertThat(lake.countRows(Catalogue.table("received.power"))).isZero();
    assertThat(lake.countRows(Table.of(Reject.class))).isLessThan(rejects);
    assertThat(nights.hash(Catalogue.table("received.pool"))).isEqualTo(pool).isNotEqualTo("0:0");
    assertThat(results()).isEqualTo(results);
    assertThat(nights.run().lines()).as("nothing is due").isEmpty();
    assertThat(delete("received=400d,ops=400d"))
        .as("deleted already")
        .noneMatch(s -> s.contains("deleted"));

    // Other rules make every day due, of which the records are gone.
    nights.with("air.instrument_cap.so2", "501").with("power.plausible_times_rated", "1.1");
    NightReport night = nights.run();
    assertThat(night.exitCode()).isZero();
    assertThat(night.lines())
        .extracting(NightReport.Line::name)
        .doesNotContain("air.station_hour", "air.station_day", "power.meter_interval");
    assertThat(results()).isEqualTo(results);

    assertThatThrownBy(() -> nights.run(forced("air.station_day")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("air.station_day cannot be computed for 2024-03-04..2024-03-05")
        .hasMessageContaining("rows of received.air before 2025-10-01 have been deleted");
    assertThat(nights.run(forced("lead.evidence")).exitCode())
        .as("follows from results, which are there")
        .isZero();
    assertThat(results()).isEqualTo(results);

    // The landing folder gives records again; they are not all that there was, so they do not
    // count.
    Rebuild.setAside(lake, List.of(Catalogue.table("received.air")), nights.settings());
    assertThat(nights.run().exitCode()).isZero();
    assertThat(lake.countRows(Catalogue.table("received.air"))).isPositive();
    assertThat(results()).isEqualTo(results);
    Findings findings = new Findings();
    LakeHealth.receivedAfterDeletion(findings, lake);
    assertThat(findings.json()).contains("received.air: 31 days before 2025-10-01");
  }

  @Test
  void aResultThatCannotBeMadeAnewIsNotSetAsideUnasked() {
    copyTheSample();
    delete("received=400d");
    Table table = Catalogue.table("air.station_day");
    lake.spark()
        .sql("DELETE FROM delta.`%s` WHERE station_code = 'TA001'".formatted(lake.path(table)));
    assertThatThrownBy(nights::run)
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("air.station_day was changed from outside")
        .hasMessageContaining("which cannot be recomputed")
        .hasMessageContaining("./dawen doctor --rebuild air.station_day");
    assertThat(lake.exists(table)).isTrue();
  }

  @Test
  void anExplanationSaysSinceWhenRecordsAreThere() {
    copyTheSample();
    Table table = Catalogue.table("source.exceedance_hour");
    TableRow row = lake.rows(table, DaySet.ALWAYS, Set.of("data_day")).get(0);
    assertThat(DeletedRecords.behind(lake, table, row)).isEmpty();
    delete("received=400d");
    assertThat(DeletedRecords.behind(lake, table, row))
        .singleElement()
        .asString()
        .startsWith("Warning: Records of received.hj212 are in the lake from 2025-10-01 on");
  }
}
