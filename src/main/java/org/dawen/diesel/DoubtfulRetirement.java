package org.dawen.diesel;

import java.time.LocalDate;
import org.dawen.diesel.Retirement.SubjectKind;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A retirement that something speaks against, on the day on which it does. */
@OfTable(
    name = "diesel.doubtful_retirement",
    grain =
        "One row per retired machine or truck, reason to doubt it, and day: the day of retirement,"
            + " or each day on which a retired truck still sent remote OBD.",
    layout = Layout.BY_YEAR,
    sources = {
      "registry.machine",
      "registry.old_truck",
      "diesel.vehicle_day",
      "standards/emission_stages.csv"
    },
    warnings = {
      "A reason to look, not a finding of law",
      "Owners and VINs in full: not for publication"
    })
public record DoubtfulRetirement(
    @Key SubjectKind subjectKind,
    @Key String subjectCode,
    @Key Doubt doubt,
    @Key @Day LocalDate dataDay,
    @Nullable String owner,
    @Nullable String countyCode,
    @Nullable String emissionStage,
    LocalDate retiredOn,
    @Nullable String retireKind,
    @Nullable String proofNo,
    boolean isProvisional,
    String reason,
    String reasonZh,
    String fileId,
    @Key long recordNo) {

  /** As resting on a day that is not verified from the text of its standard. */
  DoubtfulRetirement provisional() {
    return new DoubtfulRetirement(
        subjectKind,
        subjectCode,
        doubt,
        dataDay,
        owner,
        countyCode,
        emissionStage,
        retiredOn,
        retireKind,
        proofNo,
        true,
        reason,
        reasonZh,
        fileId,
        recordNo);
  }

  /** Why a retirement is doubted. */
  enum Doubt {
    /** A retired truck whose remote OBD still sends. */
    RETIRED_BUT_SENDING,
    /** Another row of the registry has it as retired before. */
    RETIRED_TWICE,
    /** No proof was handed in, or the cell says that there is none. */
    RETIRED_WITHOUT_PROOF,
    /** Retired before the standard of its emission stage was published. */
    RETIRED_BEFORE_STAGE,
    /** The emission stage is missing, or no stage. */
    STAGE_UNKNOWN,
    /** How it was retired is missing, or none of scrapped, sold_out, rebuilt. */
    KIND_UNKNOWN
  }
}
