package org.dawen.intake;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.dawen.codec.gb17691.SecondRules;
import org.dawen.lake.Trouble;
import org.dawen.run.Settings;

/**
 * How OBD frames are read: what is counted second by second, and the first year a clock may show.
 * Other values make the files be read again.
 *
 * @param seconds what is counted second by second
 * @param firstYear frames of earlier years come from a clock that was never set
 * @param mostDaysLate a frame received later than this after its time contradicts its receipt
 * @param mostDaysEarly so does one received earlier than this before its time
 * @param sliceBytes larger files are read in slices of about so many bytes
 */
public record ObdRules(
    SecondRules seconds, int firstYear, int mostDaysLate, int mostDaysEarly, long sliceBytes)
    implements Serializable {
  static final String FIRST_YEAR = "intake.obd_first_year";
  static final String MOST_DAYS_LATE = "intake.obd_most_days_late";
  static final String MOST_DAYS_EARLY = "intake.obd_most_days_early";
  static final String SLICE_BYTES = "intake.obd_slice_bytes";
  static final String HOT = "intake.obd_hot_celsius";
  static final String WINDOW_FROM = "intake.obd_window_from_celsius";
  static final String WINDOW_TO = "intake.obd_window_to_celsius";
  static final String HIGH_NOX = "intake.obd_high_nox_ppm";
  static final String FAST = "intake.obd_fast_kmh";
  static final String LOAD = "intake.obd_load_percent";

  /** Keys of the settings that decide what is counted second by second. */
  public static final List<String> SECOND_KEYS =
      List.of(HOT, WINDOW_FROM, WINDOW_TO, HIGH_NOX, FAST, LOAD);

  /** Keys of all settings that decide how frames are read. */
  static final List<String> KEYS =
      Stream.concat(
              Stream.of(FIRST_YEAR, MOST_DAYS_LATE, MOST_DAYS_EARLY, SLICE_BYTES),
              SECOND_KEYS.stream())
          .toList();

  /** Refuses a year that no six-byte time can hold. */
  public ObdRules {
    if (firstYear < 2000 || firstYear > 2099) {
      throw Trouble.usage("settings.year", FIRST_YEAR, firstYear);
    }
  }

  /** The rules in force. */
  public static ObdRules of(Settings settings) {
    return new ObdRules(
        seconds(settings),
        settings.whole(FIRST_YEAR),
        settings.whole(MOST_DAYS_LATE),
        settings.whole(MOST_DAYS_EARLY),
        settings.whole(SLICE_BYTES));
  }

  /** What is counted second by second; asks for {@link #SECOND_KEYS} alone. */
  public static SecondRules seconds(Settings settings) {
    return new SecondRules(
        settings.whole(HOT),
        settings.whole(WINDOW_FROM),
        settings.whole(WINDOW_TO),
        settings.whole(HIGH_NOX),
        settings.whole(FAST),
        settings.whole(LOAD));
  }
}
