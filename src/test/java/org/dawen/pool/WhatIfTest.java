package org.dawen.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dawen.pool.Ledgers.allocate;
import static org.dawen.pool.Ledgers.certify;
import static org.dawen.pool.Ledgers.t;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final WhatIf WHAT_IF =
      new WhatIf(
          List.of(
              certify(1, 1, "370902", "100"), // 70 and 30
              certify(2, 20, "370902", "100"),
              allocate(3, 21, "370902", "138", "P")),
          Ledgers.rules());

  @Test
  void anotherRatioFromADayOnMovesBalancesAndVerdicts() {
    WhatIf.Answer answer = WHAT_IF.ratio(new BigDecimal("0.35"), LocalDate.of(2024, 3, 20));
    // 70 + 65 = 135 are too little for 138.
    assertThat(answer.verdicts())
        .extracting(WhatIf.OtherVerdict::entryNo, WhatIf.OtherVerdict::then)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(3L, "BELOW_ZERO"));
    assertThat(answer.balances())
        .extracting(d -> d.account() + " " + d.county() + " " + d.balance() + " " + d.then())
        .containsExactlyInAnyOrder(
            "retained 370902 2.0000 135.0000",
            "pool 370902 60.0000 65.0000",
            "pool ALL 60.0000 65.0000");
  }

  @Test
  void anotherRatioTellsTheShortfallsAndRefusalsItWouldBring() {
    // Now 30 %: 100 t give 70 and 30, of which 67.5 and none are drawn. Revised to 97 t they are
    // 67.9 and 29.1: 0.4 are left for entry 4 (0.3), the pool has 0.4 too little for entry 5
    // (29.5).
    // With 32 %: 68 and 32, revised 65.96 and 31.04. 67.5 - 65.96 = 1.54 are missing, which blocks
    // entry 4; entry 5 fits: 31.04 - 29.5 = 1.54.
    WhatIf.Answer answer =
        new WhatIf(
                List.of(
                    certify(1, 1, "370902", "100"),
                    allocate(2, 2, "370902", "67.5", "P"),
                    Ledgers.adjust(3, 3, "97", 1),
                    allocate(4, 4, "370902", "0.3", "Q"),
                    Ledgers.allocateCity(5, 5, "370911", "29.5", "R")),
                Ledgers.rules())
            .ratio(new BigDecimal("0.32"), LocalDate.of(2024, 1, 1));

    assertThat(answer.shortfalls())
        .containsExactly(
            new WhatIf.MoreShortfall(
                3,
                LocalDate.of(2024, 3, 3),
                EntryKind.ADJUST,
                "retained",
                "370902",
                "NOx",
                new BigDecimal("0.0000"),
                new BigDecimal("1.5400")));
    assertThat(answer.verdicts())
        .containsExactly(
            new WhatIf.OtherVerdict(
                4,
                LocalDate.of(2024, 3, 4),
                EntryKind.ALLOCATE_COUNTY,
                "370902",
                "NOx",
                new BigDecimal("0.3000"),
                "booked",
                "BLOCKED_BY_SHORTFALL"),
            new WhatIf.OtherVerdict(
                5,
                LocalDate.of(2024, 3, 5),
                EntryKind.ALLOCATE_CITY,
                "370911",
                "NOx",
                new BigDecimal("29.5000"),
                "BELOW_ZERO",
                "booked"));
    assertThat(answer.balances())
        .extracting(d -> d.account() + " " + d.county() + " " + d.balance() + " " + d.then())
        .contains("retained 370902 0.1000 0.0000", "pool ALL 29.1000 1.5400");
  }

  @Test
  void theSameRatioBringsNothing() {
    WhatIf.Answer answer = WHAT_IF.ratio(new BigDecimal("0.3"), LocalDate.of(2024, 1, 1));
    assertThat(answer.shortfalls()).isEmpty();
    assertThat(answer.verdicts()).isEmpty();
    assertThat(answer.balances()).allMatch(d -> d.balance().equals(d.then()));
  }

  @Test
  void aProjectMoreTellsItsLotsOrWhatIsMissing() {
    WhatIf.Answer fits =
        WHAT_IF.project(
            EntryKind.ALLOCATE_CITY, "370911", "NOx", t("20"), BigDecimal.valueOf(2), null);
    assertThat(fits.ofAddedEntry())
        .extracting(Posting::certificationNo, Posting::mass)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, t("30")),
            org.assertj.core.groups.Tuple.tuple(2L, t("10")));
    WhatIf.Answer lacks =
        WHAT_IF.project(EntryKind.ALLOCATE_COUNTY, "370902", "NOx", t("5"), null, null);
    assertThat(lacks.ofAddedEntry()).hasSize(1);
    assertThat(lacks.ofAddedEntry().get(0).missing()).isEqualTo(t("3"));
  }
}
