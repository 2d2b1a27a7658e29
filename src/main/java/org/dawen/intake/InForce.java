package org.dawen.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which of several records of one thing is in force, item by item. An item is what was measured
 * together. Of the records that give it, the one received last counts; a record without the item
 * takes nothing back.
 *
 * @param winners for each item the record whose value counts; null: no record gives one
 * @param latest the latest of the winners; without any the latest record
 * @param revisionCount records of the thing
 * @param recordCount records that give at least one of the items; 1 if none does
 * @param isDecidedByPath values of an item differ and only path and record number decided, which a
 *     person should look at
 */
public record InForce<R>(
    List<R> winners, R latest, int revisionCount, long recordCount, boolean isDecidedByPath) {

  /**
   * Picks the items in force.
   *
   * @param records all records of the thing, at least one
   * @param items the value of each item in a record, null: it gives none
   */
  public static <R, T extends Comparable<T>> InForce<R> of(
      List<R> records, Function<R, Provenance> provenance, List<Function<R, T>> items) {
    List<R> latestFirst = new ArrayList<>(records);
    latestFirst.sort(Comparator.comparing(provenance).reversed());
    List<R> winners = new ArrayList<>();
    Set<Provenance> relied = new HashSet<>();
    R latest = null;
    boolean isDecidedByPath = false;
    for (Function<R, T> item : items) {
      R winner = winner(latestFirst, item);
      winners.add(winner);
      if (winner == null) {
        continue;
      }
      relied.add(provenance.apply(winner));
      latest =
          latest == null || provenance.apply(winner).compareTo(provenance.apply(latest)) > 0
              ? winner
              : latest;
      isDecidedByPath |= isDecidedByPath(latestFirst, winner, provenance, item);
    }
    return new InForce<>(
        winners,
        latest == null ? latestFirst.get(0) : latest,
        records.size(),
        Math.max(1, relied.size()),
        isDecidedByPath);
  }

  private static <R, T> R winner(List<R> latestFirst, Function<R, T> item) {
    for (R record : latestFirst) {
      if (item.apply(record) != null) {
        return record;
      }
    }
    return null;
  }

  private static <R, T extends Comparable<T>> boolean isDecidedByPath(
      List<R> records, R winner, Function<R, Provenance> provenance, Function<R, T> item) {
    for (R other : records) {
      T value = item.apply(other);
      if (other != winner
          && value != null
          && provenance.apply(other).isToldApartByPathOnly(provenance.apply(winner))
          && value.compareTo(item.apply(winner)) != 0) {
        return true;
      }
    }
    return false;
  }
}
