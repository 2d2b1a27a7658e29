package org.dawen.registry;

/** How well a number of the registry is known. */
public enum Confidence {
  /** Read in the document. */
  V,
  /** Recalled. */
  M,
  /** Recalled without certainty. */
  U,
  /** Practice or choice. */
  P
}
