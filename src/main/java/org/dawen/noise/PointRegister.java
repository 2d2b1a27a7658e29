package org.dawen.noise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dawen.registry.NoisePoint;
import org.dawen.standard.NoiseZone;

/** The noise points of the registry by day. */
final class PointRegister {
  private final Map<String, List<NoisePoint>> byCode = new HashMap<>();
  private final Map<String, List<NoisePoint>> byDevice = new HashMap<>();

  PointRegister(List<NoisePoint> points) {
    for (NoisePoint point : points) {
      byCode.computeIfAbsent(point.pointCode(), c -> new ArrayList<>(1)).add(point);
      if (point.mn() != null) {
        byDevice.computeIfAbsent(inCapitals(point.mn()), c -> new ArrayList<>(1)).add(point);
      }
    }
  }

  private static String inCapitals(String mn) {
    return mn.toUpperCase(Locale.ROOT);
  }

  /** Null: the registry does not have it that day. */
  NoisePoint on(String pointCode, LocalDate day) {
    return valid(byCode.get(pointCode), day);
  }

  /** The point whose device sends; of a device that the registry does not have its own number. */
  String codeOfDevice(String mn, LocalDate day) {
    NoisePoint found = valid(byDevice.get(inCapitals(mn)), day);
    return found == null ? mn : found.pointCode();
  }

  private static NoisePoint valid(List<NoisePoint> points, LocalDate day) {
    if (points != null) {
      for (NoisePoint point : points) {
        if (point.period().holdsOn(day)) {
          return point;
        }
      }
    }
    return null;
  }

  /** Null for null. */
  static NoiseZone zone(NoisePoint point) {
    return point == null ? null : NoiseZone.ofLabel(point.zone().toString());
  }
}
