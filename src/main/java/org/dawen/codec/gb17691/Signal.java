package org.dawen.codec.gb17691;

import java.math.BigDecimal;

/**
 * A field of the engine stream (数据流信息, type 02, 37 bytes, big-endian), GB 17691-2018 annex Q. Raw
 * values above the stated range are invalid: above 0xFA in one byte, above 0xFAFF in two, above
 * 180° and 90° for the position, from 0xFFFFFFFE on for the odometer.
 */
public enum Signal {
  SPEED("speed", "km/h", 0, 2, "0.00390625", "0", 0xFAFF, "车速"),
  PRESSURE("barometric pressure", "kPa", 2, 1, "0.5", "0", 0xFA, "大气压力"),
  TORQUE("net torque", "%", 3, 1, "1", "-125", 0xFA, "发动机净输出扭矩"),
  FRICTION("friction torque", "%", 4, 1, "1", "-125", 0xFA, "摩擦扭矩"),
  RPM("engine speed", "1/min", 5, 2, "0.125", "0", 0xFAFF, "发动机转速"),
  FUEL("fuel flow", "L/h", 7, 2, "0.05", "0", 0xFAFF, "燃料流量"),
  NOX_UP("NOx upstream", "ppm", 9, 2, "0.05", "-200", 0xFAFF, "SCR上游NOx"),
  NOX_DOWN("NOx downstream", "ppm", 11, 2, "0.05", "-200", 0xFAFF, "SCR下游NOx"),
  REAGENT("reagent level", "%", 13, 1, "0.4", "0", 0xFA, "反应剂余量"),
  AIR("intake air", "kg/h", 14, 2, "0.05", "0", 0xFAFF, "进气量"),
  SCR_IN("SCR inlet temperature", "°C", 16, 2, "0.03125", "-273", 0xFAFF, "SCR入口温度"),
  SCR_OUT("SCR outlet temperature", "°C", 18, 2, "0.03125", "-273", 0xFAFF, "SCR出口温度"),
  DPF("DPF pressure difference", "kPa", 20, 2, "0.1", "0", 0xFAFF, "DPF压差"),
  COOLANT("coolant temperature", "°C", 22, 1, "1", "-40", 0xFA, "冷却液温度"),
  TANK("fuel tank level", "%", 23, 1, "0.4", "0", 0xFA, "油箱液位"),
  LONGITUDE("longitude", "°", 25, 4, "0.000001", "0", 180_000_000, "经度"),
  LATITUDE("latitude", "°", 29, 4, "0.000001", "0", 90_000_000, "纬度"),
  ODOMETER("odometer", "km", 33, 4, "0.1", "0", 0xFFFFFFFDL, "累计里程");

  /** Not a valid raw value. */
  public static final long INVALID = -1;

  private final String title;
  private final String unit;
  private final int offset;
  private final int bytes;
  private final BigDecimal factor;
  private final BigDecimal summand;
  private final long mostRaw;
  private final String chinese;

  Signal(
      String title,
      String unit,
      int offset,
      int bytes,
      String factor,
      String summand,
      long mostRaw,
      String chinese) {
    this.title = title;
    this.unit = unit;
    this.offset = offset;
    this.bytes = bytes;
    this.factor = new BigDecimal(factor);
    this.summand = new BigDecimal(summand);
    this.mostRaw = mostRaw;
    this.chinese = chinese;
  }

  public String title() {
    return title;
  }

  public String unit() {
    return unit;
  }

  public String chinese() {
    return chinese;
  }

  /** Physical = raw · factor + summand. */
  public BigDecimal factor() {
    return factor;
  }

  /** The raw value of a body, {@link #INVALID} if it is outside the stated range. */
  public long raw(byte[] body, int at) {
    long raw = 0;
    for (int i = 0; i < bytes; i++) {
      raw = raw << 8 | body[at + offset + i] & 0xFF;
    }
    return raw > mostRaw ? INVALID : raw;
  }

  /** The exact physical value; null if invalid. Positions are without sign. */
  public BigDecimal physical(byte[] body, int at) {
    long raw = raw(body, at);
    return raw == INVALID ? null : physical(raw);
  }

  /** The exact physical value of a valid raw value. */
  public BigDecimal physical(long raw) {
    return factor.multiply(BigDecimal.valueOf(raw)).add(summand);
  }

  /** Writes a physical value into a body, rounded to the nearest step within the range. */
  public void write(double physical, byte[] body, int at) {
    long raw = Math.round((physical - summand.doubleValue()) / factor.doubleValue());
    writeRaw(Math.max(0, Math.min(mostRaw, raw)), body, at);
  }

  /** Writes a raw value as it is, valid or not. */
  public void writeRaw(long raw, byte[] body, int at) {
    for (int i = 0; i < bytes; i++) {
      body[at + offset + i] = (byte) (raw >>> 8 * (bytes - 1 - i));
    }
  }

  /** Writes all bits set: not available. */
  public void writeInvalid(byte[] body, int at) {
    writeRaw(-1, body, at);
  }
}
