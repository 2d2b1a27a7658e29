package org.dawen.intake;

/** How the records of a CSV with one kind of header become rows. */
interface CsvFormat {
  /** Reads one line; emits exactly one accept or reject. */
  void read(CsvRecord record, Emitter out);

  /** True if columns that the format does not name are left aside, without a heading too. */
  default boolean leavesOtherColumns() {
    return false;
  }

  /** True once a record has shown that the file as a whole cannot be read; the rest is left. */
  default boolean isOver() {
    return false;
  }
}
