package org.dawen.water;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.BodyKind;
import org.dawen.standard.WaterClass;

/** A day of a section: the class of its means. */
@OfTable(
    name = "water.section_day",
    grain = "One row per section, day and way: the class of its means by the worst item.",
    layout = Layout.BY_YEAR,
    sources = {"water.observation", "registry.section"},
    warnings = {"Preliminary until the month is reviewed", "A day has no class by law"})
public record SectionDay(
    @Key String sectionCode,
    @Key @Day LocalDate dataDay,
    @Key Way way,
    boolean isRegistered,
    @Nullable String countyCode,
    @Nullable String cityCode,
    @Nullable BodyKind bodyKind,
    ObservationClass.Verdict verdict,
    @Nullable WaterClass targetClass,
    @Nullable Boolean isTargetMet,
    int usedCount,
    int excludedCount) {}
