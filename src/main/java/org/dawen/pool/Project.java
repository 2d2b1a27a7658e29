package org.dawen.pool;

import java.math.BigDecimal;
import org.dawen.lake.Components;
import org.dawen.lake.Constraint;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A project at the end of the ledger. */
@OfTable(
    name = "pool.project",
    grain = "One row per project, its county and pollutant: the ledger at its end.",
    withoutDay = "state at the end of the ledger; replaced whole",
    sources = {"received.pool"})
public record Project(
    @Key String projectCode,
    @Key String countyCode,
    @Key String pollutantCode,
    @Digits(value = 18, scale = 4) BigDecimal needT,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal multiplier,
    @Digits(value = 18, scale = 4) BigDecimal requiredT,
    @Digits(value = 18, scale = 4) BigDecimal drawnT,
    @Digits(value = 18, scale = 4) BigDecimal returnedT,
    @Digits(value = 18, scale = 4) BigDecimal stillMissingT,
    @Nullable String drawnFrom) {
  private static final int MULTIPLIER_DECIMALS = 4;

  static void constraints(Components of) {
    of.holds(
        "project_adds_up",
        Constraint.addsUp(
            of.all("requiredT"), of.all("drawnT", "returnedT", "stillMissingT"), of.all()));
  }

  static Project of(ProjectNeed n) {
    return new Project(
        n.project,
        n.county,
        n.pollutant,
        Tonnes.of(n.need()),
        n.latestMultiplier.setScale(MULTIPLIER_DECIMALS),
        Tonnes.of(n.inUse() + n.returned() + n.stillMissing()),
        Tonnes.of(n.inUse()),
        Tonnes.of(n.returned()),
        Tonnes.of(n.stillMissing()),
        n.lotsInWords());
  }
}
