package org.dawen.waste;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawen.intake.ReceivedWasteMove.Direction;
import org.junit.jupiter.api.Test;

/** Stores, batches and findings, worked out by hand. */
class StoreTest {
  @Test
  void whatNeverCameInLeavesTheStockAtZeroAndIsAFinding() {
    Waste waste = new Waste().move("U in 2024-01-05 B1 1.5").move("U out 2024-01-09 B1 2").run();
    StockDay last = waste.all(StockDay.class).get(1);
    assertThat(last.stockT()).isEqualByComparingTo("0");
    assertThat(last.outT()).isEqualByComparingTo("1.5");
    assertThat(last.unbackedOutT()).isEqualByComparingTo("0.5");
    assertThat(last.oldestInOn()).isNull();
    assertThat(waste.findings())
        .containsExactly("out_without_stock B1 2024-01-09 0.500  screening");
  }

  @Test
  void aBatchGivesNothingOfAnother() {
    Waste waste = new Waste().move("U in 2024-01-05 B1 5").move("U out 2024-01-09 B2 2").run();
    assertThat(waste.all(StockDay.class).get(1).stockT()).isEqualByComparingTo("5");
    assertThat(waste.findings())
        .containsExactly("out_without_stock B2 2024-01-09 2.000  screening");
  }

  @Test
  void whatComesInOnADayIsThereForWhatGoesOutOnIt() {
    Waste waste = new Waste().move("U out 2024-01-05 B1 2").move("U in 2024-01-05 B1 5").run();
    assertThat(waste.all(StockDay.class).get(0).stockT()).isEqualByComparingTo("3");
    assertThat(waste.findings()).isEmpty();
  }

  @Test
  void aYearToTheDayIsAllowedAndTheNextDayIsNot() {
    Waste waste =
        new Waste()
            .unit("U", true, "5")
            .move("U in 2023-03-01 GONE 1")
            .move("U out 2024-03-01 GONE 1")
            .move("U in 2023-03-02 LATE 2")
            .move("U out 2024-03-04 LATE 2")
            .move("U in 2023-02-28 STILL 3")
            .run();
    assertThat(waste.findings())
        .containsExactly(
            "storage_over_one_year LATE 2024-03-03 2.000 368 binding",
            "storage_over_one_year STILL 2024-02-29 3.000 370 binding");
    assertThat(waste.all(Finding.class))
        .extracting(Finding::endedOn)
        .containsExactlyInAnyOrder(Waste.day("2024-03-04"), null);
  }

  @Test
  void aBatchTakenOnTheFirstDayTooLateIsNoFinding() {
    assertThat(
            new Waste()
                .unit("U", true, "5")
                .move("U in 2023-03-01 B 1")
                .move("U out 2024-03-02 B 1")
                .run()
                .findings())
        .isEmpty();
  }

  @Test
  void withoutAPermitAYearIsScreeningAndAnApprovedPeriodCounts() {
    Waste waste =
        new Waste()
            .unit("NONE", false, "5")
            .unit("MORE", true, "5", 18)
            .move("NONE in 2023-01-01 A 1")
            .move("MORE in 2023-01-01 B 1")
            .move("MORE in 2024-03-01 C 1")
            .run();
    assertThat(waste.findings())
        .containsExactly("storage_over_one_year A 2024-01-02 1.000 425 screening");
    assertThat(waste.all(Batch.class))
        .filteredOn(b -> b.batchNo().equals("B"))
        .extracting(Batch::keepUntil)
        .containsExactly(Waste.day("2024-07-01"));
  }

  @Test
  void anApprovalOfImpossibleLengthEndsOnADayThatADateCanHold() {
    Waste waste =
        new Waste().unit("U", true, "5", Integer.MAX_VALUE).move("U in 2023-01-01 A 1").run();
    assertThat(waste.all(Batch.class))
        .extracting(Batch::keepUntil)
        .containsExactly(Waste.day("2123-01-01"));
  }

  @Test
  void aDayFarAheadOfAllOthersMakesNoBatchOld() {
    Waste waste = new Waste();
    for (int day = 1; day <= 20; day++) {
      waste.move("U in 2024-03-%02d B%d 1".formatted(day, day));
    }
    waste.move("U in 2042-03-03 SLIP 1");
    assertThat(waste.run().findings()).isEmpty();
    waste.move("U in 2042-03-04 TWO 1");
    assertThat(waste.run().findings()).as("of twenty days two are no slip").hasSize(20);
    for (int day = 1; day <= 20; day++) {
      waste.move("U in 2024-04-%02d C%d 1".formatted(day, day));
    }
    assertThat(waste.run().findings()).as("of forty they are").isEmpty();
  }

  @Test
  void whatLeftUnderTheLawAsRecalledIsProvisional() {
    Waste waste =
        new Waste()
            .move("U in 2018-01-01 GONE 1")
            .move("U out 2020-08-31 GONE 1")
            .move("U in 2018-01-01 LATER 1")
            .move("U out 2020-09-01 LATER 1")
            .run();
    assertThat(waste.all(Finding.class))
        .extracting(f -> f.objectNo() + " " + f.isProvisional())
        .containsExactly("GONE true", "LATER false");
  }

  @Test
  void aBatchThatWasEmptyBeginsAnew() {
    Waste waste =
        new Waste()
            .move("U in 2022-01-01 B 1")
            .move("U out 2022-06-01 B 1")
            .move("U in 2022-07-01 B 1")
            .move("U in 2023-06-01 C 1")
            .run();
    assertThat(waste.findings()).isEmpty();
    assertThat(waste.all(Batch.class).get(0).storedSince()).isEqualTo("2022-07-01");
  }

  @Test
  void ofTwoFilesTheLaterOneTellsTheMoveAnew() {
    Waste waste =
        new Waste()
            .in("b_r2.csv", "_r2")
            .move("U in 2024-01-05 B 4")
            .in("a.csv", "")
            .move("U in 2024-01-05 B 40")
            .run();
    assertThat(waste.all(StockDay.class).get(0).stockT()).isEqualByComparingTo("4");
    assertThat(waste.all(StockDay.class).get(0).fileId()).isEqualTo("waste/b_r2.csv");
  }

  @Test
  void twoLinesOfOneFileAreTwoMoves() {
    Waste waste = new Waste().move("U in 2024-01-05 B 4").move("U in 2024-01-05 B 1").run();
    assertThat(waste.all(StockDay.class).get(0).stockT()).isEqualByComparingTo("5");
  }

  @Test
  void sendingAndReceiptToldApartCompleteEachOther() {
    Waste waste =
        new Waste()
            .manifest("M U 2024-01-05 4 - -")
            .in("later.csv", "1")
            .manifest("M U - - 2024-01-07 3.9")
            .run();
    Manifest m = waste.all(Manifest.class).get(0);
    assertThat(m.underwayDays()).isEqualTo(2);
    assertThat(m.recordCount()).isEqualTo(2);
    assertThat(waste.findings())
        .containsExactly("manifest_mass_differs M 2024-01-07 -0.100  screening");
  }

  @Test
  void tenDaysAreAllowedElevenAreLateAndWhatNeverCameIsToldOnce() {
    Waste waste =
        new Waste()
            .manifest("TEN U 2024-01-01 1 2024-01-11 1")
            .manifest("ELEVEN U 2024-01-01 1 2024-01-12 1")
            .manifest("BACK U 2024-01-10 1 2024-01-09 1")
            .manifest("NEVER U 2024-01-01 1 - -")
            .manifest("OPEN U 2024-01-03 1 - -")
            .run();
    assertThat(waste.findings())
        .containsExactly(
            "not_received_within_10_days NEVER 2024-01-12 1.000 11 screening",
            "received_before_sending BACK 2024-01-09  -1 screening",
            "received_over_10_days_after_sending ELEVEN 2024-01-12  11 screening");
  }

  @Test
  void ledgerAndManifestAreHeldAgainstEachOther() {
    Waste waste =
        new Waste()
            .move("U in 2024-01-01 B 10")
            .move("U out 2024-01-02 B 1 SAME")
            .move("U out 2024-01-02 B 2 OTHER")
            .move("U out 2024-01-02 B 3 NOBODY")
            .move("U out 2024-01-03 B 1")
            .manifest("SAME U 2024-01-02 1 2024-01-03 1")
            .manifest("OTHER U 2024-01-02 2.5 2024-01-03 2.5")
            .manifest("ALONE U 2024-01-02 4 2024-01-03 4")
            .run();
    assertThat(waste.findings())
        .containsExactly(
            "ledger_differs_from_manifest OTHER 2024-01-03 -0.500  screening",
            "ledger_without_manifest NOBODY 2024-01-02 3.000  screening",
            "manifest_without_ledger ALONE 2024-01-03 4.000  screening");
  }

  @Test
  void oneKindOfWasteIsOneHoweverItsCodeIsWritten() {
    Waste waste =
        new Waste()
            .move("U in 2024-01-01 B 10")
            .move("U", "hw08\u00A0\u3000900-214-08", Direction.OUT, "2024-01-02", "B", "4", "M")
            .manifest("M U 2024-01-02 4 2024-01-03 4")
            .run();
    assertThat(waste.all(StockDay.class))
        .extracting(s -> s.wasteCode() + " " + s.stockT())
        .containsExactly(Waste.OIL + " 10", Waste.OIL + " 6");
    assertThat(waste.findings()).isEmpty();
  }

  @Test
  void aThousandTonnesThatLayForYearsAreClearedToTheLastKilogram() {
    Waste waste = new Waste().unit("U", false, "0").move("U in 2021-05-01 OLD 3120.5");
    for (int i = 1; i <= 4; i++) {
      waste
          .move("U out 2024-03-0%d OLD 780.125 M%d".formatted(i, i))
          .manifest("M%d U 2024-03-0%d 780.125 2024-03-0%d 780.125".formatted(i, i, i + 1));
    }
    waste.run();
    StockDay last = waste.all(StockDay.class).get(4);
    assertThat(last.stockT()).isEqualByComparingTo("0");
    assertThat(
            waste.all(Manifest.class).stream().mapToDouble(m -> m.receivedT().doubleValue()).sum())
        .isEqualTo(3120.5);
    assertThat(waste.findings())
        .containsExactly("storage_over_one_year OLD 2022-05-02 3120.500 1038 screening");
    assertThat(waste.all(Finding.class).get(0).isProvisional()).isFalse();
  }
}
