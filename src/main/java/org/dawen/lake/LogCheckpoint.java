package org.dawen.lake;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.checkpoints.CheckpointMetaData;
import io.delta.kernel.internal.checkpoints.Checkpointer;
import io.delta.kernel.internal.replay.CreateCheckpointIterator;
import io.delta.kernel.internal.util.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Option;

/**
 * Shortens the log of a table: a checkpoint says in one file what all commits before it said, so
 * that readers open it and only the commits behind it (Delta protocol, "Checkpoints"). Delta's own
 * writer runs queries for it, some seconds of a night; Delta Kernel writes the same file without
 * Spark, but refuses tables with CHECK constraints, which a checkpoint only repeats
 * (docs/decisions/0077).
 */
final class LogCheckpoint {
  /** What a table may ask of its writers that changes nothing of how a checkpoint is written. */
  private static final Set<String> OF_NO_CONCERN =
      Set.of("appendOnly", "invariants", "checkConstraints", "timestampNtz");

  private LogCheckpoint() {}

  /** Writes one of the newest version, unless there is one, and lets Delta remove old commits. */
  static void write(SparkSession spark, String tablePath, Configuration hadoop) {
    Engine engine = DefaultEngine.create(hadoop);
    SnapshotImpl newest =
        (SnapshotImpl) io.delta.kernel.Table.forPath(engine, tablePath).getLatestSnapshot(engine);
    if (newest.getLogSegment().getDeltas().isEmpty()) {
      return;
    }
    DeltaLog log =
        DeltaLog.forTable((org.apache.spark.sql.classic.SparkSession) spark, new Path(tablePath));
    if (!OF_NO_CONCERN.containsAll(newest.getProtocol().getReaderAndWriterFeatures())) {
      log.checkpoint(current(log), Option.empty());
      return;
    }
    try (CreateCheckpointIterator actions = newest.getCreateCheckpointIterator(engine)) {
      engine
          .getParquetHandler()
          .writeParquetFileAtomically(
              FileNames.checkpointFileSingular(newest.getLogPath(), newest.getVersion()).toString(),
              actions);
      new Checkpointer(newest.getLogPath())
          .writeLastCheckpointFile(
              engine,
              new CheckpointMetaData(
                  newest.getVersion(), actions.getNumberOfAddActions(), Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a checkpoint of " + tablePath, e);
    }
    log.doLogCleanup(current(log), Option.empty());
  }

  private static Snapshot current(DeltaLog log) {
    return log.update(false, Option.empty(), Option.empty());
  }
}
