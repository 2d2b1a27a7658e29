package org.dawen.lake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a record by the names of its components, for the constraints that it declares:
 *
 * <pre>{@code
 * static void constraints(Components of) {
 *   of.holds("never_below_zero", Constraint.neverNegative(of.all("balanceT", "expiredT")));
 * }
 * }</pre>
 */
public final class Components {
  private final Class<?> type;
  private final Map<String, Constraint> constraints = new LinkedHashMap<>();

  private Components(Class<?> type) {
    this.type = type;
  }

  /** The column of a component. */
  public Column one(String component) {
    String name = RecordForm.columnOf(component);
    return RecordForm.of(type).columns().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " has no component " + component));
  }

  /** The columns of some components. */
  public List<Column> all(String... components) {
    return Arrays.stream(components).map(this::one).toList();
  }

  /** Every row of the table satisfies this. */
  public void holds(String name, Constraint constraint) {
    constraints.put(name, constraint);
  }

  /** What the record declares by name, in order; none if it declares nothing. */
  static Map<String, Constraint> constraintsOf(Class<?> type) {
    Components components = new Components(type);
    try {
      Method declared = type.getDeclaredMethod("constraints", Components.class);
      declared.setAccessible(true);
      declared.invoke(null, components);
    } catch (NoSuchMethodException e) {
      return Map.of();
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot ask " + type + " for its constraints", e);
    }
    return components.constraints;
  }
}
