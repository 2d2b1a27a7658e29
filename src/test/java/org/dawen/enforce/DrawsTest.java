package org.dawen.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.dawen.lake.TestRows;
import org.dawen.registry.Draw;
import org.dawen.registry.Draw.ListName;
import org.dawen.registry.EiaFile;
import org.dawen.registry.Inspector;
import org.dawen.registry.InspectorInterest;
import org.dawen.registry.Period;
import org.junit.jupiter.api.Test;

/** Draws that anyone can repeat. */
class DrawsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 8);
  private static final String SEED = "泰安2024";

  private static List<EiaFile> files() {
    return IntStream.rangeClosed(1, 120)
        .mapToObj(
            i ->
                new EiaFile(
                    "EIA-2024-%04d".formatted(i),
                    null,
                    "E" + i,
                    null,
                    new Period(null, null),
                    "f",
                    i))
        .toList();
  }

  private static List<Inspector> inspectors() {
    return IntStream.rangeClosed(1, 30)
        .mapToObj(i -> new Inspector("ZF%03d".formatted(i), null, new Period(null, null), "f", i))
        .toList();
  }

  private static DrawLists lists(InspectorInterest... interests) {
    return new DrawLists(files(), inspectors(), List.of(interests));
  }

  private static InspectorInterest interest(String inspector, String subject) {
    return new InspectorInterest(inspector, subject, new Period(null, null), "f", 2);
  }

  private static List<String> inspectorsFor(DrawLists lists, List<String> examined) {
    return lists.draw(ListName.INSPECTORS, "2024Q1", SEED, 4, DAY, examined).drawn();
  }

  @Test
  void theSeventySixPublishedDrawsComeOutAgain() {
    int drawn = 0;
    for (Map<String, String> draw : TestRows.csv("/enforce/draws.csv")) {
      List<String> expected = List.of(draw.get("drawn_codes").split(";"));
      ListName list = ListName.valueOf(draw.get("list_name").toUpperCase());
      assertThat(
              lists().draw(list, draw.get("period"), SEED, expected.size(), DAY, List.of()).drawn())
          .isEqualTo(expected);
      drawn += expected.size();
    }
    assertThat(drawn).isEqualTo(76);
  }

  @Test
  void theOrderOfTheListDoesNotMatterAndALongerDrawBeginsWithTheShorter() {
    List<String> ids = new ArrayList<>(files().stream().map(EiaFile::eiaFileNo).toList());
    List<String> short5 = Draws.drawn(SEED, "2024Q1", ids, 5);
    Collections.shuffle(ids, new Random(3));
    assertThat(Draws.drawn(SEED, "2024Q1", ids, 20)).startsWith(short5.toArray(String[]::new));
    assertThat(Draws.drawn(SEED, "2024Q1", ids, 500)).hasSize(120);
    assertThat(Draws.drawn(SEED, "2024Q2", ids, 5)).isNotEqualTo(short5);
  }

  @Test
  void theHashOfAListIsThatOfItsSortedLines() {
    // printf 'a\nb\n' | sha256sum
    assertThat(Draws.listHash(List.of("b", "a", "b")))
        .isEqualTo("911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2");
  }

  @Test
  void anInterestInAFileOrItsEnterpriseExcludesTheNextOneIsDrawn() {
    assertThat(inspectorsFor(lists(), List.of("EIA-2024-0089")))
        .containsExactly("ZF014", "ZF021", "ZF026", "ZF001");
    assertThat(inspectorsFor(lists(interest("ZF021", "E89")), List.of("EIA-2024-0089")))
        .startsWith("ZF014", "ZF026", "ZF001")
        .hasSize(4);
    assertThat(inspectorsFor(lists(interest("ZF014", "EIA-2024-0089")), List.of("EIA-2024-0089")))
        .doesNotContain("ZF014");
    assertThat(inspectorsFor(lists(interest("ZF014", "E1")), List.of("EIA-2024-0089")))
        .as("an interest in something else")
        .contains("ZF014");
  }

  @Test
  void withoutFilesNamedAnyStatedInterestExcludes() {
    assertThat(inspectorsFor(lists(interest("ZF014", "E1")), List.of())).doesNotContain("ZF014");
    assertThat(inspectorsFor(lists(interest("ZF014", null)), List.of("EIA-2024-0089")))
        .as("not to be drawn at all")
        .doesNotContain("ZF014");
  }

  private static Draw draw(String codes, String hash) {
    return new Draw(
        "D1",
        ListName.EIA_FILES,
        "2024Q1",
        SEED,
        3,
        DAY,
        null,
        hash,
        codes,
        null,
        "registry/draws.csv",
        2);
  }

  private static String hash() {
    return Draws.listHash(files().stream().map(EiaFile::eiaFileNo).toList());
  }

  @Test
  void aRecordedDrawIsRepeatedPlaceByPlace() {
    List<DrawnPlace> rows =
        RepeatedDraws.of(
            List.of(draw("EIA-2024-0001;EIA-2024-0089; EIA-2024-0044", hash())), lists());
    assertThat(rows).extracting(DrawnPlace::isRepeated).containsExactly(true, true, true);
    assertThat(rows).allMatch(DrawnPlace::isListUnchanged);
    assertThat(rows.get(0).command())
        .isEqualTo(
            "./dawen draw --list eia_files --period 2024Q1 --count 3 --seed 泰安2024 --day 2024-01-08");
  }

  @Test
  void aDrawThatWasArrangedAndAListThatChangedShow() {
    List<DrawnPlace> rows =
        RepeatedDraws.of(List.of(draw("EIA-2024-0001;EIA-2024-0007", "0".repeat(64))), lists());
    assertThat(rows).extracting(DrawnPlace::isRepeated).containsExactly(true, false, false);
    assertThat(rows)
        .extracting(DrawnPlace::drawnCode)
        .containsExactly("EIA-2024-0001", "EIA-2024-0007", null);
    assertThat(rows).noneMatch(DrawnPlace::isListUnchanged);
  }
}
