package org.dawen.enforce;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.registry.Draw.ListName;

/**
 * A place of a recorded draw beside what the same draw gives now.
 *
 * @param dataDay day of the draw; the list is that of this day
 * @param drawnCode as recorded; null: fewer were recorded
 * @param repeatedCode as the rule draws it from the registry of now; null: the list has no more
 * @param listHash as recorded
 * @param repeatedListHash of the list of now
 * @param isRepeated the rule gives the same here
 * @param listedCount how many could be drawn
 * @param excludedCount inspectors left out for an interest
 * @param command what repeats the draw
 */
@OfTable(
    name = "enforce.draw",
    grain = "One row per recorded draw and place: what was drawn, and what its repetition draws.",
    sources = {
      "registry.draw",
      "registry.eia_file",
      "registry.inspector",
      "registry.inspector_interest"
    })
public record DrawnPlace(
    @Key String drawNo,
    @Key int placeNo,
    @Day LocalDate dataDay,
    ListName listName,
    String period,
    String seed,
    @Nullable String drawnCode,
    @Nullable String repeatedCode,
    boolean isRepeated,
    String listHash,
    String repeatedListHash,
    boolean isListUnchanged,
    int listedCount,
    int excludedCount,
    String command,
    String fileId,
    long recordNo) {}
