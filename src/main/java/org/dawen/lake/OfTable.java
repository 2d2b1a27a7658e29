package org.dawen.lake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record is the declaration of a table: its components are the columns, in order, with their
 * types and what may be missing. What a column means, its unit and its Chinese term are in {@code
 * tables/columns.csv}; {@link Table#of} puts both together.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OfTable {
  /** {@code schema.table}. */
  String name();

  /** What one row is, in one sentence. */
  String grain();

  /** Why no component is a {@link Key}; empty when one is. */
  String withoutKey() default "";

  /** For a table without a {@link Day}: the period a row is about. */
  String withoutDay() default "";

  /** How the files lie. */
  Layout layout() default Layout.UNPARTITIONED;

  /** Names of the tables and files the rows come from. */
  String[] sources();

  /** What a reader must know before trusting a number. */
  String[] warnings() default {};
}
