package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.source.HourLimit.Letter;

/** Ammonia behind a denitrification unit in an hour, held against the limit of its process. */
@OfTable(
    name = "source.ammonia_slip_hour",
    grain =
        "One row per outlet with a treatment process in the registry and hour in which ammonia"
            + " (a21001) was received: the slip, its limit by the process, and NOx beside its own.",
    layout = Layout.BY_MONTH,
    sources = {
      "source.outlet_hour",
      "registry.treatment_link",
      "standards/ammonia_slip.csv",
      "standards/hj212_factors.csv"
    },
    warnings = {
      "Self-reported by the enterprise's device",
      "Screening: the limits are design requirements, recalled and not checked against the text",
      "HJ 212-2017 prints ng/m3 for ammonia, which no device sends: mg/m3 is taken where no limit"
          + " of the outlet has another unit, see is_unit_assumed",
      "As measured: no conversion to a reference oxygen"
    })
public record AmmoniaSlipHour(
    @Key String outletCode,
    @Key LocalDateTime hourStart,
    @Day LocalDate dataDay,
    Facility facility,
    @Nullable @Digits(value = 20, scale = 10) BigDecimal slipMgM3,
    boolean isUnitAssumed,
    @Nullable Unjudgeable unjudgeableReason,
    @Nullable @Digits(value = 12, scale = 4) BigDecimal slipLimitMgM3,
    @Nullable String slipLimitId,
    @Nullable Letter limitConfidence,
    @Nullable Boolean isProvisional,
    @Nullable Boolean isAboveSlipLimit,
    Nox nox,
    String fileId,
    long recordNo) {

  /**
   * Nitrogen oxides of the same hour, which ammonia is dosed for.
   *
   * @param noxMgM3 as judged; null: not received or not judgeable
   * @param isNoxNearLimit within its limit, and at least the share of it that a setting names; null
   *     without value or limit
   */
  record Nox(
      @Nullable @Digits(value = 20, scale = 10) BigDecimal noxMgM3,
      @Nullable @Digits(value = 18, scale = 8) BigDecimal noxLimitMgM3,
      @Nullable Boolean isNoxNearLimit,
      @Nullable Boolean isNoxLimitProvisional) {}

  /** Too much ammonia, with NOx just below its limit: dosed to the limit. */
  boolean isDosedToTheLimit() {
    return Boolean.TRUE.equals(isAboveSlipLimit) && Boolean.TRUE.equals(nox.isNoxNearLimit());
  }
}
