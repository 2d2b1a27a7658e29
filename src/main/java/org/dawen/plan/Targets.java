package org.dawen.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.lake.DaySet;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.dawen.registry.PlanTarget;
import org.dawen.registry.PlanWords.Comparator;
import org.dawen.registry.PlanWords.Course;
import org.dawen.registry.PlanWords.JudgedEach;
import org.dawen.registry.PlanWords.SourceKind;
import org.dawen.run.References;

/** The numbers of the plan, each with its source. */
public final class Targets {
  private static final int MOST_NAMED = 20;
  private static final Map<Course, Set<Comparator>> COMPARATORS =
      Map.of(
          Course.RISES,
              Set.of(
                  Comparator.AT_LEAST,
                  Comparator.MORE,
                  Comparator.EQUAL,
                  Comparator.ABOUT,
                  Comparator.BETWEEN),
          Course.FALLS, Set.of(Comparator.AT_MOST, Comparator.LESS, Comparator.EQUAL),
          Course.LIMIT, Set.of(Comparator.AT_MOST, Comparator.LESS, Comparator.EQUAL),
          Course.LEVEL, Set.of(Comparator.values()),
          Course.EVERY_DAY, Set.of(Comparator.values()));

  private final Map<PlanTarget, TableSource> sources = new LinkedHashMap<>();

  private Targets(List<PlanTarget> targets) {
    List<String> problems = problems(targets);
    if (!problems.isEmpty()) {
      throw Trouble.refused(
          "plan.not-followed",
          problems.size(),
          problems.stream().limit(MOST_NAMED).map(Message::recognised).toList());
    }
    targets.forEach(t -> sources.put(t, sourceOf(t)));
  }

  /**
   * The numbers of the registry.
   *
   * @throws Trouble exit code 4 if one of them cannot be followed
   */
  static Targets of(References references) {
    return new Targets(references.all(PlanTarget.class));
  }

  private static TableSource sourceOf(PlanTarget target) {
    return target.sourceKind() == SourceKind.TABLE ? TableSource.of(target.source()) : null;
  }

  /** What is wrong with rows of the registry, a sentence each without its full stop. */
  public static List<String> problems(List<PlanTarget> targets) {
    List<String> problems = new ArrayList<>();
    for (PlanTarget t : targets) {
      String problem = problem(t);
      if (problem != null) {
        problems.add(
            "%s (%s line %d) %s".formatted(t.targetId(), t.fileId(), t.recordNo(), problem));
      }
    }
    return problems;
  }

  private static String problem(PlanTarget t) {
    try {
      sourceOf(t);
    } catch (TableSource.Unfit e) {
      return e.getMessage();
    }
    if (t.sourceKind() != SourceKind.TABLE && t.source().sourceTable() != null) {
      return "source_table: leave it empty where source_kind is " + t.sourceKind();
    }
    boolean isOneYear =
        t.validity().validFrom() != null
            && t.validity().validTo() != null
            && t.validity().validFrom().getYear() == t.validity().validTo().getYear();
    if (!isOneYear || !t.validity().holdsOn(t.dueDay())) {
      return "valid_from, valid_to: write two days of one year with due_day between them";
    }
    if (t.course() == Course.EVERY_DAY && t.judgedEach() != JudgedEach.YEAR) {
      return "judged_each: write year where course is every_day, which judges each day by itself";
    }
    if (!COMPARATORS.get(t.course()).contains(t.comparator())) {
      return "comparator: '%s' does not go with course %s".formatted(t.comparator(), t.course());
    }
    if (t.comparator() == Comparator.BETWEEN == (t.targetMaxValue() == null)
        || t.targetMaxValue() != null && t.targetValue() == null) {
      return "target_max_value: write it, and the lower end, with 'between' alone";
    }
    return t.course() == Course.FALLS && t.startValue() == null
        ? "start_value is required where course is falls"
        : problemOfDecimals(t);
  }

  private static String problemOfDecimals(PlanTarget t) {
    boolean isPossible =
        t.decimals() == null || t.decimals() >= 0 && t.decimals() <= Aggregation.DECIMALS;
    return isPossible
        ? null
        : "decimals: write a number from 0 to %d".formatted(Aggregation.DECIMALS);
  }

  /** Whether a number is taken from a table. */
  boolean use(Selectable<?> table) {
    return sources.values().stream().anyMatch(s -> s != null && s.from() == table);
  }

  /** The days of the plans. */
  static DaySet daysOf(List<PlanTarget> targets) {
    return DaySet.unionOf(
        targets.stream()
            .map(t -> DaySet.between(t.validity().validFrom(), t.validity().validTo()))
            .toList());
  }

  /** Every number with its selection; null: its value is not taken from a table. */
  Map<PlanTarget, TableSource> sources() {
    return sources;
  }
}
