package org.dawen.registry;

import java.time.LocalDate;
import java.util.Locale;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A draw as it was made and recorded, from {@code registry.draw}; the night repeats it.
 *
 * @param period what it is for, such as {@code 2024Q1}
 * @param seed text that nobody could choose with the list in hand
 * @param drawnOn the list of this day was drawn from
 * @param forDrawNo draw of files that the inspectors are to examine; null: of another list, or any
 * @param listHash SHA-256 of the list, as {@code ./dawen draw} prints it
 * @param drawnCodes what was drawn, in order, separated by {@code ;}
 */
@OfTable(
    name = "registry.draw",
    grain = "One row per draw made, with what was drawn.",
    sources = "landing/registry/draws.csv")
public record Draw(
    @Key String drawNo,
    ListName listName,
    String period,
    String seed,
    int drawCount,
    @Day LocalDate drawnOn,
    @Nullable String forDrawNo,
    String listHash,
    String drawnCodes,
    @Nullable String documentNo,
    String fileId,
    long recordNo) {

  /** The lists that can be drawn from: registry files by name. */
  public enum ListName {
    EIA_FILES,
    INSPECTORS;

    /** The word in tables and on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
