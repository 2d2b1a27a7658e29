package org.dawen.enforce;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dawen.registry.Draw;
import org.dawen.registry.Draw.ListName;
import org.dawen.registry.EiaFile;
import org.dawen.registry.Inspector;
import org.dawen.registry.InspectorInterest;

/** The lists that are drawn from, as the registry has them on a day. */
public record DrawLists(
    List<EiaFile> files, List<Inspector> inspectors, List<InspectorInterest> interests) {

  /**
   * What a draw is made from.
   *
   * @param codes who or what may be drawn
   * @param excluded inspectors left out for an interest
   */
  public record Drawable(Set<String> codes, Set<String> excluded) {}

  /** A draw and what it was made from. */
  public record Drawing(List<String> drawn, Drawable from, String listHash) {}

  /**
   * Makes a draw.
   *
   * @param examined numbers of the files that inspectors are drawn for: an interest in one of them,
   *     or in its enterprise, excludes; empty: any stated interest does
   */
  public Drawing draw(
      ListName list,
      String period,
      String seed,
      int count,
      LocalDate day,
      Collection<String> examined) {
    Drawable from = list == ListName.EIA_FILES ? filesOn(day) : inspectorsOn(day, examined);
    String hashed = list == ListName.EIA_FILES ? period : period + "|inspector";
    return new Drawing(
        Draws.drawn(seed, hashed, from.codes(), count), from, Draws.listHash(from.codes()));
  }

  /** Repeats a recorded draw. */
  Drawing repeat(Draw draw, Collection<String> examined) {
    return draw(
        draw.listName(), draw.period(), draw.seed(), draw.drawCount(), draw.drawnOn(), examined);
  }

  /** What was recorded as drawn, in order. */
  public static List<String> recorded(Draw draw) {
    return List.of(draw.drawnCodes().trim().split("\\s*[;；]\\s*"));
  }

  private Drawable filesOn(LocalDate day) {
    Set<String> codes = new TreeSet<>();
    files.stream().filter(f -> f.period().holdsOn(day)).forEach(f -> codes.add(f.eiaFileNo()));
    return new Drawable(codes, Set.of());
  }

  private Drawable inspectorsOn(LocalDate day, Collection<String> examined) {
    Set<String> subjects = new HashSet<>(examined);
    files.stream()
        .filter(f -> f.period().holdsOn(day) && examined.contains(f.eiaFileNo()))
        .forEach(f -> subjects.add(f.enterpriseCode()));
    Set<String> interested = new HashSet<>();
    interests.stream()
        .filter(i -> i.period().holdsOn(day))
        .filter(
            i ->
                examined.isEmpty() || i.subjectCode() == null || subjects.contains(i.subjectCode()))
        .forEach(i -> interested.add(i.inspectorCode()));
    Set<String> codes = new TreeSet<>();
    Set<String> excluded = new TreeSet<>();
    inspectors.stream()
        .filter(i -> i.period().holdsOn(day))
        .map(Inspector::inspectorCode)
        .forEach(code -> (interested.contains(code) ? excluded : codes).add(code));
    return new Drawable(codes, excluded);
  }
}
