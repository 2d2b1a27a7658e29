package org.dawen.registry;

import java.time.LocalDateTime;
import org.dawen.lake.Nullable;

/**
 * A mark an enterprise has put on its own data, from {@code registry.mark}.
 *
 * @param pollutantCode factor as written; null: all
 * @param startsAt included
 * @param endsAt not included; null: still open
 */
public record Mark(
    String outletCode,
    @Nullable String pollutantCode,
    String kind,
    LocalDateTime startsAt,
    @Nullable LocalDateTime endsAt) {}
