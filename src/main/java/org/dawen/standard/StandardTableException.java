package org.dawen.standard;

/** A table of standards is missing or faulty; the message names file, line and remedy. */
public final class StandardTableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StandardTableException(String message) {
    super(message);
  }

  StandardTableException(String message, Throwable cause) {
    super(message, cause);
  }
}
