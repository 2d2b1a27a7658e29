/**
 * The formula of a lead's score, as a person writes it into the settings: a small part of SQL with
 * the types, rounding and errors of ANSI SQL as Spark has them. Plain Java.
 */
package org.dawen.lead.score;
