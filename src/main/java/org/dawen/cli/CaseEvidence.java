package org.dawen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dawen.intake.LandingRecords;
import org.dawen.intake.RawRecord;
import org.dawen.lake.Column;
import org.dawen.lake.Lake;
import org.dawen.lake.Language;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.publish.CaseFile;
import org.dawen.publish.Said;
import org.dawen.registry.Machine;
import org.dawen.registry.OldTruck;
import org.dawen.registry.Vehicle;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation.Section;
import org.dawen.run.Owners;
import org.dawen.run.Planner;
import org.dawen.run.Settings;
import org.dawen.standard.EmissionLimit;

/** Collects what an explanation rests on while it is made, for an evidence file. */
final class CaseEvidence implements Evidence.RawRecords {
  /** Raw records with their text; of more the page says so. */
  private static final int MOST_RECORDS = 1_000;

  private static final Pattern NAMED =
      Pattern.compile("([a-z0-9]+/[^\\s,;()]+),? (?:record|line) (\\d+)");

  private final Lake lake;
  private final SqlEngine engine;
  private final String landing;
  private final boolean isMasked;
  private final LandingRecords records;
  private final Map<String, RawRecord> found = new LinkedHashMap<>();

  CaseEvidence(Lake lake, SqlEngine engine, String landing, Settings settings, boolean isMasked) {
    this.lake = lake;
    this.engine = engine;
    this.landing = landing;
    this.isMasked = isMasked;
    this.records = new LandingRecords(lake, engine, landing, settings);
  }

  @Override
  public List<Message> show(String fileId, long recordNo) {
    RawRecord record = find(fileId, recordNo);
    return record == null ? records.show(fileId, recordNo) : record.lines(landing);
  }

  private RawRecord find(String fileId, long recordNo) {
    String name = fileId + " " + recordNo;
    if (!found.containsKey(name)) {
      RawRecord record = records.find(fileId, recordNo);
      if (record != null) {
        found.put(name, record);
      }
      return record;
    }
    return found.get(name);
  }

  /** The seconds around a row of a vehicle; notes the frames they were decoded from. */
  List<Message> samples(Table table, TableRow row) {
    for (MinuteFrames f : AnomalyEvidence.frames(engine, table, row)) {
      found.computeIfAbsent(
          f.fileId() + " " + f.byteRanges(),
          n -> records.frames(f.fileId(), f.byteRanges(), !isMasked));
    }
    return AnomalyEvidence.lines(engine, landing, table, row, null);
  }

  /** The evidence file of a row that was explained. */
  CaseFile file(
      Table table,
      String key,
      TableRow row,
      List<Section> sections,
      SinceComputed since,
      Settings settings) {
    // What is only named by its file and number is a raw record, too.
    for (Section section : sections) {
      for (Message line : section.lines()) {
        Matcher m = NAMED.matcher(line.toString());
        while (m.find() && found.size() < MOST_RECORDS) {
          find(m.group(1), Long.parseLong(m.group(2)));
        }
      }
    }
    List<Said> changes = new ArrayList<>(since.changes(row));
    changes.addAll(changesOfFiles());
    Map<String, Planner.Due> jobs = since.jobs();
    Map<String, String> fingerprints = new TreeMap<>();
    jobs.forEach((name, job) -> fingerprints.put(name, job.fingerprint()));
    CaseFile file =
        new CaseFile(
            table.name(),
            key,
            table.grain(),
            cells(table, row),
            sections.stream()
                .map(s -> new CaseFile.Part(said(s.title()), said(s.lines())))
                .toList(),
            found.values().stream().map(CaseEvidence::raw).toList(),
            law(table, row, sections),
            new CaseFile.Versions(
                new Dawen.Version().getVersion()[0], fingerprints, standards(jobs.values())),
            settingsOf(jobs.values(), settings),
            changes,
            false);
    return isMasked ? file.masked(persons()) : file;
  }

  private static CaseFile.Raw raw(RawRecord r) {
    return new CaseFile.Raw(
        r.fileId(),
        r.place(),
        r.sha256(),
        r.sha256Now(),
        r.earlierSha256(),
        said(r.text()),
        said(r.received()));
  }

  private static Said said(String key, Object... values) {
    return said(Message.of(key, values));
  }

  private static Said said(Message message) {
    return new Said(message.in(Language.ZH), message.in(Language.EN));
  }

  private static List<Said> said(List<Message> messages) {
    return messages.stream().map(CaseEvidence::said).toList();
  }

  private List<Said> changesOfFiles() {
    Map<String, Said> changes = new TreeMap<>();
    for (RawRecord r : found.values()) {
      String file = r.fileId();
      if (r.sha256Now() == null) {
        changes.put(file, said("case.file-gone", file));
      } else if (r.isFileChanged()) {
        changes.put(file, said("case.file-changed", file));
      }
      if (r.earlierSha256() != null && !r.earlierSha256().isEmpty()) {
        int versions = r.earlierSha256().split("[,;]").length;
        changes.put(file + " ", said("case.earlier-contents", file, versions));
      }
    }
    return List.copyOf(changes.values());
  }

  private static List<CaseFile.Cell> cells(Table table, TableRow row) {
    return table.columns().stream()
        .filter(c -> row.shown(c) != null)
        .map(c -> new CaseFile.Cell(c.name(), c.chinese(), unit(c), row.shown(c), c.meaning()))
        .toList();
  }

  private static String unit(Column c) {
    boolean isTold = !c.unit().equals(Column.NUMBER) && !c.unit().equals(Column.AS_ROW);
    return isTold ? c.unit() : "";
  }

  /** The limits of standards whose names occur in the row or in its explanation. */
  private static List<CaseFile.Law> law(Table table, TableRow row, List<Section> sections) {
    TreeSet<String> words = new TreeSet<>();
    Stream<String> ofRow =
        table.columns().stream().map(row::shown).filter(Objects::nonNull).map(String::valueOf);
    Stream.concat(ofRow, sections.stream().flatMap(s -> s.lines().stream().map(Message::toString)))
        .forEach(text -> words.addAll(List.of(text.split("[\\s,;()]+"))));
    return words.stream()
        .flatMap(w -> EmissionLimit.withId(w).stream())
        .map(CaseEvidence::law)
        .toList();
  }

  private static CaseFile.Law law(EmissionLimit l) {
    String upper = plain(l.limitValue());
    return new CaseFile.Law(
        l.limitId(),
        l.provision().standard(),
        l.provision().clause(),
        l.level(),
        l.lowerLimitValue() == null ? upper : plain(l.lowerLimitValue()) + "–" + upper,
        l.unit(),
        plain(l.referenceO2Percent()),
        l.provision().validFrom().toString(),
        l.provision().validTo() == null ? null : l.provision().validTo().toString(),
        l.provision().confidence().toString(),
        l.provision().source());
  }

  private static String plain(BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  private static Map<String, String> standards(Collection<Planner.Due> jobs) {
    Map<String, String> hashes = new TreeMap<>();
    jobs.stream()
        .flatMap(d -> d.job().standards().stream())
        .map(name -> "standards/" + name)
        .forEach(name -> hashes.computeIfAbsent(name, CaseEvidence::sha256OfResource));
    return hashes;
  }

  private static String sha256OfResource(String name) {
    try (InputStream in = CaseEvidence.class.getClassLoader().getResourceAsStream(name)) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> settingsOf(Collection<Planner.Due> jobs, Settings settings) {
    Map<String, String> values = new TreeMap<>();
    jobs.stream()
        .flatMap(d -> d.job().settings().stream())
        .forEach(key -> values.put(key, settings.text(key)));
    return values;
  }

  /** Owners of vehicles and machines who are no companies. */
  private List<String> persons() {
    return Stream.of(
            lake.records(Vehicle.class).stream().map(Vehicle::owner),
            lake.records(Machine.class).stream().map(Machine::owner),
            lake.records(OldTruck.class).stream().map(OldTruck::owner))
        .flatMap(s -> s)
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(name -> name.length() > 1 && !Owners.isCompany(name))
        .distinct()
        .toList();
  }
}
