package org.dawen.codec.gb17691;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawen.codec.gb17691.MinuteChain.Link;
import org.junit.jupiter.api.Test;

class MinuteChainTest {
  private final MinuteChain chain = new MinuteChain(600);
  private final MinuteSummary summary = new MinuteSummary(Drives.RULES);

  /** A minute whose seconds from one to another have this NOx downstream; others vary. */
  private long[] link(int minute, int from, int to, double nox, int logout) {
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
    long[] figures = new long[MinuteField.COUNT];
    summary.of(m, figures);
    long[] links = new long[MinuteChain.LINKS];
    chain.link(m.start(), figures, links);
    return links;
  }

  private static long of(long[] links, Link link) {
    return links[link.ordinal()];
  }

  @Test
  void aRunIsCountedToTheSecondAcrossMinutes() {
    link(0, 40, 60, 25, -1); // 20 s
    link(1, 0, 60, 25, -1); // 80 s
    long[] last = link(2, 0, 13, 25, -1); // 93 s

    assertThat(of(last, Link.NOX_DOWN_UNCHANGED_SECONDS)).isEqualTo(93);
    assertThat(of(last, Link.NOX_DOWN_UNCHANGED_SINCE)).isEqualTo(Drives.START);
    assertThat(of(link(3, 0, 0, 0, -1), Link.NOX_DOWN_UNCHANGED_SECONDS)).isEqualTo(1);
  }

  @Test
  void anotherValueStartsAnotherRun() {
    link(0, 0, 60, 25, -1);
    assertThat(of(link(1, 0, 60, 26, -1), Link.NOX_DOWN_UNCHANGED_SECONDS)).isEqualTo(60);
  }

  @Test
  void aTripEndsAtTenMissingMinutesAndNotASecondBefore() {
    assertThat(of(link(0, 0, 0, 0, -1), Link.TRIP_NO)).isEqualTo(1);
    // 599 s missing: minutes 1 to 9 (540 s) and 59 s of minute 10 are missing
    MinuteSamples m = new MinuteSamples();
    m.begin(Drives.START + 600);
    m.add(59, Drives.body(59), 0, false, FrameSource.NOT_TOLD);
    long[] figures = new long[MinuteField.COUNT];
    summary.of(m, figures);
    long[] links = new long[MinuteChain.LINKS];
    chain.link(m.start(), figures, links);
    assertThat(of(links, Link.GAP_BEFORE_SECONDS)).isEqualTo(599);
    assertThat(of(links, Link.TRIP_NO)).isEqualTo(1);

    assertThat(of(link(21, 0, 0, 0, -1), Link.GAP_BEFORE_SECONDS)).isEqualTo(600);
    assertThat(of(link(22, 0, 0, 0, -1), Link.TRIP_NO)).isEqualTo(2);
  }

  @Test
  void aLogoutEndsTheTrip() {
    assertThat(of(link(0, 0, 0, 0, 59), Link.TRIP_NO)).isEqualTo(1);
    assertThat(of(link(1, 0, 0, 0, -1), Link.TRIP_NO)).isEqualTo(2);
  }

  /** Links a minute of which every second is like this. */
  private long[] link(int minute, java.util.function.Consumer<byte[]> likeThis) {
    MinuteSamples m = new MinuteSamples();
    m.begin(Drives.START + 60L * minute);
    for (int s = 0; s < 60; s++) {
      byte[] b = Drives.body(s);
      likeThis.accept(b);
      m.add(s, b, 0, false, FrameSource.NOT_TOLD);
    }
    long[] figures = new long[MinuteField.COUNT];
    summary.of(m, figures);
    long[] links = new long[MinuteChain.LINKS];
    chain.link(m.start(), figures, links);
    return links;
  }

  @Test
  void temperaturesThatPartAtTheTurnOfAMinuteDoNotReachIntoIt() {
    link(0, b -> Signal.SCR_OUT.writeRaw(Signal.SCR_IN.raw(b, 0), b, 0));
    assertThat(
            of(
                link(1, b -> Signal.SCR_OUT.writeRaw(Signal.SCR_IN.raw(b, 0), b, 0)),
                Link.SCR_EQUAL_SECONDS))
        .isEqualTo(120);
    long[] apart = link(2, b -> {});
    assertThat(of(apart, Link.SCR_EQUAL_SECONDS)).isZero();
    assertThat(of(apart, Link.SCR_EQUAL_SINCE)).isEqualTo(MinuteSummary.NONE);
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
    long[] behind =
        link(
            60,
            b -> {
              Signal.LONGITUDE.write(118, b, 0);
              Signal.ODOMETER.write(123_500, b, 0);
            });
    assertThat(of(behind, Link.GAP_BEFORE_SECONDS)).isEqualTo(53 * 60);
    assertThat(of(behind, Link.GAP_BEFORE_METRES)).isEqualTo(MinuteSummary.NONE);
    assertThat(of(behind, Link.GAP_BEFORE_ODOMETER_RAW)).isEqualTo(MinuteSummary.NONE);

    long[] next = link(120, b -> Signal.ODOMETER.write(123_530, b, 0));
    assertThat(of(next, Link.GAP_BEFORE_ODOMETER_RAW)).isEqualTo(300);
    assertThat(of(next, Link.GAP_BEFORE_METRES)).isGreaterThan(70_000);
  }
}
