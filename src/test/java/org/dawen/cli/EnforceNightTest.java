package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.lake.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws, letters and decisions from registry files to tables, checks and the command line. */
class EnforceNightTest {
  @TempDir private Path there;

  private Nights nights() {
    return new Nights(there.resolve("lake"), there.resolve("landing"))
        .only("enforce.draw", "enforce.letter_day", "waste.stock_day", "lead.county_month");
  }

  private void write(String name, String... lines) throws IOException {
    Path path = there.resolve("landing").resolve(name);
    Files.createDirectories(path.getParent());
    Files.write(path, List.of(lines));
  }

  private static List<String> ask(Nights nights, String sql) {
    return Ask.texts(new Query(nights.lake(), Catalogue.tables()), sql);
  }

  private void files(String... more) throws IOException {
    write(
        "registry/eia_files.csv",
        "eia_file_no,enterprise_code,valid_from,valid_to",
        "F1,E1,,",
        "F2,E2,,",
        "F3,E3,2024-02-01,");
    write("registry/inspectors.csv", "inspector_code", "Z1", "Z2", "Z3");
    write("registry/inspector_interests.csv", "inspector_code,subject_code", more);
  }

  private void write(String name, String heading, String[] lines) throws IOException {
    String[] all = new String[lines.length + 1];
    all[0] = heading;
    System.arraycopy(lines, 0, all, 1, lines.length);
    write(name, all);
  }

  private String printed(String... words) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(Dawen.execute(words)).isZero();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String lastLine(String text) {
    return text.strip().substring(text.strip().lastIndexOf('\n') + 1);
  }

  @Test
  void theLineTheCommandPrintsIsRepeatedByTheNightUntilTheListChanges() throws IOException {
    files("Z1,E1", "Z2,E9");
    Nights nights = nights();
    nights.run();
    String lake = there.resolve("lake").toString();
    String drawn =
        printed(
            "draw",
            "--lake",
            lake,
            "--list",
            "eia_files",
            "--period",
            "2024Q1",
            "--count",
            "2",
            "--seed",
            "s 1",
            "--day",
            "2024-01-08");
    assertThat(drawn).contains("2 of the 2 in eia_files on 2024-01-08", "--seed 's 1'");
    String line = lastLine(drawn).replaceFirst("NUMBER", "D1");
    String heading =
        "draw_no,list_name,period,seed,draw_count,drawn_on,for_draw_no,list_hash,drawn_codes,document_no";
    write("registry/draws.csv", heading, line);
    nights.run();
    String inspectors =
        printed(
            "draw",
            "--lake",
            lake,
            "--list",
            "inspectors",
            "--period",
            "2024Q1",
            "--count",
            "3",
            "--seed",
            "s 1",
            "--day",
            "2024-01-08",
            "--for",
            "D1");
    assertThat(inspectors)
        .contains(
            "2 of the 2 in inspectors", "which are all", "left out for a stated interest, 1: Z1");
    write("registry/draws.csv", heading, line, lastLine(inspectors).replaceFirst("NUMBER", "D2"));
    nights.run();
    String state =
        "SELECT concat_ws(' ', draw_no, min(is_repeated), min(is_list_unchanged), count(*)) FROM enforce.draw GROUP BY draw_no ORDER BY 1";
    assertThat(ask(nights, state)).containsExactly("D1 true true 2", "D2 true true 2");

    // F2 is taken from the list as if it had never been on it.
    write(
        "registry/eia_files.csv",
        "eia_file_no,enterprise_code,valid_from,valid_to",
        "F1,E1,,",
        "F3,E3,2024-02-01,");
    nights.run();
    assertThat(ask(nights, state)).containsExactly("D1 false false 2", "D2 true true 2");
    assertThat(offenders(doctor(nights.lake()), "draws_not_repeated"))
        .singleElement()
        .asString()
        .startsWith("D1: the list has changed, ");
  }

  @Test
  void aDrawThatItsRegistryFileCannotRecordIsRefused() throws IOException {
    files("Z9,E1");
    write("registry/inspectors.csv", "inspector_code", "Z1", "Z2;Z3");
    Nights nights = nights();
    nights.run();
    assertThat(refused("eia_files", " s"))
        .contains("' s' would not be read from registry/draws.csv");
    assertThat(refused("eia_files", "")).contains("'' would not be read");
    assertThat(refused("inspectors", "s"))
        .contains("registry/inspectors.csv has codes with a semicolon")
        .contains("Z2;Z3");
  }

  private String refused(String list, String seed) {
    String lake = there.resolve("lake").toString();
    PrintStream before = System.err;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      int exitCode =
          Dawen.execute(
              "draw",
              "--lake=" + lake,
              "--list=" + list,
              "--period=2024Q1",
              "--count=1",
              "--seed=" + seed,
              "--day=2024-01-08");
      assertThat(exitCode).isEqualTo(2);
    } finally {
      System.setErr(before);
    }
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Test
  void lettersAreCountedOnEveryDayUpToTheLastOneWithAir() throws IOException {
    write(
        "registry/letters.csv",
        "letter_code,received_on,closed_on,reopened_on,closed_again_on,due_on,county_code,batch",
        "L1,2024-03-01,2024-03-03,,,,370902,c2",
        "L2,2024-03-02,,,,,370902,");
    write(
        "air/a.csv",
        "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3",
        "S1,2024-03-05T10:00,1,1,1,1,1,1");
    Nights nights = nights();
    nights.run();
    String open =
        "SELECT data_day || ' ' || open_count FROM enforce.letter_day WHERE county_code = '*' AND batch = '*' ORDER BY 1";
    assertThat(ask(nights, open))
        .containsExactly(
            "2024-03-01 1", "2024-03-02 2", "2024-03-03 1", "2024-03-04 1", "2024-03-05 1");
    write(
        "air/b.csv",
        "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3",
        "S1,2024-03-06T10:00,1,1,1,1,1,1");
    write(
        "registry/letters.csv",
        "letter_code,received_on,closed_on,reopened_on,closed_again_on,due_on,county_code,batch",
        "L1,2024-03-01,2024-03-03,2024-03-05,,,370902,c2",
        "L2,2024-03-02,,,,,370902,");
    nights.run();
    assertThat(ask(nights, open))
        .containsExactly(
            "2024-03-01 1",
            "2024-03-02 2",
            "2024-03-03 1",
            "2024-03-04 1",
            "2024-03-05 2",
            "2024-03-06 2");
  }

  @Test
  void lettersAloneHaveDaysUpToTheLastClosingAndASlipLeavesNone() throws IOException {
    String headings = "letter_code,received_on,closed_on,reopened_on,closed_again_on,due_on";
    String second = "L2,2024-03-02,2024-03-03,2024-03-04,2024-03-06,2024-03-20";
    write("registry/letters.csv", headings, "L1,2024-03-01,2024-06-04,,,", second);
    Nights nights = nights();
    nights.run();
    String open =
        "SELECT data_day || ' ' || open_count FROM enforce.letter_day WHERE county_code = '*' AND batch = '*' ORDER BY 1";
    assertThat(ask(nights, open)).hasSize(96).endsWith("2024-06-03 1", "2024-06-04 0");
    write("registry/letters.csv", headings, "L1,2024-03-01,2024-03-04,,,", second);
    nights.run();
    assertThat(ask(nights, open))
        .containsExactly(
            "2024-03-01 1",
            "2024-03-02 2",
            "2024-03-03 1",
            "2024-03-04 1",
            "2024-03-05 1",
            "2024-03-06 0");
  }

  @Test
  void checksAndCasesAreCountedInMonthsWithoutAnyLead() throws IOException {
    write(
        "registry/inspections.csv",
        "inspection_no,inspected_on,county_code,is_off_site,lead_id",
        "I1,2024-03-05,370902,是,",
        "I2,2024-03-06,370902,否,E1/X/2024-03-01",
        "I3,2024-04-06,370902,否,");
    write(
        "registry/enforcement_cases.csv",
        "case_no,case_day,county_code,is_off_site",
        "C1,2024-05-06,370902,是");
    Nights nights = nights();
    nights.run();
    String counts =
        "SELECT concat_ws(' ', data_day, inspection_count, off_site_inspection_count, lead_inspection_count, case_count) FROM lead.county_month WHERE county_code = '*' ORDER BY 1";
    assertThat(ask(nights, counts))
        .containsExactly("2024-03-01 2 2 1 0", "2024-04-01 1 0 0 0", "2024-05-01 0 0 0 1");
    write(
        "registry/inspections.csv",
        "inspection_no,inspected_on,county_code,is_off_site",
        "I1,2024-03-05,370902,是");
    nights.run();
    assertThat(ask(nights, counts)).containsExactly("2024-03-01 1 1 0 0", "2024-05-01 0 0 0 1");
  }

  @Test
  void theRegistryCheckNamesWhatCannotBe() throws IOException {
    files("Z9,E1");
    write(
        "registry/waste_units.csv",
        "unit_code,name,holds_permit,approved_storage_months",
        "U1,示例,是,18",
        "U2,示例,是,365");
    write(
        "registry/letters.csv",
        "letter_code,received_on,closed_on,reopened_on",
        "L1,2024-03-02,2024-03-01,",
        "L2,2024-03-02,2024-03-03,",
        "L3,2024-03-02,,2024-03-04");
    write(
        "registry/verdicts.csv",
        "verdict_no,decision,decided_on,lead_id,outlet_code,proof_no",
        "V1,confirmed,2024-03-02,,,",
        "V2,excused,2024-03-02,,O1,",
        "V3,excused,2024-03-02,,O1,P1",
        "V4,forgiven,2024-03-02,,O1,P1");
    write(
        "registry/draws.csv",
        "draw_no,list_name,period,seed,draw_count,drawn_on,for_draw_no,list_hash,drawn_codes",
        "D2,inspectors,2024Q1,s,1,2024-01-08,D1,0,Z1");
    JsonNode checks = new ObjectMapper().readTree(CheckedRegistry.json(there.resolve("landing")));
    assertThat(offenders(checks, "letters_out_of_order"))
        .containsExactly("registry/letters.csv line 2: L1", "registry/letters.csv line 4: L3");
    assertThat(offenders(checks, "storage_approved_for_long"))
        .containsExactly("registry/waste_units.csv line 3: U2 365");
    assertThat(offenders(checks, "verdicts_of_nothing"))
        .containsExactly(
            "registry/verdicts.csv line 2: V1 names neither lead nor outlet",
            "registry/verdicts.csv line 3: V2 is excused without proof");
    assertThat(offenders(checks, "interests_of_nobody"))
        .containsExactly("registry/inspector_interests.csv line 2: Z9");
    assertThat(offenders(checks, "draws_for_nothing"))
        .containsExactly("registry/draws.csv line 2: D2 is for D1");
    assertThat(offenders(checks, "refused_rows"))
        .singleElement()
        .asString()
        .contains("verdicts.csv line 5", "confirmed, excused, under_appeal, fined");
  }

  @Test
  void doctorFindsAnAccountOfWasteThatIsBroken() throws IOException {
    write(
        "waste/ledger.csv",
        "unit_code,waste_code,move,moved_on,batch_no,mass_t",
        "U1,HW08 900-214-08,in,2024-03-01,B1,5",
        "U1,HW08 900-214-08,out,2024-03-02,B1,2");
    Nights nights = nights();
    nights.run();
    assertThat(offenders(doctor(nights.lake()), "waste_accounts_broken")).isEmpty();
    assertThat(offenders(doctor(nights.lake()), "waste_days_not_joined")).isEmpty();
    assertThat(offenders(doctor(nights.lake()), "waste_units_unknown"))
        .containsExactly("U1: 2 records from 2024-03-01");
    breakTheSecondDay(nights.lake());
    assertThat(offenders(doctor(nights.lake()), "waste_accounts_broken"))
        .containsExactly("U1 HW08 900-214-08: stock 4.000000 t, batches 3.000000 t");
    assertThat(offenders(doctor(nights.lake()), "waste_days_not_joined"))
        .containsExactly("U1 HW08 900-214-08 2024-03-02: begins with 6.000000 t after 5.000000 t");
  }

  /** Adds up in itself, but a tonne has come from nowhere. */
  private static void breakTheSecondDay(Lake lake) {
    Table table =
        Catalogue.tables().stream()
            .filter(t -> t.name().equals("waste.stock_day"))
            .findFirst()
            .orElseThrow();
    String path = lake.root() + "/waste/stock_day";
    lake.spark()
        .sql(
            "UPDATE delta.`%s` SET opening_t = opening_t + 1, stock_t = stock_t + 1 WHERE data_day = DATE'2024-03-02'"
                .formatted(path));
    assertThat(lake.rows(table, DaySet.parse("2024-03-02"), java.util.Set.of("stock_t")))
        .first()
        .extracting(r -> r.shownAs("stock_t"))
        .isEqualTo(new BigDecimal("4.000000"));
  }

  private static JsonNode doctor(Lake lake) {
    return json(DoctorReport.look(lake, Engines.of(lake), LocalDate.of(2024, 3, 6)));
  }

  private static JsonNode json(Findings findings) {
    try {
      return new ObjectMapper().readTree(findings.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> offenders(JsonNode checks, String name) {
    JsonNode found =
        StreamSupport.stream(checks.spliterator(), false)
            .filter(s -> s.get("check").asText().equals(name))
            .findFirst()
            .orElseThrow();
    return StreamSupport.stream(found.get("offenders").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
