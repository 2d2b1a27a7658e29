package org.dawen.lake;

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
public record Damage(Table table, String sentence) {
  private static final int MOST_NAMED = 20;
  private static final Pattern DATA_FILE = Pattern.compile("(?:[a-z0-9]+:)?/[^\\n]*?\\.parquet");

  /** Its log cannot be read. */
  static Damage ofLog(Table table, String path, Throwable failure) {
    return new Damage(
        table,
        "The Delta log of %s in %s is damaged: %s."
            .formatted(table, path, CommitLog.inWords(failure)));
  }

  /**
   * What stops a run, with the one command that heals; exit code 4.
   *
   * @param all at least one
   * @param cause null: it was looked for
   */
  public static Trouble trouble(Collection<Damage> all, Throwable cause) {
    return Trouble.refused(sentences(all), remedy(all), cause);
  }

  /** What is wrong: at most 20 findings, and how many there are. */
  public static String sentences(Collection<Damage> all) {
    String sentences =
        all.stream().limit(MOST_NAMED).map(Damage::sentence).collect(Collectors.joining("  "));
    return all.size() > MOST_NAMED
        ? sentences + "  There are %d such findings.".formatted(all.size())
        : sentences;
  }

  /** The command that heals, and what it does. */
  public static String remedy(Collection<Damage> all) {
    return "Run '%s', then './dawen nightly': what is lost is made anew from the landing folder."
        .formatted(command(all));
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
                  List.of(
                      new Damage(
                          table,
                          "A data file of %s is missing or damaged: %s."
                              .formatted(table, file.group()))),
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
