package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.run.Settings;
import org.dawen.standard.ImpossibleValues;

/**
 * Electricity meters: energy of intervals, register readings, and platforms' own formats by a
 * {@link PowerMapping}. Labels mean the end of the interval; an interval that ends at midnight
 * belongs to the day before.
 */
final class PowerFeed extends FeedReader {
  private static final long serialVersionUID = 1L;
  private static final String INTERVAL_START = "interval_start";
  private static final String INTERVAL_END = "interval_end";
  private static final String READ_AT = "read_at";
  private static final Table POWER = Table.of(ReceivedPower.class);
  private static final Column ENERGY = POWER.column("energy_kwh");
  private static final Column REGISTER = POWER.column("register_kwh");
  private static final List<Column> MEASURED =
      Stream.of(
              "power_kw", "current_a", "voltage_v", "ua_v", "ub_v", "uc_v", "ia_a", "ib_a", "ic_a")
          .map(POWER::column)
          .toList();

  private static final List<String> MEASURED_NAMES = MEASURED.stream().map(Column::name).toList();
  private static final CsvHeader.Expected OF_REGISTERS =
      new CsvHeader.Expected(List.of("meter_code", READ_AT, "register_kwh"), MEASURED_NAMES);
  private static final CsvHeader.Expected OF_INTERVALS =
      new CsvHeader.Expected(
          List.of("meter_code", INTERVAL_END, "energy_kwh"),
          Stream.concat(Stream.of(INTERVAL_START), MEASURED_NAMES.stream()).toList());

  private final List<PowerMapping> mappings;

  PowerFeed(List<PowerMapping> mappings) {
    super(
        "power",
        List.of(POWER),
        true,
        List.of(ImpossibleValues.FILE),
        List.of(PowerMapping.SETTING));
    this.mappings = List.copyOf(mappings);
  }

  @Override
  FeedReader with(Settings settings) {
    return new PowerFeed(PowerMapping.read(settings.text(PowerMapping.SETTING)));
  }

  @Override
  RecordCursor open(LandingFile file, Charset charset, InputStream bytes) throws IOException {
    return SeriesReading.open(file, charset, bytes, POWER, header -> choose(header, file.fileId()));
  }

  @Override
  boolean isReadOnce() {
    return true;
  }

  private SeriesFormat choose(CsvHeader header, String fileId) {
    for (PowerMapping mapping : mappings) {
      if (mapping.fits(header) && !header.has("meter_code")) {
        return mapped(mapping, header, fileId);
      }
    }
    boolean isRegister = header.has(READ_AT) || header.has("register_kwh");
    header.require(isRegister ? OF_REGISTERS : OF_INTERVALS);
    return new OwnFormat(isRegister, measured(header));
  }

  /** Rows of many meters, in any order of meters: intervals, or readings of registers. */
  private record OwnFormat(boolean isRegister, boolean[] measured) implements SeriesFormat {
    @Override
    public String codeHeading() {
      return "meter_code";
    }

    @Override
    public String timeHeading() {
      return isRegister ? READ_AT : INTERVAL_END;
    }

    @Override
    public void read(CsvRecord record, Emitter out, String meter, LocalDateTime end) {
      if (record.isOfImpossibleDay(dayOf(end), timeHeading())) {
        return;
      }
      if (isRegister) {
        BigDecimal register = record.amount("register_kwh", REGISTER);
        emit(record, out, measured, meter, null, end, null, register);
      } else {
        readInterval(record, out, measured, meter, end);
      }
    }
  }

  private static SeriesFormat mapped(PowerMapping mapping, CsvHeader header, String fileId) {
    String meter = mapping.meterOf(fileId);
    if (meter == null) {
      throw new CsvHeader.Wrong(
          RejectReason.KEY_MISSING,
          "The file has the headings of the format '%s', but its name does not tell the meter: '%s' does not match '%s'. Rename it, or correct %s."
              .formatted(
                  mapping.name(),
                  fileId.substring(fileId.lastIndexOf('/') + 1),
                  mapping.meterPattern(),
                  PowerMapping.SETTING));
    }
    return new MappedFormat(mapping, mapping.times(), meter, measured(header));
  }

  /** A platform's own format of one meter. */
  private record MappedFormat(
      PowerMapping mapping, PowerMapping.Times times, String meter, boolean[] measured)
      implements SeriesFormat {
    @Override
    public String codeHeading() {
      return null;
    }

    @Override
    public String series(CsvRecord record) {
      return meter;
    }

    @Override
    public String timeHeading() {
      return mapping.timeHeading();
    }

    @Override
    public TimeLabel label(String cell) {
      return times.label(cell);
    }

    @Override
    public boolean mustRunForward() {
      return mapping.couldBeSwapped();
    }

    @Override
    public String remedy() {
      return "They were read as '%s'. Correct the file, or time_pattern in %s."
          .formatted(mapping.timePattern(), PowerMapping.SETTING);
    }

    @Override
    public boolean leavesOtherColumns() {
      return true;
    }

    @Override
    public void read(CsvRecord record, Emitter out, String series, LocalDateTime end) {
      if (record.isOfImpossibleDay(dayOf(end), timeHeading())) {
        return;
      }
      BigDecimal energy = record.amount(mapping.energyHeading(), ENERGY);
      emit(record, out, measured, series, null, end, energy, null);
    }
  }

  private static void readInterval(
      CsvRecord record, Emitter out, boolean[] measured, String meter, LocalDateTime end) {
    LocalDateTime start = null;
    if (record.text(INTERVAL_START) != null) {
      start = record.time(INTERVAL_START);
      if (start == null) {
        record.reject(RejectReason.BAD_TIME, INTERVAL_START);
        return;
      }
      if (!start.isBefore(end)) {
        record.reject(RejectReason.PERIOD_REVERSED, INTERVAL_START);
        return;
      }
      if (record.isOfImpossibleDay(start.toLocalDate(), INTERVAL_START)) {
        return;
      }
    }
    BigDecimal energy = record.amount("energy_kwh", ENERGY);
    emit(record, out, measured, meter, start, end, energy, null);
  }

  /** Which of the measured columns a file has: most have one or two. */
  private static boolean[] measured(CsvHeader header) {
    boolean[] measured = new boolean[MEASURED.size()];
    for (int i = 0; i < measured.length; i++) {
      measured[i] = header.has(MEASURED_NAMES.get(i));
    }
    return measured;
  }

  private static LocalDate dayOf(LocalDateTime end) {
    return end.minusNanos(1).toLocalDate();
  }

  private static void emit(
      CsvRecord record,
      Emitter out,
      boolean[] measured,
      String meter,
      LocalDateTime start,
      LocalDateTime end,
      BigDecimal energy,
      BigDecimal register) {
    LocalDate day = dayOf(end);
    BigDecimal[] v = new BigDecimal[MEASURED.size()];
    for (int i = 0; i < v.length; i++) {
      v[i] = measured[i] ? record.number(MEASURED_NAMES.get(i), MEASURED.get(i)) : null;
    }
    record.accept();
    out.row(
        ReceivedPower.class,
        day,
        () ->
            new ReceivedPower(
                meter,
                start,
                end,
                day,
                energy,
                register,
                v[0],
                v[1],
                v[2],
                v[3],
                v[4],
                v[5],
                v[6],
                v[7],
                v[8],
                record.provenance()));
  }
}
