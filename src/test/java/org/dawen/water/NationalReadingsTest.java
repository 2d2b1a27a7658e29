package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dawen.lake.TestRows;
import org.dawen.registry.WaterSection;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.junit.jupiter.api.Test;

/** National readings of November 2025 through the rules of this room. */
class NationalReadingsTest {
  private static final List<WaterItem> REVISED =
      List.of(
          WaterItem.PH, WaterItem.DO, WaterItem.CODMN, WaterItem.NH3N, WaterItem.TP, WaterItem.TN);
  private static final List<Map<String, String>> VERSIONS =
      TestRows.csv("/water/revisions_2025-11.csv.gz");

  /**
   * The kinds of water bodies; where the last publication does not tell it, as given here.
   *
   * @param unknown null: not known
   */
  private static SectionRegister register(List<Map<String, String>> rows, String unknown) {
    Map<String, WaterSection> sections = new TreeMap<>();
    for (Map<String, String> row : rows) {
      String body = row.get("body").isEmpty() ? unknown : row.get("body");
      sections.put(row.get("section"), WaterSamples.section(row.get("section"), body, null));
    }
    return WaterSamples.register(sections.values().toArray(WaterSection[]::new));
  }

  private static WaterClass published(Map<String, String> row) {
    return row.get("published_class").isEmpty()
        ? null
        : WaterClass.ofLabel(row.get("published_class"));
  }

  @Test
  void everyClassIsAsPublished() {
    List<Map<String, String>> rows = TestRows.csv("/water/national_2025-11.csv.gz");
    SectionRegister register = register(rows, null);
    List<WaterValue> values = new ArrayList<>();
    for (Map<String, String> row : rows) {
      values.addAll(
          WaterSamples.values(
              row.get("section"),
              row.get("observed_at"),
              row,
              published(row),
              WaterSamples.file("water/a.csv", values.size())));
    }
    Observations rule = new Observations(register, WaterSamples.rules());
    List<ObservationClass> classes = new ArrayList<>();
    WaterSamples.bySection(values)
        .forEach((section, of) -> classes.addAll(rule.classes(section, rule.of(section, of), of)));
    assertThat(classes).hasSize(4952).allMatch(c -> Boolean.TRUE.equals(c.isAsPublished()));
    assertThat(classes).noneMatch(c -> c.verdict().isProvisional());
  }

  /** The versions as they came, each snapshot a file. */
  private static List<WaterValue> versions() {
    List<WaterValue> values = new ArrayList<>();
    for (Map<String, String> row : VERSIONS) {
      values.addAll(
          WaterSamples.values(
              row.get("section"),
              row.get("observed_at"),
              row,
              published(row),
              WaterSamples.seen(row.get("first_seen_at") + "Z", values.size())));
    }
    return values;
  }

  @Test
  void theRevisionsReplayedEndInTheLastPublication() {
    SectionRegister register = register(VERSIONS, null);
    Observations rule = new Observations(register, WaterSamples.rules());
    Map<List<String>, Map<WaterItem, BigDecimal>> found =
        new TreeMap<>(Comparator.comparing(Object::toString));
    WaterSamples.bySection(versions())
        .forEach(
            (section, of) ->
                rule.of(section, of)
                    .forEach(
                        o ->
                            found
                                .computeIfAbsent(
                                    List.of(section, o.observedAt().toString()),
                                    k -> new TreeMap<>())
                                .put(o.item(), o.measured().measuredValue())));
    int compared = 0;
    for (Map<String, String> row : VERSIONS) {
      String[] last = row.get("final_values").split(";", -1);
      if (last.length != REVISED.size()) {
        continue;
      }
      for (int i = 0; i < last.length; i++) {
        if (!last[i].isEmpty()) {
          compared++;
          assertThat(
                  found
                      .get(List.of(row.get("section"), row.get("observed_at")))
                      .get(REVISED.get(i)))
              .as(row.toString())
              .isEqualByComparingTo(last[i]);
        }
      }
    }
    assertThat(compared).isGreaterThan(8000);
  }

  @Test
  void everyClassChangeIsListedWhateverTheOrder() {
    // The earlier versions of three sections tell that they are rivers.
    SectionRegister register = register(VERSIONS, "river");
    List<String> expected = expectedChanges();
    assertThat(expected).hasSizeGreaterThan(50);
    for (int seed = 0; seed < 5; seed++) {
      List<WaterValue> shuffled = versions();
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(changes(register, shuffled)).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void aSectionOfUnknownKindHasNoClassToChange() {
    List<String> found = changes(register(VERSIONS, null), versions());
    assertThat(expectedChanges()).containsAll(found);
    assertThat(found).hasSize(expectedChanges().size() - 3);
  }

  /** From one version to the next, by the classes published with them. */
  private static List<String> expectedChanges() {
    Map<String, WaterClass> before = new TreeMap<>();
    List<String> changes = new ArrayList<>();
    for (Map<String, String> row : VERSIONS) {
      String place = row.get("section") + " " + row.get("observed_at");
      WaterClass now = published(row);
      WaterClass earlier = before.get(place);
      if (now != null && earlier != null && now != earlier) {
        changes.add("%s %s→%s %sZ".formatted(place, earlier, now, row.get("first_seen_at")));
      }
      if (now != null) {
        before.put(place, now);
      }
    }
    Collections.sort(changes);
    return changes;
  }

  private static List<String> changes(SectionRegister register, List<WaterValue> values) {
    List<String> changes = new ArrayList<>();
    ClassChanges rule = new ClassChanges(register);
    WaterSamples.bySection(values)
        .forEach(
            (section, of) ->
                rule.of(section, of).stream()
                    .filter(c -> c.changeKind() == ClassChange.Kind.OBSERVATION)
                    .forEach(
                        c ->
                            changes.add(
                                "%s %s %s→%s %s"
                                    .formatted(
                                        section,
                                        c.startsAt(),
                                        c.fromClass(),
                                        c.toClass(),
                                        c.receivedAt()))));
    Collections.sort(changes);
    return changes;
  }
}
