package org.dawen.codec.gb17691;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MinuteSummaryTest {
  private static final MinuteSummary SUMMARY = new MinuteSummary(Drives.RULES);

  private static MinuteSamples samples() {
    MinuteSamples samples = new MinuteSamples();
    samples.begin(Drives.START);
    return samples;
  }

  private static long[] figures(MinuteSamples samples) {
    long[] figures = new long[MinuteField.COUNT];
    SUMMARY.of(samples, figures);
    return figures;
  }

  private static long of(long[] figures, MinuteField f) {
    return figures[f.ordinal()];
  }

  private static byte[] with(int second, Signal signal, double value) {
    byte[] b = Drives.body(second);
    signal.write(value, b, 0);
    return b;
  }

  /** Three seconds worked out by hand: see the comment beside each figure. */
  @Test
  void figuresAreThoseWorkedOutByHand() {
    MinuteSamples m = samples();
    for (int s : new int[] {0, 1, 5}) {
      byte[] b = new byte[StreamBody.LENGTH];
      Signal.SPEED.writeRaw(s == 0 ? 0 : 25 * 256, b, 0);
      Signal.TORQUE.writeRaw(125 + 10 * s, b, 0); // 0, 10, 50 %
      Signal.RPM.writeRaw(8000, b, 0);
      Signal.FUEL.writeRaw(100 + s, b, 0); // 100, 101, 105
      Signal.NOX_UP.writeRaw(4000 + 10_000, b, 0); // 500 ppm
      Signal.NOX_DOWN.writeRaw(s == 1 ? 0xFFFF : 4000 + 2_000, b, 0); // 100 ppm, invalid, 100 ppm
      Signal.REAGENT.writeRaw(s == 5 ? 30 : 20, b, 0);
      Signal.AIR.writeRaw(1000, b, 0);
      Signal.SCR_IN.writeRaw((300 + 273) * 32, b, 0);
      Signal.SCR_OUT.writeRaw((s == 0 ? 299 + 273 : 300 + 273) * 32, b, 0);
      Signal.COOLANT.writeRaw(85 + 40, b, 0);
      Signal.LONGITUDE.writeRaw(117_000_000, b, 0);
      Signal.LATITUDE.writeRaw(36_000_000, b, 0);
      Signal.ODOMETER.writeRaw(s == 5 ? 990 : 1000, b, 0);
      m.add(s, b, 0, false, FrameSource.NOT_TOLD);
    }
    long[] f = figures(m);

    assertThat(of(f, MinuteField.SECOND_MAP)).isEqualTo(0b100011);
    assertThat(of(f, MinuteField.SPEED_RAW_SUM)).isEqualTo(12_800); // 2 · 25 · 256
    assertThat(of(f, MinuteField.DRIVING_SECONDS)).isEqualTo(2);
    assertThat(of(f, MinuteField.FAST_SECONDS)).isEqualTo(2); // 25 > 20 km/h
    assertThat(of(f, MinuteField.FUEL_RAW_SQUARE_SUM)).isEqualTo(10_000 + 10_201 + 11_025);
    assertThat(of(f, MinuteField.NOX_DOWN_COUNT)).isEqualTo(2);
    assertThat(of(f, MinuteField.NOX_DOWN_RAW_SUM)).isEqualTo(12_000);
    assertThat(of(f, MinuteField.REAGENT_RAW_RISE)).isEqualTo(10);
    assertThat(of(f, MinuteField.ODOMETER_RAW_FALL)).isEqualTo(10);
    assertThat(of(f, MinuteField.HOT_SECONDS)).isEqualTo(3);
    assertThat(of(f, MinuteField.HOT_NOX_INVALID_SECONDS)).isEqualTo(1);
    assertThat(of(f, MinuteField.HOT_NOX_DOWN_SECONDS)).isEqualTo(2);
    assertThat(of(f, MinuteField.WINDOW_SECONDS)).isEqualTo(2);
    assertThat(of(f, MinuteField.WINDOW_NOX_UP_SUM)).isEqualTo(20_000);
    assertThat(of(f, MinuteField.WINDOW_NOX_DOWN_SUM)).isEqualTo(4_000);
    assertThat(of(f, MinuteField.WINDOW_DIFFERENCE_SUM)).isEqualTo(16_000);
    assertThat(of(f, MinuteField.LOADED_SECONDS)).isEqualTo(1); // 50 % > 30 %
    assertThat(of(f, MinuteField.COLD_SCR_SECONDS)).isZero();
    // 2000 · (20 · 1000 + 17 · 100) + 2000 · (20 · 1000 + 17 · 105)
    assertThat(of(f, MinuteField.NOX_MASS_SUM)).isEqualTo(43_400_000 + 43_570_000);
    assertThat(of(f, MinuteField.NOX_DOWN_RUN_LONGEST)).isEqualTo(2);
    assertThat(of(f, MinuteField.SCR_EQUAL_RUN_LEAD)).isZero();
    assertThat(of(f, MinuteField.SCR_EQUAL_RUN_TRAIL)).isEqualTo(2);
    assertThat(of(f, MinuteField.POSITION_RUN_COUNT)).isEqualTo(2);
  }

  @Property(tries = 60)
  void arrivalOrderDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    List<Runnable> copies = new ArrayList<>();
    MinuteSamples[] into = new MinuteSamples[1];
    for (int i = 0; i < 90; i++) {
      int second = random.nextInt(60);
      byte[] b = with(second, Signal.NOX_DOWN, 20 + random.nextInt(3));
      Signal.LONGITUDE.write(117 + random.nextInt(4) * 0.01, b, 0);
      boolean resent = random.nextInt(4) == 0;
      long received = random.nextInt(3) == 0 ? FrameSource.NOT_TOLD : random.nextInt(3);
      copies.add(() -> into[0].add(second, b, 0, resent, received));
    }
    into[0] = samples();
    copies.forEach(Runnable::run);
    long[] once = figures(into[0]);
    Collections.shuffle(copies, random);
    into[0] = samples();
    copies.forEach(Runnable::run);
    copies.forEach(Runnable::run);

    assertThat(figures(into[0])).isEqualTo(once);
  }

  @Property(tries = 100)
  void joiningPartsGivesWhatTheWholeMinuteGives(
      @ForAll @IntRange(min = 1, max = 59) int first,
      @ForAll @IntRange(min = 1, max = 59) int second,
      @ForAll @IntRange(min = 1, max = 4) int values,
      @ForAll long seed) {
    int cut1 = Math.min(first, second);
    int cut2 = Math.max(first, second);
    Random random = new Random(seed);
    MinuteSamples whole = samples();
    MinuteSamples[] parts = {samples(), samples(), samples()};
    for (int s = 0; s < 60; s++) {
      if (random.nextInt(5) == 0) {
        continue;
      }
      byte[] b = Drives.body(s);
      Signal.NOX_DOWN.write(20 + random.nextInt(values), b, 0);
      Signal.SCR_IN.write(300 + random.nextInt(values), b, 0);
      Signal.SCR_OUT.write(300, b, 0);
      Signal.ODOMETER.write(1000 + random.nextInt(values), b, 0);
      Signal.REAGENT.write(40 + random.nextInt(values), b, 0);
      Signal.LONGITUDE.write(117 + random.nextInt(values), b, 0);
      if (random.nextInt(6) == 0) {
        Signal.RPM.write(0, b, 0);
        Signal.NOX_UP.writeInvalid(b, 0);
        Signal.REAGENT.writeInvalid(b, 0);
      }
      whole.add(s, b, 0, false, FrameSource.NOT_TOLD);
      parts[s < cut1 ? 0 : s < cut2 ? 1 : 2].add(s, b, 0, false, FrameSource.NOT_TOLD);
    }
    long[] joined = figures(parts[0]);
    for (int i = 1; i < 3; i++) {
      long[] next = figures(parts[i]);
      assertThat(MinuteSummary.follow(joined, next)).isTrue();
      MinuteSummary.append(joined, next);
    }

    assertThat(joined).isEqualTo(figures(whole));
  }

  @Test
  void aRealTimeCopyWinsOverOneSentAgainThenTheLaterReceived() {
    MinuteSamples m = samples();
    m.add(3, with(3, Signal.NOX_DOWN, 99), 0, true, 500);
    m.add(3, with(3, Signal.NOX_DOWN, 10), 0, false, 100);
    m.add(3, with(3, Signal.NOX_DOWN, 20), 0, false, 200);
    m.add(3, with(3, Signal.NOX_DOWN, 30), 0, false, 150);

    assertThat(Signal.NOX_DOWN.physical(m.bodies(), MinuteSamples.at(3)))
        .isEqualByComparingTo("20");
    assertThat(of(figures(m), MinuteField.CONFLICT_SECONDS)).isEqualTo(1);
  }

  @Test
  void invalidRawValuesEnterNoSum() {
    MinuteSamples m = samples();
    byte[] b = new byte[StreamBody.LENGTH];
    java.util.Arrays.fill(b, (byte) 0xFF);
    m.add(0, b, 0, false, FrameSource.NOT_TOLD);
    long[] f = figures(m);
    for (MinuteField field : MinuteField.values()) {
      String name = field.name();
      if (name.endsWith("_COUNT") || name.endsWith("_SUM")) {
        assertThat(of(f, field)).as(name).isZero();
      } else if (name.endsWith("_MIN") || name.endsWith("_MAX")) {
        assertThat(of(f, field)).as(name).isEqualTo(MinuteSummary.NONE);
      }
    }
  }

  /** Before the control unit answers, terminals send zeros: no truck has driven 0 km at 0° 0°. */
  @Test
  void zerosOfATerminalThatJustWokeUpAreNoOdometerAndNoPosition() {
    MinuteSamples m = samples();
    for (int s = 0; s < 2; s++) {
      byte[] b = Drives.body(s);
      if (s == 0) {
        Signal.ODOMETER.writeRaw(0, b, 0);
        Signal.LONGITUDE.writeRaw(0, b, 0);
        Signal.LATITUDE.writeRaw(0, b, 0);
      }
      m.add(s, b, 0, false, FrameSource.NOT_TOLD);
    }
    long[] f = figures(m);
    assertThat(of(f, MinuteField.ODOMETER_COUNT)).isEqualTo(1);
    assertThat(of(f, MinuteField.ODOMETER_RAW_FIRST)).isEqualTo(1_234_567);
    assertThat(of(f, MinuteField.POSITION_COUNT)).isEqualTo(1);
  }
}
