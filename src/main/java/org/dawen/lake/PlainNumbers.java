package org.dawen.lake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.ValuesWriter;

/** The values of a page of numbers without a dictionary. Parquet's own writes each byte by byte. */
final class PlainNumbers extends ValuesWriter {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[1 << 10];
  private int at;

  private void room(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
  }

  @Override
  public void writeInteger(int value) {
    room(Integer.BYTES);
    INTS.set(bytes, at, value);
    at += Integer.BYTES;
  }

  @Override
  public void writeLong(long value) {
    room(Long.BYTES);
    LONGS.set(bytes, at, value);
    at += Long.BYTES;
  }

  @Override
  public long getBufferedSize() {
    return at;
  }

  @Override
  public BytesInput getBytes() {
    return BytesInput.from(bytes, 0, at);
  }

  @Override
  public Encoding getEncoding() {
    return Encoding.PLAIN;
  }

  @Override
  public void reset() {
    at = 0;
  }

  @Override
  public long getAllocatedSize() {
    return bytes.length;
  }

  @Override
  public String memUsageString(String prefix) {
    return "%s %,d of %,d bytes".formatted(prefix, at, bytes.length);
  }
}
