package org.dawen.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/** What Spark says of a question, as one sentence for whoever asked it. */
public final class QueryFailure {
  /** Classes of SQLSTATE that disks and networks bring about. */
  private static final List<String> OF_THE_MACHINE = List.of("08", "58");

  private static final List<String> OUT_OF_MEMORY = List.of("53", "82");

  private static final String OF_A_SOURCE_OF_DATA = "KD";

  /** What Spark calls a bug of its own; a question asked in another way avoids most of them. */
  private static final String OF_SPARK = "XX";

  private QueryFailure() {}

  /**
   * Exit code 2 if the question, its values or Spark on them is to blame; exit code 4 if a file of
   * the lake cannot be read; what was thrown itself if a disk or a network fails.
   */
  static RuntimeException of(Throwable thrown) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(thrown);
    for (Throwable e : chain) {
      String state = state(e);
      if (e instanceof Trouble trouble) {
        return trouble;
      }
      if (e instanceof StackOverflowError) {
        return Trouble.usage(thrown, "sql.too-deep");
      }
      if (e instanceof OutOfMemoryError || OUT_OF_MEMORY.stream().anyMatch(state::startsWith)) {
        return outOfMemory(thrown);
      }
      if (state.startsWith(OF_A_SOURCE_OF_DATA)) {
        return Trouble.refused(thrown, "sql.file-unreadable", unended(sentence(e)));
      }
      if (e instanceof IOException
          || e instanceof UncheckedIOException
          || e instanceof FSError
          || OF_THE_MACHINE.stream().anyMatch(state::startsWith)) {
        return thrown instanceof RuntimeException r ? r : new IllegalStateException(thrown);
      }
      boolean saysWhy = !state.isEmpty() && !state.startsWith(OF_SPARK);
      if (e instanceof AnalysisException || saysWhy) {
        boolean isMisspelt = state.startsWith("42");
        return Trouble.usage(
            thrown,
            isMisspelt ? "sql.cannot-run-misspelt" : "sql.cannot-run",
            unended(sentence(e)));
      }
    }
    Throwable last = chain.get(chain.size() - 1);
    // Some functions hand over what the JDK throws.
    boolean isOfAValue =
        last instanceof ArithmeticException
            || last instanceof DateTimeException
            || last instanceof IllegalArgumentException;
    String why = unended(sentence(last));
    return isOfAValue
        ? Trouble.usage(thrown, "sql.cannot-run", why)
        : Trouble.usage(thrown, "sql.spark-fails", last.getClass().getSimpleName(), why);
  }

  /** What to say when an answer does not fit into memory; exit code 2. */
  public static Trouble outOfMemory(Throwable thrown) {
    return Trouble.usage(thrown, "sql.heap-too-small", Runtime.getRuntime().maxMemory() >> 20);
  }

  private static String unended(String sentence) {
    return sentence.replaceFirst("[.]$", "");
  }

  private static String state(Throwable thrown) {
    return thrown instanceof SparkThrowable s && s.getSqlState() != null ? s.getSqlState() : "";
  }

  /** Without class of error, state, plan and advice about settings, which cannot be set here. */
  private static String sentence(Throwable thrown) {
    return String.valueOf(thrown.getMessage())
        .strip()
        .replaceAll("(?s)\\n+== .*|;\\n.*", "")
        .replaceAll("^\\[[A-Z][A-Z0-9_.]+\\] ?", "")
        .replaceAll(" ?SQLSTATE: \\w{5}", "")
        .replaceAll(" It is possible the underlying files have been updated\\..*", "")
        .replaceAll(" If necessary,? set [^.]*(\\.[^. ]+)*[^.]*\\.", "")
        .replaceAll("[;,]? ?\\(?line (\\d+),? pos (\\d+)\\)?", " (line $1, position $2)")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
