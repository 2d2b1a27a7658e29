package org.dawen.intake;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dawen.lake.Column;
import org.dawen.lake.SpreadsheetText;
import org.dawen.lake.Table;

/**
 * Entries of the indicator pool. A record without number, day or kind, with a mass that is negative
 * or has a fifth decimal, or with a formula in a text cell is refused; everything else, such as an
 * unknown pollutant or a reference to nothing, is for the ledger to judge.
 */
final class PoolFeed extends FeedReader {
  private static final long serialVersionUID = 1L;

  private static final Table POOL = Table.of(ReceivedPool.class);
  private static final Column KIND = POOL.column("kind");
  private static final Column MASS_T = POOL.column("mass_t");
  private static final Column MULTIPLIER = POOL.column("multiplier");
  private static final List<String> DERIVED_KINDS = List.of("POOL", "EXPIRE");
  private static final List<String> REQUIRED = List.of("entry_no", "entry_day", "kind");
  private static final List<String> TEXTS =
      List.of(
          "county_code",
          "other_county_code",
          "pollutant_code",
          "project_code",
          "document_no",
          "note");
  private static final List<String> OPTIONAL =
      List.of(
          "county_code",
          "other_county_code",
          "pollutant_code",
          "mass_t",
          "reduction_year",
          "project_code",
          "multiplier",
          "refers_to_entry_no",
          "document_no",
          "note");
  private static final List<String> CHECKED =
      Stream.concat(
              TEXTS.stream(),
              Stream.of("mass_t", "multiplier", "reduction_year", "refers_to_entry_no"))
          .toList();
  private static final CsvHeader.Expected EXPECTED =
      CsvHeader.Expected.of(POOL, REQUIRED, OPTIONAL, Map.of("entry_day", "业务日期"));
  private static final Pattern YEAR = Pattern.compile("(19|20|21)\\d\\d");

  PoolFeed() {
    super("pool", List.of(POOL), false, List.of(), List.of());
  }

  @Override
  RecordCursor open(LandingFile file, Charset charset, InputStream bytes) {
    return new CsvCursor(
        bytes,
        charset,
        file.limits(),
        header -> {
          header.require(EXPECTED);
          return PoolFeed::read;
        });
  }

  private static void read(CsvRecord record, Emitter out) {
    for (String name : REQUIRED) {
      if (record.text(name) == null) {
        record.reject(RejectReason.KEY_MISSING, name);
        return;
      }
    }
    for (String name : TEXTS) {
      if (Codes.isCodeColumn(name) && record.isCodeRefused(name)) {
        return;
      }
    }
    Long entryNo = Cells.whole(record.text("entry_no"));
    LocalDate day = record.day("entry_day");
    String kind = record.text("kind").toUpperCase(Locale.ROOT);
    if (entryNo == null) {
      record.reject(RejectReason.BAD_NUMBER, "entry_no");
      return;
    }
    if (day == null) {
      record.reject(RejectReason.BAD_TIME, "entry_day");
      return;
    }
    if (!KIND.allowed().contains(kind)) {
      boolean isDerived = DERIVED_KINDS.contains(kind);
      record.reject(isDerived ? RejectReason.DERIVED_KIND : RejectReason.NOT_IN_LIST, "kind");
      return;
    }
    for (String name : CHECKED) {
      RejectReason wrong = problem(name, record.text(name));
      if (wrong != null) {
        record.reject(wrong, name);
        return;
      }
    }
    if (record.isOfImpossibleDay(day, "entry_day")) {
      return;
    }
    String year = record.text("reduction_year");
    String refersTo = record.text("refers_to_entry_no");
    REQUIRED.forEach(record::textValue);
    OPTIONAL.forEach(record::textValue);
    record.accept();
    out.row(
        ReceivedPool.class,
        day,
        () ->
            new ReceivedPool(
                entryNo,
                day,
                ReceivedPool.Kind.valueOf(kind),
                record.text("county_code"),
                record.text("other_county_code"),
                record.text("pollutant_code"),
                ExactNumber.of(record.text("mass_t"), MASS_T),
                year == null ? null : Integer.valueOf(year),
                record.text("project_code"),
                ExactNumber.of(record.text("multiplier"), MULTIPLIER),
                refersTo == null ? null : Cells.whole(refersTo),
                record.text("document_no"),
                record.text("note"),
                record.provenance()));
  }

  /** What is wrong with a cell that need not be there; null if nothing. */
  private static RejectReason problem(String name, String cell) {
    if (cell == null) {
      return null;
    }
    return switch (name) {
      case "mass_t" -> ExactNumber.problem(cell, MASS_T);
      case "multiplier" -> ExactNumber.problem(cell, MULTIPLIER);
      case "reduction_year" -> YEAR.matcher(cell).matches() ? null : RejectReason.BAD_NUMBER;
      case "refers_to_entry_no" -> Cells.whole(cell) == null ? RejectReason.BAD_NUMBER : null;
      default -> SpreadsheetText.isCommand(cell) ? RejectReason.FORMULA_IN_TEXT : null;
    };
  }
}
