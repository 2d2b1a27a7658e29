package org.dawen.source;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** What is wrong with packets that are right by themselves. */
@OfTable(
    name = "source.packet_finding",
    grain =
        "One row per device, day and kind of finding: split packets whose parts are missing, clocks"
            + " that are off.",
    sources = {"received.hj212"})
public record PacketFinding(
    @Key String mn,
    @Key @Day LocalDate dataDay,
    @Key Finding finding,
    long recordCount,
    @Nullable String findingText,
    String firstFileId,
    long recordNo) {

  /** What was found. */
  public enum Finding {
    /** Parts of a split packet are missing. */
    INCOMPLETE_SPLIT,
    /** DataTime lies so far from the time of receipt that the device's clock must be off. */
    CLOCK_OFF
  }
}
