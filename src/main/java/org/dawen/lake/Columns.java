package org.dawen.lake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/**
 * The numbers of a {@code long[]} are a column each, in order: for the hundred figures of a row
 * that a rule computes with as an array, where an object a cell would cost more than the rule. They
 * are written without a dictionary, because sums hardly repeat.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Columns {
  /** The text that means null. */
  long NONE = Long.MIN_VALUE;

  /** Gives name and type of each column; has a constructor without parameters. */
  Class<? extends Supplier<List<Column>>> value();
}
