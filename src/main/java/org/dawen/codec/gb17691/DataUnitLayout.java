package org.dawen.codec.gb17691;

/** The four layouts of a real-time data unit (实时信息) in use. */
public enum DataUnitLayout {
  /** Time, then type, serial (2) and body of each block: GB 17691-2018 annex Q. */
  TYPED_SERIALS,
  /** Time, serial (2), then type and body of each block: a local platform. */
  SERIAL_FIRST,
  /** Time, serial (2), then type, time (6) and body of each block, signature: HJ 1239.3-2021. */
  TIME_PER_BLOCK,
  /**
   * Time, serial (2), then type, body and signature (two lengths with their bytes) of each block.
   */
  SIGNED_BLOCKS
}
