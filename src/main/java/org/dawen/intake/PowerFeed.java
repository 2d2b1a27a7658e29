package org.dawen.intake;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.Column;
import org.dawen.lake.Table;

/**
 * Electricity meters: energy of intervals. Labels mean the end of the interval; an interval that
 * ends at midnight belongs to the day before.
 */
final class PowerFeed implements FeedReader {
  private static final long serialVersionUID = 1L;
  private static final List<Column> OPTIONAL =
      List.of(ReceivedTables.POWER_KW, ReceivedTables.CURRENT_A, ReceivedTables.VOLTAGE_V);

  @Override
  public String feed() {
    return "power";
  }

  @Override
  public List<Table> tables() {
    return List.of(ReceivedTables.POWER);
  }

  @Override
  public boolean takes(String pathInFeed) {
    return FeedReader.endsIn(pathInFeed, ".csv");
  }

  @Override
  public boolean isText() {
    return true;
  }

  @Override
  public List<String> rooms() {
    return List.of("org.dawen.intake");
  }

  @Override
  public RecordCursor open(LandingFile file, Charset charset, InputStream bytes) {
    String order = FileOrder.of(file.fileId());
    return new CsvCursor(
        bytes,
        charset,
        header -> {
          CsvHeader.Problem problem =
              header.problem(
                  List.of("meter_code", "interval_end", "energy_kwh"),
                  OPTIONAL.stream().map(Column::name).toList());
          if (problem != null) {
            throw new CsvCursor.WrongHeader(problem);
          }
          return (record, out) -> read(record, out, file.fileId(), order);
        });
  }

  private static void read(CsvRecord record, Emitter out, String fileId, String order) {
    String meter = record.text("meter_code");
    if (meter == null) {
      record.reject(RejectReason.KEY_MISSING, "meter_code");
      return;
    }
    if (record.text("interval_end") == null) {
      record.reject(RejectReason.KEY_MISSING, "interval_end");
      return;
    }
    LocalDateTime end = record.time("interval_end");
    if (end == null) {
      record.reject(RejectReason.BAD_TIME, "interval_end");
      return;
    }
    LocalDate day = end.minusNanos(1).toLocalDate();
    BigDecimal energy = record.amount("energy_kwh", ReceivedTables.ENERGY_KWH);
    BigDecimal power = record.number("power_kw", ReceivedTables.POWER_KW);
    BigDecimal current = record.number("current_a", ReceivedTables.CURRENT_A);
    BigDecimal voltage = record.number("voltage_v", ReceivedTables.VOLTAGE_V);
    record.accept();
    out.row(
        ReceivedTables.POWER,
        day,
        out.wants(ReceivedTables.POWER)
            ? RowFactory.create(
                meter,
                end,
                day,
                energy,
                power,
                current,
                voltage,
                null,
                order,
                fileId,
                record.lineNo())
            : null);
  }
}
