package org.dawen.water;

/** How a value was measured; of one item automatic values go before manual ones. */
enum Method {
  AUTOMATIC("automatic"),
  MANUAL("manual");

  private final String word;

  Method(String word) {
    this.word = word;
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
