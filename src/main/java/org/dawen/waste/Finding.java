package org.dawen.waste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What does not fit in ledgers and manifests of a unit.
 *
 * @param dataDay day on which it came to be
 * @param objectNo number of the manifest, or of the batch
 * @param endedOn of storage the day the batch left, of a missing receipt null; null: it continues,
 *     or is not a state that ends
 * @param massT t it is about: of manifests the difference, received less sent, or ledger less
 *     manifest; null: no mass is in question
 * @param spanDays days in question: from sending to receipt, or in store up to the end or the last
 *     day of any record; null: none are
 */
@OfTable(
    name = "waste.finding",
    grain =
        "One row per finding in the ledger or the manifests of a unit, on the day it came to be.",
    layout = Layout.BY_YEAR,
    sources = {"received.waste_move", "received.waste_manifest", "registry.waste_unit"},
    warnings = {"Only findings of force 'binding' are of the law; the others are reasons to look"})
public record Finding(
    @Key Kind finding,
    @Key String unitCode,
    @Key String objectNo,
    @Key String wasteCode,
    @Key @Day LocalDate dataDay,
    @Nullable LocalDate endedOn,
    Force force,
    boolean isProvisional,
    @Nullable String countyCode,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal massT,
    @Nullable Integer spanDays,
    String fileId,
    long recordNo) {

  /** What was found. */
  enum Kind {
    /** More went out of a batch than it held. */
    OUT_WITHOUT_STOCK,
    /** A batch is in store longer than allowed. */
    STORAGE_OVER_ONE_YEAR,
    /** The receiver got another mass than was sent. */
    MANIFEST_MASS_DIFFERS,
    /** Received more days after sending than the setting allows. */
    RECEIVED_OVER_10_DAYS_AFTER_SENDING,
    /** Not received so many days after sending. */
    NOT_RECEIVED_WITHIN_10_DAYS,
    /** Received before it was sent. */
    RECEIVED_BEFORE_SENDING,
    /** The ledger has another mass out of store than the manifest says was sent. */
    LEDGER_DIFFERS_FROM_MANIFEST,
    /** No move of the sender's ledger names the manifest. */
    MANIFEST_WITHOUT_LEDGER,
    /** A move names a manifest that nobody sent in. */
    LEDGER_WITHOUT_MANIFEST;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whose rule it is. */
  enum Force {
    /** A rule of law that binds the unit. */
    BINDING,
    /** A reason to look. */
    SCREENING;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
