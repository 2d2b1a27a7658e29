package org.dawen.water;

/** Which sections of an area are counted. */
enum SectionScope {
  /** Those of the national network (国控), by which cities are judged and ranked. */
  NATIONAL("national"),
  /** All of the registry. */
  ALL("all");

  private final String word;

  SectionScope(String word) {
    this.word = word;
  }

  boolean holds(SectionFigures section) {
    return this == ALL || word.equals(section.place().level());
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
