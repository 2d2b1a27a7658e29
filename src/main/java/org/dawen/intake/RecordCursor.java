package org.dawen.intake;

import java.io.IOException;

/** Reads a file, or a slice of one, record by record. */
interface RecordCursor {
  /** Reads one record into the emitter; false at the end. */
  boolean advance(Emitter out) throws IOException;

  /** False if the file was looked through before and is no longer what it was then. */
  default boolean isAsLookedAt() {
    return true;
  }

  /** Of a slice: where its first record begins; −1 if none could be found. */
  default long firstAt() {
    return 0;
  }

  /** Of a slice that was read: where the first record behind it begins. */
  default long endsAt() {
    return 0;
  }

  /** Of a slice that was read: its lines. */
  default long lines() {
    return 0;
  }
}
