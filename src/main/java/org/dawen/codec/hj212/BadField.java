package org.dawen.codec.hj212;

/**
 * A field of an accepted packet whose value is no decimal number between -10,000,000,000 and
 * 10,000,000,000.
 *
 * @param name name as sent, such as {@code a21026-Avg}
 * @param text value as sent
 */
public record BadField(String name, String text) {}
