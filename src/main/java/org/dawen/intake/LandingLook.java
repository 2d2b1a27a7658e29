package org.dawen.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.Message;

/**
 * The landing folder held against the ledger: which files are new, changed or gone. Reads none.
 *
 * @param pending files to be read
 * @param vanished files that a killed run was taking in and that are gone
 * @param known what the ledger knows, by path
 * @param standing paths of files that are there
 * @param refused paths that no file may have
 * @param unreadable paths that may not be read
 * @param doubled by table the files that would each fill it
 * @param warnings what else the operator should know
 */
record LandingLook(
    List<LandingFile> pending,
    List<LandingFile> vanished,
    Map<String, FileLedger.Entry> known,
    Set<String> standing,
    List<String> refused,
    List<String> unreadable,
    Map<String, List<String>> doubled,
    List<Message> warnings) {
  /** Outlines of the counties for a map. */
  static final String SHAPES = "registry/areas.geojson";

  static final String VANISHED = "vanished before it was taken in";

  /**
   * Looks.
   *
   * @param readers what each feed reads with, as the ledger notes it
   */
  static LandingLook of(
      LandingFolder landing,
      Map<String, FileLedger.Entry> known,
      List<FeedReader> feeds,
      Map<String, String> readers,
      ReadLimits limits) {
    List<LandingFile> pending = new ArrayList<>();
    Map<String, Integer> notTaken = new TreeMap<>();
    Set<String> standing = new HashSet<>();
    Map<String, FeedReader> byFolder =
        feeds.stream().collect(Collectors.toMap(FeedReader::feed, f -> f));
    LandingFolder.Listing listing = landing.list();
    List<String> listedIds = listing.files().stream().map(LandingFolder.Listed::fileId).toList();
    Map<String, List<String>> doubled = RegistryFiles.doubled(listedIds);
    Set<String> refusedAsDoubled =
        doubled.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    Set<String> supplanted = RegistryFiles.supplanted(known.values(), listedIds);
    for (LandingFolder.Listed listed : listing.files()) {
      FeedReader feed = byFolder.get(listed.folder());
      if (feed == null) {
        notTaken.merge(
            listed.folder().isEmpty() ? listed.fileId() : listed.folder() + "/", 1, Integer::sum);
        continue;
      }
      if (listed.fileId().equals(SHAPES)) {
        continue; // the pages to explore draw it; it gives no row
      }
      if (!feed.takes(listed.pathInFeed())) {
        notTaken.merge(listed.fileId(), 1, Integer::sum);
        continue;
      }
      if (refusedAsDoubled.contains(listed.fileId())) {
        continue;
      }
      standing.add(listed.fileId());
      boolean isSupplanted = supplanted.contains(listed.fileId());
      LandingFile file =
          compare(
              listed,
              feed.feed(),
              known.get(listed.fileId()),
              isSupplanted,
              readers.get(feed.feed()),
              limits);
      if (file != null) {
        pending.add(file);
      }
    }
    List<Message> warnings =
        notTaken.isEmpty()
            ? List.of()
            : List.of(
                Message.of(
                    "intake.not-taken",
                    LandingIntake.capped(
                        notTaken.entrySet().stream()
                            .map(
                                e ->
                                    e.getValue() == 1
                                        ? Message.verbatim(e.getKey())
                                        : Message.of("intake.folder", e.getKey(), e.getValue()))
                            .toList())));
    // A run was killed while it took these in, and now they are gone: what it wrote must go too.
    List<LandingFile> vanished =
        known.values().stream()
            .filter(FileLedger.Entry::isOpen)
            .filter(e -> !standing.contains(e.fileId()))
            .filter(e -> !refusedAsDoubled.contains(e.fileId()))
            .map(LandingLook::vanished)
            .toList();
    return new LandingLook(
        pending,
        vanished,
        known,
        standing,
        listing.refused(),
        listing.unreadable(),
        doubled,
        warnings);
  }

  static LandingFile vanished(FileLedger.Entry e) {
    return new LandingFile(e.fileId(), e.feed(), "", 0, "", VANISHED, e, ReadLimits.SHIPPED);
  }

  /** The file as pending, or null if the ledger knows it as it stands. */
  private static LandingFile compare(
      LandingFolder.Listed listed,
      String feed,
      FileLedger.Entry entry,
      boolean isSupplanted,
      String newReader,
      ReadLimits limits) {
    String stamp = listed.isFresh() ? "" : listed.stamp();
    String why = why(listed, entry, isSupplanted, newReader);
    return why == null
        ? null
        : new LandingFile(
            listed.fileId(), feed, listed.uri(), listed.lengthBytes(), stamp, why, entry, limits);
  }

  private static String why(
      LandingFolder.Listed listed, FileLedger.Entry entry, boolean isSupplanted, String newReader) {
    if (entry == null) {
      return LandingFile.NEW;
    }
    if (entry.isOpen()) {
      return "left open by a killed run";
    }
    if (isSupplanted) {
      return LandingFile.SUPPLANTED;
    }
    if (!entry.reader().equals(newReader)) {
      return "reader changed";
    }
    return listed.stamp().equals(entry.stamp()) ? null : "changed";
  }
}
