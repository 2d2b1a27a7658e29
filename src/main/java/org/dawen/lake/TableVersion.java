package org.dawen.lake;

import java.io.Serializable;

/**
 * A table at one moment of its life.
 *
 * @param id what Delta calls the table: a table computed anew in the same place has another
 * @param version the Delta version
 */
public record TableVersion(String id, long version) implements Serializable {}
