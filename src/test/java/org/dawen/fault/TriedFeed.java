package org.dawen.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at a folder of released feeds that something was done to. */
final class TriedFeed {
  private TriedFeed() {}

  /** Every file by its path, with its hash. */
  static Map<String, String> everything(Path feeds) throws IOException, NoSuchAlgorithmException {
    Map<String, String> hashes = new TreeMap<>();
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.walk(feeds)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(
            feeds.relativize(file).toString(),
            HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file))));
      }
    }
    return hashes;
  }

  /** The files a reader sees, who asks for no hidden names. */
  static Map<String, String> released(Path feeds) throws IOException, NoSuchAlgorithmException {
    Map<String, String> seen = everything(feeds);
    seen.keySet().removeIf(path -> path.startsWith(".") || path.contains("/."));
    return seen;
  }

  /** How far it was: files written aside, files released. */
  static String state(Path feeds) throws IOException, NoSuchAlgorithmException {
    int released = released(feeds).size();
    return "%d files aside, %d released".formatted(everything(feeds).size() - released, released);
  }
}
