package org.dawen.intake;

import org.dawen.standard.ImpossibleValues.Bounds;

/**
 * What a value of an item may be.
 *
 * @param bounds in the unit it is kept in
 * @param maySink it may lie below zero
 */
record SampledItem(Bounds bounds, boolean maySink) {}
