package org.dawen.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.dawen.lake.Trouble;

/** Turns an exception into the sentence an operator reads. */
public final class FailureWords {
  private FailureWords() {}

  /** The innermost message that says something; causes of the disk are named as such. */
  public static String of(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof Trouble) {
        return t.getMessage();
      }
      innermost = t;
    }
    String message = innermost.getMessage();
    if (message != null && message.contains("No space left on device")) {
      return "the disk is full.  Free space and run again; nothing half-written is kept.";
    }
    String firstLine = message == null ? "" : message.lines().findFirst().orElse("");
    return innermost.getClass().getSimpleName() + (firstLine.isEmpty() ? "" : ": " + firstLine);
  }

  /** The stack trace, for the log of a bug of ours. */
  public static String stackOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
