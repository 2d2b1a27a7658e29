/**
 * Surface water: sections, their classes, areas, lakes. Every number that judges comes from {@code
 * org.dawen.standard} by the data day; this room says which values make a day, a month and a year.
 */
package org.dawen.water;
