package org.dawen.lake;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How the files of a table lie. A partition under some 64 MB is too small, so the declaration
 * follows the size a city's table reaches; {@code replaceWhere} on the day works on every layout.
 */
public enum Layout {
  /** One heap, sorted by day: small tables. */
  UNPARTITIONED(""),
  /** A folder a year: some ten thousand rows a day at most. */
  BY_YEAR("data_year"),
  /** A folder a month: hundreds of thousands of rows a day. */
  BY_MONTH("data_month");

  private final String partitionColumn;

  Layout(String partitionColumn) {
    this.partitionColumn = partitionColumn;
  }

  /** The value of the folder column for rows of a day; null without folders. */
  String folderOf(LocalDate day) {
    return switch (this) {
      case UNPARTITIONED -> null;
      case BY_YEAR -> Integer.toString(day.getYear());
      case BY_MONTH -> YearMonth.from(day).toString();
    };
  }

  /** Name of the folder column the writer derives from the day; empty without partitions. */
  public String partitionColumn() {
    return partitionColumn;
  }
}
