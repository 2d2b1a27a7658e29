package org.dawen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dawen.air.AreaDay;
import org.dawen.air.AreaMonth;
import org.dawen.air.AreaMonthPass;
import org.dawen.air.Episode;
import org.dawen.air.EpisodePass;
import org.dawen.air.HeadroomDay;
import org.dawen.air.HeadroomPass;
import org.dawen.air.HourExplanation;
import org.dawen.air.ProfileMonth;
import org.dawen.air.ProfilePass;
import org.dawen.air.RankingMonth;
import org.dawen.air.RankingPass;
import org.dawen.air.StationDay;
import org.dawen.air.StationHour;
import org.dawen.air.StationPass;
import org.dawen.air.UnknownStation;
import org.dawen.diesel.DieselTables;
import org.dawen.diesel.DoubtfulRetirementPass;
import org.dawen.diesel.RetirementPass;
import org.dawen.diesel.VehicleMinutePass;
import org.dawen.diesel.VehiclePass;
import org.dawen.diesel.WatchListPass;
import org.dawen.enforce.DrawPass;
import org.dawen.enforce.EnforceTables;
import org.dawen.enforce.LetterPass;
import org.dawen.ground.GroundExplanation;
import org.dawen.ground.GroundTables;
import org.dawen.ground.PlotPass;
import org.dawen.ground.PointYearPass;
import org.dawen.ground.SamplePass;
import org.dawen.intake.Feeds;
import org.dawen.intake.FileLedgerTables;
import org.dawen.intake.obd.ObdOverlap;
import org.dawen.intake.obd.OverlapPass;
import org.dawen.lake.Alike;
import org.dawen.lake.Table;
import org.dawen.lead.CountyMonth;
import org.dawen.lead.CountyMonthPass;
import org.dawen.lead.EvidencePass;
import org.dawen.lead.IdleTreatment;
import org.dawen.lead.IdleTreatmentPass;
import org.dawen.lead.Lead;
import org.dawen.lead.LeadEvidence;
import org.dawen.lead.LeadExplanation;
import org.dawen.lead.LeadPass;
import org.dawen.lead.UpstreamExceedance;
import org.dawen.lead.UpstreamPass;
import org.dawen.lead.WeakFacility;
import org.dawen.lead.WeakFacilityPass;
import org.dawen.noise.NoiseExplanation;
import org.dawen.noise.NoiseTables;
import org.dawen.noise.PointPass;
import org.dawen.noise.ZonePass;
import org.dawen.plan.PlanExplanation;
import org.dawen.plan.PlanTables;
import org.dawen.plan.ProgressPass;
import org.dawen.plan.QuarterPass;
import org.dawen.pool.LedgerPass;
import org.dawen.pool.PoolExplanation;
import org.dawen.power.AnomalyPass;
import org.dawen.power.IntervalExplanation;
import org.dawen.power.MeterDayPass;
import org.dawen.power.MeterPass;
import org.dawen.power.PowerTables;
import org.dawen.power.ResponsePass;
import org.dawen.registry.RegistryFile;
import org.dawen.run.Explanation;
import org.dawen.run.Job;
import org.dawen.run.OpsTables;
import org.dawen.run.Pass;
import org.dawen.source.ExceedanceExplanation;
import org.dawen.source.HoursExplanation;
import org.dawen.source.MonthPass;
import org.dawen.source.OutletPass;
import org.dawen.source.PacketPass;
import org.dawen.source.RemovalExplanation;
import org.dawen.source.SourceTables;
import org.dawen.source.TreatmentPass;
import org.dawen.source.WithdrawnExplanation;
import org.dawen.waste.WasteExplanation;
import org.dawen.waste.WastePass;
import org.dawen.waste.WasteTables;
import org.dawen.water.AreaPass;
import org.dawen.water.SectionMethodMonthPass;
import org.dawen.water.SectionMonthPass;
import org.dawen.water.SectionPass;
import org.dawen.water.WaterExplanation;
import org.dawen.water.WaterTables;

/** Every table and every job there is. */
public final class Catalogue {
  private Catalogue() {}

  /**
   * All jobs; the runner puts them in order.
   *
   * @param landingRoot where the landing files are, which one step of intake looks at again
   */
  public static List<Job> jobs(String landingRoot) {
    List<Job> jobs = new ArrayList<>(new OverlapPass(landingRoot).jobs());
    PASSES.forEach(pass -> jobs.addAll(pass.jobs()));
    return jobs;
  }

  private static final List<Pass> PASSES =
      List.of(
          new StationPass(),
          new AreaMonthPass(),
          new RankingPass(),
          new HeadroomPass(),
          new ProfilePass(),
          new EpisodePass(),
          new PacketPass(),
          new org.dawen.source.EpisodePass(),
          new OutletPass(),
          new MonthPass(),
          new MeterPass(),
          new MeterDayPass(),
          new AnomalyPass(),
          new ResponsePass(),
          new LedgerPass(),
          new WastePass(),
          new DrawPass(),
          new LetterPass(),
          new VehicleMinutePass(),
          new VehiclePass(),
          new org.dawen.diesel.AnomalyPass(),
          new WatchListPass(),
          new SectionPass(),
          new SectionMethodMonthPass(),
          new SectionMonthPass(),
          new AreaPass(),
          new org.dawen.water.HeadroomPass(),
          new PointPass(),
          new ZonePass(),
          new SamplePass(),
          new PointYearPass(),
          new PlotPass(),
          new UpstreamPass(),
          new TreatmentPass(),
          new IdleTreatmentPass(),
          new WeakFacilityPass(),
          new RetirementPass(),
          new DoubtfulRetirementPass(),
          new EvidencePass(),
          new LeadPass(),
          new CountyMonthPass(),
          new ProgressPass(),
          new QuarterPass());

  /** How rows are explained, a table each; others are explained by their columns. */
  public static List<Explanation> explanations() {
    List<Explanation> all = new ArrayList<>(ExceedanceExplanation.all());
    all.addAll(HoursExplanation.all());
    all.add(new WithdrawnExplanation());
    all.add(new RemovalExplanation());
    all.addAll(HourExplanation.all());
    all.add(new IntervalExplanation());
    all.addAll(PoolExplanation.all());
    all.add(new LeadExplanation());
    all.add(new WaterExplanation());
    all.addAll(WasteExplanation.all());
    all.add(new NoiseExplanation());
    all.addAll(PlanExplanation.all());
    all.add(new GroundExplanation());
    return all;
  }

  /**
   * The table of a name.
   *
   * @throws Trouble exit code 2, with the names that are like it
   */
  public static Table table(String name) {
    return tables().stream()
        .filter(t -> t.name().equals(name.strip()))
        .findFirst()
        .orElseThrow(() -> Alike.noTable(name, tables()));
  }

  /** All tables, in the order in which the road passes them. */
  public static List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    tables.addAll(RegistryFile.tables());
    tables.addAll(FileLedgerTables.ALL);
    tables.addAll(OpsTables.ALL);
    tables.addAll(Feeds.received());
    tables.add(Table.of(ObdOverlap.class));
    tables.addAll(SourceTables.ALL);
    tables.addAll(PowerTables.ALL);
    Stream.of(
            List.of(StationHour.class, UnknownStation.class, StationDay.class),
            LedgerPass.ROWS,
            List.of(
                AreaDay.class,
                AreaMonth.class,
                RankingMonth.class,
                HeadroomDay.class,
                ProfileMonth.class,
                Episode.class),
            List.of(
                UpstreamExceedance.class,
                IdleTreatment.class,
                WeakFacility.class,
                LeadEvidence.class,
                Lead.class,
                CountyMonth.class))
        .flatMap(List::stream)
        .forEach(row -> tables.add(Table.of(row)));
    tables.addAll(DieselTables.ALL);
    tables.addAll(WaterTables.ALL);
    tables.addAll(WasteTables.ALL);
    tables.addAll(EnforceTables.ALL);
    tables.addAll(NoiseTables.ALL);
    tables.addAll(PlanTables.ALL);
    tables.addAll(GroundTables.ALL);
    return tables;
  }
}
