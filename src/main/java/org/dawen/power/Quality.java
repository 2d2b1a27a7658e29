package org.dawen.power;

/** What an interval is good for, in the order in which the reasons are asked. */
enum Quality {
  /** The register went back, and rolling over would not explain it: no energy. */
  REGISTER_BACK,
  /** The register moved on by more than the rated power allows. */
  REGISTER_JUMP,
  /** The first register reading after a day without one: no energy yet. */
  FIRST_READING,
  /** It begins before the interval before it ends, or a register was read over the same time. */
  OVERLAPPING,
  /** Neither energy nor power was sent. */
  ENERGY_MISSING,
  /** The mean power is above what the rating allows. */
  IMPLAUSIBLE,
  /** The register started again from zero; the energy allows for it. */
  ROLLED_OVER,
  /** No energy was sent; the power is the one the meter gave. */
  POWER_ONLY,
  /** No energy and no power was sent; the power follows from voltages and currents. */
  POWER_OF_CURRENTS,
  /** Nothing to say. */
  GOOD;

  /** Its power counts in screening and in answers to alerts. */
  boolean isUsable() {
    return this == GOOD || this == ROLLED_OVER || this == POWER_ONLY || this == POWER_OF_CURRENTS;
  }
}
