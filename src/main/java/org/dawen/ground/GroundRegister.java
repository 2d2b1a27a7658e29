package org.dawen.ground;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.registry.GroundPoint;
import org.dawen.standard.GroundClass;

/** The points of ground water of the registry by day. */
final class GroundRegister {
  private final Map<String, List<GroundPoint>> points = new HashMap<>();

  GroundRegister(List<GroundPoint> points) {
    points.forEach(p -> this.points.computeIfAbsent(p.pointCode(), c -> new ArrayList<>(1)).add(p));
  }

  /** Null: the registry does not have it that day. */
  GroundPoint on(String pointCode, LocalDate day) {
    return points.getOrDefault(pointCode, List.of()).stream()
        .filter(p -> p.period().holdsOn(day))
        .findFirst()
        .orElse(null);
  }

  /** The class a point has to reach; null: none. */
  static GroundClass target(GroundPoint point) {
    return point == null || point.targetClass() == null
        ? null
        : GroundClass.ofLabel(point.targetClass().toString());
  }

  /**
   * Whether a target is met.
   *
   * @param possible the worst class that limits of detection leave possible
   * @return null: no class, no target, or a possible class misses it and the known one does not
   */
  static Boolean isMet(GroundClass found, GroundClass possible, GroundClass target) {
    if (found == null || target == null) {
      return null;
    }
    boolean isMissed = found.isWorseThan(target);
    return !isMissed && possible.isWorseThan(target) ? null : (Boolean) !isMissed;
  }
}
