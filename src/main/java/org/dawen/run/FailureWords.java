package org.dawen.run;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;

/** Turns an exception into the sentence an operator reads. */
public final class FailureWords {
  private static final Pattern PACKET_PASSWORD = Pattern.compile("(\\bPW=)[^;&\\s]*");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:password|passwd|secret(?:[._-]?key)?|access[._-]?key|token|credential)s?"
              + "[\\w.-]*\"?\\s*[=:]\\s*\"?)[^\\s\",;]+");
  private static final Pattern IN_ADDRESS = Pattern.compile("(://[^/\\s:@]*:)[^/\\s@]+@");

  private FailureWords() {}

  /** The innermost message that says something; causes of the disk are named as such. */
  public static Message of(Throwable failure) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(failure);
    for (Throwable t : chain) {
      if (t instanceof Trouble trouble) {
        return trouble.message();
      }
    }
    if (isDiskFull(failure)) {
      return Message.of("failure.disk-full");
    }
    Throwable innermost = chain.get(chain.size() - 1);
    String message = innermost.getMessage();
    String firstLine = message == null ? "" : message.lines().findFirst().orElse("");
    return Message.verbatim(
        innermost.getClass().getSimpleName()
            + (firstLine.isEmpty() ? "" : ": " + withoutSecrets(firstLine)));
  }

  /** Whether the disk had no room for what was to be written. */
  public static boolean isDiskFull(Throwable failure) {
    return ExceptionUtils.getThrowableList(failure).stream()
        .anyMatch(
            t -> t.getMessage() != null && t.getMessage().contains("No space left on device"));
  }

  /** The first line of a message, without secrets. */
  public static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    String line = message == null ? "" : message.lines().findFirst().orElse("");
    return withoutSecrets(line.isEmpty() ? failure.getClass().getSimpleName() : line);
  }

  /**
   * The text with what looks like a secret masked: the password of an HJ 212 packet (PW=), keys,
   * tokens and passwords by their names, and those in addresses. Logs go further than the lake
   * does.
   */
  public static String withoutSecrets(String text) {
    String masked = PACKET_PASSWORD.matcher(text).replaceAll("$1***");
    masked = NAMED.matcher(masked).replaceAll("$1***");
    return IN_ADDRESS.matcher(masked).replaceAll("$1***@");
  }

  /** The stack trace, for the log of a bug of ours. */
  public static String stackOf(Throwable failure) {
    return withoutSecrets(ExceptionUtils.getStackTrace(failure));
  }
}
