package org.dawen.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.apache.spark.storage.StorageLevel;
import org.dawen.lake.Damage;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.NewRows;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryFile;
import org.dawen.run.Fingerprint;
import org.dawen.run.Intake;
import org.dawen.run.NightReport;
import org.dawen.run.Progress;
import org.dawen.run.Settings;

/** From landing files to received values: what is new is read, counted, taken in or held back. */
public final class LandingIntake implements Intake {
  /** Share of rejected records above which a file is held back whole. */
  public static final String LARGEST_REJECT_SHARE = "intake.hold_back_above_reject_share";

  static final int MOST_NAMED = 20;
  private static final int FEW_REJECTS = 200;
  private static final long MOST_SHARE_BYTES = 256L << 20;

  private final Lake lake;
  private final LandingFolder landing;
  private final Settings settings;
  private final FileLedger ledger;
  private final ReadLimits limits;
  private final List<FeedReader> feeds;
  private final Map<String, String> readers = new TreeMap<>();

  public LandingIntake(Lake lake, String landingRoot, Settings settings, String runId) {
    this.lake = lake;
    this.landing = new LandingFolder(landingRoot, lake.hadoop());
    this.settings = settings;
    this.ledger = new FileLedger(lake, runId);
    this.limits = ReadLimits.of(settings);
    this.feeds = Feeds.of(settings);
    feeds.forEach(
        f ->
            readers.put(
                f.feed(),
                Fingerprint.of(
                    List.of(f.getClass(), FileReading.class, ReferenceIntake.class),
                    f.standards().stream().map(s -> "standards/" + s).toList(),
                    Stream.of(List.of(LARGEST_REJECT_SHARE), ReadLimits.KEYS, f.settings())
                        .flatMap(List::stream)
                        .map(key -> key + "=" + settings.text(key))
                        .collect(Collectors.joining(";")))));
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
        Feeds.of(settings).stream()
            .filter(f -> !f.isReference() && f.tables().contains(table))
            .map(FeedReader::feed)
            .collect(Collectors.toSet());
    new FileLedger(lake, runId)
        .reopen(
            e ->
                table.equals(FileLedgerTables.REJECT)
                    ? e.hasRejects()
                    : e.feed().equals("registry")
                        ? RegistryFeed.describe(e.fileId()).table().equals(table)
                        : feeds.contains(e.feed()));
  }

  /** What killed runs left open stays open, now that there is no ledger any more. */
  public static void keepOpen(Lake lake, String runId) {
    new FileLedger(lake, runId).reopen(e -> false);
  }

  /** Every table that intake writes. */
  public static List<Table> written() {
    List<Table> tables = new ArrayList<>(RegistryFile.tables());
    tables.addAll(FileLedgerTables.ALL);
    tables.addAll(Feeds.received());
    return tables;
  }

  @Override
  public Collection<Table> tables() {
    return written();
  }

  @Override
  public List<Message> clearAway() {
    return EarlierMinutes.clearAway(lake, landing, ledger).stream().toList();
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

  private LandingLook look() {
    return LandingLook.of(landing, ledger.read(), feeds, readers, limits);
  }

  @Override
  public Intake.Survey survey(Progress progress) {
    progress.step(Message.of("landing.looking"));
    return new Surveyed(look(), progress);
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
        .mapPartitions(FileReading::survey)
        .persist(StorageLevel.MEMORY_AND_DISK());
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

  static Message capped(List<?> offenders) {
    return offenders.size() > MOST_NAMED
        ? Message.of("intake.capped", offenders.subList(0, MOST_NAMED), offenders.size())
        : Message.of("intake.listed", offenders);
  }

  /** Surveyed files and what is to be written of them. */
  private final class Surveyed implements Intake.Survey {
    private final LandingLook look;
    private final Progress progress;
    private final List<FileAccount> accounts;
    private final List<JavaRDD<Object>> held = new ArrayList<>();
    private final Map<String, FileReading.Gone> gone = new TreeMap<>();
    private final BigDecimal largestShare = settings.decimal(LARGEST_REJECT_SHARE);
    private final Set<String> changedMeanwhile = ConcurrentHashMap.newKeySet();
    private final Map<String, BigDecimal> secondsByFeed = new ConcurrentHashMap<>();
    private final Map<String, String> lostRows = new ConcurrentHashMap<>();
    private SlicedFiles sliced = new SlicedFiles();
    private JavaRDD<Object> read;

    Surveyed(LandingLook look, Progress progress) {
      this.look = look;
      this.progress = progress;
      this.accounts =
          new ArrayList<>(look.vanished().stream().map(FileAccount::ofNothing).toList());
      if (!look.pending().isEmpty()) {
        progress.step(Message.of("landing.reading", look.pending().size()));
        readPending();
      } else if (!accounts.isEmpty()) {
        // A night that finds nothing needs no Spark session.
        read = context().emptyRDD();
      }
    }

    private void readPending() {
      List<FileReading.Found> found =
          found(look.pending().stream().flatMap(f -> FileReading.Task.of(readerOf(f), f).stream()));
      gone.keySet().stream()
          .map(look.known()::get)
          .filter(e -> e != null && e.isOpen())
          .forEach(e -> accounts.add(FileAccount.ofNothing(LandingLook.vanished(e))));
      sliced = SlicedFiles.of(found);
      if (!sliced.doubtful().isEmpty()) {
        found.addAll(
            found(sliced.doubtful().stream().map(f -> new FileReading.Task(readerOf(f), f))));
      }
      for (FileReading.Found f : found) {
        if (f instanceof FileAccount account) {
          accounts.add(account);
        }
      }
      accounts.addAll(sliced.accounts());
      for (FileAccount a : accounts) {
        if (!a.addsUp()) {
          throw new IllegalStateException("the account of a file does not add up: " + a);
        }
      }
    }

    /** What is found by these tasks, without files that were not there any more. */
    private List<FileReading.Found> found(Stream<FileReading.Task> tasks) {
      JavaRDD<Object> byTasks = LandingIntake.this.read(tasks);
      held.add(byTasks);
      read = read == null ? byTasks : read.union(byTasks);
      List<FileReading.Found> found =
          new ArrayList<>(
              byTasks
                  .filter(o -> o instanceof FileReading.Found)
                  .map(o -> (FileReading.Found) o)
                  .collect());
      for (FileReading.Found f : found) {
        if (f instanceof FileReading.Gone g) {
          gone.put(g.fileId(), g);
        }
      }
      found.removeIf(f -> gone.containsKey(f.fileId()));
      return found;
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
          progress.step(Message.of("intake.feed", feed.feed(), ofFeed.size()));
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
                  a -> feed.isReference() ? RegistryFeed.describe(a.fileId()).table().name() : "",
                  TreeMap::new,
                  Collectors.toList()));
    }

    private void takeIn(FeedReader feed, List<FileAccount> files) {
      if (feed.isReference()) {
        ReferenceIntake reference = new ReferenceIntake(ledger.lakeUntilClosed());
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
      lostRows.put(a.fileId(), LostRows.sentence(a.fileId(), lost));
    }

    private List<String> refusedLinesOf(FileAccount a) {
      return a.rejects() == 0
          ? List.of()
          : rejectsOf(List.of(a)).collect().stream().map(Reject::content).toList();
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
              files.stream().filter(a -> !changedMeanwhile.contains(a.fileId())).toList());
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
          accounts.stream().filter(a -> !changedMeanwhile.contains(a.fileId())).toList();
      List<FileAccount> taken = settled.stream().filter(a -> !isUnchanged(a)).toList();
      ledger.replaceRejects(taken, rejects(taken));
      ledger.close(
          settled.stream().map(this::closing).toList(),
          accounts.stream().filter(a -> changedMeanwhile.contains(a.fileId())).toList(),
          readers,
          path -> look.known().containsKey(path) && look.known().get(path).row() != null);
      held.forEach(r -> r.unpersist(false));
    }

    private NewRows rejects(List<FileAccount> taken) {
      JavaRDD<Reject> rows = rejectsOf(taken);
      long count = accounts.stream().mapToLong(a -> a.rejects() + a.rejectedValues()).sum();
      return count <= FEW_REJECTS ? NewRows.of(rows.collect()) : NewRows.of(rows);
    }

    private JavaRDD<Reject> rejectsOf(List<FileAccount> some) {
      HashSet<String> paths = new HashSet<>();
      some.forEach(a -> paths.add(a.fileId()));
      SlicedFiles together = sliced;
      return read.mapPartitions(found -> FileReading.rejects(together, found))
          .filter(reject -> paths.contains(reject.fileId()));
    }

    private FileLedger.Closing closing(FileAccount a) {
      return FileLedger.Closing.of(
          a, largestShare, lostRows.getOrDefault(a.fileId(), noteBefore(a)));
    }

    /** Of a file taken in before as it stands, what was noted then. */
    private String noteBefore(FileAccount a) {
      return isUnchanged(a) ? look.known().get(a.fileId()).note() : a.note();
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

    private SurveyReport report() {
      return new SurveyReport(
          lake,
          look,
          accounts.stream()
              .filter(a -> !changedMeanwhile.contains(a.fileId()))
              .map(this::closing)
              .toList(),
          accounts,
          a -> !isUnchanged(a) && !a.isHeldBack(largestShare));
    }

    @Override
    public List<Message> warnings() {
      List<Message> warnings = new ArrayList<>(report().warnings(gone.values()));
      changedMeanwhile.forEach(f -> warnings.add(Message.of("intake.changed-meanwhile", f)));
      return List.copyOf(warnings);
    }

    @Override
    public boolean hasRefusals() {
      return report().hasRefusals() || gone.values().stream().anyMatch(g -> !g.isVanished());
    }

    @Override
    public Collection<Table> unusable() {
      return Stream.concat(
              report().heldBack().keySet().stream().filter(f -> f.startsWith("registry/")),
              look.doubled().values().stream().map(files -> files.get(0)))
          .map(f -> RegistryFeed.describe(f).table())
          .toList();
    }
  }
}
