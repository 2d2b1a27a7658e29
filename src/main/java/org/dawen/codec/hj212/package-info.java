/**
 * Reads packets of HJ/T 212-2005, HJ 212-2017 and, as far as known, HJ 212-2025 from a stream of
 * bytes: frames are found again after damage, every byte belongs to a packet, a reject or a
 * separator, and every field of a packet is accounted for. Plain Java on the JDK alone.
 *
 * <p>Start with {@link org.dawen.codec.hj212.Hj212Reader}. Nothing here knows registries, files or
 * the clock: what a packet is depends on its bytes alone.
 */
package org.dawen.codec.hj212;
