package org.dawen.source;

import java.time.LocalDate;
import java.util.List;
import org.dawen.lake.Table;
import org.dawen.registry.Comparison;
import org.dawen.registry.County;
import org.dawen.registry.Mark;
import org.dawen.registry.Outlet;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;
import org.dawen.source.Compliance.JudgedDay;

/**
 * One month at a time: transmission, accuracy and compliance of outlets and areas. The hours of a
 * month are those of all outlets, millions in a city: they are counted as they are read, and only
 * their days are kept.
 */
public final class MonthPass implements Pass {
  private static final long serialVersionUID = 1L;

  /** Months at once: the hours of each are found among those of all. */
  private static final int MOST_MONTHS = 3;

  @Override
  public PassSpec spec() {
    Table outletHour = Table.of(OutletHour.class);
    Table outletDay = Table.of(OutletDay.class);
    return PassSpec.of()
        .follows(outletHour, DayOfHour.class, h -> monthOf(h.dataDay()))
        .follows(outletDay, JudgedDay.class, d -> monthOf(d.dataDay()))
        .follows(Comparison.class, c -> monthOf(c.testDay()))
        .looksUp(outletHour, TransmittedHour.class)
        .looksUp(Outlet.class, Mark.class, County.class)
        .gives(
            part(TransmissionMonth.class, outletHour)
                .looksUp(Table.of(Outlet.class), Table.of(Mark.class), Table.of(County.class)))
        .gives(
            part(AccuracyMonth.class, Table.of(Comparison.class))
                .looksUp(Table.of(Outlet.class), Table.of(County.class)))
        .gives(
            part(ComplianceMonth.class, outletDay)
                .looksUp(Table.of(Outlet.class), Table.of(County.class)))
        .build();
  }

  private static JobSpec.Builder part(Class<? extends Record> given, Table followed) {
    return JobSpec.writes(given).follows(followed).reach(Reach.wholeMonth()).batchDays(MOST_MONTHS);
  }

  private static String monthOf(LocalDate day) {
    return day.withDayOfMonth(1).toString();
  }

  @Override
  public Rule rule(References references) {
    OutletRegister outlets = new OutletRegister(references.all(Outlet.class));
    List<County> counties = references.all(County.class);
    Transmission transmission =
        new Transmission(outlets, new MarkRegister(references.all(Mark.class)), counties);
    Compliance compliance = new Compliance(outlets, counties);
    return (entity, out) -> {
      LocalDate month = LocalDate.parse(entity.key());
      if (!entity.rows(DayOfHour.class).isEmpty()) {
        Transmission.Month hours = transmission.new Month(month);
        references.forEach(TransmittedHour.class, hours::add);
        hours.rows().forEach(out::give);
      }
      AccuracyMonth.of(month, entity.rows(Comparison.class), outlets, counties).forEach(out::give);
      compliance.of(month, entity.rows(JudgedDay.class)).forEach(out::give);
    };
  }
}
