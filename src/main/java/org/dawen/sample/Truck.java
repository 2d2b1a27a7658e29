package org.dawen.sample;

import java.util.SplittableRandom;
import org.dawen.codec.gb17691.Signal;
import org.dawen.codec.gb17691.StreamBody;

/**
 * A truck second by second: 25 t on hills, in traffic and at idle. Fuel, air, torque and raw NOx
 * follow from the power the wheels need; the exhaust warms up with load, the SCR converts once it
 * is warm, reagent goes with fuel. Coherent, not exact.
 */
final class Truck {
  private static final double MASS_KG = 25_000;
  private static final double MOST_KW = 290;
  private static final double AMBIENT = 14;
  private static final double REAGENT_TANK_L = 50;
  private static final double FUEL_TANK_L = 400;

  private final SplittableRandom chance;
  private double odometerKm;
  private double reagent;
  private double tank;
  private double lon;
  private double lat;
  private double heading;
  private double speed;
  private double target;
  private int holdSeconds;
  private double scrIn = AMBIENT;
  private double scrOut = AMBIENT;
  private double coolant = AMBIENT;
  private double soot;
  private double hill;
  private double loadFilter;
  private int regenerating;
  private int secondsOfTrip;

  private double up;
  private double down;
  private double torque;

  Truck(SplittableRandom chance) {
    this.chance = chance;
    odometerKm = 40_000 + chance.nextInt(260_000);
    reagent = 50 + chance.nextInt(45);
    tank = 60 + chance.nextInt(40);
    lon = 116.9 + chance.nextDouble() * 0.4;
    lat = 35.9 + chance.nextDouble() * 0.4;
    heading = chance.nextDouble() * 2 * Math.PI;
    soot = chance.nextDouble();
    hill = chance.nextDouble() * 6;
  }

  /** The engine starts, cold if it stood long; tanks are filled at the yard when they run low. */
  void start(boolean isCold) {
    secondsOfTrip = 0;
    speed = 0;
    target = 0;
    holdSeconds = 20 + chance.nextInt(60);
    if (isCold) {
      scrIn = AMBIENT;
      scrOut = AMBIENT;
      coolant = AMBIENT;
    } else {
      scrIn = 120;
      scrOut = 115;
      coolant = 70;
    }
    if (reagent < 35) {
      reagent = 96;
    }
    if (tank < 30) {
      tank = 97;
    }
    if (chance.nextInt(8) == 0) {
      regenerating = 900;
    }
  }

  private double noise(double size) {
    return (chance.nextDouble() - 0.5) * 2 * size;
  }

  /** One second further. */
  void step() {
    secondsOfTrip++;
    if (--holdSeconds <= 0) {
      int what = chance.nextInt(100);
      if (what < 12) {
        target = 0;
        holdSeconds = 20 + chance.nextInt(70);
      } else if (what < 40) {
        target = 35 + chance.nextInt(20);
        holdSeconds = 60 + chance.nextInt(180);
      } else {
        target = 65 + chance.nextInt(22);
        holdSeconds = 200 + chance.nextInt(600);
      }
    }
    double before = speed;
    double wanted = target + (target > 0 ? noise(1.5) : 0);
    double change = Math.max(-3.2, Math.min(1.4, wanted - speed));
    speed = Math.max(0, speed + change);
    hill += speed / 3.6 / 900;
    double ms = speed / 3.6;
    double force =
        MASS_KG * ((speed - before) / 3.6 + 9.81 * 0.022 * Math.sin(hill) + 9.81 * 0.006)
            + 3.9 * ms * ms;
    double power = Math.max(0, Math.min(MOST_KW, force * ms / 900));
    torque = Math.min(100, 6 + 92 * power / MOST_KW + noise(1.5));
    loadFilter += (torque - loadFilter) / 20;
    double fuel = Math.max(0, 2.2 + power * 0.245 + noise(0.3));
    up = Math.max(120, 180 + 8.5 * loadFilter + noise(25));
    double warm = 125 + 2.3 * loadFilter + speed * 1.0 + (regenerating > 0 ? 230 : 0);
    if (regenerating > 0) {
      regenerating--;
      soot = Math.max(0, soot - 0.001);
    } else {
      soot = Math.min(1, soot + 0.00001);
    }
    scrIn += (warm - scrIn) / 75 + noise(0.25);
    scrOut += (scrIn - 8 - scrOut) / 45 + noise(0.2);
    coolant += (86 - coolant) / 260 + noise(0.05);
    double works = Math.max(0, Math.min(1, (scrIn - 160) / 60));
    down = Math.max(2, up * (1 - 0.05 - 0.87 * works) + noise(4));
    if (works > 0.5) {
      reagent = Math.max(0, reagent - fuel / 3600 * 0.05 / REAGENT_TANK_L * 100);
    }
    tank = Math.max(2, tank - fuel / 3600 / FUEL_TANK_L * 100);
    odometerKm += speed / 3600;
    heading += noise(0.01);
    if (lon < 116.2 || lon > 117.9 || lat < 35.4 || lat > 36.7) {
      heading = Math.atan2(36.05 - lat, 117.05 - lon);
    }
    lat += ms * Math.sin(heading) / 111_195;
    lon += ms * Math.cos(heading) / 89_900;
    fuelNow = fuel;
    powerNow = power;
  }

  private double fuelNow;
  private double powerNow;

  /** Writes what the sensors show. */
  void write(byte[] b, int at) {
    Signal.SPEED.write(speed, b, at);
    Signal.PRESSURE.write(100 - 1.5 * Math.sin(hill), b, at);
    Signal.TORQUE.write(torque, b, at);
    Signal.FRICTION.write(9 + speed / 40, b, at);
    Signal.RPM.write(speed < 1 ? 620 + noise(8) : 950 + 6 * speed + noise(15), b, at);
    Signal.FUEL.write(fuelNow, b, at);
    if (secondsOfTrip < 90) {
      Signal.NOX_UP.writeInvalid(b, at);
      Signal.NOX_DOWN.writeInvalid(b, at);
    } else {
      Signal.NOX_UP.write(up, b, at);
      Signal.NOX_DOWN.write(down, b, at);
    }
    Signal.REAGENT.write(reagent, b, at);
    Signal.AIR.write(90 + powerNow * 4.6 + noise(4), b, at);
    Signal.SCR_IN.write(scrIn, b, at);
    Signal.SCR_OUT.write(scrOut, b, at);
    Signal.DPF.write(1 + 4 * soot + powerNow * 0.02, b, at);
    Signal.COOLANT.write(coolant, b, at);
    Signal.TANK.write(tank, b, at);
    b[at + 24] = 0;
    Signal.LONGITUDE.write(lon, b, at);
    Signal.LATITUDE.write(lat, b, at);
    Signal.ODOMETER.write(Math.floor(odometerKm * 10) / 10, b, at);
  }

  /** NOx upstream, ppm. */
  double noxUp() {
    return up;
  }

  double odometerKm() {
    return odometerKm;
  }

  /** The body of one second. */
  byte[] body() {
    byte[] b = new byte[StreamBody.LENGTH];
    write(b, 0);
    return b;
  }
}
