package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The night in a process of its own on a machine set up in another way: language, digits, calendar,
 * time zone, umask. The tables are the same, and the files closed to other accounts.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OtherMachinesTest {
  @TempDir private static Path folder;
  private static SmallCity city;
  private static Map<String, String> expected;

  @BeforeAll
  static void takeTheNightHere() throws IOException {
    city = new SmallCity(SmallLake.undisturbed().city().copyTo(folder.resolve("landing")));
    Files.write(
        city.landing().resolve("air/.air_20240302.csv.crc"),
        new byte[] {'c', 'r', 'c', 0, 0, 0, 2, 0, 1, 2, 3, 4});
    expected = SmallLake.undisturbed().hashes();
    assertThat(expected.get("air.station_day")).doesNotStartWith("0:");
  }

  /** A machine of this name with a lake, briefs and temporary files of its own. */
  private record Machine(String name, String umask, String zone, List<String> options) {
    Path place() {
      return folder.resolve(name);
    }

    Path temporary() {
      return place().resolve("tmp");
    }

    Process start() throws IOException {
      Files.createDirectories(temporary());
      List<String> words = new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec \"$@\""));
      words.add("sh");
      words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .filter(a -> a.startsWith("--add-opens"))
          .forEach(words::add);
      words.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m"));
      words.add("-Djava.io.tmpdir=" + temporary());
      words.add("-Ddawen.home=" + Path.of(System.getProperty("dawen.home", ".")).toAbsolutePath());
      words.addAll(options);
      words.addAll(
          List.of(
              "-cp",
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
              "org.dawen.cli.Dawen",
              "nightly",
              "--landing",
              city.landing().toString(),
              "--lake",
              place().resolve("lake").toString()));
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(place().toFile())
              .redirectErrorStream(true)
              .redirectOutput(place().resolve("log").toFile());
      builder.environment().put("TZ", zone);
      return builder.start();
    }

    String said() throws IOException {
      return Files.readString(place().resolve("log"), StandardCharsets.UTF_8);
    }

    int end(Process process) throws IOException, InterruptedException {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + said());
      }
      return process.exitValue();
    }

    Map<String, String> hashes() {
      return new Nights(place().resolve("lake"), city.landing()).hashes();
    }
  }

  private static final Machine TURKISH =
      new Machine(
          "turkish", "000", "America/New_York", List.of("-Duser.language=tr", "-Duser.country=TR"));

  private static final Machine PERSIAN =
      new Machine(
          "persian", "022", "Asia/Tehran", List.of("-Duser.language=fa", "-Duser.country=IR"));
  private static final Machine THAI =
      new Machine(
          "thai",
          "022",
          "Pacific/Kiritimati",
          List.of("-Duser.language=th", "-Duser.country=TH", "-Duser.variant=TH"));

  /** Nights at work, each in a process that is alone on its lake: side by side they end sooner. */
  private static final Map<Machine, Process> NIGHTS = new HashMap<>();

  private static void startNights() throws IOException {
    for (Machine machine : List.of(TURKISH, PERSIAN, THAI)) {
      NIGHTS.put(machine, machine.start());
    }
  }

  @AfterAll
  static void endNights() {
    NIGHTS.values().forEach(Process::destroyForcibly);
  }

  private static void givesTheSame(Machine machine) throws Exception {
    int code = machine.end(NIGHTS.get(machine));
    assertThat(machine.said()).doesNotContain("Exception").doesNotContain("bug");
    assertThat(code).as(machine.said()).isZero();
    assertThat(machine.hashes()).isEqualTo(expected);
  }

  /** Killed by the system; a lake folder that somebody made beforehand, open to everybody. */
  @Test
  @Order(1)
  void aKilledNightLeavesItsTemporaryFilesInOneClosedFolder() throws Exception {
    Path lake = Files.createDirectories(TURKISH.place().resolve("lake"));
    Files.setPosixFilePermissions(lake, PosixFilePermissions.fromString("rwxr-xr-x"));
    Process night = TURKISH.start();
    while (!TURKISH.said().contains("intake")) {
      assertThat(night.isAlive()).as(TURKISH.said()).isTrue();
      Thread.sleep(20);
    }
    night.destroyForcibly().waitFor();
    try (Stream<Path> left = Files.list(TURKISH.temporary())) {
      assertThat(left.toList())
          .singleElement()
          .satisfies(
              p ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(p)))
                      .isEqualTo("rwx------"));
    }
    startNights();
  }

  @Test
  @Order(2)
  void theNextRemovesThemAndTurkishLettersOfNewYorkChangeNothing() throws Exception {
    givesTheSame(TURKISH);
    assertThat(TURKISH.temporary()).isEmptyDirectory();
  }

  @Test
  @Order(3)
  void nothingIsOpenToOtherAccounts() throws IOException {
    List<String> open = new ArrayList<>();
    int files = 0;
    try (Stream<Path> all =
        Stream.concat(
            Files.walk(TURKISH.place().resolve("lake")),
            Files.walk(TURKISH.place().resolve("briefs")))) {
      for (Path path : all.toList()) {
        files++;
        var mode = Files.getPosixFilePermissions(path);
        if (mode.contains(PosixFilePermission.OTHERS_READ)
            || mode.contains(PosixFilePermission.OTHERS_WRITE)
            || mode.contains(PosixFilePermission.OTHERS_EXECUTE)
            || mode.contains(PosixFilePermission.GROUP_WRITE)) {
          open.add(PosixFilePermissions.toString(mode) + " " + path);
        }
      }
    }
    assertThat(files).isGreaterThan(300);
    assertThat(open).isEmpty();
  }

  @Test
  @Order(4)
  void persianDigitsChangeNothing() throws Exception {
    givesTheSame(PERSIAN);
    assertThat(briefsOf(PERSIAN)).isEqualTo(briefsOf(TURKISH));
  }

  @Test
  @Order(5)
  void anotherCalendarChangesNothing() throws Exception {
    givesTheSame(THAI);
    assertThat(briefsOf(THAI)).isEqualTo(briefsOf(TURKISH));
  }

  /** Briefs and sheets by name and content. */
  private static Map<String, String> briefsOf(Machine machine) throws IOException {
    Path briefs = machine.place().resolve("briefs");
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(briefs)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(
            briefs.relativize(file).toString(),
            java.util.Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
      }
    }
    assertThat(contents).isNotEmpty();
    return contents;
  }
}
