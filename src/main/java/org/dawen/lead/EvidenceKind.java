package org.dawen.lead;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What kind of evidence speaks for a matter; its severity is a setting. */
enum EvidenceKind {
  PACKETS_SAY_STOPPED(Matter.STOPPED_BUT_RUNNING),
  TREATMENT_OFF(Matter.TREATMENT_NOT_RUNNING),
  UNDER_LOAD(Matter.TREATMENT_NOT_RUNNING),
  LATE_START(Matter.TREATMENT_NOT_RUNNING),
  EARLY_STOP(Matter.TREATMENT_NOT_RUNNING),
  /** Concentrations within their limits although treatment was off. */
  CONCENTRATION_STAYED_LOW(Matter.TREATMENT_NOT_RUNNING),
  /** An hour above its limit while treatment was off. */
  EXCEEDED_MEANWHILE(Matter.TREATMENT_NOT_RUNNING),
  CUT_NOT_MET(Matter.ALERT_NOT_OBEYED),
  EXCEEDED_DURING_ALERT(Matter.ALERT_NOT_OBEYED),
  SUSPECT_SERIES(Matter.SUSPECT_DATA),
  /** The electricity anomaly beside a suspect series. */
  ELECTRICITY_ANOMALY(Matter.SUSPECT_DATA),
  NIGHT_PRODUCTION(Matter.NIGHT_PRODUCTION),
  CONSTANT_CURRENT(Matter.METER_DOUBTFUL),
  REGISTER_BACK(Matter.METER_DOUBTFUL),
  REGISTER_JUMP(Matter.METER_DOUBTFUL),
  UNCOVERED_ENERGY(Matter.METER_DOUBTFUL),
  IMPLAUSIBLE_POWER(Matter.METER_DOUBTFUL),
  PHASE_LOSS(Matter.METER_DOUBTFUL),
  METER_OFFLINE(Matter.METER_DOUBTFUL),
  OBD_ANOMALY(Matter.FLEET_EMISSIONS),
  /** An outlet exceeded upstream of a section whose month misses its target. */
  SECTION_TARGET_MISSED(Matter.SECTION_UPSTREAM),
  /** As above, while the month goes on and its mean so far is beyond the limit. */
  SECTION_TARGET_AT_RISK(Matter.SECTION_UPSTREAM),
  REMOVAL_BELOW_DESIGN(Matter.WEAK_TREATMENT),
  SLIP_WITH_NOX_NEAR_LIMIT(Matter.WEAK_TREATMENT),
  /** The facility draws current and removes next to nothing. */
  TREATMENT_WITHOUT_LOAD(Matter.WEAK_TREATMENT),
  /** A vehicle sends remote OBD although it is retired. */
  RETIRED_BUT_SENDING(Matter.RETIREMENT_DOUBTFUL),
  RETIRED_TWICE(Matter.RETIREMENT_DOUBTFUL),
  RETIRED_WITHOUT_PROOF(Matter.RETIREMENT_DOUBTFUL),
  /** Retired before its emission stage existed. */
  RETIRED_BEFORE_STAGE(Matter.RETIREMENT_DOUBTFUL);

  private static final String PREFIX = "lead.severity.";

  private final Matter matter;

  EvidenceKind(Matter matter) {
    this.matter = matter;
  }

  Matter matter() {
    return matter;
  }

  /** Key of the setting that holds its severity. */
  String severityKey() {
    return PREFIX + name().toLowerCase(Locale.ROOT);
  }

  /** Keys of all severities. */
  static List<String> severityKeys() {
    return Stream.of(values()).map(EvidenceKind::severityKey).toList();
  }
}
