package org.dawen.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.TestRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases worked out by hand under {@code golden/water.*}; {@code case.md} shows the arithmetic. */
class WaterGoldenCasesTest {
  private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

  private static String folder(String table, String name) {
    return "/golden/water.%s/%s/".formatted(table, name);
  }

  private static SectionRegister register(String folder) {
    return WaterSamples.registered(folder + "given-registry.section.csv");
  }

  private static List<WaterValue> received(String folder) {
    return WaterSamples.landed(folder + "given-received.water.csv");
  }

  private static List<WaterObservation> observations(String folder) {
    return WaterSamples.observations(register(folder), WaterSamples.rules(), received(folder));
  }

  private static List<SectionFigures.Month> months(String folder) {
    return WaterSamples.months(register(folder), WaterSamples.rules(), received(folder));
  }

  private static List<SectionFigures.Month> provinceMonths(String folder) {
    return WaterSamples.provinceMonths(register(folder), received(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = "item-by-item")
  void theObservationsAreAsWorkedOut(String name) {
    String folder = folder("observation", name);
    TestRows.assertExpected(WaterObservation.class, observations(folder), folder);
  }

  @ParameterizedTest
  @ValueSource(strings = "a-night")
  void theDaysAreAsWorkedOut(String name) {
    String folder = folder("section_day", name);
    List<SectionDay> days =
        new SectionDays(register(folder))
            .of(observations(folder)).stream().map(SectionDays.Day::day).toList();
    TestRows.assertExpected(SectionDay.class, days, folder);
  }

  @ParameterizedTest
  @ValueSource(strings = "three-ways")
  void theMonthsAreAsWorkedOut(String name) {
    String folder = folder("section_month", name);
    TestRows.assertExpected(
        SectionMonth.class,
        months(folder).stream().map(SectionFigures.Month::month).toList(),
        folder);
  }

  @ParameterizedTest
  @ValueSource(strings = "three-ways")
  void theItemsOfAMonthAreAsWorkedOut(String name) {
    List<SectionItemMonth> items = new ArrayList<>();
    for (SectionFigures.Month month : provinceMonths(folder("section_month", name))) {
      if (month.month().monthStart().equals(MARCH)) {
        items.addAll(month.items());
      }
    }
    TestRows.assertExpected(SectionItemMonth.class, items, folder("section_item_month", name));
  }

  @ParameterizedTest
  @ValueSource(strings = "observation-and-month")
  void theClassChangesAreAsWorkedOut(String name) {
    String folder = folder("class_change", name);
    TestRows.assertExpected(
        ClassChange.class,
        new ClassChanges(register(folder)).of("S1", WaterValue.sorted(received(folder))),
        folder);
  }

  @ParameterizedTest
  @ValueSource(strings = "rivers-and-a-lake")
  void theAreasAreAsWorkedOut(String name) {
    String folder = folder("area_month", name);
    TestRows.assertExpected(
        AreaMonth.class,
        new AreaMonths(List.of()).of(MARCH, provinceMonths(folder)).months(),
        folder);
  }

  @ParameterizedTest
  @ValueSource(strings = "two-points")
  void theLakesAreAsWorkedOut(String name) {
    String folder = folder("lake_month", name);
    TestRows.assertExpected(
        LakeMonth.class,
        Lakes.of(MARCH, provinceMonths(folder).stream().map(SectionFigures::ofMonth).toList()),
        folder);
  }

  @ParameterizedTest
  @ValueSource(strings = "rest-of-march")
  void theHeadroomIsAsWorkedOut(String name) {
    String folder = folder("headroom_month", name);
    TestRows.assertExpected(
        HeadroomMonth.class,
        Headrooms.of(provinceMonths(folder), LocalDate.of(2024, 3, 10)),
        folder);
  }
}
