package org.dawen.enforce;

import java.util.List;
import org.dawen.lake.Table;

/** The tables of enforcement. */
public final class EnforceTables {
  private EnforceTables() {}

  public static final List<Table> ALL =
      List.of(Table.of(DrawnPlace.class), Table.of(LetterDay.class));
}
