package org.dawen.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.io.function.Uncheck;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FsConstants;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/** Starts the Spark session with the settings the lake needs; says nothing about any domain. */
public final class Sessions {
  /** What Spark asks for: one and a half times what it keeps for itself. */
  private static final long LEAST_HEAP_BYTES = 450L << 20;

  private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

  /** Digits, letters and zone of an executor are not those of its machine. */
  private static final String SAME_EVERYWHERE =
      " -Duser.language=en -Duser.country= -Duser.variant= -Duser.timezone=Asia/Shanghai";

  private static final String S3_LOG_STORE = "spark.delta.logStore.s3a.impl";

  private Sessions() {}

  /** Settings without which the tables would not be what the declarations say. */
  private static Map<String, String> lakeSettings() {
    Map<String, String> s = new LinkedHashMap<>();
    s.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    s.put("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    s.put("spark.sql.session.timeZone", "Asia/Shanghai");
    s.put("spark.sql.ansi.enabled", "true");
    // "${env:NAME}" in a question, a file name or a code is a text, not what the machine keeps
    // there.
    s.put("spark.sql.variable.substitute", "false");
    s.put("spark.sql.datetime.java8API.enabled", "true");
    s.put("spark.sql.adaptive.enabled", "true");
    // Readers such as DuckDB and Polars must be able to open every table: no deletion vectors.
    s.put("spark.databricks.delta.properties.defaults.enableDeletionVectors", "false");
    s.put("spark.databricks.delta.schema.autoMerge.enabled", "false");
    // In a zone other than UTC Delta checks its list of files after every commit, by two Spark
    // jobs.
    s.put("spark.databricks.delta.allFilesInCrc.enabled", "false");
    // Answers max(day) from the log alone, but casts java.time days to java.sql and fails.
    s.put("spark.databricks.delta.optimizeMetadataQuery.enabled", "false");
    // A table that is written as it comes has two months open at a time before it sorts after all.
    s.put("spark.sql.maxConcurrentOutputFileWriters", "2");
    // Counts of bytes a page that no reader of ours asks for; a twentieth of the time of writing.
    s.put("spark.hadoop.parquet.size.statistics.enabled", "false");
    s.put(
        "spark.sql.sources.commitProtocolClass",
        "org.apache.spark.sql.execution.datasources.SQLHadoopMapReduceCommitProtocol");
    s.put("spark.hadoop." + FileModes.UMASK_KEY, FileModes.umask());
    // Delta takes one store of logs for everything or one a scheme; what the operator says counts.
    SparkConf given = new SparkConf();
    if (!given.contains("spark.delta.logStore.class") && !given.contains(S3_LOG_STORE)) {
      s.put(S3_LOG_STORE, S3LogStore.class.getName());
    }
    return s;
  }

  /**
   * How files of a local disk are written without a cluster, where every process knows the class.
   */
  private static Map<String, String> localDisk() {
    return Map.of(
        "fs.file.impl", LocalDisk.class.getName(),
        "fs.AbstractFileSystem.file.impl", LocalDisk.Context.class.getName());
  }

  /** Hadoop keeps the first local disk a process asks for, with the settings of that moment. */
  private static void closeLocalDiskToOthers(Configuration hadoop) {
    Uncheck.get(() -> FileSystem.get(FsConstants.LOCAL_FS_URI, hadoop))
        .getConf()
        .set(FileModes.UMASK_KEY, FileModes.umask());
  }

  /** What makes an embedded session on one machine quick and quiet. */
  private static Map<String, String> oneMachineSettings(int cores, String scratch) {
    Map<String, String> s = new LinkedHashMap<>();
    s.put("spark.ui.enabled", "false");
    s.put("spark.driver.host", "127.0.0.1");
    s.put("spark.driver.bindAddress", "127.0.0.1");
    s.put("spark.sql.warehouse.dir", scratch + "/warehouse");
    s.put("spark.local.dir", scratch);
    // The one executor lives in this process: it cannot be lost, only stand still with it, as on a
    // machine that is suspended or starved. Spark would give it up after two minutes.
    s.put("spark.storage.blockManagerHeartbeatTimeoutMs", "7d");
    // Nor is it better off dead: a task that asks for more memory than there is fails with its job.
    s.put("spark.executor.killOnFatalError.depth", "0");
    // Delta's default of 50 is for clusters: tiny commits take five times as long with it.
    s.put("spark.databricks.delta.snapshotPartitions", "1");
    s.put("spark.sql.shuffle.partitions", String.valueOf(Math.max(2, cores)));
    s.put("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false");
    // Spark's 64 MB of compressed rows are a city's day of electricity: one core would do it all.
    s.put("spark.sql.adaptive.advisoryPartitionSizeInBytes", "8m");
    s.put("spark.scheduler.mode", "FAIR");
    s.put("spark.shuffle.compress", "true");
    s.put("spark.sql.sources.parallelPartitionDiscovery.threshold", "1024");
    s.put("spark.sql.codegen.cache.maxEntries", "400");
    s.put("spark.log.callerContext", "dawen");
    // Many small queries: what is done once for each of them weighs more than the rows.
    s.put("spark.sql.codegen.useIdInClassName", "false"); // code that is equal is compiled once
    s.put("spark.sql.lightweightPlanChangeValidation", "false");
    s.put("spark.sql.ui.explainMode", "simple"); // words for a page that is not there
    s.put("spark.sql.artifact.isolation.enabled", "false"); // classes of others: there are none
    s.put("spark.broadcast.compress", "false");
    s.put("spark.broadcast.checksum", "false");
    s.put("spark.cleaner.referenceTracking.blocking", "false");
    return s;
  }

  /**
   * Embedded Spark on this machine. What the operator says of the engine by {@code -Dspark.…}
   * counts, except where the tables would not be what the declarations say.
   *
   * @param cores how many cores to use
   * @param scratch a folder for shuffle files that the caller removes afterwards
   */
  public static SparkSession embedded(int cores, String scratch) {
    long heapBytes = Runtime.getRuntime().maxMemory();
    if (heapBytes < LEAST_HEAP_BYTES) {
      throw Trouble.usage("lake.heap-too-small", heapBytes >> 20);
    }
    SparkSession.Builder builder =
        SparkSession.builder().appName("dawen").master("local[" + cores + "]");
    lakeSettings().forEach(builder::config);
    localDisk().forEach((key, value) -> builder.config("spark.hadoop." + key, value));
    SparkConf given = new SparkConf();
    oneMachineSettings(cores, scratch)
        .forEach(
            (key, value) -> {
              if (!given.contains(key)) {
                builder.config(key, value);
              }
            });
    SparkSession spark = builder.getOrCreate();
    closeLocalDiskToOthers(spark.sparkContext().hadoopConfiguration());
    return spark;
  }

  /**
   * How files are reached before, or without, an embedded session; with the same {@code
   * spark.hadoop.*} properties the session would take, such as those of an object store.
   */
  public static Configuration hadoop() {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(new SparkConf());
    hadoop.set(FileModes.UMASK_KEY, FileModes.umask());
    if (!isSubmitted()) {
      localDisk().forEach(hadoop::set);
    }
    closeLocalDiskToOthers(hadoop);
    return hadoop;
  }

  /** Whether {@code spark-submit} started this process: it names the master. */
  public static boolean isSubmitted() {
    return System.getProperty("spark.master") != null;
  }

  /**
   * As {@link #hadoop()}, in any process that may run a task: an executor has its settings from the
   * driver.
   */
  public static Configuration hadoopOfTask() {
    SparkEnv task = SparkEnv.get();
    return task == null ? hadoop() : SparkHadoopUtil.get().newConfiguration(task.conf());
  }

  /** The session {@code spark-submit} has prepared, with the settings the lake needs. */
  public static SparkSession submitted() {
    SparkSession.Builder builder = SparkSession.builder().appName("dawen");
    lakeSettings().forEach(builder::config);
    builder.config(EXECUTOR_OPTIONS, new SparkConf().get(EXECUTOR_OPTIONS, "") + SAME_EVERYWHERE);
    SparkSession spark = builder.getOrCreate();
    closeLocalDiskToOthers(spark.sparkContext().hadoopConfiguration());
    return spark;
  }
}
