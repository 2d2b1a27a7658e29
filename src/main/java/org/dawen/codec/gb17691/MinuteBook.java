package org.dawen.codec.gb17691;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    private final long position;
    private final long recordNo;

    private Info(ObdInfo content, long at, long position, long recordNo) {
      this.content = content;
      this.firstAt = at;
      this.lastAt = at;
      this.position = position;
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

  /** One vehicle with its open minutes. */
  public static final class Vehicle {
    private final long head;
    private final long middle;
    private final byte tail;
    private final String vin;
    private MinuteSamples[] open = new MinuteSamples[LEAST_OPEN_OF_VEHICLE];
    private long[] touched = new long[LEAST_OPEN_OF_VEHICLE];
    private int count;
    private final List<Info> infos = new ArrayList<>(1);
    private final List<long[]> infoKeys = new ArrayList<>(1);
    private int last;

    private Vehicle(long head, long middle, byte tail, String vin) {
      this.head = head;
      this.middle = middle;
      this.tail = tail;
      this.vin = vin;
    }
  }

  private final Sink sink;
  private final int mostOpen;
  private final ArrayDeque<MinuteSamples> free = new ArrayDeque<>();
  private Vehicle[] table = new Vehicle[64];
  private int vehicles;
  private int openMinutes;
  private int infoCount;
  private long clock;

  /**
   * An empty book.
   *
   * @param mostOpen most minutes held open of all vehicles together; beyond, all are closed
   */
  public MinuteBook(Sink sink, int mostOpen) {
    this.sink = sink;
    this.mostOpen = mostOpen;
  }

  private static long longAt(byte[] b, int at) {
    long v = 0;
    for (int i = 0; i < 8; i++) {
      v = v << 8 | b[at + i] & 0xFF;
    }
    return v;
  }

  /** The vehicle whose VIN stands here. */
  public Vehicle vehicle(byte[] b, int at) {
    long head = longAt(b, at);
    long middle = longAt(b, at + 8);
    byte tail = b[at + 16];
    int mask = table.length - 1;
    int slot = (int) Checksum.mix(head * 31 + middle * 17 + tail) & mask;
    for (Vehicle v = table[slot]; v != null; v = table[slot]) {
      if (v.middle == middle && v.head == head && v.tail == tail) {
        return v;
      }
      slot = slot + 1 & mask;
    }
    if (vehicles >= mostOpen) {
      closeAll();
      return vehicle(b, at);
    }
    Vehicle v = new Vehicle(head, middle, tail, Vin.text(b, at));
    table[slot] = v;
    vehicles++;
    if (vehicles * 2 > table.length) {
      grow();
    }
    return v;
  }

  private void grow() {
    Vehicle[] old = table;
    table = new Vehicle[old.length * 2];
    int mask = table.length - 1;
    for (Vehicle v : old) {
      if (v != null) {
        int slot = (int) Checksum.mix(v.head * 31 + v.middle * 17 + v.tail) & mask;
        while (table[slot] != null) {
          slot = slot + 1 & mask;
        }
        table[slot] = v;
      }
    }
  }

  /** The open minute of a vehicle that holds a time; opens it if need be. */
  public MinuteSamples minute(Vehicle v, long seconds) {
    long start = seconds - seconds % 60;
    MinuteSamples m = v.count > v.last ? v.open[v.last] : null;
    if (m != null && m.start() == start) {
      v.touched[v.last] = ++clock;
      return m;
    }
    for (int i = 0; i < v.count; i++) {
      m = v.open[i];
      if (m.start() == start) {
        v.last = i;
        v.touched[i] = ++clock;
        return m;
      }
    }
    return open(v, start);
  }

  /** Opens a minute; those touched longest ago are closed when the vehicle has too many. */
  private MinuteSamples open(Vehicle v, long start) {
    int most =
        Math.max(
            LEAST_OPEN_OF_VEHICLE,
            Math.min(MOST_OPEN_OF_VEHICLE, mostOpen / 2 / Math.max(1, vehicles)));
    while (v.count >= most) {
      int oldest = 0;
      for (int i = 1; i < v.count; i++) {
        if (v.touched[i] < v.touched[oldest]) {
          oldest = i;
        }
      }
      close(v, oldest);
    }
    if (openMinutes >= mostOpen) {
      closeMinutes();
    }
    if (v.count == v.open.length) {
      v.open = Arrays.copyOf(v.open, Math.min(MOST_OPEN_OF_VEHICLE, 2 * v.count));
      v.touched = Arrays.copyOf(v.touched, v.open.length);
    }
    MinuteSamples fresh = free.isEmpty() ? new MinuteSamples() : free.pop();
    fresh.begin(start);
    v.open[v.count] = fresh;
    v.touched[v.count] = ++clock;
    v.last = v.count;
    v.count++;
    openMinutes++;
    return fresh;
  }

  /** OBD information told at a time. */
  public void info(Vehicle v, byte[] b, int at, long seconds, long position, long recordNo) {
    long day = seconds / 86_400;
    long hash = ObdInfo.hash(b, at);
    for (int i = 0; i < v.infos.size(); i++) {
      long[] key = v.infoKeys.get(i);
      if (key[0] == day && key[1] == hash) {
        Info known = v.infos.get(i);
        known.firstAt = Math.min(known.firstAt, seconds);
        known.lastAt = Math.max(known.lastAt, seconds);
        return;
      }
    }
    if (infoCount >= mostOpen || v.infos.size() >= 256) {
      closeInfos(v);
    }
    v.infoKeys.add(new long[] {day, hash});
    v.infos.add(new Info(ObdInfo.read(b, at), seconds, position, recordNo));
    infoCount++;
  }

  private void close(Vehicle v, int i) {
    MinuteSamples m = v.open[i];
    v.count--;
    v.open[i] = v.open[v.count];
    v.touched[i] = v.touched[v.count];
    v.open[v.count] = null;
    v.last = 0;
    openMinutes--;
    sink.minute(v.vin, m);
    free.push(m);
  }

  private void closeInfos(Vehicle v) {
    for (int i = 0; i < v.infos.size(); i++) {
      sink.info(v.vin, v.infoKeys.get(i)[0], v.infos.get(i));
    }
    infoCount -= v.infos.size();
    v.infos.clear();
    v.infoKeys.clear();
  }

  private void closeMinutes() {
    for (Vehicle v : table) {
      if (v != null) {
        for (int i = 0; i < v.count; i++) {
          sink.minute(v.vin, v.open[i]);
          free.push(v.open[i]);
          v.open[i] = null;
        }
        openMinutes -= v.count;
        v.count = 0;
        v.last = 0;
      }
    }
  }

  /** Hands on everything that is open. */
  public void closeAll() {
    closeMinutes();
    for (Vehicle v : table) {
      if (v != null) {
        closeInfos(v);
      }
    }
    table = new Vehicle[64];
    vehicles = 0;
  }
}
