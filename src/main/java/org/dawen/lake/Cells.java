package org.dawen.lake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * The cells of one row on its way into a data file, by place; one object for all rows of a task.
 * Whole numbers, truths (0, 1), days since 1970, civil times and instants in microseconds since
 * 1970 and decimals of at most 18 digits without their point are numbers; texts and longer decimals
 * are bytes; a list of records is a {@link CellList}.
 */
public final class Cells {
  private static final int WIDE_DECIMAL_BYTES = 16;
  private static final int DIGITS_OF_LONG = 18;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final long MICROS = 1_000_000L;

  private final boolean[] isThere;
  private final long[] numbers;
  private final Binary[] bytes;
  private final String[] texts;
  private final LocalDate[] days;
  private final CellList[] lists;

  public Cells(int columns) {
    isThere = new boolean[columns];
    numbers = new long[columns];
    bytes = new Binary[columns];
    texts = new String[columns];
    days = new LocalDate[columns];
    lists = new CellList[columns];
  }

  /** Begins another row, in which every cell is null until it is set. */
  public void clear() {
    Arrays.fill(isThere, false);
  }

  public void number(int place, long number) {
    numbers[place] = number;
    isThere[place] = true;
  }

  /** Bytes that nobody changes any more. */
  void bytes(int place, Binary value) {
    isThere[place] = true;
    if (value != bytes[place]) {
      texts[place] = value.equals(bytes[place]) ? texts[place] : null;
      bytes[place] = value;
    }
  }

  /** As above, of a part of bytes that somebody may change. */
  void bytes(int place, byte[] in, int from, int to) {
    Binary before = bytes[place];
    if (before != null) {
      byte[] same = before.getBytesUnsafe();
      if (Arrays.equals(same, 0, same.length, in, from, to)) {
        isThere[place] = true;
        return;
      }
    }
    isThere[place] = true;
    texts[place] = null;
    bytes[place] = Binary.fromConstantByteArray(Arrays.copyOfRange(in, from, to));
  }

  /** Bytes that nobody changes any more; null is null. */
  void bytes(int place, byte[] value) {
    isThere[place] = value != null;
    if (value != null) {
      texts[place] = null;
      bytes[place] = Binary.fromConstantByteArray(value);
    }
  }

  /** Null is null. A text that repeats from row to row is encoded once. */
  public void text(int place, String text) {
    isThere[place] = text != null;
    if (text != null && text != texts[place]) {
      if (!text.equals(texts[place])) {
        bytes[place] = Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
      }
      texts[place] = text;
    }
  }

  /** A decimal of more than 18 digits, at the scale of its column; null is null. */
  public void wide(int place, BigDecimal number) {
    isThere[place] = number != null;
    if (number != null) {
      bytes[place] = Binary.fromConstantByteArray(wideBytes(number));
    }
  }

  private static byte[] wideBytes(BigDecimal number) {
    if (number.precision() <= DIGITS_OF_LONG) {
      // No BigInteger is made of a number that fits into a long.
      long digits = number.movePointRight(number.scale()).longValueExact();
      return ByteBuffer.allocate(WIDE_DECIMAL_BYTES).putLong(digits >> 63).putLong(digits).array();
    }
    byte[] digits = number.unscaledValue().toByteArray();
    byte[] padded = new byte[WIDE_DECIMAL_BYTES];
    Arrays.fill(padded, (byte) (digits[0] < 0 ? -1 : 0));
    System.arraycopy(digits, 0, padded, WIDE_DECIMAL_BYTES - digits.length, digits.length);
    return padded;
  }

  /** The decimal of more than 18 digits that a cell holds. */
  BigDecimal wide(int place, int scale) {
    ByteBuffer digits = ByteBuffer.wrap(bytes[place].getBytesUnsafe());
    if (digits.remaining() == WIDE_DECIMAL_BYTES) {
      long upper = digits.getLong(0);
      long lower = digits.getLong(Long.BYTES);
      if (upper == lower >> 63) {
        return BigDecimal.valueOf(lower, scale);
      }
    }
    return new BigDecimal(new BigInteger(bytes[place].getBytes()), scale);
  }

  /** A list of records of so many columns, empty until they are added. */
  CellList list(int place, int columns) {
    isThere[place] = true;
    if (lists[place] == null) {
      lists[place] = new CellList(columns);
    }
    lists[place].clear();
    return lists[place];
  }

  /** The list that a cell holds. */
  CellList list(int place) {
    return lists[place];
  }

  /** Takes the cell of another row. */
  void copy(int place, Cells from, int at) {
    isThere[place] = from.isThere[at];
    numbers[place] = from.numbers[at];
    if (bytes[place] != from.bytes[at]) {
      bytes[place] = from.bytes[at];
      texts[place] = from.texts[at];
    }
    lists[place] = from.lists[at];
  }

  boolean isMissing(int place) {
    return !isThere[place];
  }

  long number(int place) {
    return numbers[place];
  }

  Binary bytes(int place) {
    return bytes[place];
  }

  /** The text, or null. One that repeats from row to row is decoded once. */
  String text(int place) {
    if (!isThere[place]) {
      return null;
    }
    if (texts[place] == null) {
      texts[place] = bytes[place].toStringUsingUTF8();
    }
    return texts[place];
  }

  /** The day, or null. */
  LocalDate day(int place) {
    if (!isThere[place]) {
      return null;
    }
    if (days[place] == null || days[place].toEpochDay() != numbers[place]) {
      days[place] = LocalDate.ofEpochDay(numbers[place]);
    }
    return days[place];
  }

  /**
   * What a cell of this type holds: String, Integer, Long, BigDecimal with the digits of the type,
   * Boolean, LocalDate, LocalDateTime or Instant, bytes as hexadecimal digits, of a list a list of
   * rows; null for nothing.
   */
  Object value(int place, DataType type) {
    if (!isThere[place]) {
      return null;
    }
    if (type instanceof ArrayType list) {
      return lists[place].values((StructType) list.elementType());
    }
    if (type instanceof DecimalType decimal) {
      return isNumber(type)
          ? BigDecimal.valueOf(numbers[place], decimal.scale())
          : wide(place, decimal.scale());
    }
    long number = numbers[place];
    return switch (type.typeName()) {
      case "date" -> LocalDate.ofEpochDay(number);
      case "timestamp_ntz" -> civilTime(number);
      case "timestamp" -> instant(number);
      case "boolean" -> number != 0;
      case "integer" -> (int) number;
      case "long" -> number;
      case "binary" -> HEX.formatHex(bytes[place].getBytesUnsafe());
      default -> text(place);
    };
  }

  /** Takes what {@link #value(int, DataType)} gives; null is null. */
  void value(int place, DataType type, Object value) {
    isThere[place] = false;
    if (value instanceof byte[] given) {
      bytes(place, given);
    } else if (value instanceof String digits && type.typeName().equals("binary")) {
      bytes(place, HEX.parseHex(digits));
    } else if (value instanceof String text) {
      text(place, text);
    } else if (value instanceof BigDecimal number) {
      BigDecimal scaled = number.setScale(((DecimalType) type).scale());
      if (isNumber(type)) {
        number(place, scaled.unscaledValue().longValueExact());
      } else {
        wide(place, scaled);
      }
    } else if (value instanceof Integer || value instanceof Long) {
      number(place, ((Number) value).longValue());
    } else if (value instanceof Boolean truth) {
      number(place, truth ? 1 : 0);
    } else if (value instanceof LocalDate day) {
      number(place, day.toEpochDay());
    } else if (value instanceof LocalDateTime time) {
      number(place, micros(time));
    } else if (value instanceof Instant instant) {
      number(place, micros(instant));
    } else if (value instanceof List<?> rows) {
      StructType fields = (StructType) ((ArrayType) type).elementType();
      list(place, fields.length()).values(fields, rows);
    } else if (value instanceof scala.collection.Seq<?> rows) {
      value(place, type, scala.jdk.javaapi.CollectionConverters.asJava(rows));
    } else if (value != null) {
      throw new IllegalArgumentException(
          "no cell of type %s holds a %s".formatted(type.sql(), value.getClass()));
    }
  }

  static long micros(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * MICROS + time.getNano() / 1_000;
  }

  static LocalDateTime civilTime(long micros) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, MICROS), (int) Math.floorMod(micros, MICROS) * 1_000, ZoneOffset.UTC);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** What a cell holds, for messages. */
  String shown(Column column, int place) {
    Object value = value(place, column.type());
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  /** True if cells of this type are numbers, false if they are bytes. */
  static boolean isNumber(DataType type) {
    if (type instanceof DecimalType decimal) {
      return decimal.precision() <= 18;
    }
    return !List.of("string", "binary", "array").contains(type.typeName());
  }
}
