package org.dawen.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** An exceedance that a later version of the hour withdrew or changed. */
@OfTable(
    name = "source.withdrawn_exceedance",
    grain =
        "One row per outlet, pollutant, hour and version that withdrew or changed an exceedance of"
            + " the version before, among the packets in the landing folder.",
    layout = Layout.BY_YEAR,
    sources = {
      "received.hj212",
      "source.outlet_hour",
      "registry.outlet",
      "registry.limit",
      "registry.mark"
    },
    warnings = {
      "Every version is judged by the limits, marks and minutes that are known now",
      "A packet without a value takes nothing back: see later_empty_flag of source.outlet_hour",
      "What a file said before it was replaced under its path is not compared"
    })
public record WithdrawnExceedance(
    @Key String outletCode,
    @Key String pollutantCode,
    @Key LocalDateTime hourStart,
    @Key int versionNo,
    @Day LocalDate dataDay,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    Change change,
    @Nullable String unit,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal limitValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal lowerLimitValue,
    @Nullable String limitId,
    @Nullable Boolean isProvisional,
    @Digits(value = 20, scale = 10) BigDecimal fromValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal fromTimesOverLimit,
    String fromFileId,
    long fromRecordNo,
    @Nullable @Digits(value = 20, scale = 10) BigDecimal toValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal toTimesOverLimit,
    @Nullable Unjudgeable unjudgeableReason,
    @Nullable Instant receivedAt,
    String fileId,
    long recordNo) {

  /** What became of an exceedance. */
  public enum Change {
    /** No longer an exceedance. */
    WITHDRAWN,
    /** Still an exceedance, with another value. */
    CHANGED
  }

  /**
   * Of two versions of an hour that follow each other.
   *
   * @param by the packet that made the later one
   */
  static WithdrawnExceedance of(OutletHour before, OutletHour after, int versionNo, PacketHead by) {
    return new WithdrawnExceedance(
        after.outletCode(),
        after.pollutantCode(),
        after.hourStart(),
        versionNo,
        after.dataDay(),
        after.enterpriseCode(),
        after.countyCode(),
        after.isAbove() ? Change.CHANGED : Change.WITHDRAWN,
        after.unit(),
        after.limit().limitValue(),
        after.limit().lowerLimitValue(),
        after.limit().limitId(),
        after.limit().isProvisional(),
        before.judgedValue(),
        before.timesOverLimit(),
        before.receipt().fileId(),
        before.receipt().recordNo(),
        after.judgedValue(),
        after.timesOverLimit(),
        after.unjudgeableReason(),
        by.receivedAt(),
        by.provenance().fileId(),
        by.provenance().recordNo());
  }
}
