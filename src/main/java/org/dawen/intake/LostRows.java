package org.dawen.intake;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dawen.lake.Column;
import org.dawen.lake.Message;
import org.dawen.registry.RegistryFile;

/**
 * Rows of the registry that stood before and do not any more because a line of the file that holds
 * their key, or what a spreadsheet made of it, was refused.
 */
final class LostRows {
  private static final int MOST_NAMED = 20;
  private static final String LOST = "Lost from ";

  private LostRows() {}

  /**
   * The keys of the rows that were lost, in the order of the table.
   *
   * @param refused the lines of the file that were refused, as received
   */
  static List<String> of(
      RegistryFile file, List<Registered> before, List<Registered> after, List<String> refused) {
    RefusedLines lines = new RefusedLines(refused);
    Set<String> standing = after.stream().map(r -> nameOf(file, r)).collect(Collectors.toSet());
    return before.stream()
        .filter(r -> !standing.contains(nameOf(file, r)))
        .filter(r -> lines.mayHold(keyOf(file, r)))
        .map(r -> nameOf(file, r))
        .distinct()
        .toList();
  }

  private static List<String> keyOf(RegistryFile file, Registered row) {
    List<Column> key = file.identities().isEmpty() ? file.required() : file.identities().get(0);
    return key.stream()
        .filter(c -> !file.period().contains(c))
        .map(row::shown)
        .filter(Objects::nonNull)
        .toList();
  }

  private static String nameOf(RegistryFile file, Registered row) {
    String from = file.period().isEmpty() ? null : row.shown(file.period().get(0));
    String key = String.join(" ", keyOf(file, row));
    return from == null ? key : key.isEmpty() ? from : key + " from " + from;
  }

  /** The note of the ledger if it names lost rows; else empty. */
  static String noted(String note) {
    return note != null && note.startsWith(LOST) ? note : "";
  }

  /** What the closing lines say; empty if nothing was lost. */
  static String sentence(String fileId, List<String> lost) {
    if (lost.isEmpty()) {
      return "";
    }
    String more = lost.size() > MOST_NAMED ? ", … (%,d in all)".formatted(lost.size()) : "";
    String named =
        Codes.writtenOut(String.join(", ", lost.subList(0, Math.min(lost.size(), MOST_NAMED))));
    return Message.of("stored.lost-rows", fileId, named + more).toString();
  }
}
