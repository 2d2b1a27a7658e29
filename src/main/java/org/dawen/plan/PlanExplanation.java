package org.dawen.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dawen.lake.Column;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.registry.PlanEntry;
import org.dawen.registry.PlanTarget;
import org.dawen.registry.PlanWords.SourceKind;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;

/**
 * A number of the plan: how its state follows from the value, and the rows or the document that
 * prove the value.
 */
public final class PlanExplanation implements Explanation {
  private static final int MOST_ROWS = 12;

  private final Table table;

  private PlanExplanation(Table table) {
    this.table = table;
  }

  /** One for each table of the scoreboard. */
  public static List<Explanation> all() {
    return PlanTables.ALL.stream().<Explanation>map(PlanExplanation::new).toList();
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public boolean takesTheNewest() {
    return true;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    boolean isDay = table.has("data_day");
    LocalDate day = row.day(isDay ? "data_day" : "as_of_day");
    Optional<PlanTarget> target =
        evidence.rows(PlanTarget.class).stream()
            .filter(t -> t.targetId().equals(row.text("target_id")))
            .filter(t -> t.validity().holdsOn(day))
            .findFirst();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(Message.of("explain.state"), ProgressWords.of(row, table, day)));
    sections.add(Evidence.columns(Message.of("explain.the-row"), table, row));
    target.ifPresent(
        t -> {
          sections.add(proof(t, day, evidence));
          sections.add(
              evidence.rawRecord(
                  Message.of("explain.number-in-registry"), t.fileId(), t.recordNo()));
        });
    if (row.text("document_no") != null) {
      sections.add(
          evidence.rawRecord(
              Message.of("explain.the-entry"), row.text("file_id"), row.whole("record_no")));
    }
    return sections;
  }

  private static Section proof(PlanTarget target, LocalDate day, Evidence evidence) {
    if (target.sourceKind() == SourceKind.TABLE) {
      return rows(TableSource.of(target.source()), target, day, evidence);
    }
    List<Message> lines =
        evidence.rows(PlanEntry.class).stream()
            .filter(e -> e.targetId().equals(target.targetId()) && !e.entryDay().isAfter(day))
            .sorted(Comparator.comparing(PlanEntry::entryDay).reversed())
            .limit(MOST_ROWS)
            .map(
                e ->
                    Message.of(
                        "explain.plan-entry",
                        e.entryDay(),
                        Evidence.shown(e.enteredValue()),
                        target.unit(),
                        e.documentNo(),
                        Evidence.shown(e.reporter())))
            .toList();
    return new Section(Message.of("explain.plan-entries"), lines);
  }

  private static Section rows(
      TableSource source, PlanTarget target, LocalDate day, Evidence evidence) {
    Selectable<?> from = source.from();
    String counting = from.counting(target.validity().validFrom(), day);
    String condition = source.condition();
    List<Column> shown =
        from.columns().stream()
            .filter(
                c ->
                    from.table().key().contains(c)
                        || c.name().equals(target.source().sourceColumn())
                        || c.name().equals(target.source().sourceOfColumn()))
            .toList();
    List<Message> lines =
        evidence
            .rows(from.table(), condition.isEmpty() ? counting : counting + " AND " + condition)
            .stream()
            .sorted(Comparator.comparing((TableRow r) -> r.day(from.dayColumn())).reversed())
            .limit(MOST_ROWS)
            .map(r -> line(shown, r))
            .toList();
    return new Section(
        Message.of("explain.plan-rows", from.table(), source.text(), MOST_ROWS), lines);
  }

  private static Message line(List<Column> columns, TableRow row) {
    return Message.of(
        "explain.columns",
        columns.stream()
            .map(c -> Message.of("explain.column-is", c, Evidence.shown(row.shown(c))))
            .toList());
  }
}
