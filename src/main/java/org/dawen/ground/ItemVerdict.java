package org.dawen.ground;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.standard.GroundClass;
import org.dawen.standard.GroundItem;
import org.dawen.standard.GroundLimit;

/**
 * The class of an item of ground water, GB/T 14848-2017 6.2: a value on a limit meets it, of
 * classes with equal limits the better one counts. A value below a limit of detection is of the
 * class that the limit itself would have, or of a better one: only where that is class Ⅰ is the
 * class known.
 *
 * @param itemClass null: not known, or no limit is in force
 * @param notBetterThanKnown class than which nothing better is proven; null: the class is known
 */
record ItemVerdict(GroundClass itemClass, GroundClass notBetterThanKnown) {
  private static final ItemVerdict NONE = new ItemVerdict(null, null);

  /** Of a value that was detected. */
  static ItemVerdict ofValue(GroundItem item, BigDecimal value, LocalDate day) {
    GroundLimit limit = GroundLimit.inForce(item, day);
    return limit == null || value == null ? NONE : new ItemVerdict(limit.classOf(value), null);
  }

  /** Of a value below this limit of detection. */
  static ItemVerdict below(GroundItem item, BigDecimal detectionLimit, LocalDate day) {
    GroundLimit limit = GroundLimit.inForce(item, day);
    if (limit == null || detectionLimit == null) {
      return NONE;
    }
    GroundClass most = limit.classBelow(detectionLimit);
    return most == GroundClass.I ? new ItemVerdict(most, null) : new ItemVerdict(null, most);
  }
}
