package org.dawen.registry;

/** What an enterprise's plan (一厂一策) asks for under an alert. */
public enum PlanAction {
  STOP("stop"),
  CUT("cut");

  private final String word;

  PlanAction(String word) {
    this.word = word;
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
