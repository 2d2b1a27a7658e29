package org.dawen.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.cli.Catalogue;
import org.dawen.cli.SampleLake;

/**
 * Does to the sample night what happens at night, to the real process, and holds the tables
 * afterwards against those of the undisturbed night. {@code ./dawen test --faults KILLS} starts it.
 *
 * <pre>
 * --kills N      kill -9 so many times (100): a sixth while a feed is written, a sixth while the journal closes
 * --seed S       of the moments (1)
 * --undisturbed LAKE   a lake of the sample night made before; else one is made
 * --night-seconds N    how long that night took (40); the first night killed in a lake lasts at most as long
 * --only WORDS   only faults whose name holds these words; {@code --only kill} for the kills alone
 * --place DIR    where lakes are made (a new folder in java.io.tmpdir)
 * --short        one lake suffers everything, as an ordinary build does
 * </pre>
 */
public final class Faults {
  private static final Pattern REMEDY = Pattern.compile("dawen doctor --rebuild ([a-z_.,0-9]+)");
  private static final int LOCKED = 5;
  private static final int MOST_KILLS_IN_A_ROW = 20;
  private static final String TAKES_IN = "intake obd";
  private static final String FEED_MONTH = "2024-03";

  /** What was done, what became of it. */
  private record Tried(String fault, String when, double recoverSeconds, List<String> wrongs) {}

  private final Map<String, String> options;
  private final Path place;
  private final Path landing;
  private final Random random;
  private final List<Tried> tried = new ArrayList<>();
  private Map<String, String> undisturbed;
  private double nightSeconds;

  private Faults(Map<String, String> options) throws IOException {
    this.options = options;
    this.place =
        options.containsKey("place")
            ? Files.createDirectories(Path.of(options.get("place")))
            : Files.createTempDirectory("dawen-faults-");
    this.landing = Nightly.HOME.resolve("data-samples/landing");
    this.random = new Random(Long.parseLong(options.getOrDefault("seed", "1")));
  }

  /** Runs the faults; the exit code is 1 if anything was lost, doubled or left wrong. */
  public static void main(String[] args) throws Exception {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i < args.length; i++) {
      boolean isFlag = args[i].equals("--short");
      options.put(args[i].substring(2), isFlag ? "" : args[++i]);
    }
    Faults faults = new Faults(options);
    faults.run();
    boolean isEqual = faults.summarise();
    if (isEqual && !options.containsKey("place")) {
      SampleLake.delete(faults.place); // else the logs are wanted
    }
    System.exit(isEqual ? 0 : 1);
  }

  private void run() throws Exception {
    prepare();
    if (options.containsKey("short")) {
      oneLakeSuffersEverything();
      return;
    }
    String only = options.getOrDefault("only", "");
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("disk full", this::diskFull);
    faults.put("lake read-only", this::readOnly);
    faults.put("files vanish while read", this::vanish);
    faults.put("clock set back", this::clockSetBack);
    faults.put("machine stands still", this::standStill);
    faults.put("two nights at once", this::twoAtOnce);
    faults.put("two nights that share no file lock", this::twoWithoutLock);
    faults.put("a night during maintain", this::nightDuringMaintain);
    faults.put("log tail corrupted", this::corruptedLogs);
    faults.put("feed killed while it is written", this::killedFeeds);
    faults.put("night killed while the journal closes", this::killedJournals);
    faults.put("night killed while files are taken in", this::killedIntakes);
    for (Map.Entry<String, Fault> fault : faults.entrySet()) {
      if (fault.getKey().contains(only)) {
        try {
          fault.getValue().happen(fault.getKey());
        } catch (IOException | IllegalStateException e) { // the others are still to be tried
          say("%s: %s".formatted(fault.getKey(), e));
          tried.add(new Tried(fault.getKey(), "not done to its end", 0, List.of(e.toString())));
        }
      }
    }
    if ("kill".contains(only) || only.isEmpty()) {
      kills(wantedKills() - 2 * rareKills());
    }
  }

  private int wantedKills() {
    return Integer.parseInt(options.getOrDefault("kills", "100"));
  }

  private interface Fault {
    void happen(String name) throws Exception;
  }

  private void prepare() throws Exception {
    nightSeconds = Double.parseDouble(options.getOrDefault("night-seconds", "40"));
    if (options.containsKey("undisturbed")) {
      undisturbed = TriedLake.hashes(Path.of(options.get("undisturbed")));
      return;
    }
    Path lake = place.resolve("undisturbed");
    Nightly night = night(lake, landing);
    require(night.exitCode() == 0, "the undisturbed night failed: " + night.said());
    nightSeconds = night.seconds();
    undisturbed = TriedLake.hashes(lake);
    say("the undisturbed night took %.1f s".formatted(nightSeconds));
  }

  // ---------------------------------------------------------------- kills

  /**
   * Each round up to twenty nights of one lake are killed, the first anywhere on its way, the
   * others sooner, as each goes on where the one before was struck; then one runs to its end.
   */
  private void kills(int wanted) throws Exception {
    int killed = 0;
    for (int round = 1; killed < wanted; round++) {
      Path lake = place.resolve("kill-" + round);
      int inARow = Math.min(wanted - killed, 1 + random.nextInt(MOST_KILLS_IN_A_ROW));
      List<String> points = new ArrayList<>();
      String point = "";
      while (point != null && points.size() < inARow) {
        double longest = points.isEmpty() ? nightSeconds : nightSeconds / 3;
        point = killAt(lake, landing, 0.3 + random.nextDouble() * longest);
        if (point != null) {
          points.add(point);
        }
      }
      killed += points.size();
      if (!points.isEmpty()) {
        recover("kill -9", String.join("; ", points), lake, landing);
      }
      SampleLake.delete(lake);
    }
  }

  /** Where a night was when it was killed; null if it ended before. */
  private String killAt(Path lake, Path from, double seconds) throws Exception {
    try (Nightly night = start(lake, from)) {
      if (night.endsWithin(seconds)) {
        return null;
      }
      night.kill();
      return "%.1f s, %s".formatted(seconds, night.lastStep());
    }
  }

  /** Kills a night soon after it has begun so many jobs, or its intake; how soon is drawn. */
  private String killInAJob(int jobs, Path lake, Path from) throws Exception {
    try (Nightly night = start(lake, from)) {
      boolean hasBegun =
          jobs == 0 ? night.waitUntilItSays("intake obd") : night.waitUntilJobsBegan(jobs);
      boolean hasEnded = night.endsWithin(random.nextDouble() * 1.5);
      require(hasBegun && !hasEnded, "a night ended before it was killed: " + night.said());
      night.kill();
      return "%.1f s, %s".formatted(night.seconds(), night.lastStep());
    }
  }

  /** A sixth of the kills strikes where a moment drawn from a whole night hardly ever lies. */
  private int rareKills() {
    return wantedKills() / 6;
  }

  /** Struck while its files are written aside, or just behind; then released again. */
  private void killedFeeds(String name) throws Exception {
    Path logs = place.resolve("logs");
    Path lake =
        options.containsKey("undisturbed")
            ? Path.of(options.get("undisturbed")).toAbsolutePath()
            : place.resolve("undisturbed");
    Path undisturbedFeeds = place.resolve("feeds");
    require(monthly(lake, undisturbedFeeds).exitCode() == 0, "the undisturbed feed failed");
    Map<String, String> whole = TriedFeed.everything(undisturbedFeeds);
    for (int i = 0; i < rareKills(); i++) {
      Path feeds = place.resolve("feeds-killed-" + i);
      List<String> wrongs = new ArrayList<>();
      try (Nightly killed = Nightly.start(logs, lake, landing, monthlyInto(feeds))) {
        require(killed.waitUntilThereIs(feeds.resolve(FEED_MONTH)), "no feed: " + killed.said());
        killed.endsWithin(random.nextDouble() * 0.2);
        killed.kill();
      }
      String point = TriedFeed.state(feeds);
      Map<String, String> seen = TriedFeed.released(feeds);
      expect(wrongs, seen.isEmpty() || seen.equals(whole), "half a feed is there: " + seen);
      Nightly again = monthly(lake, feeds);
      expect(wrongs, again.exitCode() == 0, "exit %d".formatted(again.exitCode()));
      Map<String, String> found = TriedFeed.everything(feeds);
      expect(wrongs, found.equals(whole), "the feed afterwards: " + found.keySet());
      tried.add(new Tried(name, point, again.seconds(), wrongs));
      say("%s (%s): %s".formatted(name, point, wrongs.isEmpty() ? "equal" : wrongs));
    }
  }

  private static String[] monthlyInto(Path feeds) {
    return new String[] {"monthly", "--month", FEED_MONTH, "--feeds", feeds.toString()};
  }

  private Nightly monthly(Path lake, Path feeds) throws Exception {
    return Nightly.run(place.resolve("logs"), lake, landing, monthlyInto(feeds));
  }

  /** In a lake to which one file of air is new, so that the night is soon at its end. */
  private void killedJournals(String name) throws Exception {
    Path from = TriedLake.copy(landing, place.resolve("landing-journal"));
    Path newest = from.resolve("air/2024-04-01");
    SampleLake.delete(newest);
    Path before = place.resolve("journal-before");
    require(night(before, from).exitCode() == 0, "the night without the newest file failed");
    TriedLake.copy(landing, from);
    int killed = 0;
    for (int i = 0; killed < rareKills() && i < 3 * rareKills(); i++) {
      Path lake = TriedLake.copy(before, place.resolve("journal-" + i));
      try (Nightly night = start(lake, from)) {
        require(night.waitUntilItSays("closing the journal"), "never closed: " + night.said());
        boolean hasEnded = night.endsWithin(random.nextDouble() * 0.8);
        night.kill();
        if (!hasEnded) {
          killed++;
          List<String> wrongs = new ArrayList<>();
          Nightly again =
              recover(
                  name,
                  "%.1f s, %s".formatted(night.seconds(), night.lastStep()),
                  lake,
                  from,
                  wrongs);
          Set<String> passes = passesOf(again.jobsBegun());
          expect(wrongs, passes.size() <= 1, "passes computed again: " + passes);
        }
      }
      SampleLake.delete(lake);
    }
    require(killed == rareKills(), "only %d were struck in time".formatted(killed));
  }

  /** The passes that compute jobs. */
  private Set<String> passesOf(List<String> jobs) {
    return Catalogue.jobs(landing.toString()).stream()
        .filter(j -> jobs.contains(j.spec().name()))
        .map(j -> j.pass().getClass().getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * At three places between the first file taken in and the first job. What was written stands or
   * is replaced a feed at a time, so the next night costs hardly more than an undisturbed one.
   */
  private void killedIntakes(String name) throws Exception {
    Path whole = place.resolve("intake-whole");
    Nightly wholeNight = night(whole, landing);
    require(wholeNight.exitCode() == 0, "the undisturbed night failed: " + wholeNight.said());
    String first = wholeNight.jobsBegun().get(0) + ":";
    double seconds = wholeNight.saidAt(first) - wholeNight.saidAt(TAKES_IN);
    for (double share : List.of(0.1, 0.5, 0.9)) {
      Path lake = place.resolve("intake-" + share);
      String when;
      try (Nightly killed = start(lake, landing)) {
        require(killed.waitUntilItSays(TAKES_IN), "nothing was taken in: " + killed.said());
        require(!killed.endsWithin(share * seconds), "it ended too soon: " + killed.said());
        killed.kill();
        when = "%.0f %% of %.1f s, %s".formatted(100 * share, seconds, killed.lastStep());
      }
      List<String> wrongs = new ArrayList<>();
      Nightly again = recover(name, when, lake, landing, wrongs);
      double ratio = again.cpuSeconds() / wholeNight.cpuSeconds();
      say(
          "%.1f s of CPU time against %.1f s of an undisturbed night: %.2f"
              .formatted(again.cpuSeconds(), wholeNight.cpuSeconds(), ratio));
      expect(wrongs, ratio <= 1.3, "%.2f times an undisturbed night".formatted(ratio));
      SampleLake.delete(lake);
    }
  }

  // ---------------------------------------------------------------- other faults

  private void diskFull(String name) throws Exception {
    for (String size : List.of("1m", "4m", "7m")) {
      Path lake = Files.createDirectories(place.resolve("full-" + size));
      if (!TriedLake.mount("-t", "tmpfs", "-o", "size=" + size, "tmpfs", lake.toString())) {
        say("disk full: not tried, this user may not mount a tmpfs");
        return;
      }
      try {
        Nightly night = night(lake, landing);
        List<String> wrongs = new ArrayList<>();
        expect(wrongs, night.exitCode() == 1 || night.exitCode() == 2, "exit " + night.exitCode());
        expect(wrongs, night.said().contains("disk is full"), "it does not say so");
        TriedLake.mount("-o", "remount,size=500m", lake.toString());
        recover(name, size + " of disk", lake, landing, wrongs);
      } finally {
        TriedLake.unmount(lake);
      }
    }
  }

  private void readOnly(String name) throws Exception {
    Path lake = place.resolve("read-only");
    killAt(lake, landing, nightSeconds / 2);
    if (!TriedLake.mount("--bind", lake.toString(), lake.toString())) {
      say("read-only lake: not tried, this user may not mount");
      return;
    }
    List<String> wrongs = new ArrayList<>();
    try {
      TriedLake.mount("-o", "remount,ro,bind", lake.toString());
      Nightly night = night(lake, landing);
      expect(wrongs, night.exitCode() == 2, "exit " + night.exitCode() + " instead of 2");
      expect(wrongs, night.said().contains("cannot be written"), "it does not say so");
    } finally {
      TriedLake.unmount(lake);
    }
    recover(name, "a lake of half a night", lake, landing, wrongs);
  }

  private void vanish(String name) throws Exception {
    for (String moment : List.of("landing: looking for", "landing: reading", "intake air")) {
      Path from = TriedLake.copy(landing, place.resolve("landing-vanish-" + tried.size()));
      Path lake = place.resolve("vanish-" + tried.size());
      List<String> wrongs = new ArrayList<>();
      try (Nightly night = start(lake, from)) {
        night.waitUntilItSays(moment);
        int gone = removeSome(from);
        int exit = night.exitCode();
        expect(wrongs, exit == 0 || exit == 4, "exit " + exit + ": " + night.said());
        say("%d files taken away at '%s', exit %d".formatted(gone, moment, exit));
      }
      TriedLake.copy(landing, from);
      recover(name, moment, lake, from, wrongs);
    }
  }

  /** Every third file of measured values goes. */
  private static int removeSome(Path from) throws IOException {
    int gone = 0;
    try (Stream<Path> files = Files.walk(from)) {
      List<Path> some =
          files
              .filter(Files::isRegularFile)
              .filter(f -> !f.getParent().endsWith("registry"))
              .sorted()
              .toList();
      for (int i = 0; i < some.size(); i += 3) {
        Files.delete(some.get(i));
        gone++;
      }
    }
    return gone;
  }

  private void clockSetBack(String name) throws Exception {
    Path from = TriedLake.copy(landing, place.resolve("landing-clock"));
    Path lake = place.resolve("clock");
    String point = killAt(lake, from, nightSeconds * 0.6);
    TriedLake.moveTimesAhead(400, lake, from);
    recover(name, "400 days, in a lake killed at " + point, lake, from);
  }

  /** Longer than the two minutes after which Spark gives up an executor it hears nothing of. */
  private void standStill(String name) throws Exception {
    Path lake = place.resolve("still");
    List<String> wrongs = new ArrayList<>();
    String point;
    try (Nightly night = start(lake, landing)) {
      night.waitUntilJobsBegan(1 + random.nextInt(8));
      point = night.lastStep();
      night.standStill(150);
      expect(wrongs, night.exitCode() == 0, "exit " + night.exitCode());
      expect(wrongs, !night.said().contains(" ERROR "), "it complained: " + night.said());
    }
    recover(name, "150 s, " + point, lake, landing, wrongs);
  }

  private void twoAtOnce(String name) throws Exception {
    Path lake = place.resolve("two");
    List<String> wrongs = new ArrayList<>();
    try (Nightly one = start(lake, landing);
        Nightly other = start(lake, landing)) {
      List<Integer> exits = new ArrayList<>(List.of(one.exitCode(), other.exitCode()));
      exits.sort(null);
      expect(wrongs, exits.equals(List.of(0, LOCKED)), "exits " + exits + " instead of 0 and 5");
    }
    recover(name, "started together", lake, landing, wrongs);
  }

  /** The file that is locked is another one for the second: only the lease stands between them. */
  private void twoWithoutLock(String name) throws Exception {
    Path lake = place.resolve("two-without-lock");
    List<String> wrongs = new ArrayList<>();
    try (Nightly one = start(lake, landing)) {
      one.waitUntilItSays("lake locked");
      Files.delete(lake.resolve(".lock"));
      int exit = night(lake, landing).exitCode();
      expect(wrongs, exit == LOCKED, "the second: exit " + exit + " instead of 5");
      expect(wrongs, one.exitCode() == 0, "the first: exit " + one.exitCode());
    }
    recover(name, "the second while the first ran", lake, landing, wrongs);
  }

  private void nightDuringMaintain(String name) throws Exception {
    for (boolean isKilled : List.of(false, true)) {
      Path lake = place.resolve("maintain-" + isKilled);
      killAt(lake, landing, nightSeconds * 0.7);
      night(lake, landing);
      List<String> wrongs = new ArrayList<>();
      try (Nightly maintain =
          Nightly.start(place.resolve("logs"), lake, landing, "maintain", "--compact-above", "1")) {
        maintain.waitUntilItSays("received.");
        int exit = night(lake, landing).exitCode();
        expect(wrongs, exit == LOCKED, "exit " + exit + " instead of 5");
        if (isKilled) {
          maintain.kill();
        } else {
          expect(wrongs, maintain.exitCode() == 0, "maintain: " + maintain.said());
        }
      }
      recover(name, isKilled ? "maintain killed" : "maintain ended", lake, landing, wrongs);
    }
  }

  private void corruptedLogs(String name) throws Exception {
    Path whole = place.resolve("whole");
    if (!Files.exists(whole)) {
      night(whole, landing);
    }
    List<String> tables =
        List.of(
            "air.area_day",
            "received.air",
            "ops.landing_file",
            "source.exceedance_hour",
            "registry.outlet",
            "ops.job_run",
            "received.hj212",
            "ops.reject",
            "received.obd_hour");
    for (int i = 0; i < tables.size(); i++) {
      Damage damage = Damage.values()[i % Damage.values().length];
      Path lake = TriedLake.copy(whole, place.resolve("log-" + i));
      corruptAndHeal(name, lake, tables.get(i), damage);
      SampleLake.delete(lake);
    }
  }

  private enum Damage {
    CUT {
      @Override
      void to(Path commit) throws IOException {
        byte[] bytes = Files.readAllBytes(commit);
        Files.write(commit, java.util.Arrays.copyOf(bytes, bytes.length - bytes.length / 3));
      }
    },
    GARBAGE {
      @Override
      void to(Path commit) throws IOException {
        try (OutputStream out = Files.newOutputStream(commit, StandardOpenOption.APPEND)) {
          out.write(
              "\0\0\0{\"add\":{\"path\":\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    },
    EMPTY {
      @Override
      void to(Path commit) throws IOException {
        Files.write(commit, new byte[0]);
      }
    },
    LOST {
      @Override
      void to(Path commit) throws IOException {
        Files.delete(commit);
      }
    };

    abstract void to(Path commit) throws IOException;
  }

  private void corruptAndHeal(String name, Path lake, String table, Damage damage)
      throws Exception {
    Path commit = TriedLake.newestCommit(lake, table);
    damage.to(commit);
    TriedLake.withoutCheck(commit);
    Path logs = place.resolve("logs");
    Nightly doctor = Nightly.run(logs, lake, landing, "doctor", "--hash");
    if (doctor.exitCode() == 0) {
      doctor = night(lake, landing); // the journal is not asked for hashes
    }
    List<String> wrongs = new ArrayList<>();
    Matcher remedy = REMEDY.matcher(doctor.said());
    boolean isTold = doctor.exitCode() == 4 && remedy.find();
    expect(wrongs, isTold, "exit %d, not told: %s".formatted(doctor.exitCode(), doctor.said()));
    if (isTold) {
      Nightly rebuild = Nightly.run(logs, lake, landing, "doctor", "--rebuild", remedy.group(1));
      expect(wrongs, rebuild.exitCode() == 0, "rebuild: " + rebuild.said());
    }
    recover(
        name,
        "%s, %s".formatted(table, damage.name().toLowerCase(Locale.ROOT)),
        lake,
        landing,
        wrongs);
  }

  // ---------------------------------------------------------------- the ordinary build

  /**
   * A full disk, kills with files that vanish and clocks set back between them, two nights at once;
   * and of the finished lake a damaged log and a disk that became read-only.
   */
  private void oneLakeSuffersEverything() throws Exception {
    int wanted = Integer.parseInt(options.getOrDefault("kills", "5"));
    Path from = TriedLake.copy(landing, place.resolve("landing"));
    Path lake = Files.createDirectories(place.resolve("lake"));
    boolean isMounted = TriedLake.mount("-t", "tmpfs", "-o", "size=3m", "tmpfs", lake.toString());
    List<String> wrongs = new ArrayList<>();
    List<String> points = new ArrayList<>();
    try {
      if (isMounted) {
        Nightly full = night(lake, from);
        expect(wrongs, full.exitCode() != 0, "a full disk went unnoticed");
        expect(wrongs, full.said().contains("disk is full"), "full disk: " + full.said());
        TriedLake.mount("-o", "remount,size=500m", lake.toString());
      } else {
        say("disk full: not tried, this user may not mount a tmpfs");
      }
      while (points.size() < wanted) {
        if (points.size() == 1) {
          removeSome(from);
        }
        if (points.size() == 2) {
          TriedLake.copy(landing, from);
          TriedLake.moveTimesAhead(400, lake, from);
        }
        points.add(killInAJob(points.isEmpty() ? 0 : 1 + random.nextInt(5), lake, from));
      }
      try (Nightly one = start(lake, from);
          Nightly other = start(lake, from)) {
        List<Integer> exits = new ArrayList<>(List.of(one.exitCode(), other.exitCode()));
        exits.sort(null);
        expect(wrongs, exits.equals(List.of(0, LOCKED)), "two at once: exits " + exits);
        double seconds = Math.max(one.seconds(), other.seconds());
        wrongs.addAll(TriedLake.wrongs(lake, undisturbed));
        tried.add(
            new Tried(
                "full disk, files gone, clock set back, two nights, and kill -9 of %d"
                    .formatted(points.size()),
                String.join("; ", points),
                seconds,
                wrongs));
      }
      corruptAndHeal("log tail corrupted", lake, "air.area_day", Damage.CUT);
      if (isMounted) {
        TriedLake.mount("-o", "remount,ro", lake.toString());
        Nightly refused = night(lake, from);
        List<String> said = new ArrayList<>();
        expect(said, refused.exitCode() == 2, "exit " + refused.exitCode());
        expect(said, refused.said().contains("cannot be written"), refused.said());
        tried.add(new Tried("lake read-only", "the finished lake", 0, said));
      }
    } finally {
      if (isMounted) {
        TriedLake.unmount(lake);
      }
    }
  }

  // ---------------------------------------------------------------- common

  private Nightly start(Path lake, Path from) throws IOException {
    return Nightly.start(place.resolve("logs"), lake, from, "nightly");
  }

  private Nightly night(Path lake, Path from) throws Exception {
    return Nightly.run(place.resolve("logs"), lake, from, "nightly");
  }

  private Nightly recover(String fault, String when, Path lake, Path from) throws Exception {
    return recover(fault, when, lake, from, new ArrayList<>());
  }

  /** The night runs again; then everything must be as if nothing had happened. */
  private Nightly recover(String fault, String when, Path lake, Path from, List<String> wrongs)
      throws Exception {
    Nightly night = night(lake, from);
    expect(wrongs, night.exitCode() == 0, "exit %d: %s".formatted(night.exitCode(), night.said()));
    wrongs.addAll(TriedLake.wrongs(lake, undisturbed));
    tried.add(new Tried(fault, when, night.seconds(), wrongs));
    say(
        "%s (%s): %s, %.1f s to recover"
            .formatted(fault, when, wrongs.isEmpty() ? "equal" : wrongs, night.seconds()));
    return night;
  }

  private static void expect(List<String> wrongs, boolean holds, String otherwise) {
    if (!holds) {
      wrongs.add(otherwise);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void say(String sentence) {
    System.err.println("faults: " + sentence);
  }

  /**
   * Prints what was tried, a row a fault, and for the kills a row a point; false: not all equal.
   */
  private boolean summarise() {
    System.out.println("| fault | when | hashes and accounts | seconds to recover |");
    System.out.println("|---|---|---|---|");
    long killed = 0;
    Map<String, Integer> points = new TreeMap<>();
    for (Tried t : tried) {
      String verdict = t.wrongs().isEmpty() ? "equal" : "**" + t.wrongs() + "**";
      if (t.fault().equals("kill -9")) {
        for (String point : t.when().split("; ")) {
          killed++;
          points.merge(pointOf(point), 1, Integer::sum);
        }
        if (t.wrongs().isEmpty()) {
          continue;
        }
      }
      System.out.printf(
          "| %s | %s | %s | %.1f |%n", t.fault(), t.when(), verdict, t.recoverSeconds());
    }
    List<Tried> kills = tried.stream().filter(t -> t.fault().equals("kill -9")).toList();
    if (!kills.isEmpty()) {
      System.out.printf(
          "%n%d kills in %d lakes, %d lakes equal afterwards; seconds to recover: least %.1f, mean"
              + " %.1f, most %.1f.%n%n| killed while | times |%n|---|---|%n",
          killed,
          kills.size(),
          kills.stream().filter(t -> t.wrongs().isEmpty()).count(),
          kills.stream().mapToDouble(Tried::recoverSeconds).min().orElse(0),
          kills.stream().mapToDouble(Tried::recoverSeconds).average().orElse(0),
          kills.stream().mapToDouble(Tried::recoverSeconds).max().orElse(0));
      points.forEach((point, times) -> System.out.printf("| %s | %d |%n", point, times));
    }
    long wrong = tried.stream().filter(t -> !t.wrongs().isEmpty()).count();
    System.out.printf("%n%d passed, %d failed%n", tried.size() - wrong, wrong);
    return wrong == 0;
  }

  /**
   * The step without its moment and numbers: the last one that was begun, others may be at work.
   */
  private static String pointOf(String when) {
    String step = when.replaceFirst("^[0-9.]+ s, ", "");
    int colon = step.indexOf(':');
    String name = colon < 0 ? step : step.substring(0, colon);
    return name.replaceAll("\\d[\\d,]*", "n");
  }
}
