package org.dawen.codec.hj212;

/**
 * A field of an accepted packet whose value cannot be read.
 *
 * @param group place of its factor in the packet, from 0
 * @param name name as sent, such as {@code a21026-Avg}
 * @param text value as sent
 * @param reason always {@link RejectReason#BAD_NUMBER}
 */
public record BadField(int group, String name, String text, RejectReason reason) {}
