package org.dawen.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a row of a standard table says, over the period in which it holds. */
public interface Dated {
  /** Where it comes from and when it holds. */
  Provision provision();

  /** The first of the rows wanted that holds on a data day. */
  static <T extends Dated> Optional<T> inForce(
      List<T> rows, LocalDate dataDay, Predicate<T> wanted) {
    for (T row : rows) { // asked for every value
      if (wanted.test(row) && row.provision().isInForce(dataDay)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /** Says that nothing holds on a data day, and which table to look at. */
  static IllegalArgumentException none(String what, LocalDate dataDay, String file) {
    return new IllegalArgumentException(
        "No %s is in force on %s. See standards/%s.".formatted(what, dataDay, file));
  }
}
