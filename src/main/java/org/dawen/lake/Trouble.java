package org.dawen.lake;

/**
 * What stops a run and is not a bug of ours: the sentence an operator reads says what failed, why,
 * and what to do. {@link #getMessage} is English, for what is stored; {@link #getLocalizedMessage}
 * is in the language of the run. The exit code follows from the kind.
 */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Kinds of trouble with the exit code the command line ends with (see docs/operations.md, "Exit
   * codes").
   */
  public enum Kind {
    /** Wrong option, setting, folder or permission. */
    USAGE(2),
    /** Input that must be there is not there yet. */
    NOT_READY(3),
    /** Data was refused; what could be done was done. */
    REFUSED(4),
    /** Another run holds the lake. */
    LOCKED(5);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;
  private final transient Message message;

  private Trouble(Kind kind, Message message, Throwable cause) {
    super(message.toString(), cause);
    this.kind = kind;
    this.message = message;
  }

  /**
   * Wrong option, setting, folder or permission; exit code 2.
   *
   * @param key of the message: what failed, why, and what to do
   * @param values in it
   */
  public static Trouble usage(String key, Object... values) {
    return usage((Throwable) null, key, values);
  }

  /** As {@link #usage(String, Object...)}, of a message that is put together. */
  public static Trouble usage(Message message) {
    return new Trouble(Kind.USAGE, message, null);
  }

  /** As {@link #usage(String, Object...)}, keeping the cause for the log. */
  public static Trouble usage(Throwable cause, String key, Object... values) {
    return new Trouble(Kind.USAGE, Message.of(key, values), cause);
  }

  /** Input that must be there is not; exit code 3. */
  public static Trouble notReady(String key, Object... values) {
    return new Trouble(Kind.NOT_READY, Message.of(key, values), null);
  }

  /** Data was refused; exit code 4. */
  public static Trouble refused(String key, Object... values) {
    return refused((Throwable) null, key, values);
  }

  /** As {@link #refused(String, Object...)}, keeping the cause for the log. */
  public static Trouble refused(Throwable cause, String key, Object... values) {
    return new Trouble(Kind.REFUSED, Message.of(key, values), cause);
  }

  /** Another run holds the lake; exit code 5. */
  public static Trouble locked(String key, Object... values) {
    return new Trouble(Kind.LOCKED, Message.of(key, values), null);
  }

  /** The same trouble, with the place where it came up in front of its sentence. */
  public Trouble in(Message place) {
    return new Trouble(kind, Message.of("trouble.in", place, message), this);
  }

  public Kind kind() {
    return kind;
  }

  /** The sentence, in any language. */
  public Message message() {
    return message == null ? Message.verbatim(getMessage()) : message;
  }

  @Override
  public String getLocalizedMessage() {
    return message().text();
  }
}
