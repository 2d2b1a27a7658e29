package org.dawen.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.hadoop.fs.Path;

/**
 * The first bytes of a landing file, hashed while they are read and unpacked if they are gzip.
 * Compressed data that break off are read as far as they go.
 */
final class LandingContent implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final DigestInputStream raw;
  private final boolean isGzip;
  private final boolean isNamedGzip;
  private final InputStream unpacked;
  private final LandingFile file;
  private Workbook workbook;
  private boolean isBroken;
  private long unpackedBytes;
  private boolean isTooMuch;

  private LandingContent(
      LandingFile file, DigestInputStream raw, boolean isGzip, boolean isNamedGzip)
      throws IOException {
    this.file = file;
    this.raw = raw;
    this.isGzip = isGzip;
    this.isNamedGzip = isNamedGzip;
    this.unpacked = isGzip ? new Tolerant(raw) : raw;
  }

  static LandingContent open(LandingFile file) throws IOException {
    Path path = new Path(file.uri());
    // It ends after the listed bytes, however long the file has become.
    InputStream bytes =
        BoundedInputStream.builder()
            .setInputStream(LandingBytes.open(path))
            .setMaxCount(file.lengthBytes())
            .get();
    BufferedInputStream first = new BufferedInputStream(bytes, BUFFER_BYTES);
    first.mark(2);
    boolean isGzip = first.read() == 0x1F && first.read() == 0x8B;
    first.reset();
    return new LandingContent(
        file,
        new DigestInputStream(first, sha256()),
        isGzip,
        file.fileId().toLowerCase(java.util.Locale.ROOT).endsWith(".gz"));
  }

  /** The bytes of the records; of a workbook its first sheet as a CSV. */
  InputStream bytes() throws IOException {
    return Workbook.isNamed(file.fileId())
        ? new ByteArrayInputStream(workbook().lines())
        : unpacked;
  }

  /** The workbook that the file is; of other files an empty one. */
  Workbook workbook() throws IOException {
    if (workbook == null) {
      workbook =
          Workbook.isNamed(file.fileId()) ? Workbook.read(unpacked, file.limits()) : Workbook.EMPTY;
    }
    return workbook;
  }

  /** Named .gz, not empty, and yet no gzip. */
  boolean isFalselyNamed() {
    return isNamedGzip && !isGzip;
  }

  /** Compressed data broke off; known once the bytes have been read. */
  boolean isBroken() {
    return isBroken;
  }

  /** It gave more than its limits allow and ended there; known once the bytes have been read. */
  boolean isTooMuch() {
    return isTooMuch;
  }

  /** So many bytes it gave before it was stopped. */
  long mostBytes() {
    return unpackedBytes;
  }

  /** Reads what is left and gives the SHA-256 of the raw bytes. */
  String sha256Hex() throws IOException {
    byte[] rest = new byte[BUFFER_BYTES];
    while (raw.read(rest) >= 0) {
      // only to feed the digest
    }
    return HexFormat.of().formatHex(raw.getMessageDigest().digest());
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends where the compressed data break instead of failing. */
  private final class Tolerant extends InputStream {
    private final InputStream source;
    private GZIPInputStream gzip;

    Tolerant(InputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int n = read(one, 0, 1);
      return n < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (isBroken || isTooMuch) {
        return -1;
      }
      try {
        if (gzip == null) {
          gzip = new GZIPInputStream(source, BUFFER_BYTES);
        }
        int n = gzip.read(into, offset, length);
        unpackedBytes += Math.max(n, 0);
        if (file.limits().isTooMuch(unpackedBytes, file.lengthBytes())) {
          isTooMuch = true;
          return -1;
        }
        return n;
      } catch (EOFException | ZipException e) {
        isBroken = true;
        return -1;
      }
    }
  }
}
