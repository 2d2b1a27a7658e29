/**
 * Dated standards and exact arithmetic: limits, air quality index, rounding, percentiles. Plain
 * Java on the JDK alone, so that every rule can be tested without Spark.
 *
 * <p>Numbers from law are stored in {@code standards/*.csv} on the class path, each row with
 * standard, clause, period of validity, unit, confidence and source; the code holds arithmetic
 * only. Nothing here uses binary floating point.
 */
package org.dawen.standard;
