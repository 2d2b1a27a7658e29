/**
 * Reads and writes frames of remote on-board diagnostics (远程排放监控) after GB 17691-2018 annex Q and
 * its relatives in use, and sums up the samples of a vehicle's minute. Plain Java on the JDK alone:
 * what a frame or a minute is depends on its bytes alone, never on registries, files or the clock.
 *
 * <p>Start with {@link org.dawen.codec.gb17691.FrameSource} (bytes to frames), {@link
 * org.dawen.codec.gb17691.DataUnit} (frames to blocks), {@link org.dawen.codec.gb17691.MinuteBook}
 * (blocks to minutes).
 */
package org.dawen.codec.gb17691;
