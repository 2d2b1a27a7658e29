package org.dawen.source;

import java.util.Arrays;
import java.util.Objects;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What one packet says about one factor: mean, converted mean, smallest, largest, amount and flag,
 * measured together and never mixed from two packets. A packet may name a factor more than once,
 * again with other values or with the rest of its fields: the later one says what it has, the
 * earlier ones the rest.
 */
final class Group {
  /** Values a group may carry, in the order of {@link #numbers}. */
  static final int VALUES = 5;

  static final int AVG = 0;
  static final int ZS_AVG = 1;
  static final int MIN = 2;
  static final int MAX = 3;
  static final int COU = 4;

  private static final int MEANS = 1 << AVG | 1 << ZS_AVG;

  /** Mean, converted mean and amount are, with the flag, what a group says. */
  private static final int TOLD = MEANS | 1 << COU;

  UTF8String code;

  /** Place in the packet. */
  int no;

  int present;

  /** The values, those absent zero. */
  final long[] numbers = new long[VALUES];

  UTF8String flag;

  /** Other groups of the packet that say something else. */
  int contradictions;

  /** The place each value, and behind them the flag, comes from; only of those present. */
  private final int[] placeOf = new int[VALUES + 1];

  boolean has(int value) {
    return (present & 1 << value) != 0;
  }

  /** Neither mean nor converted mean: it takes nothing back. */
  boolean isEmpty() {
    return (present & MEANS) == 0;
  }

  boolean isFlagged(UTF8String letter) {
    return letter.equals(flag);
  }

  /** To begin with, all it has comes from its own place. */
  void begin() {
    contradictions = 0;
    Arrays.fill(placeOf, no);
  }

  /** Takes another group of the same packet and factor: its values where no later one has any. */
  void completeWith(Group other) {
    contradictions += other.contradictions + (contradicts(other) ? 1 : 0);
    for (int v = 0; v < VALUES; v++) {
      if (other.has(v) && (!has(v) || other.placeOf[v] > placeOf[v])) {
        numbers[v] = other.numbers[v];
        placeOf[v] = other.placeOf[v];
        present |= 1 << v;
      }
    }
    if (other.flag != null && (flag == null || other.placeOf[VALUES] > placeOf[VALUES])) {
      flag = other.flag;
      placeOf[VALUES] = other.placeOf[VALUES];
    }
    no = Math.max(no, other.no);
  }

  /** Takes what it leaves open from another; true if there was something. */
  boolean fillWith(Group other) {
    int open = other.present & ~present;
    for (int v = 0; v < VALUES; v++) {
      if ((open & 1 << v) != 0) {
        numbers[v] = other.numbers[v];
      }
    }
    present |= open;
    boolean takesFlag = flag == null && other.flag != null;
    flag = takesFlag ? other.flag : flag;
    return open != 0 || takesFlag;
  }

  /** True if both say something and not the same. */
  boolean contradicts(Group other) {
    int both = present & other.present & TOLD;
    for (int v = 0; v < VALUES; v++) {
      if ((both & 1 << v) != 0 && numbers[v] != other.numbers[v]) {
        return true;
      }
    }
    return flag != null && other.flag != null && !flag.equals(other.flag);
  }

  boolean saysTheSame(Group other) {
    return (present & TOLD) == (other.present & TOLD)
        && numbers[AVG] == other.numbers[AVG]
        && numbers[ZS_AVG] == other.numbers[ZS_AVG]
        && numbers[COU] == other.numbers[COU]
        && Objects.equals(flag, other.flag);
  }

  /** True if both say the same, to the smallest and the largest value. */
  boolean isCopyOf(Group other) {
    return present == other.present
        && Arrays.equals(numbers, other.numbers)
        && Objects.equals(flag, other.flag);
  }

  void copyFrom(Group other) {
    no = other.no;
    present = other.present;
    System.arraycopy(other.numbers, 0, numbers, 0, VALUES);
    flag = other.flag;
    contradictions = other.contradictions;
    System.arraycopy(other.placeOf, 0, placeOf, 0, VALUES + 1);
  }
}
