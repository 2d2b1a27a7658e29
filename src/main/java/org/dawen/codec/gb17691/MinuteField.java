package org.dawen.codec.gb17691;

/**
 * The figures of a vehicle's minute, in the order in which a summary holds them. Raw values are
 * those of {@link Signal}; sums, smallest, largest, first and last are over the valid seconds. What
 * each means is in {@code tables/columns.csv}, under the name of its column.
 */
public enum MinuteField {
  SECOND_MAP(Kind.WIDE),
  FIRST_SECOND,
  LAST_SECOND,
  SAMPLE_HASH(Kind.WIDE),
  CONFLICT_SECONDS,
  CONFLICT_METRES,
  LOGIN_SECOND,
  LOGOUT_SECOND,

  SPEED_COUNT,
  SPEED_RAW_MAX,
  SPEED_RAW_SUM,
  DRIVING_SECONDS,
  FAST_SECONDS,

  RPM_COUNT,
  RPM_RAW_MAX,
  RPM_RAW_SUM,
  RUNNING_SECONDS,

  FUEL_COUNT,
  FUEL_RAW_SUM,
  FUEL_RAW_SQUARE_SUM(Kind.WIDE),

  TORQUE_COUNT,
  TORQUE_RAW_MIN,
  TORQUE_RAW_MAX,
  TORQUE_RAW_SUM,

  NOX_UP_COUNT,
  NOX_UP_RAW_MIN,
  NOX_UP_RAW_MAX,
  NOX_UP_RAW_SUM,

  NOX_DOWN_COUNT,
  NOX_DOWN_RAW_MIN,
  NOX_DOWN_RAW_MAX,
  NOX_DOWN_RAW_SUM,

  SCR_IN_COUNT,
  SCR_IN_RAW_MIN,
  SCR_IN_RAW_MAX,
  SCR_IN_RAW_SUM,

  SCR_OUT_COUNT,
  SCR_OUT_RAW_MIN,
  SCR_OUT_RAW_MAX,
  SCR_OUT_RAW_SUM,

  REAGENT_COUNT,
  REAGENT_RAW_FIRST,
  REAGENT_RAW_LAST,
  REAGENT_RAW_MIN,
  REAGENT_RAW_MAX,
  REAGENT_RAW_RISE,

  COOLANT_COUNT,
  COOLANT_RAW_MIN,
  COOLANT_RAW_MAX,

  DPF_COUNT,
  DPF_RAW_MAX,
  DPF_RAW_SUM,

  POSITION_COUNT,
  FIRST_LONGITUDE_RAW,
  FIRST_LATITUDE_RAW,
  LAST_LONGITUDE_RAW,
  LAST_LATITUDE_RAW,

  ODOMETER_COUNT,
  ODOMETER_RAW_FIRST(Kind.WIDE),
  ODOMETER_RAW_LAST(Kind.WIDE),
  ODOMETER_RAW_FALL(Kind.WIDE),

  HOT_SECONDS,
  HOT_NOX_INVALID_SECONDS,
  HOT_NOX_DOWN_SECONDS,
  HOT_NOX_HIGH_SECONDS,

  WINDOW_SECONDS,
  WINDOW_NOX_UP_SUM,
  WINDOW_NOX_DOWN_SUM,
  WINDOW_DIFFERENCE_SUM,

  LOADED_SECONDS,
  COLD_SCR_SECONDS,

  MASS_SECONDS,
  NOX_MASS_SUM(Kind.WIDE),

  NOX_DOWN_RUN_COUNT,
  NOX_DOWN_RUN_FIRST,
  NOX_DOWN_RUN_LAST,
  NOX_DOWN_RUN_LEAD,
  NOX_DOWN_RUN_TRAIL,
  NOX_DOWN_RUN_LONGEST,

  SCR_IN_RUN_COUNT,
  SCR_IN_RUN_FIRST,
  SCR_IN_RUN_LAST,
  SCR_IN_RUN_LEAD,
  SCR_IN_RUN_TRAIL,
  SCR_IN_RUN_LONGEST,

  SCR_EQUAL_RUN_COUNT,
  SCR_EQUAL_RUN_FIRST,
  SCR_EQUAL_RUN_LAST,
  SCR_EQUAL_RUN_LEAD,
  SCR_EQUAL_RUN_TRAIL,
  SCR_EQUAL_RUN_LONGEST,

  POSITION_RUN_COUNT,
  POSITION_RUN_FIRST(Kind.WIDE),
  POSITION_RUN_LAST(Kind.WIDE),
  POSITION_RUN_LEAD,
  POSITION_RUN_TRAIL,
  POSITION_RUN_LONGEST;

  /** Whether a figure fits 32 bits. */
  private enum Kind {
    SMALL,
    WIDE
  }

  /** Number of figures. */
  public static final int COUNT = values().length;

  /** Fields before this one are columns of {@code diesel.vehicle_minute} too; the runs are not. */
  public static final int FIRST_RUN = NOX_DOWN_RUN_COUNT.ordinal();

  private final Kind kind;

  MinuteField() {
    this(Kind.SMALL);
  }

  MinuteField(Kind kind) {
    this.kind = kind;
  }

  /** True if the figure needs 64 bits. */
  public boolean isWide() {
    return kind == Kind.WIDE;
  }

  /** Name of the column. */
  public String columnName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
