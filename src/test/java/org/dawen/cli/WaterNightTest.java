package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dawen.codec.hj212.Hj212Frame;
import org.dawen.lake.Query;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Surface water from its files to its tables. */
class WaterNightTest {
  private static final String[] JOBS = {
    "water.observation",
    "water.section_method_month",
    "water.section_month",
    "water.class_change",
    "water.area_month",
    "water.lake_month",
    "water.headroom_month"
  };

  private static final String SECTIONS =
      "section_code,name,water_body,body_kind,level,county_code,city_code,mn,published_name,target_class\n";

  private static Nights nights(Path there, Map<String, String> files) throws IOException {
    write(there, files);
    return new Nights(there.resolve("lake"), there.resolve("landing")).only(JOBS);
  }

  private static void write(Path there, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = there.resolve("landing").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static List<String> ask(Nights nights, String sql) {
    return Ask.texts(new Query(nights.lake(), Catalogue.tables()), sql);
  }

  /** The registry of numbered sections; what the recording does not tell is left empty. */
  private static String registry(List<Map<String, String>> rows, String unknown) {
    Map<String, String> sections = new TreeMap<>();
    for (Map<String, String> row : rows) {
      String body = row.get("body").isEmpty() ? unknown : row.get("body");
      sections.put(
          row.get("section"),
          "N%s,断面,,%s,national,370902,370900,,示例省/断面%s,Ⅲ\n"
              .formatted(row.get("section"), body, row.get("section")));
    }
    return SECTIONS + String.join("", sections.values());
  }

  /** A file with the headings of the national publication. */
  private static String publication(List<Map<String, String>> rows, List<String> items) {
    StringBuilder text =
        new StringBuilder("station_key,province,city,section,observed_at,snapshot_at,status,")
            .append("published_class");
    items.forEach(item -> text.append("," + item + "_raw," + item + "_shown"));
    for (Map<String, String> row : rows) {
      text.append(
          "\nk,示例省,示例市,断面%s,%s,%s,正常,%s"
              .formatted(
                  row.get("section"),
                  row.get("observed_at"),
                  row.getOrDefault("first_seen_at", ""),
                  row.get("published_class")));
      items.forEach(item -> text.append("," + row.get(item) + ",*"));
    }
    return text.append('\n').toString();
  }

  @Test
  void everyNationalReadingHasTheClassPublished(@TempDir Path there) throws IOException {
    List<Map<String, String>> rows = TestRows.csv("/water/national_2025-11.csv.gz");
    Nights nights =
        nights(
            there,
            Map.of(
                "registry/sections.csv",
                registry(rows, ""),
                "water/national_20251118.csv",
                publication(rows, List.of("ph", "do", "codmn", "nh3n", "tp"))));
    nights.run();
    assertThat(
            ask(
                nights,
                """
                SELECT count(*) || ' ' || sum(IF(is_as_published, 1, 0)) || ' '
                  || sum(IF(is_provisional, 1, 0)) FROM water.observation_class
                """))
        .containsExactly("4952 4952 0");
    assertThat(ask(nights, "SELECT DISTINCT is_registered || '' FROM water.observation"))
        .containsExactly("true");
  }

  private static final List<Map<String, String>> VERSIONS =
      TestRows.csv("/water/revisions_2025-11.csv.gz");

  /** Each snapshot a file; the names say nothing of the order. */
  private static Map<String, String> snapshots() {
    Map<String, List<Map<String, String>>> bySnapshot = new TreeMap<>();
    for (Map<String, String> row : VERSIONS) {
      bySnapshot.computeIfAbsent(row.get("first_seen_at"), s -> new ArrayList<>()).add(row);
    }
    Map<String, String> files = new TreeMap<>();
    bySnapshot.forEach(
        (seen, rows) ->
            files.put(
                "water/s%08x.csv".formatted(seen.hashCode()),
                publication(rows, List.of("ph", "do", "codmn", "nh3n", "tp", "tn"))));
    return files;
  }

  @Test
  void theRevisionsReplayedAsNightsEndInTheLastPublicationWhateverTheirOrder(@TempDir Path there)
      throws IOException {
    Map<String, String> registry = Map.of("registry/sections.csv", registry(VERSIONS, "river"));
    Map<String, String> files = snapshots();
    assertThat(files).hasSizeGreaterThan(5);
    Nights atOnce = nights(there.resolve("at-once"), files);
    write(there.resolve("at-once"), registry);
    atOnce.run();

    List<String> names = new ArrayList<>(files.keySet());
    Collections.shuffle(names, new Random(7));
    Nights one = nights(there.resolve("one"), Map.of());
    Files.createDirectories(there.resolve("one/landing"));
    int half = names.size() / 2;
    for (List<String> night : List.of(names.subList(0, half), names.subList(half, names.size()))) {
      for (String name : night) {
        write(there.resolve("one"), Map.of(name, files.get(name)));
      }
      one.run();
      // The registry comes after the first night: its sections were unknown until then.
      write(there.resolve("one"), registry);
    }
    one.run();
    assertThat(one.hashes()).isEqualTo(atOnce.hashes());

    assertThat(
            ask(
                atOnce,
                "SELECT count(*) || '' FROM water.class_change WHERE change_kind = 'observation'"))
        .containsExactly("54");
    // An item that the last publication leaves empty keeps the value before.
    assertThat(lastValues(atOnce)).hasSizeGreaterThan(3000).containsAll(expectedLastValues());
  }

  private static List<String> lastValues(Nights nights) {
    return ask(
        nights,
        """
        SELECT section_code || ' ' || substr(CAST(observed_at AS STRING), 1, 13) || ' ' || item
          || ' ' || CAST(CAST(measured_value AS DECIMAL(20, 6)) AS STRING)
        FROM water.observation WHERE measured_value IS NOT NULL ORDER BY 1
        """);
  }

  private static List<String> expectedLastValues() {
    List<String> labels = List.of("pH", "DO", "CODMn", "NH3-N", "TP", "TN");
    Map<String, String> values = new TreeMap<>();
    for (Map<String, String> row : VERSIONS) {
      String[] last = row.get("final_values").split(";", -1);
      for (int i = 0; i < last.length && last.length == labels.size(); i++) {
        if (!last[i].isEmpty()) {
          values.put(
              "N%s %s %s"
                  .formatted(
                      row.get("section"),
                      row.get("observed_at").replace('T', ' ').substring(0, 13),
                      labels.get(i)),
              new BigDecimal(last[i]).setScale(6, RoundingMode.HALF_EVEN).toPlainString());
        }
      }
    }
    return values.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).sorted().toList();
  }

  @Test
  void theMonthsOfZhakouAreAsWorkedOutInEveryDefinition(@TempDir Path there) throws IOException {
    StringBuilder text = new StringBuilder("section_code,observed_at,ph,do,codmn,nh3n,tp,tn\n");
    for (Map<String, String> row : TestRows.csv("/water/zhakou_2020.csv.gz")) {
      text.append("Z,").append(String.join(",", row.values())).append('\n');
    }
    Nights nights =
        nights(
            there,
            Map.of(
                "registry/sections.csv",
                SECTIONS + "Z,闸口,钱塘江,river,national,330102,330100,,,Ⅲ\n",
                "water/z.csv",
                text.toString()));
    nights.run();
    for (Map<String, String> month : TestRows.csv("/water/zhakou_2020_month.csv")) {
      String way = month.get("screen").equals("screened") ? "screened" : "as_received";
      String column =
          month.get("how").equals("mean_of_values")
              ? "mean_of_values_value"
              : "mean_of_day_means_value";
      List<String> expected = new ArrayList<>();
      for (String item : List.of("CODMn", "DO", "NH3-N", "TN", "TP", "pH")) {
        String name = item.toLowerCase(Locale.ROOT).replace("-", "");
        expected.add(
            "%s %s %s".formatted(item, month.get(name + "_n"), month.get(name + "_mean6")));
      }
      assertThat(
              ask(
                  nights,
                  """
                  SELECT item || ' ' || used_count || ' ' || CAST(round(%s, 6) AS DECIMAL(20, 6))
                  FROM water.section_item_month WHERE way = '%s' AND month_start = DATE'%s-01'
                  ORDER BY item
                  """
                      .formatted(column, way, month.get("month"))))
          .as(month.toString())
          .containsExactlyElementsOf(expected);
    }
    assertThat(
            ask(
                nights,
                """
                SELECT way || ' ' || water_class FROM water.section_month
                WHERE month_start = DATE'2020-02-01' ORDER BY 1
                """))
        .containsExactly("as_received 劣Ⅴ", "province_rule Ⅱ", "screened Ⅱ");
  }

  private static String days(String section, String from, int count, String step, String values) {
    StringBuilder text = new StringBuilder("section_code,observed_at,ph,do,codmn,nh3n,tp,tn\n");
    LocalDateTime at = LocalDateTime.parse(from + "T08:00");
    for (int i = 0; i < count; i++) {
      text.append("%s,%s,%s\n".formatted(section, at, values.formatted(i % 3)));
      at = at.plus(Period.parse(step));
    }
    return text.toString();
  }

  /** Over three years, so that every month looks back and ahead; two files give the same days. */
  private static Map<String, String> threeYears() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "registry/counties.csv",
        "county_code,name,city_code,city_name,is_functional_zone\n370902,泰山区,370900,泰安市,false\n");
    files.put(
        "registry/sections.csv",
        "section_code,name,water_body,body_kind,level,county_code,city_code,mn,target_class,valid_from,valid_to\n"
            + "S1,断面,大汶河,river,national,370902,,A1,Ⅲ,,2024-06-30\n"
            + "S1,断面,大汶河,river,national,370902,,A1,Ⅱ,2024-07-01,\n"
            + "S2,湖心,东平湖,lake,provincial,370902,,,Ⅲ,,\n");
    files.put("water/a_2023.csv", days("S1", "2023-01-03", 60, "P6D", "7.2,8,4.%d,0.3,0.15,4"));
    files.put("water/b_2024.csv", days("S1", "2024-01-02", 60, "P6D", "7.4,8,3.%d,0.3,0.12,4"));
    files.put("water/c_2024_r1.csv", days("S1", "2024-01-02", 20, "P6D", "7.4,8,6.%d,0.3,,"));
    files.put("water/d_2025.csv", days("S1", "2025-01-02", 40, "P3D", "7.4,6,3.%d,0.2,0.1,4"));
    files.put("water/e_2024.csv", days("S2", "2024-02-02", 20, "P5D", "8.1,9,3.%d,0.1,0.04,1"));
    files.put(
        "water/m_2024.csv",
        "section_code,sampled_at,item_code,value,unit,detection_limit,is_below_detection\n"
            + "S1,2024-03-05,cod,18,mg/L,,\nS1,2024-03-05,pb,,mg/L,0.01,true\n"
            + "S1,2025-02-05,cod,24,mg/L,,\nS2,2024-03-05,sd,0.8,m,,\n");
    files.put(
        "hj212/p.txt",
        Hj212Frame.format(
            "QN=20240301090105001;ST=21;CN=2061;PW=123456;MN=A1;Flag=9;CP=&&"
                + "DataTime=20240520080001;w01001-Avg=7.5,w01001-Flag=N;w21011-Avg=0.5,w21011-Flag=N&&"));
    return files;
  }

  private static final Map<String, String> THREE_YEARS = threeYears();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyOrderAndSplitOfTheFilesEndsInTheSameTables(long seed, @TempDir Path there)
      throws IOException {
    Nights atOnce = nights(there.resolve("at-once"), THREE_YEARS);
    atOnce.run();
    assertThat(ask(atOnce, "SELECT count(*) || '' FROM water.area_year")).doesNotContain("0");
    assertThat(ask(atOnce, "SELECT count(*) || '' FROM water.class_change")).doesNotContain("0");

    Random random = new Random(seed);
    List<String> names = new ArrayList<>(THREE_YEARS.keySet());
    Collections.shuffle(names, random);
    Nights split = nights(there.resolve("split"), Map.of());
    for (int from = 0; from < names.size(); ) {
      int to = Math.min(names.size(), from + 1 + random.nextInt(4));
      for (String name : names.subList(from, to)) {
        write(there.resolve("split"), Map.of(name, THREE_YEARS.get(name)));
      }
      split.run();
      from = to;
    }
    assertThat(split.hashes()).isEqualTo(atOnce.hashes());
  }

  /** A section sends by file, is published by name and sends packets: one section all the same. */
  @Test
  void codeNameAndDeviceMeetInOneSection(@TempDir Path there) throws IOException {
    String earlier =
        Hj212Frame.format(
            "QN=20240301090105000;ST=21;CN=2061;PW=123456;MN=A110000_0001;Flag=9;CP=&&"
                + "DataTime=20240301080000;w01001-Avg=7.4,w01001-Flag=N&&");
    String packet =
        Hj212Frame.format(
            "QN=20240301090105001;ST=21;CN=2061;PW=123456;MN=a110000_0001;Flag=9;CP=&&"
                + "DataTime=20240301080001;w01001-Avg=7.5,w01001-Flag=N;w21011-Avg=0.05,w21011-Flag=D;"
                + "w20120-Avg=0.00011,w20120-Flag=N&&");
    Nights nights =
        nights(
            there,
            Map.of(
                "registry/sections.csv",
                SECTIONS + "S1,断面,大汶河,river,national,370902,370900,A110000_0001,山东省/断面,Ⅲ\n",
                "water/a_20240301.csv",
                "section_code,observed_at,ph,tp\n"
                    + "S1,2024-03-01T04:00,7.1,0.02\n"
                    + "S9,2024-03-01T04:00,7,\n",
                "water/b_20240302.csv",
                "province,section,observed_at,ph,tp\n山东省,断面,2024-03-01T04:00,7.3,--\n",
                "hj212/p.txt",
                // The request number orders them, not the line.
                packet + "\r\n" + earlier + "\r\n"));
    nights.run();
    assertThat(
            ask(
                nights,
                """
                SELECT section_code || ' ' || substr(CAST(observed_at AS STRING), 12, 5) || ' '
                  || item || ' ' || coalesce(CAST(CAST(used_value AS DOUBLE) AS STRING), '-') || ' '
                  || version_count || ' ' || is_registered || ' ' || coalesce(status, '-')
                FROM water.observation ORDER BY 1
                """))
        .containsExactly(
            "S1 04:00 TP 0.02 1 true -",
            "S1 04:00 pH 7.3 2 true -",
            "S1 08:00 Pb 1.1E-4 1 true -",
            "S1 08:00 TP - 0 true D",
            "S1 08:00 pH 7.5 2 true -",
            "S9 04:00 pH 7.0 1 false -");
    assertThat(ask(nights, "SELECT count(*) || '' FROM received.hj212")).containsExactly("0");
  }
}
