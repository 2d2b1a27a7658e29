package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dawen.cli.Catalogue;
import org.dawen.cli.SampleLake;
import org.dawen.lake.DaySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read of hazardous waste, letters, draws and decisions in the sample city. */
class WasteAndDecisionsInBriefTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 31);

  private static Results results() {
    return new Results(SampleLake.lake(), Catalogue.tables());
  }

  private static Section section(LocalDate day, String name) {
    return new Brief(results(), day)
        .sections().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static Sheet folded(LocalDate day, String section, String sheet) {
    return section(day, section).folded().stream()
        .filter(s -> s.name().equals(sheet))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theBriefTellsStockWhatIsInStoreTooLongAndWhatDoesNotFit() {
    Section waste = section(DAY, "waste");
    assertThat(waste.summaryZh()).isEqualTo("库存196.93吨；超期贮存1批，其中持证单位1批；近30天联单与台账问题5条。");
    assertThat(waste.summaryEn())
        .startsWith("196.93 t are in store. 1 batch has been stored too long");
    Sheet storage = folded(DAY, "waste", "waste_storage");
    assertThat(storage.lines()).extracting(l -> l.text("unit_name")).containsExactly("示例危险废物经营单位");
    assertThat(storage.lines()).extracting(l -> l.whole("stored_days")).containsExactly(405L);
  }

  @Test
  void aBriefOfAnEarlierDayTellsWhatWasInStoreOnThatDay() {
    assertThat(folded(LocalDate.of(2024, 3, 6), "waste", "waste_storage").lines())
        .extracting(l -> l.text("batch_no") + " " + l.text("force") + " " + l.text("mass_t"))
        .containsExactly(
            "WU001-B02 binding 12.600000",
            "WU005-OLD1 screening 1800.000000",
            "WU005-OLD2 screening 1320.000000",
            "WU003-B01 screening 6.400000");
  }

  @Test
  void aCountyGetsItsOwnUnitsAlone() {
    WasteSheets sheets = new WasteSheets(results(), new Names(results(), DAY), DAY);
    assertThat(sheets.of("370902").get(1).lines())
        .extracting(l -> l.text("unit_code"))
        .containsOnly("WU004")
        .hasSize(3);
    assertThat(sheets.of("370921").get(0).lines()).isEmpty();
  }

  @Test
  void theBriefTellsLettersAndDrawsThatDoNotRepeat() {
    assertThat(section(DAY, "enforce").summaryZh())
        .isEqualTo("信访件累计1843件，未销号6件，其中超期2件。近120天随机抽取3次，复算不一致1次；当日人工认定0件。");
    assertThat(folded(DAY, "enforce", "draws").lines())
        .filteredOn(l -> l.is("is_repeated", false))
        .extracting(l -> l.text("draw_no"))
        .containsExactly("D2024-03");
  }

  @Test
  void whatAPersonDecidedStandsBesideOurVerdictAndChangesNothingOfIt() {
    Results results = results();
    Decisions decisions = new Decisions(results);
    LocalDate day = LocalDate.of(2024, 3, 6);
    List<Line> episodes =
        results.lines("source.exceedance_episode", DaySet.of(day)).stream()
            .filter(l -> l.is("outlet_code", "EX001-DA001") && l.is("pollutant_code", "a21026"))
            .toList();
    assertThat(episodes).hasSize(1);
    Line beside = decisions.besideEpisode(episodes.get(0));
    assertThat(beside.text("decision")).isEqualTo("认定属实（2024-03-08）");
    assertThat(beside.with("decision", null)).isEqualTo(episodes.get(0).with("decision", null));
    Line lead =
        results.lines("lead.lead", DaySet.ALWAYS).stream()
            .filter(l -> l.text("lead_id").equals("EX003/TREATMENT_NOT_RUNNING/2024-03-12"))
            .findFirst()
            .orElseThrow();
    assertThat(decisions.besideLead(lead).text("decision")).isEqualTo("已处罚（2024-03-25）");
    assertThat(decisions.besideLead(lead.with("lead_id", "other")).at("decision")).isNull();
    LocalDate first = LocalDate.of(2024, 3, 10);
    Line earlier =
        lead.with("lead_id", "EX003/TREATMENT_NOT_RUNNING/" + first).with("data_day", first);
    assertThat(decisions.besideLead(earlier).text("decision"))
        .as("late evidence has brought its first day forward")
        .isEqualTo("已处罚（2024-03-25）");
    Line joined =
        lead.with("lead_id", "EX003/PERMIT/2024-01-01")
            .with("other_lead_ids", "A/B/2024-01-01;" + lead.text("lead_id"));
    assertThat(decisions.besideLead(joined).text("decision")).isEqualTo("已处罚（2024-03-25）");
  }

  @Test
  void aMeanOfTheDayHasDecisionsOnAnyHourOfItBesideIt() {
    Results results = results();
    LocalDate day = LocalDate.of(2024, 3, 6);
    Line mean =
        results.lines("source.outlet_day", DaySet.of(day)).stream()
            .filter(l -> l.is("outlet_code", "EX001-DA001") && l.is("pollutant_code", "a21026"))
            .findFirst()
            .orElseThrow();
    Decisions decisions = new Decisions(results);
    assertThat(decisions.besideDay(mean).text("decision")).isEqualTo("认定属实（2024-03-08）");
    assertThat(decisions.besideDay(mean.with("data_day", day.plusDays(9))).at("decision")).isNull();
  }

  @Test
  void anExcuseNamesItsProofAndEndsWithTheHourItIsFor() {
    Decisions decisions = new Decisions(results());
    List<Line> hours =
        results().lines("source.exceedance_hour", DaySet.parse("2024-03-05")).stream()
            .filter(l -> l.is("outlet_code", "EX001-DA002") && l.is("pollutant_code", "a21002"))
            .map(decisions::besideHour)
            .toList();
    assertThat(hours)
        .filteredOn(l -> l.text("hour_start").endsWith("T10:00"))
        .extracting(l -> l.text("decision"))
        .containsExactly("经举证免责（2024-03-07 M-2024-03）");
    Line next = hours.get(0).with("hour_start", LocalDate.of(2024, 3, 5).atTime(11, 0));
    assertThat(decisions.besideHour(next).at("decision")).isNull();
  }

  @Test
  void thePageHoldsBothBlocks(@TempDir Path folder) throws IOException {
    String page =
        Files.readString(
            new MorningReport(SampleLake.lake(), Catalogue.tables())
                .write(LocalDate.of(2024, 3, 6), folder)
                .get(0));
    assertThat(page)
        .contains("危险废物", "信访与执法", "人工认定", "认定属实（2024-03-08）", "confirmed (2024-03-08)");
  }
}
