package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * Where the treatment of an outlet's pollutant begins, over one period, from {@code
 * registry.treatment_link}.
 *
 * @param inletCodes outlets registered as inlets, separated by {@code ;}; null: see {@code
 *     inletDeviceNo}
 * @param inletDeviceNo number of the device under which the outlet itself sends its inlet, the xx
 *     of g119xx to g134xx and e101xx to e205xx, HJ 212-2017 annex B; null: see {@code inletCodes};
 *     both null: the inlet is not measured
 * @param facilityCode the treatment facility, or its meter; null: not told
 * @param treatmentProcess as in {@code scr}, {@code sncr}, {@code sncr_scr}; null: not told
 * @param designRemovalPercent null: not told, so nothing is below design
 */
@OfTable(
    name = "registry.treatment_link",
    grain = "One row per outlet, pollutant and period: where its treatment begins.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/treatment_links.csv")
public record TreatmentLink(
    @Key String outletCode,
    @Key String pollutantCode,
    @Nullable String inletCodes,
    @Nullable String inletDeviceNo,
    @Nullable String facilityCode,
    @Nullable String treatmentProcess,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal designRemovalPercent,
    RemovalBasis removalBasis,
    @Nullable String documentNo,
    Period period,
    String fileId,
    long recordNo) {}
