package org.dawen.intake;

import java.io.IOException;

/** Reads a file, or a slice of one, record by record. */
interface RecordCursor {
  /** Reads one record into the emitter; false at the end. */
  boolean advance(Emitter out) throws IOException;

  /** False if the file with this hash is not what it was when it was looked through before. */
  default boolean isAsLookedAt(String sha256) {
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
