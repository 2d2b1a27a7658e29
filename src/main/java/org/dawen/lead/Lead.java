package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** What several sources say about one enterprise and one matter, as long as it goes on. */
@OfTable(
    name = "lead.lead",
    grain =
        "One row per enterprise and matter as long as it goes on: the evidence of all sources"
            + " joined, with a score and its reasons as text.",
    layout = Layout.BY_YEAR,
    sources = {
      "lead.evidence",
      "registry.work_order",
      "registry.outlet",
      "registry.meter",
      "registry.vehicle",
      "diesel.doubtful_retirement"
    },
    warnings = {
      "A reason to look, not a finding of law",
      "The day is the first day with evidence; late evidence may bring it forward",
      "The name of a fleet may be a person's: not for publication"
    })
public record Lead(
    @Key String leadId,
    String enterpriseCode,
    @Nullable String enterpriseName,
    @Nullable String countyCode,
    Matter matter,
    @Day LocalDate dataDay,
    LocalDate lastDay,
    @Digits(value = 9, scale = 2) BigDecimal score,
    Joined joined,
    Status status,
    FollowUp followUp) {

  /** What became of a lead. */
  enum Status {
    /** No work order yet. */
    NEW,
    /** The work order is open. */
    OPEN,
    /** The work order is closed. */
    CLOSED,
    /** There is evidence of days after the work order was closed. */
    GOES_ON_AFTER_CLOSING
  }

  /**
   * Its evidence, joined.
   *
   * @param severity of the gravest
   * @param lastingMinutes sum over the days of the longest evidence of the day
   */
  record Joined(
      int severity,
      int evidenceCount,
      int evidenceKindCount,
      int evidenceDayCount,
      String evidenceKinds,
      @Digits(value = 12, scale = 6) BigDecimal lastingMinutes,
      boolean isProvisional,
      String reason,
      String reasonZh) {}

  /** Its work order; all null: none. */
  record FollowUp(
      @Nullable LocalDate openedDay,
      @Nullable LocalDate dueDay,
      @Nullable LocalDate closedDay,
      @Nullable String result,
      @Nullable String otherLeadIds) {
    static final FollowUp NONE = new FollowUp(null, null, null, null, null);
  }
}
