package org.dawen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.lake.Lake;
import org.dawen.lake.TableRow;
import org.dawen.registry.RegistryFile;

/** Registry files with refused lines, and the rows of a lake that are or would be lost by them. */
public final class LosingFiles {
  private static final String OF_THE_REGISTRY = "feed = 'registry'";

  private LosingFiles() {}

  /**
   * What the night says or will say of each file; empty if nothing is lost.
   *
   * @param standing the lake as the last night left it
   * @param checked another lake, into which the files were taken as they are now
   */
  public static List<String> sentences(Lake standing, Lake checked) {
    if (!standing.exists(LedgerTables.LANDING_FILE)) {
      return List.of();
    }
    Map<String, TableRow> taken =
        Lake.all(standing.read(LedgerTables.LANDING_FILE).where(OF_THE_REGISTRY)).stream()
            .collect(Collectors.toMap(f -> f.text(LedgerTables.FILE_ID), Function.identity()));
    List<String> sentences = new ArrayList<>();
    for (TableRow file :
        Lake.all(
            checked
                .read(LedgerTables.LANDING_FILE)
                .where(OF_THE_REGISTRY + " AND status = 'accepted' AND reject_count > 0")
                .orderBy("file_id"))) {
      TableRow then = taken.get(file.text(LedgerTables.FILE_ID));
      boolean isTaken =
          then != null && file.text(LedgerTables.SHA256).equals(then.text(LedgerTables.SHA256));
      String sentence =
          isTaken
              ? LostRows.noted(then.text(LedgerTables.NOTE))
              : sentence(standing, checked, file.text(LedgerTables.FILE_ID));
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  private static String sentence(Lake standing, Lake checked, String fileId) {
    RegistryFile described = RegistryFeed.describe(fileId);
    if (!standing.exists(described.table())) {
      return "";
    }
    List<String> refused =
        Lake.all(
                checked
                    .read(LedgerTables.REJECT)
                    .where(Ledger.pathConditions(List.of(fileId)).get(0)))
            .stream()
            .map(r -> r.text(LedgerTables.CONTENT))
            .toList();
    List<TableRow> after =
        checked.exists(described.table()) ? Lake.all(checked.read(described.table())) : List.of();
    return LostRows.sentence(
        fileId, LostRows.of(described, Lake.all(standing.read(described.table())), after, refused));
  }
}
