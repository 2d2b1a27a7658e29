package org.dawen.registry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.dawen.lake.Key;
import org.dawen.lake.Message;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What a person decided of an exceedance or a lead (人工认定), from {@code registry.verdict}. It is
 * shown beside what Dawen found and changes none of it.
 *
 * @param leadId lead decided; null: it is about hours of an outlet
 * @param outletCode outlet whose hours are decided; null: it is about a lead
 * @param pollutantCode null: all factors of the outlet
 * @param startsAt first moment decided; null: open
 * @param endsAt end, not included; null: open
 * @param proofNo what an excuse rests on
 * @param decidedBy department
 */
@OfTable(
    name = "registry.verdict",
    grain = "One row per decision of a person on an exceedance or a lead.",
    withoutDay = "starts_at to ends_at, or a lead",
    sources = "landing/registry/verdicts.csv")
public record Verdict(
    @Key String verdictNo,
    Decision decision,
    LocalDate decidedOn,
    @Nullable String leadId,
    @Nullable String outletCode,
    @Nullable String pollutantCode,
    @Nullable LocalDateTime startsAt,
    @Nullable LocalDateTime endsAt,
    @Nullable String proofNo,
    @Nullable String documentNo,
    @Nullable String decidedBy,
    String fileId,
    long recordNo) {

  /** What was decided. */
  public enum Decision {
    /** It is so. */
    CONFIRMED,
    /** It is excused, with proof. */
    EXCUSED,
    /** The enterprise has appealed. */
    UNDER_APPEAL,
    /** It was fined. */
    FINED;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** True if it decides the hour of an outlet and factor that begins at a time. */
  public boolean decides(String outlet, String pollutant, LocalDateTime hourStart) {
    return outlet.equals(outletCode)
        && (pollutantCode == null || pollutantCode.equalsIgnoreCase(pollutant))
        && (startsAt == null || hourStart.plusHours(1).isAfter(startsAt))
        && (endsAt == null || hourStart.isBefore(endsAt));
  }

  /**
   * True if the lead that was decided is the one of a row. That one once had another id where late
   * evidence has brought its first day forward, or has joined it to an earlier one: the id of a day
   * which is now within it.
   *
   * @param decidedId null: it is about no lead
   * @param otherLeadIds of the row, separated by {@code ;}; null: none
   */
  public static boolean isAbout(
      String decidedId, String leadId, String otherLeadIds, LocalDate firstDay, LocalDate lastDay) {
    if (decidedId == null) {
      return false;
    }
    if (decidedId.equals(leadId)
        || otherLeadIds != null && List.of(otherLeadIds.split(";")).contains(decidedId)) {
      return true;
    }
    int slash = decidedId.lastIndexOf('/') + 1;
    if (slash == 0
        || !leadId.startsWith(decidedId.substring(0, slash))
        || leadId.lastIndexOf('/') + 1 != slash) {
      return false;
    }
    try {
      LocalDate day = LocalDate.parse(decidedId.substring(slash));
      return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** One line for a reader: decision, day, department, proof and document. */
  public Message inWords() {
    return Message.of(
        "explain.decision",
        Message.given(
            Message.of("explain.decision-on", decision, decidedOn),
            decidedBy == null ? null : Message.of("explain.decision-by", decidedBy),
            proofNo == null ? null : Message.of("explain.decision-proof", proofNo),
            documentNo == null ? null : Message.of("explain.decision-document", documentNo)),
        fileId,
        recordNo);
  }
}
