package org.dawen.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dawen.lake.SpreadsheetText;

/** A sheet as CSV for spreadsheets and as JSON for programs. */
final class FeedText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter CIVIL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FeedText() {}

  /**
   * RFC 4180 behind a byte order mark, by which spreadsheets know UTF-8. A heading is the Chinese
   * title and the column's name. A text a spreadsheet would run gets an apostrophe in front.
   */
  static byte[] csv(Sheet sheet) {
    StringBuilder out = new StringBuilder().append(BYTE_ORDER_MARK);
    row(
        out,
        sheet.fields().stream()
            .map(f -> SpreadsheetText.csvCell(f.heading() + " " + f.name()))
            .toList());
    for (Line line : sheet.lines()) {
      List<String> cells = new ArrayList<>();
      for (Object value : sheet.values(line)) {
        cells.add(value instanceof Number ? shown(value) : SpreadsheetText.csvCell(shown(value)));
      }
      row(out, cells);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append(String.join(",", cells)).append("\r\n");
  }

  /** The value with all its digits; empty for none. */
  static String shown(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof LocalDateTime t) {
      return CIVIL.format(t);
    }
    if (value instanceof Instant i) {
      return CIVIL.format(i.atZone(BEIJING));
    }
    return value instanceof BigDecimal d ? d.toPlainString() : value.toString();
  }

  /** An array of objects by column name; decimals are numbers with all their digits. */
  static byte[] json(Sheet sheet) {
    // Through a writer: straight to bytes, characters of four bytes would be escaped.
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
      json.writeStartArray();
      for (Line line : sheet.lines()) {
        json.writeRaw("\n");
        json.writeStartObject();
        for (Field field : sheet.fields()) {
          json.writeFieldName(field.name());
          write(json, line.at(field.name()));
        }
        json.writeEndObject();
      }
      json.writeRaw("\n");
      json.writeEndArray();
      json.writeRaw("\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof BigDecimal d) {
      json.writeNumber(d.toPlainString());
    } else if (value instanceof Number n) {
      json.writeNumber(n.longValue());
    } else if (value instanceof Boolean b) {
      json.writeBoolean(b);
    } else {
      json.writeString(shown(value));
    }
  }

  /** A tree with line ends that do not depend on the machine. */
  static byte[] pretty(Object tree) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return (JSON.writer(printer).writeValueAsString(tree) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
