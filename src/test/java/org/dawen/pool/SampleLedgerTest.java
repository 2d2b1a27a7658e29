package org.dawen.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dawen.pool.Ledgers.Heard;
import org.dawen.registry.ReductionTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The two years of the sample city, held against the sheet worked out by parcels. */
class SampleLedgerTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("dawen.home", "."), "data-samples");

  private static List<Map<String, String>> answers;
  private static List<Entry> entries;
  private static LedgerRules rules;
  private static Heard heard;

  @BeforeAll
  static void keepTheLedger() throws IOException {
    answers = csv(SAMPLES.resolve("answers_pool.csv"));
    entries = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SAMPLES.resolve("landing/pool"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        for (Map<String, String> row : csv(file)) {
          entries.add(entry(row, file.getFileName().toString()));
        }
      }
    }
    rules =
        PoolRules.ofStandards()
            .withMultipliers(
                csv(SAMPLES.resolve("landing/registry/pool_multipliers.csv")).stream()
                    .map(
                        r ->
                            new LedgerRules.Multiplier(
                                r.get("city_code"),
                                r.get("pollutant_code"),
                                Integer.parseInt(r.get("year")),
                                null,
                                null,
                                new BigDecimal(r.get("multiplier"))))
                    .toList())
            .withValidities(
                csv(SAMPLES.resolve("landing/registry/pool_validity.csv")).stream()
                    .map(
                        r ->
                            new LedgerRules.Validity(
                                r.get("pollutant_code"),
                                Integer.parseInt(r.get("validity_months")),
                                LocalDate.parse(r.get("valid_from")),
                                null))
                    .toList())
            .withClosings(
                csv(SAMPLES.resolve("landing/registry/pool_closings.csv")).stream()
                    .map(
                        r ->
                            new LedgerRules.Closing(
                                YearMonth.parse(r.get("month")),
                                Long.parseLong(r.get("last_entry_no"))))
                    .toList());
    heard = Ledgers.run(rules, entries);
  }

  private static List<Map<String, String>> csv(Path file) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    List<Map<String, String>> rows = new ArrayList<>();
    new CsvParser(settings)
        .iterateRecords(file.toFile(), StandardCharsets.UTF_8)
        .forEach(r -> rows.add(new TreeMap<>(r.toFieldMap())));
    return rows;
  }

  private static Entry entry(Map<String, String> r, String file) {
    String mass = r.get("mass_t");
    String multiplier = r.get("multiplier");
    String refersTo = r.get("refers_to_entry_no");
    String year = r.get("reduction_year");
    return new Entry(
        Long.parseLong(r.get("entry_no")),
        LocalDate.parse(r.get("entry_day")),
        EntryKind.valueOf(r.get("kind")),
        r.get("county_code"),
        r.get("other_county_code"),
        r.get("pollutant_code"),
        mass == null ? null : Tonnes.units(new BigDecimal(mass)),
        year == null ? null : Integer.valueOf(year),
        r.get("project_code"),
        multiplier == null ? null : new BigDecimal(multiplier),
        refersTo == null ? null : Long.valueOf(refersTo),
        r.get("document_no"),
        r.get("note"),
        "0",
        file,
        1);
  }

  private static List<Map<String, String>> answersOf(String kind) {
    List<Map<String, String>> some =
        answers.stream().filter(a -> a.get("kind").equals(kind)).toList();
    assertThat(some).as("answers of kind " + kind).isNotEmpty();
    return some;
  }

  private static String t(long units) {
    return Tonnes.of(units).toPlainString();
  }

  private static String days(LocalDate from, LocalDate to) {
    return to == null
        ? "none"
        : String.valueOf(java.time.temporal.ChronoUnit.DAYS.between(from, to));
  }

  @Test
  void theCityHasWhatTheIssueAsksFor() {
    assertThat(entries.stream().map(Entry::county).filter(c -> c != null).distinct()).hasSize(6);
    assertThat(
            entries.stream()
                .filter(e -> e.kind() == EntryKind.CERTIFY)
                .filter(e -> heard.refusal(e.entryNo()) == null))
        .hasSize(40);
    assertThat(
            entries.stream()
                .filter(e -> e.kind().isAllocation())
                .filter(e -> heard.refusal(e.entryNo()) == null))
        .hasSize(60);
  }

  @Test
  void countiesAreAsWorkedOutAtEachMonthEnd() {
    assertThat(
            heard.counties.stream()
                .map(
                    m ->
                        String.join(
                            " ",
                            m.county(),
                            m.pollutant(),
                            m.month().atEndOfMonth().toString(),
                            t(m.certified()),
                            t(m.adjusted()),
                            t(m.pooled()),
                            t(m.retained()),
                            t(m.allocated() - m.returned()),
                            t(m.transferred()),
                            t(m.expired()),
                            t(m.shortfall()),
                            t(m.balance()),
                            days(m.month().atEndOfMonth(), m.nextExpiry()),
                            t(m.originBalance()),
                            t(m.originUsed()))))
        .containsExactlyInAnyOrderElementsOf(
            answersOf("county").stream()
                .map(
                    a ->
                        String.join(
                            " ",
                            a.get("county_code"),
                            a.get("pollutant_code"),
                            a.get("month_end"),
                            a.get("certified_t"),
                            a.get("adjusted_t"),
                            a.get("pooled_t"),
                            a.get("retained_t"),
                            a.get("in_use_t"),
                            a.get("transferred_t"),
                            a.get("expired_t"),
                            a.get("shortfall_t"),
                            a.get("balance_t"),
                            a.getOrDefault("next_expiry_days", "none") == null
                                ? "none"
                                : a.get("next_expiry_days"),
                            a.get("origin_balance_t"),
                            a.get("origin_used_t")))
                .toList());
  }

  @Test
  void theCityPoolIsAsWorkedOutAtEachMonthEnd() {
    assertThat(
            heard.city.stream()
                .filter(m -> m.originCounty() != null)
                .map(
                    m ->
                        String.join(
                            " ",
                            m.originCounty(),
                            m.pollutant(),
                            m.month().atEndOfMonth().toString(),
                            t(m.pooled()),
                            t(m.allocated() - m.returned()),
                            t(m.expired()),
                            t(m.shortfall()),
                            t(m.balance()),
                            days(m.month().atEndOfMonth(), m.nextExpiry()))))
        .containsExactlyInAnyOrderElementsOf(
            answersOf("city").stream()
                .map(
                    a ->
                        String.join(
                            " ",
                            a.get("county_code"),
                            a.get("pollutant_code"),
                            a.get("month_end"),
                            a.get("pooled_t"),
                            a.get("in_use_t"),
                            a.get("expired_t"),
                            a.get("shortfall_t"),
                            a.get("balance_t"),
                            a.get("next_expiry_days") == null ? "none" : a.get("next_expiry_days")))
                .toList());
  }

  @Test
  void refusedEntriesAreThoseOfTheSheetWithDayReasonAndMissingMass() {
    assertThat(
            heard.postings.stream()
                .filter(p -> p.refusal() != null)
                .map(
                    p ->
                        String.join(
                            " ",
                            String.valueOf(p.source().entryNo()),
                            p.day().toString(),
                            p.refusal().name(),
                            p.missing() == null ? "-" : t(p.missing()))))
        .containsExactlyElementsOf(
            answersOf("refused").stream()
                .map(
                    a ->
                        String.join(
                            " ",
                            a.get("entry_no"),
                            a.get("month_end"),
                            a.get("reason"),
                            a.get("missing_t") == null ? "-" : a.get("missing_t")))
                .toList());
  }

  @Test
  void projectsDrawFromTheLotsOfTheSheet() {
    TreeSet<String> drawn = new TreeSet<>();
    for (Project p : heard.ledger.projects()) {
      for (String lot : p.drawnFrom() == null ? new String[0] : p.drawnFrom().split("; ")) {
        boolean isCity = lot.startsWith("city ");
        String[] words = lot.replace("city ", "").split(" ");
        drawn.add(
            String.join(
                " ",
                p.projectCode(),
                p.pollutantCode(),
                isCity ? "city" : "own",
                words[0],
                words[2]));
      }
    }
    assertThat(drawn)
        .containsExactlyInAnyOrderElementsOf(
            answersOf("drawn").stream()
                .map(
                    a ->
                        String.join(
                            " ",
                            a.get("project_code"),
                            a.get("pollutant_code"),
                            a.get("reason"),
                            a.get("entry_no"),
                            a.get("drawn_t")))
                .toList());
  }

  @Test
  void yearsAreHeldAgainstTheirTasks() {
    List<ReductionTask> tasks =
        csv(SAMPLES.resolve("landing/registry/reduction_tasks.csv")).stream()
            .map(
                r ->
                    new ReductionTask(
                        r.get("county_code"),
                        r.get("pollutant_code"),
                        Integer.parseInt(r.get("year")),
                        new BigDecimal(r.get("task_t")),
                        null,
                        "registry/reduction_tasks.csv",
                        2))
            .toList();
    assertThat(
            heard.ledger.countyYears(tasks).stream()
                .filter(y -> y.taskT() != null)
                .map(
                    y ->
                        String.join(
                            " ",
                            y.countyCode(),
                            y.pollutantCode(),
                            String.valueOf(y.year()),
                            y.certifiedT().toPlainString(),
                            y.taskT().setScale(Tonnes.DECIMALS).toPlainString())))
        .containsExactlyInAnyOrderElementsOf(
            answersOf("year").stream()
                .map(
                    a ->
                        String.join(
                            " ",
                            a.get("county_code"),
                            a.get("pollutant_code"),
                            a.get("reason"),
                            a.get("certified_t"),
                            a.get("task_t")))
                .toList());
  }
}
