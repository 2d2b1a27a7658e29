package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** An item on a day of a section, from {@code water.section_item_day}. */
record SectionItem(
    String sectionCode,
    LocalDate dataDay,
    String way,
    String item,
    String unit,
    @Digits(value = 28, scale = 10) BigDecimal meanValue,
    @Nullable String itemClass) {

  /** Without values in doubt. */
  boolean isScreened() {
    return way.equals("screened");
  }
}
