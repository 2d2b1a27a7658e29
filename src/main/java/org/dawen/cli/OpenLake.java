package org.dawen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.dawen.lake.DuckQuery;
import org.dawen.lake.FileModes;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Query;
import org.dawen.lake.Sessions;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Trouble;
import org.dawen.lake.UnfinishedFiles;
import org.dawen.lake.ViewFile;
import org.dawen.run.LakeLease;
import org.dawen.run.LakeLock;
import org.dawen.run.Progress;

/** A session on a lake, with or without the right to write; closing it leaves nothing behind. */
final class OpenLake implements AutoCloseable {
  private final Scratch scratch;
  private final LakeLock lock;
  private final LakeLease lease;
  private final Lake lake;
  private final Runnable stopSession;
  private final int cores;
  private SqlEngine engine;

  private OpenLake(
      Scratch scratch, LakeLock lock, LakeLease lease, Lake lake, Runnable stopSession, int cores) {
    this.scratch = scratch;
    this.lock = lock;
    this.lease = lease;
    this.lake = lake;
    this.stopSession = stopSession;
    this.cores = cores;
  }

  /** Starts when it is first asked for: a night that finds nothing to do needs no session. */
  private static final class EmbeddedSession implements Supplier<SparkSession> {
    private final int cores;
    private final Path scratch;
    private SparkSession session;

    EmbeddedSession(int cores, Path scratch) {
      this.cores = cores;
      this.scratch = scratch;
    }

    @Override
    public synchronized SparkSession get() {
      if (session == null) {
        session = Sessions.embedded(cores, scratch.toString());
      }
      return session;
    }

    synchronized void stop() {
      if (session != null) {
        session.stop();
      }
    }
  }

  /**
   * For a command that writes: takes the lock (on a local path) and the lease first, before the
   * session's seconds are spent. A lock is not seen by a process on another machine, a lease is.
   */
  static OpenLake toWrite(LakeOptions options, Progress progress) {
    LakeLock lock = isLocal(options.lake) ? LakeLock.take(localPath(options), progress) : null;
    Configuration hadoop = Sessions.hadoop();
    if (lock != null) {
      closeToOthers(localPath(options), progress);
    }
    LakeLease lease;
    try {
      if (lock == null) {
        RemoteStore.holds(root(options), hadoop);
      }
      lease = LakeLease.take(root(options), hadoop, lock == null ? progress : Progress.SILENT);
    } catch (RuntimeException e) {
      if (lock != null) {
        lock.close();
      }
      throw e;
    }
    if (lock != null) {
      UnfinishedFiles.remove(localPath(options));
    }
    return open(options, () -> hadoop, lock, lease);
  }

  /** For a command that reads; fails with exit code 2 if there is no lake. */
  static OpenLake toRead(LakeOptions options) {
    boolean isThere =
        isLocal(options.lake)
            ? Files.isDirectory(localPath(options))
            : RemoteStore.holds(root(options), Sessions.hadoop());
    if (!isThere) {
      throw Trouble.usage("lake.none", options.lake);
    }
    return open(options, Sessions::hadoop, null, null);
  }

  /** For looking at what would be done; a lake that does not exist yet counts as empty. */
  static OpenLake toPlan(LakeOptions options) {
    return open(options, Sessions::hadoop, null, null);
  }

  private static boolean isLocal(String path) {
    return !path.contains("://") || path.startsWith("file:");
  }

  private static Path localPath(LakeOptions options) {
    String path = options.lake.startsWith("file:") ? options.lake.substring(5) : options.lake;
    return Path.of(path).toAbsolutePath().normalize();
  }

  private static String root(LakeOptions options) {
    return isLocal(options.lake)
        ? localPath(options).toString()
        : options.lake.replaceFirst("/+$", "");
  }

  private static OpenLake open(
      LakeOptions options, Supplier<Configuration> hadoop, LakeLock lock, LakeLease lease) {
    Scratch scratch = Scratch.make();
    String root = root(options);
    Runnable beforeCommit = lease == null ? () -> {} : lease::require;
    if (Sessions.isSubmitted()) {
      SparkSession submitted = Sessions.submitted();
      return new OpenLake(
          scratch,
          lock,
          lease,
          new Lake(submitted, root, beforeCommit),
          submitted::stop,
          options.coreCount());
    }
    EmbeddedSession session = new EmbeddedSession(options.coreCount(), scratch.folder());
    Lake lake = new Lake(session, root, hadoop, beforeCommit);
    return new OpenLake(scratch, lock, lease, lake, session::stop, options.coreCount());
  }

  /** A lake made beforehand by somebody else, or by a version that left its files open. */
  private static void closeToOthers(Path lake, Progress progress) {
    try {
      boolean hasTables = FileModes.isOpenToOthers(lake) && Files.isDirectory(lake.resolve("ops"));
      Message open = FileModes.closeFolderToOthers(lake);
      if (!open.values().isEmpty()) {
        progress.warn(open);
      } else if (hasTables) {
        FileModes.closeAllToOthers(lake);
      }
    } catch (IOException | UncheckedIOException e) {
      progress.warn(Message.of("lake.not-closed", lake, e.getMessage()));
    }
  }

  /** True of a lake in a folder of this machine, opened outside a cluster. */
  boolean isLocal() {
    return isLocal(lake.root()) && !Sessions.isSubmitted();
  }

  /**
   * Answers questions: DuckDB, which starts at once, if the lake is in a folder of this machine,
   * else Spark.
   */
  SqlEngine engine() {
    return engine(!isLocal());
  }

  /** As above, by Spark if that is wanted. */
  SqlEngine engine(boolean isSpark) {
    if (engine == null) {
      engine =
          isSpark
              ? new Query(lake, Catalogue.tables())
              : new DuckQuery(lake, Catalogue::tables, cores, scratch.folder());
    }
    return engine;
  }

  Lake lake() {
    return lake;
  }

  /** True if a process on this machine is writing to the lake now. */
  boolean isHeldByAnother() {
    return isLocal() && LakeLock.isHeld(Path.of(lake.root()));
  }

  /** To be called after writing: updates the views for tools that do not read Delta. */
  void refreshViews(Progress progress) {
    if (isLocal()) {
      try {
        ViewFile.refresh(lake, Catalogue.tables());
      } catch (Trouble e) {
        progress.warn(e.message());
      }
    }
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
    stopSession.run();
    if (lease != null) {
      lease.close();
    }
    if (lock != null) {
      lock.close();
    }
    try {
      scratch.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
