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
