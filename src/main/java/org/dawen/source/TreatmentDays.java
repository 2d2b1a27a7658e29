package org.dawen.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dawen.registry.TreatmentLink;
import org.dawen.source.RemovalHours.Judged;

/** The days of a treatment group: hours, the day, slip, and what trips a screening rule. */
final class TreatmentDays {
  private final TreatmentRegister register;
  private final TreatmentThresholds thresholds;
  private final TreatmentScreening screening;

  TreatmentDays(TreatmentRegister register, TreatmentThresholds thresholds) {
    this.register = register;
    this.thresholds = thresholds;
    this.screening = new TreatmentScreening(thresholds);
  }

  /** All rows of a group. */
  void of(String group, List<TreatedHour> hours, Consumer<Record> out) {
    Map<LocalDate, List<HoursOfGroup>> days = new TreeMap<>();
    HoursOfGroup.of(hours)
        .forEach(h -> days.computeIfAbsent(h.start().toLocalDate(), d -> new ArrayList<>()).add(h));
    days.forEach((day, ofDay) -> register.on(group, day).forEach(link -> of(link, ofDay, out)));
  }

  private void of(TreatmentLink link, List<HoursOfGroup> hours, Consumer<Record> out) {
    List<Judged> removed = new ArrayList<>();
    List<AmmoniaSlipHour> slips = new ArrayList<>();
    for (HoursOfGroup hour : hours) {
      RemovalHours.of(link, hour).ifPresent(removed::add);
      AmmoniaSlips.of(link, hour, thresholds.nearLimitShare()).ifPresent(slips::add);
    }
    removed.forEach(r -> out.accept(r.row()));
    slips.forEach(out);
    if (!removed.isEmpty()) {
      out.accept(RemovalDays.of(removed));
      screening.removal(removed).ifPresent(out);
    }
    screening.slip(slips).ifPresent(out);
  }
}
