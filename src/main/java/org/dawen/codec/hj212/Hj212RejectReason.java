package org.dawen.codec.hj212;

/**
 * Why bytes are no packet: a closed list, exactly one reason each. All are judged by the bytes
 * alone; an unknown device, an unknown factor or a split packet whose other parts are missing is
 * none of them.
 */
public enum Hj212RejectReason {
  /** The frame ends where it says, but its checksum is another; HJ 212-2017 annex A. */
  CRC_MISMATCH("The CRC does not match the data segment."),
  /** The frame ends elsewhere than its length says, whatever its checksum; table 2. */
  LENGTH_MISMATCH("The declared length does not match the data segment."),
  /**
   * A stretch of bytes up to the next header in which there is no frame, not even a damaged one. It
   * is no record that was sent, so it does not weigh as one.
   */
  NO_FRAME("No frame stands here."),
  /** A frame cut off by the end of the stream. */
  TRUNCATED("The frame is cut off by the end of the stream."),
  /** A right frame without a readable CN or CP; also parameters that seem to be encrypted. */
  MALFORMED("The frame carries no readable command or parameters."),
  /** A right frame without a device number, 6.3.2. */
  NO_MN("The packet names no device (MN)."),
  /**
   * Measured values without DataTime, with two, or with one that does not exist (0230) or lies
   * outside the years 1970 to 2099.
   */
  BAD_TIME("DataTime is missing or is no time that exists from 1970 to 2099.");

  private final String sentence;

  Hj212RejectReason(String sentence) {
    this.sentence = sentence;
  }

  /** One English sentence for the operator. */
  public String sentence() {
    return sentence;
  }
}
