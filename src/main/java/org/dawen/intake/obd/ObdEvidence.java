package org.dawen.intake.obd;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.dawen.codec.gb17691.DataUnit;
import org.dawen.codec.gb17691.FrameSource;
import org.dawen.codec.gb17691.MinuteSamples;
import org.dawen.codec.gb17691.Vin;
import org.dawen.intake.LandingBytes;

/**
 * Decodes the frames of a minute again, from their places in the landing files. A few files are
 * held open; a compressed one is unpacked once into a scratch file.
 */
public final class ObdEvidence implements AutoCloseable {
  private static final int MOST_OPEN = 48;

  private final String landingRoot;
  private final DataUnit unit = new DataUnit();
  private final Map<String, Opened> open = new LinkedHashMap<>(16, 0.75f, true);

  public ObdEvidence(String landingRoot) {
    this.landingRoot = landingRoot;
  }

  /** A landing file being read. */
  private static final class Opened implements AutoCloseable {
    private final FSDataInputStream raw;
    private final RandomAccessFile copy;

    Opened(Path path) throws IOException {
      this.raw = LandingBytes.open(path);
      boolean isGzip = raw.read() == 0x1F && raw.read() == 0x8B;
      raw.seek(0);
      this.copy = isGzip ? unpacked(raw) : null;
    }

    byte[] read(long position, int length) throws IOException {
      byte[] bytes = new byte[length];
      if (copy == null) {
        raw.readFully(position, bytes, 0, length);
      } else {
        copy.seek(position);
        copy.readFully(bytes);
      }
      return bytes;
    }

    private static RandomAccessFile unpacked(InputStream raw) throws IOException {
      java.nio.file.Path scratch =
          Files.createTempFile(
              java.nio.file.Path.of(System.getProperty("java.io.tmpdir")), "dawen-obd-", ".bin");
      try {
        try (OutputStream out = Files.newOutputStream(scratch)) {
          copyAsFarAsItGoes(new GZIPInputStream(raw, 1 << 16), out);
        }
        return new RandomAccessFile(scratch.toFile(), "r");
      } finally {
        // It stays readable as long as it is open, and is gone when the process dies.
        Files.delete(scratch);
      }
    }

    /** Of a file that is cut off the frames before the cut were taken in. */
    private static void copyAsFarAsItGoes(InputStream in, OutputStream out) throws IOException {
      try {
        in.transferTo(out);
      } catch (EOFException | ZipException e) {
        // What was unpacked until here has been written.
      }
    }

    @Override
    public void close() throws IOException {
      raw.close();
      if (copy != null) {
        copy.close();
      }
    }
  }

  /**
   * Adds the samples of one vehicle's minute found in byte ranges of a file.
   *
   * @param byteRanges {@code position+length;…}, as {@link
   *     org.dawen.intake.ObdHour.Packed#byteRanges} gives them
   * @throws IOException if the file cannot be read there
   */
  public void read(String fileId, String byteRanges, String vin, MinuteSamples into)
      throws IOException {
    for (String range : byteRanges.split(";")) {
      FrameSource frames = FrameSource.of(fileId, new ByteArrayInputStream(bytes(fileId, range)));
      while (frames.next()) {
        if (frames.fault() == null && Vin.text(frames.bytes(), frames.offset() + 3).equals(vin)) {
          take(frames, into);
        }
      }
    }
  }

  /** The frames in byte ranges of a file, in hexadecimal digits, a range a line. */
  public List<String> hex(String fileId, String byteRanges) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String range : byteRanges.split(";")) {
      lines.add(HexFormat.of().formatHex(bytes(fileId, range)));
    }
    return lines;
  }

  private byte[] bytes(String fileId, String range) throws IOException {
    int plus = range.indexOf('+');
    return opened(fileId)
        .read(
            Long.parseLong(range.substring(0, plus)), Integer.parseInt(range.substring(plus + 1)));
  }

  private void take(FrameSource frames, MinuteSamples into) {
    byte[] b = frames.bytes();
    int command = frames.command();
    if (unit.read(b, frames.offset(), frames.length()) != null) {
      return;
    }
    long second = unit.time() - into.start();
    if (command == DataUnit.LOGIN && second >= 0 && second < 60) {
      into.login((int) second);
    } else if (command == DataUnit.LOGOUT && second >= 0 && second < 60) {
      into.logout((int) second);
    }
    for (int i = 0; i < unit.blocks(); i++) {
      second = unit.time(i) - into.start();
      if (unit.type(i) == DataUnit.STREAM && second >= 0 && second < 60) {
        into.add((int) second, b, unit.body(i), command == DataUnit.RESEND, frames.receivedAt());
      }
    }
  }

  private Opened opened(String fileId) throws IOException {
    Opened known = open.get(fileId);
    if (known != null) {
      return known;
    }
    if (open.size() >= MOST_OPEN) {
      Iterator<Opened> eldest = open.values().iterator();
      eldest.next().close();
      eldest.remove();
    }
    Opened fresh = new Opened(new Path(landingRoot + "/" + fileId));
    open.put(fileId, fresh);
    return fresh;
  }

  @Override
  public void close() {
    try {
      for (Opened o : open.values()) {
        o.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a landing file", e);
    }
    open.clear();
  }
}
