package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;

/**
 * What an area may reach in a pollutant or in good days, from {@code registry.target}.
 *
 * @param item label of the pollutant, or {@link RegistryTables#GOOD_DAYS}
 * @param period month, quarter or year
 */
public record Target(
    String areaCode,
    String item,
    String period,
    @Digits(value = 12, scale = 4) BigDecimal targetValue,
    Period validity) {}
