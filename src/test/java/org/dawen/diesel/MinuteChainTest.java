package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.dawen.codec.gb17691.Drives;
import org.dawen.codec.gb17691.FrameSource;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteSamples;
import org.dawen.codec.gb17691.MinuteSummary;
import org.dawen.codec.gb17691.Signal;
import org.junit.jupiter.api.Test;

class MinuteChainTest {
  private final MinuteChain chain = new MinuteChain(600);
  private final MinuteSummary summary = new MinuteSummary(Drives.RULES);

  /** A minute whose seconds from one to another have this NOx downstream; others vary. */
  private MinuteLinks link(int minute, int from, int to, double nox, int logout) {
    MinuteSamples m = new MinuteSamples();
    m.begin(Drives.START + 60L * minute);
    for (int s = 0; s < 60; s++) {
      byte[] b = Drives.body(s);
      Signal.NOX_DOWN.write(s >= from && s < to ? nox : 200 + minute + s * 0.05, b, 0);
      m.add(s, b, 0, false, FrameSource.NOT_TOLD);
    }
    if (logout >= 0) {
      m.logout(logout);
    }
    return link(m);
  }

  private MinuteLinks link(MinuteSamples m) {
    long[] figures = new long[MinuteField.COUNT];
    summary.of(m, figures);
    return chain.link(m.start(), figures);
  }

  @Test
  void aRunIsCountedToTheSecondAcrossMinutes() {
    link(0, 40, 60, 25, -1); // 20 s
    link(1, 0, 60, 25, -1); // 80 s
    MinuteLinks last = link(2, 0, 13, 25, -1); // 93 s

    assertThat(last.noxDownUnchangedSeconds()).isEqualTo(93);
    assertThat(last.noxDownUnchangedSince()).isEqualTo(LocalDateTime.of(2024, 3, 4, 8, 0));
    assertThat(link(3, 0, 0, 0, -1).noxDownUnchangedSeconds()).isEqualTo(1);
  }

  @Test
  void anotherValueStartsAnotherRun() {
    link(0, 0, 60, 25, -1);
    assertThat(link(1, 0, 60, 26, -1).noxDownUnchangedSeconds()).isEqualTo(60);
  }

  @Test
  void aTripEndsAtTenMissingMinutesAndNotASecondBefore() {
    assertThat(link(0, 0, 0, 0, -1).tripNo()).isEqualTo(1);
    // 599 s missing: minutes 1 to 9 (540 s) and 59 s of minute 10 are missing
    MinuteSamples m = new MinuteSamples();
    m.begin(Drives.START + 600);
    m.add(59, Drives.body(59), 0, false, FrameSource.NOT_TOLD);
    MinuteLinks links = link(m);
    assertThat(links.gapBeforeSeconds()).isEqualTo(599);
    assertThat(links.tripNo()).isEqualTo(1);

    assertThat(link(21, 0, 0, 0, -1).gapBeforeSeconds()).isEqualTo(600);
    assertThat(link(22, 0, 0, 0, -1).tripNo()).isEqualTo(2);
  }

  @Test
  void aLogoutEndsTheTrip() {
    assertThat(link(0, 0, 0, 0, 59).tripNo()).isEqualTo(1);
    assertThat(link(1, 0, 0, 0, -1).tripNo()).isEqualTo(2);
  }

  /** Links a minute of which every second is like this. */
  private MinuteLinks link(int minute, Consumer<byte[]> likeThis) {
    MinuteSamples m = new MinuteSamples();
    m.begin(Drives.START + 60L * minute);
    for (int s = 0; s < 60; s++) {
      byte[] b = Drives.body(s);
      likeThis.accept(b);
      m.add(s, b, 0, false, FrameSource.NOT_TOLD);
    }
    return link(m);
  }

  @Test
  void temperaturesThatPartAtTheTurnOfAMinuteDoNotReachIntoIt() {
    link(0, b -> Signal.SCR_OUT.writeRaw(Signal.SCR_IN.raw(b, 0), b, 0));
    assertThat(
            link(1, b -> Signal.SCR_OUT.writeRaw(Signal.SCR_IN.raw(b, 0), b, 0)).scrEqualSeconds())
        .isEqualTo(120);
    MinuteLinks apart = link(2, b -> {});
    assertThat(apart.scrEqualSeconds()).isZero();
    assertThat(apart.scrEqualSince()).isNull();
  }

  @Test
  void whatWasKnownLongBeforeAGapSaysNothingAboutIt() {
    link(0, b -> {});
    // Six minutes without position and odometer, in which it may have driven anywhere.
    for (int minute = 1; minute <= 6; minute++) {
      link(
          minute,
          b -> {
            Signal.LONGITUDE.writeInvalid(b, 0);
            Signal.ODOMETER.writeInvalid(b, 0);
          });
    }
    MinuteLinks behind =
        link(
            60,
            b -> {
              Signal.LONGITUDE.write(118, b, 0);
              Signal.ODOMETER.write(123_500, b, 0);
            });
    assertThat(behind.gapBeforeSeconds()).isEqualTo(53 * 60);
    assertThat(behind.gapBeforeMetres()).isNull();
    assertThat(behind.gapBeforeOdometerRaw()).isNull();

    MinuteLinks next = link(120, b -> Signal.ODOMETER.write(123_530, b, 0));
    assertThat(next.gapBeforeOdometerRaw()).isEqualTo(300);
    assertThat(next.gapBeforeMetres()).isGreaterThan(70_000);
  }
}
