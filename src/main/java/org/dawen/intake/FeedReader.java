package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dawen.lake.Message;
import org.dawen.lake.RecordBytes;
import org.dawen.lake.Table;
import org.dawen.run.Settings;

/** One kind of landing file: which names it takes and how its records are read. */
abstract class FeedReader implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String feed;
  private final List<Table> tables;
  private final boolean isDaily;
  private final List<String> standards;
  private final List<String> settings;

  /**
   * A feed.
   *
   * @param feed its name and that of its folder below the landing folder
   * @param tables the received tables its records go to
   * @param isDaily it brings something every day, and its first table shows it
   * @param standards tables of standards that decide which values are taken; when one changes, its
   *     files are read again
   * @param settings keys of those that decide how its records are read; the same holds for them
   */
  FeedReader(
      String feed,
      List<Table> tables,
      boolean isDaily,
      List<String> standards,
      List<String> settings) {
    this.feed = feed;
    this.tables = tables;
    this.isDaily = isDaily;
    this.standards = standards;
    this.settings = settings;
  }

  /** Name of the feed and of its folder below the landing folder. */
  final String feed() {
    return feed;
  }

  /** The received tables its records go to. */
  final List<Table> tables() {
    return tables;
  }

  /** Of a feed that brings something every day the table that shows it; null: it does not. */
  final Table dailyTable() {
    return isDaily ? tables.get(0) : null;
  }

  /** Tables of standards that decide which values are taken. */
  final List<String> standards() {
    return standards;
  }

  /** Keys of the settings that decide how its records are read. */
  final List<String> settings() {
    return settings;
  }

  /** True if a file at this path below the feed's folder belongs to the feed. */
  boolean takes(String pathInFeed) {
    // A spreadsheet that has a workbook open keeps its owner's name in a file beside it.
    boolean isOwnerFile = pathInFeed.substring(pathInFeed.lastIndexOf('/') + 1).startsWith("~$");
    return !isOwnerFile && (endsIn(pathInFeed, ".csv") || Workbook.isNamed(pathInFeed));
  }

  /** True if the charset of the text must be known before reading. */
  boolean isText() {
    return true;
  }

  /** The charset of a file, as its bytes tell it. */
  final Charset charsetOf(LandingFile file) throws IOException {
    if (!isText() || Workbook.isNamed(file.fileId())) {
      return StandardCharsets.UTF_8;
    }
    try (LandingContent content = LandingContent.open(file)) {
      return Lines.charsetOf(content.bytes());
    }
  }

  /**
   * True if a file is a whole table that replaces what the table held, in place of received values
   * beside those of other files.
   */
  boolean isReference() {
    return false;
  }

  /** The feed as it reads under these settings. */
  FeedReader with(Settings settings) {
    return this;
  }

  /** Starts reading. */
  abstract RecordCursor open(LandingFile file, Charset charset, InputStream bytes)
      throws IOException;

  /**
   * True if rows are handed on packed while the file is counted, because reading it again costs
   * more than holding them; then {@link #unpack} opens them again.
   */
  boolean isReadOnce() {
    return false;
  }

  /** The rows that were packed; records are numbered on from those before the slice. */
  Iterator<? extends Record> unpack(KeptRows rows, long recordsBefore) {
    Table table =
        tables.stream().filter(t -> t.name().equals(rows.table())).findFirst().orElseThrow();
    return new RecordBytes<>(table.type()).all(rows.bytes());
  }

  /** A file of at least two stretches of so many bytes is read in slices; never by default. */
  long sliceBytes(String fileId) {
    return Long.MAX_VALUE / 2;
  }

  /** Starts reading a slice. */
  RecordCursor openSlice(LandingFile file, InputStream bytes, FileSlice slice) throws IOException {
    throw new UnsupportedOperationException(feed() + " is read whole");
  }

  /**
   * One record again, for a person: what can be said about it, then its text. Of a text file the
   * headings and the line.
   *
   * @return empty if there is no such record
   */
  List<Message> show(Charset charset, InputStream bytes, long recordNo) throws IOException {
    Lines lines = new Lines(bytes, charset, ReadLimits.SHIPPED.longestLineBytes());
    String headings = "";
    while (lines.next()) {
      if (lines.lineNo() == 1) {
        headings = lines.text();
      }
      if (lines.lineNo() == recordNo) {
        return List.of(
            Message.of("explain.line", recordNo),
            Message.verbatim(SheetCell.plain(headings)),
            Message.verbatim(SheetCell.plain(lines.text())));
      }
    }
    return List.of();
  }

  /** Lines and texts of several records by their numbers; those that are not there are missing. */
  Map<Long, FoundRecord> find(Charset charset, InputStream bytes, Set<Long> recordNos)
      throws IOException {
    Lines lines = new Lines(bytes, charset, ReadLimits.SHIPPED.longestLineBytes());
    Map<Long, FoundRecord> found = new HashMap<>();
    while (lines.next()) {
      if (recordNos.contains(lines.lineNo())) {
        found.put(lines.lineNo(), new FoundRecord(lines.lineNo(), lines.text()));
      }
    }
    return found;
  }

  /** A record in its file. */
  record FoundRecord(long lineNo, String text) {}

  /** True if the name ends in one of these endings, with or without {@code .gz} behind it. */
  static boolean endsIn(String fileName, String... endings) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String bare = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    for (String ending : endings) {
      if (bare.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
