package org.dawen.codec.gb17691;

/** Why bytes are no frame that can be taken, GB 17691-2018 annex Q: a closed list. */
public enum FrameFault {
  /** Bytes in which no frame begins. */
  NO_FRAME("no frame stands here"),
  /** A frame that the end of the file cuts off. */
  TRUNCATED("the frame is cut off"),
  /** The declared length leads to no end of a frame. */
  LENGTH_MISMATCH("the declared length does not lead to the end of a frame"),
  /** The check byte (BCC) is not the XOR of the bytes from the command on. */
  CHECKSUM_MISMATCH("the check byte does not match"),
  /** A line that should be a frame in hexadecimal digits is none. */
  NOT_HEX("the line is no frame in hexadecimal digits"),
  /** The vehicle identification number holds other characters than GB 16735 allows. */
  BAD_VIN("the VIN is not 17 capital letters and digits without I, O, Q"),
  /** A day or time that does not exist. */
  BAD_TIME("the day or time does not exist"),
  /** A clock that was never set, runs far ahead, or contradicts the time of receipt. */
  CLOCK_OUT_OF_RANGE("the vehicle's clock is outside the possible years or far from the receipt"),
  /** The data unit fits none of the layouts in use. */
  MALFORMED("the data unit fits none of the layouts in use");

  private final String words;

  FrameFault(String words) {
    this.words = words;
  }

  /** One clause of English, without a full stop. */
  public String words() {
    return words;
  }
}
