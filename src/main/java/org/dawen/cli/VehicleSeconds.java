package org.dawen.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dawen.codec.gb17691.MinuteSamples;
import org.dawen.codec.gb17691.Signal;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.intake.obd.ObdEvidence;
import org.dawen.lake.Language;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Trouble;

/**
 * The signals of a vehicle second by second, decoded again from the frames in the landing files:
 * the evidence behind {@code diesel.vehicle_minute} and {@code diesel.anomaly}.
 */
final class VehicleSeconds {
  /** Longest span that is decoded at once. */
  private static final int MOST_HOURS = 24;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
  private static final Signal[] SHOWN = {
    Signal.SPEED,
    Signal.RPM,
    Signal.TORQUE,
    Signal.FUEL,
    Signal.NOX_UP,
    Signal.NOX_DOWN,
    Signal.REAGENT,
    Signal.AIR,
    Signal.SCR_IN,
    Signal.SCR_OUT,
    Signal.COOLANT,
    Signal.LONGITUDE,
    Signal.LATITUDE,
    Signal.ODOMETER
  };

  /** One second: its body, whether it was sent again, whether copies differ. */
  record Second(LocalDateTime at, byte[] body, boolean isResent, boolean hasConflict) {}

  private final String vin;
  private final List<Second> seconds = new ArrayList<>();
  private final Set<String> files = new TreeSet<>();
  private final Set<String> unreadable = new TreeSet<>();

  private VehicleSeconds(String vin) {
    this.vin = vin;
  }

  /** Decodes the minutes from one time to another, both included. */
  static VehicleSeconds decode(
      SqlEngine engine, String landingRoot, String vin, LocalDateTime from, LocalDateTime to) {
    if (to.isBefore(from) || from.plusHours(MOST_HOURS).isBefore(to)) {
      throw Trouble.usage("explain.span", from, to, MOST_HOURS);
    }
    VehicleSeconds found = new VehicleSeconds(vin);
    try (ObdEvidence evidence = new ObdEvidence(landingRoot)) {
      MinuteSamples samples = new MinuteSamples();
      samples.begin(-60);
      for (MinuteFrames part : MinuteFrames.of(engine, vin, from, to)) {
        long start = VehicleTime.seconds(part.minuteStart());
        if (start != samples.start()) {
          found.take(samples);
          samples.begin(start);
        }
        found.read(evidence, part, samples);
      }
      found.take(samples);
    }
    return found;
  }

  private void read(ObdEvidence evidence, MinuteFrames part, MinuteSamples into) {
    try {
      evidence.read(part.fileId(), part.byteRanges(), vin, into);
      files.add(part.fileId());
    } catch (IOException e) {
      unreadable.add(part.fileId());
    }
  }

  private void take(MinuteSamples samples) {
    for (long left = samples.map(); left != 0; left &= left - 1) {
      int second = Long.numberOfTrailingZeros(left);
      int at = MinuteSamples.at(second);
      seconds.add(
          new Second(
              VehicleTime.civil(samples.start() + second),
              java.util.Arrays.copyOfRange(samples.bodies(), at, at + 37),
              samples.isResent(second),
              (samples.conflicts() & 1L << second) != 0));
    }
  }

  List<Second> seconds() {
    return seconds;
  }

  String vin() {
    return vin;
  }

  /** Heading, one line a second, then where the frames stand. */
  List<Message> lines() {
    List<String> english = table(Language.EN);
    List<String> chinese = table(Language.ZH);
    List<Message> lines = new ArrayList<>();
    for (int i = 0; i < english.size(); i++) {
      lines.add(Message.told(english.get(i), chinese.get(i)));
    }
    files.forEach(f -> lines.add(Message.of("explain.frames-from", f)));
    unreadable.forEach(f -> lines.add(Message.of("explain.not-decoded", f)));
    if (seconds.isEmpty()) {
      lines.add(Message.of("explain.no-second", vin));
    }
    return lines;
  }

  private List<String> table(Language language) {
    List<String> headings = new ArrayList<>(List.of(Message.of("explain.time").in(language)));
    for (Signal s : SHOWN) {
      headings.add(s.name().toLowerCase(java.util.Locale.ROOT) + " " + s.unit());
    }
    headings.add(Message.of("explain.remark").in(language));
    List<List<String>> rows = new ArrayList<>();
    for (Second second : seconds) {
      List<String> row = new ArrayList<>(List.of(CLOCK.format(second.at())));
      for (Signal s : SHOWN) {
        row.add(shown(s, second.body()));
      }
      List<Message> remarks = new ArrayList<>();
      if (second.isResent()) {
        remarks.add(Message.of("explain.sent-again"));
      }
      if (second.hasConflict()) {
        remarks.add(Message.of("explain.copies-differ"));
      }
      row.add(remarks.stream().map(r -> r.in(language)).collect(Collectors.joining(" ")));
      rows.add(row);
    }
    return TextTable.of(headings, rows, i -> i > 0 && i < headings.size() - 1).lines().toList();
  }

  private static String shown(Signal signal, byte[] body) {
    BigDecimal value = signal.physical(body, 0);
    if (value == null) {
      return "-";
    }
    int scale = signal == Signal.LONGITUDE || signal == Signal.LATITUDE ? 6 : 2;
    return value.scale() > scale
        ? value.setScale(scale, RoundingMode.HALF_EVEN).toPlainString()
        : value.toPlainString();
  }
}
