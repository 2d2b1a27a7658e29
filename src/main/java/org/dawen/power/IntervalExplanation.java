package org.dawen.power;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.INTERVAL_END;
import static org.dawen.intake.ReceivedTables.RECORD_NO;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedGroup;
import org.dawen.intake.ReceivedPower;
import org.dawen.intake.ReceivedPowerPacket;
import org.dawen.lake.DaySet;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;

/** Intervals of meters: every record received, which one is in force, and its text. */
public final class IntervalExplanation implements Explanation {
  private static final int MOST_RECORDS = 100;

  @Override
  public Table table() {
    return PowerTables.METER_INTERVAL;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    List<Message> records = new ArrayList<>();
    for (ReceivedPower r : rows(row, evidence)) {
      boolean isInForce =
          r.provenance().fileId().equals(row.text(FILE_ID))
              && r.provenance().recordNo() == row.whole(RECORD_NO);
      records.add(
          Message.of(
              isInForce ? "explain.meter-in-force" : "explain.meter-other",
              place(r.provenance()),
              said(
                  given("energy_kwh", r.energyKwh()),
                  given("register_kwh", r.registerKwh()),
                  given("power_kw", r.powerKw()),
                  given("current_a", r.currentA()),
                  given("voltage_v", r.voltageV()))));
    }
    for (ReceivedGroup g : packets(row, evidence)) {
      records.add(
          Message.of(
              "explain.meter-packet",
              place(g.provenance()),
              g.factorCodeSent(),
              said(given("rtd_value", g.rtdValue()), given("avg_value", g.avgValue()))));
    }
    return List.of(
        Evidence.columns(Message.of("explain.the-row"), PowerTables.METER_INTERVAL, row),
        new Section(
            Message.of("explain.meter-records"),
            records.isEmpty() ? List.of(Message.of("explain.change-of-meter")) : records),
        evidence.rawRecord(
            Message.of("explain.latest-record"), row.text(FILE_ID), row.whole(RECORD_NO)));
  }

  private static Message place(Provenance p) {
    return Message.of("explain.place", p.fileId(), p.recordNo());
  }

  private static String given(String name, BigDecimal value) {
    return value == null ? "" : " " + name + " " + Evidence.shown(value);
  }

  private static Object said(String... given) {
    String all = String.join("", given);
    return all.isEmpty() ? Message.of("explain.nothing") : all.strip();
  }

  private static List<ReceivedPower> rows(TableRow row, Evidence evidence) {
    return evidence.rows(ReceivedPower.class, row.day(DATA_DAY)).stream()
        .filter(r -> r.meterCode().equals(row.text(PowerTables.METER_CODE)))
        .filter(r -> r.intervalEnd().equals(row.civilTime(INTERVAL_END)))
        .sorted(Comparator.comparing(ReceivedPower::provenance).reversed())
        .limit(MOST_RECORDS)
        .toList();
  }

  /** Of a meter {@code <MN>-d2NN} the factors {@code d2PPNN} of that device. */
  private static List<ReceivedGroup> packets(TableRow row, Evidence evidence) {
    String meter = row.text(PowerTables.METER_CODE);
    int at = meter.lastIndexOf("-d");
    if (at < 0 || meter.length() != at + "-d2NN".length()) {
      return List.of();
    }
    String factor = meter.substring(at + 1, at + 3) + ".." + meter.substring(at + 3);
    return evidence
        .rows(
            Table.of(ReceivedPowerPacket.class), ReceivedGroup.class, DaySet.of(row.day(DATA_DAY)))
        .stream()
        .filter(g -> g.mn().equals(meter.substring(0, at)))
        .filter(g -> g.factorCodeSent().toLowerCase(Locale.ROOT).matches(factor))
        .filter(g -> g.dataTime().equals(row.civilTime(INTERVAL_END)))
        .sorted(
            Comparator.comparing(ReceivedGroup::factorCodeSent, Provenance::compareTexts)
                .thenComparing(ReceivedGroup.LATEST_FIRST))
        .limit(MOST_RECORDS)
        .toList();
  }
}
