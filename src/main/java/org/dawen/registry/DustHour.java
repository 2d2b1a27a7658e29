package org.dawen.registry;

import java.time.LocalDateTime;
import org.dawen.lake.Nullable;

/**
 * A span of hours officially under sand and dust, from {@code registry.dust_hour}.
 *
 * @param areaCode a station, township, county or city
 * @param startsAt null: the row says nothing
 * @param endsAt null: still open
 */
public record DustHour(
    String areaCode, @Nullable LocalDateTime startsAt, @Nullable LocalDateTime endsAt) {

  /** Whether an hour shares some time with the span. */
  public boolean shares(LocalDateTime hourStart) {
    return startsAt != null
        && hourStart.plusHours(1).isAfter(startsAt)
        && (endsAt == null || hourStart.isBefore(endsAt));
  }
}
