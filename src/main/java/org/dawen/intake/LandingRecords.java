package org.dawen.intake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.dawen.intake.obd.ObdEvidence;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Settings;

/** Finds the record again from which a received value comes: the last link of an explanation. */
public final class LandingRecords implements Evidence.RawRecords, Evidence.RecordTexts {
  private static final int MOST_RECEIVED = 100;

  private final Lake lake;
  private final SqlEngine engine;
  private final String landingRoot;
  private final List<FeedReader> feeds;
  private final Map<String, String> hashes = new HashMap<>();
  private Map<String, LedgerEntry> ledger;

  public LandingRecords(Lake lake, SqlEngine engine, String landingRoot, Settings settings) {
    this.lake = lake;
    this.engine = engine;
    this.landingRoot = landingRoot;
    this.feeds = Feeds.of(settings);
  }

  @Override
  public List<Message> show(String fileId, long recordNo) {
    FeedReader feed = feed(fileId);
    return feed == null
        ? List.of(
            Message.of("explain.file-record", fileId, recordNo), Message.of("explain.no-feed"))
        : find(feed, fileId, recordNo).lines(landingRoot);
  }

  /** The record with the hashes of its file; null: no feed reads files of that folder. */
  public RawRecord find(String fileId, long recordNo) {
    FeedReader feed = feed(fileId);
    return feed == null ? null : find(feed, fileId, recordNo);
  }

  private FeedReader feed(String fileId) {
    String folder = fileId.substring(0, Math.max(0, fileId.indexOf('/')));
    return feeds.stream().filter(f -> f.feed().equals(folder)).findFirst().orElse(null);
  }

  private RawRecord find(FeedReader feed, String fileId, long recordNo) {
    LedgerEntry known = ledger().get(fileId);
    String sha256 = known == null ? null : known.sha256();
    String now = null;
    List<Message> text = List.of();
    Path path = new Path(landingRoot + "/" + fileId);
    try {
      FileSystem fs = path.getFileSystem(lake.hadoop());
      long length = fs.getFileStatus(path).getLen();
      LandingFile file = LandingFile.of(fileId, feed.feed(), path.toString(), length);
      Charset charset = feed.charsetOf(file);
      try (LandingContent content = LandingContent.open(file)) {
        text = feed.show(charset, content.bytes(), recordNo);
        now = content.sha256Hex();
      }
    } catch (FileNotFoundException e) {
      // what was received of it is shown
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
    boolean isAsTakenIn = now != null && now.equals(sha256);
    return new RawRecord(
        fileId,
        String.valueOf(recordNo),
        sha256,
        now,
        known == null ? null : known.earlierSha256(),
        text,
        isAsTakenIn || known == null ? List.of() : received(feed, fileId, recordNo));
  }

  @Override
  public Map<Long, Evidence.RecordText> find(String fileId, Set<Long> recordNos) {
    FeedReader feed = feed(fileId);
    if (feed == null) {
      return Map.of();
    }
    Path path = new Path(landingRoot + "/" + fileId);
    try {
      long length = path.getFileSystem(lake.hadoop()).getFileStatus(path).getLen();
      LandingFile file = LandingFile.of(fileId, feed.feed(), path.toString(), length);
      try (LandingContent content = LandingContent.open(file)) {
        Map<Long, FeedReader.FoundRecord> found =
            feed.find(feed.charsetOf(file), content.bytes(), recordNos);
        LedgerEntry known = ledger().get(fileId);
        boolean isAsTakenIn = known != null && content.sha256Hex().equals(known.sha256());
        Map<Long, Evidence.RecordText> texts = new TreeMap<>();
        found.forEach(
            (no, r) -> texts.put(no, new Evidence.RecordText(r.lineNo(), r.text(), isAsTakenIn)));
        return texts;
      }
    } catch (FileNotFoundException e) {
      return Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /**
   * Frames that were summed into a minute.
   *
   * @param isWithText whether the frames are wanted in hexadecimal digits
   */
  public RawRecord frames(String fileId, String byteRanges, boolean isWithText) {
    LedgerEntry known = ledger().get(fileId);
    List<Message> text = List.of();
    String now = null;
    try (ObdEvidence frames = new ObdEvidence(landingRoot)) {
      now = hashes.containsKey(fileId) ? hashes.get(fileId) : hash(fileId);
      hashes.put(fileId, now);
      text =
          isWithText
              ? frames.hex(fileId, byteRanges).stream().map(Message::verbatim).toList()
              : List.of();
    } catch (IOException e) {
      // gone, or shorter than it was
    }
    return new RawRecord(
        fileId,
        byteRanges,
        known == null ? null : known.sha256(),
        now,
        known == null ? null : known.earlierSha256(),
        text,
        List.of());
  }

  private String hash(String fileId) throws IOException {
    Path path = new Path(landingRoot + "/" + fileId);
    long length = path.getFileSystem(lake.hadoop()).getFileStatus(path).getLen();
    String folder = fileId.substring(0, Math.max(0, fileId.indexOf('/')));
    try (LandingContent content =
        LandingContent.open(LandingFile.of(fileId, folder, path.toString(), length))) {
      return content.sha256Hex();
    }
  }

  /** What the tables hold of the record, a line a row. */
  private List<Message> received(FeedReader feed, String fileId, long recordNo) {
    List<Message> lines = new ArrayList<>();
    for (Table table : feed.isReference() ? tableOf(fileId) : feed.tables()) {
      if (!table.has("record_no") || !lake.exists(table)) {
        continue;
      }
      String condition =
          "file_id = %s AND record_no = %d".formatted(SqlLiteral.of(fileId), recordNo);
      for (TableRow row : engine.rows(table, condition, MOST_RECEIVED)) {
        lines.add(Message.verbatim(table.name()));
        Evidence.columns(Message.sequence(), table, row)
            .lines()
            .forEach(l -> lines.add(Message.of("explain.indented", l)));
      }
    }
    return lines;
  }

  private static List<Table> tableOf(String fileId) {
    return RegistryFeed.isOne(fileId) ? List.of(RegistryFeed.describe(fileId).table()) : List.of();
  }

  private Map<String, LedgerEntry> ledger() {
    if (ledger == null) {
      ledger = new HashMap<>();
      lake.records(LedgerEntry.class).stream()
          .filter(f -> f.sha256() != null)
          .forEach(f -> ledger.put(f.fileId(), f));
    }
    return ledger;
  }
}
