package org.dawen.water;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.WaterClass;

/** A class that a later version changed. */
@OfTable(
    name = "water.class_change",
    grain =
        "One row per section and observation or month, and change of its class by a later version"
            + " of its values.",
    sources = {"received.water", "registry.section"},
    warnings = {
      "Compares the versions that lie in the landing folder, in the order of revisions",
      "Classes of all values in force, not screened; of a month those of its means, automatic before"
          + " manual, from the first version of each value on"
    })
public record ClassChange(
    @Key String sectionCode,
    @Key Kind changeKind,
    @Key LocalDateTime startsAt,
    @Key int changeNo,
    @Day LocalDate dataDay,
    WaterClass fromClass,
    WaterClass toClass,
    @Nullable WaterClass fromPublishedClass,
    @Nullable WaterClass toPublishedClass,
    @Nullable WaterClass targetClass,
    String changedItems,
    @Nullable Instant receivedAt,
    String fileId,
    @Nullable Long recordNo) {

  /** What the class is of. */
  enum Kind {
    OBSERVATION("observation"),
    /** A sample analysed by hand. */
    SAMPLE("sample"),
    MONTH("month");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in tables. */
    @Override
    public String toString() {
      return word;
    }
  }
}
