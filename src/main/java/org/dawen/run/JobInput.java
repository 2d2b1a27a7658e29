package org.dawen.run;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.dawen.lake.DaySet;
import org.dawen.lake.KeptFolder;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.lake.TableVersion;

/** What a job may see: its days, its declared tables and settings, and nothing else. */
public final class JobInput {
  private final Lake lake;
  private final JobSpec spec;
  private final DaySet days;
  private final Settings settings;
  private final String fingerprint;
  private final List<Dataset<Row>> once = new ArrayList<>(0);
  private final String landingRoot;

  public JobInput(Lake lake, JobSpec spec, DaySet days, Settings settings, String fingerprint) {
    this(lake, spec, days, settings, fingerprint, "");
  }

  public JobInput(
      Lake lake,
      JobSpec spec,
      DaySet days,
      Settings settings,
      String fingerprint,
      String landingRoot) {
    this.fingerprint = fingerprint;
    this.landingRoot = landingRoot;
    this.lake = lake;
    this.spec = spec;
    this.days = days;
    this.settings = settings;
  }

  public SparkSession spark() {
    return lake.spark();
  }

  /** The output days to compute. */
  public DaySet days() {
    return days;
  }

  /** The rows of a followed table for the input days the output days need. */
  public Dataset<Row> read(Table table) {
    requireDeclared(spec.follows().contains(table), table, "follow");
    return lake.read(table, spec.reachOf(table).inputDays(days));
  }

  /** The rows of a followed table for some of the days {@link #read(Table)} gives. */
  public Dataset<Row> read(Table table, DaySet some) {
    requireDeclared(spec.follows().contains(table), table, "follow");
    return lake.read(table, spec.reachOf(table).inputDays(days).intersect(some));
  }

  /** Number of rows {@link #read(Table)} gives, without reading them if the log tells it. */
  public long count(Table table) {
    requireDeclared(spec.follows().contains(table), table, "follow");
    return lake.countRows(table, spec.reachOf(table).inputDays(days));
  }

  /** All rows of a small followed table, without a Spark job. */
  public List<TableRow> rows(Table table) {
    requireDeclared(spec.follows().contains(table), table, "follow");
    return lake.rows(table);
  }

  /** What a followed table is now. */
  public TableVersion version(Table table) {
    requireDeclared(spec.follows().contains(table), table, "follow");
    return lake.version(table);
  }

  /** Days for which a followed table may answer differently than it did then. */
  public DaySet touchedSince(Table table, TableVersion then) {
    requireDeclared(spec.follows().contains(table), table, "follow");
    return lake.touchedSince(table, then);
  }

  /** What the job keeps from night to night to save itself work; never a truth. */
  public KeptFolder kept() {
    return lake.kept(spec.name());
  }

  /** Hash of what else the rows depend on: code, standards and settings of the job. */
  public String fingerprint() {
    return fingerprint;
  }

  /**
   * The rows, computed once for all tables the job writes, on disk until they are written: for a
   * result that cannot be computed table by table.
   */
  public Dataset<Row> computedOnce(Dataset<Row> rows) {
    Dataset<Row> kept = rows.persist(StorageLevel.DISK_ONLY());
    once.add(kept);
    return kept;
  }

  /** Gives back what was kept. */
  void release() {
    once.forEach(Dataset::unpersist);
    once.clear();
  }

  /** All rows of a reference table. */
  public Dataset<Row> lookUp(Table table) {
    requireDeclared(spec.looksUp().contains(table), table, "look up");
    return lake.read(table);
  }

  /** All rows of a reference table, without a Spark job. */
  public List<TableRow> lookUpRows(Table table) {
    requireDeclared(spec.looksUp().contains(table), table, "look up");
    return lake.rows(table);
  }

  /**
   * Where the landing files stand, for a job that must look at the evidence of a received row
   * again; empty if nobody knows. A file may be gone.
   */
  public String landingRoot() {
    return landingRoot;
  }

  /** The declared settings. */
  public Settings settings() {
    return settings.only(spec.settings());
  }

  private void requireDeclared(boolean declared, Table table, String verb) {
    if (!declared) {
      throw new IllegalStateException(
          "job %s reads %s but does not declare to %s it".formatted(spec.name(), table, verb));
    }
  }
}
