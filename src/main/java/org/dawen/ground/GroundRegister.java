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

  /** Null: no class, or no target. */
  static Boolean isMet(GroundClass found, GroundClass target) {
    return found == null || target == null ? null : (Boolean) !found.isWorseThan(target);
  }
}
