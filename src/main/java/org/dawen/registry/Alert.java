package org.dawen.registry;

import java.time.LocalDateTime;
import org.dawen.lake.Nullable;

/**
 * A heavy-pollution alert, from {@code registry.alert}.
 *
 * @param endsAt not included; null: no end yet
 * @param areaCode county or city; null: everywhere
 */
public record Alert(
    AlertLevel level,
    LocalDateTime startsAt,
    @Nullable LocalDateTime endsAt,
    @Nullable String areaCode) {}
