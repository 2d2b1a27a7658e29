package org.dawen.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;

/**
 * What a run is about to take in, noted beside the tables before the first received value is
 * written and removed after the ledger records what became of it. An intent that exists at the
 * start of a run is the trace of a killed one: what it wrote is unknown, so its path is cleared on
 * all days (docs/decisions/0008).
 */
final class Intents {
  /** Kind of the notes. */
  static final String KIND = "intents";

  private static final String LEDGER = "ledger_version";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Lake lake;
  private final String runId;

  Intents(Lake lake, String runId) {
    this.lake = lake;
    this.runId = runId;
  }

  /**
   * One file about to be taken in.
   *
   * @param days days its earlier content gave and its new content gives
   * @param earlierHashes every content the path had before, comma-separated
   */
  record Intent(
      String fileId,
      String feed,
      String sha256,
      long lengthBytes,
      String earlierHashes,
      DaySet days)
      implements Serializable {}

  /** Intents that killed runs left, by path. */
  Map<String, Intent> left() {
    Map<String, Intent> left = new TreeMap<>();
    lake.noteNames(KIND)
        .forEach(
            run -> {
              for (JsonNode n : read(run)) {
                Intent intent =
                    new Intent(
                        n.path("file_id").asText(),
                        n.path("feed").asText(),
                        n.path("sha256").asText(),
                        n.path("length_bytes").asLong(),
                        n.path("earlier_sha256").asText(),
                        DaySet.parse(n.path("days").asText()));
                left.merge(intent.fileId(), intent, Intents::both);
              }
            });
    return left;
  }

  /**
   * The ledger's newest version when what is left was noted, −1 if there was no ledger; null if
   * nothing is left, or notes of a build that did not tell.
   */
  Long ledgerVersion() {
    Long newest = null;
    for (String run : lake.noteNames(KIND)) {
      for (JsonNode n : read(run)) {
        if (n.hasNonNull(LEDGER) && (newest == null || n.get(LEDGER).asLong() > newest)) {
          newest = n.get(LEDGER).asLong();
        }
      }
    }
    return newest;
  }

  private static Intent both(Intent a, Intent b) {
    return new Intent(
        b.fileId(),
        b.feed(),
        b.sha256(),
        b.lengthBytes(),
        b.earlierHashes(),
        a.days().union(b.days()));
  }

  private JsonNode read(String run) {
    try {
      JsonNode intents = JSON.readTree(lake.note(KIND, run));
      if (intents.isArray()) {
        return intents;
      }
      throw damaged(run, null);
    } catch (JsonProcessingException | UncheckedIOException e) {
      throw damaged(run, e);
    }
  }

  private Trouble damaged(String run, Exception e) {
    return Trouble.refused(
        e,
        "intake.note-damaged",
        lake.root(),
        KIND,
        run,
        LandingIntake.written().stream().map(Table::name).collect(Collectors.joining(",")));
  }

  /** Notes this run's intents; those that earlier runs left are among them. */
  void write(Collection<Intent> intents) {
    write(runId, intents);
  }

  /**
   * Of this run's intents only these are left. They get a note of their own before the first one
   * goes: one that is written over is gone for a moment, and a kill would then lose it.
   */
  void keepOnly(Collection<Intent> intents) {
    if (!intents.isEmpty()) {
      write(runId + "-left", intents);
    } else {
      removeAllBut("");
    }
  }

  private void write(String note, Collection<Intent> intents) {
    ArrayNode array = JSON.createArrayNode();
    long ledgerVersion = lake.newestVersion(FileLedgerTables.LANDING_FILE);
    for (Intent i : intents) {
      ObjectNode n = array.addObject();
      n.put("file_id", i.fileId());
      n.put("feed", i.feed());
      n.put("sha256", i.sha256());
      n.put("length_bytes", i.lengthBytes());
      n.put("earlier_sha256", i.earlierHashes());
      n.put("days", i.days().toString());
      n.put(LEDGER, ledgerVersion);
    }
    lake.writeNote(KIND, note, array.toString());
    removeAllBut(note);
  }

  private void removeAllBut(String kept) {
    for (String run : lake.noteNames(KIND)) {
      if (!run.equals(kept)) {
        lake.removeNote(KIND, run);
      }
    }
  }
}
