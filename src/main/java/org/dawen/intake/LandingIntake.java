package org.dawen.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.dawen.lake.Damage;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.NewRows;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Fingerprint;
import org.dawen.run.Intake;
import org.dawen.run.NightReport;
import org.dawen.run.Progress;
import org.dawen.run.Settings;

/** From landing files to received values: what is new is read, counted, taken in or held back. */
public final class LandingIntake implements Intake {
  /** Share of rejected records above which a file is held back whole. */
  public static final String LARGEST_REJECT_SHARE = "intake.hold_back_above_reject_share";

  private static final int MOST_NAMED = 20;
  private static final int FEW_REJECTS = 200;
  private static final long MOST_SHARE_BYTES = 256L << 20;
  private static final String VANISHED = "vanished before it was taken in";

  private final Lake lake;
  private final LandingFolder landing;
  private final Settings settings;
  private final Ledger ledger;
  private final ReadLimits limits;
  private final List<FeedReader> feeds;
  private final Map<String, String> readers = new TreeMap<>();

  public LandingIntake(Lake lake, String landingRoot, Settings settings, String runId) {
    this.lake = lake;
    this.landing = new LandingFolder(landingRoot, lake.hadoop());
    this.settings = settings;
    this.ledger = new Ledger(lake, runId);
    this.limits = ReadLimits.of(settings);
    this.feeds = feeds(settings);
    String intakeSettings =
        settings.text(LARGEST_REJECT_SHARE)
            + ReadLimits.describe(settings)
            + settings.text(Hj212Feed.COMMANDS)
            + settings.text(PowerMapping.SETTING);
    feeds.forEach(
        f ->
            readers.put(
                f.feed(),
                Fingerprint.of(
                    List.of(f.getClass(), FileReading.class, ReferenceIntake.class),
                    f.standards().stream().map(s -> "standards/" + s).toList(),
                    f instanceof ObdFeed
                        ? settings.text(LARGEST_REJECT_SHARE)
                            + ReadLimits.describe(settings)
                            + ObdRules.describe(settings)
                        : intakeSettings)));
  }

  /** Paths of files whose taking-in a killed run cut short. */
  public static List<String> leftOpen(Lake lake) {
    return List.copyOf(new Intents(lake, "").left().keySet());
  }

  /**
   * Makes the next night read again every file that gave rows to a table, as if a run had been
   * killed while it took them in: for a table that is set aside.
   *
   * @param table a received table, a table of the registry, or that of the rejects
   */
  public static void readAgain(Lake lake, Table table, Settings settings, String runId) {
    Set<String> feeds =
        feeds(settings).stream()
            .filter(f -> !(f instanceof RegistryFeed) && f.tables().contains(table))
            .map(FeedReader::feed)
            .collect(Collectors.toSet());
    new Ledger(lake, runId)
        .reopen(
            e ->
                table.equals(LedgerTables.REJECT)
                    ? e.rejects() + e.rejectedValues() > 0
                    : e.feed().equals("registry")
                        ? RegistryFeed.describe(e.fileId()).table().equals(table)
                        : feeds.contains(e.feed()));
  }

  /** What killed runs left open stays open, now that there is no ledger any more. */
  public static void keepOpen(Lake lake, String runId) {
    new Ledger(lake, runId).reopen(e -> false);
  }

  /** Every feed there is. */
  static List<FeedReader> feeds(Settings settings) {
    return List.of(
        new RegistryFeed(),
        new AirFeed(),
        new Hj212Feed(settings.texts(Hj212Feed.COMMANDS)),
        new PowerFeed(PowerMapping.read(settings.text(PowerMapping.SETTING))),
        new PoolFeed(),
        new ObdFeed(ObdRules.of(settings)));
  }

  /** Every table that intake writes. */
  public static List<Table> written() {
    List<Table> tables = new ArrayList<>(RegistryTables.ALL);
    tables.addAll(LedgerTables.ALL);
    tables.addAll(ReceivedTables.ALL);
    tables.addAll(ObdTables.ALL);
    return tables;
  }

  @Override
  public Collection<Table> tables() {
    return written();
  }

  @Override
  public List<Damage> lost(ToLongFunction<Table> booked) {
    return LostLedger.of(lake, booked);
  }

  /** What {@code plan} prints: the files that would be taken in, without reading them. */
  public List<String> describePending() {
    return look().pending().stream()
        .map(f -> "%s  %s, %,d bytes".formatted(f.fileId(), f.why(), f.lengthBytes()))
        .toList();
  }

  /** The landing folder held against the ledger. */
  private record Look(
      List<LandingFile> pending,
      List<LandingFile> vanished,
      Map<String, Ledger.Entry> known,
      Set<String> standing,
      List<String> refused,
      List<String> unreadable,
      Map<String, List<String>> doubled,
      List<String> warnings) {}

  private Look look() {
    Map<String, Ledger.Entry> known = ledger.read();
    List<LandingFile> pending = new ArrayList<>();
    Map<String, Integer> notTaken = new TreeMap<>();
    Set<String> standing = new HashSet<>();
    Map<String, FeedReader> byFolder =
        feeds.stream().collect(Collectors.toMap(FeedReader::feed, f -> f));
    LandingFolder.Listing listing = landing.list();
    List<String> listedIds = listing.files().stream().map(LandingFolder.Listed::fileId).toList();
    Map<String, List<String>> doubled = RegistryFiles.doubled(listedIds);
    Set<String> refusedAsDoubled =
        doubled.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    Set<String> supplanted = RegistryFiles.supplanted(known.values(), listedIds);
    for (LandingFolder.Listed listed : listing.files()) {
      FeedReader feed = byFolder.get(listed.folder());
      if (feed == null) {
        notTaken.merge(
            listed.folder().isEmpty() ? listed.fileId() : listed.folder() + "/", 1, Integer::sum);
        continue;
      }
      if (!feed.takes(listed.pathInFeed())) {
        notTaken.merge(listed.fileId(), 1, Integer::sum);
        continue;
      }
      if (refusedAsDoubled.contains(listed.fileId())) {
        continue;
      }
      standing.add(listed.fileId());
      boolean isSupplanted = supplanted.contains(listed.fileId());
      LandingFile file = compare(listed, feed, known.get(listed.fileId()), isSupplanted);
      if (file != null) {
        pending.add(file);
      }
    }
    List<String> warnings =
        notTaken.isEmpty()
            ? List.of()
            : List.of(
                "Not taken, because no feed reads files of that folder or name: "
                    + capped(
                        notTaken.entrySet().stream()
                            .map(
                                e ->
                                    e.getValue() == 1
                                        ? e.getKey()
                                        : "%s (%d files)".formatted(e.getKey(), e.getValue()))
                            .toList())
                    + ".  Rename or move them if they belong to a feed.");
    // A run was killed while it took these in, and now they are gone: what it wrote must go too.
    List<LandingFile> vanished =
        known.values().stream()
            .filter(Ledger.Entry::isOpen)
            .filter(e -> !standing.contains(e.fileId()))
            .filter(e -> !refusedAsDoubled.contains(e.fileId()))
            .map(LandingIntake::vanished)
            .toList();
    return new Look(
        pending,
        vanished,
        known,
        standing,
        listing.refused(),
        listing.unreadable(),
        doubled,
        warnings);
  }

  private static LandingFile vanished(Ledger.Entry e) {
    return new LandingFile(
        e.fileId(),
        e.feed(),
        "",
        0,
        "",
        VANISHED,
        e.sha256(),
        e.earlierHashes(),
        e.days(),
        e.reader(),
        true,
        true);
  }

  /** The file as pending, or null if the ledger knows it as it stands. */
  private LandingFile compare(
      LandingFolder.Listed listed, FeedReader feed, Ledger.Entry entry, boolean isSupplanted) {
    String stamp = listed.isFresh() ? "" : listed.stamp();
    if (entry == null) {
      return new LandingFile(
          listed.fileId(),
          feed.feed(),
          listed.uri(),
          listed.lengthBytes(),
          stamp,
          LandingFile.NEW,
          "",
          "",
          DaySet.NONE,
          "",
          false,
          false,
          limits);
    }
    boolean isOpen = entry.isOpen();
    String reader = isSupplanted ? "" : entry.reader();
    boolean isOtherReader = !reader.equals(readers.get(feed.feed()));
    if (!isOpen && !isOtherReader && listed.stamp().equals(entry.stamp())) {
      return null;
    }
    String why =
        isOpen
            ? "left open by a killed run"
            : isSupplanted
                ? "another file filled its table"
                : isOtherReader ? "reader changed" : "changed";
    return new LandingFile(
        listed.fileId(),
        feed.feed(),
        listed.uri(),
        listed.lengthBytes(),
        stamp,
        why,
        entry.sha256(),
        entry.earlierHashes(),
        entry.days(),
        reader,
        isOpen,
        isOpen || entry.rejects() + entry.rejectedValues() > 0,
        limits);
  }

  @Override
  public Intake.Survey survey(Progress progress) {
    progress.step("landing: looking for new and changed files");
    Look look = look();
    List<FileAccount> accounts =
        new ArrayList<>(look.vanished().stream().map(FileAccount::ofNothing).toList());
    if (look.pending().isEmpty()) {
      // A night that finds nothing needs no Spark session.
      JavaRDD<Object> nothing = accounts.isEmpty() ? null : context().emptyRDD();
      return new Surveyed(
          look, accounts, nothing, List.of(), new SlicedFiles(), List.of(), progress);
    }
    progress.step("landing: reading %,d files".formatted(look.pending().size()));
    JavaRDD<Object> read =
        read(look.pending().stream().flatMap(f -> FileReading.Task.of(readerOf(f), f).stream()));
    List<Object> found = found(read);
    Map<String, FileReading.Gone> gone = takeOutGone(found);
    gone.keySet().stream()
        .map(look.known()::get)
        .filter(e -> e != null && e.isOpen())
        .forEach(e -> accounts.add(FileAccount.ofNothing(vanished(e))));
    SlicedFiles sliced = SlicedFiles.of(found);
    List<JavaRDD<Object>> held = new ArrayList<>(List.of(read));
    if (!sliced.doubtful().isEmpty()) {
      JavaRDD<Object> again =
          read(sliced.doubtful().stream().map(f -> new FileReading.Task(readerOf(f), f)));
      held.add(again);
      List<Object> foundAgain = found(again);
      gone.putAll(takeOutGone(foundAgain));
      found.addAll(foundAgain);
      read = read.union(again);
    }
    found.stream()
        .filter(o -> o instanceof FileAccount)
        .forEach(o -> accounts.add((FileAccount) o));
    accounts.addAll(sliced.accounts());
    accounts.stream()
        .filter(a -> !a.addsUp())
        .findFirst()
        .ifPresent(
            a -> {
              throw new IllegalStateException("the account of a file does not add up: " + a);
            });
    return new Surveyed(look, accounts, read, held, sliced, gone.values(), progress);
  }

  /** Takes everything out that was found of files which were not there any more. */
  private static Map<String, FileReading.Gone> takeOutGone(List<Object> found) {
    Map<String, FileReading.Gone> gone = new TreeMap<>();
    found.stream()
        .filter(o -> o instanceof FileReading.Gone)
        .map(o -> (FileReading.Gone) o)
        .forEach(g -> gone.put(g.fileId(), g));
    found.removeIf(
        o ->
            o instanceof FileReading.Gone
                || o instanceof FileSlice.Account a && gone.containsKey(a.account().file().fileId())
                || o instanceof FileSlice.Hashes h && gone.containsKey(h.fileId()));
    return gone;
  }

  /** Reads files or slices side by side; what is found is held until the ledger is closed. */
  private JavaRDD<Object> read(Stream<FileReading.Task> tasks) {
    // Hashing a large file takes longest: it starts first, and alone.
    Map<Boolean, List<FileReading.Task>> byKind =
        tasks.collect(Collectors.partitioningBy(t -> t.slice() != null && t.slice().isHash()));
    List<List<FileReading.Task>> groups =
        new ArrayList<>(byKind.get(true).stream().map(List::of).toList());
    long bytes = byKind.get(false).stream().mapToLong(FileReading.Task::bytes).sum();
    groups.addAll(
        ByteShares.split(
            byKind.get(false),
            FileReading.Task::bytes,
            (int) Math.max(shares(), bytes / MOST_SHARE_BYTES)));
    return context()
        .parallelize(groups, groups.size())
        .flatMap(List::iterator)
        .mapPartitions(new FileReading.Survey())
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static List<Object> found(JavaRDD<Object> read) {
    return new ArrayList<>(
        read.filter(
                o ->
                    o instanceof FileAccount
                        || o instanceof FileReading.Gone
                        || o instanceof FileSlice.Account
                        || o instanceof FileSlice.Hashes)
            .collect());
  }

  private FeedReader readerOf(LandingFile file) {
    return feeds.stream().filter(f -> f.feed().equals(file.feed())).findFirst().orElseThrow();
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
  }

  private int shares() {
    return 2 * context().defaultParallelism();
  }

  private static String capped(List<String> offenders) {
    String shown = String.join(", ", offenders.stream().limit(MOST_NAMED).toList());
    return offenders.size() > MOST_NAMED
        ? "%s, … (%d in all)".formatted(shown, offenders.size())
        : shown;
  }

  /** Surveyed files and what is to be written of them. */
  private final class Surveyed implements Intake.Survey {
    private final Look look;
    private final List<FileAccount> accounts;
    private final JavaRDD<Object> read;
    private final List<JavaRDD<Object>> held;
    private final SlicedFiles sliced;
    private final List<FileReading.Gone> gone;
    private final Progress progress;
    private final BigDecimal largestShare = settings.decimal(LARGEST_REJECT_SHARE);
    private final Set<String> changedMeanwhile = ConcurrentHashMap.newKeySet();
    private final Map<String, BigDecimal> secondsByFeed = new ConcurrentHashMap<>();
    private final Map<String, String> lostRows = new ConcurrentHashMap<>();

    Surveyed(
        Look look,
        List<FileAccount> accounts,
        JavaRDD<Object> read,
        List<JavaRDD<Object>> held,
        SlicedFiles sliced,
        Collection<FileReading.Gone> gone,
        Progress progress) {
      this.look = look;
      this.gone = List.copyOf(gone);
      this.accounts = accounts;
      this.read = read;
      this.held = held;
      this.sliced = sliced;
      this.progress = progress;
    }

    @Override
    public boolean isEmpty() {
      return accounts.isEmpty();
    }

    private boolean isUnchanged(FileAccount a) {
      return a.isUnchanged(readers.get(a.file().feed()));
    }

    private List<FileAccount> changed() {
      return accounts.stream().filter(a -> !isUnchanged(a)).toList();
    }

    @Override
    public void openLedger() {
      ledger.open(changed());
    }

    @Override
    public void takeIn(ExecutorService workers) {
      Map<String, Future<?>> running = new LinkedHashMap<>();
      for (FeedReader feed : feeds) {
        List<FileAccount> ofFeed =
            changed().stream().filter(a -> a.file().feed().equals(feed.feed())).toList();
        if (!ofFeed.isEmpty()) {
          progress.step("intake %s: %,d files".formatted(feed.feed(), ofFeed.size()));
          long start = System.nanoTime();
          sideBySide(feed, ofFeed)
              .forEach(
                  (table, files) ->
                      running.put(
                          feed.feed() + " " + table,
                          workers.submit(
                              () -> {
                                lake.spark()
                                    .sparkContext()
                                    .setJobGroup("intake", feed.feed(), false);
                                takeIn(feed, files);
                                BigDecimal seconds =
                                    BigDecimal.valueOf((System.nanoTime() - start) / 1_000_000, 3);
                                secondsByFeed.merge(feed.feed(), seconds, BigDecimal::max);
                                return null;
                              })));
        }
      }
      running.forEach(Surveyed::await);
    }

    /** What can be written side by side: each table of the registry, the other feeds as a whole. */
    private static Map<String, List<FileAccount>> sideBySide(
        FeedReader feed, List<FileAccount> files) {
      return files.stream()
          .collect(
              Collectors.groupingBy(
                  a ->
                      feed instanceof RegistryFeed
                          ? RegistryFeed.describe(a.file().fileId()).table().name()
                          : "",
                  TreeMap::new,
                  Collectors.toList()));
    }

    private void takeIn(FeedReader feed, List<FileAccount> files) {
      if (feed instanceof RegistryFeed) {
        ReferenceIntake reference = new ReferenceIntake(ledger.lakeUntilClosed(), context());
        files.stream()
            .filter(a -> !a.isHeldBack(largestShare))
            .forEach(
                a ->
                    commitUnchanged(
                        List.of(a),
                        left ->
                            left.forEach(
                                l -> noteLost(l, reference.replace(feed, l, refusedLinesOf(l))))));
        return;
      }
      ReceivedIntake received =
          new ReceivedIntake(
              ledger.lakeUntilClosed(), context(), shares(), read, sliced, this::commitUnchanged);
      for (Table table : feed.tables()) {
        received.replace(feed, table, files, a -> !a.isHeldBack(largestShare));
      }
    }

    private void noteLost(FileAccount a, List<String> lost) {
      lostRows.put(a.file().fileId(), LostRows.sentence(a.file().fileId(), lost));
    }

    private List<String> refusedLinesOf(FileAccount a) {
      return a.rejects() == 0
          ? List.of()
          : rejectsOf(List.of(a)).collect().stream()
              .map(r -> TableRow.of(LedgerTables.REJECT, r).text(LedgerTables.CONTENT))
              .toList();
    }

    /**
     * A file that is no longer what was surveyed is left out, its intent stays open, and the commit
     * it stopped is tried again without it. Only that one: what an earlier commit of the feed has
     * added must not be added twice.
     */
    private void commitUnchanged(List<FileAccount> files, Consumer<List<FileAccount>> commit) {
      while (true) {
        try {
          commit.accept(
              files.stream().filter(a -> !changedMeanwhile.contains(a.file().fileId())).toList());
          return;
        } catch (Exception e) { // Spark throws its own exceptions undeclared
          String changed = fileChangedIn(e);
          if (changed == null || !changedMeanwhile.add(changed)) {
            throw e;
          }
        }
      }
    }

    private static void await(String feed, Future<?> future) {
      try {
        future.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the run was interrupted", e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException r
            ? r
            : new IllegalStateException("intake of " + feed, e);
      }
    }

    private static String fileChangedIn(Throwable failure) {
      for (Throwable t = failure; t != null; t = t.getCause()) {
        String message = t.getMessage() == null ? "" : t.getMessage();
        int at = message.indexOf(FileReading.CHANGED);
        if (at >= 0) {
          return message
              .substring(at + FileReading.CHANGED.length())
              .lines()
              .findFirst()
              .orElse("");
        }
      }
      return null;
    }

    @Override
    public void closeLedger() {
      List<FileAccount> settled =
          accounts.stream().filter(a -> !changedMeanwhile.contains(a.file().fileId())).toList();
      List<FileAccount> taken = settled.stream().filter(a -> !isUnchanged(a)).toList();
      ledger.replaceRejects(taken, rejects(taken));
      ledger.close(
          settled.stream().map(this::closing).toList(),
          accounts.stream().filter(a -> changedMeanwhile.contains(a.file().fileId())).toList(),
          readers,
          path -> look.known().containsKey(path) && look.known().get(path).hasRow());
      ledger.compactIfNeeded();
      held.forEach(r -> r.unpersist(false));
    }

    private NewRows rejects(List<FileAccount> taken) {
      JavaRDD<Row> rows = rejectsOf(taken);
      long count = accounts.stream().mapToLong(a -> a.rejects() + a.rejectedValues()).sum();
      return count <= FEW_REJECTS ? NewRows.of(rows.collect()) : NewRows.of(rows);
    }

    private JavaRDD<Row> rejectsOf(List<FileAccount> some) {
      HashSet<String> paths = new HashSet<>();
      some.forEach(a -> paths.add(a.file().fileId()));
      return read.mapPartitions(new FileReading.Rejects(sliced))
          .filter(reject -> paths.contains(new TableRow(reject).textAt(0)));
    }

    private Ledger.Closing closing(FileAccount a) {
      boolean isHeldBack = a.isHeldBack(largestShare);
      String note;
      if (a.file().why().equals(VANISHED)) {
        note = "The file vanished before it could be taken in.";
      } else if (!a.refusal().isEmpty()) {
        note = a.refusal();
      } else if (isHeldBack && a.hasNoFrame()) {
        note = "There is no frame in the file.";
      } else if (isHeldBack) {
        note = "%,d of %,d records cannot be read.".formatted(a.rejects(), a.records());
      } else {
        note =
            a.records() == 0
                ? "The file holds no records."
                : lostRows.getOrDefault(a.file().fileId(), noteBefore(a));
      }
      return new Ledger.Closing(
          a,
          isHeldBack ? LedgerTables.HELD_BACK : LedgerTables.ACCEPTED,
          isHeldBack ? DaySet.NONE : a.days(),
          note,
          a.file().stamp());
    }

    /** Of a file taken in before as it stands, what was noted then. */
    private String noteBefore(FileAccount a) {
      return isUnchanged(a) ? look.known().get(a.file().fileId()).note() : a.note();
    }

    /** Ledger entries of all files that stand in the landing folder, after this survey. */
    private List<Ledger.Closing> standing() {
      return accounts.stream()
          .filter(a -> !changedMeanwhile.contains(a.file().fileId()))
          .map(this::closing)
          .toList();
    }

    /** Entries that this survey did not touch but that stand as they were. */
    private List<Ledger.Entry> untouched() {
      Set<String> surveyed =
          accounts.stream().map(a -> a.file().fileId()).collect(Collectors.toSet());
      return look.known().values().stream()
          .filter(e -> look.standing().contains(e.fileId()) && !surveyed.contains(e.fileId()))
          .toList();
    }

    private Map<String, String> heldBack() {
      Map<String, String> held = new TreeMap<>();
      untouched().stream()
          .filter(e -> e.status().equals(LedgerTables.HELD_BACK))
          .forEach(e -> held.put(e.fileId(), e.note()));
      standing().stream()
          .filter(c -> c.status().equals(LedgerTables.HELD_BACK))
          .forEach(c -> held.put(c.account().file().fileId(), c.note()));
      return held;
    }

    private Map<String, Long> refusedRegistryRows() {
      Map<String, Long> refused = new TreeMap<>();
      untouched().stream()
          .filter(e -> e.feed().equals("registry") && e.rejects() > 0)
          .forEach(e -> refused.put(e.fileId(), e.rejects()));
      standing().stream()
          .map(Ledger.Closing::account)
          .filter(a -> a.file().feed().equals("registry") && a.rejects() > 0)
          .forEach(a -> refused.put(a.file().fileId(), a.rejects()));
      heldBack().keySet().forEach(refused::remove);
      return refused;
    }

    @Override
    public List<NightReport.Line> lines() {
      List<NightReport.Line> lines = new ArrayList<>();
      for (FeedReader feed : feeds) {
        List<FileAccount> ofFeed =
            changed().stream().filter(a -> a.file().feed().equals(feed.feed())).toList();
        if (ofFeed.isEmpty()) {
          continue;
        }
        List<FileAccount> taken = ofFeed.stream().filter(a -> !a.isHeldBack(largestShare)).toList();
        lines.add(
            new NightReport.Line(
                "intake " + feed.feed(),
                DaySet.unionOf(taken.stream().map(FileAccount::days).toList()).size(),
                ofFeed.stream().mapToLong(FileAccount::records).sum(),
                taken.stream().mapToLong(FileAccount::rows).sum(),
                ofFeed.stream().mapToLong(a -> a.rejects() + a.rejectedValues()).sum(),
                secondsByFeed.getOrDefault(feed.feed(), BigDecimal.ZERO),
                "%,d files".formatted(ofFeed.size())));
      }
      return lines;
    }

    @Override
    public List<String> warnings() {
      Set<String> warnings = new LinkedHashSet<>(look.warnings());
      if (!look.refused().isEmpty()) {
        warnings.add(
            "Refused, because links are not followed and names may not hold a colon: %s.  Copy the files"
                    .formatted(capped(look.refused()))
                + " into the landing folder under plain names.");
      }
      if (!look.unreadable().isEmpty()) {
        warnings.add(
            "Cannot be read: %s.  Give this account the right to read them; what they gave before stands."
                .formatted(capped(look.unreadable())));
      }
      look.doubled().forEach((table, files) -> warnings.add(RegistryFiles.refusal(table, files)));
      gone.stream().limit(MOST_NAMED).forEach(g -> warnings.add(g.inWords()));
      Map<String, String> held = heldBack();
      held.entrySet().stream()
          .limit(MOST_NAMED)
          .forEach(
              e ->
                  warnings.add(
                      "Held back whole: %s. %s  Have it sent again, or remove it from the landing folder."
                          .formatted(e.getKey(), e.getValue())));
      if (held.size() > MOST_NAMED) {
        warnings.add("%d files are held back in all.".formatted(held.size()));
      }
      refusedRegistryRows()
          .forEach(
              (file, rows) ->
                  warnings.add(
                      "%d rows of %s were refused.  './dawen registry check' shows which and why."
                          .formatted(rows, file)));
      Set<String> withRefusedRows = refusedRegistryRows().keySet();
      Stream.concat(
              standing().stream()
                  .filter(c -> withRefusedRows.contains(c.account().file().fileId()))
                  .map(Ledger.Closing::note),
              untouched().stream()
                  .filter(e -> withRefusedRows.contains(e.fileId()))
                  .map(Ledger.Entry::note))
          .filter(note -> !note.isEmpty())
          .forEach(warnings::add);
      List<String> noted =
          accounts.stream()
              .filter(a -> !isUnchanged(a) && !a.note().isEmpty() && !a.isHeldBack(largestShare))
              .map(a -> "%s (%s)".formatted(a.file().fileId(), a.note()))
              .toList();
      if (!noted.isEmpty()) {
        warnings.add("Note: %s".formatted(capped(noted)));
      }
      List<String> empty =
          accounts.stream().filter(a -> a.records() == 0).map(a -> a.file().fileId()).toList();
      if (!empty.isEmpty()) {
        warnings.add("Without records: %s.".formatted(capped(empty)));
      }
      List<String> withRejects =
          accounts.stream()
              .filter(a -> !isUnchanged(a) && !a.isHeldBack(largestShare))
              .filter(a -> !a.file().feed().equals("registry"))
              .filter(a -> a.rejects() + a.rejectedValues() > 0)
              .map(
                  a ->
                      "%s (%,d of %,d records, %,d of %,d values)"
                          .formatted(
                              a.file().fileId(),
                              a.rejects(),
                              a.records(),
                              a.rejectedValues(),
                              a.values()))
              .toList();
      if (!withRejects.isEmpty()) {
        warnings.add(
            "Rejected: %s.  Reasons: ./dawen sql \"SELECT * FROM ops.reject\""
                .formatted(capped(withRejects)));
      }
      List<String> far =
          FarDays.of(
              lake,
              accounts.stream()
                  .filter(a -> !isUnchanged(a) && !a.isHeldBack(largestShare))
                  .collect(Collectors.toMap(a -> a.file().fileId(), FileAccount::days)));
      if (!far.isEmpty()) {
        warnings.add(
            "A year or more from all other days of the file: %s.  Have the file corrected if the day is wrong; until then its results stand."
                .formatted(capped(far)));
      }
      changedMeanwhile.forEach(
          f -> warnings.add("%s changed while it was read; the next night takes it.".formatted(f)));
      return List.copyOf(warnings);
    }

    @Override
    public boolean hasRefusals() {
      return !heldBack().isEmpty()
          || !refusedRegistryRows().isEmpty()
          || !look.refused().isEmpty()
          || !look.unreadable().isEmpty()
          || !look.doubled().isEmpty()
          || gone.stream().anyMatch(g -> !g.isVanished());
    }

    @Override
    public Collection<Table> unusable() {
      return Stream.concat(
              heldBack().keySet().stream().filter(f -> f.startsWith("registry/")),
              look.doubled().values().stream().map(files -> files.get(0)))
          .map(f -> RegistryFeed.describe(f).table())
          .toList();
    }
  }
}
