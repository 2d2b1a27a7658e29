package org.dawen.lead;

import java.util.List;
import org.dawen.diesel.DieselTables;
import org.dawen.lake.Table;
import org.dawen.lead.AlertEvidence.ExceedanceHour;
import org.dawen.lead.ElectricityEvidence.ElectricityAnomaly;
import org.dawen.lead.ElectricityEvidence.ResponseDay;
import org.dawen.lead.Enterprises.OutletEnterprise;
import org.dawen.lead.Enterprises.OwnedVehicle;
import org.dawen.lead.FleetEvidence.ObdAnomaly;
import org.dawen.lead.RetirementEvidence.Doubted;
import org.dawen.lead.StoppedEvidence.MeterDay;
import org.dawen.lead.SuspectEvidence.SuspectSeries;
import org.dawen.lead.WeakFacilities.FoundDay;
import org.dawen.power.PowerTables;
import org.dawen.registry.Alert;
import org.dawen.registry.County;
import org.dawen.registry.Outlet;
import org.dawen.registry.Vehicle;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;
import org.dawen.source.SourceTables;

/** What speaks for a lead, day by day: one enterprise at a time, or one vehicle. */
public final class EvidencePass implements Pass {
  private static final long serialVersionUID = 1L;
  private static final int BATCH_DAYS = 186;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(PowerTables.RESPONSE_DAY, ResponseDay.class, ResponseDay::enterpriseCode)
        .follows(PowerTables.METER_DAY, MeterDay.class, MeterDay::enterpriseCode)
        .follows(PowerTables.ANOMALY, ElectricityAnomaly.class, ElectricityAnomaly::enterpriseCode)
        .follows(
            SourceTables.EXCEEDANCE_HOUR,
            ExceedanceHour.class,
            h -> Shown.orElse(h.enterpriseCode(), NOBODYS + h.outletCode()))
        .follows(
            SourceTables.SUSPECT_SERIES,
            SuspectSeries.class,
            s -> Shown.orElse(s.enterpriseCode(), NOBODYS + s.outletCode()))
        .follows(
            SourceTables.OUTLET_HOUR,
            OutletHour.class,
            h -> Shown.orElse(h.enterpriseCode(), NOBODYS + h.outletCode()))
        .follows(DieselTables.ANOMALY, ObdAnomaly.class, a -> VEHICLE + a.vin())
        .follows(UpstreamExceedance.class, UpstreamExceedance::enterpriseCode)
        .follows(SourceTables.TREATMENT_FINDING, FoundDay.class, FoundDay::enterpriseCode)
        .follows(IdleTreatment.class, IdleTreatment::enterpriseCode)
        .follows(DieselTables.DOUBTFUL_RETIREMENT, Doubted.class, d -> RETIRED + d.subjectCode())
        .looksUp(Alert.class, County.class)
        .looksUp(Table.of(Vehicle.class), OwnedVehicle.class)
        .looksUp(Table.of(Outlet.class), OutletEnterprise.class)
        .gives(
            JobSpec.writes(LeadEvidence.class)
                .follows(Reach.andNextDays(1), PowerTables.ANOMALY)
                .follows(Reach.around(1, 0), SourceTables.OUTLET_HOUR)
                .settings(EvidenceSettings.KEYS)
                .batchDays(BATCH_DAYS))
        .build();
  }

  /** Before the code of an outlet without enterprise, or of a vehicle: no enterprise's code. */
  private static final String NOBODYS = "\u0000outlet ";

  private static final String VEHICLE = "\u0000vehicle ";
  private static final String RETIRED = "\u0000retired ";

  @Override
  public Rule rule(References references) {
    EvidenceSettings settings = EvidenceSettings.of(references.settings());
    ElectricityEvidence electricity = new ElectricityEvidence(settings);
    AlertEvidence alerts =
        new AlertEvidence(references.all(Alert.class), references.all(County.class));
    TreatmentOffEvidence treatmentOff = new TreatmentOffEvidence(settings);
    StoppedEvidence stopped = new StoppedEvidence(settings);
    Fleets fleets =
        new Fleets(references.all(OwnedVehicle.class), references.all(OutletEnterprise.class));
    FleetEvidence ofFleets = new FleetEvidence(fleets, settings);
    RetirementEvidence retirements = new RetirementEvidence(fleets);
    return (of, out) -> {
      List<ElectricityAnomaly> anomalies = of.rows(ElectricityAnomaly.class);
      List<OutletHour> hours = of.rows(OutletHour.class);
      anomalies.forEach(a -> electricity.of(a).ifPresent(out::give));
      of.rows(ResponseDay.class).forEach(r -> electricity.of(r).ifPresent(out::give));
      alerts.of(of.rows(ExceedanceHour.class)).forEach(out::give);
      treatmentOff.of(anomalies, hours).forEach(out::give);
      stopped.of(hours, of.rows(MeterDay.class)).forEach(out::give);
      SuspectEvidence.of(of.rows(SuspectSeries.class), anomalies).forEach(out::give);
      WaterEvidence.of(of.rows(UpstreamExceedance.class)).forEach(out::give);
      of.rows(FoundDay.class).forEach(f -> TreatmentEvidence.of(f).ifPresent(out::give));
      of.rows(IdleTreatment.class)
          .forEach(i -> TreatmentEvidence.of(FoundDay.of(i)).ifPresent(out::give));
      of.rows(ObdAnomaly.class).forEach(a -> ofFleets.of(a).forEach(out::give));
      of.rows(Doubted.class).forEach(d -> retirements.of(d).ifPresent(out::give));
    };
  }
}
