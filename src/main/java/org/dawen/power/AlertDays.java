package org.dawen.power;

import java.time.LocalDate;
import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.lake.TableRow;
import org.dawen.registry.RegistryTables;

/** Days under an alert of any area. */
final class AlertDays {
  private AlertDays() {}

  /** True if any of the days has an hour of an alert. An alert without an end goes on. */
  static boolean touch(DaySet days, List<TableRow> alerts) {
    return alerts.stream()
        .anyMatch(
            alert -> {
              LocalDate first = alert.civilTime(RegistryTables.STARTS_AT).toLocalDate();
              LocalDate last =
                  alert.isMissing(RegistryTables.ENDS_AT)
                      ? null
                      : alert.civilTime(RegistryTables.ENDS_AT).toLocalDate();
              return !days.intersect(DaySet.between(first, last)).isEmpty();
            });
  }
}
