package org.dawen.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.exceptions.KernelException;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/**
 * Reads the commit files of a Delta table ({@code _delta_log/<version>.json}, Delta protocol "Delta
 * Log Entries") for the days each commit touched. Reading the few new commit files is far cheaper
 * than a history query, and needs no Spark job.
 */
final class CommitLog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DAYS = "dawen_days";
  private static final String JOB = "dawen_job";
  private static final String ROWS = "dawen_rows";
  private static final String LEDGER = "dawen_ledger";
  private static final int VERSION_DIGITS = 20;

  /** A log whose newest commit is not whole. */
  static final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Damaged(String what, Throwable cause) {
      super(what, cause);
    }
  }

  private final Path folder;
  private final Configuration hadoop;

  CommitLog(Path tablePath, Configuration hadoop) {
    this.folder = new Path(tablePath, "_delta_log");
    this.hadoop = hadoop;
  }

  /**
   * The text a writer puts into the commit so that {@link #after} can tell its days.
   *
   * @param ledgerVersion see {@link Commit}; null: of no concern
   */
  static String metadata(DaySet days, String job, long rows, Long ledgerVersion) {
    ObjectNode node = JSON.createObjectNode();
    node.put(DAYS, days.toString());
    node.put(JOB, job);
    node.put(ROWS, rows);
    if (ledgerVersion != null) {
      node.put(LEDGER, ledgerVersion);
    }
    return node.toString();
  }

  /** True if the log may be whole, but this user may not read it. */
  static boolean isForbidden(Throwable failure) {
    return ExceptionUtils.getThrowableList(failure).stream()
        .anyMatch(
            t ->
                t instanceof AccessControlException
                    || t instanceof java.nio.file.AccessDeniedException
                    || t instanceof FileNotFoundException
                        && t.getMessage().contains("ermission denied"));
  }

  /** True if what failed while a log was read says that the log is damaged. */
  static boolean isDamage(RuntimeException failure) {
    if (isForbidden(failure)) {
      return false;
    }
    boolean isOfCheckpoint = // Kernel hands on what Parquet says of a file that is none
        failure.getClass().getName().startsWith("org.apache.parquet.")
            || String.valueOf(failure.getMessage()).contains("is not a Parquet file");
    return failure instanceof KernelException
        || failure instanceof KernelEngineException
        || failure instanceof Damaged
        || isOfCheckpoint;
  }

  /** What is wrong, in a clause without a full stop. */
  static String inWords(Throwable damage) {
    Throwable innermost = damage;
    while (innermost.getCause() != null && !(innermost instanceof Damaged)) {
      innermost = innermost.getCause();
    }
    String said = innermost.getMessage() == null ? "" : innermost.getMessage();
    String line =
        said.lines()
            .findFirst()
            .orElse(innermost.getClass().getSimpleName())
            .replaceFirst("^\\S*[$]\\S*@\\S+ is not", "a checkpoint is not")
            .replaceFirst("\\.$", "");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  /** The newest version, or −1 if there is no table. */
  long newestVersion() {
    TreeSet<Long> versions = versions();
    return versions.isEmpty() ? -1 : versions.last();
  }

  /**
   * The commits newer than {@code version}, oldest first. A commit whose file is gone (log
   * clean-up) is reported as data-changing with unknown days.
   */
  List<Commit> after(long version) {
    TreeSet<Long> versions = versions();
    List<Commit> commits = new ArrayList<>();
    if (versions.isEmpty()) {
      return commits;
    }
    for (long v = version + 1; v <= versions.last(); v++) {
      commits.add(read(v));
    }
    return commits;
  }

  /**
   * The versions there are. Delta writes a check file ({@code <version>.crc}) after each commit:
   * one without its commit, or an empty newest commit, means that the end of the log was lost.
   */
  private TreeSet<Long> versions() {
    TreeSet<Long> versions = new TreeSet<>();
    long newestCheck = -1;
    boolean isNewestEmpty = false;
    try {
      FileSystem fs = folder.getFileSystem(hadoop);
      long newestCommit = -1;
      for (String name : names(fs)) {
        int dot = name.indexOf('.');
        if (dot != VERSION_DIGITS) {
          continue;
        }
        long version = Long.parseLong(name.substring(0, dot));
        if (name.endsWith(".json") || name.contains(".checkpoint")) {
          versions.add(version);
          newestCommit = name.endsWith(".json") ? Math.max(newestCommit, version) : newestCommit;
        } else if (name.endsWith(".crc")) {
          newestCheck = Math.max(newestCheck, version);
        }
      }
      isNewestEmpty =
          newestCommit >= 0
              && newestCommit == versions.last()
              && fs.getFileStatus(commitFile(newestCommit)).getLen() == 0;
    } catch (FileNotFoundException e) {
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    if (newestCheck > (versions.isEmpty() ? -1 : versions.last())) {
      throw new Damaged("commit %d is missing".formatted(newestCheck), null);
    }
    if (isNewestEmpty) {
      throw new Damaged("commit %d is empty".formatted(versions.last()), null);
    }
    return versions;
  }

  /** Of a local disk names alone: Hadoop asks for length, times and rights of each file. */
  private List<String> names(FileSystem fs) throws IOException {
    String[] local = fs instanceof LocalFileSystem disk ? disk.pathToFile(folder).list() : null;
    return local != null
        ? List.of(local)
        : Arrays.stream(fs.listStatus(folder)).map(f -> f.getPath().getName()).toList();
  }

  private Path commitFile(long version) {
    return new Path(folder, "%020d.json".formatted(version));
  }

  /**
   * Holds what the log gives against the check file of that version, if there is one: a commit that
   * was cut between two lines still reads as one.
   */
  static void requireWhole(String tablePath, long version, int files, Configuration hadoop) {
    Path check = new Path(tablePath, "_delta_log/%020d.crc".formatted(version));
    try (InputStream in = check.getFileSystem(hadoop).open(check)) {
      long counted = JSON.readTree(in).path("numFiles").asLong(files);
      if (counted != files) {
        throw new Damaged(
            "as of commit %d it should name %d files, but names %d"
                .formatted(version, counted, files),
            null);
      }
    } catch (FileNotFoundException | JsonProcessingException | ChecksumException e) {
      // Written after the commit, and never needed to read the table: it may be missing or cut.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + check, e);
    }
  }

  private Commit read(long version) {
    Path file = commitFile(version);
    boolean changesData = false;
    DaySet days = null;
    String job = "an unnamed writer";
    long rowsWritten = 0;
    Long ledgerVersion = null;
    List<String> files = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(file.getFileSystem(hadoop).open(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode action = JSON.readTree(line);
        JsonNode info = action.get("commitInfo");
        if (info != null) {
          job = writer(info);
          // The metrics are texts; Delta counts rows of rewritten files as copied.
          rowsWritten = info.path("operationMetrics").path("numOutputRows").asLong();
        }
        if (info != null && info.hasNonNull("userMetadata")) {
          JsonNode said = readOrNull(info.get("userMetadata").asText());
          if (said != null && said.hasNonNull(DAYS)) {
            days = DaySet.parse(said.get(DAYS).asText());
            job = said.path(JOB).asText("");
            rowsWritten = said.path(ROWS).asLong(rowsWritten);
            ledgerVersion = said.hasNonNull(LEDGER) ? said.get(LEDGER).asLong() : null;
          }
        }
        if (action.path("add").hasNonNull("path")) {
          files.add(fileOf(action.path("add").path("path").asText()));
        }
        changesData |= action.path("add").path("dataChange").asBoolean(false);
        changesData |= action.path("remove").path("dataChange").asBoolean(false);
      }
    } catch (FileNotFoundException e) {
      return new Commit(version, true, null, "", 0, null, List.of());
    } catch (JsonProcessingException | ChecksumException e) {
      throw new Damaged("commit %d cannot be read".formatted(version), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return new Commit(
        version, changesData, days, job, rowsWritten, ledgerVersion, List.copyOf(files));
  }

  /** What a writer that is not Dawen says of itself: each program does so in its own way. */
  private static String writer(JsonNode info) {
    String program =
        info.path("engineInfo").asText(info.path("clientVersion").asText("an unnamed writer"));
    return "%s by %s".formatted(info.path("operation").asText("a commit"), program);
  }

  /** Hash of a commit's file; empty if log clean-up has removed it. */
  String hash(long version) {
    Path file = commitFile(version);
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      return DigestUtils.sha256Hex(in).substring(0, 16);
    } catch (FileNotFoundException e) {
      return "";
    } catch (ChecksumException e) {
      throw new Damaged("commit %d cannot be read".formatted(version), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * Delta protocol, "Add File": a path is URL-encoded, and relative to the table unless absolute.
   */
  private String fileOf(String path) {
    return new Path(folder.getParent(), URI.create(path).getPath()).toString();
  }

  private static JsonNode readOrNull(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return null;
    }
  }
}
