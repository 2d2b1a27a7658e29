package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.cli.Catalogue;
import org.dawen.intake.obd.OverlapPass;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pass declares and what its parts declare are one thing. */
class PassDeclarationsTest {
  private static List<Pass> passes() {
    List<Pass> passes = Catalogue.jobs("landing").stream().map(Job::pass).distinct().toList();
    assertThat(passes).isNotEmpty();
    return passes;
  }

  @Test
  void everyRecordFitsTheTableItIsReadFrom(@TempDir Path folder) {
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    for (Pass pass : passes()) {
      pass.spec()
          .follows()
          .forEach(
              f ->
                  assertThatCode(() -> lake.rows(f.table(), f.type(), DaySet.NONE))
                      .as("%s", pass.getClass())
                      .doesNotThrowAnyException());
      pass.spec()
          .looksUp()
          .forEach(
              l ->
                  assertThatCode(() -> lake.rows(l.table(), l.type(), DaySet.NONE))
                      .as("%s", pass.getClass())
                      .doesNotThrowAnyException());
    }
  }

  @Test
  void whatAPassReadsItsPartsRead() {
    for (Pass pass : passes()) {
      PassSpec spec = pass.spec();
      assertThat(names(spec.parts().stream().flatMap(PassDeclarationsTest::read)))
          .as("%s", pass.getClass())
          .isEqualTo(names(read(spec)));
    }
  }

  private static Stream<Table> read(JobSpec part) {
    return Stream.concat(part.follows().stream(), part.looksUp().stream());
  }

  private static Stream<Table> read(PassSpec spec) {
    return Stream.of(
            spec.follows().stream().map(PassSpec.Followed::table),
            spec.looksUp().stream().map(PassSpec.LookedUp::table),
            spec.asksDaysOf().stream())
        .flatMap(tables -> tables);
  }

  /** Days of a table that no part follows would make nothing due. */
  @Test
  void tablesWithDaysThatMakeEntitiesAreFollowed() {
    for (Pass pass : passes()) {
      PassSpec spec = pass.spec();
      assertThat(names(spec.parts().stream().flatMap(p -> p.follows().stream())))
          .as("%s", pass.getClass())
          .containsAll(
              names(
                  Stream.concat(
                      spec.follows().stream()
                          .map(PassSpec.Followed::table)
                          .filter(t -> t.day() != null),
                      spec.asksDaysOf().stream())));
    }
  }

  /** What another feed or the ledger does otherwise must not decode minutes again. */
  @Test
  void theStepThatDecodesOverlapsUsesNoFeed() {
    assertThat(CodeUsed.of(List.of(OverlapPass.class)).keySet())
        .contains("org/dawen/codec/gb17691/DataUnit", "org/dawen/intake/obd/Overlaps")
        .noneMatch(
            name -> name.matches("org/dawen/intake/.*(Feed|FileReading|Ledger|LandingContent).*"));
  }

  private static Set<String> names(Stream<Table> tables) {
    return tables.map(Table::name).collect(Collectors.toCollection(HashSet::new));
  }
}
