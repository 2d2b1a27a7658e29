package org.dawen.lake;

import java.time.DateTimeException;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/** What Spark says of a question, as one sentence for whoever asked it. */
public final class QueryFailure {
  /**
   * Classes of SQLSTATE that the question or the values it works on bring about: parameters,
   * cardinality, data, syntax, routines, limits, features that do not exist, errors it raises.
   */
  private static final List<String> OF_THE_QUESTION =
      List.of("07", "0A", "21", "22", "42", "46", "54", "P0");

  private static final String OF_A_SOURCE_OF_DATA = "KD";

  private QueryFailure() {}

  /**
   * Exit code 2 if the question is to blame, or files of the lake that cannot be read; what was
   * thrown itself if it is a bug.
   */
  static RuntimeException of(Throwable thrown) {
    for (Throwable e : ExceptionUtils.getThrowableList(thrown)) {
      if (e instanceof Trouble trouble) {
        return trouble;
      }
      if (e instanceof StackOverflowError) {
        return Trouble.usage("The query is nested too deeply.", "Split it with WITH.", thrown);
      }
      String state =
          e instanceof SparkThrowable s && s.getSqlState() != null ? s.getSqlState() : "";
      if (state.startsWith(OF_A_SOURCE_OF_DATA)) {
        return Trouble.refused(
            "A file of the lake cannot be read: " + sentence(e),
            "'./dawen doctor --hash' names what is damaged, and the command that heals it.",
            thrown);
      }
      if (e instanceof AnalysisException || OF_THE_QUESTION.stream().anyMatch(state::startsWith)) {
        boolean isMisspelt = state.startsWith("42");
        return Trouble.usage(
            "The query cannot be run: " + sentence(e),
            isMisspelt ? "'./dawen tables' lists the tables and their columns." : "",
            thrown);
      }
    }
    for (Throwable e : ExceptionUtils.getThrowableList(thrown)) {
      // Some functions hand over what the JDK throws.
      if (e instanceof ArithmeticException
          || e instanceof DateTimeException
          || e instanceof IllegalArgumentException) {
        return Trouble.usage("The query cannot be run: " + sentence(e), "", thrown);
      }
    }
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }

  /** Without class of error, state, plan and advice about settings, which cannot be set here. */
  public static String sentence(Throwable thrown) {
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
