package org.dawen.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dawen.registry.RemovalBasis;
import org.dawen.registry.TreatmentLink;
import org.dawen.standard.Fraction;
import org.dawen.standard.Removal;

/**
 * Inlets and outlet of a treatment link in one hour, and whether the efficiency is known: 1 − (C
 * outlet · Q outlet) / (C inlet · Q inlet), or 1 − C outlet / C inlet at the reference oxygen of
 * the outlet's limit. Validity, marks, reference oxygen and flow are those of {@code
 * source.outlet_hour}.
 */
final class TreatmentSides {
  private final TreatmentLink link;
  private final int inletCount;
  private final List<TreatmentSide> received;
  private final List<TreatmentSide> running;
  private final TreatmentSide outlet;

  private TreatmentSides(TreatmentLink link, List<TreatmentSide> inlets, TreatmentSide outlet) {
    this.link = link;
    this.inletCount = inlets.size();
    this.received = inlets.stream().filter(Objects::nonNull).toList();
    this.running = received.stream().filter(i -> !i.isShutDown()).toList();
    this.outlet = outlet;
  }

  static TreatmentSides of(TreatmentLink link, HoursOfGroup hours) {
    String pollutant = link.pollutantCode();
    TreatmentFactors ofOutlet = TreatmentFactors.ofOutlet(pollutant);
    List<TreatmentSide> inlets = new ArrayList<>();
    for (String code : TreatmentRegister.inletsOf(link)) {
      inlets.add(TreatmentSide.of(hours, code, ofOutlet));
    }
    TreatmentSide outlet = TreatmentSide.of(hours, link.outletCode(), ofOutlet);
    String device = link.inletDeviceNo();
    if (inlets.isEmpty() && device != null) {
      inlets.add(
          TreatmentSide.of(hours, link.outletCode(), TreatmentFactors.inletOf(pollutant, device)));
      outlet =
          outlet != null
              ? outlet
              : TreatmentSide.of(
                  hours, link.outletCode(), TreatmentFactors.outletOf(pollutant, device));
    }
    return new TreatmentSides(link, inlets, outlet);
  }

  /** The link names no inlet, or neither inlet nor outlet was received. */
  boolean isEmpty() {
    return inletCount == 0 || received.isEmpty() && outlet == null;
  }

  /** Null: not received. */
  TreatmentSide outlet() {
    return outlet;
  }

  /** Those that were received and are not shut down. */
  List<TreatmentSide> running() {
    return running;
  }

  /** The outlet, else an inlet. */
  TreatmentSide any() {
    return outlet != null ? outlet : received.get(0);
  }

  /** The inlet that runs, else the first that was received; null: none was. */
  TreatmentSide inlet() {
    return Stream.concat(running.stream(), received.stream()).findFirst().orElse(null);
  }

  /** Reference oxygen of the outlet's limit; null: none. */
  BigDecimal reference() {
    return outlet == null ? null : outlet.value().reference();
  }

  /** By the basis of the link; null: not known. */
  Removal removal() {
    return link.removalBasis() == RemovalBasis.MASS ? byMass() : byConcentration();
  }

  /** Of all inlets that run together; null: not known. */
  Removal byMass() {
    if (!isUsable()) {
      return null;
    }
    BigDecimal in = sum(TreatmentSide::massKg);
    BigDecimal out = outlet.massKg();
    return in == null || out == null ? null : new Removal(Fraction.of(in), Fraction.of(out));
  }

  /** Of one inlet; null: not known, or several run. */
  Removal byConcentration() {
    if (!isUsable()
        || running.size() > 1
        || isGas() && reference() == null
        || !running.get(0).unit().equals(outlet.unit())) {
      return null;
    }
    Fraction in = running.get(0).concentration(reference());
    Fraction out = outlet.concentration(reference());
    return in == null || out == null ? null : new Removal(in, out);
  }

  /** Over the inlets that run; null: not known of one of them, or none runs. */
  BigDecimal sum(Function<TreatmentSide, BigDecimal> part) {
    return running.isEmpty() || running.stream().anyMatch(i -> part.apply(i) == null)
        ? null
        : running.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean isGas() {
    return TreatmentFactors.isGas(link.pollutantCode());
  }

  private boolean isUsable() {
    return outlet != null
        && received.size() == inletCount
        && !running.isEmpty()
        && Stream.concat(running.stream(), Stream.of(outlet))
            .allMatch(s -> s.value().reasonAgainst() == null && !s.isShutDown());
  }

  /** The first reason against an efficiency; null: there is one. */
  NoRemoval reason() {
    if (received.isEmpty()) {
      return NoRemoval.INLET_NOT_RECEIVED;
    }
    if (outlet == null) {
      return NoRemoval.OUTLET_NOT_RECEIVED;
    }
    if (outlet.isShutDown() || running.isEmpty() && received.size() == inletCount) {
      return NoRemoval.NOT_RUNNING;
    }
    if (received.size() < inletCount) {
      return NoRemoval.INLET_NOT_RECEIVED;
    }
    if (Stream.concat(running.stream(), Stream.of(outlet)).anyMatch(s -> s.value().isMarked())) {
      return NoRemoval.MARKED;
    }
    if (running.stream().anyMatch(i -> i.value().reasonAgainst() != null)) {
      return NoRemoval.INLET_NOT_JUDGEABLE;
    }
    if (outlet.value().reasonAgainst() != null) {
      return NoRemoval.OUTLET_NOT_JUDGEABLE;
    }
    NoRemoval missing =
        link.removalBasis() == RemovalBasis.MASS ? missingForMass() : missingForConcentration();
    if (missing != null) {
      return missing;
    }
    Removal removal = removal();
    if (removal == null) {
      return NoRemoval.NOT_COMPARABLE;
    }
    if (removal.isInletBelowOutlet()) {
      return NoRemoval.INLET_BELOW_OUTLET;
    }
    return removal.hasNoInlet() ? NoRemoval.INLET_ZERO : null;
  }

  private NoRemoval missingForMass() {
    boolean isFlowKnown = outlet.flowM3() != null && sum(TreatmentSide::flowM3) != null;
    return isFlowKnown ? null : NoRemoval.FLOW_MISSING;
  }

  private NoRemoval missingForConcentration() {
    if (running.size() > 1) {
      return NoRemoval.SEVERAL_INLETS;
    }
    if (isGas() && reference() == null) {
      return NoRemoval.NO_REFERENCE_OXYGEN;
    }
    boolean isConverted =
        running.get(0).concentration(reference()) != null
            && outlet.concentration(reference()) != null;
    return isConverted || !isGas() ? null : NoRemoval.O2_MISSING;
  }

  /** Why the side that the reason is about cannot be judged; null: it is about none. */
  Unjudgeable unjudgeable(NoRemoval reason) {
    if (reason == NoRemoval.OUTLET_NOT_JUDGEABLE) {
      return outlet.value().reasonAgainst();
    }
    return reason != NoRemoval.INLET_NOT_JUDGEABLE
        ? null
        : running.stream()
            .map(i -> i.value().reasonAgainst())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElseThrow();
  }

  /** What the inlets are called. */
  String inletNames() {
    String codes = String.join(";", TreatmentRegister.inletsOf(link));
    return codes.isEmpty() ? link.outletCode() + " " + link.inletDeviceNo() : codes;
  }
}
