package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dawen.lake.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of machines over several nights, most of which are at work. */
class RetirementNightTest {
  private static final String HEADINGS =
      "machine_code,kind,emission_stage,owner,county_code,retired_on,retire_kind,proof_no\n";
  private static final String AT_WORK =
      "M1,叉车,国一,甲公司,370902,,,\nM2,叉车,国一,甲公司,370902,,,\nM3,叉车,国一,甲公司,370902,,,\n";

  @TempDir private Path folder;
  private Path machines;
  private Nights nights;

  @BeforeEach
  void aRegistry() throws IOException {
    Path registry = Files.createDirectories(folder.resolve("landing/registry"));
    machines = registry.resolve("machines.csv");
    Files.writeString(
        registry.resolve("counties.csv"),
        "county_code,name,city_code\n370902,泰山区,370900\n370911,岱岳区,370900\n");
    Files.writeString(
        registry.resolve("retirement_targets.csv"),
        "area_code,subject_kind,year,most_stage,target_count,due_on,document_no\n"
            + "370900,machine,2024,国一,1147,,\n");
    nights =
        new Nights(folder.resolve("lake"), folder.resolve("landing"))
            .only("diesel.retirement_month", "diesel.doubtful_retirement");
  }

  private void night(String lines) throws IOException {
    Files.writeString(machines, HEADINGS + lines);
    assertThat(nights.run().exitCode()).isZero();
  }

  private List<String> asked(String sql) {
    return Ask.texts(new Query(nights.lake(), Catalogue.tables()), sql);
  }

  private List<String> cityMonths() {
    return asked(
        "SELECT concat_ws(' ', month_start, retired_to_date_count, target_left_count) FROM"
            + " diesel.retirement_month WHERE area_kind = 'city' ORDER BY 1");
  }

  @Test
  void machinesAtWorkAreKeptAndOnceRetiredCountFromTheirDay() throws IOException {
    night(AT_WORK);
    assertThat(asked("SELECT count(*) FROM registry.machine")).containsExactly("3");
    assertThat(cityMonths()).isEmpty();

    night(AT_WORK + "M4,叉车,国一,甲公司,370902,2024-02-10,scrapped,P4\n");
    assertThat(cityMonths()).containsExactly("2024-02-01 1 1146");

    night(
        AT_WORK.replace("M1,叉车,国一,甲公司,370902,,,", "M1,叉车,国一,甲公司,370902,2024-01-05,scrapped,P1")
            + "M4,叉车,国一,甲公司,370902,2024-02-10,scrapped,P4\n");
    assertThat(cityMonths()).containsExactly("2024-01-01 1 1146", "2024-02-01 2 1145");
  }

  @Test
  void aMachineAtWorkThatIsAddedMakesNothingDue() throws IOException {
    night(AT_WORK + "M4,叉车,国一,甲公司,370902,2024-02-10,scrapped,P4\n");

    Files.writeString(
        machines,
        HEADINGS
            + AT_WORK
            + "M5,叉车,国一,甲公司,370902,,,\nM4,叉车,国一,甲公司,370902,2024-02-10,scrapped,P4\n");
    nights.withoutJobs().run();

    assertThat(
            new Nights(folder.resolve("lake"), folder.resolve("landing"))
                .only("diesel.retirement_month", "diesel.doubtful_retirement")
                .plan())
        .allMatch(due -> due.isEmpty());
    assertThat(asked("SELECT count(*) FROM registry.machine")).containsExactly("5");
  }

  @Test
  void monthsAreTheSameInWhateverNightsTheirRetirementsArrive() throws IOException {
    String january = "M1,叉车,国一,甲公司,370902,2024-01-10,scrapped,P1\n";
    String april =
        "m1,叉车,国一,甲公司,370902,2024-04-02,scrapped,P1\n"
            + "M2,叉车,国一,乙公司,370911,2024-04-05,scrapped,P2\n";
    String all =
        "SELECT concat_ws(' ', area_kind, area_code, month_start, retired_to_date_count,"
            + " doubtful_to_date_count) FROM diesel.retirement_month ORDER BY 1";
    night(january);
    List<String> alone = asked(all);
    night(january + april);

    assertThat(asked(all))
        .containsExactly(
            "city 370900 2024-01-01 1 1",
            "city 370900 2024-02-01 1 1",
            "city 370900 2024-03-01 1 1",
            "city 370900 2024-04-01 2 1",
            "county 370902 2024-01-01 1 1",
            "county 370902 2024-02-01 1 1",
            "county 370902 2024-03-01 1 1",
            "county 370902 2024-04-01 1 1",
            "county 370911 2024-01-01 0 0",
            "county 370911 2024-02-01 0 0",
            "county 370911 2024-03-01 0 0",
            "county 370911 2024-04-01 1 0");

    night(january);
    assertThat(asked(all)).isEqualTo(alone);
  }

  @Test
  void aRetirementTakenBackCountsNoMore() throws IOException {
    night(AT_WORK + "M4,叉车,国一,甲公司,370902,2024-02-10,scrapped,\n");
    assertThat(asked("SELECT doubt FROM diesel.doubtful_retirement"))
        .containsExactly("RETIRED_WITHOUT_PROOF");

    night(AT_WORK + "M4,叉车,国一,甲公司,370902,,,\n");

    assertThat(cityMonths()).isEmpty();
    assertThat(asked("SELECT doubt FROM diesel.doubtful_retirement")).isEmpty();
  }
}
