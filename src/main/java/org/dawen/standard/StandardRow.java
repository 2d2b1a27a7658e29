package org.dawen.standard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One row of a standard table. Every reader throws {@link StandardTableException} with file, line
 * and column when the field cannot be read as asked.
 */
public final class StandardRow {

  private final String file;
  private final int line;
  private final Map<String, Integer> columns;
  private final List<String> fields;

  StandardRow(String file, int line, Map<String, Integer> columns, List<String> fields) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.fields = fields;
  }

  /** File and line, for messages: {@code air_limits.csv line 7}. */
  public String where() {
    return file + " line " + line;
  }

  /** The field as it stands; empty if it is. */
  public String optionalText(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new StandardTableException(
          file + " has no column " + column + ". Its columns are " + columns.keySet());
    }
    return fields.get(index);
  }

  /** The field, which must not be empty. */
  public String text(String column) {
    String value = optionalText(column);
    if (value.isBlank()) {
      throw new StandardTableException(where() + ": " + column + " is empty. Fill it in.");
    }
    return value;
  }

  /** The parts of a field separated by {@code ;} in their order; none if the field is empty. */
  public Set<String> texts(String column) {
    String value = optionalText(column);
    return value.isEmpty()
        ? Set.of()
        : Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(value.split(";"))));
  }

  /** An exact decimal number, which must be there. */
  public BigDecimal decimal(String column) {
    return read(column, text(column), BigDecimal::new, "a decimal number");
  }

  /** An exact decimal number; null if the field is empty. */
  public BigDecimal optionalDecimal(String column) {
    return optionalText(column).isEmpty() ? null : decimal(column);
  }

  /** A whole number, which must be there. */
  public int integer(String column) {
    return read(column, text(column), Integer::valueOf, "a whole number");
  }

  /** A whole number; null if the field is empty. */
  public Integer optionalInteger(String column) {
    return optionalText(column).isEmpty() ? null : Integer.valueOf(integer(column));
  }

  /** A day as {@code 2026-03-01}, which must be there. */
  public LocalDate day(String column) {
    return read(column, text(column), LocalDate::parse, "a day as 2026-03-01");
  }

  /** A day as {@code 2026-03-01}; null if the field is empty. */
  public LocalDate optionalDay(String column) {
    return optionalText(column).isEmpty() ? null : day(column);
  }

  /** One of a closed set of words, converted to its value. */
  public <T> T word(String column, Function<String, T> meaning) {
    return meant(column, text(column), meaning);
  }

  private <T> T meant(String column, String text, Function<String, T> meaning) {
    try {
      return meaning.apply(text);
    } catch (IllegalArgumentException e) {
      throw new StandardTableException(where() + ": " + column + ": " + e.getMessage(), e);
    }
  }

  /** True for the first of two words, false for the second; nothing else may be there. */
  public boolean isFirst(String column, String first, String second) {
    String word = text(column);
    if (!word.equals(first) && !word.equals(second)) {
      throw new StandardTableException(
          "%s: %s is '%s'. Write %s or %s.".formatted(where(), column, word, first, second));
    }
    return word.equals(first);
  }

  /** The parts of a field separated by {@code ;}, each the name of a constant. */
  public <T extends Enum<T>> Set<T> words(String column, Class<T> constants) {
    Set<T> words = EnumSet.noneOf(constants);
    for (String text : texts(column)) {
      words.add(meant(column, text.toUpperCase(Locale.ROOT), t -> Enum.valueOf(constants, t)));
    }
    return Collections.unmodifiableSet(words);
  }

  /** Standard, clause, period, confidence, source and note, which every row carries. */
  public Provision provision() {
    try {
      return new Provision(
          text("standard"),
          text("clause"),
          day("valid_from"),
          optionalDay("valid_to"),
          word("confidence", Confidence::ofLetter),
          text("source"),
          optionalText("note"));
    } catch (IllegalArgumentException e) {
      throw new StandardTableException(where() + ": " + e.getMessage(), e);
    }
  }

  private <T> T read(String column, String value, Function<String, T> reader, String expected) {
    try {
      return reader.apply(value);
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new StandardTableException(
          where() + ": " + column + " is '" + value + "', expected " + expected + ".", e);
    }
  }
}
