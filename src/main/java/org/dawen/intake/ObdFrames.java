package org.dawen.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.dawen.codec.gb17691.BinaryFrames;
import org.dawen.codec.gb17691.FrameSource;
import org.dawen.codec.gb17691.HexFrames;

/** How the frames of a landing file are written. */
public final class ObdFrames {
  private ObdFrames() {}

  /** By the ending of the name; where that says nothing, by the first byte. */
  public static FrameSource of(String fileId, InputStream bytes) throws IOException {
    String name = fileId.toLowerCase(Locale.ROOT);
    if (name.endsWith(".hex") || name.endsWith(".hex.gz")) {
      return new HexFrames(bytes);
    }
    if (name.endsWith(".bin") || name.endsWith(".bin.gz")) {
      return new BinaryFrames(bytes);
    }
    BufferedInputStream first = new BufferedInputStream(bytes, 1 << 16);
    first.mark(1);
    int b = first.read();
    first.reset();
    return b == '#' ? new BinaryFrames(first) : new HexFrames(first);
  }
}
