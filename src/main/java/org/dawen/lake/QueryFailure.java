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
        return Trouble.usage("The query is nested too deeply.", "Split it with WITH.", thrown);
      }
      if (e instanceof OutOfMemoryError || OUT_OF_MEMORY.stream().anyMatch(state::startsWith)) {
        return outOfMemory(thrown);
      }
      if (state.startsWith(OF_A_SOURCE_OF_DATA)) {
        return Trouble.refused(
            "A file of the lake cannot be read: " + sentence(e),
            "'./dawen doctor --hash' names what is damaged, and the command that heals it.",
            thrown);
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
            "The query cannot be run: " + sentence(e),
            isMisspelt ? "'./dawen tables' lists the tables and their columns." : "",
            thrown);
      }
    }
    Throwable last = chain.get(chain.size() - 1);
    // Some functions hand over what the JDK throws.
    boolean isOfAValue =
        last instanceof ArithmeticException
            || last instanceof DateTimeException
            || last instanceof IllegalArgumentException;
    return Trouble.usage(
        "The query cannot be run: "
            + (isOfAValue
                ? ""
                : "Spark fails on it (%s): ".formatted(last.getClass().getSimpleName()))
            + sentence(last),
        "",
        thrown);
  }

  /** What to say when an answer does not fit into memory; exit code 2. */
  public static Trouble outOfMemory(Throwable thrown) {
    return Trouble.usage(
        "The query needs more memory than the heap of %,d MB."
            .formatted(Runtime.getRuntime().maxMemory() >> 20),
        "Ask for less at once, or give it more: DAWEN_HEAP=4g ./dawen sql …",
        thrown);
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
