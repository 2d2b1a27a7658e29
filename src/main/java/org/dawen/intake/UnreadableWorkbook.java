package org.dawen.intake;

/** A workbook that no table can be read from; the message is a clause that says why. */
final class UnreadableWorkbook extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final RejectReason reason;

  UnreadableWorkbook(String why) {
    this(RejectReason.BAD_WORKBOOK, why);
  }

  UnreadableWorkbook(RejectReason reason, String why) {
    super(why, null, false, false); // where it was thrown is of no use
    this.reason = reason;
  }

  RejectReason reason() {
    return reason;
  }
}
