package org.dawen.standard;

/** Class of an acoustic functional zone (声环境功能区), GB 3096-2008. */
public enum NoiseZone {
  /** Sanatoria. */
  ZONE_0("0"),
  /** Housing, hospitals, schools, offices. */
  ZONE_1("1"),
  /** Trade and markets, or mixed with housing. */
  ZONE_2("2"),
  /** Industry and storage. */
  ZONE_3("3"),
  /** Along roads and waterways. */
  ZONE_4A("4a"),
  /** Along railways. */
  ZONE_4B("4b");

  private final String label;

  NoiseZone(String label) {
    this.label = label;
  }

  /**
   * The zone with a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static NoiseZone ofLabel(String label) {
    for (NoiseZone zone : values()) {
      if (zone.label.equals(label)) {
        return zone;
      }
    }
    throw new IllegalArgumentException("'" + label + "' is no zone. Write 0, 1, 2, 3, 4a or 4b.");
  }

  /** The label: the word in tables. */
  @Override
  public String toString() {
    return label;
  }
}
