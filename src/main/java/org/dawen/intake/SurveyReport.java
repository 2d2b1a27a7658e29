package org.dawen.intake;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;

/** What a survey has to tell the operator about the files in the landing folder. */
final class SurveyReport {
  private final Lake lake;
  private final LandingLook look;
  private final List<FileLedger.Closing> closings;
  private final List<FileAccount> accounts;
  private final Predicate<FileAccount> isTaken;

  /**
   * Of one survey.
   *
   * @param closings what the ledger will say of the files read
   * @param accounts of all files read
   * @param isTaken files that are taken in, and not as they were before
   */
  SurveyReport(
      Lake lake,
      LandingLook look,
      List<FileLedger.Closing> closings,
      List<FileAccount> accounts,
      Predicate<FileAccount> isTaken) {
    this.lake = lake;
    this.look = look;
    this.closings = closings;
    this.accounts = accounts;
    this.isTaken = isTaken;
  }

  /** Entries that this survey did not change. */
  private List<FileLedger.Entry> untouched() {
    Set<String> surveyed = accounts.stream().map(a -> a.fileId()).collect(Collectors.toSet());
    return look.known().values().stream()
        .filter(e -> look.standing().contains(e.fileId()) && !surveyed.contains(e.fileId()))
        .toList();
  }

  /** Files held back whole, with the reason. */
  Map<String, String> heldBack() {
    Map<String, String> held = new TreeMap<>();
    untouched().stream()
        .filter(e -> e.is(LedgerEntry.Status.HELD_BACK))
        .forEach(e -> held.put(e.fileId(), e.note()));
    closings.stream()
        .filter(c -> c.status() == LedgerEntry.Status.HELD_BACK)
        .forEach(c -> held.put(c.account().fileId(), c.note()));
    return held;
  }

  private Map<String, Long> refusedRegistryRows() {
    Map<String, Long> refused = new TreeMap<>();
    untouched().stream()
        .filter(e -> e.feed().equals("registry") && e.rejects() > 0)
        .forEach(e -> refused.put(e.fileId(), e.rejects()));
    closings.stream()
        .map(FileLedger.Closing::account)
        .filter(a -> a.file().feed().equals("registry") && a.rejects() > 0)
        .forEach(a -> refused.put(a.fileId(), a.rejects()));
    heldBack().keySet().forEach(refused::remove);
    return refused;
  }

  /**
   * What the operator should know.
   *
   * @param gone files that could not be opened
   */
  List<Message> warnings(Collection<FileReading.Gone> gone) {
    Set<Message> warnings = new LinkedHashSet<>(look.warnings());
    add(warnings, "intake.links", look.refused());
    add(warnings, "intake.unreadable", look.unreadable());
    look.doubled().forEach((table, files) -> warnings.add(RegistryFiles.refusal(table, files)));
    gone.stream().limit(LandingIntake.MOST_NAMED).forEach(g -> warnings.add(g.inWords()));
    Map<String, String> held = heldBack();
    held.entrySet().stream()
        .limit(LandingIntake.MOST_NAMED)
        .forEach(
            e ->
                warnings.add(
                    Message.of("intake.held-back", e.getKey(), Message.recognised(e.getValue()))));
    if (held.size() > LandingIntake.MOST_NAMED) {
      warnings.add(Message.of("intake.held-back-in-all", held.size()));
    }
    Map<String, Long> refusedRows = refusedRegistryRows();
    refusedRows.forEach(
        (file, rows) -> warnings.add(Message.of("intake.rows-refused", rows, file)));
    Stream.concat(
            closings.stream()
                .filter(c -> refusedRows.containsKey(c.account().fileId()))
                .map(FileLedger.Closing::note),
            untouched().stream()
                .filter(e -> refusedRows.containsKey(e.fileId()))
                .map(FileLedger.Entry::note))
        .filter(note -> !note.isEmpty())
        .map(Message::recognised)
        .forEach(warnings::add);
    List<FileAccount> taken = accounts.stream().filter(isTaken).toList();
    add(
        warnings,
        "intake.note",
        taken.stream()
            .filter(a -> !a.note().isEmpty())
            .map(a -> Message.of("intake.note-of-file", a.fileId(), Message.recognised(a.note())))
            .toList());
    add(
        warnings,
        "intake.without-records",
        accounts.stream().filter(a -> a.records() == 0).map(a -> a.fileId()).toList());
    add(
        warnings,
        "intake.rejected",
        taken.stream()
            .filter(a -> !a.file().feed().equals("registry"))
            .filter(a -> a.rejects() + a.rejectedValues() > 0)
            .map(
                a ->
                    Message.of(
                        "intake.rejects-of-file",
                        a.fileId(),
                        a.rejects(),
                        a.records(),
                        a.rejectedValues(),
                        a.values()))
            .toList());
    add(
        warnings,
        "intake.far-days",
        FarDays.of(
            lake, taken.stream().collect(Collectors.toMap(a -> a.fileId(), FileAccount::days))));
    return List.copyOf(warnings);
  }

  private static void add(Set<Message> warnings, String key, List<?> offenders) {
    if (!offenders.isEmpty()) {
      warnings.add(Message.of(key, LandingIntake.capped(offenders)));
    }
  }

  /** Something was refused or held back, so that the night does not end with 0. */
  boolean hasRefusals() {
    return !heldBack().isEmpty()
        || !refusedRegistryRows().isEmpty()
        || !look.refused().isEmpty()
        || !look.unreadable().isEmpty()
        || !look.doubled().isEmpty();
  }
}
