package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dawen.lake.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of the indicator pool: from files to tables, however the files come. */
class PoolNightTest {
  private static final String HEADINGS =
      "entry_no,entry_day,kind,county_code,other_county_code,pollutant_code,mass_t,reduction_year,"
          + "project_code,multiplier,refers_to_entry_no,document_no,note";

  private static final Map<String, List<String>> FILES =
      Map.of(
          "pool/p_20240131.csv",
          List.of(
              "1,2024-01-05,CERTIFY,370902,,NOx,10,2024,,,,D-1,",
              "2,2024-01-10,ALLOCATE_COUNTY,370902,,NOx,3,,P1,2,,D-2,"),
          "pool/p_20240630.csv",
          List.of(
              "3,2024-06-05,CERTIFY,370911,,a21002,4.0001,2024,,,,D-3,",
              "4,2024-06-06,ALLOCATE_CITY,370911,,NOx,2,,P2,2,,D-4,",
              "5,2024-06-07,ALLOCATE_COUNTY,370911,,NOx,2,,P3,2,,D-5,too much",
              "6,2024-06-08,CERTIFY,370911,,NOx,-1,2024,,,,D-6,",
              "7,2024-06-08,CERTIFY,370911,,NOx,1.00001,2024,,,,D-7,",
              "8,2024-06-08,POOL,370911,,NOx,1,2024,,,,D-8,",
              "9,2024-06-08,CERTIFY,370911,,NOx,1,2024,,,,D-9,=cmd|' /C calc'!A0",
              "10,2024-06-08,CERTIFY,370911,,PM10,1,2024,,,,-1+2,"),
          "pool/late_20240702.csv",
          List.of(
              "11,2024-01-20,ALLOCATE_COUNTY,370902,,NOx,0.5,,P4,1,,D-11,late",
              "2,2024-01-10,ALLOCATE_COUNTY,370902,,NOx,2,,P1,2,,D-2,another content"));

  private static final String CLOSINGS = "month,last_entry_no\n2024-05,10\n";
  private static final String VALIDITY =
      "pollutant_code,validity_months,document_no,confidence,valid_from,valid_to\nNOx,3,V,P,,\n";

  @TempDir private static Path folder;
  private static Nights atOnce;

  @BeforeAll
  static void runTheNight() throws IOException {
    Path landing = folder.resolve("landing");
    FILES.keySet().forEach(name -> write(landing, name));
    writeText(landing.resolve("registry/pool_closings.csv"), CLOSINGS);
    writeText(landing.resolve("registry/pool_validity.csv"), VALIDITY);
    atOnce = new Nights(folder.resolve("lake"), landing);
    assertThat(atOnce.run().exitCode()).isZero();
  }

  private static void write(Path landing, String name) {
    writeText(landing.resolve(name), HEADINGS + "\n" + String.join("\n", FILES.get(name)) + "\n");
  }

  private static void writeText(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> asked(String sql) {
    return Ask.texts(new Query(atOnce.lake(), Catalogue.tables()), sql);
  }

  @Test
  void recordsThatCannotBeEntriesAreRejectedWithTheirReason() {
    assertThat(asked("SELECT record_no || ' ' || reason FROM ops.reject ORDER BY record_no"))
        .containsExactly(
            "5 NEGATIVE_VALUE", "6 TOO_MANY_DECIMALS", "7 DERIVED_KIND", "8 FORMULA_IN_TEXT");
  }

  @Test
  void refusedEntriesStandInTheLedgerWithReasonDayAndMissingMass() {
    assertThat(
            asked(
                "SELECT concat_ws(' ', entry_no, data_day, refusal_reason, missing_t) FROM pool.entry"
                    + " WHERE verdict = 'refused' ORDER BY data_day, day_place"))
        .containsExactly(
            "2 2024-01-10 NUMBER_USED_TWICE",
            "11 2024-06-01 BELOW_ZERO 0.5000",
            "4 2024-06-06 BELOW_ZERO 2.8000",
            "5 2024-06-07 BELOW_ZERO 1.1999",
            "10 2024-06-08 UNKNOWN_POLLUTANT");
  }

  @Test
  void balancesHoldAtEachMonthEnd() {
    // 370902: 7 less 6 leave 1, which expires after 5 April; the pool's 3 expire, too.
    assertThat(
            asked(
                "SELECT concat_ws(' ', county_code, month_end, balance_t, expired_t, allocated_t,"
                    + " next_expiry_days) FROM pool.balance_month WHERE month_end IN"
                    + " ('2024-01-31', '2024-04-30', '2024-06-30') ORDER BY month_end, county_code"))
        .containsExactly(
            "370902 2024-01-31 1.0000 0.0000 6.0000 65",
            "370902 2024-04-30 0.0000 1.0000 6.0000",
            "370902 2024-06-30 0.0000 1.0000 6.0000",
            "370911 2024-06-30 2.8001 0.0000 0.0000 67");
    assertThat(
            asked(
                "SELECT concat_ws(' ', origin_county_code, pooled_t, allocated_t, expired_t,"
                    + " balance_t) FROM pool.city_balance_month WHERE month_end = '2024-06-30' ORDER"
                    + " BY origin_county_code"))
        .containsExactly(
            "370902 3.0000 0.0000 3.0000 0.0000",
            "370911 1.2000 0.0000 0.0000 1.2000",
            "ALL 4.2000 0.0000 3.0000 1.2000");
  }

  @Test
  void theProofOfTheWholeLedgerHolds() {
    assertThat(PoolReport.proof(atOnce.lake(), Engines.of(atOnce.lake())).isClean()).isTrue();
    assertThat(PoolReport.hints(Engines.of(atOnce.lake())).json()).contains("BELOW_ZERO", "6 to 9");
  }

  @Test
  void aStatementLeadsToDocumentsAndRecords() {
    assertThat(
            Ask.texts(
                new Query(atOnce.lake(), Catalogue.tables()),
                "SELECT concat_ws(' ', posted_on, kind, balance_t, document_no, file_id, record_no)"
                    + " FROM (%s)"
                        .formatted(
                            PoolQuestions.statement(
                                "retained", "370902", "NOx", null, null, null))))
        .containsExactly(
            "2024-01-05 CERTIFY 7.0000 D-1 pool/p_20240131.csv 2",
            "2024-01-10 ALLOCATE_COUNTY 1.0000 D-2 pool/p_20240131.csv 3",
            "2024-01-10 ALLOCATE_COUNTY 1.0000 D-2 pool/late_20240702.csv 3",
            "2024-04-06 EXPIRE 0.0000 D-1 pool/p_20240131.csv 2",
            "2024-06-01 ALLOCATE_COUNTY 0.0000 D-11 pool/late_20240702.csv 2");
  }

  @Test
  void exportsMakeFormulasHarmless() {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    SqlFormat.CSV.print(
        new Query(atOnce.lake(), Catalogue.tables())
            .ask("SELECT document_no, -1.5 AS n FROM pool.entry WHERE entry_no = 10"),
        new java.io.PrintStream(out));
    assertThat(out.toString()).contains("'-1+2,-1.5");
  }

  @Test
  void nightByNightInAnyOrderGivesTheSameTables(@TempDir Path there) throws IOException {
    Path landing = there.resolve("landing");
    Nights nights = new Nights(there.resolve("lake"), landing);
    write(landing, "pool/late_20240702.csv");
    nights.run();
    writeText(landing.resolve("registry/pool_validity.csv"), VALIDITY);
    write(landing, "pool/p_20240630.csv");
    nights.run();
    writeText(landing.resolve("registry/pool_closings.csv"), CLOSINGS);
    write(landing, "pool/p_20240131.csv");
    nights.run();
    assertThat(ofPool(nights)).isEqualTo(ofPool(atOnce));
    assertThat(nights.run().lines()).as("a night more").isEmpty();
  }

  private static List<String> ofPool(Nights nights) {
    return Stream.of(nights.hashes())
        .flatMap(h -> h.entrySet().stream())
        .filter(e -> e.getKey().startsWith("pool.") || e.getKey().equals("received.pool"))
        .map(Object::toString)
        .toList();
  }
}
