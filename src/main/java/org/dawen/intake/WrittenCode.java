package org.dawen.intake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A code as it was typed or as a spreadsheet wrote it, and the number that a spreadsheet makes of
 * it: leading zeros go, decimals come, of a long one only the first digits remain.
 *
 * @param text the code in ASCII where there are such letters and digits
 * @param number the number; null if it is none
 * @param slack by how much a code may differ of which the number was made; zero if no digit was
 *     lost
 */
record WrittenCode(String text, BigDecimal number, BigDecimal slack) {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

  /** A spreadsheet keeps so many digits of a number; those behind them become zeros. */
  private static final int MOST_DIGITS = 15;

  static WrittenCode of(String cell) {
    String text = Cells.trimmed(folded(cell));
    String digits = text.replace(",", ""); // 370,123,000,000
    if (digits.length() > 60 || !NUMBER.matcher(digits).matches()) {
      return new WrittenCode(text, null, BigDecimal.ZERO);
    }
    BigDecimal number = new BigDecimal(digits);
    boolean isRounded = digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
    return new WrittenCode(text, number, isRounded ? slackOf(number) : slackOfPlain(number));
  }

  /** Half a unit of the last digit that is left, or what the spreadsheet could not keep. */
  private static BigDecimal slackOf(BigDecimal number) {
    return number.precision() < MOST_DIGITS
        ? number.ulp().divide(BigDecimal.valueOf(2))
        : lastKept(number);
  }

  /** Digits behind the fifteenth that are all zeros may have been others. */
  private static BigDecimal slackOfPlain(BigDecimal number) {
    BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    boolean hasLostDigits =
        bare.precision() - bare.scale() > MOST_DIGITS && bare.precision() <= MOST_DIGITS;
    return hasLostDigits ? lastKept(number) : BigDecimal.ZERO;
  }

  private static BigDecimal lastKept(BigDecimal number) {
    return new BigDecimal(BigInteger.ONE, MOST_DIGITS - (number.precision() - number.scale()));
  }

  /** Letters, digits and signs of full width as ASCII. */
  static String folded(String cell) {
    return cell.chars().allMatch(c -> c < 0x80)
        ? cell
        : Normalizer.normalize(cell, Normalizer.Form.NFKC);
  }

  /** True if the digits that are left are those of the stored code. */
  boolean mayHaveBeen(WrittenCode stored) {
    if (text.equals(stored.text)) {
      return true;
    }
    return number != null
        && stored.number != null
        && number.subtract(stored.number).abs().compareTo(slack) <= 0;
  }
}
