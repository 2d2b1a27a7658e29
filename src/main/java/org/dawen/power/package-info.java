/**
 * Electricity use (用电监控): the energy of meters by interval, with the mean power and whether the
 * rating allows it.
 */
package org.dawen.power;
