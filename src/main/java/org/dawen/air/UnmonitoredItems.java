package org.dawen.air;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dawen.standard.AirPollutant;

/**
 * Items a station does not monitor by plan (HJ 633-2026 5.3.2), as the registry writes them: labels
 * joined by {@code ;}. A word that names no pollutant counts for nothing; {@code ./dawen registry
 * check} lists it.
 */
final class UnmonitoredItems {
  private static final Map<String, Set<AirPollutant>> KNOWN = new ConcurrentHashMap<>();

  private UnmonitoredItems() {}

  /** The items named; none for null. */
  static Set<AirPollutant> of(String text) {
    return text == null ? Set.of() : KNOWN.computeIfAbsent(text, UnmonitoredItems::read);
  }

  private static Set<AirPollutant> read(String text) {
    EnumSet<AirPollutant> items = EnumSet.noneOf(AirPollutant.class);
    for (String word : text.split(";")) {
      String name = word.strip();
      for (AirPollutant pollutant : AirPollutant.values()) {
        if (name.equals(pollutant.label())) {
          items.add(pollutant);
        }
      }
    }
    return Collections.unmodifiableSet(items);
  }
}
