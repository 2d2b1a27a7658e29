package org.dawen.fault;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dawen.cli.Catalogue;
import org.dawen.cli.Hashes;
import org.dawen.intake.LandingIntake;
import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.lake.SharedSession;

/** Looks at a lake that something was done to, and does things to lakes. */
final class TriedLake {
  private static final Pattern TIMES =
      Pattern.compile("\"(timestamp|modificationTime|createdTime|inCommitTimestamp)\":(\\d{13})");

  private TriedLake() {}

  static Map<String, String> hashes(Path lake) {
    return Hashes.of(new Lake(SharedSession.spark(), lake.toString()));
  }

  /** What is wrong with a lake, held against the undisturbed one; empty: nothing. */
  static List<String> wrongs(Path lake, Map<String, String> undisturbed) {
    List<String> wrongs = new ArrayList<>();
    Map<String, String> found = hashes(lake);
    new TreeMap<>(undisturbed)
        .forEach(
            (table, hash) -> {
              if (!hash.equals(found.get(table))) {
                wrongs.add("%s is %s instead of %s".formatted(table, found.get(table), hash));
              }
            });
    Lake read = new Lake(SharedSession.spark(), lake.toString());
    Query query = new Query(read, Catalogue.tables());
    expect(
        wrongs,
        query,
        "files whose records do not add up",
        "SELECT count(*) FROM ops.landing_file WHERE record_count <> accepted_count +"
            + " duplicate_count + other_command_count + reject_count OR value_count <>"
            + " received_value_count + rejected_value_count");
    expect(
        wrongs,
        query,
        "paths with more than one row in the ledger",
        "SELECT count(*) - count(DISTINCT file_id) FROM ops.landing_file");
    expect(
        wrongs,
        query,
        "rejected records that the ledger does not count, or that are not kept",
        "SELECT (SELECT coalesce(sum(reject_count), 0) FROM ops.landing_file) - (SELECT count(*)"
            + " FROM ops.reject WHERE level <> 'value')");
    List<String> open = LandingIntake.leftOpen(read);
    if (!open.isEmpty()) {
      wrongs.add("%d files were left open".formatted(open.size()));
    }
    return wrongs;
  }

  private static void expect(List<String> wrongs, Query query, String what, String sql) {
    String count = String.valueOf(query.ask(sql).rows().next()[0]);
    if (!count.equals("0")) {
      wrongs.add(count + " " + what);
    }
  }

  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else {
          Files.copy(
              file,
              target,
              StandardCopyOption.COPY_ATTRIBUTES,
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return to;
  }

  /**
   * What a clock that was set back leaves behind: every time in the lake and in the landing folder,
   * of files and in the Delta logs, lies so many days ahead of the clock.
   */
  static void moveTimesAhead(int days, Path... folders) throws IOException {
    long millis = days * 86_400_000L;
    for (Path folder : folders) {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            /** Check files of commits that were rewritten; the walk may still come by them. */
            private final List<Path> untrue = new ArrayList<>();

            @Override
            public FileVisitResult postVisitDirectory(Path d, IOException e) throws IOException {
              for (Path check : untrue) {
                Files.deleteIfExists(check);
              }
              untrue.clear();
              return super.postVisitDirectory(d, e);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
              // The check file of a commit repeats what the commit says of the table.
              boolean isOfLog =
                  file.getParent().endsWith("_delta_log")
                      && file.getFileName().toString().matches("\\d{20}\\.(json|crc)");
              if (isOfLog) {
                String text = Files.readString(file);
                Files.writeString(
                    file,
                    TIMES
                        .matcher(text)
                        .replaceAll(
                            m ->
                                "\"%s\":%d"
                                    .formatted(m.group(1), Long.parseLong(m.group(2)) + millis)));
                untrue.add(file.resolveSibling("." + file.getFileName() + ".crc"));
              }
              Files.setLastModifiedTime(
                  file, FileTime.fromMillis(a.lastModifiedTime().toMillis() + millis));
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }

  /** The newest commit of a table's log. */
  static Path newestCommit(Path lake, String table) throws IOException {
    Path log = lake.resolve(table.replace('.', '/')).resolve("_delta_log");
    try (Stream<Path> files = Files.list(log)) {
      return files
          .filter(f -> f.getFileName().toString().matches("\\d{20}\\.json"))
          .max(Path::compareTo)
          .orElseThrow();
    }
  }

  /** Leaves out the check file of the local disk: other disks have none. */
  static void withoutCheck(Path file) throws IOException {
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
  }

  /** Mounts, or says that this machine does not let it. */
  static boolean mount(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(words));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  static void unmount(Path folder) throws IOException, InterruptedException {
    new ProcessBuilder("umount", folder.toString()).start().waitFor();
  }
}
