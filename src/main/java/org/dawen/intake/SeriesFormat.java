package org.dawen.intake;

import java.time.LocalDateTime;

/**
 * How the records of a CSV become rows if each belongs to a series and has a time of its own: hours
 * of a station, intervals of a meter, days of a city. What a label means is known when the file has
 * been looked through ({@link SeriesLook}).
 */
interface SeriesFormat {
  /** Column of the series' code; null if the file is about one series. */
  String codeHeading();

  /** The series a record belongs to; null: it does not tell. */
  default String series(CsvRecord record) {
    return record.text(codeHeading());
  }

  /** True of a record that only says that nothing was measured, and not when. */
  default boolean saysNothing(CsvRecord record) {
    return false;
  }

  /** True if the times are moments: 0:00 is the start of the date it names, never its end. */
  default boolean isOfMoments() {
    return false;
  }

  /** Column of the time. */
  String timeHeading();

  /** The label as it is written; null if it is none. */
  default TimeLabel label(String cell) {
    return Cells.label(cell);
  }

  /** Seconds from one time to the next; 0 if that is for the labels to say. */
  default int stepSeconds() {
    return 0;
  }

  /** True if the times are days, of which 0:00 means nothing. */
  default boolean isOfDays() {
    return false;
  }

  /** True if a date could be read in two ways, so that the times of the file must not run back. */
  default boolean mustRunForward() {
    return false;
  }

  /** How dates are to be written, for the operator. */
  default String remedy() {
    return "Correct the file: days are written as 2024-03-01.";
  }

  /** True if columns that the format does not name are left aside. */
  default boolean leavesOtherColumns() {
    return false;
  }

  /** Reads one record whose series and time have been read. */
  void read(CsvRecord record, Emitter out, String series, LocalDateTime time);
}
