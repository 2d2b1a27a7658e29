package org.dawen.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.dawen.lake.OfTable;
import org.junit.jupiter.api.Test;

/** The rooms and the arrows between them (docs/decisions/0002). */
class ArrowsTest {
  private final JavaClasses code = MainCode.classes();

  /** Which rooms a room may see; a room that is not named here is not allowed to exist. */
  private static final Map<String, List<String>> MAY_SEE = new TreeMap<>();

  static {
    MAY_SEE.put("lake", List.of());
    MAY_SEE.put("codec", List.of());
    MAY_SEE.put("standard", List.of());
    MAY_SEE.put("run", List.of("lake"));
    MAY_SEE.put("registry", List.of("lake"));
    MAY_SEE.put("intake", List.of("lake", "registry", "codec", "run", "standard"));
    List<String> ofDomain = List.of("lake", "run", "registry", "standard", "intake");
    List<String> withCodec = new ArrayList<>(ofDomain);
    withCodec.add("codec");
    MAY_SEE.put("air", ofDomain);
    MAY_SEE.put("water", ofDomain);
    MAY_SEE.put("noise", ofDomain);
    MAY_SEE.put("ground", ofDomain);
    MAY_SEE.put("source", withCodec);
    MAY_SEE.put("power", ofDomain);
    MAY_SEE.put("pool", ofDomain);
    MAY_SEE.put("waste", ofDomain);
    MAY_SEE.put("enforce", ofDomain);
    MAY_SEE.put(
        "lead", List.of("lake", "run", "registry", "intake", "source", "power", "diesel", "water"));
    MAY_SEE.put(
        "plan",
        List.of(
            "lake",
            "run",
            "registry",
            "air",
            "water",
            "source",
            "pool",
            "lead",
            "diesel",
            "noise",
            "ground",
            "waste",
            "enforce"));
    MAY_SEE.put("diesel", withCodec);
    MAY_SEE.put("sample", List.of("codec"));
    MAY_SEE.put(
        "cli",
        List.of(
            "lake",
            "run",
            "registry",
            "intake",
            "codec",
            "standard",
            "air",
            "source",
            "power",
            "pool",
            "waste",
            "enforce",
            "lead",
            "diesel",
            "water",
            "noise",
            "plan",
            "ground",
            "sample",
            "publish"));
    MAY_SEE.put("publish", List.of("lake", "run", "standard"));
  }

  private static String roomOf(String packageName) {
    String inside = packageName.substring("org.dawen".length());
    return inside.isEmpty() ? "" : inside.substring(1).split("\\.")[0];
  }

  @Test
  void arrowsBetweenRoomsAreThoseOfTheDesign() {
    Set<String> forbidden = new TreeSet<>();
    code.forEach(
        c ->
            c.getDirectDependenciesFromSelf().stream()
                .filter(d -> d.getTargetClass().getPackageName().startsWith("org.dawen"))
                .forEach(
                    d -> {
                      String from = roomOf(c.getPackageName());
                      String to = roomOf(d.getTargetClass().getPackageName());
                      if (!from.equals(to) && !MAY_SEE.getOrDefault(from, List.of()).contains(to)) {
                        forbidden.add(from + " -> " + to + ": " + d.getDescription());
                      }
                    }));
    assertThat(forbidden).isEmpty();
  }

  @Test
  void everyRoomIsNamedAndEveryNamedRoomExists() {
    Set<String> rooms = new TreeSet<>();
    code.forEach(c -> rooms.add(roomOf(c.getPackageName())));
    assertThat(rooms).containsExactlyElementsOf(MAY_SEE.keySet());
  }

  @Test
  void codecAndStandardSeeTheJdkAlone() {
    classes()
        .that()
        .resideInAnyPackage("org.dawen.codec..", "org.dawen.standard..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.dawen.codec..", "org.dawen.standard..")
        .check(code);
  }

  @Test
  void domainsUseOnlyTheTablesAndTheRevisionRuleOfIntake() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.dawen.air..",
            "org.dawen.water..",
            "org.dawen.noise..",
            "org.dawen.ground..",
            "org.dawen.source..",
            "org.dawen.power..",
            "org.dawen.pool..",
            "org.dawen.waste..",
            "org.dawen.enforce..",
            "org.dawen.lead..",
            "org.dawen.diesel..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are inner workings of intake",
                c ->
                    c.getPackageName().startsWith("org.dawen.intake")
                        && !Set.of(
                                "ReceivedTables",
                                "ReceivedGroup",
                                "Provenance",
                                "PacketParameters",
                                "InForce",
                                "ObdTables",
                                "ObdFigures",
                                "Joined",
                                "All")
                            .contains(c.getSimpleName())
                        && !c.isAnnotatedWith(OfTable.class)
                        && !c.getEnclosingClass()
                            .map(table -> table.isAnnotatedWith(OfTable.class))
                            .orElse(false)))
        .check(code);
  }

  @Test
  void leadsAndTheScoreboardSeeTheTablesOfTheDomainsAlone() {
    noClasses()
        .that()
        .resideInAnyPackage("org.dawen.lead..", "org.dawen.plan..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are inner workings of a domain",
                c ->
                    c.getPackageName().startsWith("org.dawen")
                        && Set.of(
                                "source", "power", "diesel", "air", "water", "pool", "intake",
                                "noise", "ground", "waste", "enforce")
                            .contains(roomOf(c.getPackageName()))
                        && !c.getSimpleName().endsWith("Tables")
                        && !c.getSimpleName().equals("HourEnergies")
                        && !c.getName().contains("Tables$")
                        && !c.isAnnotatedWith(OfTable.class)))
        .check(code);
  }

  /** A fingerprint follows what class files mention (docs/decisions/0076). */
  @Test
  void nothingThatComputesRowsIsReachedByName() {
    noClasses()
        .that(not(resideInAnyPackage("org.dawen.lake..", "org.dawen.run..", "org.dawen.cli..")))
        .should()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ClassLoader.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.ServiceLoader.class)
        .check(code);
  }

  @Test
  void thereAreNoCircles() {
    slices().matching("org.dawen.(*)..").should().beFreeOfCycles().check(code);
  }

  @Test
  void rowsAreReadOnlyInLake() {
    Set<String> readers = new TreeSet<>();
    code.that(not(resideInAnyPackage("org.dawen.lake..", "org.dawen.publish..")))
        .forEach(
            c ->
                c.getMethodCallsFromSelf().stream()
                    .filter(m -> m.getTargetOwner().isEquivalentTo(Row.class))
                    .filter(m -> m.getTarget().getName().startsWith("get"))
                    .forEach(m -> readers.add(m.getDescription())));
    assertThat(readers).isEmpty();
  }

  @Test
  void passesAreWiringOfAtMostEightyLines() throws IOException {
    Path sources = Path.of(System.getProperty("dawen.home", "."), "src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> passes =
          files.filter(f -> f.getFileName().toString().matches(".+Pass\\.java")).toList();
      assertThat(passes).hasSizeGreaterThan(20);
      assertThat(
              passes.stream()
                  .filter(f -> linesOfCode(f) > 80)
                  .map(f -> f.getFileName() + " has " + linesOfCode(f)))
          .isEmpty();
    }
  }

  /** Without imports, comments and empty lines. */
  private static long linesOfCode(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(l -> !l.matches("(import|package) .*|\\s*|\\s*(/?\\*|//).*")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
