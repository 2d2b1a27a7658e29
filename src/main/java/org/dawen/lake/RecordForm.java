package org.dawen.lake;

import java.lang.annotation.Annotation;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.parquet.io.api.Binary;

/**
 * Turns records of one class into cells and back. A component is a column: {@code timesOverLimit}
 * is {@code times_over_limit}, {@code pm2_5UgM3} is {@code pm2_5_ug_m3}. A component that is itself
 * a record is a structure with names, and its components are columns in its place.
 *
 * <p>Types: String text, an enum a text of a closed list as its constants write themselves, byte[]
 * bytes that nobody changes any more, int and Integer count, long and Long whole number, boolean
 * and Boolean truth, LocalDate day, LocalDateTime civil time, Instant instant, BigDecimal with
 * {@link Digits}, long[] with {@link Columns} several columns of numbers, a List of records one
 * column of lists. Null is allowed where {@link Nullable} says so.
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

  /** Fills the cells of a component. */
  private interface Giving {
    void give(Object row, Cells to);
  }

  /** Makes a component of its cells. */
  private interface Taking {
    Object take(Cells from);
  }

  /** A component: a column or a record of columns. */
  private record Part(Giving giving, Taking taking) {}

  /** A record, or a record within one. */
  private final class Node {
    private final Giving[] giving;
    private final Taking[] taking;
    private final MethodHandle constructor;

    Node(Class<?> type) {
      if (!type.isRecord()) {
        throw new IllegalArgumentException(type + " is no record");
      }
      RecordComponent[] components = type.getRecordComponents();
      List<Part> parts = Arrays.stream(components).map(this::part).toList();
      giving = parts.stream().map(Part::giving).toArray(Giving[]::new);
      taking = parts.stream().map(Part::taking).toArray(Taking[]::new);
      try {
        Constructor<?> canonical =
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor =
            lookup(type)
                .unreflectConstructor(canonical)
                .asSpreader(Object[].class, components.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot make records of " + type, e);
      }
    }

    private Part part(RecordComponent component) {
      if (component.getType().isRecord()) {
        Function<Object, Object> accessor = object(component);
        Node inner = new Node(component.getType());
        return new Part((row, to) -> inner.give(accessor.apply(row), to), inner::take);
      }
      Class<?> listed = recordOfList(component);
      if (listed != null) {
        return list(component, of(listed));
      }
      Columns several = component.getAnnotation(Columns.class);
      List<Column> own =
          several == null || component.getType() != long[].class
              ? List.of(column(component))
              : given(several.value());
      int first = columns.size();
      columns.addAll(own);
      components.addAll(Collections.nCopies(own.size(), component));
      return several == null ? leaf(component, first) : array(component, first, own.size());
    }

    /** The records of a list, in one column. */
    private Part list(RecordComponent component, RecordForm<?> element) {
      int place = columns.size();
      int width = element.columns.size();
      Column list = Column.list(columnOf(component.getName()), element.columns);
      columns.add(component.isAnnotationPresent(Nullable.class) ? list : list.required());
      components.add(component);
      Function<Object, Object> accessor = object(component);
      return new Part(
          (row, to) -> {
            List<?> records = (List<?>) accessor.apply(row);
            if (records != null) {
              CellList cells = to.list(place, width);
              records.forEach(r -> element.root.give(r, cells.add()));
            }
          },
          from -> from.isMissing(place) ? null : element.taken(from.list(place)));
    }

    void give(Object row, Cells to) {
      for (Giving part : giving) {
        part.give(row, to);
      }
    }

    Object take(Cells from) {
      Object[] values = new Object[taking.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = taking[i].take(from);
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

  /** The class of the records of a list; null: the component is no list of records. */
  private static Class<?> recordOfList(RecordComponent component) {
    return component.getType() == List.class
            && component.getGenericType() instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> of
            && of.isRecord()
        ? of
        : null;
  }

  private List<Object> taken(CellList cells) {
    Object[] records = new Object[cells.size()];
    for (int i = 0; i < records.length; i++) {
      records[i] = root.take(cells.get(i));
    }
    return Arrays.asList(records);
  }

  private static Column column(RecordComponent component) {
    String name = columnOf(component.getName());
    Class<?> type = component.getType();
    Digits digits = component.getAnnotation(Digits.class);
    Column column;
    Listed listed = component.getAnnotation(Listed.class);
    if (type == String.class) {
      column = listed == null ? Column.text(name) : Column.text(name).oneOf(words(listed));
    } else if (type.isEnum()) {
      column =
          Column.text(name)
              .oneOf(Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    } else if (type == byte[].class) {
      column = Column.bytes(name);
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

  private static List<String> words(Listed listed) {
    return listed.value().length == 0 ? given(listed.by()) : List.of(listed.value());
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

  @SuppressWarnings("unchecked")
  private static Part leaf(RecordComponent component, int place) {
    Class<?> type = component.getType();
    String name = component.getName();
    if (type == int.class) {
      ToIntFunction<Object> count = accessor(component, ToIntFunction.class, "applyAsInt", type);
      return new Part(
          (row, to) -> to.number(place, count.applyAsInt(row)),
          from -> (int) present(from, place, name));
    }
    if (type == long.class) {
      ToLongFunction<Object> whole = accessor(component, ToLongFunction.class, "applyAsLong", type);
      return new Part(
          (row, to) -> to.number(place, whole.applyAsLong(row)),
          from -> present(from, place, name));
    }
    Function<Object, Object> accessor = object(component);
    if (type == String.class) {
      return new Part(
          (row, to) -> to.text(place, (String) accessor.apply(row)), from -> from.text(place));
    }
    if (type == byte[].class) {
      return new Part(
          (row, to) -> to.bytes(place, (byte[]) accessor.apply(row)),
          from -> from.isMissing(place) ? null : from.bytes(place).getBytes());
    }
    if (type.isEnum()) {
      return word(component, accessor, place);
    }
    if (type == BigDecimal.class) {
      return decimal(component.getAnnotation(Digits.class), accessor, place);
    }
    if (type == LocalDate.class) {
      Part day = number(accessor, place, v -> ((LocalDate) v).toEpochDay(), LocalDate::ofEpochDay);
      return new Part(day.giving(), from -> from.day(place));
    }
    if (type == Integer.class) {
      return number(accessor, place, v -> (Integer) v, n -> (int) n);
    }
    if (type == Long.class) {
      return number(accessor, place, v -> (Long) v, n -> n);
    }
    if (type == LocalDateTime.class) {
      return number(accessor, place, v -> Cells.micros((LocalDateTime) v), Cells::civilTime);
    }
    return type == Instant.class
        ? number(accessor, place, v -> Cells.micros((Instant) v), Cells::instant)
        : number(accessor, place, v -> (Boolean) v ? 1 : 0, n -> n != 0);
  }

  /** A value that a cell holds as a number. */
  private static Part number(
      Function<Object, Object> accessor,
      int place,
      ToLongFunction<Object> number,
      LongFunction<Object> value) {
    return new Part(
        (row, to) -> {
          Object given = accessor.apply(row);
          if (given != null) {
            to.number(place, number.applyAsLong(given));
          }
        },
        from -> from.isMissing(place) ? null : value.apply(from.number(place)));
  }

  private static Part decimal(Digits digits, Function<Object, Object> accessor, int place) {
    int most = digits.value();
    int scale = digits.scale();
    if (most <= 18) {
      return number(
          accessor,
          place,
          // No BigInteger is made of a number that fits into a long.
          v -> fitting((BigDecimal) v, most, scale).movePointRight(scale).longValueExact(),
          n -> BigDecimal.valueOf(n, scale));
    }
    return new Part(
        (row, to) -> {
          BigDecimal number = (BigDecimal) accessor.apply(row);
          to.wide(place, number == null ? null : fitting(number, most, scale));
        },
        from -> from.isMissing(place) ? null : from.wide(place, scale));
  }

  /** The constants of a closed list by their words. */
  private static Part word(
      RecordComponent component, Function<Object, Object> accessor, int place) {
    Map<String, Object> constants = new LinkedHashMap<>();
    Object[] all = component.getType().getEnumConstants();
    Binary[] encoded = new Binary[all.length];
    for (Object constant : all) {
      constants.put(constant.toString(), constant);
      encoded[((Enum<?>) constant).ordinal()] =
          Binary.fromConstantByteArray(constant.toString().getBytes(StandardCharsets.UTF_8));
    }
    return new Part(
        (row, to) -> {
          Enum<?> constant = (Enum<?>) accessor.apply(row);
          if (constant != null) {
            to.bytes(place, encoded[constant.ordinal()]);
          }
        },
        from -> {
          Object constant = from.isMissing(place) ? null : constants.get(from.text(place));
          if (constant == null && !from.isMissing(place)) {
            throw new IllegalStateException(
                "%s is '%s', which is none of %s"
                    .formatted(
                        component.getName(),
                        from.text(place),
                        String.join(", ", constants.keySet())));
          }
          return constant;
        });
  }

  /** Numbers that are a column each. */
  private static Part array(RecordComponent component, int first, int count) {
    Function<Object, Object> accessor = object(component);
    return new Part(
        (row, to) -> {
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
        },
        from -> {
          long[] numbers = new long[count];
          for (int i = 0; i < count; i++) {
            numbers[i] = from.isMissing(first + i) ? Columns.NONE : from.number(first + i);
          }
          return numbers;
        });
  }

  /** A number that must be there; the cell of one that is not holds that of the row before. */
  private static long present(Cells from, int place, String name) {
    if (from.isMissing(place)) {
      throw new IllegalStateException(name + " is missing");
    }
    return from.number(place);
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

  private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }

  @SuppressWarnings("unchecked")
  private static Function<Object, Object> object(RecordComponent component) {
    return accessor(component, Function.class, "apply", Object.class);
  }

  /** The accessor as a function the compiler can inline: a handle in a field is not. */
  private static <F> F accessor(
      RecordComponent component, Class<F> function, String method, Class<?> result) {
    Class<?> owner = component.getDeclaringRecord();
    try {
      MethodHandles.Lookup lookup = lookup(owner);
      MethodHandle accessor = lookup.unreflect(component.getAccessor());
      MethodType called =
          MethodType.methodType(
              result == Object.class
                  ? MethodType.methodType(component.getType()).wrap().returnType()
                  : component.getType(),
              owner);
      return function.cast(
          LambdaMetafactory.metafactory(
                  lookup,
                  method,
                  MethodType.methodType(function),
                  MethodType.methodType(result, Object.class),
                  accessor,
                  called)
              .getTarget()
              .invoke());
    } catch (Throwable e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
