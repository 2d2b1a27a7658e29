package org.dawen.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Table;
import org.dawen.run.Settings;

/** Every feed there is; what is asked about feeds elsewhere is asked here. */
public final class Feeds {
  private static final List<FeedReader> ALL =
      List.of(
          new RegistryFeed(),
          new AirFeed(),
          new Hj212Feed(List.of(), new PacketParameters(Map.of())),
          new PowerFeed(List.of()),
          new WaterFeed(),
          new NoiseFeed(),
          new GroundFeed(),
          new PoolFeed(),
          new WasteFeed(),
          new ObdFeed(null));

  private Feeds() {}

  /** All feeds, reading as these settings say. */
  static List<FeedReader> of(Settings settings) {
    return ALL.stream().map(f -> f.with(settings)).toList();
  }

  /** The tables of received values; those of the registry are not among them. */
  public static List<Table> received() {
    return ALL.stream().filter(f -> !f.isReference()).flatMap(f -> f.tables().stream()).toList();
  }

  /** The tables of received values of one feed. */
  static List<Table> received(String feed) {
    return ALL.stream()
        .filter(f -> !f.isReference() && f.feed().equals(feed))
        .flatMap(f -> f.tables().stream())
        .toList();
  }

  /** Of each feed that brings something every day the table in which a day is missing. */
  public static Map<String, Table> daily() {
    Map<String, Table> tables = new LinkedHashMap<>();
    ALL.stream()
        .filter(f -> f.dailyTable() != null)
        .forEach(f -> tables.put(f.feed(), f.dailyTable()));
    return tables;
  }
}
