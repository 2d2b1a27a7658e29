package org.dawen.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A short hash of what may change a job's rows although its input did not: the code of its room,
 * the standards it judges by, its effective settings.
 */
public final class Fingerprint {
  private static final Map<String, byte[]> ROOMS = new ConcurrentHashMap<>();

  private Fingerprint() {}

  /** Of a job: its rooms, standards and settings. */
  static String of(Job job, Settings settings) {
    JobSpec spec = job.spec();
    return of(
        job.pass().rooms(),
        spec.standards().stream().map(s -> "standards/" + s).toList(),
        settings.describe(spec.settings()));
  }

  /**
   * The first 16 hex digits of the SHA-256 over rooms (with the rooms inside them), resource files
   * and a text.
   */
  public static String of(Collection<String> rooms, Collection<String> resources, String text) {
    MessageDigest digest = sha256();
    rooms.forEach(r -> digest.update(ROOMS.computeIfAbsent(r, Fingerprint::hashRoom)));
    resources.forEach(r -> digest.update(bytesOf(r)));
    digest.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  private static byte[] hashRoom(String room) {
    String folder = room.replace('.', '/');
    try {
      URI code = Fingerprint.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path place = Path.of(code);
      if (Files.isDirectory(place)) {
        return hashClasses(place.resolve(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return hashClasses(jar.getPath(folder));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot read the code of " + room, e);
    }
  }

  private static byte[] hashClasses(Path folder) throws IOException {
    MessageDigest digest = sha256();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
          digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(file));
        }
      }
    }
    return digest.digest();
  }

  private static byte[] bytesOf(String resource) {
    try (InputStream in = Fingerprint.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no such resource: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
