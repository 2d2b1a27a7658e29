package org.dawen.standard;

import java.util.Locale;

/** Kind of a water body; total phosphorus has limits of its own in lakes and reservoirs. */
public enum BodyKind {
  RIVER,
  LAKE;

  /**
   * The kind behind a word of the tables.
   *
   * @throws IllegalArgumentException if the word is neither
   */
  public static BodyKind ofWord(String word) {
    for (BodyKind kind : values()) {
      if (kind.toString().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is no water body. Write river or lake.");
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
