package org.dawen.standard;

/**
 * How well a number from a standard is known. A verdict that rests on anything but {@link
 * #VERIFIED} is provisional and must be shown so.
 */
public enum Confidence {
  /** {@code V}: checked against the text or a named source. */
  VERIFIED("V"),
  /** {@code M}: recalled firmly, text not checked. */
  RECALLED("M"),
  /** {@code U}: recalled without certainty; check before use. */
  UNSURE("U"),
  /** {@code P}: a choice of this project or a practice, not a published rule. */
  CHOSEN("P");

  private final String letter;

  Confidence(String letter) {
    this.letter = letter;
  }

  /** The less known of two, in the order V, M, U, P. */
  public Confidence lesser(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The letter used in the standard tables. */
  public String letter() {
    return letter;
  }

  /**
   * The confidence behind a letter of the standard tables.
   *
   * @throws IllegalArgumentException if the letter is none of V, M, U, P
   */
  public static Confidence ofLetter(String letter) {
    for (Confidence confidence : values()) {
      if (confidence.letter.equals(letter)) {
        return confidence;
      }
    }
    throw new IllegalArgumentException(
        "'" + letter + "' is no confidence. Write V (verified), M, U or P.");
  }
}
