package org.dawen.intake;

import java.io.IOException;

/** Reads a file record by record. */
interface RecordCursor {
  /** Reads one record into the emitter; false at the end of the file. */
  boolean advance(Emitter out) throws IOException;
}
