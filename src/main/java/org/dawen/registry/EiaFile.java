package org.dawen.registry;

import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * An environmental impact assessment file (环评文件) that may be drawn for re-examination, over one
 * period, from {@code registry.eia_file}.
 *
 * @param enterpriseCode enterprise it is about; null: not given
 */
@OfTable(
    name = "registry.eia_file",
    grain = "One row per environmental impact assessment file that may be drawn, and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/eia_files.csv")
public record EiaFile(
    @Key String eiaFileNo,
    @Nullable String name,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    Period period,
    String fileId,
    long recordNo) {}
