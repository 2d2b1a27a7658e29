package org.dawen.codec.gb17691;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects the samples of many vehicles by minute in bounded memory. A vehicle has a few minutes
 * open; when it goes on, the one touched longest ago is closed and handed on. A sample that comes
 * later still opens its minute anew: what is handed on are parts of minutes.
 */
public final class MinuteBook {
  /** A vehicle has at least so many minutes open, however many vehicles there are. */
  private static final int LEAST_OPEN_OF_VEHICLE = 3;

  /** And at most so many: what is sent again half an hour later still finds its minute. */
  private static final int MOST_OPEN_OF_VEHICLE = 40;

  private static final int MOST_INFOS_OF_VEHICLE = 256;

  /** Takes what was closed. */
  public interface Sink {
    /** A part of a minute; the samples are used again after the call. */
    void minute(String vin, MinuteSamples samples);

    /** What a vehicle's control unit told on a day, in the same words from one time to another. */
    void info(String vin, long day, Info info);
  }

  /** OBD information with the span of time in which it was told. */
  public static final class Info {
    private final ObdInfo content;
    private long firstAt;
    private long lastAt;
    private final long recordNo;

    private Info(ObdInfo content, long at, long recordNo) {
      this.content = content;
      this.firstAt = at;
      this.lastAt = at;
      this.recordNo = recordNo;
    }

    public ObdInfo content() {
      return content;
    }

    /** First time, seconds since 2000. */
    public long firstAt() {
      return firstAt;
    }

    /** Last time, seconds since 2000. */
    public long lastAt() {
      return lastAt;
    }

    /** Its number among the records of the file. */
    public long recordNo() {
      return recordNo;
    }
  }

  /** What was told on a day, by the hash of its words. */
  private record Told(long day, long hash) {}

  /** One vehicle with its open minutes. */
  public static final class Vehicle {
    private final String vin;

    /** By their start; the one touched longest ago is the first. */
    private final Map<Long, MinuteSamples> open = new LinkedHashMap<>(8, 0.75f, true);

    private final Map<Told, Info> infos = new LinkedHashMap<>(2);

    private Vehicle(String vin) {
      this.vin = vin;
    }
  }

  private final Sink sink;
  private final int mostOpen;
  private final ArrayDeque<MinuteSamples> free = new ArrayDeque<>();
  private final Map<String, Vehicle> vehicles = new HashMap<>();
  private int openMinutes;
  private int infoCount;

  /**
   * An empty book.
   *
   * @param mostOpen most minutes held open of all vehicles together; beyond, all are closed
   */
  public MinuteBook(Sink sink, int mostOpen) {
    this.sink = sink;
    this.mostOpen = mostOpen;
  }

  /** The vehicle whose VIN stands here. */
  public Vehicle vehicle(byte[] b, int at) {
    String vin = Vin.text(b, at);
    Vehicle known = vehicles.get(vin);
    if (known != null) {
      return known;
    }
    if (vehicles.size() >= mostOpen) {
      closeAll();
    }
    Vehicle fresh = new Vehicle(vin);
    vehicles.put(vin, fresh);
    return fresh;
  }

  /** The open minute of a vehicle that holds a time; opens it if need be. */
  public MinuteSamples minute(Vehicle v, long seconds) {
    long start = seconds - seconds % 60;
    MinuteSamples known = v.open.get(start);
    return known == null ? open(v, start) : known;
  }

  /** Opens a minute; those touched longest ago are closed when the vehicle has too many. */
  private MinuteSamples open(Vehicle v, long start) {
    int share = mostOpen / 2 / Math.max(1, vehicles.size());
    int most = Math.max(LEAST_OPEN_OF_VEHICLE, Math.min(MOST_OPEN_OF_VEHICLE, share));
    while (v.open.size() >= most) {
      close(v, v.open.values().iterator());
    }
    if (openMinutes >= mostOpen) {
      closeMinutes();
    }
    MinuteSamples fresh = free.isEmpty() ? new MinuteSamples() : free.pop();
    fresh.begin(start);
    v.open.put(start, fresh);
    openMinutes++;
    return fresh;
  }

  /** OBD information told at a time. */
  public void info(Vehicle v, byte[] b, int at, long seconds, long recordNo) {
    Told told = new Told(seconds / 86_400, ObdInfo.hash(b, at));
    Info known = v.infos.get(told);
    if (known != null) {
      known.firstAt = Math.min(known.firstAt, seconds);
      known.lastAt = Math.max(known.lastAt, seconds);
      return;
    }
    if (infoCount >= mostOpen || v.infos.size() >= MOST_INFOS_OF_VEHICLE) {
      closeInfos(v);
    }
    v.infos.put(told, new Info(ObdInfo.read(b, at), seconds, recordNo));
    infoCount++;
  }

  private void close(Vehicle v, Iterator<MinuteSamples> open) {
    MinuteSamples m = open.next();
    open.remove();
    openMinutes--;
    sink.minute(v.vin, m);
    free.push(m);
  }

  private void closeInfos(Vehicle v) {
    v.infos.forEach((told, info) -> sink.info(v.vin, told.day, info));
    infoCount -= v.infos.size();
    v.infos.clear();
  }

  private void closeMinutes() {
    for (Vehicle v : vehicles.values()) {
      Iterator<MinuteSamples> open = v.open.values().iterator();
      while (open.hasNext()) {
        close(v, open);
      }
    }
  }

  /** Hands on everything that is open. */
  public void closeAll() {
    closeMinutes();
    vehicles.values().forEach(this::closeInfos);
    vehicles.clear();
  }
}
