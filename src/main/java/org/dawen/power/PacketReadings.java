package org.dawen.power;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dawen.intake.PacketParameters;
import org.dawen.intake.Provenance;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/**
 * What electricity packets (ST=44, HJ 212-2025) said of a meter's intervals. Which parameter means
 * what is configuration, because the standard's table was not seen. Each factor is an item of its
 * own: its latest value counts, whichever packet or part of one brought it.
 */
final class PacketReadings {
  private static final int DECIMALS = 6;
  private static final int DIGITS_OF_REGISTER = 16;
  private static final int DIGITS = 14;

  private final PacketParameters parameters;

  PacketReadings(PacketParameters parameters) {
    this.parameters = parameters;
  }

  /** A packet in the order of revisions: of one record told, the one that came later. */
  private record Source(String requestNo, Provenance provenance) implements Comparable<Source> {
    private static final Comparator<Source> BY_TIME =
        Comparator.comparing(
                (Source s) -> s.provenance.receivedAt(),
                Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Source::requestNo, Provenance::compareTexts);

    private static final Comparator<Source> ORDER = BY_TIME.thenComparing(Source::provenance);

    static Source of(PacketValue value) {
      return new Source(value.requestNo() == null ? "" : value.requestNo(), value.provenance());
    }

    @Override
    public int compareTo(Source other) {
      return ORDER.compare(this, other);
    }

    boolean isToldApartByPathOnly(Source other) {
      return requestNo.equals(other.requestNo)
          && provenance.isToldApartByPathOnly(other.provenance);
    }
  }

  /** A parameter in force: its value, null if no packet gives one, and where it comes from. */
  private record Item(
      BigDecimal value, Source source, int revisionCount, boolean isDecidedByPath) {}

  /**
   * The readings.
   *
   * @param values of one meter
   */
  List<Reading> of(List<PacketValue> values) {
    TreeMap<LocalDateTime, TreeMap<String, List<PacketValue>>> byTime = new TreeMap<>();
    for (PacketValue value : values) {
      byTime
          .computeIfAbsent(value.dataTime(), t -> new TreeMap<>())
          .computeIfAbsent(value.parameter(), p -> new ArrayList<>(1))
          .add(value);
    }
    List<Reading> readings = new ArrayList<>();
    byTime.forEach((time, parameters) -> readings.add(reading(time, parameters)));
    return readings;
  }

  private Reading reading(LocalDateTime time, Map<String, List<PacketValue>> parameters) {
    Map<String, BigDecimal> given = new TreeMap<>();
    Set<Source> relied = new HashSet<>();
    Source latestGiven = null;
    Source latest = null;
    int revisionCount = 0;
    boolean isDecidedByPath = false;
    for (Map.Entry<String, List<PacketValue>> parameter : parameters.entrySet()) {
      Item item = inForce(parameter.getValue());
      latest = later(latest, item.source());
      revisionCount = Math.max(revisionCount, item.revisionCount());
      isDecidedByPath |= item.isDecidedByPath();
      String column = this.parameters.columns().get(parameter.getKey());
      if (column != null && item.value() != null) {
        given.put(column, item.value());
        relied.add(item.source());
        latestGiven = later(latestGiven, item.source());
      }
    }
    return new Reading(
        parameters.values().iterator().next().get(0).dataDay(),
        null,
        time,
        false,
        measured(given),
        (latestGiven == null ? latest : latestGiven).provenance(),
        revisionCount,
        Math.max(1, relied.size()),
        isDecidedByPath);
  }

  private static Source later(Source a, Source b) {
    return a == null || b.compareTo(a) > 0 ? b : a;
  }

  /** The latest record of a parameter that gives a value counts, without any the latest record. */
  private static Item inForce(List<PacketValue> records) {
    List<PacketValue> latestFirst = new ArrayList<>(records);
    latestFirst.sort(
        Comparator.comparing(Source::of).thenComparingInt(PacketValue::groupNo).reversed());
    for (PacketValue record : latestFirst) {
      if (record.value() != null) {
        Source source = Source.of(record);
        boolean differ =
            records.stream()
                .filter(r -> r.value() != null && Source.of(r).isToldApartByPathOnly(source))
                .anyMatch(r -> r.value().compareTo(record.value()) != 0);
        return new Item(record.value(), source, records.size(), differ);
      }
    }
    return new Item(null, Source.of(latestFirst.get(0)), records.size(), false);
  }

  private static Measured measured(Map<String, BigDecimal> given) {
    return new Measured(
        null,
        rounded(given.get("register_kwh"), DIGITS_OF_REGISTER),
        rounded(given.get("power_kw"), DIGITS),
        null,
        new Phases(
            null,
            rounded(given.get("ua_v"), DIGITS),
            rounded(given.get("ub_v"), DIGITS),
            rounded(given.get("uc_v"), DIGITS),
            rounded(given.get("ia_a"), DIGITS),
            rounded(given.get("ib_a"), DIGITS),
            rounded(given.get("ic_a"), DIGITS)));
  }

  private static BigDecimal rounded(BigDecimal value, int digits) {
    if (value == null) {
      return null;
    }
    BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP);
    if (rounded.precision() > digits) {
      throw new ArithmeticException(
          "%s has more than %d digits".formatted(value.toPlainString(), digits));
    }
    return rounded;
  }

  /**
   * A factor of an electricity packet, from {@code received.power_packet}: {@code d2PPNN}
   * (production) or {@code d3PPNN} (treatment) with parameter PP of device NN, ST=44 of HJ
   * 212-2025.
   */
  record PacketValue(
      String mn,
      LocalDateTime dataTime,
      LocalDate dataDay,
      String factorCode,
      int groupNo,
      @Nullable @Digits(value = 18, scale = 8) BigDecimal rtdValue,
      @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue,
      @Nullable String requestNo,
      Provenance provenance) {
    private static final Pattern ELECTRICITY = Pattern.compile("d[23][0-9]{4}");

    boolean isOfMeter() {
      return ELECTRICITY.matcher(factorCode).matches();
    }

    /**
     * The code of its meter, {@code <MN>-d2NN}, given the device number as the registry spells it.
     */
    String meterCode(String number) {
      return number + "-" + factorCode.substring(0, 2) + factorCode.substring(4, 6);
    }

    String parameter() {
      return factorCode.substring(2, 4);
    }

    /** The reading of the moment, else the mean; null: neither was sent. */
    BigDecimal value() {
      return rtdValue == null ? avgValue : rtdValue;
    }

    /** The device number in capitals. */
    String number() {
      return mn.toUpperCase(Locale.ROOT);
    }
  }
}
