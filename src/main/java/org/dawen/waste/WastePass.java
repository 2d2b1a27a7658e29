package org.dawen.waste;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.dawen.intake.ReceivedWasteManifest;
import org.dawen.intake.ReceivedWasteMove;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.registry.WasteUnit;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;
import org.dawen.run.Settings;
import org.dawen.standard.WasteRules;

/** One unit at a time: its store, its manifests, what does not fit, its class of the year. */
public final class WastePass implements Pass {
  private static final long serialVersionUID = 1L;
  private static final Table MOVES = Table.of(ReceivedWasteMove.class);
  private static final Table MANIFESTS = Table.of(ReceivedWasteManifest.class);
  private static final String RECEIPT_DAYS = "waste.receipt_days";
  private static final String DIFFERENCE = "waste.manifest_difference_t";

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(ReceivedWasteMove.class, ReceivedWasteMove::unitCode)
        .follows(ReceivedWasteManifest.class, ReceivedWasteManifest::fromUnitCode)
        .follows(WasteUnit.class, WasteUnit::unitCode)
        .asksDaysOf(MOVES)
        .asksDaysOf(MANIFESTS)
        .gives(
            JobSpec.writes(StockDay.class, Batch.class, Manifest.class, Finding.class)
                .reach(Reach.wholeHistory())
                .settings(RECEIPT_DAYS, DIFFERENCE)
                .standards(WasteRules.FILE)
                .batchDays(Integer.MAX_VALUE))
        .gives(
            JobSpec.writes(ManagementClass.class)
                .follows(MOVES)
                .looksUp(Table.of(WasteUnit.class))
                .reach(Reach.wholeYear())
                .standards(WasteRules.FILE))
        .build();
  }

  @Override
  public Rule rule(References references) {
    DaySet moved = references.daysPresent(MOVES);
    DaySet sent = references.daysPresent(MANIFESTS);
    Settings settings = references.settings().withoutNegative(List.of(RECEIPT_DAYS, DIFFERENCE));
    Findings.Horizon horizon =
        new Findings.Horizon(
            Findings.Horizon.lastDay(moved.union(sent)),
            !sent.isEmpty(),
            settings.whole(RECEIPT_DAYS),
            settings.decimal(DIFFERENCE));
    TreeSet<Integer> years = new TreeSet<>();
    moved.days().stream().map(LocalDate::getYear).forEach(years::add);
    return (unit, out) ->
        UnitRows.give(
            unit.key(),
            unit.rows(ReceivedWasteMove.class),
            unit.rows(ReceivedWasteManifest.class),
            new Units(unit.rows(WasteUnit.class)),
            horizon,
            years,
            out);
  }
}
