package org.dawen.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.RecordBytes;
import org.dawen.lake.Table;

/**
 * What plans need of the journal up to a commit, folded; a note beside the tables. It counts only
 * if the journal holds that very commit, if it is whole, and if it was folded for the jobs that are
 * asked about. Else the journal is read from its beginning: a snapshot that is lost costs time.
 *
 * @param ofJobs of which jobs, and by which planner, as {@link #ofJobs} tells
 * @param version the journal's Delta version
 * @param commit hash of that version's commit
 * @param throughSeq the newest entry of that version
 */
record JournalSnapshot(
    String ofJobs, long version, String commit, long throughSeq, List<JournalEntry> entries) {
  /** Whatever the jobs: tables are told about alike. */
  static final String OF_ANY_JOBS = "";

  private static final String NOTES = "journal";
  private static final String NAME = "snapshot";

  /** With what is declared inside them. */
  private static final List<Class<?>> PLANNER =
      Stream.of(Planner.class, JournalFold.class, Reach.class, DaySet.class)
          .flatMap(c -> Arrays.<Class<?>>stream(c.getNestMembers()))
          .toList();

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Folds a journal of which everything is written. */
  static JournalSnapshot of(
      Lake lake, JournalIndex journal, Map<JobSpec, String> jobs, long newestSeq, long version) {
    return new JournalSnapshot(
        ofJobs(jobs.keySet()),
        version,
        lake.commitHash(OpsTables.JOB_RUN, version),
        newestSeq,
        JournalFold.of(journal, jobs, newestSeq));
  }

  /**
   * Hash of what decides which entries a plan needs: the planner's code, and of each job the tables
   * it reads and writes and how far they reach.
   */
  static String ofJobs(Collection<JobSpec> jobs) {
    TreeMap<String, String> told = new TreeMap<>();
    for (JobSpec job : jobs) {
      told.put(
          job.name(),
          "%s %s %s %s %s"
              .formatted(
                  names(job.follows()),
                  names(job.looksUp()),
                  names(job.writes()),
                  job.reach(),
                  new TreeMap<>(job.reaches())));
    }
    return DigestUtils.sha256Hex(HexFormat.of().formatHex(CodeUsed.hash(PLANNER)) + told);
  }

  private static List<String> names(List<Table> tables) {
    return tables.stream().map(Table::name).toList();
  }

  /** The snapshot of a lake; null if there is none that counts. */
  static JournalSnapshot read(Lake lake, String ofJobs) {
    JournalSnapshot found = stored(lake);
    return found != null
            && (ofJobs.equals(OF_ANY_JOBS) || ofJobs.equals(found.ofJobs))
            && found.isOf(lake)
        ? found
        : null;
  }

  private static JournalSnapshot stored(Lake lake) {
    try {
      return lake.noteNames(NOTES).contains(NAME) ? parse(lake.note(NOTES, NAME)) : null;
    } catch (UncheckedIOException e) {
      return null; // Hadoop's own sums do not hold, say; what else is wrong, the tables will tell
    }
  }

  private boolean isOf(Lake lake) {
    return !commit.isEmpty()
        && lake.newestVersion(OpsTables.JOB_RUN) >= version
        && commit.equals(lake.commitHash(OpsTables.JOB_RUN, version));
  }

  /** Nothing was written to the journal since. */
  boolean isNewest(Lake lake) {
    return lake.newestVersion(OpsTables.JOB_RUN) == version;
  }

  void write(Lake lake) {
    lake.writeNote(NOTES, NAME, text());
  }

  /** A line with the hash of those below it, a line about the snapshot, a line with the entries. */
  private String text() {
    RecordBytes<JobRun> rows = new RecordBytes<>(JobRun.class);
    entries.forEach(e -> rows.append(JobRun.of(e, "")));
    String lines =
        JSON.createArrayNode().add(ofJobs).add(version).add(commit).add(throughSeq)
            + "\n"
            + Base64.getEncoder().encodeToString(rows.take());
    return DigestUtils.sha256Hex(lines) + "\n" + lines;
  }

  private static JournalSnapshot parse(String note) {
    int end = note.indexOf('\n');
    if (end < 0 || !note.substring(0, end).equals(DigestUtils.sha256Hex(note.substring(end + 1)))) {
      return null;
    }
    try {
      String[] lines = note.substring(end + 1).split("\n", -1);
      JsonNode about = JSON.readTree(lines[0]);
      List<JournalEntry> entries = new ArrayList<>();
      new RecordBytes<>(JobRun.class)
          .all(Base64.getDecoder().decode(lines[1]))
          .forEachRemaining(row -> entries.add(row.entry()));
      return new JournalSnapshot(
          about.get(0).asText(),
          about.get(1).asLong(),
          about.get(2).asText(),
          about.get(3).asLong(),
          entries);
    } catch (IOException | RuntimeException e) {
      return null; // of a build that writes it otherwise
    }
  }
}
