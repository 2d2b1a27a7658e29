package org.dawen.pool;

import java.io.Serializable;

/** The reduction a county must reach in a year, in 0.0001 t. */
public record ReductionTask(String county, String pollutant, int year, long mass)
    implements Serializable {}
