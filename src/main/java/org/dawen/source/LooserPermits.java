package org.dawen.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.intake.Provenance;
import org.dawen.registry.Limit;
import org.dawen.registry.Outlet;
import org.dawen.standard.Confidence;
import org.dawen.standard.EmissionLimit;
import org.dawen.standard.OxygenConversion;

/**
 * Permits that allow more than a national or local standard does for the same outlet, pollutant and
 * mean on a common day. The permit still judges ({@link LimitsInForce}): whether it is wrong, or
 * the outlet's industry, kind of source or zone, a person has to find out.
 */
public final class LooserPermits {
  private final List<String> looser = new ArrayList<>();
  private final List<String> notComparable = new ArrayList<>();

  private LooserPermits() {}

  /**
   * Compares all permits.
   *
   * @param permits those of unknown outlets are passed over
   */
  public static LooserPermits of(Collection<Outlet> outlets, Collection<Limit> permits) {
    LooserPermits found = new LooserPermits();
    Map<String, List<LimitInForce>> lawByOutlet = new HashMap<>();
    for (Outlet outlet : outlets) {
      lawByOutlet
          .computeIfAbsent(outlet.outletCode(), k -> new ArrayList<>())
          .addAll(LimitsInForce.ofLaw(outlet));
    }
    permits.stream()
        .sorted(
            Comparator.comparing(Limit::fileId, Provenance::compareTexts)
                .thenComparing(Limit::recordNo))
        .forEach(p -> found.compare(p, lawByOutlet.getOrDefault(p.outletCode(), List.of())));
    return found;
  }

  /** One sentence a permit, with both numbers, clause and confidence. */
  public List<String> looser() {
    return List.copyOf(looser);
  }

  /** One sentence a permit whose unit or reference oxygen does not allow the comparison. */
  public List<String> notComparable() {
    return List.copyOf(notComparable);
  }

  private void compare(Limit row, List<LimitInForce> lawOfOutlet) {
    LimitInForce permit = LimitInForce.ofPermit(row);
    List<LimitInForce> law =
        lawOfOutlet.stream()
            .filter(l -> l.pollutantCode().equals(permit.pollutantCode()))
            .filter(l -> l.period().equals(permit.period()))
            .filter(l -> !l.from().isAfter(permit.to()) && !permit.from().isAfter(l.to()))
            .toList();
    List<LimitInForce> stricter = new ArrayList<>();
    List<LimitInForce> unlike = new ArrayList<>();
    for (LimitInForce limit : law) {
      LimitInForce resolved = LimitsInForce.withReferenceOfProcess(limit, law);
      Boolean isLooser = isLooser(permit, resolved);
      if (!Boolean.FALSE.equals(isLooser)) {
        (isLooser == null ? unlike : stricter).add(resolved);
      }
    }
    if (!stricter.isEmpty()) {
      looser.add(sentence(row, permit, stricter));
    } else if (!unlike.isEmpty()) {
      notComparable.add(sentence(row, permit, unlike));
    }
  }

  /** Whether a permit allows what a limit of law forbids; null: the two cannot be compared. */
  private static Boolean isLooser(LimitInForce permit, LimitInForce limit) {
    BigDecimal lawful = limit.inCommonUnit(limit.upper());
    BigDecimal permitted = permit.inCommonUnit(permit.upper());
    boolean isUnitKnown =
        limit.inCommonUnit(BigDecimal.ONE) != null && permit.inCommonUnit(BigDecimal.ONE) != null;
    if (!isUnitKnown || limit.referenceO2Percent() != null && permit.referenceO2Percent() == null) {
      return null;
    }
    if (limit.lower() != null && (permit.lower() == null || isBelow(permit, limit))) {
      return true;
    }
    if (lawful == null || permitted == null) {
      return lawful != null;
    }
    return limit.referenceO2Percent() == null
        ? Boolean.valueOf(permitted.compareTo(lawful) > 0)
        : OxygenConversion.exceeds(
            permitted, permit.referenceO2Percent(), limit.referenceO2Percent(), lawful);
  }

  private static boolean isBelow(LimitInForce permit, LimitInForce limit) {
    return permit.inCommonUnit(permit.lower()).compareTo(limit.inCommonUnit(limit.lower())) < 0;
  }

  /** The permit, then of each level that forbids it the limit that goes first. */
  private static String sentence(Limit row, LimitInForce permit, List<LimitInForce> law) {
    return "%s line %d: %s %s %s, permit %s: %s; %s"
        .formatted(
            row.fileId(),
            row.recordNo(),
            row.outletCode(),
            permit.pollutantCode(),
            permit.period(),
            Objects.requireNonNullElse(row.documentNo(), "-"),
            amount(permit),
            Stream.of(LimitInForce.Level.LOCAL, LimitInForce.Level.NATIONAL)
                .flatMap(
                    level ->
                        law.stream()
                            .filter(l -> l.level() == level)
                            .min(LimitInForce.FIRST)
                            .stream())
                .map(LooserPermits::cited)
                .collect(Collectors.joining("; ")));
  }

  private static String cited(LimitInForce limit) {
    EmissionLimit law = EmissionLimit.withId(limit.limitId()).orElseThrow();
    return "%s %s (%s): %s%s, confidence %s%s"
        .formatted(
            law.provision().standard(),
            law.provision().clause(),
            law.level(),
            amount(limit),
            law.condition() == null ? "" : " if " + law.condition(),
            limit.confidence().letter(),
            limit.confidence() == Confidence.VERIFIED ? "" : " (number not checked)");
  }

  private static String amount(LimitInForce limit) {
    String number =
        Stream.of(limit.lower(), limit.upper())
            .filter(Objects::nonNull)
            .map(n -> n.stripTrailingZeros().toPlainString())
            .collect(Collectors.joining(" to "));
    return "%s%s %s%s"
        .formatted(
            limit.upper() == null ? "at least " : "",
            number,
            limit.unit(),
            limit.referenceO2Percent() == null
                ? ""
                : " at %s %% O2"
                    .formatted(limit.referenceO2Percent().stripTrailingZeros().toPlainString()));
  }
}
