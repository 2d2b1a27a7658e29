package org.dawen.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryFile;

/** Which files fill the tables of the registry: one each, or the table stays as it is. */
final class RegistryFiles {
  private static final String FOLDER = "registry/";

  private RegistryFiles() {}

  private static boolean isOne(String fileId) {
    String name = fileId.startsWith(FOLDER) ? fileId.substring(FOLDER.length()) : "";
    return RegistryFile.named(RegistryFeed.bareName(name)).isPresent();
  }

  private static Table tableOf(String fileId) {
    return RegistryFeed.describe(fileId).table();
  }

  /** Files of which several would fill one table, such as a .csv and its .csv.gz. */
  static Map<String, List<String>> doubled(Collection<String> fileIds) {
    Map<String, List<String>> byTable =
        fileIds.stream()
            .filter(RegistryFiles::isOne)
            .sorted()
            .collect(
                Collectors.groupingBy(f -> tableOf(f).name(), TreeMap::new, Collectors.toList()));
    byTable.values().removeIf(files -> files.size() < 2);
    return byTable;
  }

  static Message refusal(String table, List<String> files) {
    return Message.of("intake.doubled", table, files);
  }

  /**
   * Files that lie there as the ledger knows them, but whose table another path has filled since:
   * they are read again, whatever their stamp says.
   */
  static Set<String> supplanted(Collection<FileLedger.Entry> known, Collection<String> standing) {
    Map<String, Instant> newest =
        known.stream()
            .filter(e -> isOne(e.fileId()) && e.is(LedgerEntry.Status.ACCEPTED))
            .collect(
                Collectors.toMap(
                    e -> tableOf(e.fileId()).name(),
                    FileLedger.Entry::writtenAt,
                    (a, b) -> a.isAfter(b) ? a : b));
    return known.stream()
        .filter(e -> isOne(e.fileId()) && standing.contains(e.fileId()))
        .filter(
            e ->
                e.writtenAt()
                    .isBefore(newest.getOrDefault(tableOf(e.fileId()).name(), Instant.MIN)))
        .map(FileLedger.Entry::fileId)
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.toSet());
  }
}
