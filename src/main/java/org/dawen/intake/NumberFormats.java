package org.dawen.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/**
 * What the number of a cell means by the format of the cell. A number is the stored one with the 15
 * digits that a spreadsheet keeps: 8.6999999999999993 was typed as 8.7.
 */
final class NumberFormats {
  private static final int DIGITS = 15;
  private static final MathContext KEPT = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
  private static final int LONGEST_PLAIN = 40;
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");
  private static final Pattern PADDED = Pattern.compile("[ -]*0[0 -]*0[ -]*");

  /** Dates and times of Chinese spreadsheets, ECMA-376 18.8.30; POI knows the others. */
  private static final Set<Integer> CHINESE_DATES =
      Set.of(27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);

  private enum Kind {
    NUMBER,
    DATE,
    PERCENT,
    PADDED
  }

  private record Format(int id, String text, Kind kind) {}

  private static final Format GENERAL = new Format(0, "General", Kind.NUMBER);

  private final List<Format> byStyle = new ArrayList<>();
  private final Map<String, Kind> kinds = new HashMap<>();
  private final DataFormatter formatter = new DataFormatter();
  private final boolean isFrom1904;

  /**
   * The formats of a workbook.
   *
   * @param isFrom1904 its days are counted from 1904, as by older Macintosh programs
   */
  NumberFormats(StylesTable styles, boolean isFrom1904) {
    this.isFrom1904 = isFrom1904;
    for (int i = 0; styles != null && i < styles.getNumCellStyles(); i++) {
      XSSFCellStyle style = styles.getStyleAt(i);
      int id = style.getDataFormat();
      String text = style.getDataFormatString();
      String known = text == null ? BuiltinFormats.getBuiltinFormat(id) : text;
      String format = known == null ? "General" : known;
      byStyle.add(
          new Format(id, format, kinds.computeIfAbsent(id + format, f -> kind(id, format))));
    }
  }

  private static Kind kind(int id, String format) {
    if (CHINESE_DATES.contains(id) || DateUtil.isADateFormat(id, format)) {
      return Kind.DATE;
    }
    String bare = LITERALS.matcher(format.split(";", 2)[0]).replaceAll("");
    if (bare.indexOf('%') >= 0) {
      return Kind.PERCENT;
    }
    return PADDED.matcher(bare).matches() ? Kind.PADDED : Kind.NUMBER;
  }

  /**
   * The cell as text.
   *
   * @param raw the number as the file writes it
   * @param style index of the style of the cell
   */
  String text(String raw, int style) {
    BigDecimal number = Cells.numberOfAnySize(raw.trim());
    if (number == null) {
      return raw;
    }
    BigDecimal kept = number.round(KEPT);
    Format format = style >= 0 && style < byStyle.size() ? byStyle.get(style) : GENERAL;
    return switch (format.kind) {
      case NUMBER -> plain(kept);
      case DATE -> date(number.doubleValue(), plain(kept));
      case PERCENT -> SheetCell.PERCENT.marked(plain(kept), plain(kept.movePointRight(2)));
      case PADDED -> padded(kept, format);
    };
  }

  /**
   * Plain digits, unless the spreadsheet has kept only the first of them: then with an exponent, so
   * that no code is taken for whole.
   */
  private static String plain(BigDecimal number) {
    BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    boolean hasLostDigits = bare.precision() - bare.scale() > DIGITS;
    String plain = hasLostDigits || bare.scale() > LONGEST_PLAIN ? null : bare.toPlainString();
    return plain == null ? withExponent(bare) : plain;
  }

  /** {@code 3.70E+17}: a code column refuses what is written so. */
  private static String withExponent(BigDecimal bare) {
    int exponent = bare.precision() - bare.scale() - 1;
    String digits = bare.unscaledValue().abs().toString();
    return "%s%s%sE%+d"
        .formatted(
            bare.signum() < 0 ? "-" : "",
            digits.charAt(0),
            digits.length() > 1 ? "." + digits.substring(1) : "",
            exponent);
  }

  private String date(double serial, String plain) {
    if (!DateUtil.isValidExcelDate(serial)) {
      return plain;
    }
    LocalDateTime time = DateUtil.getLocalDateTime(serial, isFrom1904, true);
    if (time == null) {
      return plain;
    }
    if (serial < 1 && !isFrom1904) {
      return time.toLocalTime().toString(); // a time of day without a date
    }
    String day = time.toLocalDate().toString();
    boolean isDay = time.toLocalTime().toSecondOfDay() == 0;
    return SheetCell.DATE.marked(isDay ? day : time.format(TIME), time.format(MONTH));
  }

  private String padded(BigDecimal number, Format format) {
    String plain = plain(number);
    if (!plain.matches("\\d{1,15}")) {
      return plain;
    }
    String bare = LITERALS.matcher(format.text.split(";", 2)[0]).replaceAll("");
    int zeros = (int) bare.chars().filter(c -> c == '0').count();
    String shown = formatter.formatRawCellContents(number.doubleValue(), format.id, format.text);
    return SheetCell.PADDED.marked(
        "0".repeat(Math.max(0, zeros - plain.length())) + plain, shown.strip());
  }
}
