package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dawen.lake.Table;

/** Reads the records of a {@link SeriesFormat} as a look through the file has shown them. */
final class SeriesReading implements CsvFormat {
  private static final Pattern YEARLESS =
      Pattern.compile("\\d{1,2}[-/.]\\d{1,2}(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?)?");

  private final SeriesFormat format;
  private final SeriesLook look;
  private final String fault;
  private boolean isOver;
  private boolean isNoted;

  private SeriesReading(SeriesFormat format, SeriesLook look) {
    this.format = format;
    this.look = look;
    this.fault = look.fault();
  }

  /** Looks through a file, then reads it. */
  static RecordCursor open(
      LandingFile file,
      Charset charset,
      InputStream bytes,
      Table any,
      Function<CsvHeader, SeriesFormat> formats)
      throws IOException {
    ReadTwice twice = new ReadTwice(file, bytes);
    SeriesLook look = new SeriesLook();
    CsvCursor[] through = new CsvCursor[1];
    twice.first(
        first -> {
          through[0] =
              new CsvCursor(
                  first, charset, file.limits(), header -> look.through(formats.apply(header)));
          Emitter nobody = Emitter.ofRows(file, any);
          while (through[0].advance(nobody)) {
            // to the end
          }
        });
    return new CsvCursor(
        twice.second(),
        charset,
        file.limits(),
        header -> new SeriesReading(formats.apply(header), look),
        through[0]) {
      @Override
      public boolean isAsLookedAt(String sha256) {
        return twice.isTheSame(sha256);
      }
    };
  }

  @Override
  public void read(CsvRecord record, Emitter out) {
    if (fault != null) {
      isOver = true;
      record.refuseFile(RejectReason.DATES_RUN_BACKWARDS, fault);
      return;
    }
    if (!isNoted) {
      isNoted = true;
      out.note(look.note());
    }
    String code = format.codeHeading();
    String time = format.timeHeading();
    if (format.saysNothing(record)) {
      out.otherCommand();
      return;
    }
    String series = format.series(record);
    if (series == null || record.text(time) == null) {
      record.reject(RejectReason.KEY_MISSING, series == null ? code : time);
      return;
    }
    if (code != null && record.isCodeRefused(code)) {
      return;
    }
    TimeLabel label = format.label(record.text(time));
    if (label == null && YEARLESS.matcher(record.text(time)).matches()) {
      record.rejectAs(
          RejectReason.BAD_TIME,
          "%s: %s is '%s', which has no year; write it as 2024-03-01 08:00"
              .formatted(RejectReason.BAD_TIME.words(), time, record.text(time)));
      return;
    }
    boolean isDayAtOtherHour = label != null && format.isOfDays() && !label.isStartOfDay();
    if (label == null || label.isMixed() || isDayAtOtherHour) {
      record.reject(RejectReason.BAD_TIME, time);
      return;
    }
    String faultOfSeries = look.faultOf(series);
    if (faultOfSeries != null) {
      record.rejectAs(RejectReason.MIDNIGHT_TWICE, faultOfSeries);
      return;
    }
    boolean isEnd = look.isEndOfItsDate(record.lineNo());
    LocalDateTime meant = (isEnd ? label.asEndOfDay() : label).time();
    format.read(record, out, series, meant);
  }

  @Override
  public boolean leavesOtherColumns() {
    return format.leavesOtherColumns();
  }

  @Override
  public boolean isOver() {
    return isOver;
  }
}
