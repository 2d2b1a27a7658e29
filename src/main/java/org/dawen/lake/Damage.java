package org.dawen.lake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * What is wrong with a table as it is stored, so that its rows must not be used.
 *
 * @param sentence what the operator reads; it names the table
 */
public record Damage(Table table, Message sentence) {
  private static final int MOST_NAMED = 20;
  private static final int MOST_FILES_NAMED = 3;
  private static final Pattern DATA_FILE = Pattern.compile("(?:[a-z0-9]+:)?/[^\\n]*?\\.parquet");

  /** Its log cannot be read. */
  static Damage ofLog(Table table, String path, Throwable failure) {
    return new Damage(table, Message.of("damage.log", table, path, CommitLog.inWords(failure)));
  }

  /**
   * What is wrong with some of its files, of which at most three are named.
   *
   * @param faults of each file; at least one
   * @param keys sentences for one file, for those that are all named, and for more
   */
  public static Damage ofFiles(Lake lake, Table table, List<Message> faults, List<String> keys) {
    int n = faults.size();
    String place = lake.path(table);
    if (n == 1) {
      return new Damage(table, Message.of(keys.get(0), table, place, faults.get(0)));
    }
    boolean isMore = n > MOST_FILES_NAMED;
    List<Message> named = isMore ? faults.subList(0, MOST_FILES_NAMED) : faults;
    return new Damage(table, Message.of(keys.get(isMore ? 2 : 1), table, place, n, named));
  }

  /**
   * What stops a run, with the one command that heals; exit code 4.
   *
   * @param all at least one
   * @param cause null: it was looked for
   */
  public static Trouble trouble(Collection<Damage> all, Throwable cause) {
    return Trouble.refused(cause, "damage.trouble", sentences(all), remedy(all));
  }

  /** What is wrong: at most 20 findings, and how many there are. */
  public static Message sentences(Collection<Damage> all) {
    List<Message> sentences =
        new ArrayList<>(all.stream().limit(MOST_NAMED).map(Damage::sentence).toList());
    if (all.size() > MOST_NAMED) {
      sentences.add(Message.of("damage.in-all", all.size()));
    }
    return Message.sequence(sentences);
  }

  /** The command that heals, and what it does. */
  public static Message remedy(Collection<Damage> all) {
    return Message.of("damage.remedy", command(all));
  }

  private static String command(Collection<Damage> all) {
    return "./dawen doctor --rebuild "
        + all.stream()
            .map(d -> d.table().name())
            .distinct()
            .sorted()
            .collect(Collectors.joining(","));
  }

  /**
   * Finds the damaged data file behind a failure of a query or a job.
   *
   * @param tables those it may belong to
   * @return null if no data file of these tables is named
   */
  public static Trouble behind(Throwable failure, Collection<Table> tables) {
    for (Throwable t : ExceptionUtils.getThrowableList(failure)) {
      if (t instanceof Trouble trouble) {
        return trouble;
      }
      if (isOfReading(t)) {
        Matcher file = DATA_FILE.matcher(t.getMessage());
        while (file.find()) {
          for (Table table : tables) {
            String folder = "/" + table.schemaName() + "/" + table.shortName() + "/";
            if (file.group().contains(folder)) {
              return trouble(
                  List.of(new Damage(table, Message.of("damage.data-file", table, file.group()))),
                  failure);
            }
          }
        }
      }
    }
    return null;
  }

  /** What Spark, Hadoop, Parquet and our reader say of a file that they cannot read. */
  private static boolean isOfReading(Throwable t) {
    String said = t.getMessage();
    return said != null
        && !CommitLog.isForbidden(t)
        && (said.contains("FAILED_READ_FILE")
            || t instanceof java.io.FileNotFoundException
            || t instanceof org.apache.hadoop.fs.ChecksumException
            || List.of(
                    "cannot read", "Checksum error", "is not a Parquet file", "Can not read value")
                .stream()
                .anyMatch(said::contains));
  }
}
