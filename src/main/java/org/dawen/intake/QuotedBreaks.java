package org.dawen.intake;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Line ends inside quoted cells, as spreadsheets write a name of two lines. Each becomes one sign
 * that no text has, and an empty line follows for it behind the record: so a record is a line again
 * and all others keep their numbers.
 *
 * <p>Lines are joined only if the joined record has as many cells as the first line; a quote that
 * stands there by mistake swallows nothing.
 */
final class QuotedBreaks {
  /** Stands for the line end: a control sign of one byte in UTF-8 and GB 18030. */
  static final char SIGN = '\u001E';

  private static final int MOST_BREAKS = 20;

  private QuotedBreaks() {}

  /** The cell with its line ends. */
  static String restored(String cell) {
    return cell == null ? null : cell.replace(SIGN, '\n');
  }

  /** The file with one line a record. */
  static byte[] joined(byte[] file) {
    int headings = 0;
    ByteArrayOutputStream out = null;
    int at = 0;
    while (at < file.length) {
      Record record = recordAt(file, at, true);
      if (record.breaks > 0 && (headings == 0 || record.cells != headings)) {
        record = recordAt(file, at, false);
      }
      if (headings == 0) {
        headings = record.cells;
      }
      if (record.breaks > 0) {
        if (out == null) {
          out = new ByteArrayOutputStream(file.length + 64);
          out.write(file, 0, at);
        }
        writeJoined(file, at, record, out);
      } else if (out != null) {
        out.write(file, at, record.next - at);
      }
      at = record.next;
    }
    return out == null ? file : out.toByteArray();
  }

  /** Where a record ends, how many cells it has, how many line ends they contain. */
  private record Record(int end, int next, int cells, int breaks) {}

  private static Record recordAt(byte[] file, int from, boolean goesOn) {
    int cells = 1;
    int breaks = 0;
    boolean isQuoted = false;
    boolean isCellStart = true;
    int i = from;
    while (i < file.length) {
      byte b = file[i];
      if (isLineEnd(b) && (!isQuoted || !goesOn)) {
        break;
      }
      if (isLineEnd(b)) {
        if (++breaks > MOST_BREAKS) {
          return recordAt(file, from, false);
        }
        i = afterLineEnd(file, i);
        continue;
      }
      if (isQuoted) {
        if (b == '"' && i + 1 < file.length && file[i + 1] == '"') {
          i++;
        } else if (b == '"' && breaks > 0 && !endsACell(file, i + 1)) {
          return recordAt(file, from, false);
        } else if (b == '"') {
          isQuoted = false;
        }
      } else if (b == ',') {
        cells++;
        isCellStart = true;
        i++;
        continue;
      } else if (b == '"' && isCellStart) {
        isQuoted = true;
      }
      isCellStart = isCellStart && (b == ' ' || b == '\t' || isByteOrderMark(b));
      i++;
    }
    if (isQuoted && breaks > 0) {
      return recordAt(file, from, false);
    }
    return new Record(i, i < file.length ? afterLineEnd(file, i) : i, cells, breaks);
  }

  private static boolean endsACell(byte[] file, int at) {
    int i = at;
    while (i < file.length && (file[i] == ' ' || file[i] == '\t')) {
      i++;
    }
    return i == file.length || file[i] == ',' || isLineEnd(file[i]);
  }

  private static void writeJoined(byte[] file, int from, Record record, ByteArrayOutputStream out) {
    int i = from;
    while (i < record.end) {
      if (isLineEnd(file[i])) {
        out.write(SIGN);
        i = afterLineEnd(file, i);
      } else {
        out.write(file[i++]);
      }
    }
    byte[] empty = new byte[record.breaks + 1];
    Arrays.fill(empty, (byte) '\n');
    out.write(empty, 0, empty.length);
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  private static boolean isByteOrderMark(byte b) {
    return b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
  }

  private static int afterLineEnd(byte[] file, int at) {
    boolean isPair = file[at] == '\r' && at + 1 < file.length && file[at + 1] == '\n';
    return at + (isPair ? 2 : 1);
  }
}
