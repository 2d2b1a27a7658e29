package org.dawen.registry;

import java.time.LocalDate;
import org.dawen.lake.Nullable;

/**
 * A comparison test of an outlet's instrument that was due, from {@code registry.comparison}.
 *
 * @param passed null: not done, or not told
 */
public record Comparison(String outletCode, LocalDate testDay, @Nullable Boolean passed) {}
