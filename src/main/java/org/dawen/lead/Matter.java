package org.dawen.lead;

/** What a lead is about: an enterprise has at most one lead per matter at a time. */
enum Matter {
  /** Packets say the installation stands while production draws power. */
  STOPPED_BUT_RUNNING("reported as stopped but running", "报停实产"),
  /** Treatment off, late, early or under its load while production is on. */
  TREATMENT_NOT_RUNNING("treatment not running as it must", "治污设施不正常运行"),
  /** Less cut than required, or an exceedance, under a heavy-pollution alert. */
  ALERT_NOT_OBEYED("alert not obeyed", "预警响应不落实"),
  /** A suspect series of measured values and an electricity anomaly in the same hours. */
  SUSPECT_DATA("measured values in doubt", "监测数据可疑"),
  /** Production at night where it must stop. */
  NIGHT_PRODUCTION("production at night", "夜间违规生产"),
  /** The meters themselves are in doubt. */
  METER_DOUBTFUL("electricity meters in doubt", "用电监控异常"),
  /** Anomalies of remote OBD in one fleet. */
  FLEET_EMISSIONS("emissions of a fleet", "车队排放异常"),
  /** Exceedances upstream of a section that misses its target, or is heading there. */
  SECTION_UPSTREAM("exceedances upstream of a section that misses its target", "断面不达标上游超标"),
  /** Treatment that removes less than it is designed for, or is dosed to the limit. */
  WEAK_TREATMENT("treatment of low efficiency", "治理设施低效"),
  /** Vehicles and machines recorded as retired that still send data or were retired before. */
  RETIREMENT_DOUBTFUL("retirement in doubt", "淘汰存疑");

  private final String words;
  private final String chinese;

  Matter(String words, String chinese) {
    this.words = words;
    this.chinese = chinese;
  }

  String words() {
    return words;
  }

  String chinese() {
    return chinese;
  }
}
