package org.dawen.codec.gb17691;

/** The 37 bytes of the engine stream read without objects; see {@link Signal} for the fields. */
public final class StreamBody {
  /** Bytes of a body. */
  public static final int LENGTH = 37;

  static final int POSITION_STATUS = 24;

  private StreamBody() {}

  static int one(byte[] b, int at) {
    int raw = b[at] & 0xFF;
    return raw > 0xFA ? -1 : raw;
  }

  static int two(byte[] b, int at) {
    int raw = (b[at] & 0xFF) << 8 | b[at + 1] & 0xFF;
    return raw > 0xFAFF ? -1 : raw;
  }

  static int four(byte[] b, int at) {
    return (b[at] & 0xFF) << 24
        | (b[at + 1] & 0xFF) << 16
        | (b[at + 2] & 0xFF) << 8
        | b[at + 3] & 0xFF;
  }

  /** The odometer in 0.1 km, −1 if invalid; 0 is what is sent before the control unit answers. */
  static long odometer(byte[] b, int at) {
    long raw = four(b, at + 33) & 0xFFFFFFFFL;
    return raw > 0xFFFFFFFDL || raw == 0 ? -1 : raw;
  }

  /** True if status and figures say where the vehicle is; 0° 0° is what is sent before a fix. */
  public static boolean hasPosition(byte[] b, int at) {
    int lon = four(b, at + 25);
    int lat = four(b, at + 29);
    return (b[at + POSITION_STATUS] & 1) == 0
        && lon >= 0
        && lon <= 180_000_000
        && (lon | lat) != 0
        && lat >= 0
        && lat <= 90_000_000;
  }

  /** Longitude in 10⁻⁶ degrees, west negative; only if {@link #hasPosition}. */
  public static int longitude(byte[] b, int at) {
    int lon = four(b, at + 25);
    return (b[at + POSITION_STATUS] & 4) == 0 ? lon : -lon;
  }

  /** Latitude in 10⁻⁶ degrees, south negative; only if {@link #hasPosition}. */
  public static int latitude(byte[] b, int at) {
    int lat = four(b, at + 29);
    return (b[at + POSITION_STATUS] & 2) == 0 ? lat : -lat;
  }

  /**
   * Metres between two positions in 10⁻⁶ degrees, by the flat triangle; exact to a few per mille.
   */
  public static int metres(int lon1, int lat1, int lon2, int lat2) {
    double north = (lat2 - (long) lat1) * 0.111195;
    double east =
        (lon2 - (long) lon1)
            * 0.111195
            * StrictMath.cos(StrictMath.toRadians((lat1 + (long) lat2) / 2e6));
    return (int) Math.min(Integer.MAX_VALUE, Math.round(Math.sqrt(north * north + east * east)));
  }
}
