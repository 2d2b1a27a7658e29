package org.dawen.diesel;

import java.time.LocalDateTime;
import org.dawen.codec.gb17691.MinuteChain.Link;
import org.dawen.codec.gb17691.MinuteSummary;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.lake.Nullable;

/** What links a minute to those before it. */
record MinuteLinks(
    @Nullable Integer tripNo,
    @Nullable Integer gapBeforeSeconds,
    @Nullable Long gapBeforeOdometerRaw,
    @Nullable Integer gapBeforeMetres,
    @Nullable Integer noxDownUnchangedSeconds,
    @Nullable LocalDateTime noxDownUnchangedSince,
    @Nullable Integer scrInUnchangedSeconds,
    @Nullable LocalDateTime scrInUnchangedSince,
    @Nullable Integer scrEqualSeconds,
    @Nullable LocalDateTime scrEqualSince,
    @Nullable Integer positionUnchangedSeconds,
    @Nullable LocalDateTime positionUnchangedSince) {

  /** As the chain gives them, in the order of {@link Link}. */
  static MinuteLinks of(long[] links) {
    return new MinuteLinks(
        count(links, Link.TRIP_NO),
        count(links, Link.GAP_BEFORE_SECONDS),
        whole(links, Link.GAP_BEFORE_ODOMETER_RAW),
        count(links, Link.GAP_BEFORE_METRES),
        count(links, Link.NOX_DOWN_UNCHANGED_SECONDS),
        time(links, Link.NOX_DOWN_UNCHANGED_SINCE),
        count(links, Link.SCR_IN_UNCHANGED_SECONDS),
        time(links, Link.SCR_IN_UNCHANGED_SINCE),
        count(links, Link.SCR_EQUAL_SECONDS),
        time(links, Link.SCR_EQUAL_SINCE),
        count(links, Link.POSITION_UNCHANGED_SECONDS),
        time(links, Link.POSITION_UNCHANGED_SINCE));
  }

  private static Long whole(long[] links, Link link) {
    long value = links[link.ordinal()];
    return value == MinuteSummary.NONE ? null : (Long) value;
  }

  private static Integer count(long[] links, Link link) {
    Long value = whole(links, link);
    return value == null ? null : (Integer) Math.toIntExact(value);
  }

  private static LocalDateTime time(long[] links, Link link) {
    Long value = whole(links, link);
    return value == null ? null : VehicleTime.civil(value);
  }
}
