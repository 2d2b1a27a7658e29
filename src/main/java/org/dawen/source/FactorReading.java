package org.dawen.source;

/**
 * What a packet as received says about one factor.
 *
 * @param factorCode code of 2017 where one is known, else as sent
 */
record FactorReading(String factorCode, Group group) {}
