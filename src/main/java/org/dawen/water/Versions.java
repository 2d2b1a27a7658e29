package org.dawen.water;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.dawen.intake.InForce;

/**
 * The versions of one item at one time, by one method, in the order of revisions.
 *
 * @param inForce the record in force; null: none gives a value
 * @param changedBy the first record of those that brought the value in force; null as above
 * @param versionCount how many different values followed one another
 * @param revisionCount records that name the item
 * @param isDecidedByPath only path and record number decided between different values
 */
record Versions(
    WaterValue inForce,
    WaterValue changedBy,
    int versionCount,
    int revisionCount,
    boolean isDecidedByPath) {

  /**
   * Orders the records of one item at one time; an empty one takes nothing back.
   *
   * @param records at least one
   */
  static Versions of(List<WaterValue> records) {
    if (records.size() == 1) {
      WaterValue only = records.get(0).measured().isGiven() ? records.get(0) : null;
      return new Versions(only, only, only == null ? 0 : 1, 1, false);
    }
    InForce<WaterValue> winner =
        InForce.of(
            records,
            WaterValue::provenance,
            List.<Function<WaterValue, Measured>>of(Versions::given));
    List<WaterValue> changes = changes(records);
    return new Versions(
        winner.winners().get(0),
        changes.isEmpty() ? null : changes.get(changes.size() - 1),
        changes.size(),
        records.size(),
        winner.isDecidedByPath());
  }

  private static Measured given(WaterValue record) {
    return record.measured().isGiven() ? record.measured() : null;
  }

  /** The records that gave a value other than the one before, the first among them. */
  static List<WaterValue> changes(List<WaterValue> records) {
    if (records.size() == 1) {
      return records.get(0).measured().isGiven() ? records : List.of();
    }
    List<WaterValue> inOrder =
        records.stream()
            .filter(r -> r.measured().isGiven())
            .sorted(Comparator.comparing(WaterValue::provenance))
            .toList();
    List<WaterValue> changes = new ArrayList<>();
    for (WaterValue record : inOrder) {
      if (changes.isEmpty()
          || changes.get(changes.size() - 1).measured().compareTo(record.measured()) != 0) {
        changes.add(record);
      }
    }
    return changes;
  }
}
