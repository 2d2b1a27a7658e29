package org.dawen.waste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedWasteManifest;
import org.dawen.intake.ReceivedWasteMove;
import org.dawen.intake.ReceivedWasteMove.Direction;
import org.dawen.lake.DaySet;
import org.dawen.registry.Period;
import org.dawen.registry.WasteUnit;

/** Ledgers for tests, written line by line, and the rows that follow from them. */
final class Waste {
  static final String OIL = "HW08 900-214-08";

  final List<ReceivedWasteMove> moves = new ArrayList<>();
  final List<ReceivedWasteManifest> manifests = new ArrayList<>();
  final List<WasteUnit> units = new ArrayList<>();
  final List<Record> rows = new ArrayList<>();
  private String file = "waste/a.csv";
  private String order = "";
  private int line = 1;

  /** What follows stands in this file. */
  Waste in(String newFile, String newOrder) {
    file = "waste/" + newFile;
    order = newOrder;
    return this;
  }

  private Provenance here() {
    return new Provenance(null, order, file, ++line);
  }

  static LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  static BigDecimal mass(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  /** {@code unit in|out day batch mass [manifest]}, of waste oil. */
  Waste move(String text) {
    String[] w = text.split(" ");
    return move(
        w[0],
        OIL,
        Direction.valueOf(w[1].toUpperCase()),
        w[2],
        w[3],
        w[4],
        w.length > 5 ? w[5] : null);
  }

  Waste move(
      String unit,
      String waste,
      Direction way,
      String day,
      String batch,
      String t,
      String manifest) {
    moves.add(new ReceivedWasteMove(unit, waste, way, day(day), batch, mass(t), manifest, here()));
    return this;
  }

  /** {@code manifest unit sent-day sent-t received-day received-t}; {@code -}: not told. */
  Waste manifest(String text) {
    String[] w = text.replaceAll("(?<= )-(?= |$)", "_").split(" ");
    for (int i = 0; i < w.length; i++) {
      w[i] = w[i].equals("_") ? "" : w[i];
    }
    return manifest(w[0], w[1], OIL, w[2], w[3], w[4], w[5]);
  }

  Waste manifest(
      String no, String unit, String waste, String sent, String sentT, String got, String gotT) {
    manifests.add(
        new ReceivedWasteManifest(
            no,
            unit,
            waste,
            day(got.isEmpty() ? sent : got),
            day(sent),
            mass(sentT),
            "R1",
            day(got),
            mass(gotT),
            here()));
    return this;
  }

  Waste unit(String code, boolean holdsPermit, String expectedYearT) {
    return unit(code, holdsPermit, expectedYearT, null);
  }

  Waste unit(String code, boolean holdsPermit, String expectedYearT, Integer months) {
    units.add(
        new WasteUnit(
            code,
            code,
            holdsPermit,
            mass(expectedYearT),
            null,
            months,
            null,
            "370902",
            new Period(null, null),
            "registry/waste_units.csv",
            2));
    return this;
  }

  /** Computes everything. */
  Waste run() {
    rows.clear();
    Map<String, Boolean> codes = new TreeMap<>();
    moves.forEach(m -> codes.put(m.unitCode(), true));
    manifests.forEach(m -> codes.put(m.fromUnitCode(), true));
    units.forEach(u -> codes.put(u.unitCode(), true));
    TreeSet<LocalDate> days = new TreeSet<>();
    TreeSet<Integer> years = new TreeSet<>();
    moves.forEach(m -> days.add(m.dataDay()));
    moves.forEach(m -> years.add(m.dataDay().getYear()));
    manifests.forEach(m -> days.add(m.dataDay()));
    Findings.Horizon horizon =
        new Findings.Horizon(
            Findings.Horizon.lastDay(DaySet.of(days)), !manifests.isEmpty(), 10, BigDecimal.ZERO);
    codes
        .keySet()
        .forEach(
            code ->
                UnitRows.give(
                    code,
                    moves.stream().filter(m -> m.unitCode().equals(code)).toList(),
                    manifests.stream().filter(m -> m.fromUnitCode().equals(code)).toList(),
                    new Units(units.stream().filter(u -> u.unitCode().equals(code)).toList()),
                    horizon,
                    years,
                    rows::add));
    return this;
  }

  <R extends Record> List<R> all(Class<R> type) {
    return rows.stream().filter(type::isInstance).map(type::cast).toList();
  }

  static String plain(BigDecimal number) {
    return number == null ? "" : number.setScale(3).toPlainString();
  }

  /** Finding, object, day, mass, days, force. */
  List<String> findings() {
    return all(Finding.class).stream()
        .map(
            f ->
                "%s %s %s %s %s %s"
                    .formatted(
                        f.finding(),
                        f.objectNo(),
                        f.dataDay(),
                        plain(f.massT()),
                        f.spanDays() == null ? "" : f.spanDays(),
                        f.force()))
        .sorted()
        .toList();
  }
}
