package org.dawen.registry;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which reference row is valid on a day. Periods include both ends; null is open. */
public final class Validity {
  private static final Column FROM_EVER = lit(Date.valueOf("0001-01-01"));
  private static final Column FOR_EVER = lit(Date.valueOf("9999-12-31"));

  private Validity() {}

  /** Condition for a join: the reference row is valid on the day. */
  public static Column isValidOn(Column day, Dataset<Row> reference) {
    return day.between(
        coalesce(reference.col(RegistryTables.VALID_FROM.name()), FROM_EVER),
        coalesce(reference.col(RegistryTables.VALID_TO.name()), FOR_EVER));
  }
}
