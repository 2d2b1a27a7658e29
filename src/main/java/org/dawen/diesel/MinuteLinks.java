package org.dawen.diesel;

import java.time.LocalDateTime;
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
    @Nullable LocalDateTime positionUnchangedSince) {}
