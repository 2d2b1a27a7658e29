package org.dawen.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.lake.Lake;
import org.dawen.registry.RegistryFile;

/** Registry files with refused lines, and the rows of a lake that are or would be lost by them. */
public final class LosingFiles {
  private LosingFiles() {}

  /**
   * What the night says or will say of each file; empty if nothing is lost.
   *
   * @param standing the lake as the last night left it
   * @param checked the files as they are now
   */
  public static List<String> sentences(Lake standing, RegistryReading checked) {
    if (!standing.exists(FileLedgerTables.LANDING_FILE)) {
      return List.of();
    }
    Map<String, LedgerEntry> taken =
        standing.records(LedgerEntry.class).stream()
            .collect(Collectors.toMap(LedgerEntry::fileId, Function.identity()));
    List<LedgerEntry> losing =
        checked.records(LedgerEntry.class).stream()
            .filter(f -> f.status() == LedgerEntry.Status.ACCEPTED && f.rejectCount() > 0)
            .sorted(Comparator.comparing(LedgerEntry::fileId, Provenance::compareTexts))
            .toList();
    List<String> sentences = new ArrayList<>();
    for (LedgerEntry file : losing) {
      LedgerEntry then = taken.get(file.fileId());
      String sentence =
          then != null && file.sha256().equals(then.sha256())
              ? LostRows.noted(then.note())
              : sentence(standing, checked, file.fileId());
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  private static String sentence(Lake standing, RegistryReading checked, String fileId) {
    RegistryFile described = RegistryFeed.describe(fileId);
    if (!standing.exists(described.table())) {
      return "";
    }
    List<String> refused =
        checked.records(Reject.class).stream()
            .filter(r -> r.fileId().equals(fileId))
            .map(Reject::content)
            .toList();
    return LostRows.sentence(
        fileId,
        LostRows.of(
            described,
            registered(described, standing.records(described.type())),
            registered(described, checked.rows(described.table())),
            refused));
  }

  private static List<Registered> registered(RegistryFile described, List<? extends Record> rows) {
    return rows.stream().map(r -> Registered.of(described, r)).toList();
  }
}
