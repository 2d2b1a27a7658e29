package org.dawen.lake;

import java.lang.annotation.Annotation;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Turns records of one class into cells and back. A component is a column: {@code timesOverLimit}
 * is {@code times_over_limit}, {@code pm2_5UgM3} is {@code pm2_5_ug_m3}. A component that is itself
 * a record is a structure with names, and its components are columns in its place.
 *
 * <p>Types: String text, an enum a text of a closed list as its constants write themselves, int and
 * Integer count, long and Long whole number, boolean and Boolean truth, LocalDate day,
 * LocalDateTime civil time, Instant instant, BigDecimal with {@link Digits}, long[] with {@link
 * Columns} several columns of numbers. Null is allowed where {@link Nullable} says so.
 */
public final class RecordForm<R> {
  private static final ClassValue<RecordForm<?>> FORMS =
      new ClassValue<>() {
        @Override
        protected RecordForm<?> computeValue(Class<?> type) {
          return new RecordForm<>(type);
        }
      };

  private final Node root;
  private final List<Column> columns = new ArrayList<>();
  private final List<RecordComponent> components = new ArrayList<>();

  private RecordForm(Class<R> type) {
    root = new Node(type);
  }

  /** The form of a class; made once. */
  @SuppressWarnings("unchecked")
  public static <R> RecordForm<R> of(Class<R> type) {
    return (RecordForm<R>) FORMS.get(type);
  }

  /** Name and type of each column, in order; their meaning is in the dictionary. */
  public List<Column> columns() {
    return columns;
  }

  /** The columns of components that carry an annotation, in order. */
  <A extends Annotation> Map<Column, A> annotated(Class<A> annotation) {
    Map<Column, A> found = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      A given = components.get(i).getAnnotation(annotation);
      if (given != null) {
        found.put(columns.get(i), given);
      }
    }
    return found;
  }

  /** Fills the cells with what a record holds. */
  public void give(R row, Cells to) {
    to.clear();
    root.give(row, to);
  }

  /** The record that the cells make. */
  @SuppressWarnings("unchecked")
  public R take(Cells from) {
    return (R) root.take(from);
  }

  /**
   * What a record holds, column by column, as {@link Cells#value}: a word of a closed list is a
   * text, a decimal has the digits of its column.
   */
  public List<Object> values(R row) {
    Cells cells = new Cells(columns.size());
    give(row, cells);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(cells.value(i, columns.get(i).type()));
    }
    return values;
  }

  /** The record that holds these values, column by column, as {@link #values} gives them. */
  public R of(List<Object> values) {
    Cells cells = new Cells(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      cells.value(i, columns.get(i).type(), values.get(i));
    }
    return take(cells);
  }

  /** What identifies a row of a declared table, for messages; what is null is left out. */
  @SuppressWarnings("unchecked")
  public static String keyOf(Record row) {
    Table table = Table.of(row.getClass());
    Cells cells = new Cells(table.columns().size());
    ((RecordForm<Record>) of(row.getClass())).give(row, cells);
    return table.key().stream()
        .filter(c -> !cells.isMissing(table.placeOf(c)))
        .map(c -> cells.shown(c, table.placeOf(c)))
        .collect(Collectors.joining(" "));
  }

  /** The column of a component: each capital begins a word. */
  static String columnOf(String component) {
    StringBuilder name = new StringBuilder();
    for (char c : component.toCharArray()) {
      if (Character.isUpperCase(c)) {
        name.append('_');
      }
      name.append(Character.toLowerCase(c));
    }
    return name.toString();
  }

  /** A component: a column or a record of columns. */
  private abstract static class Part {
    abstract void give(Object row, Cells to);

    abstract Object take(Cells from);
  }

  /** A record, or a record within one. */
  private final class Node extends Part {
    private final Part[] parts;
    private final MethodHandle constructor;

    Node(Class<?> type) {
      if (!type.isRecord()) {
        throw new IllegalArgumentException(type + " is no record");
      }
      RecordComponent[] components = type.getRecordComponents();
      parts = new Part[components.length];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = part(components[i]);
      }
      try {
        Constructor<?> canonical =
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor =
            lookup(type)
                .unreflectConstructor(canonical)
                .asSpreader(Object[].class, parts.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot make records of " + type, e);
      }
    }

    private Part part(RecordComponent component) {
      if (component.getType().isRecord()) {
        Function<Object, Object> accessor = Accessors.object(component);
        Node inner = new Node(component.getType());
        return new Part() {
          @Override
          void give(Object row, Cells to) {
            inner.give(accessor.apply(row), to);
          }

          @Override
          Object take(Cells from) {
            return inner.take(from);
          }
        };
      }
      Columns several = component.getAnnotation(Columns.class);
      List<Column> own =
          several == null || component.getType() != long[].class
              ? List.of(column(component))
              : given(several.value());
      int first = columns.size();
      columns.addAll(own);
      components.addAll(Collections.nCopies(own.size(), component));
      return several == null
          ? leaf(component, first)
          : new ArrayPart(Accessors.object(component), first, own.size());
    }

    @Override
    void give(Object row, Cells to) {
      for (Part part : parts) {
        part.give(row, to);
      }
    }

    @Override
    Object take(Cells from) {
      Object[] values = new Object[parts.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = parts[i].take(from);
      }
      try {
        return constructor.invokeExact(values);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Column column(RecordComponent component) {
    String name = columnOf(component.getName());
    Class<?> type = component.getType();
    Digits digits = component.getAnnotation(Digits.class);
    Column column;
    Listed listed = component.getAnnotation(Listed.class);
    if (type == String.class) {
      column = listed == null ? Column.text(name) : Column.text(name).oneOf(given(listed.value()));
    } else if (type.isEnum()) {
      column =
          Column.text(name)
              .oneOf(Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    } else if (type == int.class || type == Integer.class) {
      column = Column.count(name);
    } else if (type == long.class || type == Long.class) {
      column = Column.whole(name);
    } else if (type == boolean.class || type == Boolean.class) {
      column = Column.truth(name);
    } else if (type == LocalDate.class) {
      column = Column.day(name);
    } else if (type == LocalDateTime.class) {
      column = Column.civilTime(name);
    } else if (type == Instant.class) {
      column = Column.instant(name);
    } else if (type == BigDecimal.class && digits != null) {
      column = Column.decimal(name, digits.value(), digits.scale());
    } else {
      throw new IllegalArgumentException(
          "%s of %s is of a type that no column has: %s"
              .formatted(component.getName(), component.getDeclaringRecord(), type));
    }
    if (component.isAnnotationPresent(AboutTheRun.class)) {
      column = column.aboutTheRun();
    }
    return component.isAnnotationPresent(Nullable.class) ? column : column.required();
  }

  private static <T> List<T> given(Class<? extends Supplier<List<T>>> list) {
    try {
      Constructor<? extends Supplier<List<T>>> maker = list.getDeclaredConstructor();
      maker.setAccessible(true);
      return maker.newInstance().get();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot ask " + list + " for its list", e);
    }
  }

  private static Part leaf(RecordComponent component, int place) {
    Class<?> type = component.getType();
    if (type == int.class) {
      return new IntPart(Accessors.whole32(component), place, component.getName());
    }
    if (type == long.class) {
      return new LongPart(Accessors.whole64(component), place, component.getName());
    }
    Function<Object, Object> accessor = Accessors.object(component);
    if (type == String.class) {
      return new TextPart(accessor, place);
    }
    if (type.isEnum()) {
      return new WordPart(accessor, place, component);
    }
    if (type == BigDecimal.class) {
      Digits digits = component.getAnnotation(Digits.class);
      return digits.value() > 18
          ? new WidePart(accessor, place, digits)
          : new DecimalPart(accessor, place, digits);
    }
    if (type == LocalDate.class) {
      return new DayPart(accessor, place);
    }
    return new NumberPart(accessor, place, Numbers.of(type));
  }

  private static final class IntPart extends Part {
    private final ToIntFunction<Object> accessor;
    private final int place;
    private final String name;

    IntPart(ToIntFunction<Object> accessor, int place, String name) {
      this.accessor = accessor;
      this.place = place;
      this.name = name;
    }

    @Override
    void give(Object row, Cells to) {
      to.number(place, accessor.applyAsInt(row));
    }

    @Override
    Object take(Cells from) {
      return (int) present(from, place, name);
    }
  }

  private static final class LongPart extends Part {
    private final ToLongFunction<Object> accessor;
    private final int place;
    private final String name;

    LongPart(ToLongFunction<Object> accessor, int place, String name) {
      this.accessor = accessor;
      this.place = place;
      this.name = name;
    }

    @Override
    void give(Object row, Cells to) {
      to.number(place, accessor.applyAsLong(row));
    }

    @Override
    Object take(Cells from) {
      return present(from, place, name);
    }
  }

  /** Numbers that are a column each. */
  private static final class ArrayPart extends Part {
    private final Function<Object, Object> accessor;
    private final int first;
    private final int count;

    ArrayPart(Function<Object, Object> accessor, int first, int count) {
      this.accessor = accessor;
      this.first = first;
      this.count = count;
    }

    @Override
    void give(Object row, Cells to) {
      long[] numbers = (long[]) accessor.apply(row);
      if (numbers.length != count) {
        throw new IllegalStateException(
            "%d numbers for %d columns".formatted(numbers.length, count));
      }
      for (int i = 0; i < count; i++) {
        if (numbers[i] != Columns.NONE) {
          to.number(first + i, numbers[i]);
        }
      }
    }

    @Override
    Object take(Cells from) {
      long[] numbers = new long[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = from.isMissing(first + i) ? Columns.NONE : from.number(first + i);
      }
      return numbers;
    }
  }

  /** A number that must be there; the cell of one that is not holds that of the row before. */
  private static long present(Cells from, int place, String name) {
    if (from.isMissing(place)) {
      throw new IllegalStateException(name + " is missing");
    }
    return from.number(place);
  }

  private static final class TextPart extends Part {
    private final Function<Object, Object> accessor;
    private final int place;

    TextPart(Function<Object, Object> accessor, int place) {
      this.accessor = accessor;
      this.place = place;
    }

    @Override
    void give(Object row, Cells to) {
      to.text(place, (String) accessor.apply(row));
    }

    @Override
    Object take(Cells from) {
      return from.text(place);
    }
  }

  private static final class WordPart extends Part {
    private final Function<Object, Object> accessor;
    private final int place;
    private final String name;
    private final Map<String, Object> constants = new LinkedHashMap<>();

    WordPart(Function<Object, Object> accessor, int place, RecordComponent component) {
      this.accessor = accessor;
      this.place = place;
      name = component.getName();
      for (Object constant : component.getType().getEnumConstants()) {
        constants.put(constant.toString(), constant);
      }
    }

    @Override
    void give(Object row, Cells to) {
      Object constant = accessor.apply(row);
      to.text(place, constant == null ? null : constant.toString());
    }

    @Override
    Object take(Cells from) {
      if (from.isMissing(place)) {
        return null;
      }
      Object constant = constants.get(from.text(place));
      if (constant == null) {
        throw new IllegalStateException(
            "%s is '%s', which is none of %s"
                .formatted(name, from.text(place), String.join(", ", constants.keySet())));
      }
      return constant;
    }
  }

  private static final class DecimalPart extends Part {
    private final Function<Object, Object> accessor;
    private final int place;
    private final int digits;
    private final int scale;

    DecimalPart(Function<Object, Object> accessor, int place, Digits digits) {
      this.accessor = accessor;
      this.place = place;
      this.digits = digits.value();
      this.scale = digits.scale();
    }

    @Override
    void give(Object row, Cells to) {
      BigDecimal number = (BigDecimal) accessor.apply(row);
      if (number != null) {
        // No BigInteger is made of a number that fits into a long.
        to.number(place, fitting(number, digits, scale).movePointRight(scale).longValueExact());
      }
    }

    @Override
    Object take(Cells from) {
      return from.isMissing(place) ? null : BigDecimal.valueOf(from.number(place), scale);
    }
  }

  /** A file cannot hold more digits than its schema says. */
  private static BigDecimal fitting(BigDecimal number, int digits, int scale) {
    BigDecimal scaled = number.scale() == scale ? number : number.setScale(scale);
    if (scaled.precision() > digits) {
      throw new ArithmeticException(
          "%s has more than %d digits, %d of them behind the point"
              .formatted(number.toPlainString(), digits, scale));
    }
    return scaled;
  }

  private static final class WidePart extends Part {
    private final Function<Object, Object> accessor;
    private final int place;
    private final int digits;
    private final int scale;

    WidePart(Function<Object, Object> accessor, int place, Digits digits) {
      this.accessor = accessor;
      this.place = place;
      this.digits = digits.value();
      this.scale = digits.scale();
    }

    @Override
    void give(Object row, Cells to) {
      BigDecimal number = (BigDecimal) accessor.apply(row);
      to.wide(place, number == null ? null : fitting(number, digits, scale));
    }

    @Override
    Object take(Cells from) {
      return from.isMissing(place)
          ? null
          : new BigDecimal(new BigInteger(from.bytes(place).getBytes()), scale);
    }
  }

  private static final class DayPart extends Part {
    private final Function<Object, Object> accessor;
    private final int place;

    DayPart(Function<Object, Object> accessor, int place) {
      this.accessor = accessor;
      this.place = place;
    }

    @Override
    void give(Object row, Cells to) {
      LocalDate day = (LocalDate) accessor.apply(row);
      if (day != null) {
        to.number(place, day.toEpochDay());
      }
    }

    @Override
    Object take(Cells from) {
      return from.day(place);
    }
  }

  private static final class NumberPart extends Part {
    private final Function<Object, Object> accessor;
    private final int place;
    private final Numbers numbers;

    NumberPart(Function<Object, Object> accessor, int place, Numbers numbers) {
      this.accessor = accessor;
      this.place = place;
      this.numbers = numbers;
    }

    @Override
    void give(Object row, Cells to) {
      Object value = accessor.apply(row);
      if (value != null) {
        to.number(place, numbers.number(value));
      }
    }

    @Override
    Object take(Cells from) {
      return from.isMissing(place) ? null : numbers.value(from.number(place));
    }
  }

  /** Values that a cell holds as a number. */
  private enum Numbers {
    COUNT {
      @Override
      long number(Object value) {
        return (Integer) value;
      }

      @Override
      Object value(long number) {
        return (int) number;
      }
    },
    WHOLE {
      @Override
      long number(Object value) {
        return (Long) value;
      }

      @Override
      Object value(long number) {
        return number;
      }
    },
    TRUTH {
      @Override
      long number(Object value) {
        return (Boolean) value ? 1 : 0;
      }

      @Override
      Object value(long number) {
        return number != 0;
      }
    },
    CIVIL_TIME {
      @Override
      long number(Object value) {
        LocalDateTime time = (LocalDateTime) value;
        return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1_000;
      }

      @Override
      Object value(long number) {
        return LocalDateTime.ofEpochSecond(
            Math.floorDiv(number, 1_000_000L),
            (int) Math.floorMod(number, 1_000_000L) * 1_000,
            ZoneOffset.UTC);
      }
    },
    INSTANT {
      @Override
      long number(Object value) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value);
      }

      @Override
      Object value(long number) {
        return Instant.EPOCH.plus(number, ChronoUnit.MICROS);
      }
    };

    abstract long number(Object value);

    abstract Object value(long number);

    static Numbers of(Class<?> type) {
      if (type == Integer.class) {
        return COUNT;
      }
      if (type == Long.class) {
        return WHOLE;
      }
      if (type == boolean.class || type == Boolean.class) {
        return TRUTH;
      }
      return type == LocalDateTime.class ? CIVIL_TIME : INSTANT;
    }
  }

  private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }

  /** Accessors as functions the compiler can inline: handles in fields are not. */
  private static final class Accessors {
    private Accessors() {}

    @SuppressWarnings("unchecked")
    static Function<Object, Object> object(RecordComponent component) {
      return (Function<Object, Object>)
          made(
              component,
              Function.class,
              "apply",
              MethodType.methodType(Object.class, Object.class));
    }

    @SuppressWarnings("unchecked")
    static ToIntFunction<Object> whole32(RecordComponent component) {
      return (ToIntFunction<Object>)
          made(
              component,
              ToIntFunction.class,
              "applyAsInt",
              MethodType.methodType(int.class, Object.class));
    }

    @SuppressWarnings("unchecked")
    static ToLongFunction<Object> whole64(RecordComponent component) {
      return (ToLongFunction<Object>)
          made(
              component,
              ToLongFunction.class,
              "applyAsLong",
              MethodType.methodType(long.class, Object.class));
    }

    private static Object made(
        RecordComponent component, Class<?> function, String method, MethodType erased) {
      Class<?> owner = component.getDeclaringRecord();
      try {
        MethodHandles.Lookup lookup = lookup(owner);
        MethodHandle accessor = lookup.unreflect(component.getAccessor());
        MethodType called =
            MethodType.methodType(
                erased.returnType() == Object.class
                    ? MethodType.methodType(component.getType()).wrap().returnType()
                    : component.getType(),
                owner);
        return LambdaMetafactory.metafactory(
                lookup, method, MethodType.methodType(function), erased, accessor, called)
            .getTarget()
            .invoke();
      } catch (Throwable e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
  }
}
