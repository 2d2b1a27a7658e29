package org.dawen.lake;

/**
 * What stops a run and is not a bug of ours: the sentence an operator reads says what failed, why,
 * and what to do. The exit code follows from the kind.
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

  private Trouble(Kind kind, String what, String remedy, Throwable cause) {
    super(remedy.isEmpty() ? what : what + "  " + remedy, cause);
    this.kind = kind;
  }

  /** Wrong option, setting, folder or permission; exit code 2. */
  public static Trouble usage(String what, String remedy) {
    return new Trouble(Kind.USAGE, what, remedy, null);
  }

  /** As {@link #usage(String, String)}, keeping the cause for the log. */
  public static Trouble usage(String what, String remedy, Throwable cause) {
    return new Trouble(Kind.USAGE, what, remedy, cause);
  }

  /** Input that must be there is not; exit code 3. */
  public static Trouble notReady(String what, String remedy) {
    return new Trouble(Kind.NOT_READY, what, remedy, null);
  }

  /** Data was refused; exit code 4. */
  public static Trouble refused(String what, String remedy) {
    return new Trouble(Kind.REFUSED, what, remedy, null);
  }

  /** As {@link #refused(String, String)}, keeping the cause for the log. */
  public static Trouble refused(String what, String remedy, Throwable cause) {
    return new Trouble(Kind.REFUSED, what, remedy, cause);
  }

  /** Another run holds the lake; exit code 5. */
  public static Trouble locked(String what, String remedy) {
    return new Trouble(Kind.LOCKED, what, remedy, null);
  }

  /** The same trouble, with the place where it came up in front of its sentence. */
  public Trouble in(String place) {
    return new Trouble(kind, place + ": " + getMessage(), "", this);
  }

  public Kind kind() {
    return kind;
  }
}
