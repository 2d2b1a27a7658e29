/**
 * Ambient air: hours and days of the stations with their index. Every number that judges comes from
 * {@code org.dawen.standard} by the data day; this room only says which hours make a day.
 */
package org.dawen.air;
