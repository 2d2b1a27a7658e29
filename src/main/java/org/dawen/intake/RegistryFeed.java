package org.dawen.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.dawen.lake.Column;
import org.dawen.lake.RecordForm;
import org.dawen.registry.RegistryFile;

/**
 * Reference data. A row that cannot be read, or that claims a period another row of the file claims
 * too, is rejected: which of the two is meant is for the registry's keeper to say, not for us.
 */
final class RegistryFeed extends FeedReader {
  private static final long serialVersionUID = 1L;

  /** Reference data are held in memory while they are read. */
  private static final int MOST_BYTES = 128 << 20;

  private static final Map<String, CsvHeader.Expected> EXPECTED = new ConcurrentHashMap<>();
  private static final Set<String> BEGINNINGS = Set.of("valid_from", "starts_at");
  private static final Set<String> ENDS = Set.of("valid_to", "ends_at", "due_day");

  RegistryFeed() {
    super("registry", RegistryFile.tables(), false, List.of(), List.of());
  }

  @Override
  boolean isReference() {
    return true;
  }

  /** Directly in {@code registry/}: two files of one name would be two truths. */
  @Override
  boolean takes(String pathInFeed) {
    return RegistryFile.named(bareName(pathInFeed)).isPresent();
  }

  /** The name as the list of files has it, which are all named .csv there. */
  static String bareName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return Workbook.isNamed(unpacked) ? unpacked.replaceAll("xlsx$", "csv") : unpacked;
  }

  static boolean isOne(String fileId) {
    return RegistryFile.named(bareName(fileId.substring(fileId.lastIndexOf('/') + 1))).isPresent();
  }

  static RegistryFile describe(String fileId) {
    return RegistryFile.named(bareName(fileId.substring(fileId.lastIndexOf('/') + 1)))
        .orElseThrow();
  }

  @Override
  RecordCursor open(LandingFile file, Charset charset, InputStream bytes) throws IOException {
    RegistryFile described = describe(file.fileId());
    // Reference data are small: held in memory, read once for the periods of all rows, then taken.
    byte[] whole = bytes.readNBytes(MOST_BYTES + 1);
    if (whole.length > MOST_BYTES) {
      return tooLarge();
    }
    byte[] joined = QuotedBreaks.joined(whole);
    return new CsvCursor(
        new ByteArrayInputStream(joined),
        charset,
        file.limits(),
        header -> {
          header.require(expected(described));
          Set<Long> overlapping = overlapping(described, file, charset, joined);
          return (record, out) -> read(described, file, record, out, null, overlapping);
        });
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private static CsvHeader.Expected expected(RegistryFile described) {
    return EXPECTED.computeIfAbsent(
        described.fileName(),
        name ->
            CsvHeader.Expected.of(
                described.table(),
                names(described.required()),
                names(described.headings()),
                Map.of()));
  }

  private static RecordCursor tooLarge() {
    Iterator<String> once =
        List.of("The file gives more than %,d bytes, which no registry has.".formatted(MOST_BYTES))
            .iterator();
    return out -> {
      boolean isFirst = once.hasNext();
      if (isFirst) {
        out.refuse(RejectReason.UNPACKS_TOO_LARGE, once.next(), "");
      }
      return isFirst;
    };
  }

  private static Set<Long> overlapping(
      RegistryFile described, LandingFile file, Charset charset, byte[] whole) {
    Periods periods = new Periods(described);
    Emitter counted = Emitter.ofRows(file, described.table());
    RecordCursor cursor =
        new CsvCursor(
            new ByteArrayInputStream(whole),
            charset,
            file.limits(),
            header -> {
              header.translate(expected(described));
              return (record, out) -> read(described, file, record, out, periods, Set.of());
            });
    try {
      while (cursor.advance(counted)) {
        counted.ready().clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read from memory", e);
    }
    return periods.overlapping();
  }

  private static void read(
      RegistryFile described,
      LandingFile file,
      CsvRecord record,
      Emitter out,
      Periods periods,
      Set<Long> overlapping) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (Column column : described.headings()) {
      String cell = record.text(column);
      if (cell == null && column.isRequired()) {
        record.reject(RejectReason.KEY_MISSING, column.name());
        return;
      }
      boolean isCode = column.type() instanceof StringType && Codes.isCodeColumn(column.name());
      if (isCode && record.isCodeRefused(column.name())) {
        return;
      }
      Object value = cell == null ? null : valueOf(column.type(), cell);
      if (cell != null && value == null) {
        record.reject(reasonFor(column.type()), column.name());
        return;
      }
      if (value != null && !column.allowed().isEmpty() && !column.allowed().contains(value)) {
        record.rejectAs(
            RejectReason.NOT_IN_LIST,
            "%s: %s is '%s'; write one of %s"
                .formatted(
                    RejectReason.NOT_IN_LIST.words(),
                    column.name(),
                    cell,
                    String.join(", ", column.allowed())));
        return;
      }
      row.put(column.name(), value);
    }
    if (isReversed(row)) {
      record.reject(RejectReason.PERIOD_REVERSED, described.period().get(1).name());
      return;
    }
    String impossible = impossibleDay(row, file.limits().days());
    if (impossible != null) {
      record.isOfImpossibleDay(dayOf(row.get(impossible)), impossible);
      return;
    }
    if (overlapping.contains(record.lineNo())) {
      record.reject(RejectReason.PERIOD_OVERLAP, described.headings().get(0).name());
      return;
    }
    if (periods != null) {
      periods.add(record.lineNo(), row);
    }
    row.keySet().forEach(record::textValue);
    row.put("file_id", file.fileId());
    row.put("record_no", record.lineNo());
    record.accept();
    emit(described.type(), new ArrayList<>(row.values()), out);
  }

  private static <R extends Record> void emit(Class<R> type, List<Object> values, Emitter out) {
    out.row(type, null, () -> RecordForm.of(type).of(values));
  }

  /**
   * The first column whose day cannot be, or null. A period may begin before the first possible day
   * and end after the last (many write 2099-12-31 or 9999-12-31 for "until further notice"), but
   * not lie outside of them.
   */
  private static String impossibleDay(Map<String, Object> row, PossibleDays possible) {
    for (Map.Entry<String, Object> cell : row.entrySet()) {
      LocalDate day = dayOf(cell.getValue());
      boolean isTooEarly = day != null && day.isBefore(possible.first());
      boolean isTooLate = day != null && day.isAfter(possible.last());
      if (isTooEarly && !BEGINNINGS.contains(cell.getKey())
          || isTooLate && !ENDS.contains(cell.getKey())) {
        return cell.getKey();
      }
    }
    return null;
  }

  private static LocalDate dayOf(Object value) {
    return value instanceof LocalDateTime time
        ? time.toLocalDate()
        : value instanceof LocalDate day ? day : null;
  }

  private static boolean isReversed(Map<String, Object> row) {
    Object from = row.getOrDefault("valid_from", row.get("starts_at"));
    Object to = row.getOrDefault("valid_to", row.get("ends_at"));
    if (from instanceof LocalDate a && to instanceof LocalDate b) {
      return b.isBefore(a);
    }
    return from instanceof LocalDateTime a && to instanceof LocalDateTime b && !b.isAfter(a);
  }

  /** The typed value, or null if the text is none of that type. */
  private static Object valueOf(DataType type, String cell) {
    if (type instanceof DecimalType decimal) {
      return Cells.decimal(cell, decimal.precision(), decimal.scale());
    }
    if (type instanceof IntegerType || type instanceof LongType) {
      Long whole = Cells.whole(cell);
      if (whole == null || type instanceof LongType) {
        return whole;
      }
      return whole == whole.intValue() ? Integer.valueOf(whole.intValue()) : null;
    }
    if (type instanceof DateType) {
      return Cells.day(cell);
    }
    if (type instanceof TimestampNTZType) {
      return Cells.time(cell);
    }
    if (type instanceof BooleanType) {
      return switch (cell.toLowerCase(Locale.ROOT)) {
        case "1", "true", "yes", "y", "是" -> Boolean.TRUE;
        case "0", "false", "no", "n", "否" -> Boolean.FALSE;
        default -> null;
      };
    }
    return QuotedBreaks.restored(cell);
  }

  private static RejectReason reasonFor(DataType type) {
    if (type instanceof NumericType) {
      return RejectReason.BAD_NUMBER;
    }
    return type instanceof BooleanType ? RejectReason.NOT_IN_LIST : RejectReason.BAD_TIME;
  }

  /** Periods by identity; a registry is small enough to be held. */
  private static final class Periods {
    private final RegistryFile described;
    private final Map<List<Object>, List<Period>> byIdentity = new HashMap<>();

    /** Both days included; null is open. */
    private record Period(LocalDate from, LocalDate to, long lineNo) {}

    Periods(RegistryFile described) {
      this.described = described;
    }

    void add(long lineNo, Map<String, Object> row) {
      Period period =
          new Period((LocalDate) row.get("valid_from"), (LocalDate) row.get("valid_to"), lineNo);
      for (List<Column> identity : described.identities()) {
        if (isNotTold(identity, row)) {
          continue;
        }
        List<Object> key = new ArrayList<>();
        key.add(identity);
        for (Column c : identity) {
          Object value = row.get(c.name());
          String told = value == null ? "" : value.toString();
          // Packets find their outlet whatever the case of its MN.
          key.add(c.name().equals("mn") ? told.toUpperCase(Locale.ROOT) : told);
        }
        byIdentity.computeIfAbsent(key, k -> new ArrayList<>()).add(period);
      }
    }

    /** A number or name that a row need not have is none that two rows share. */
    private boolean isNotTold(List<Column> identity, Map<String, Object> row) {
      return identity.size() == 1
          && !described.table().key().contains(identity.get(0))
          && row.get(identity.get(0).name()) == null;
    }

    Set<Long> overlapping() {
      Set<Long> lines = new HashSet<>();
      for (List<Period> periods : byIdentity.values()) {
        periods.sort(
            Comparator.comparing(Period::from, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Period::lineNo));
        Period reaching = null;
        for (Period p : periods) {
          boolean isOpen = reaching != null && reaching.to() == null;
          if (reaching != null
              && (isOpen || p.from() == null || !p.from().isAfter(reaching.to()))) {
            lines.add(reaching.lineNo());
            lines.add(p.lineNo());
          }
          boolean reachesFurther =
              reaching == null || !isOpen && (p.to() == null || p.to().isAfter(reaching.to()));
          reaching = reachesFurther ? p : reaching;
        }
      }
      return lines;
    }
  }
}
