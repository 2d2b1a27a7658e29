package org.dawen.power;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawen.intake.Provenance;
import org.dawen.registry.Meter;

/** What the registry says about a meter on a day. */
final class RegisteredMeters {
  private static final Pattern OF_PACKETS = Pattern.compile("(.+)-d[23]\\d{2}");

  private static final Comparator<String> TEXTS = Comparator.nullsFirst(Provenance::compareTexts);

  /** In what rows of a meter may differ without being told apart by the day. */
  private static final Comparator<Meter> ORDER =
      Comparator.comparing(Meter::enterpriseCode, TEXTS)
          .thenComparing(m -> m.role().toString())
          .thenComparing(Meter::facilityCode, TEXTS)
          .thenComparing(Meter::ratedKw, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Meter::rollsOverAtKwh, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Map<String, List<Meter>> byCode = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();

  RegisteredMeters(List<Meter> meters) {
    TreeMap<String, List<Meter>> inOrder = new TreeMap<>(Provenance::compareTexts);
    meters.forEach(m -> inOrder.computeIfAbsent(m.meterCode(), c -> new ArrayList<>(1)).add(m));
    byCode.putAll(inOrder);
    for (String code : inOrder.keySet()) {
      Matcher m = OF_PACKETS.matcher(code);
      if (m.matches() && !m.group(1).equals(m.group(1).toUpperCase(Locale.ROOT))) {
        numbers.put(m.group(1).toUpperCase(Locale.ROOT), m.group(1));
      }
    }
  }

  /**
   * The row of a meter valid on a day; null: the registry does not have it. A meter whose equipment
   * depends on several treatment facilities has several rows, which differ in that only; should
   * they differ in more, the first in order counts, so that chance does not decide.
   */
  Meter on(String meterCode, LocalDate day) {
    return byCode.getOrDefault(meterCode, List.of()).stream()
        .filter(m -> m.period().holdsOn(day))
        .min(ORDER)
        .orElse(null);
  }

  /**
   * A device number of electricity packets, which name meters {@code <MN>-d2NN}, as the registry
   * spells it, whatever case it was sent in; one that nobody registered in capitals.
   *
   * @param capitals the number in capitals
   */
  String number(String capitals) {
    return numbers.getOrDefault(capitals, capitals);
  }
}
