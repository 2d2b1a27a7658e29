package org.dawen.intake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.dawen.lake.Lake;
import org.dawen.run.Evidence;
import org.dawen.run.Settings;

/** Finds the record again from which a received value comes: the last link of an explanation. */
public final class LandingRecords implements Evidence.RawRecords, Evidence.RecordTexts {
  private final Lake lake;
  private final String landingRoot;
  private final List<FeedReader> feeds;
  private Map<String, String> knownHashes;

  public LandingRecords(Lake lake, String landingRoot, Settings settings) {
    this.lake = lake;
    this.landingRoot = landingRoot;
    this.feeds = Feeds.of(settings);
  }

  @Override
  public List<String> show(String fileId, long recordNo) {
    List<String> lines = new ArrayList<>();
    lines.add("file %s, record %d".formatted(fileId, recordNo));
    String folder = fileId.substring(0, Math.max(0, fileId.indexOf('/')));
    FeedReader feed = feeds.stream().filter(f -> f.feed().equals(folder)).findFirst().orElse(null);
    if (feed == null) {
      lines.add("No feed reads files of that folder.");
      return lines;
    }
    Path path = new Path(landingRoot + "/" + fileId);
    try {
      FileSystem fs = path.getFileSystem(lake.hadoop());
      long length = fs.getFileStatus(path).getLen();
      LandingFile file = LandingFile.of(fileId, folder, path.toString(), length);
      lines.addAll(showFrom(feed, file, recordNo));
    } catch (FileNotFoundException e) {
      lines.add("The file is no longer in the landing folder " + landingRoot + ".");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
    return lines;
  }

  @Override
  public Map<Long, Evidence.RawRecord> find(String fileId, Set<Long> recordNos) {
    String folder = fileId.substring(0, Math.max(0, fileId.indexOf('/')));
    FeedReader feed = feeds.stream().filter(f -> f.feed().equals(folder)).findFirst().orElse(null);
    if (feed == null) {
      return Map.of();
    }
    Path path = new Path(landingRoot + "/" + fileId);
    try {
      long length = path.getFileSystem(lake.hadoop()).getFileStatus(path).getLen();
      LandingFile file = LandingFile.of(fileId, folder, path.toString(), length);
      Charset charset = feed.charsetOf(file);
      try (LandingContent content = LandingContent.open(file)) {
        Map<Long, FeedReader.FoundRecord> found = feed.find(charset, content.bytes(), recordNos);
        boolean isAsTakenIn = content.sha256Hex().equals(knownHash(fileId));
        Map<Long, Evidence.RawRecord> records = new TreeMap<>();
        found.forEach(
            (no, r) -> records.put(no, new Evidence.RawRecord(r.lineNo(), r.text(), isAsTakenIn)));
        return records;
      }
    } catch (FileNotFoundException e) {
      return Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private List<String> showFrom(FeedReader feed, LandingFile file, long recordNo)
      throws IOException {
    Charset charset = feed.charsetOf(file);
    List<String> lines = new ArrayList<>();
    try (LandingContent content = LandingContent.open(file)) {
      List<String> shown = feed.show(charset, content.bytes(), recordNo);
      String found = content.sha256Hex();
      String known = knownHash(file.fileId());
      lines.add(
          found.equals(known)
              ? "SHA-256 %s, as taken in".formatted(found)
              : "SHA-256 %s; taken in was %s: the file has changed since"
                  .formatted(found, known.isEmpty() ? "nothing of this path" : known));
      lines.addAll(shown.isEmpty() ? List.of("The file holds no such record now.") : shown);
    }
    return lines;
  }

  private String knownHash(String fileId) {
    if (knownHashes == null) {
      knownHashes =
          lake.records(LedgerEntry.class).stream()
              .filter(f -> f.sha256() != null)
              .collect(Collectors.toMap(LedgerEntry::fileId, LedgerEntry::sha256));
    }
    return knownHashes.getOrDefault(fileId, "");
  }
}
