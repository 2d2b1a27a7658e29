package org.dawen.codec.gb17691;

/**
 * The figures of a vehicle's minute, in the order in which a summary holds them. Raw values are
 * those of {@link Signal}; sums, smallest, largest, first and last are over the valid seconds.
 */
public enum MinuteField {
  SECOND_MAP(Kind.WIDE, "Bit s is set if second s was sampled.", "秒位图"),
  FIRST_SECOND(Kind.SMALL, "First second sampled; null: none.", "首秒"),
  LAST_SECOND(Kind.SMALL, "Last second sampled; null: none.", "末秒"),
  SAMPLE_HASH(Kind.WIDE, "Sum of a hash of each second and its 37 bytes.", "样本哈希"),
  CONFLICT_SECONDS(Kind.SMALL, "Seconds of which copies differ.", "冲突秒数"),
  CONFLICT_METRES(Kind.SMALL, "Largest distance between copies of one second.", "冲突距离"),
  LOGIN_SECOND(Kind.SMALL, "First second with a login; null: none.", "登入秒"),
  LOGOUT_SECOND(Kind.SMALL, "Last second with a logout; null: none.", "登出秒"),

  SPEED_COUNT(Kind.SMALL, "Seconds with valid speed.", "车速有效秒数"),
  SPEED_RAW_MAX(Kind.SMALL, "Largest speed, 1/256 km/h.", "最高车速"),
  SPEED_RAW_SUM(Kind.SMALL, "Sum of speed, 1/256 km/h.", "车速和"),
  DRIVING_SECONDS(Kind.SMALL, "Seconds with speed above 0.", "行驶秒数"),
  FAST_SECONDS(Kind.SMALL, "Seconds with speed above intake.obd_fast_kmh.", "快速行驶秒数"),

  RPM_COUNT(Kind.SMALL, "Seconds with valid engine speed.", "转速有效秒数"),
  RPM_RAW_MAX(Kind.SMALL, "Largest engine speed, 1/8 rpm.", "最高转速"),
  RPM_RAW_SUM(Kind.SMALL, "Sum of engine speed, 1/8 rpm.", "转速和"),
  RUNNING_SECONDS(Kind.SMALL, "Seconds with engine speed above 0.", "运转秒数"),

  FUEL_COUNT(Kind.SMALL, "Seconds with valid fuel flow.", "燃料有效秒数"),
  FUEL_RAW_SUM(Kind.SMALL, "Sum of fuel flow, 0.05 L/h.", "燃料流量和"),
  FUEL_RAW_SQUARE_SUM(Kind.WIDE, "Sum of squared fuel flow, (0.05 L/h)².", "燃料流量平方和"),

  TORQUE_COUNT(Kind.SMALL, "Seconds with valid net torque.", "扭矩有效秒数"),
  TORQUE_RAW_MIN(Kind.SMALL, "Smallest net torque, % + 125.", "最小扭矩"),
  TORQUE_RAW_MAX(Kind.SMALL, "Largest net torque, % + 125.", "最大扭矩"),
  TORQUE_RAW_SUM(Kind.SMALL, "Sum of net torque, % + 125.", "扭矩和"),

  NOX_UP_COUNT(Kind.SMALL, "Seconds with valid NOx upstream.", "上游NOx有效秒数"),
  NOX_UP_RAW_MIN(Kind.SMALL, "Smallest NOx upstream, 0.05 ppm from -200.", "上游NOx最小"),
  NOX_UP_RAW_MAX(Kind.SMALL, "Largest NOx upstream, 0.05 ppm from -200.", "上游NOx最大"),
  NOX_UP_RAW_SUM(Kind.SMALL, "Sum of NOx upstream, 0.05 ppm from -200.", "上游NOx和"),

  NOX_DOWN_COUNT(Kind.SMALL, "Seconds with valid NOx downstream.", "下游NOx有效秒数"),
  NOX_DOWN_RAW_MIN(Kind.SMALL, "Smallest NOx downstream, 0.05 ppm from -200.", "下游NOx最小"),
  NOX_DOWN_RAW_MAX(Kind.SMALL, "Largest NOx downstream, 0.05 ppm from -200.", "下游NOx最大"),
  NOX_DOWN_RAW_SUM(Kind.SMALL, "Sum of NOx downstream, 0.05 ppm from -200.", "下游NOx和"),

  SCR_IN_COUNT(Kind.SMALL, "Seconds with valid SCR inlet temperature.", "SCR入口温度有效秒数"),
  SCR_IN_RAW_MIN(Kind.SMALL, "Smallest SCR inlet temperature, 1/32 K from -273 °C.", "SCR入口温度最小"),
  SCR_IN_RAW_MAX(Kind.SMALL, "Largest SCR inlet temperature, 1/32 K from -273 °C.", "SCR入口温度最大"),
  SCR_IN_RAW_SUM(Kind.SMALL, "Sum of SCR inlet temperature, 1/32 K from -273 °C.", "SCR入口温度和"),

  SCR_OUT_COUNT(Kind.SMALL, "Seconds with valid SCR outlet temperature.", "SCR出口温度有效秒数"),
  SCR_OUT_RAW_MIN(Kind.SMALL, "Smallest SCR outlet temperature, 1/32 K from -273 °C.", "SCR出口温度最小"),
  SCR_OUT_RAW_MAX(Kind.SMALL, "Largest SCR outlet temperature, 1/32 K from -273 °C.", "SCR出口温度最大"),
  SCR_OUT_RAW_SUM(Kind.SMALL, "Sum of SCR outlet temperature, 1/32 K from -273 °C.", "SCR出口温度和"),

  REAGENT_COUNT(Kind.SMALL, "Seconds with valid reagent level.", "反应剂有效秒数"),
  REAGENT_RAW_FIRST(Kind.SMALL, "First reagent level, 0.4 %.", "反应剂首值"),
  REAGENT_RAW_LAST(Kind.SMALL, "Last reagent level, 0.4 %.", "反应剂末值"),
  REAGENT_RAW_MIN(Kind.SMALL, "Smallest reagent level, 0.4 %.", "反应剂最小"),
  REAGENT_RAW_MAX(Kind.SMALL, "Largest reagent level, 0.4 %.", "反应剂最大"),
  REAGENT_RAW_RISE(
      Kind.SMALL, "Largest rise of the reagent level to the next valid one, 0.4 %.", "反应剂最大升幅"),

  COOLANT_COUNT(Kind.SMALL, "Seconds with valid coolant temperature.", "冷却液有效秒数"),
  COOLANT_RAW_MIN(Kind.SMALL, "Smallest coolant temperature, °C + 40.", "冷却液最低"),
  COOLANT_RAW_MAX(Kind.SMALL, "Largest coolant temperature, °C + 40.", "冷却液最高"),

  DPF_COUNT(Kind.SMALL, "Seconds with valid DPF pressure difference.", "DPF压差有效秒数"),
  DPF_RAW_MAX(Kind.SMALL, "Largest DPF pressure difference, 0.1 kPa.", "DPF压差最大"),
  DPF_RAW_SUM(Kind.SMALL, "Sum of DPF pressure difference, 0.1 kPa.", "DPF压差和"),

  POSITION_COUNT(Kind.SMALL, "Seconds with a valid position.", "定位有效秒数"),
  FIRST_LONGITUDE_RAW(Kind.SMALL, "First longitude, 10⁻⁶ °, west negative.", "首经度"),
  FIRST_LATITUDE_RAW(Kind.SMALL, "First latitude, 10⁻⁶ °, south negative.", "首纬度"),
  LAST_LONGITUDE_RAW(Kind.SMALL, "Last longitude, 10⁻⁶ °, west negative.", "末经度"),
  LAST_LATITUDE_RAW(Kind.SMALL, "Last latitude, 10⁻⁶ °, south negative.", "末纬度"),

  ODOMETER_COUNT(Kind.SMALL, "Seconds with valid odometer.", "里程有效秒数"),
  ODOMETER_RAW_FIRST(Kind.WIDE, "First odometer, 0.1 km.", "首里程"),
  ODOMETER_RAW_LAST(Kind.WIDE, "Last odometer, 0.1 km.", "末里程"),
  ODOMETER_RAW_FALL(
      Kind.WIDE, "Largest fall of the odometer to the next valid one, 0.1 km.", "里程最大回退"),

  HOT_SECONDS(Kind.SMALL, "Seconds with the SCR inlet above intake.obd_hot_celsius.", "高温秒数"),
  HOT_NOX_INVALID_SECONDS(
      Kind.SMALL, "Hot seconds in which NOx up or down is invalid or negative.", "高温NOx无效秒数"),
  HOT_NOX_DOWN_SECONDS(Kind.SMALL, "Hot seconds with valid NOx downstream.", "高温下游NOx有效秒数"),
  HOT_NOX_HIGH_SECONDS(
      Kind.SMALL,
      "Hot seconds with NOx downstream of intake.obd_high_nox_ppm or more.",
      "高温高NOx秒数"),

  WINDOW_SECONDS(
      Kind.SMALL,
      "Seconds with the SCR inlet in the window of intake.obd_window_*_celsius, both NOx valid and NOx"
          + " upstream above 0.",
      "转化窗口秒数"),
  WINDOW_NOX_UP_SUM(Kind.SMALL, "Sum of NOx upstream in the window, 0.05 ppm from 0.", "窗口上游NOx和"),
  WINDOW_NOX_DOWN_SUM(
      Kind.SMALL, "Sum of NOx downstream in the window, 0.05 ppm from 0.", "窗口下游NOx和"),
  WINDOW_DIFFERENCE_SUM(
      Kind.SMALL,
      "Sum of the distance between NOx up and down in the window, 0.05 ppm.",
      "窗口NOx差和"),

  LOADED_SECONDS(Kind.SMALL, "Seconds with net torque above intake.obd_load_percent.", "负荷秒数"),
  COLD_SCR_SECONDS(
      Kind.SMALL, "Loaded seconds with the SCR inlet below the coolant temperature.", "入口低于冷却液秒数"),

  MASS_SECONDS(Kind.SMALL, "Seconds with NOx downstream, air and fuel valid.", "质量有效秒数"),
  NOX_MASS_SUM(
      Kind.WIDE,
      "Sum of NOx downstream (0.05 ppm from 0) times (20 × air of 0.05 kg/h + 17 × fuel of 0.05 L/h).",
      "NOx质量和"),

  NOX_DOWN_RUN_COUNT(Kind.SMALL, "Running seconds with valid NOx downstream.", "下游NOx运转秒数"),
  NOX_DOWN_RUN_FIRST(Kind.SMALL, "First of them.", "下游NOx首值"),
  NOX_DOWN_RUN_LAST(Kind.SMALL, "Last of them.", "下游NOx末值"),
  NOX_DOWN_RUN_LEAD(Kind.SMALL, "How many equal the first from the first on.", "下游NOx首段不变秒数"),
  NOX_DOWN_RUN_TRAIL(Kind.SMALL, "How many equal the last up to the last.", "下游NOx末段不变秒数"),
  NOX_DOWN_RUN_LONGEST(Kind.SMALL, "Longest run of an unchanged raw value.", "下游NOx最长不变秒数"),

  SCR_IN_RUN_COUNT(Kind.SMALL, "Running seconds with valid SCR inlet temperature.", "入口温度运转秒数"),
  SCR_IN_RUN_FIRST(Kind.SMALL, "First of them.", "入口温度首值"),
  SCR_IN_RUN_LAST(Kind.SMALL, "Last of them.", "入口温度末值"),
  SCR_IN_RUN_LEAD(Kind.SMALL, "How many equal the first from the first on.", "入口温度首段不变秒数"),
  SCR_IN_RUN_TRAIL(Kind.SMALL, "How many equal the last up to the last.", "入口温度末段不变秒数"),
  SCR_IN_RUN_LONGEST(Kind.SMALL, "Longest run of an unchanged raw value.", "入口温度最长不变秒数"),

  SCR_EQUAL_RUN_COUNT(Kind.SMALL, "Running seconds with both SCR temperatures valid.", "进出口温度运转秒数"),
  SCR_EQUAL_RUN_FIRST(
      Kind.SMALL, "1 if inlet and outlet are equal in the first of them, else 0.", "进出口温度首秒相等"),
  SCR_EQUAL_RUN_LAST(
      Kind.SMALL, "1 if inlet and outlet are equal in the last of them, else 0.", "进出口温度末秒相等"),
  SCR_EQUAL_RUN_LEAD(Kind.SMALL, "How many are equal from the first on.", "进出口温度首段相等秒数"),
  SCR_EQUAL_RUN_TRAIL(Kind.SMALL, "How many are equal up to the last.", "进出口温度末段相等秒数"),
  SCR_EQUAL_RUN_LONGEST(Kind.SMALL, "Longest run of equal temperatures.", "进出口温度最长相等秒数"),

  POSITION_RUN_COUNT(Kind.SMALL, "Fast seconds with a valid position.", "快速行驶定位秒数"),
  POSITION_RUN_FIRST(Kind.WIDE, "First of them: longitude · 2³² + latitude.", "首位置"),
  POSITION_RUN_LAST(Kind.WIDE, "Last of them: longitude · 2³² + latitude.", "末位置"),
  POSITION_RUN_LEAD(Kind.SMALL, "How many equal the first from the first on.", "首段位置不变秒数"),
  POSITION_RUN_TRAIL(Kind.SMALL, "How many equal the last up to the last.", "末段位置不变秒数"),
  POSITION_RUN_LONGEST(Kind.SMALL, "Longest run of an unchanged position.", "位置最长不变秒数");

  /** Whether a figure fits 32 bits. */
  private enum Kind {
    SMALL,
    WIDE
  }

  /** Number of figures. */
  public static final int COUNT = values().length;

  /** Fields before this one stand in {@code diesel.vehicle_minute} too; the runs do not. */
  public static final int FIRST_RUN = NOX_DOWN_RUN_COUNT.ordinal();

  private final Kind kind;
  private final String meaning;
  private final String chinese;

  MinuteField(Kind kind, String meaning, String chinese) {
    this.kind = kind;
    this.meaning = meaning;
    this.chinese = chinese;
  }

  /** True if the figure needs 64 bits. */
  public boolean isWide() {
    return kind == Kind.WIDE;
  }

  /** What it is, in one sentence. */
  public String meaning() {
    return meaning;
  }

  public String chinese() {
    return chinese;
  }

  /** Name of the column. */
  public String columnName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
