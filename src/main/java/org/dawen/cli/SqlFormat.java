package org.dawen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dawen.lake.Message;
import org.dawen.lake.SpreadsheetText;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Table;
import org.dawen.publish.AnswerBook;

/** How an answer is printed. */
enum SqlFormat {
  /** Lined up for people; long answers are cut, and say so. */
  TABLE {
    @Override
    void print(SqlEngine.Answer answer, PrintStream out) {
      List<List<String>> rows = new ArrayList<>();
      boolean[] isNumber = new boolean[answer.headings().size()];
      while (answer.rows().hasNext() && rows.size() < MOST_ROWS) {
        Object[] values = answer.rows().next();
        List<String> row = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
          isNumber[i] |= values[i] instanceof Number;
          row.add(values[i] == null ? "" : text(values[i]).replaceAll("\\p{Cntrl}", " "));
        }
        rows.add(row);
      }
      out.print(TextTable.of(answer.headings(), rows, i -> isNumber[i]));
      String key = answer.rows().hasNext() ? "sql.rows-shown" : "sql.rows";
      out.println(Message.of(key, rows.size()).text());
    }
  },
  /**
   * RFC 4180 with a heading line; null is empty; a text that a spreadsheet would run as a formula
   * begins with an apostrophe.
   */
  CSV {
    @Override
    void print(SqlEngine.Answer answer, PrintStream out) {
      out.print(
          String.join(",", answer.headings().stream().map(SpreadsheetText::csvCell).toList()));
      out.print("\r\n");
      while (answer.rows().hasNext()) {
        Object[] values = answer.rows().next();
        List<String> cells = new ArrayList<>();
        for (Object v : values) {
          boolean isNumber = v instanceof Number;
          cells.add(v == null ? "" : isNumber ? text(v) : SpreadsheetText.csvCell(text(v)));
        }
        out.print(String.join(",", cells));
        out.print("\r\n");
      }
    }
  },
  /** An array of objects; decimals are numbers with all their digits. */
  JSON {
    @Override
    void print(SqlEngine.Answer answer, PrintStream out) {
      try {
        JsonGenerator json = new ObjectMapper().getFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartArray();
        while (answer.rows().hasNext()) {
          json.writeRaw("\n");
          json.writeStartObject();
          Object[] values = answer.rows().next();
          for (int i = 0; i < values.length; i++) {
            json.writeFieldName(answer.headings().get(i));
            write(json, values[i]);
          }
          json.writeEndObject();
        }
        json.writeEndArray();
        json.close();
        out.println();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  /** A workbook with Chinese headings. */
  XLSX {
    @Override
    void print(SqlEngine.Answer answer, PrintStream out) {
      print(answer, Catalogue.tables(), out);
    }

    @Override
    void print(SqlEngine.Answer answer, List<Table> named, PrintStream out) {
      out.writeBytes(AnswerBook.of(answer, named));
      out.flush();
    }
  };

  private static final int MOST_ROWS = 1_000;
  private static final DateTimeFormatter CIVIL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  abstract void print(SqlEngine.Answer answer, PrintStream out);

  /** As {@link #print(SqlEngine.Answer, PrintStream)}, with the tables the query names. */
  void print(SqlEngine.Answer answer, List<Table> named, PrintStream out) {
    print(answer, out);
  }

  private static String text(Object value) {
    if (value instanceof LocalDateTime t) {
      return CIVIL.format(t);
    }
    if (value instanceof Instant i) {
      return i.atZone(BEIJING).toOffsetDateTime().toString();
    }
    return value instanceof BigDecimal d ? d.toPlainString() : value.toString();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof BigDecimal d) {
      json.writeNumber(d.toPlainString());
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Double d) {
      json.writeNumber(d);
    } else if (value instanceof Boolean b) {
      json.writeBoolean(b);
    } else {
      json.writeString(text(value));
    }
  }
}
