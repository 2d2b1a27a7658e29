package org.dawen.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dawen.pool.Ledgers.adjust;
import static org.dawen.pool.Ledgers.allocate;
import static org.dawen.pool.Ledgers.allocateCity;
import static org.dawen.pool.Ledgers.certify;
import static org.dawen.pool.Ledgers.entry;
import static org.dawen.pool.Ledgers.giveBack;
import static org.dawen.pool.Ledgers.reverse;
import static org.dawen.pool.Ledgers.rules;
import static org.dawen.pool.Ledgers.run;
import static org.dawen.pool.Ledgers.t;
import static org.dawen.pool.Ledgers.transfer;
import static org.dawen.pool.Ledgers.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.dawen.intake.ReceivedPool;
import org.dawen.lake.Table;
import org.dawen.pool.Ledgers.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  private static final String A = "370902";
  private static final String B = "370911";

  @ParameterizedTest
  @CsvSource({
    "1.0002, 0.3001", // 0.30006
    "1.0005, 0.3002", // 0.30015, a tie: to the even 2
    "1.0015, 0.3004", // 0.30045, a tie: to the even 4
    "0.0001, 0.0000",
    "0.0002, 0.0001",
    "99999999.9999, 30000000.0000"
  })
  void theCitysShareIsRoundedHalfEvenAndTheCountyKeepsTheRest(String mass, String share) {
    CountyMonth month = run(certify(1, 1, A, mass)).county(A);
    assertThat(month.pooled()).isEqualTo(t(share));
    assertThat(month.retained()).isEqualTo(t(mass) - t(share));
  }

  @Test
  void twoAdjustmentsOfATenThousandthLeaveTheRoundedShareOfTheRevisedMass() {
    Heard heard = run(certify(1, 1, A, "1.0002"), adjust(2, 2, "1.0001", 1), adjust(3, 3, "1", 1));
    assertThat(heard.county(A).pooled()).isEqualTo(t("0.3000"));
    assertThat(heard.county(A).retained()).isEqualTo(t("0.7000"));
    assertThat(heard.county(A).adjusted()).isEqualTo(t("-0.0002"));
    assertThat(heard.of(2)).extracting(Posting::kind).containsExactly(EntryKind.POOL);
    assertThat(heard.of(3)).extracting(Posting::kind).containsExactly(EntryKind.ADJUST);
  }

  @Test
  void theRatioIsThatOfTheCertificationsDayAlsoForLaterAdjustments() {
    LedgerRules changing = rules().withRatioFrom(LocalDate.of(2024, 3, 10), new BigDecimal("0.35"));
    Heard heard =
        run(
            changing,
            List.of(certify(1, 9, A, "100"), certify(2, 10, B, "100"), adjust(3, 11, "50", 1)));
    assertThat(heard.county(A).pooled()).isEqualTo(t("15"));
    assertThat(heard.county(B).pooled()).isEqualTo(t("35"));
  }

  @Test
  void whereNoRatioIsInForceNothingIsCertified() {
    LedgerRules none =
        LedgerRules.of(List.of(), List.of(), BigDecimal.ONE, java.util.Map.of("nox", "NOx"));
    assertThat(run(none, List.of(certify(1, 1, A, "1"))).refusal(1))
        .isEqualTo(Refusal.NO_RATIO_IN_FORCE);
  }

  @Test
  void drawsTakeLotsByExpiryThenCertificationDayThenNumber() {
    LedgerRules marchExpires =
        rules()
            .withValidities(
                List.of(
                    new LedgerRules.Validity(
                        null, 2, Ledgers.MARCH.plusDays(2), Ledgers.MARCH.plusDays(2))));
    Heard heard =
        run(
            marchExpires,
            List.of(
                certify(4, 2, A, "10"), // 7, no end
                certify(5, 1, A, "10"), // 7, no end, earlier
                certify(3, 2, A, "10"), // 7, no end, same day as 4, lower number
                certify(6, 3, A, "10"), // 7, ends on 3 May
                allocate(7, 4, A, "22", "P")));
    assertThat(heard.of(7)).extracting(Posting::certificationNo).containsExactly(6L, 5L, 3L, 4L);
    assertThat(heard.of(7))
        .extracting(Posting::mass)
        .containsExactly(t("7"), t("7"), t("7"), t("1"));
  }

  @Test
  void aLotMayBeDrawnOnItsLastValidDayAndExpiresOnTheNext() {
    LedgerRules oneMonth = rules().withValidities(List.of(Ledgers.validFor(1)));
    Heard heard =
        run(
            oneMonth,
            List.of(
                certify(1, 1, A, "10"), // to 1 April
                allocate(2, 32, A, "1", "P"),
                allocate(3, 33, A, "1", "P")));
    assertThat(heard.refusal(2)).isNull();
    assertThat(heard.refusal(3)).isEqualTo(Refusal.BELOW_ZERO);
    assertThat(heard.county(A).expired()).isEqualTo(t("6"));
    assertThat(heard.postings.stream().filter(p -> p.kind() == EntryKind.EXPIRE))
        .extracting(Posting::day)
        .containsOnly(LocalDate.of(2024, 4, 2));
  }

  @Test
  void whatComesBackToALotOutOfDateExpiresAtOnce() {
    LedgerRules oneMonth = rules().withValidities(List.of(Ledgers.validFor(1)));
    Heard heard =
        run(
            oneMonth,
            List.of(certify(1, 1, A, "10"), allocate(2, 2, A, "7", "P"), giveBack(3, 40, "4", 2)));
    assertThat(heard.county(A).balance()).isZero();
    assertThat(heard.county(A).expired()).isEqualTo(t("4"));
    assertThat(heard.county(A).returned()).isEqualTo(t("4"));
  }

  @Test
  void anOverdrawIsRefusedWithTheShortfallAndLaterEntriesAreJudgedOnWhatStands() {
    Heard heard =
        run(
            certify(1, 1, A, "10"),
            allocate(2, 2, A, "7.0001", "P"),
            allocate(3, 3, A, "7", "Q"),
            allocate(4, 4, A, "0.0001", "R"));
    assertThat(heard.refusal(2)).isEqualTo(Refusal.BELOW_ZERO);
    assertThat(heard.of(2).get(0).missing()).isEqualTo(t("0.0001"));
    assertThat(heard.of(2).get(0).day()).isEqualTo(Ledgers.MARCH.plusDays(1));
    assertThat(heard.refusal(3)).isNull();
    assertThat(heard.refusal(4)).isEqualTo(Refusal.BELOW_ZERO);
  }

  @Test
  void anAllocationBeforeItsCertificationIsRefusedWhateverItsNumber() {
    Heard heard = run(certify(1, 5, A, "10"), allocate(2, 4, A, "1", "P"));
    assertThat(heard.refusal(2)).isEqualTo(Refusal.BEFORE_CERTIFICATION);
    assertThat(heard.county(A).balance()).isEqualTo(t("7"));
  }

  @Test
  void entriesAreTakenByDayThenNumberNotAsTheyCome() {
    Heard heard =
        run(
            allocate(9, 2, A, "7", "late"),
            allocate(3, 2, A, "7", "first"),
            certify(20, 1, A, "10"));
    assertThat(heard.refusal(3)).isNull();
    assertThat(heard.refusal(9)).isEqualTo(Refusal.BELOW_ZERO);
  }

  @Test
  void aProjectDrawsItsNeedTimesTheMultiplier() {
    Heard heard =
        run(certify(1, 1, A, "10"), with(allocate(2, 2, A, "3.5", "P"), new BigDecimal("2.0")));
    assertThat(heard.county(A).balance()).isZero();
    Project p = heard.ledger.projects().get(0);
    assertThat(p.needT()).isEqualTo("3.5000");
    assertThat(p.drawnT()).isEqualTo("7.0000");
    assertThat(p.drawnFrom()).isEqualTo("1 (370902) 7.0000");
  }

  @ParameterizedTest
  @CsvSource({"3", "0", "1.5"})
  void aMultiplierTheRuleDoesNotAllowIsRefused(String multiplier) {
    Heard heard =
        run(certify(1, 1, A, "10"), with(allocate(2, 2, A, "1", "P"), new BigDecimal(multiplier)));
    assertThat(heard.refusal(2)).isEqualTo(Refusal.MULTIPLIER_NOT_ALLOWED);
  }

  @Test
  void whereCityPollutantAndYearHaveARuleItAloneDecides() {
    LedgerRules twice =
        rules()
            .withMultipliers(
                List.of(
                    new LedgerRules.Multiplier(
                        "370900", "NOx", 2024, null, null, BigDecimal.valueOf(2))));
    Heard heard =
        run(
            twice,
            List.of(
                certify(1, 1, A, "10"),
                allocate(2, 2, A, "1", "P"),
                with(allocate(3, 3, A, "1", "P"), BigDecimal.ONE),
                certify(4, 1, "999901", "10"),
                with(allocate(5, 3, "999901", "1", "P"), BigDecimal.ONE)));
    assertThat(heard.county(A).allocated()).isEqualTo(t("2"));
    assertThat(heard.refusal(3)).isEqualTo(Refusal.MULTIPLIER_NOT_ALLOWED);
    assertThat(heard.refusal(5)).as("another city").isNull();
  }

  @Test
  void whatARevisionTakesOfMassAlreadyUsedIsMissingAndBlocksUntilCovered() {
    Heard heard =
        run(
            certify(1, 1, A, "10"), // 7 and 3
            allocate(2, 2, A, "6", "P"), // 1 left
            adjust(3, 3, "5", 1), // 3.5 and 1.5: takes 1, misses 2.5
            allocate(4, 4, A, "0.1", "Q"),
            allocateCity(5, 5, A, "0.1", "Q"),
            allocateCity(6, 6, B, "0.1", "R"), // another county draws from the pool
            certify(7, 7, A, "3"), // 2.1: covers part
            allocate(8, 8, A, "0.1", "Q"),
            certify(9, 9, A, "1"), // 0.7: covers 0.4, leaves 0.3
            allocate(10, 10, A, "0.1", "Q"));
    assertThat(heard.refusal(3)).as("always booked").isNull();
    assertThat(heard.refusal(4)).isEqualTo(Refusal.BLOCKED_BY_SHORTFALL);
    assertThat(heard.of(4).get(0).missing()).isEqualTo(t("2.6"));
    assertThat(heard.refusal(5)).isEqualTo(Refusal.BLOCKED_BY_SHORTFALL);
    assertThat(heard.refusal(6)).isNull();
    assertThat(heard.refusal(8)).isEqualTo(Refusal.BLOCKED_BY_SHORTFALL);
    assertThat(heard.refusal(10)).isNull();
    assertThat(heard.county(A).shortfall()).isZero();
    assertThat(heard.county(A).balance()).isEqualTo(t("0.2"));
  }

  @Test
  void otherLotsOfTheCountyCoverAShortfallAtOnce() {
    Heard heard =
        run(
            certify(1, 1, A, "10"),
            certify(2, 1, A, "10"),
            allocate(3, 2, A, "7", "P"),
            adjust(4, 3, "0", 1));
    assertThat(heard.county(A).shortfall()).isZero();
    assertThat(heard.county(A).balance()).isZero();
  }

  @Test
  void aTransferCanCoverAShortfall() {
    Heard heard =
        run(
            certify(1, 1, A, "10"),
            allocate(2, 2, A, "7", "P"),
            adjust(3, 3, "5", 1), // misses 3.5
            certify(4, 4, B, "10"),
            transfer(5, 5, B, A, "4"));
    assertThat(heard.county(A).shortfall()).isZero();
    assertThat(heard.county(A).balance()).isEqualTo(t("0.5"));
    assertThat(heard.county(A).transferred()).isEqualTo(t("4"));
    assertThat(heard.county(B).balance()).isEqualTo(t("3"));
  }

  @Test
  void transfersTakeTheLotWithThem() {
    Heard heard =
        run(certify(1, 1, A, "10"), transfer(2, 2, A, B, "2"), allocate(3, 3, B, "1.5", "P"));
    assertThat(heard.of(3)).extracting(Posting::originCounty).containsExactly(A);
    assertThat(heard.county(A).originUsed()).isEqualTo(t("1.5"));
    assertThat(heard.county(B).originUsed()).isZero();
  }

  @Test
  void aTransferOfMoreThanThereIsOrToTheSameCountyIsRefused() {
    Heard heard =
        run(certify(1, 1, A, "10"), transfer(2, 2, A, B, "7.5"), transfer(3, 2, A, A, "1"));
    assertThat(heard.refusal(2)).isEqualTo(Refusal.BELOW_ZERO);
    assertThat(heard.of(2).get(0).missing()).isEqualTo(t("0.5"));
    assertThat(heard.refusal(3)).isEqualTo(Refusal.SAME_COUNTY);
  }

  @Test
  void theCityPoolIsDrawnAcrossCountiesOfOrigin() {
    Heard heard =
        run(certify(1, 1, A, "10"), certify(2, 2, B, "10"), allocateCity(3, 3, B, "4", "P"));
    assertThat(heard.city(A).balance()).isZero();
    assertThat(heard.city(B).balance()).isEqualTo(t("2"));
    assertThat(heard.city(null).balance()).isEqualTo(t("2"));
  }

  @Test
  void returnsGoToTheLotsTheyCameFromLatestDrawnFirst() {
    Heard heard =
        run(
            certify(1, 1, A, "10"),
            certify(2, 2, A, "10"),
            allocate(3, 3, A, "9", "P"), // 7 of 1, 2 of 2
            giveBack(4, 4, "3", 3));
    assertThat(heard.of(4)).extracting(Posting::certificationNo).containsExactly(2L, 1L);
    assertThat(heard.of(4)).extracting(Posting::mass).containsExactly(t("2"), t("1"));
    assertThat(heard.county(A).balance()).isEqualTo(t("8"));
  }

  @Test
  void aReturnThatNamesOnlyTheProjectTakesItsLatestAllocationFirst() {
    Heard heard =
        run(
            certify(1, 1, A, "10"),
            allocate(2, 2, A, "3", "P"),
            allocateCity(3, 3, A, "1", "P"),
            entry(4, 4, EntryKind.RETURN, null, null, "1.5", "P", null),
            entry(5, 5, EntryKind.RETURN, null, null, "9", "P", null));
    assertThat(heard.city(A).returned()).isEqualTo(t("1"));
    assertThat(heard.county(A).returned()).isEqualTo(t("0.5"));
    assertThat(heard.refusal(5)).isEqualTo(Refusal.RETURNS_MORE_THAN_USED);
    assertThat(heard.of(5).get(0).missing()).isEqualTo(t("6.5"));
  }

  @Test
  void aReturnOfEverythingWhereNothingIsInUseIsRefusedForThatAndNotForItsMass() {
    Heard heard =
        run(
            certify(1, 1, A, "10"),
            allocate(2, 2, A, "3", "P"),
            giveBack(3, 3, "3", 2),
            giveBack(4, 4, null, 2),
            entry(5, 5, EntryKind.RETURN, null, null, null, "Q", null),
            giveBack(6, 6, "0", 2));
    for (int nothingInUse : new int[] {4, 5}) {
      assertThat(heard.refusal(nothingInUse)).isEqualTo(Refusal.RETURNS_MORE_THAN_USED);
      assertThat(heard.of(nothingInUse).get(0).missing()).isNull();
      assertThat(heard.of(nothingInUse).get(0).detail()).endsWith("nothing is in use");
    }
    assertThat(heard.refusal(6)).isEqualTo(Refusal.MASS_NOT_POSITIVE);
  }

  @Test
  void whatIsStillMissingIsTheRefusedNeedUntilItIsMadeUpFor() {
    Heard heard =
        run(
            certify(1, 1, A, "10"),
            with(allocate(2, 2, A, "5", "P"), BigDecimal.valueOf(2)), // 10 of 7
            with(allocate(3, 3, A, "5", "P"), BigDecimal.valueOf(2)), // the same again
            with(allocate(4, 4, A, "3", "P"), BigDecimal.valueOf(2))); // 6: 2 of need remain
    Project p = heard.ledger.projects().get(0);
    assertThat(p.needT()).isEqualTo("5.0000");
    assertThat(p.drawnT()).isEqualTo("6.0000");
    assertThat(p.stillMissingT()).isEqualTo("4.0000");
    assertThat(p.requiredT()).isEqualTo(p.drawnT().add(p.returnedT()).add(p.stillMissingT()));
  }

  @Test
  void reversalsUndoWhatStandsAndNothingElse() {
    Heard heard =
        run(
            certify(1, 1, A, "10"),
            allocate(2, 2, A, "5", "P"),
            allocate(3, 2, A, "50", "P"),
            reverse(4, 3, 2),
            reverse(5, 4, 4),
            reverse(6, 4, 2),
            reverse(7, 4, 99),
            reverse(8, 4, 3),
            reverse(9, 4, 12),
            certify(12, 5, A, "1"));
    assertThat(heard.county(A).balance()).isEqualTo(t("7.7"));
    assertThat(heard.county(A).allocated()).isZero();
    assertThat(heard.refusal(4)).isNull();
    assertThat(heard.refusal(5)).isEqualTo(Refusal.REVERSES_A_REVERSAL);
    assertThat(heard.refusal(6)).isEqualTo(Refusal.ALREADY_REVERSED);
    assertThat(heard.refusal(7)).isEqualTo(Refusal.REFERS_TO_NOTHING);
    assertThat(heard.refusal(8)).isEqualTo(Refusal.REFERS_TO_REFUSED);
    assertThat(heard.refusal(9)).as("stands later").isEqualTo(Refusal.REFERS_TO_NOTHING);
  }

  @Test
  void aTransferWhoseMassWasDrawnSinceIsReversedOnlyAfterTheDraw() {
    // B has 7 of its own, but drew the 7 that came by transfer: other lots do not stand in.
    Heard heard =
        run(
            certify(1, 1, A, "10"),
            transfer(2, 2, A, B, "7"),
            certify(3, 3, B, "10"),
            allocate(4, 4, B, "5", "P1"),
            reverse(5, 5, 2),
            reverse(6, 6, 4),
            reverse(7, 7, 2));
    assertThat(heard.refusal(5)).isEqualTo(Refusal.USED_SINCE);
    assertThat(heard.of(5)).extracting(Posting::missing).containsExactly(t("5"));
    assertThat(heard.refusal(7)).isNull();
    assertThat(heard.accounts())
        .containsEntry("retained NOx " + A, t("7"))
        .containsEntry("retained NOx " + B, t("7"));
  }

  @Test
  void aReversalTakesAwayWhatHadPaidAShortfall() {
    Heard heard =
        run(
            certify(1, 1, A, "10"),
            allocate(2, 2, A, "7", "P1"),
            adjust(3, 3, "0", 1),
            giveBack(4, 4, "5", 2),
            reverse(5, 5, 4));
    assertThat(heard.of(4))
        .extracting(Posting::to)
        .containsExactly(Posting.Account.RETAINED, Posting.Account.SHORTFALL);
    assertThat(heard.refusal(5)).isNull();
    assertThat(heard.accounts())
        .containsEntry("shortfall NOx " + A, t("-7"))
        .containsEntry("used NOx P1", t("7"));
  }

  @Test
  void aReversedCertificationLeavesAShortfallOfWhatWasUsed() {
    Heard heard = run(certify(1, 1, A, "10"), allocate(2, 2, A, "5", "P"), reverse(3, 3, 1));
    assertThat(heard.county(A).certified()).isZero();
    assertThat(heard.county(A).shortfall()).isEqualTo(t("5"));
    assertThat(heard.city(A).balance()).isZero();
  }

  @Test
  void referencesToTheWrongThingAreRefused() {
    Entry otherCounty = entry(5, 3, EntryKind.RETURN, B, null, "1", null, 2L);
    Heard heard =
        run(
            certify(1, 1, A, "10"),
            allocate(2, 2, A, "5", "P"),
            adjust(3, 3, "5", 2),
            giveBack(4, 3, "1", 1),
            otherCounty,
            entry(6, 3, EntryKind.RETURN, null, null, "1", "Q", 2L));
    assertThat(heard.refusal(3)).isEqualTo(Refusal.REFERS_TO_OTHER_KIND);
    assertThat(heard.refusal(4)).isEqualTo(Refusal.REFERS_TO_OTHER_KIND);
    assertThat(heard.refusal(5)).isEqualTo(Refusal.REFERENCE_DIFFERS);
    assertThat(heard.refusal(6)).isEqualTo(Refusal.REFERENCE_DIFFERS);
  }

  @Test
  void aNumberUsedTwiceKeepsItsFirstRecordAndRepetitionsAreOne() {
    Entry first = certify(1, 1, A, "10");
    Heard heard =
        run(
            first,
            Ledgers.inFile(first, "pool/q.csv", t("99")),
            Ledgers.inFile(first, "pool/r.csv", t("10")));
    assertThat(heard.county(A).certified()).isEqualTo(t("10"));
    assertThat(heard.of(1).stream().filter(p -> p.refusal() != null))
        .extracting(Posting::refusal, Posting::copyNo)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Refusal.NUMBER_USED_TWICE, 2));
  }

  @Test
  void whatIsEmptyUnknownOrZeroIsNamed() {
    Heard heard =
        run(
            entry(1, 1, EntryKind.CERTIFY, null, null, "1", null, null),
            certify(2, 1, A, "0"),
            entry(3, 1, EntryKind.ALLOCATE_COUNTY, A, null, "1", null, null));
    assertThat(heard.refusal(1)).isEqualTo(Refusal.INCOMPLETE);
    assertThat(heard.of(1).get(0).detail()).contains("county_code");
    assertThat(heard.refusal(2)).isEqualTo(Refusal.MASS_NOT_POSITIVE);
    assertThat(heard.of(3).get(0).detail()).contains("project_code");
  }

  @Test
  void aLateEntryIsPostedOnTheFirstDayAfterTheMonthsClosedToItWithItsOwnDayKept() {
    LedgerRules closed =
        rules()
            .withClosings(
                List.of(
                    new LedgerRules.Closing(YearMonth.of(2024, 3), 2),
                    new LedgerRules.Closing(YearMonth.of(2024, 4), 5)));
    Heard heard =
        run(
            closed,
            List.of(
                certify(1, 1, A, "10"),
                allocate(2, 20, A, "1", "P"),
                allocate(5, 20, A, "1", "P"), // above March's number, not April's
                allocate(6, 20, A, "1", "P"))); // above both
    assertThat(heard.of(2).get(0).day()).isEqualTo(LocalDate.of(2024, 3, 20));
    assertThat(heard.of(5).get(0).day()).isEqualTo(LocalDate.of(2024, 4, 1));
    assertThat(heard.of(6).get(0).day()).isEqualTo(LocalDate.of(2024, 5, 1));
    assertThat(heard.of(6).get(0).source().day()).isEqualTo(LocalDate.of(2024, 3, 20));
  }

  @Test
  void codesOfFactorsNameTheSamePollutant() {
    Entry byCode =
        new Entry(
            2,
            Ledgers.MARCH,
            EntryKind.CERTIFY,
            A,
            null,
            "A21002",
            t("10"),
            null,
            null,
            null,
            null,
            null,
            null,
            "0",
            "f",
            1);
    assertThat(run(certify(1, 1, A, "10"), byCode).county(A).certified()).isEqualTo(t("20"));
  }

  @Test
  void kindsTypedInAreThoseIntakeTakes() {
    assertThat(java.util.Arrays.stream(EntryKind.values()).map(Enum::name))
        .containsExactlyInAnyOrderElementsOf(
            java.util.stream.Stream.concat(
                    Table.of(ReceivedPool.class).column("kind").allowed().stream(),
                    java.util.stream.Stream.of("POOL", "EXPIRE"))
                .toList());
  }
}
