package org.dawen.lake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.parquet.io.api.Binary;

/** Records of one class as bytes, for the way from the task that reads to the one that computes. */
public final class RecordBytes<R extends Record> {
  private final RecordForm<R> form;
  private final boolean[] isNumber;
  private final Cells cells;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final DataOutputStream out = new DataOutputStream(bytes);

  public RecordBytes(Class<R> type) {
    form = RecordForm.of(type);
    List<Column> columns = form.columns();
    isNumber = new boolean[columns.size()];
    for (int i = 0; i < isNumber.length; i++) {
      isNumber[i] = Cells.isNumber(columns.get(i).type());
    }
    cells = new Cells(isNumber.length);
  }

  /**
   * A number of up to 127 that says whose record it is, then the cells one after another, each
   * behind its length in bytes; a missing one has length −1.
   */
  public byte[] write(int place, R row) {
    form.give(row, cells);
    bytes.reset();
    try {
      out.writeByte(place);
      for (int i = 0; i < isNumber.length; i++) {
        if (cells.isMissing(i)) {
          out.writeShort(-1);
        } else if (isNumber[i]) {
          out.writeShort(Long.BYTES);
          out.writeLong(cells.number(i));
        } else {
          byte[] text = cells.bytes(i).getBytesUnsafe();
          // A longer text is told by a length of its own.
          out.writeShort(Math.min(text.length, Short.MAX_VALUE));
          if (text.length >= Short.MAX_VALUE) {
            out.writeInt(text.length);
          }
          out.write(text);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into memory", e);
    }
    return bytes.toByteArray();
  }

  /** The number {@link #write} was given. */
  public static int place(byte[] written) {
    return written[0];
  }

  /** The record {@link #write} was given. */
  public R read(byte[] written) {
    ByteBuffer in = ByteBuffer.wrap(written, 1, written.length - 1);
    cells.clear();
    for (int i = 0; i < isNumber.length; i++) {
      int length = in.getShort();
      if (length >= 0 && isNumber[i]) {
        cells.number(i, in.getLong());
      } else if (length >= 0) {
        byte[] text = new byte[length == Short.MAX_VALUE ? in.getInt() : length];
        in.get(text);
        cells.bytes(i, Binary.fromConstantByteArray(text));
      }
    }
    return form.take(cells);
  }
}
