package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * The bytes of a landing file from the beginning of a slice on; goes on behind it as far as the
 * listed length, because the last record may end there. Checked are the bytes of the slice.
 */
final class SliceContent extends InputStream {
  private static final int BUFFER_BYTES = 1 << 20;

  private final FSDataInputStream in;
  private final CRC32C check = new CRC32C();
  private long leftOfSlice;
  private long leftOfFile;

  SliceContent(LandingFile file, FileSlice slice) throws IOException {
    this.in = open(file);
    in.seek(slice.from());
    leftOfSlice = slice.to() - slice.from();
    leftOfFile = file.lengthBytes() - slice.from();
  }

  private static FSDataInputStream open(LandingFile file) throws IOException {
    return LandingBytes.open(new Path(file.uri()));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (leftOfFile <= 0) {
      return -1;
    }
    int n = in.read(into, offset, (int) Math.min(length, leftOfFile));
    if (n > 0) {
      int checked = (int) Math.min(n, leftOfSlice);
      check.update(into, offset, checked);
      leftOfSlice -= checked;
      leftOfFile -= n;
    }
    return n;
  }

  /** CRC-32C of the bytes of the slice, which are read to their end. */
  long check() throws IOException {
    byte[] rest = new byte[1 << 16];
    while (leftOfSlice > 0 && read(rest, 0, (int) Math.min(rest.length, leftOfSlice)) >= 0) {
      // only to feed the check
    }
    return check.getValue();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** SHA-256 of a file, and the CRC-32C of each of its slices. */
  static FileSlice.Hashes hash(LandingFile file, FileSlice whole) throws IOException {
    long[] checks =
        FileSlice.of(file.lengthBytes(), whole.size()).stream()
            .filter(s -> !s.isHash())
            .mapToLong(FileSlice::no)
            .toArray();
    MessageDigest digest = LandingContent.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (FSDataInputStream in = open(file)) {
      long at = 0;
      for (FileSlice s : FileSlice.of(file.lengthBytes(), whole.size())) {
        if (s.isHash()) {
          continue;
        }
        CRC32C check = new CRC32C();
        while (at < s.to()) {
          int n = in.read(buffer, 0, (int) Math.min(buffer.length, s.to() - at));
          if (n < 0) {
            Arrays.fill(checks, -1);
            return new FileSlice.Hashes(file.fileId(), "", checks);
          }
          digest.update(buffer, 0, n);
          check.update(buffer, 0, n);
          at += n;
        }
        checks[s.no()] = check.getValue();
      }
    }
    return new FileSlice.Hashes(file.fileId(), HexFormat.of().formatHex(digest.digest()), checks);
  }
}
