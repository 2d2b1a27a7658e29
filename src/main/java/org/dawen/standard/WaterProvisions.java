package org.dawen.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What the months and years of surface water rest on, for those who are told of them. */
public final class WaterProvisions {
  /**
   * A rule.
   *
   * @param what it rules
   * @param standard that has it
   * @param confidence how well it is known
   */
  public record Rule(String what, String standard, Confidence confidence) {
    private static Rule of(String what, Provision provision) {
      return new Rule(what, provision.standard(), provision.confidence());
    }
  }

  private WaterProvisions() {}

  /** The rules that judge a section in a month. */
  public static List<Rule> ofSections(LocalDate month) {
    return List.of(
        Rule.of("surface water", WaterRegime.inForce(WaterPurpose.MONTH, month).provision()),
        Rule.of(
            "surface water: mean of a month",
            WaterPeriods.provisionOfMean(WaterPurpose.MONTH, month)));
  }

  /** The further rules that judge areas, in that month and in the year up to it. */
  public static List<Rule> ofAreas(LocalDate month) {
    return Stream.of(
            Stream.of(
                Rule.of(
                    "surface water: mean of a year",
                    WaterPeriods.provisionOfMean(WaterPurpose.YEAR, month))),
            WaterStates.provisionsOfBands(month)
                .map(p -> Rule.of("surface water: state of an area", p)),
            Cwqi.provisionsOfCity(month).map(p -> Rule.of("surface water: index of a city", p)))
        .flatMap(s -> s)
        .distinct()
        .toList();
  }
}
