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
    String areaCode, @Nullable LocalDateTime startsAt, @Nullable LocalDateTime endsAt) {}
