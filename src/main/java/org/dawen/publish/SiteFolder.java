package org.dawen.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

  private final Path folder;
  private final Set<Path> belonging = new TreeSet<>();
  private final TreeMap<String, TreeMap<String, TreeSet<String>>> kept = new TreeMap<>();
  private int written;
  private int unchanged;
  private long bytes;

  SiteFolder(Path folder) {
    this.folder = folder;
    Unfinished.prepare(folder);
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
    write(DATA + "/" + key + ".js", "dawen.put(%s,%s);\n".formatted(SiteJson.of(key), json));
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

  /** Removes data files that were not written this time. */
  SiteReport close() {
    int removed = 0;
    try (Stream<Path> found = Files.walk(folder.resolve(DATA))) {
      List<Path> stale =
          found
              .filter(f -> Files.isRegularFile(f, java.nio.file.LinkOption.NOFOLLOW_LINKS))
              .filter(f -> f.getFileName().toString().endsWith(".js"))
              .filter(f -> !belonging.contains(f))
              .toList();
      for (Path file : stale) {
        Files.delete(file);
        removed++;
      }
    } catch (IOException e) {
      throw cannot(e);
    } catch (UncheckedIOException e) {
      throw cannot(e.getCause());
    }
    return new SiteReport(folder.resolve("index.html"), written, unchanged, removed, bytes);
  }

  private Trouble cannot(IOException e) {
    return Trouble.usage(
        "The site %s cannot be written: %s.".formatted(folder, e.getMessage()),
        "See to space and rights there, or name another folder with --site DIR.",
        e);
  }
}
