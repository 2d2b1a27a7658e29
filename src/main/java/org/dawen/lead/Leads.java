package org.dawen.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.lake.TextOrder;
import org.dawen.lead.score.Values;
import org.dawen.registry.WorkOrder;

/** How leads follow from evidence and work orders. All of it is ours. */
final class Leads {
  /** The reasons describe this many pieces of evidence, the first ones; the rest are counted. */
  private static final int MOST_REASONS = 8;

  private static final Comparator<LeadEvidence> FIRST_TO_TELL =
      Comparator.comparing(LeadEvidence::startsAt)
          .thenComparing(e -> e.evidenceKind().name())
          .thenComparing(LeadEvidence::reason, TextOrder::compare)
          .thenComparing(LeadEvidence::reasonZh, TextOrder::compare);

  private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);
  private static final int HOUR_DECIMALS = 9;

  private final WorkOrders workOrders;
  private final Enterprises enterprises;
  private final LeadSettings settings;

  Leads(List<WorkOrder> orders, Enterprises enterprises, LeadSettings settings) {
    this.workOrders = new WorkOrders(orders, settings.continuesWithinDays());
    this.enterprises = enterprises;
    this.settings = settings;
  }

  /**
   * The leads of one enterprise and matter.
   *
   * @param evidence in order of days
   */
  List<Lead> of(List<LeadEvidence> evidence) {
    List<Lead> leads = new ArrayList<>();
    List<LeadEvidence> episode = new ArrayList<>();
    for (LeadEvidence e : evidence) {
      if (!episode.isEmpty() && !continues(episode.get(episode.size() - 1), e)) {
        leads.add(lead(episode));
        episode.clear();
      }
      episode.add(e);
    }
    if (!episode.isEmpty()) {
      leads.add(lead(episode));
    }
    return leads;
  }

  /** The same lead goes on unless more than so many days lie between. */
  private boolean continues(LeadEvidence before, LeadEvidence after) {
    return ChronoUnit.DAYS.between(before.dataDay(), after.dataDay())
        <= settings.continuesWithinDays();
  }

  private Lead lead(List<LeadEvidence> evidence) {
    LeadEvidence first = evidence.get(0);
    LocalDate lastDay = evidence.get(evidence.size() - 1).dataDay();
    String enterprise = first.enterpriseCode();
    List<WorkOrder> orders = workOrders.of(enterprise, first.matter(), first.dataDay(), lastDay);
    Lead.Joined joined = joined(evidence);
    Lead.FollowUp followUp = WorkOrders.followUp(orders);
    return new Lead(
        orders.isEmpty()
            ? new LeadId(enterprise, first.matter().name(), first.dataDay()).text()
            : orders.get(0).leadId(),
        enterprise,
        enterprises.name(enterprise),
        enterprises.county(enterprise),
        first.matter(),
        first.dataDay(),
        lastDay,
        settings.score(values(joined)),
        joined,
        WorkOrders.status(followUp, lastDay),
        followUp);
  }

  private static Values values(Lead.Joined j) {
    return new Values(
        j.severity(),
        j.evidenceKindCount(),
        j.evidenceCount(),
        j.evidenceDayCount(),
        j.lastingMinutes().divide(MINUTES_AN_HOUR, HOUR_DECIMALS, RoundingMode.HALF_UP));
  }

  private Lead.Joined joined(List<LeadEvidence> evidence) {
    Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
    Map<LocalDate, BigDecimal> longest = new TreeMap<>();
    for (LeadEvidence e : evidence) {
      kinds.add(e.evidenceKind());
      longest.merge(e.dataDay(), e.lastingMinutes(), BigDecimal::max);
    }
    return new Lead.Joined(
        kinds.stream().mapToInt(settings::severityOf).max().orElseThrow(),
        evidence.size(),
        kinds.size(),
        longest.size(),
        kinds.stream().map(EvidenceKind::name).sorted().collect(Collectors.joining(";")),
        longest.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        evidence.stream().anyMatch(LeadEvidence::isProvisional),
        words(evidence, LeadEvidence::reason, "; ", " … %d pieces of evidence in all"),
        words(evidence, LeadEvidence::reasonZh, "；", " ……共%d条证据"));
  }

  /** Describes the first pieces of evidence, in the order of time: the same in both languages. */
  private static String words(
      List<LeadEvidence> evidence,
      Function<LeadEvidence, String> reason,
      String between,
      String more) {
    String first =
        evidence.stream()
            .sorted(FIRST_TO_TELL)
            .limit(MOST_REASONS)
            .map(reason)
            .collect(Collectors.joining(between));
    return evidence.size() > MOST_REASONS ? first + more.formatted(evidence.size()) : first;
  }
}
