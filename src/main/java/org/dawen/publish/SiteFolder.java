package org.dawen.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dawen.lake.Trouble;

/**
 * The folder of a site while it is written: files that are as they were stay untouched, each of the
 * others is replaced whole, and data files that no longer belong to it are removed at the end.
 */
final class SiteFolder {
  private static final String DATA = "data";
  private static final String INDEX = "index.html";
  private static final String CALL = "dawen.put(";

  private final Path folder;
  private final Set<Path> belonging = new TreeSet<>();
  private final TreeMap<String, TreeMap<String, TreeSet<String>>> kept = new TreeMap<>();
  private int written;
  private int unchanged;
  private long bytes;

  SiteFolder(Path folder) {
    this.folder = folder;
    requireNoOther();
    Unfinished.prepare(folder);
    try {
      for (Path inner : folders()) {
        Unfinished.removeLeft(inner);
      }
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /** Pages of somebody else are not written over. */
  private void requireNoOther() {
    Path index = folder.resolve(INDEX);
    try {
      if (Files.exists(index) && !Files.readString(index, ISO_8859_1).contains("app/store.js")) {
        throw Trouble.usage("site.of-others", folder);
      }
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /** Those with data, the inner ones first. */
  private List<Path> folders() throws IOException {
    Path data = folder.resolve(DATA);
    if (!Files.isDirectory(data)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(data)) {
      return found
          .filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /** A file of data: {@code data/<kind>/<entity>/<period>.js}, without an entity a level less. */
  void data(String kind, String entity, String period, String json) {
    String place = kind + (entity == null ? "" : "/" + fileName(entity)) + "/" + period;
    kept.computeIfAbsent(kind, k -> new TreeMap<>())
        .computeIfAbsent(entity == null ? "" : entity, e -> new TreeSet<>())
        .add(period);
    script(place, json);
  }

  /** A file that gives the pages what belongs to a key. */
  void script(String key, String json) {
    write(DATA + "/" + key + ".js", CALL + SiteJson.of(key) + "," + json + ");\n");
  }

  /** Which files of data there are: by kind, by entity, their periods. */
  TreeMap<String, TreeMap<String, TreeSet<String>>> files() {
    return kept;
  }

  /** What an entity is called in a path: anything but letters, digits, - and _ by its code. */
  static String fileName(String entity) {
    StringBuilder name = new StringBuilder();
    for (byte b : entity.getBytes(StandardCharsets.UTF_8)) {
      boolean isPlain =
          b == '-'
              || b == '_'
              || b >= '0' && b <= '9'
              || b >= 'A' && b <= 'Z'
              || b >= 'a' && b <= 'z';
      name.append(isPlain ? String.valueOf((char) b) : "~%02x".formatted(b));
    }
    return name.toString();
  }

  void write(String place, String content) {
    write(place, content.getBytes(StandardCharsets.UTF_8));
  }

  void write(String place, byte[] content) {
    Path file = folder.resolve(place);
    belonging.add(file);
    bytes += content.length;
    try {
      if (Files.isRegularFile(file)
          && Files.size(file) == content.length
          && Arrays.equals(Files.readAllBytes(file), content)) {
        unchanged++;
        return;
      }
    } catch (IOException e) {
      throw cannot(e);
    }
    WholeFile.write(file, content);
    written++;
  }

  /** Removes data files that were not written this time, and folders that they leave empty. */
  SiteReport close() {
    int removed = 0;
    try {
      for (Path inner : folders()) {
        List<Path> held;
        try (Stream<Path> found = Files.list(inner)) {
          held = found.toList();
        }
        int left = held.size();
        for (Path file : held) {
          if (!belonging.contains(file) && isOurs(file)) {
            Files.delete(file);
            removed++;
            left--;
          }
        }
        if (left == 0) {
          Files.delete(inner);
        }
      }
    } catch (IOException e) {
      throw cannot(e);
    }
    return new SiteReport(folder.resolve(INDEX), written, unchanged, removed, bytes);
  }

  private static boolean isOurs(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || !file.getFileName().toString().endsWith(".js")) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(CALL.length()), ISO_8859_1).equals(CALL);
    }
  }

  private Trouble cannot(IOException e) {
    return Trouble.usage(e, "site.not-written", folder, e.getMessage());
  }
}
