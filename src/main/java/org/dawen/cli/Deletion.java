package org.dawen.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dawen.intake.FileLedgerTables;
import org.dawen.intake.LedgerEntry;
import org.dawen.intake.Reject;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.NewRows;
import org.dawen.lake.Selection;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.dawen.run.Frozen;
import org.dawen.run.Job;

/**
 * What {@code maintain --keep} deletes for good: raw records and rejects, never a result, an entry
 * of the pool or the registry, the ledger of files or the journal (docs/decisions/0095).
 */
final class Deletion {
  private static final Pattern PART =
      Pattern.compile("\\s*([a-z_]+)\\s*=\\s*(\\d{1,5})([dmy])\\s*");
  private static final Set<String> SCHEMAS = Set.of("received", "ops");

  private final Map<String, LocalDate> from = new LinkedHashMap<>();

  /**
   * What is asked for.
   *
   * @param keep such as {@code received=400d,ops=2y}; empty: everything is kept
   * @param leastDays records may arrive so many days late
   */
  Deletion(String keep, LocalDate today, int leastDays) {
    for (String part : keep.isBlank() ? new String[0] : keep.split(",")) {
      Matcher words = PART.matcher(part);
      if (!words.matches()) {
        throw Trouble.usage("keep.no-span", part.strip());
      }
      if (!SCHEMAS.contains(words.group(1))) {
        throw Trouble.usage("keep.never", words.group(1));
      }
      LocalDate first = first(words, today);
      if (first.isAfter(today.minusDays(leastDays))) {
        throw Trouble.usage("keep.too-short", part.strip(), leastDays, leastDays);
      }
      from.put(words.group(1), first);
    }
  }

  private static LocalDate first(Matcher words, LocalDate today) {
    int number = Integer.parseInt(words.group(2));
    try {
      return today.minus(
          switch (words.group(3)) {
            case "d" -> Period.ofDays(number);
            case "m" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
          });
    } catch (DateTimeException e) {
      throw Trouble.usage(e, "keep.no-such-day");
    }
  }

  /**
   * Deletes, or only tells.
   *
   * @return a sentence a table of which something is or would be deleted, or that is kept although
   *     its schema was named
   */
  List<Message> apply(Lake lake, List<Job> jobs, boolean isDryRun) {
    List<Message> told = new ArrayList<>();
    if (from.containsKey("received")) {
      Catalogue.tables().stream()
          .filter(t -> t.schemaName().equals("received"))
          .forEach(t -> told.addAll(received(lake, t, jobs, isDryRun)));
    }
    if (from.containsKey("ops")) {
      told.addAll(rejects(lake, isDryRun));
    }
    return told;
  }

  private List<Message> received(Lake lake, Table table, List<Job> jobs, boolean isDryRun) {
    LocalDate before = Frozen.before(table, from.get("received"), jobs);
    if (before == null) {
      return lake.exists(table) ? List.of(Message.of("keep.whole", table)) : List.of();
    }
    DaySet days = lake.daysPresent(table, DaySet.between(null, before.minusDays(1)));
    if (days.isEmpty()) {
      return List.of();
    }
    if (!isDryRun) {
      lake.deleteBefore(table, before);
    }
    return List.of(
        Message.of(
            isDryRun ? "keep.would-delete-days" : "keep.deleted-days", table, days.size(), before));
  }

  /** Rejects of files all of whose days are so long ago. */
  private List<Message> rejects(Lake lake, boolean isDryRun) {
    LocalDate first = from.get("ops");
    Set<String> files =
        lake.records(LedgerEntry.class).stream()
            .filter(f -> f.rejectCount() != null && f.rejectCount() > 0)
            .filter(f -> isBefore(f.days(), first))
            .map(LedgerEntry::fileId)
            .collect(Collectors.toSet());
    List<Reject> rows =
        lake.records(Reject.class).stream().filter(r -> files.contains(r.fileId())).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    if (!isDryRun) {
      lake.replace(
          FileLedgerTables.REJECT,
          Selection.of(FileLedgerTables.REJECT.column("file_id"), files),
          DaySet.NONE,
          NewRows.none(),
          "maintain");
    }
    return List.of(
        Message.of(
            isDryRun ? "keep.would-delete-rejects" : "keep.deleted-rejects",
            FileLedgerTables.REJECT,
            rows.size(),
            first));
  }

  private static boolean isBefore(String days, LocalDate first) {
    DaySet of = days == null ? DaySet.NONE : DaySet.parse(days);
    return !of.isEmpty() && of.isBounded() && of.last().isBefore(first);
  }
}
