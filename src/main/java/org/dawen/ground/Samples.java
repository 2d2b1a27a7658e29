package org.dawen.ground;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dawen.intake.InForce;
import org.dawen.intake.ReceivedGround;
import org.dawen.registry.GroundPoint;
import org.dawen.standard.Confidence;
import org.dawen.standard.GroundClass;
import org.dawen.standard.GroundItem;
import org.dawen.standard.GroundLimit;

/** The samples of a point: of each item the value received last, its class, the worst item. */
final class Samples {
  private final GroundRegister register;

  Samples(GroundRegister register) {
    this.register = register;
  }

  /** Where a value belongs. */
  private record Place(LocalDateTime sampledAt, GroundItem item) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = sampledAt.compareTo(other.sampledAt);
      return order == 0 ? item.compareTo(other.item) : order;
    }
  }

  /** The items in order of time and of the standard. */
  static List<SampleItem> items(String pointCode, List<ReceivedGround> received) {
    TreeMap<Place, List<ReceivedGround>> places = new TreeMap<>();
    received.forEach(
        r ->
            places
                .computeIfAbsent(new Place(r.sampledAt(), r.item()), p -> new ArrayList<>(1))
                .add(r));
    return places.values().stream().map(records -> item(pointCode, records)).toList();
  }

  /** What a record tells as one text, so that records can be compared; null: nothing. */
  private static String told(ReceivedGround r) {
    if (r.isBelowDetection() && r.detectionLimitValue() != null) {
      return "<" + r.detectionLimitValue().stripTrailingZeros().toPlainString();
    }
    BigDecimal value = r.isBelowDetection() ? null : r.measuredValue();
    return value == null ? null : value.stripTrailingZeros().toPlainString();
  }

  private static SampleItem item(String pointCode, List<ReceivedGround> records) {
    InForce<ReceivedGround> inForce =
        InForce.<ReceivedGround, String>of(
            records, ReceivedGround::provenance, List.of(Samples::told));
    ReceivedGround winner = inForce.latest();
    LocalDate day = winner.dataDay();
    ItemVerdict verdict =
        winner.isBelowDetection()
            ? ItemVerdict.below(winner.item(), winner.detectionLimitValue(), day)
            : ItemVerdict.ofValue(winner.item(), winner.measuredValue(), day);
    return new SampleItem(
        pointCode,
        winner.sampledAt(),
        winner.item(),
        day,
        winner.measuredValue(),
        winner.isBelowDetection(),
        winner.detectionLimitValue(),
        GroundLimit.unit(winner.item()),
        verdict.itemClass(),
        verdict.notBetterThanKnown(),
        records.size(),
        inForce.isDecidedByPath(),
        winner.provenance().fileId(),
        winner.provenance().recordNo());
  }

  /** The classes of the samples of a point, whose items are these. */
  List<SampleClass> classes(List<SampleItem> items) {
    TreeMap<LocalDateTime, List<SampleItem>> samples =
        items.stream()
            .collect(
                Collectors.groupingBy(SampleItem::sampledAt, TreeMap::new, Collectors.toList()));
    return samples.values().stream().map(this::sample).toList();
  }

  private SampleClass sample(List<SampleItem> items) {
    SampleItem first = items.get(0);
    LocalDate day = first.dataDay();
    GroundPoint point = register.on(first.pointCode(), day);
    GroundClass worst = null;
    GroundClass possible = null;
    for (SampleItem item : items) {
      worst = GroundClass.worse(worst, item.itemClass());
      possible =
          GroundClass.worse(
              possible,
              item.itemClass() == null ? item.notBetterThanKnownClass() : item.itemClass());
    }
    GroundClass of = worst;
    SampleItem source =
        items.stream()
            .filter(i -> i.itemClass() != null && i.itemClass() == of)
            .min(Comparator.comparing(SampleItem::item))
            .orElse(null);
    GroundClass target = GroundRegister.target(point);
    return new SampleClass(
        first.pointCode(),
        first.sampledAt(),
        day,
        point != null,
        point == null ? null : point.countyCode(),
        worst,
        worst == null ? null : named(items, i -> i.itemClass() == of),
        possible,
        undetermined(items),
        named(items, i -> i.itemClass() != null && i.itemClass().isWorseThan(GroundClass.III)),
        target,
        GroundRegister.isMet(worst, possible, target),
        (int) items.stream().filter(i -> i.itemClass() != null).count(),
        items.stream().anyMatch(i -> isProvisional(i.item(), day)),
        source == null ? null : source.fileId(),
        source == null ? null : (Long) source.recordNo());
  }

  /** Whether the limit of an item is not verified. */
  static boolean isProvisional(GroundItem item, LocalDate day) {
    GroundLimit limit = GroundLimit.inForce(item, day);
    return limit != null && limit.provision().confidence() != Confidence.VERIFIED;
  }

  /** The labels of some items, joined by {@code ;}; null: none. */
  private static String named(List<SampleItem> items, Predicate<SampleItem> wanted) {
    String names =
        items.stream().filter(wanted).map(i -> i.item().label()).collect(Collectors.joining(";"));
    return names.isEmpty() ? null : names;
  }

  private static String undetermined(List<SampleItem> items) {
    String names =
        items.stream()
            .filter(i -> i.notBetterThanKnownClass() != null)
            .map(i -> i.item().label() + " " + i.notBetterThanKnownClass())
            .collect(Collectors.joining(";"));
    return names.isEmpty() ? null : names;
  }
}
