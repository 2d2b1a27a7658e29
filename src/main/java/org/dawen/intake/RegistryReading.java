package org.dawen.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryFile;
import org.dawen.run.Settings;

/**
 * The registry files of a landing folder, read in this process as a night on an empty lake would
 * read them. Writes nothing.
 */
public final class RegistryReading {
  private static final String RUN = "registry check";

  private final Map<Table, List<Record>> rows = new HashMap<>();
  private final LandingLook look;

  private RegistryReading(LandingLook look) {
    this.look = look;
    RegistryFile.tables().forEach(table -> rows.put(table, new ArrayList<>()));
    FileLedgerTables.ALL.forEach(table -> rows.put(table, new ArrayList<>()));
  }

  /**
   * Reads them all.
   *
   * @param landingRoot a folder of which only {@code registry/} is read
   */
  public static RegistryReading of(String landingRoot, Configuration hadoop, Settings settings) {
    FeedReader feed = new RegistryFeed();
    LandingLook look =
        LandingLook.of(
            new LandingFolder(landingRoot, hadoop),
            Map.of(),
            Feeds.of(settings),
            Map.of(),
            ReadLimits.of(settings));
    RegistryReading reading = new RegistryReading(look);
    BigDecimal largestShare = settings.decimal(LandingIntake.LARGEST_REJECT_SHARE);
    FileReading.survey(
            look.pending().stream()
                .filter(file -> file.feed().equals(feed.feed()))
                .map(file -> new FileReading.Task(feed, file))
                .iterator())
        .forEachRemaining(found -> reading.take(feed, found, largestShare));
    return reading;
  }

  private void take(FeedReader feed, Object found, BigDecimal largestShare) {
    if (found instanceof Reject reject) {
      rows.get(FileLedgerTables.REJECT).add(reject);
    } else if (found instanceof FileAccount account) {
      FileLedger.Closing closing = FileLedger.Closing.of(account, largestShare, account.note());
      rows.get(FileLedgerTables.LANDING_FILE).add(FileLedger.row(closing, "", RUN));
      if (!account.isHeldBack(largestShare)) {
        Table table = RegistryFeed.describe(account.fileId()).table();
        Iterator<FileReading.SurveyedTask> task =
            List.of(new FileReading.SurveyedTask(feed, account)).iterator();
        FileReading.rows(table, task).forEachRemaining(rows.get(table)::add);
      }
    }
  }

  /** The tables that are read: those of the registry, the files and what was refused of them. */
  public List<Table> tables() {
    return List.copyOf(rows.keySet());
  }

  /** The rows of one of {@link #tables()}, in the order of the files. */
  public List<? extends Record> rows(Table table) {
    return rows.get(table);
  }

  /** As {@link #rows(Table)}, by the record that declares the table. */
  public <R extends Record> List<R> records(Class<R> type) {
    return rows(Table.of(type)).stream().map(type::cast).toList();
  }

  /** Of each table with several files, the sentence that refuses them. */
  public List<Message> doubled() {
    return look.doubled().entrySet().stream()
        .map(e -> RegistryFiles.refusal(e.getKey(), e.getValue()))
        .toList();
  }

  /** Files that no feed reads, as a sentence; empty if there are none. */
  public List<Message> notTaken() {
    return look.warnings();
  }
}
