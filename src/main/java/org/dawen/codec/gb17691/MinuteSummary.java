package org.dawen.codec.gb17691;

import java.util.Arrays;

/**
 * The figures of {@link MinuteField} from samples, and from the figures of parts of a minute that
 * follow each other. Integers throughout.
 */
public final class MinuteSummary {
  /** There is no such figure. */
  public static final long NONE = Long.MIN_VALUE;

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

  /** Sums up a minute. */
  public void of(MinuteSamples samples, long[] out) {
    noxDown.clear();
    scrIn.clear();
    scrEqual.clear();
    position.clear();
    byte[] b = samples.bodies();
    long map = samples.map();
    int hotRaw = rules.hotRaw();
    int windowFrom = rules.windowFromRaw();
    int windowTo = rules.windowToRaw();
    int highNox = rules.highNoxRaw();
    int fastRaw = rules.fastRaw();
    int loadRaw = rules.loadRaw();
    long hash = 0;
    int speedCount = 0;
    int speedMax = 0;
    int speedSum = 0;
    int driving = 0;
    int fast = 0;
    int rpmCount = 0;
    int rpmMax = 0;
    int rpmSum = 0;
    int running = 0;
    int fuelCount = 0;
    int fuelSum = 0;
    long fuelSquares = 0;
    int torqueCount = 0;
    int torqueMin = Integer.MAX_VALUE;
    int torqueMax = 0;
    int torqueSum = 0;
    int upCount = 0;
    int upMin = Integer.MAX_VALUE;
    int upMax = 0;
    int upSum = 0;
    int downCount = 0;
    int downMin = Integer.MAX_VALUE;
    int downMax = 0;
    int downSum = 0;
    int inCount = 0;
    int inMin = Integer.MAX_VALUE;
    int inMax = 0;
    int inSum = 0;
    int outCount = 0;
    int outMin = Integer.MAX_VALUE;
    int outMax = 0;
    int outSum = 0;
    int reagentCount = 0;
    int reagentFirst = 0;
    int reagentLast = 0;
    int reagentMin = Integer.MAX_VALUE;
    int reagentMax = 0;
    int reagentRise = 0;
    int coolantCount = 0;
    int coolantMin = Integer.MAX_VALUE;
    int coolantMax = 0;
    int dpfCount = 0;
    int dpfMax = 0;
    int dpfSum = 0;
    int positions = 0;
    int firstLon = 0;
    int firstLat = 0;
    int lastLon = 0;
    int lastLat = 0;
    int odoCount = 0;
    long odoFirst = 0;
    long odoLast = 0;
    long odoFall = 0;
    int hot = 0;
    int hotInvalid = 0;
    int hotDown = 0;
    int hotHigh = 0;
    int window = 0;
    int windowUp = 0;
    int windowDown = 0;
    int windowDifference = 0;
    int loaded = 0;
    int coldScr = 0;
    int massSeconds = 0;
    long mass = 0;
    for (long left = map; left != 0; left &= left - 1) {
      int second = Long.numberOfTrailingZeros(left);
      int at = second * StreamBody.LENGTH;
      hash += Checksum.hash(b, at, StreamBody.LENGTH, second + 1);
      int speed = StreamBody.two(b, at);
      boolean isFast = speed > fastRaw;
      if (speed >= 0) {
        speedCount++;
        speedSum += speed;
        speedMax = Math.max(speedMax, speed);
        if (speed > 0) {
          driving++;
        }
        if (isFast) {
          fast++;
        }
      }
      int torque = StreamBody.one(b, at + 3);
      if (torque >= 0) {
        torqueCount++;
        torqueSum += torque;
        torqueMin = Math.min(torqueMin, torque);
        torqueMax = Math.max(torqueMax, torque);
      }
      int rpm = StreamBody.two(b, at + 5);
      boolean isRunning = rpm > 0;
      if (rpm >= 0) {
        rpmCount++;
        rpmSum += rpm;
        rpmMax = Math.max(rpmMax, rpm);
        if (isRunning) {
          running++;
        }
      }
      int fuel = StreamBody.two(b, at + 7);
      if (fuel >= 0) {
        fuelCount++;
        fuelSum += fuel;
        fuelSquares += (long) fuel * fuel;
      }
      int up = StreamBody.two(b, at + 9);
      if (up >= 0) {
        upCount++;
        upSum += up;
        upMin = Math.min(upMin, up);
        upMax = Math.max(upMax, up);
      }
      int down = StreamBody.two(b, at + 11);
      if (down >= 0) {
        downCount++;
        downSum += down;
        downMin = Math.min(downMin, down);
        downMax = Math.max(downMax, down);
        if (isRunning) {
          noxDown.add(down);
        }
        int air = StreamBody.two(b, at + 14);
        if (air >= 0 && fuel >= 0) {
          massSeconds++;
          mass += (down - 4000L) * (20L * air + 17L * fuel);
        }
      }
      int reagent = StreamBody.one(b, at + 13);
      if (reagent >= 0) {
        if (reagentCount == 0) {
          reagentFirst = reagent;
        } else {
          reagentRise = Math.max(reagentRise, reagent - reagentLast);
        }
        reagentCount++;
        reagentLast = reagent;
        reagentMin = Math.min(reagentMin, reagent);
        reagentMax = Math.max(reagentMax, reagent);
      }
      int in = StreamBody.two(b, at + 16);
      int coolant = StreamBody.one(b, at + 22);
      if (in >= 0) {
        inCount++;
        inSum += in;
        inMin = Math.min(inMin, in);
        inMax = Math.max(inMax, in);
        if (isRunning) {
          scrIn.add(in);
        }
        if (in > hotRaw) {
          hot++;
          if (up < 4000 || down < 4000) {
            hotInvalid++;
          }
          if (down >= 0) {
            hotDown++;
            if (down >= highNox) {
              hotHigh++;
            }
          }
        }
        if (in >= windowFrom && in <= windowTo && up > 4000 && down >= 0) {
          window++;
          windowUp += up - 4000;
          windowDown += down - 4000;
          windowDifference += Math.abs(up - down);
        }
      }
      if (torque > loadRaw) {
        loaded++;
        // in/32 − 273 °C below coolant − 40 °C
        if (in >= 0 && coolant >= 0 && in < (coolant + 233) * 32) {
          coldScr++;
        }
      }
      int outlet = StreamBody.two(b, at + 18);
      if (outlet >= 0) {
        outCount++;
        outSum += outlet;
        outMin = Math.min(outMin, outlet);
        outMax = Math.max(outMax, outlet);
        if (in >= 0 && isRunning) {
          scrEqual.addTruth(in == outlet);
        }
      }
      int dpf = StreamBody.two(b, at + 20);
      if (dpf >= 0) {
        dpfCount++;
        dpfSum += dpf;
        dpfMax = Math.max(dpfMax, dpf);
      }
      if (coolant >= 0) {
        coolantCount++;
        coolantMin = Math.min(coolantMin, coolant);
        coolantMax = Math.max(coolantMax, coolant);
      }
      if (StreamBody.hasPosition(b, at)) {
        lastLon = StreamBody.longitude(b, at);
        lastLat = StreamBody.latitude(b, at);
        if (positions == 0) {
          firstLon = lastLon;
          firstLat = lastLat;
        }
        positions++;
        if (isFast) {
          position.add(((long) lastLon << 32) + lastLat);
        }
      }
      long odometer = StreamBody.odometer(b, at);
      if (odometer >= 0) {
        if (odoCount == 0) {
          odoFirst = odometer;
        } else {
          odoFall = Math.max(odoFall, odoLast - odometer);
        }
        odoCount++;
        odoLast = odometer;
      }
    }
    out[i(MinuteField.SECOND_MAP)] = map;
    out[i(MinuteField.FIRST_SECOND)] = map == 0 ? NONE : Long.numberOfTrailingZeros(map);
    out[i(MinuteField.LAST_SECOND)] = map == 0 ? NONE : 63 - Long.numberOfLeadingZeros(map);
    out[i(MinuteField.SAMPLE_HASH)] = hash;
    out[i(MinuteField.CONFLICT_SECONDS)] = Long.bitCount(samples.conflicts());
    out[i(MinuteField.CONFLICT_METRES)] = samples.conflictMetres();
    out[i(MinuteField.LOGIN_SECOND)] = samples.login() < 0 ? NONE : samples.login();
    out[i(MinuteField.LOGOUT_SECOND)] = samples.logout() < 0 ? NONE : samples.logout();
    int p = i(MinuteField.SPEED_COUNT);
    out[p++] = speedCount;
    out[p++] = orNone(speedCount, speedMax);
    out[p++] = speedSum;
    out[p++] = driving;
    out[p++] = fast;
    out[p++] = rpmCount;
    out[p++] = orNone(rpmCount, rpmMax);
    out[p++] = rpmSum;
    out[p++] = running;
    out[p++] = fuelCount;
    out[p++] = fuelSum;
    out[p++] = fuelSquares;
    out[p++] = torqueCount;
    out[p++] = orNone(torqueCount, torqueMin);
    out[p++] = orNone(torqueCount, torqueMax);
    out[p++] = torqueSum;
    out[p++] = upCount;
    out[p++] = orNone(upCount, upMin);
    out[p++] = orNone(upCount, upMax);
    out[p++] = upSum;
    out[p++] = downCount;
    out[p++] = orNone(downCount, downMin);
    out[p++] = orNone(downCount, downMax);
    out[p++] = downSum;
    out[p++] = inCount;
    out[p++] = orNone(inCount, inMin);
    out[p++] = orNone(inCount, inMax);
    out[p++] = inSum;
    out[p++] = outCount;
    out[p++] = orNone(outCount, outMin);
    out[p++] = orNone(outCount, outMax);
    out[p++] = outSum;
    out[p++] = reagentCount;
    out[p++] = orNone(reagentCount, reagentFirst);
    out[p++] = orNone(reagentCount, reagentLast);
    out[p++] = orNone(reagentCount, reagentMin);
    out[p++] = orNone(reagentCount, reagentMax);
    out[p++] = orNone(reagentCount, reagentRise);
    out[p++] = coolantCount;
    out[p++] = orNone(coolantCount, coolantMin);
    out[p++] = orNone(coolantCount, coolantMax);
    out[p++] = dpfCount;
    out[p++] = orNone(dpfCount, dpfMax);
    out[p++] = dpfSum;
    out[p++] = positions;
    out[p++] = orNone(positions, firstLon);
    out[p++] = orNone(positions, firstLat);
    out[p++] = orNone(positions, lastLon);
    out[p++] = orNone(positions, lastLat);
    out[p++] = odoCount;
    out[p++] = odoCount == 0 ? NONE : odoFirst;
    out[p++] = odoCount == 0 ? NONE : odoLast;
    out[p++] = odoCount == 0 ? NONE : odoFall;
    out[p++] = hot;
    out[p++] = hotInvalid;
    out[p++] = hotDown;
    out[p++] = hotHigh;
    out[p++] = window;
    out[p++] = windowUp;
    out[p++] = windowDown;
    out[p++] = windowDifference;
    out[p++] = loaded;
    out[p++] = coldScr;
    out[p++] = massSeconds;
    out[p++] = mass;
    noxDown.write(out, p);
    scrIn.write(out, p + 6);
    scrEqual.write(out, p + 12);
    position.write(out, p + 18);
  }

  private static long orNone(int count, int value) {
    return count == 0 ? NONE : value;
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
    int p = MinuteField.FIRST_RUN;
    UnchangedRun.append(a, b, p, false);
    UnchangedRun.append(a, b, p + 6, false);
    UnchangedRun.append(a, b, p + 12, true);
    UnchangedRun.append(a, b, p + 18, false);
  }

  private static final char[] MERGES = merges();

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
