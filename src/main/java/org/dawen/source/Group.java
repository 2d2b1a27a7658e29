package org.dawen.source;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/**
 * What one packet says about one factor: measured together and never mixed from two packets.
 *
 * @param avgValue mean
 * @param zsAvgValue mean converted to the reference oxygen (折算)
 * @param couValue amount
 * @param dataFlag flag of HJ 212-2017 table 8, in capitals as there, in whatever case it was sent
 */
record Group(
    @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsAvgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal minValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal maxValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal couValue,
    @Nullable String dataFlag) {
  /** Normal, HJ 212-2017 table 8. */
  static final String NORMAL = "N";

  Group {
    dataFlag = dataFlag == null ? null : dataFlag.toUpperCase(Locale.ROOT);
  }

  /** Neither mean nor converted mean: it takes nothing back. */
  boolean isEmpty() {
    return avgValue == null && zsAvgValue == null;
  }

  boolean isNormal() {
    return NORMAL.equals(dataFlag);
  }

  /** What it leaves open taken from another. */
  Group filledWith(Group other) {
    return new Group(
        either(other, Group::avgValue),
        either(other, Group::zsAvgValue),
        either(other, Group::minValue),
        either(other, Group::maxValue),
        either(other, Group::couValue),
        either(other, Group::dataFlag));
  }

  private <T> T either(Group other, Function<Group, T> value) {
    T own = value.apply(this);
    return own != null ? own : value.apply(other);
  }

  /** True if both say something and not the same: mean, converted mean, amount or flag. */
  boolean contradicts(Group other) {
    return told()
        .anyMatch(
            value -> {
              Comparable<?> own = value.apply(this);
              Comparable<?> others = value.apply(other);
              return own != null && others != null && !isSame(own, others);
            });
  }

  boolean saysTheSame(Group other) {
    return told().allMatch(value -> isSame(value.apply(this), value.apply(other)));
  }

  /** True if both say the same, to the smallest and the largest value. */
  boolean isCopyOf(Group other) {
    return saysTheSame(other)
        && isSame(minValue, other.minValue)
        && isSame(maxValue, other.maxValue);
  }

  /** Mean, converted mean and amount are, with the flag, what a group says. */
  private static Stream<Function<Group, Comparable<?>>> told() {
    return Stream.of(Group::avgValue, Group::zsAvgValue, Group::couValue, Group::dataFlag);
  }

  /** Numbers are the same whatever their zeros at the end; two that are missing are the same. */
  static boolean isSame(Object one, Object other) {
    return one instanceof BigDecimal a && other instanceof BigDecimal b
        ? a.compareTo(b) == 0
        : Objects.equals(one, other);
  }
}
