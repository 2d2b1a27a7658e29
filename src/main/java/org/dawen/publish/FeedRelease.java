package org.dawen.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;

/**
 * Releases the feed of a month as {@code <feeds>/<month>/r<N>}: checked first, written aside and
 * renamed, never over another. The same tables give the same bytes; other content is the next
 * revision and tells what it changes.
 */
public final class FeedRelease {
  /**
   * What became of it.
   *
   * @param isNew false: the stored revision has the same content, nothing was written
   * @param changeCount numbers and rows that differ from the revision before
   */
  public record Outcome(
      Path folder, int revision, boolean isNew, boolean isPreliminary, int changeCount) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> IN_WORDS =
      List.of(
          "area_kind",
          "period_kind",
          "dust",
          "area_level",
          "plant_group",
          "pollutant_code",
          "limit_level",
          "value_basis",
          "worst_class",
          "way");

  private final Results results;
  private final Path feeds;
  private final WholeFolder.Disk disk;

  public FeedRelease(Lake lake, List<Table> tables, Path feeds) {
    this(lake, tables, feeds, WholeFolder.DISK);
  }

  FeedRelease(Lake lake, List<Table> tables, Path feeds, WholeFolder.Disk disk) {
    this.results = new Results(lake, tables);
    this.feeds = feeds;
    this.disk = disk;
  }

  /**
   * Releases a month.
   *
   * @param today a month that has not ended by then is preliminary
   * @throws Trouble exit code 3: the lake has nothing of the month; 4: a check failed, and the feed
   *     is withheld with the reasons
   */
  public Outcome release(YearMonth month, LocalDate today) {
    boolean isOpen = !today.isAfter(month.atEndOfMonth());
    Feed feed = new Feed(results, month);
    if (feed.isEmpty()) {
      throw Trouble.notReady("feed.nothing", month);
    }
    List<String> failures = FeedChecks.failures(feed, isOpen);
    if (!failures.isEmpty()) {
      throw Trouble.refused(
          "feed.withheld",
          month,
          failures.size(),
          failures.stream().limit(20).map(Message::recognised).toList());
    }
    return release(feed, isOpen);
  }

  private Outcome release(Feed feed, boolean isOpen) {
    Path folder = feeds.resolve(feed.month().toString());
    Unfinished.prepare(feeds);
    int stored = newestRevision(folder);
    Map<String, byte[]> data = new TreeMap<>();
    for (Sheet sheet : feed.sheets()) {
      data.put(sheet.name() + ".csv", FeedText.csv(sheet));
      data.put(sheet.name() + ".json", FeedText.json(sheet));
    }
    String content = contentHash(feed, isOpen, data);
    if (stored > 0 && content.equals(storedContent(folder.resolve("r" + stored)))) {
      return new Outcome(folder.resolve("r" + stored), stored, false, isOpen, 0);
    }
    int revision = stored + 1;
    List<FeedChanges.Change> changes =
        stored == 0 ? List.of() : FeedChanges.between(folder.resolve("r" + stored), feed.sheets());
    Map<String, byte[]> files = new TreeMap<>(data);
    if (stored > 0) {
      String title = feed.month() + " 月报";
      files.put(
          "changes.md",
          FeedChanges.markdown(title, revision, changes).getBytes(StandardCharsets.UTF_8));
      files.put("changes.json", FeedText.pretty(changes.stream().map(FeedRelease::asMap).toList()));
    }
    files.put(
        "dawen-%s-r%d.xlsx".formatted(feed.month(), revision),
        Xlsx.of(
            workbook(feed, isOpen, revision, changes),
            "%s 第%d版%s".formatted(feed.month(), revision, isOpen ? "（预）" : "")));
    files.put("manifest.json", manifest(feed, isOpen, revision, content, files, changes.size()));
    Path released = folder.resolve("r" + revision);
    WholeFolder.write(released, files, disk);
    return new Outcome(released, revision, true, isOpen, changes.size());
  }

  private static Map<String, Object> asMap(FeedChanges.Change c) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sheet", c.sheet());
    map.put("row", c.row());
    map.put("column", c.column());
    map.put("before", c.before());
    map.put("after", c.after());
    return map;
  }

  /** What a revision's number is made of: the tables' files, the state, the standards. */
  private static String contentHash(Feed feed, boolean isOpen, Map<String, byte[]> data) {
    StringBuilder all = new StringBuilder(isOpen ? "preliminary\n" : "final\n");
    feed.standards().forEach(s -> all.append(s).append('\n'));
    data.forEach(
        (name, bytes) ->
            all.append(name).append(' ').append(DigestUtils.sha256Hex(bytes)).append('\n'));
    return DigestUtils.sha256Hex(all.toString());
  }

  private static int newestRevision(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .map(p -> p.getFileName().toString())
          .filter(n -> n.matches("r[1-9][0-9]*"))
          .mapToInt(n -> Integer.parseInt(n.substring(1)))
          .max()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static String storedContent(Path revision) {
    try {
      JsonNode manifest = JSON.readTree(Files.readAllBytes(revision.resolve("manifest.json")));
      return manifest.path("content_sha256").asText();
    } catch (IOException e) {
      throw Trouble.usage(e, "feed.no-manifest", revision);
    }
  }

  private static byte[] manifest(
      Feed feed,
      boolean isOpen,
      int revision,
      String content,
      Map<String, byte[]> files,
      int changeCount) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("month", feed.month().toString());
    root.put("city_code", feed.names().homeCity());
    root.put("revision", revision);
    root.put("state", isOpen ? "preliminary" : "final");
    root.put("content_sha256", content);
    root.put("changed_since_last_revision_count", revision == 1 ? null : changeCount);
    Map<String, Long> versions = feed.versions();
    List<Object> tables = new ArrayList<>();
    for (Sheet sheet : feed.sheets()) {
      Map<String, Object> t = new LinkedHashMap<>();
      t.put("name", sheet.name());
      t.put("title", sheet.zh());
      t.put("table", feed.tableOf(sheet));
      t.put("table_version", versions.get(feed.tableOf(sheet)));
      t.put("rows_of", sheet.source());
      t.put("row_count", sheet.lines().size());
      t.put("key", sheet.key());
      List<Object> columns = new ArrayList<>();
      for (Field f : sheet.fields()) {
        Map<String, Object> c = new LinkedHashMap<>();
        c.put("name", f.name());
        c.put("title", f.zh());
        c.put("unit", f.unit());
        columns.add(c);
      }
      t.put("columns", columns);
      tables.add(t);
    }
    root.put("tables", tables);
    List<Object> standards = new ArrayList<>();
    for (Feed.Standard s : feed.standards()) {
      Map<String, Object> m = new LinkedHashMap<>();
      m.put("judges", s.what());
      m.put("standard", s.name());
      m.put("confidence", s.confidence());
      standards.add(m);
    }
    root.put("standards_in_force", standards);
    List<Object> hashes = new ArrayList<>();
    files.forEach(
        (name, bytes) -> {
          Map<String, Object> f = new LinkedHashMap<>();
          f.put("file", name);
          f.put("length_bytes", bytes.length);
          f.put("sha256", DigestUtils.sha256Hex(bytes));
          hashes.add(f);
        });
    root.put("files", hashes);
    return FeedText.pretty(root);
  }

  private static List<Sheet> workbook(
      Feed feed, boolean isOpen, int revision, List<FeedChanges.Change> changes) {
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(cover(feed, isOpen, revision, changes.size()));
    if (revision > 1) {
      sheets.add(
          Sheets.of(
              feed.results(),
              "changes",
              Map.of("before", revision - 1),
              changes.stream().map(FeedRelease::changeLine).toList()));
    }
    feed.sheets().forEach(sheet -> sheets.add(inWords(sheet)));
    return sheets;
  }

  /** People see the codes of closed lists as words; CSV and JSON keep the codes. */
  private static Sheet inWords(Sheet sheet) {
    return sheet.with(sheet.lines().stream().map(FeedRelease::inWords).toList());
  }

  private static Line inWords(Line line) {
    Line told = line;
    for (String column : IN_WORDS) {
      if (line.at(column) != null) {
        told = told.with(column, Words.zh(line.text(column)));
      }
    }
    return told;
  }

  private static Line changeLine(FeedChanges.Change c) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("title", c.title());
    values.put("row", c.row());
    values.put("what", c.what() == null ? (c.before() == null ? "整行新增" : "整行删除") : c.what());
    values.put("column", c.column());
    values.put("before", c.column() == null ? null : c.before());
    values.put("after", c.column() == null ? null : c.after());
    return new Line(values);
  }

  private static Sheet cover(Feed feed, boolean isOpen, int revision, int changeCount) {
    List<Line> lines = new ArrayList<>();
    tell(lines, "月份", feed.month().toString());
    tell(lines, "状态", isOpen ? "预（月份未结束，数字将变化）" : "正式");
    tell(lines, "版次", "第%d版".formatted(revision));
    if (revision > 1) {
      tell(lines, "与上一版相比", "%d处变化，见“修订内容”".formatted(changeCount));
    }
    for (Feed.Standard s : feed.standards()) {
      String confidence = s.confidence().isEmpty() ? "" : "，可信度" + s.confidence();
      tell(lines, "依据标准", s.name() + confidence);
    }
    for (Sheet sheet : feed.sheets()) {
      tell(lines, sheet.zh(), "%d行；%s".formatted(sheet.lines().size(), sheet.source()));
    }
    tell(lines, "说明", "第二行为中文名，第三行为数据表列名；数字保留原精度，显示位数见单元格格式。可信度V为已核原文，M、U为待核，据此的判定为暂定。");
    return Sheets.of(feed.results(), "cover", Map.of("month", feed.month()), lines);
  }

  private static void tell(List<Line> lines, String item, String text) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("item", item);
    values.put("text", text);
    lines.add(new Line(values));
  }
}
