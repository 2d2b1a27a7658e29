package org.dawen.fault;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.dawen.lake.Message;
import org.dawen.lake.S3LogStore;
import org.dawen.lake.Sessions;
import org.dawen.lake.Trouble;
import org.dawen.run.LakeLease;
import org.dawen.run.Progress;

/**
 * Writers racing for the same name on a real store, for {@code src/test/s3/run}: {@code StoreRace
 * s3a://bucket/race [LANDING s3a://bucket/landing]}. A race without the condition comes first and
 * must have more than one winner, else the others would prove nothing. With a landing folder it is
 * put on the store as well.
 */
public final class StoreRace {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 25;

  private StoreRace() {}

  /** A writer's try; true if it was told that it had won. */
  private interface Try {
    boolean wins(int writer) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    Configuration hadoop = Sessions.hadoop();
    Path root = new Path(args[0], UUID.randomUUID().toString());
    FileSystem fs = root.getFileSystem(hadoop);
    if (args.length > 1) {
      fs.copyFromLocalFile(false, true, new Path(args[1]), new Path(args[2]));
    }
    int unsafe = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path file = new Path(root, "plain-" + round);
      unsafe += winners(writer -> plain(fs, file, writer)).size() > 1 ? 1 : 0;
    }
    require(unsafe > 0, "no two writers met: the races prove nothing");
    System.out.printf(
        "create without overwriting, as Delta's own store of logs does: more than one winner in %d"
            + " of %d rounds%n",
        unsafe, ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
      leases(new Path(root, "lake-" + round).toString(), hadoop);
    }
    System.out.printf("lease: one of %d in each of %d rounds%n", WRITERS, ROUNDS);
    for (int version = 0; version < ROUNDS; version++) {
      Path file = new Path(root, "_delta_log/%020d.json".formatted(version));
      List<Integer> won = winners(writer -> logged(file, writer, hadoop));
      require(won.size() == 1, "version %d was committed by %s".formatted(version, won));
      try (InputStream in = fs.open(file)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        require(text.equals(won.get(0) + "\n"), file + " holds the commit of another");
      }
    }
    System.out.printf("version of a log: one of %d in each of %d rounds%n", WRITERS, ROUNDS);
    ofAnotherMachine(new Path(root, "far").toString(), hadoop);
    System.out.println("lease of another machine: respected while it changes, else taken over");
    fs.delete(root, true);
  }

  private static boolean plain(FileSystem fs, Path file, int writer) throws Exception {
    try (OutputStream out = fs.create(file, false)) {
      out.write(writer);
      return true;
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    }
  }

  private static boolean logged(Path file, int writer, Configuration hadoop) throws Exception {
    Iterator<String> commit = List.of(String.valueOf(writer)).iterator();
    try {
      new S3LogStore(hadoop).write(file, commit, false, hadoop);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static void leases(String lake, Configuration hadoop) throws Exception {
    LakeLease[] taken = new LakeLease[WRITERS];
    List<Integer> won =
        winners(
            writer -> {
              try {
                taken[writer] = LakeLease.take(lake, hadoop, new Loud());
                return true;
              } catch (Trouble e) {
                require(e.kind() == Trouble.Kind.LOCKED, e.getMessage());
                return false;
              }
            });
    require(won.size() == 1, "the lease was taken by " + won);
    taken[won.get(0)].require();
    taken[won.get(0)].close();
  }

  private static void ofAnotherMachine(String lake, Configuration hadoop) throws Exception {
    Path lease = new Path(lake + "/.lease/000000000001");
    FileSystem fs = lease.getFileSystem(hadoop);
    put(fs, lease, 0);
    ExecutorService far = Executors.newSingleThreadExecutor();
    Future<?> renewing =
        far.submit(
            () -> {
              for (int i = 1; i < 5; i++) {
                Thread.sleep(2_000);
                put(fs, lease, i);
              }
              return null;
            });
    far.shutdown();
    try {
      LakeLease.take(lake, hadoop, Progress.SILENT);
      throw new AssertionError("a lease that another machine renews was taken over");
    } catch (Trouble e) {
      require(e.kind() == Trouble.Kind.LOCKED, e.getMessage());
    }
    renewing.get();
    try (LakeLease taken = LakeLease.take(lake, hadoop, Progress.SILENT)) {
      taken.require();
    }
  }

  private static void put(FileSystem fs, Path lease, int renewals) throws Exception {
    try (OutputStream out = fs.create(lease, true)) {
      out.write(
          "far\nanother machine\n1\nsome time\n%d\n"
              .formatted(renewals)
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<Integer> winners(Try trying) throws Exception {
    CyclicBarrier together = new CyclicBarrier(WRITERS);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<Boolean>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        writers.add(
            () -> {
              together.await();
              return trying.wins(writer);
            });
      }
      List<Integer> won = new ArrayList<>();
      List<Future<Boolean>> ended = threads.invokeAll(writers);
      for (int i = 0; i < WRITERS; i++) {
        if (ended.get(i).get()) {
          won.add(i);
        }
      }
      return won;
    } finally {
      threads.shutdown();
    }
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new AssertionError(sentence.toString());
    }
  }

  /** A warning, such as that the store has no conditional writes, is a failure here. */
  private static final class Loud implements Progress {
    @Override
    public void step(Message sentence) {}

    @Override
    public void warn(Message sentence) {
      throw new AssertionError(sentence.toString());
    }
  }
}
