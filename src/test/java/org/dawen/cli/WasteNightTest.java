package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dawen.lake.Query;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazardous waste from its files to its tables. */
class WasteNightTest {
  private static final String[] JOBS = {"waste.stock_day", "waste.management_class"};
  private static final String LEDGER =
      "unit_code,waste_code,move,moved_on,batch_no,mass_t,manifest_no\n";
  private static final String MANIFESTS =
      "manifest_no,from_unit,waste_code,sent_on,sent_t,to_unit,received_on,received_t\n";

  private static Nights nights(Path there) {
    return new Nights(there.resolve("lake"), there.resolve("landing")).only(JOBS);
  }

  private static void write(Path there, String name, String text) throws IOException {
    Path path = there.resolve("landing").resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static List<String> ask(Nights nights, String sql) {
    return Ask.texts(new Query(nights.lake(), Catalogue.tables()), sql);
  }

  /** The synthetic batches as a bureau exports them, the halves of manifests apart. */
  private static Map<String, String> files() {
    Map<String, StringBuilder> files = new TreeMap<>();
    for (Map<String, String> b : TestRows.csv("/waste/batches.csv")) {
      String unit = b.get("unit_code");
      String what = unit + "," + b.get("waste_code") + ",";
      String tail = "," + b.get("batch_no") + "," + b.get("mass_t") + ",";
      String year = b.get("in_on").substring(0, 4);
      file(files, "waste/ledger_%s_%s.csv".formatted(unit, year), LEDGER)
          .append(what + "in," + b.get("in_on") + tail + "\n");
      if (!b.get("out_on").isEmpty()) {
        String no = "370920240000" + b.get("manifest");
        String out = b.get("out_on");
        file(files, "waste/ledger_%s_%s.csv".formatted(unit, out.substring(0, 4)), LEDGER)
            .append(what + "out," + out + tail + no + "\n");
        BigDecimal got = new BigDecimal(b.get("mass_t")).add(new BigDecimal(b.get("difference_t")));
        file(files, "waste/sent.csv", MANIFESTS)
            .append(
                "%s,%s,%s,%s,%s,RX09,,\n"
                    .formatted(no, unit, b.get("waste_code"), out, b.get("mass_t")));
        file(files, "waste/received.csv", MANIFESTS)
            .append(
                "%s,%s,%s,,,,%s,%s\n"
                    .formatted(no, unit, b.get("waste_code"), b.get("received_on"), got));
      }
    }
    Map<String, String> texts = new TreeMap<>();
    files.forEach((name, text) -> texts.put(name, text.toString()));
    texts.put(
        "registry/waste_units.csv",
        """
        unit_code,name,holds_permit,expected_year_t
        TY01,泰安某经营单位,True,2000
        TC02,产废企业甲,False,150
        TC03,产废企业乙,False,12.5
        TC04,产废企业丙,False,3
        """);
    return texts;
  }

  private static StringBuilder file(
      Map<String, StringBuilder> files, String name, String headings) {
    return files.computeIfAbsent(name, n -> new StringBuilder(headings));
  }

  @Test
  void aBureausExportGivesStockFindingsAndClasses(@TempDir Path there) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      write(there, file.getKey(), file.getValue());
    }
    Nights nights = nights(there);
    assertThat(nights.run().exitCode()).isZero();
    assertThat(
            ask(
                nights,
                """
                SELECT unit_code || ' ' || sum(stock_t) FROM waste.stock_day
                WHERE data_day <= DATE'2024-03-31'
                  AND (last_day IS NULL OR last_day >= DATE'2024-03-31')
                GROUP BY unit_code ORDER BY 1
                """))
        .containsExactly("TC02 36.033000", "TC03 40.225000", "TC04 30.423000", "TY01 64.222000");
    assertThat(
            ask(
                nights,
                """
                SELECT finding || ' ' || count(*) FROM waste.finding
                WHERE data_day <= DATE'2024-03-31' OR finding <> 'storage_over_one_year'
                GROUP BY finding ORDER BY 1
                """))
        .containsExactly("manifest_mass_differs 7", "received_over_10_days_after_sending 8");
    assertThat(
            ask(
                nights,
                """
                SELECT unit_code || ' ' || management_class FROM waste.management_class
                WHERE data_day = DATE'2024-01-01' ORDER BY 1
                """))
        .containsExactly("TC02 重点监管", "TC03 简化管理", "TC04 登记管理", "TY01 重点监管");
  }

  @Test
  void filesThatArriveOneANightInAnyOrderEndInTheSameTables(@TempDir Path there)
      throws IOException {
    Path atOnce = there.resolve("at-once");
    Path slowly = there.resolve("slowly");
    Map<String, String> files = files();
    for (Map.Entry<String, String> file : files.entrySet()) {
      write(atOnce, file.getKey(), file.getValue());
    }
    Nights one = nights(atOnce);
    one.run();
    Nights many = nights(slowly);
    List<String> names = new ArrayList<>(files.keySet());
    Collections.shuffle(names, new Random(5));
    for (String name : names) {
      write(slowly, name, files.get(name));
      many.run();
    }
    assertThat(waste(many)).isEqualTo(waste(one));
    assertThat(waste(one)).hasSize(7).doesNotContainValue("0:0");
  }

  private static Map<String, String> waste(Nights nights) {
    Map<String, String> hashes = nights.hashes();
    hashes.keySet().removeIf(name -> !name.contains("waste") || name.startsWith("registry."));
    return hashes;
  }

  @Test
  void whatCannotBeReadIsRejectedAndTheRestCounts(@TempDir Path there) throws IOException {
    write(
        there,
        "waste/bad.csv",
        LEDGER
            + "U1,HW08 900-214-08,入库,2024-03-01,B1,1.5,\n"
            + "U1,HW08 900-214-08,出库,2024/3/2 0:00,B1,1.5,M1\n"
            + "U1,HW08 900-214-08,in,2024-03-01,B1,-1,\n"
            + "U1,HW08 900-214-08,in,2024-03-01,B1,1.1234567,\n"
            + "U1,HW08 900-214-08,in,2124-03-01,B1,1,\n"
            + "U1,,in,2024-03-01,B1,1,\n"
            + "U1,HW08 900-214-08,in,2024-03-05,B2,2,\n"
            + "U1,HW08 900-214-08,in,2024-03-06,B2,2,\n"
            + "U1,HW08 900-214-08,in,2024-03-07,B2,2,\n");
    write(
        there,
        "waste/bad_manifests.csv",
        MANIFESTS
            + "M1,U1,HW08 900-214-08,2024-03-02,1.5,R1,2024-03-04,1.5\n"
            + "M2,U1,HW08 900-214-08,,,R1,,\n"
            + "M3,U1,HW08 900-214-08,2024-03-02,x,R1,,\n");
    Nights nights = nights(there);
    nights.run();
    assertThat(
            ask(
                nights,
                "SELECT record_no || ' ' || reason FROM ops.reject ORDER BY file_id, record_no"))
        .containsExactly(
            "4 NEGATIVE_VALUE",
            "5 TOO_MANY_DECIMALS",
            "6 DAY_OUT_OF_RANGE",
            "7 KEY_MISSING",
            "3 KEY_MISSING",
            "4 BAD_NUMBER");
    assertThat(ask(nights, "SELECT stock_t || '' FROM waste.stock_day ORDER BY data_day"))
        .containsExactly("1.500000", "0.000000", "2.000000", "4.000000", "6.000000");
    assertThat(ask(nights, "SELECT finding FROM waste.finding")).isEmpty();
  }

  @Test
  void massesNoUnitHasAreRefusedAndStopNoNight(@TempDir Path there) throws IOException {
    String row = "U%d,HW08 900-214-08,in,2024-03-01,B%d,%s,\n";
    StringBuilder ledger = new StringBuilder(LEDGER);
    for (int i = 0; i < 20; i++) {
      ledger.append(row.formatted(1, i, "9999999.999999"));
    }
    write(
        there,
        "waste/huge.csv",
        ledger + row.formatted(1, 20, "999999999999") + row.formatted(1, 21, "10000000"));
    Nights nights = nights(there);
    nights.run();
    assertThat(ask(nights, "SELECT record_no || ' ' || reason FROM ops.reject ORDER BY record_no"))
        .containsExactly("22 BAD_NUMBER", "23 BAD_NUMBER");
    assertThat(ask(nights, "SELECT stock_t || '' FROM waste.stock_day"))
        .containsExactly("199999999.999980");
  }

  @Test
  void aPermitEnteredLaterMakesStorageBinding(@TempDir Path there) throws IOException {
    write(
        there,
        "waste/ledger.csv",
        LEDGER
            + "U1,HW08 900-214-08,in,2019-01-10,B1,1.5,\n"
            + "U1,HW08 900-214-08,in,2024-03-01,B2,1,\n");
    Nights nights = nights(there);
    nights.run();
    String findings =
        "SELECT finding || ' ' || force || ' ' || is_provisional || ' ' || data_day FROM waste.finding";
    assertThat(ask(nights, findings))
        .as("of a unit nobody registered")
        .containsExactly("storage_over_one_year screening false 2020-01-11");
    write(there, "registry/waste_units.csv", "unit_code,name,holds_permit\nU1,示例,是\n");
    nights.run();
    assertThat(ask(nights, findings))
        .containsExactly("storage_over_one_year binding false 2020-01-11");
  }
}
