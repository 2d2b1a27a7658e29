package org.dawen.run;

/** Takes the rows that a rule gives. */
@FunctionalInterface
public interface Out {
  /** A row of the table its record declares; one of a day that is not wanted is left out. */
  void give(Record row);
}
