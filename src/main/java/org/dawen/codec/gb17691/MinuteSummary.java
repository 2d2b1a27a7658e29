package org.dawen.codec.gb17691;

import java.util.Arrays;

/**
 * The figures of {@link MinuteField} from samples, and from the figures of parts of a minute that
 * follow each other. Integers throughout.
 */
public final class MinuteSummary {
  /** There is no such figure. */
  public static final long NONE = Long.MIN_VALUE;

  private static final char[] MERGES = merges();

  /** The figures of no second: sums are zero, there is no smallest, largest, first and last. */
  private static final long[] EMPTY = empty();

  /** The figures of signals that are counted and summed up alike, second by second. */
  private static final Gauge SPEED = Gauge.of("SPEED");

  private static final Gauge RPM = Gauge.of("RPM");
  private static final Gauge FUEL = Gauge.of("FUEL");
  private static final Gauge TORQUE = Gauge.of("TORQUE");
  private static final Gauge NOX_UP = Gauge.of("NOX_UP");
  private static final Gauge NOX_DOWN = Gauge.of("NOX_DOWN");
  private static final Gauge SCR_IN = Gauge.of("SCR_IN");
  private static final Gauge SCR_OUT = Gauge.of("SCR_OUT");
  private static final Gauge REAGENT = Gauge.of("REAGENT");
  private static final Gauge COOLANT = Gauge.of("COOLANT");
  private static final Gauge DPF = Gauge.of("DPF");

  private final SecondRules rules;
  private final UnchangedRun noxDown = new UnchangedRun();
  private final UnchangedRun scrIn = new UnchangedRun();
  private final UnchangedRun scrEqual = new UnchangedRun();
  private final UnchangedRun position = new UnchangedRun();

  public MinuteSummary(SecondRules rules) {
    this.rules = rules;
  }

  private static int i(MinuteField f) {
    return f.ordinal();
  }

  /**
   * Where the figures of a signal are: how many seconds it is valid in, and the smallest, the
   * largest and the sum of its raw values.
   *
   * @param min −1: is not kept, as the others
   */
  private record Gauge(int count, int min, int max, int sum) {
    static Gauge of(String signal) {
      return new Gauge(
          place(signal + "_COUNT"),
          place(signal + "_RAW_MIN"),
          place(signal + "_RAW_MAX"),
          place(signal + "_RAW_SUM"));
    }

    private static int place(String name) {
      return Arrays.stream(MinuteField.values()).map(Enum::name).toList().indexOf(name);
    }

    /** Adds a second; one with an invalid value, which is negative, is not counted. */
    void add(long[] out, int raw) {
      if (raw < 0) {
        return;
      }
      if (min >= 0) {
        out[min] = out[count] == 0 ? raw : Math.min(out[min], raw);
      }
      if (max >= 0) {
        out[max] = Math.max(out[max], raw);
      }
      if (sum >= 0) {
        out[sum] += raw;
      }
      out[count]++;
    }
  }

  /** Sums up a minute. */
  public void of(MinuteSamples samples, long[] out) {
    noxDown.clear();
    scrIn.clear();
    scrEqual.clear();
    position.clear();
    System.arraycopy(EMPTY, 0, out, 0, MinuteField.COUNT);
    byte[] b = samples.bodies();
    long map = samples.map();
    for (long left = map; left != 0; left &= left - 1) {
      int second = Long.numberOfTrailingZeros(left);
      int at = second * StreamBody.LENGTH;
      out[i(MinuteField.SAMPLE_HASH)] += Checksum.hash(b, at, StreamBody.LENGTH, second + 1);
      engine(b, at, out);
      treatment(b, at, out);
      travel(b, at, out);
    }
    out[i(MinuteField.SECOND_MAP)] = map;
    out[i(MinuteField.FIRST_SECOND)] = map == 0 ? NONE : Long.numberOfTrailingZeros(map);
    out[i(MinuteField.LAST_SECOND)] = map == 0 ? NONE : 63 - Long.numberOfLeadingZeros(map);
    out[i(MinuteField.CONFLICT_SECONDS)] = Long.bitCount(samples.conflicts());
    out[i(MinuteField.CONFLICT_METRES)] = samples.conflictMetres();
    out[i(MinuteField.LOGIN_SECOND)] = samples.login() < 0 ? NONE : samples.login();
    out[i(MinuteField.LOGOUT_SECOND)] = samples.logout() < 0 ? NONE : samples.logout();
    noxDown.write(out, i(MinuteField.NOX_DOWN_RUN_COUNT));
    scrIn.write(out, i(MinuteField.SCR_IN_RUN_COUNT));
    scrEqual.write(out, i(MinuteField.SCR_EQUAL_RUN_COUNT));
    position.write(out, i(MinuteField.POSITION_RUN_COUNT));
  }

  private static void count(long[] out, MinuteField seconds, boolean isMet) {
    out[seconds.ordinal()] += isMet ? 1 : 0;
  }

  private void engine(byte[] b, int at, long[] out) {
    int speed = StreamBody.two(b, at);
    int rpm = StreamBody.two(b, at + 5);
    int fuel = StreamBody.two(b, at + 7);
    SPEED.add(out, speed);
    count(out, MinuteField.DRIVING_SECONDS, speed > 0);
    count(out, MinuteField.FAST_SECONDS, speed >= 0 && speed > rules.fastRaw());
    TORQUE.add(out, StreamBody.one(b, at + 3));
    RPM.add(out, rpm);
    count(out, MinuteField.RUNNING_SECONDS, rpm > 0);
    FUEL.add(out, fuel);
    if (fuel >= 0) {
      out[i(MinuteField.FUEL_RAW_SQUARE_SUM)] += (long) fuel * fuel;
    }
    COOLANT.add(out, StreamBody.one(b, at + 22));
  }

  private void treatment(byte[] b, int at, long[] out) {
    boolean isRunning = StreamBody.two(b, at + 5) > 0;
    int fuel = StreamBody.two(b, at + 7);
    int up = StreamBody.two(b, at + 9);
    int down = StreamBody.two(b, at + 11);
    int air = StreamBody.two(b, at + 14);
    int in = StreamBody.two(b, at + 16);
    int outlet = StreamBody.two(b, at + 18);
    int coolant = StreamBody.one(b, at + 22);
    NOX_UP.add(out, up);
    NOX_DOWN.add(out, down);
    SCR_IN.add(out, in);
    SCR_OUT.add(out, outlet);
    DPF.add(out, StreamBody.two(b, at + 20));
    if (down >= 0 && isRunning) {
      noxDown.add(down);
    }
    if (down >= 0 && air >= 0 && fuel >= 0) {
      out[i(MinuteField.MASS_SECONDS)]++;
      out[i(MinuteField.NOX_MASS_SUM)] += (down - 4000L) * (20L * air + 17L * fuel);
    }
    int reagent = StreamBody.one(b, at + 13);
    REAGENT.add(out, reagent);
    if (reagent >= 0) {
      step(
          out,
          MinuteField.REAGENT_RAW_FIRST,
          MinuteField.REAGENT_RAW_LAST,
          MinuteField.REAGENT_RAW_RISE,
          reagent,
          1);
    }
    if (in >= 0 && isRunning) {
      scrIn.add(in);
    }
    if (in >= 0 && in > rules.hotRaw()) {
      out[i(MinuteField.HOT_SECONDS)]++;
      count(out, MinuteField.HOT_NOX_INVALID_SECONDS, up < 4000 || down < 4000);
      count(out, MinuteField.HOT_NOX_DOWN_SECONDS, down >= 0);
      count(out, MinuteField.HOT_NOX_HIGH_SECONDS, down >= 0 && down >= rules.highNoxRaw());
    }
    boolean isInWindow = in >= 0 && in >= rules.windowFromRaw() && in <= rules.windowToRaw();
    if (isInWindow && up > 4000 && down >= 0) {
      out[i(MinuteField.WINDOW_SECONDS)]++;
      out[i(MinuteField.WINDOW_NOX_UP_SUM)] += up - 4000;
      out[i(MinuteField.WINDOW_NOX_DOWN_SUM)] += down - 4000;
      out[i(MinuteField.WINDOW_DIFFERENCE_SUM)] += Math.abs(up - down);
    }
    if (StreamBody.one(b, at + 3) > rules.loadRaw()) {
      out[i(MinuteField.LOADED_SECONDS)]++;
      // in/32 − 273 °C below coolant − 40 °C
      boolean isCold = in >= 0 && coolant >= 0 && in < (coolant + 233) * 32;
      count(out, MinuteField.COLD_SCR_SECONDS, isCold);
    }
    if (outlet >= 0 && in >= 0 && isRunning) {
      scrEqual.addTruth(in == outlet);
    }
  }

  /** First and last of an ordered series, and the largest step upwards (1) or downwards (−1). */
  private static void step(
      long[] out, MinuteField first, MinuteField last, MinuteField largest, long raw, int sign) {
    boolean isFirst = out[i(first)] == NONE;
    out[i(largest)] = Math.max(out[i(largest)], isFirst ? 0 : sign * (raw - out[i(last)]));
    out[i(first)] = isFirst ? raw : out[i(first)];
    out[i(last)] = raw;
  }

  private void travel(byte[] b, int at, long[] out) {
    if (StreamBody.hasPosition(b, at)) {
      int lon = StreamBody.longitude(b, at);
      int lat = StreamBody.latitude(b, at);
      out[i(MinuteField.LAST_LONGITUDE_RAW)] = lon;
      out[i(MinuteField.LAST_LATITUDE_RAW)] = lat;
      if (out[i(MinuteField.POSITION_COUNT)]++ == 0) {
        out[i(MinuteField.FIRST_LONGITUDE_RAW)] = lon;
        out[i(MinuteField.FIRST_LATITUDE_RAW)] = lat;
      }
      int speed = StreamBody.two(b, at);
      if (speed >= 0 && speed > rules.fastRaw()) {
        position.add(((long) lon << 32) + lat);
      }
    }
    long odometer = StreamBody.odometer(b, at);
    if (odometer >= 0) {
      out[i(MinuteField.ODOMETER_COUNT)]++;
      step(
          out,
          MinuteField.ODOMETER_RAW_FIRST,
          MinuteField.ODOMETER_RAW_LAST,
          MinuteField.ODOMETER_RAW_FALL,
          odometer,
          -1);
    }
  }

  /** True if the two parts can be joined without looking at their samples again. */
  static boolean follow(long[] a, long[] b) {
    long mapA = a[i(MinuteField.SECOND_MAP)];
    long mapB = b[i(MinuteField.SECOND_MAP)];
    return mapA == 0 || mapB == 0 || a[i(MinuteField.LAST_SECOND)] < b[i(MinuteField.FIRST_SECOND)];
  }

  /** True if the two parts hold the same samples. */
  static boolean same(long[] a, long[] b) {
    return a[i(MinuteField.SECOND_MAP)] == b[i(MinuteField.SECOND_MAP)]
        && a[i(MinuteField.SAMPLE_HASH)] == b[i(MinuteField.SAMPLE_HASH)];
  }

  /** Takes what another part with the same samples says beyond them. */
  static void absorb(long[] a, long[] b) {
    most(a, b, MinuteField.CONFLICT_SECONDS);
    most(a, b, MinuteField.CONFLICT_METRES);
    least(a, b, MinuteField.LOGIN_SECOND);
    most(a, b, MinuteField.LOGOUT_SECOND);
  }

  /** Joins the part that follows to the part before; see {@link #follow}. */
  static void append(long[] a, long[] b) {
    long conflicts = a[i(MinuteField.CONFLICT_SECONDS)] + b[i(MinuteField.CONFLICT_SECONDS)];
    absorb(a, b);
    a[i(MinuteField.CONFLICT_SECONDS)] = conflicts;
    if (b[i(MinuteField.SECOND_MAP)] == 0) {
      return;
    }
    if (a[i(MinuteField.SECOND_MAP)] == 0) {
      long[] marks = Arrays.copyOf(a, i(MinuteField.SPEED_COUNT));
      System.arraycopy(b, 0, a, 0, MinuteField.COUNT);
      absorb(a, marks);
      a[i(MinuteField.CONFLICT_SECONDS)] = conflicts;
      return;
    }
    // The last of one and the first of the other are neighbours.
    if (a[i(MinuteField.REAGENT_COUNT)] > 0 && b[i(MinuteField.REAGENT_COUNT)] > 0) {
      a[i(MinuteField.REAGENT_RAW_RISE)] =
          Math.max(
              a[i(MinuteField.REAGENT_RAW_RISE)],
              b[i(MinuteField.REAGENT_RAW_FIRST)] - a[i(MinuteField.REAGENT_RAW_LAST)]);
    }
    if (a[i(MinuteField.ODOMETER_COUNT)] > 0 && b[i(MinuteField.ODOMETER_COUNT)] > 0) {
      a[i(MinuteField.ODOMETER_RAW_FALL)] =
          Math.max(
              a[i(MinuteField.ODOMETER_RAW_FALL)],
              a[i(MinuteField.ODOMETER_RAW_LAST)] - b[i(MinuteField.ODOMETER_RAW_FIRST)]);
    }
    a[i(MinuteField.SECOND_MAP)] |= b[i(MinuteField.SECOND_MAP)];
    a[i(MinuteField.LAST_SECOND)] = b[i(MinuteField.LAST_SECOND)];
    a[i(MinuteField.SAMPLE_HASH)] += b[i(MinuteField.SAMPLE_HASH)];
    for (int f = i(MinuteField.SPEED_COUNT); f < MinuteField.FIRST_RUN; f++) {
      a[f] = joined(MERGES[f], a[f], b[f]);
    }
    UnchangedRun.append(a, b, i(MinuteField.NOX_DOWN_RUN_COUNT), false);
    UnchangedRun.append(a, b, i(MinuteField.SCR_IN_RUN_COUNT), false);
    UnchangedRun.append(a, b, i(MinuteField.SCR_EQUAL_RUN_COUNT), true);
    UnchangedRun.append(a, b, i(MinuteField.POSITION_RUN_COUNT), false);
  }

  /** How each figure joins, by the end of its name. */
  private static char[] merges() {
    char[] merges = new char[MinuteField.COUNT];
    for (MinuteField f : MinuteField.values()) {
      String name = f.name();
      if (name.endsWith("_MIN")) {
        merges[f.ordinal()] = '<';
      } else if (name.endsWith("_MAX") || name.endsWith("_RISE") || name.endsWith("_FALL")) {
        merges[f.ordinal()] = '>';
      } else if (name.startsWith("FIRST_") || name.endsWith("_FIRST")) {
        merges[f.ordinal()] = 'f';
      } else if (name.startsWith("LAST_") || name.endsWith("_LAST")) {
        merges[f.ordinal()] = 'l';
      } else {
        merges[f.ordinal()] = '+';
      }
    }
    return merges;
  }

  private static long[] empty() {
    long[] empty = new long[MinuteField.COUNT];
    for (int f = 0; f < empty.length; f++) {
      empty[f] = MERGES[f] == '+' ? 0 : NONE;
    }
    return empty;
  }

  private static long joined(char how, long a, long b) {
    if (a == NONE || b == NONE) {
      return a == NONE ? b : a;
    }
    return switch (how) {
      case '<' -> Math.min(a, b);
      case '>' -> Math.max(a, b);
      case 'f' -> a;
      case 'l' -> b;
      default -> a + b;
    };
  }

  private static void most(long[] a, long[] b, MinuteField f) {
    a[f.ordinal()] = Math.max(a[f.ordinal()], b[f.ordinal()]);
  }

  private static void least(long[] a, long[] b, MinuteField f) {
    long x = a[f.ordinal()];
    long y = b[f.ordinal()];
    a[f.ordinal()] = x == NONE ? y : y == NONE ? x : Math.min(x, y);
  }
}
