package org.dawen.power;

import java.util.List;

/**
 * Something a screening rule found.
 *
 * @param rule which rule
 * @param subject treatment facility or meter it is about
 * @param meters codes of the meters that show it
 * @param from start, civil seconds
 * @param to end, not included, civil seconds
 * @param isOpen it still goes on where the window ends
 * @param seconds how long the condition held: time that was bridged is left out
 * @param production mean power of production in 0.0001 kW; {@link MeterSeries#MISSING}: no matter
 * @param subjectPower mean power of the subject in 0.0001 kW; missing: none
 * @param ratio treatment / production in 10⁻⁸; missing: no matter
 * @param usualRatio what is usual, in 10⁻⁸; missing: no matter
 */
record Finding(
    Rule rule,
    String subject,
    List<String> meters,
    long from,
    long to,
    boolean isOpen,
    long seconds,
    long production,
    long subjectPower,
    long ratio,
    long usualRatio) {

  /** The screening rules, the graver ones first. */
  enum Rule {
    /** 产污不治污 */
    TREATMENT_OFF("treatment off while production is on", "产污不治污"),
    UNDER_LOAD("treatment runs under its usual load", "治污设施低负荷运行"),
    LATE_START("treatment starts after production", "治污设施晚开"),
    EARLY_STOP("treatment stops before production", "治污设施早停"),
    NIGHT_PRODUCTION("production at night where it must stop", "夜间违规生产"),
    CONSTANT_CURRENT("current does not change", "电流恒定不变"),
    REGISTER_BACK("register goes back", "表码倒走"),
    REGISTER_JUMP("register jumps", "表码飞走"),
    UNCOVERED_ENERGY("energy without coverage", "无数据时段用电"),
    IMPLAUSIBLE_POWER("power above what the rating allows", "功率超出额定"),
    PHASE_LOSS("a phase is lost", "缺相"),
    METER_OFFLINE("meter is offline", "电表离线");

    private final String words;
    private final String chinese;

    Rule(String words, String chinese) {
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
}
