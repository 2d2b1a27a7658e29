package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;

/**
 * The first sheet of a workbook ({@code .xlsx}) as the lines of a CSV, so that one reader reads
 * both.
 *
 * @param lines in UTF-8; line n is row n as the sheet counts it
 * @param reason why nothing can be read; null: it can
 * @param refusal the same as a sentence; empty: it can
 * @param note what the keeper should know of a workbook that was read; empty: nothing
 */
record Workbook(byte[] lines, RejectReason reason, String refusal, String note) {
  /** Of files that are none. */
  static final Workbook EMPTY = new Workbook(new byte[0], null, "", "");

  /** True if a file of this name is read as a workbook. */
  static boolean isNamed(String fileName) {
    return FeedReader.endsIn(fileName, ".xlsx");
  }

  /** Reads the first sheet; a workbook that cannot be read is returned with its refusal. */
  static Workbook read(InputStream in, ReadLimits limits) throws IOException {
    return WorkbookReader.read(in, limits);
  }
}
