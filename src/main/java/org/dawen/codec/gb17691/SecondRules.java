package org.dawen.codec.gb17691;

import java.io.Serializable;

/**
 * What is counted second by second, in physical units. All ours, not law: other values make the
 * landing files be read again, unlike the thresholds that judge minutes.
 *
 * @param hotCelsius the SCR works: inlet temperature above this, °C
 * @param windowFromCelsius conversion is looked at from this inlet temperature on, °C
 * @param windowToCelsius and up to this one, °C
 * @param highNoxPpm downstream NOx is high from this on, ppm
 * @param fastKmh the vehicle surely moves: speed above this, km/h
 * @param loadPercent the engine is under load: net torque above this, %
 */
public record SecondRules(
    int hotCelsius,
    int windowFromCelsius,
    int windowToCelsius,
    int highNoxPpm,
    int fastKmh,
    int loadPercent)
    implements Serializable {

  int hotRaw() {
    return (hotCelsius + 273) * 32;
  }

  int windowFromRaw() {
    return (windowFromCelsius + 273) * 32;
  }

  int windowToRaw() {
    return (windowToCelsius + 273) * 32;
  }

  int highNoxRaw() {
    return (highNoxPpm + 200) * 20;
  }

  int fastRaw() {
    return fastKmh * 256;
  }

  int loadRaw() {
    return loadPercent + 125;
  }
}
