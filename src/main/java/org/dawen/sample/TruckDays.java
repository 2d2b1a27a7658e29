package org.dawen.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dawen.codec.gb17691.DataUnit;
import org.dawen.codec.gb17691.DataUnitLayout;
import org.dawen.codec.gb17691.FrameWriter;
import org.dawen.codec.gb17691.Signal;
import org.dawen.codec.gb17691.VehicleTime;

/** The frames of one truck, day after day, with what is planted in it. */
final class TruckDays {
  /** A frame with the second at which the platform receives it. */
  record Sent(long at, byte[] frame) {}

  private static final int FRAME_SECONDS = 10;
  private static final DataUnitLayout[] LAYOUTS = {
    DataUnitLayout.TYPED_SERIALS,
    DataUnitLayout.TYPED_SERIALS,
    DataUnitLayout.TYPED_SERIALS,
    DataUnitLayout.TYPED_SERIALS,
    DataUnitLayout.TYPED_SERIALS,
    DataUnitLayout.SERIAL_FIRST,
    DataUnitLayout.TIME_PER_BLOCK,
    DataUnitLayout.SIGNED_BLOCKS
  };

  private final int number;
  private final Plant plant;
  private final int days;
  private final double hours;
  private final SplittableRandom chance;
  private final Truck truck;
  private final DataUnitLayout layout;
  private final String vin;
  private int serial;
  private int frozenLon;
  private int frozenLat;

  TruckDays(int number, Plant plant, int days, double hours, long seed) {
    this.number = number;
    this.plant = plant;
    this.days = days;
    // A lamp must stay on for 2,000 km, a level the same over 500 km, within the days there are.
    this.hours =
        plant == Plant.OBD_MIL_ON && days < 12
            ? Math.min(20, Math.max(hours, 2_600.0 / 45 / days))
            : plant == Plant.OBD_UREA_STATIC
                ? Math.min(20, Math.max(hours, 700.0 / 45 / days))
                : hours;
    this.chance = new SplittableRandom(seed * 1_000_003 + number);
    this.truck = new Truck(chance.split());
    this.layout = LAYOUTS[number % LAYOUTS.length];
    this.vin = vin(number);
  }

  /** A VIN that says it is invented. */
  static String vin(int number) {
    return "LTASAMPLE%08d".formatted(number);
  }

  String vin() {
    return vin;
  }

  String calid() {
    return "CAL-%06d-A1".formatted(number % 50);
  }

  String cvn() {
    return "CVN%08X".formatted(0x5EED_0000 + number % 50);
  }

  /** First day on which the plant is there. */
  int firstPlantedDay() {
    return plant == null || plant.lastsAllDays() ? 0 : days / 2;
  }

  private boolean isPlanted(Plant what, int day) {
    return plant == what && (plant.lastsAllDays() || day == days / 2);
  }

  /** The frames of a day, in the order in which the platform receives them. */
  List<Sent> day(LocalDate date, int day) {
    List<Sent> sent = new ArrayList<>();
    long midnight = VehicleTime.seconds(date.atStartOfDay());
    int seconds = (int) Math.round(hours * 3600);
    int trips = seconds > 3 * 3600 ? 2 : 1;
    long at = midnight + (hours > 14 ? 1 : 5) * 3600L + chance.nextInt(3600);
    for (int trip = 0; trip < trips; trip++) {
      int length = Math.max(60, seconds / trips);
      at = trip(at, length, day, trip, sent);
      at += 1_260 + chance.nextInt(400);
    }
    sent.sort(java.util.Comparator.comparingLong(Sent::at));
    return sent;
  }

  private long trip(long start, int length, int day, int trip, List<Sent> sent) {
    truck.start(trip == 0);
    sent.add(new Sent(start, FrameWriter.login(vin, start, next(), "8986%016d".formatted(number))));
    sent.add(new Sent(start, info(start)));
    List<FrameWriter.Block> blocks = new ArrayList<>(FRAME_SECONDS);
    for (int s = 0; s < length; s++) {
      truck.step();
      byte[] body = truck.body();
      distort(body, s, length, day);
      blocks.add(new FrameWriter.Block(DataUnit.STREAM, start + s, body));
      if (blocks.size() == FRAME_SECONDS || s == length - 1) {
        send(blocks, s, length, day, trip, sent);
        blocks.clear();
      }
    }
    long end = start + length;
    sent.add(new Sent(end, FrameWriter.logout(vin, end - 1, next())));
    return end;
  }

  private int next() {
    serial = serial + 1 & 0xFFFF;
    return serial;
  }

  private byte[] info(long at) {
    boolean lamp = plant == Plant.OBD_MIL_ON;
    String unitVin = plant == Plant.OBD_VIN_MISMATCH ? vin(number + 50_000_000) : vin;
    byte[] body =
        FrameWriter.info(
            2,
            lamp ? 1 : 0,
            unitVin,
            plant == Plant.OBD_CALID_CHANGE ? "CAL-999999-X9" : calid(),
            plant == Plant.OBD_CVN_CHANGE ? "CVNFFFF0000" : cvn(),
            lamp ? List.of(0x01032204) : List.of());
    return FrameWriter.data(
        DataUnit.REALTIME,
        vin,
        layout,
        next(),
        List.of(new FrameWriter.Block(DataUnit.INFO, at, body)));
  }

  /** Most frames arrive at once; few are lost, repeated, or sent again later (03). */
  private void send(
      List<FrameWriter.Block> blocks, int s, int length, int day, int trip, List<Sent> sent) {
    long at = blocks.get(blocks.size() - 1).time() + 1;
    if (isPlanted(Plant.OBD_OFFLINE_MOVING, day) && trip == 0 && s > 900 && s <= 900 + 2_700) {
      return;
    }
    int what = chance.nextInt(1000);
    if (what < (plant == Plant.OBD_PACKET_LOSS ? 400 : 4)) {
      return;
    }
    boolean isLate = what >= 980;
    byte[] frame =
        FrameWriter.data(isLate ? DataUnit.RESEND : DataUnit.REALTIME, vin, layout, next(), blocks);
    sent.add(new Sent(isLate ? at + 120 + chance.nextInt(1_200) : at, frame));
    if (what >= 975 && what < 980) {
      sent.add(new Sent(at + 1, frame));
    }
    if (plant == Plant.OBD_VIN_TWICE) {
      List<FrameWriter.Block> elsewhere = new ArrayList<>();
      for (FrameWriter.Block b : blocks) {
        byte[] body = b.body().clone();
        Signal.LONGITUDE.writeRaw(Signal.LONGITUDE.raw(body, 0) + 600_000, body, 0);
        elsewhere.add(new FrameWriter.Block(b.type(), b.time(), body));
      }
      sent.add(new Sent(at, FrameWriter.data(DataUnit.REALTIME, vin, layout, next(), elsewhere)));
    }
  }

  /** What tampering and faults make of a second; {@code s} seconds into the trip. */
  private void distort(byte[] body, int s, int length, int day) {
    if (plant == null) {
      return;
    }
    boolean isLater = s > Math.min(900, length / 4);
    switch (plant) {
      case OBD_NOX_STUCK -> {
        if (isLater && s < 3_000) {
          Signal.NOX_DOWN.write(25.35, body, 0);
        }
      }
      case OBD_NOX_EQUAL -> {
        if (s > 90) {
          Signal.NOX_DOWN.write(truck.noxUp() * (0.99 + 0.02 * chance.nextDouble()), body, 0);
        }
      }
      case OBD_SCR_EFF_LOW -> {
        if (s > 90) {
          Signal.NOX_DOWN.write(truck.noxUp() * (0.55 + 0.1 * chance.nextDouble()), body, 0);
        }
      }
      case OBD_NOX_HIGH -> {
        if (s > 600 && s % 600 < 72) {
          Signal.NOX_DOWN.write(560 + 80 * chance.nextDouble(), body, 0);
        }
      }
      case OBD_NOX_INVALID -> {
        if (s % 100 < 45) {
          Signal.NOX_DOWN.writeInvalid(body, 0);
        }
      }
      case OBD_UREA_STATIC -> Signal.REAGENT.write(62, body, 0);
      case OBD_UREA_LOW -> Signal.REAGENT.write(9.2 - 4.4 * s / length, body, 0);
      case OBD_UREA_EMPTY_DRIVE -> Signal.REAGENT.write(0, body, 0);
      case OBD_TEMP_STUCK -> {
        if (isLater && s < 3_000) {
          Signal.SCR_IN.write(300, body, 0);
        }
      }
      case OBD_TEMP_IMPLAUS -> Signal.SCR_IN.write(12 + 20 * chance.nextDouble(), body, 0);
      case OBD_ODO_BACK -> {
        if (day >= days / 2) {
          Signal.ODOMETER.write(truck.odometerKm() - 5_000, body, 0);
        }
      }
      case OBD_GPS_FROZEN -> {
        if (isLater && s < 4_500) {
          Signal.LONGITUDE.writeRaw(frozenLon, body, 0);
          Signal.LATITUDE.writeRaw(frozenLat, body, 0);
        } else {
          frozenLon = (int) Signal.LONGITUDE.raw(body, 0);
          frozenLat = (int) Signal.LATITUDE.raw(body, 0);
        }
      }
      default -> {
        // planted in frames and OBD information, not in the stream
      }
    }
  }
}
