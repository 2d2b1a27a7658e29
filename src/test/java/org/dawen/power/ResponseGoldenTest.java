package org.dawen.power;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.DaySet;
import org.dawen.lake.TestRows;
import org.dawen.power.EnterpriseAreas.OutletSite;
import org.dawen.power.PlanMeters.DayEnergies;
import org.dawen.power.PlanMeters.RunningInterval;
import org.dawen.registry.Alert;
import org.dawen.registry.County;
import org.dawen.registry.Holiday;
import org.dawen.registry.Meter;
import org.dawen.registry.Period;
import org.dawen.registry.ResponsePlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseGoldenTest {
  private static final Map<String, String> USUAL =
      Map.of("file_id", "f.csv", "record_no", "2", "role", "production");
  private static final ResponseThresholds THRESHOLDS = ResponseThresholds.of(Screenings.SHIPPED);
  private static final DaySet WANTED = DaySet.parse("2024-03-26..2024-03-29");

  private static <R extends Record> List<R> given(Class<R> type, String folder, String name) {
    return PowerSamples.given(type, folder, name, USUAL);
  }

  private static Responses responses(String folder) {
    List<Meter> meters = given(Meter.class, folder, "meter");
    Map<String, List<Period>> registered = new HashMap<>();
    meters.forEach(
        m -> registered.computeIfAbsent(m.meterCode(), c -> new ArrayList<>()).add(m.period()));
    return new Responses(
        AlertSpan.of(given(Alert.class, folder, "alert")),
        given(Holiday.class, folder, "holiday").stream()
            .map(Holiday::holidayDay)
            .collect(Collectors.toSet()),
        registered,
        new EnterpriseAreas(
            meters,
            given(OutletSite.class, folder, "outlet"),
            given(County.class, folder, "county")),
        THRESHOLDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"verdicts", "over-midnight-and-gaps", "stops-between-readings"})
  void answersAreJudgedAsWorkedOutByHand(String name) {
    String folder = "/golden/power.response_day/" + name + "/";
    Map<String, List<ResponsePlan>> plans =
        given(ResponsePlan.class, folder, "plan").stream()
            .collect(
                Collectors.groupingBy(
                    ResponsePlan::enterpriseCode, TreeMap::new, Collectors.toList()));
    Set<String> named = new HashSet<>();
    plans.values().forEach(of -> of.forEach(p -> named.addAll(Answer.metersOf(p))));
    PlanMeters meters = new PlanMeters(named, THRESHOLDS);
    given(DayEnergies.class, folder, "day").forEach(meters::add);
    given(RunningInterval.class, folder, "interval").forEach(meters::add);
    Responses responses = responses(folder);

    List<ResponseDay> answers = new ArrayList<>();
    for (LocalDate day : meters.delivered()) {
      if (WANTED.contains(day)) {
        plans.forEach((e, of) -> answers.addAll(responses.of(e, day, of, meters)));
      }
    }

    TestRows.assertExpected(ResponseDay.class, answers, folder);
  }
}
