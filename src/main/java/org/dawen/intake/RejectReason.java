package org.dawen.intake;

import org.dawen.codec.hj212.Hj212Reject;

/**
 * Why a file, a record or a single value could not be read: a closed list. The name is the code in
 * {@code ops.reject}, the words are what an operator reads.
 */
public enum RejectReason {
  /** The first line does not name the columns of the feed. */
  WRONG_HEADER("the first line does not name the columns this feed takes"),
  /** A column is given in another unit than the feed takes. */
  WRONG_UNIT("a column has another unit than this feed accepts"),
  /** Bytes that are no text. */
  NOT_TEXT("the file is not text"),
  /** Named .gz but not gzip. */
  NOT_GZIP("the file is named .gz but is not gzip"),
  /** Compressed data that end or break before their time; what stood before was read. */
  TRUNCATED_GZIP("the compressed file is cut off or damaged from here on"),
  /** A workbook from whose first sheet no table can be read. */
  BAD_WORKBOOK("the workbook cannot be read as one table"),
  /** A cell of a workbook that shows an error, or a formula that was never computed. */
  NO_VALUE_IN_CELL("a cell shows an error, or holds a formula that was never computed"),
  /** Compressed data that would fill memory or disk. */
  UNPACKS_TOO_LARGE("the compressed file gives more bytes than any file may"),
  /** More or fewer cells than the header names. */
  WRONG_COLUMN_COUNT("the line has another number of cells than the header"),
  /** A line longer than any record may be. */
  LINE_TOO_LONG("the line is longer than any record may be"),
  /** A code or time that every record needs is missing. */
  KEY_MISSING("a code or time that every record needs is missing"),
  /** A code that a spreadsheet has taken for a number. */
  CODE_AS_NUMBER(
      "a spreadsheet has made a number of the code, which may have lost digits; format the column"
          + " as text and enter the code again"),
  /** A day or time that does not exist or cannot be read. */
  BAD_TIME("the day or time does not exist or cannot be read"),
  /** A day that no record can be of. */
  DAY_OUT_OF_RANGE("the day is not one of those that are possible"),
  /** The hour label does not stand on a full hour. */
  NOT_A_FULL_HOUR("the label of the hour is not a full hour"),
  /** Text where a number belongs, or a number out of all range. */
  BAD_NUMBER("text where a number belongs, or a number out of all range"),
  /** A negative concentration, energy or mass. */
  NEGATIVE_VALUE("a concentration, energy or mass cannot be negative"),
  /**
   * A code for "no value", or more or less than can be measured; standards/impossible_values.csv.
   */
  IMPOSSIBLE_VALUE("the number is a code for no value, or more than can be measured"),
  /** More decimals than are kept; a mass is never rounded on its way in. */
  TOO_MANY_DECIMALS("the number has more decimals than are kept"),
  /** A kind of entry that follows from others and is never typed in. */
  DERIVED_KIND("this kind of entry is derived, never typed in"),
  /** A text cell that a spreadsheet would run as a formula. */
  FORMULA_IN_TEXT("a spreadsheet would run this text as a formula"),
  /** A text that is not in the list of allowed ones. */
  NOT_IN_LIST("the text is not one of those allowed here"),
  /** A period that ends before it begins. */
  PERIOD_REVERSED("the period ends before it begins"),
  /** Two rows of the registry are valid for the same thing on the same day. */
  PERIOD_OVERLAP("another row of this file is valid for the same thing on the same days"),
  /** Times of one meter run backwards in a file whose dates could be read in two ways. */
  DATES_RUN_BACKWARDS("the dates of the file run backwards: day and month may be swapped"),
  /** Two rows of a series claim the interval that ends at midnight. */
  MIDNIGHT_TWICE("0:00 and 24:00 cannot be told apart"),
  /** CRC of a frame does not match, HJ 212-2017 annex A. */
  CRC_MISMATCH("the CRC does not match the data segment"),
  /** Declared length of a frame does not match, HJ 212-2017 6.3.1. */
  LENGTH_MISMATCH("the declared length does not match the data segment"),
  /** Bytes in which no frame stands. */
  NO_FRAME("no frame stands here"),
  /** A frame without a device number. */
  NO_MN("the packet names no device (MN)"),
  /** A frame that the end of the file cuts off. */
  TRUNCATED("the frame is cut off"),
  /** A frame that carries no readable command (CN) or parameters (CP). */
  MALFORMED("the frame carries no readable command or parameters"),
  /** Check byte of an OBD frame does not match, GB 17691-2018 annex Q. */
  CHECKSUM_MISMATCH("the check byte (BCC) does not match"),
  /** A line that is no frame in hexadecimal digits. */
  NOT_HEX("the line is no frame in hexadecimal digits"),
  /** A VIN of wrong characters. */
  BAD_VIN("the VIN is not 17 capital letters and digits without I, O, Q"),
  /** A vehicle's clock that was never set, runs far ahead, or contradicts the time of receipt. */
  CLOCK_OUT_OF_RANGE("the vehicle's clock is outside the possible years or far from the receipt"),
  /** An encrypted data unit: kept, not guessed. */
  ENCRYPTED("the data unit is encrypted and was kept as it is"),
  /** Blocks of a type whose length nobody knows. */
  UNKNOWN_TYPE("blocks of an unknown type were skipped");

  private final String words;

  RejectReason(String words) {
    this.words = words;
  }

  /** One clause of English, without a full stop. */
  public String words() {
    return words;
  }

  static RejectReason of(Hj212Reject reject) {
    return valueOf(reject.reason().name());
  }
}
