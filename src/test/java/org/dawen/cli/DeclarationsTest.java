package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.NumericType;
import org.dawen.lake.Column;
import org.dawen.lake.DataDictionary;
import org.dawen.lake.Language;
import org.dawen.lake.Table;
import org.dawen.run.Job;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every declaration of a table and a job must keep. */
class DeclarationsTest {
  private static final Map<String, String> ENDING_OF_UNIT =
      Map.ofEntries(
          Map.entry("µg/m³", "_ug_m3"),
          Map.entry("mg/m³", "_mg_m3"),
          Map.entry("mg/L", "_mg_l"),
          Map.entry("kWh", "_kwh"),
          Map.entry("kW", "_kw"),
          Map.entry("A", "_a"),
          Map.entry("V", "_v"),
          Map.entry("%", "_percent"),
          Map.entry("h", "_hours"),
          Map.entry("min", "_minutes"),
          Map.entry("s", "_seconds"),
          Map.entry("d", "_days"),
          Map.entry("t", "_t"),
          Map.entry("kg", "_kg"),
          Map.entry("g", "_g"),
          Map.entry("L", "_litres"),
          Map.entry("km", "_km"),
          Map.entry("m", "_metres"),
          Map.entry("dB", "_db"),
          Map.entry("m/s", "_m_s"),
          Map.entry("mm", "_mm"),
          Map.entry("m²", "_m2"),
          Map.entry("m³", "_m3"),
          Map.entry("B", "_bytes"),
          Map.entry(Column.AS_ROW, "_value"));

  /** The columns, and those of the records of lists. */
  private static List<Column> all(Table table) {
    return table.columns().stream()
        .flatMap(c -> Stream.concat(Stream.of(c), c.fields().stream()))
        .toList();
  }

  private static List<String> offenders(java.util.function.BiPredicate<Table, Column> isOffender) {
    List<String> offenders = new ArrayList<>();
    for (Table t : Catalogue.tables()) {
      for (Column c : all(t)) {
        if (isOffender.test(t, c)) {
          offenders.add(t + "." + c);
        }
      }
    }
    return offenders;
  }

  @Test
  void everyNumericColumnHasAUnit() {
    assertThat(offenders((t, c) -> c.type() instanceof NumericType && c.unit().isEmpty()))
        .isEmpty();
  }

  @Test
  void columnNameEndsInItsUnit() {
    assertThat(
            offenders(
                (t, c) ->
                    !c.unit().isEmpty()
                        && !c.unit().equals(Column.NUMBER)
                        && !c.name()
                            .endsWith(ENDING_OF_UNIT.getOrDefault(c.unit(), "(no such unit)"))))
        .isEmpty();
  }

  @Test
  void everyColumnHasAMeaningAndAChineseTerm() {
    assertThat(offenders((t, c) -> c.meaning().isBlank() || c.chinese().isBlank())).isEmpty();
  }

  @Test
  void oneColumnNameMeansOneTypeAndUnit() {
    Map<String, Column> first = new java.util.HashMap<>();
    List<String> differing = new ArrayList<>();
    for (Table t : Catalogue.tables()) {
      for (Column c : all(t)) {
        Column other = first.putIfAbsent(c.name(), c);
        if (other != null
            && !(other.unit().equals(c.unit())
                && other.type().getClass().equals(c.type().getClass()))) {
          differing.add(t + "." + c);
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  @Test
  void everyTableHasAKeyOrSaysWhyNot() {
    assertThat(Catalogue.tables().stream().filter(t -> t.key().isEmpty() && t.whyNoKey().isEmpty()))
        .isEmpty();
  }

  @Test
  void everyTableHasADayOrSaysWhatItsRowsAreAbout() {
    assertThat(Catalogue.tables().stream().filter(t -> t.day() == null && t.period().isEmpty()))
        .isEmpty();
  }

  @Test
  void everyTableHasItsNameOnce() {
    Set<String> names = new HashSet<>();
    assertThat(Catalogue.tables().stream().filter(t -> !names.add(t.name()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"EN, data-dictionary.md, ''", "ZH, data-dictionary.zh-CN.md, ' --lang zh'"})
  void dictionaryFileMatchesTheTables(Language language, String page, String option)
      throws IOException {
    Path file = Path.of(System.getProperty("dawen.home", "."), "docs", page);
    assertThat(Files.readString(file))
        .as("./dawen tables --markdown%s > docs/%s writes it again", option, page)
        .isEqualTo(DataDictionary.markdown(Catalogue.tables(), language));
  }

  /** Column, table (empty: of any that has no row of its own), unit, meaning, Chinese term. */
  private static List<String[]> dictionary() {
    return rows("columns.csv");
  }

  private static List<String[]> rows(String file) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setEmptyValue("");
    settings.setNullValue("");
    settings.setHeaderExtractionEnabled(true);
    settings.setMaxCharsPerColumn(10_000);
    return new CsvParser(settings)
        .parseAll(
            DeclarationsTest.class.getResourceAsStream("/tables/" + file), StandardCharsets.UTF_8);
  }

  @Test
  void everyColumnOfTheDictionaryHasItsMeaningInBothLanguages() {
    assertThat(rows("meanings.zh-CN.csv"))
        .extracting(e -> e[1] + "." + e[0])
        .containsExactlyInAnyOrderElementsOf(
            dictionary().stream().map(e -> e[1] + "." + e[0]).toList());
  }

  @Test
  void everySentenceOfATableIsInBothLanguages() {
    Set<String> sentences = new HashSet<>();
    for (Table t : Catalogue.tables()) {
      sentences.add(t.grain());
      sentences.add(t.key().isEmpty() ? t.whyNoKey() : t.grain());
      sentences.add(t.day() == null ? t.period() : t.grain());
      sentences.addAll(t.warnings());
      t.sources().stream().filter(s -> s.contains(" ")).forEach(sentences::add);
    }
    assertThat(rows("texts.zh-CN.csv"))
        .extracting(e -> e[0])
        .containsExactlyInAnyOrderElementsOf(sentences);
  }

  /** Numbers, and names of columns, tables, files and settings. */
  private static final Pattern FACT =
      Pattern.compile("\\d+(?:[.,]\\d+)*|[A-Za-z][A-Za-z0-9]*(?:[._][A-Za-z0-9*]+)+");

  private static Set<String> facts(String text) {
    return FACT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void bothLanguagesNameTheSameNumbersAndNames() {
    Map<String, String> chinese =
        rows("meanings.zh-CN.csv").stream()
            .collect(Collectors.toMap(e -> e[1] + "." + e[0], e -> e[2]));
    for (String[] e : dictionary()) {
      assertThat(facts(chinese.getOrDefault(e[1] + "." + e[0], "")))
          .as("meaning of %s %s", e[1], e[0])
          .isEqualTo(facts(e[3]));
    }
    assertThat(rows("texts.zh-CN.csv"))
        .allSatisfy(e -> assertThat(facts(e[1])).as(e[0]).isEqualTo(facts(e[0])));
  }

  @Test
  void chineseIsWrittenInChinese() {
    assertThat(rows("meanings.zh-CN.csv"))
        .allSatisfy(e -> assertThat(e[2]).endsWith("。").doesNotContainPattern("\\p{IsHan}[,;:?!]"));
    assertThat(rows("texts.zh-CN.csv"))
        .allSatisfy(e -> assertThat(e[1]).doesNotContainPattern("\\p{IsHan}[,;:?!]"));
    assertThat(offenders((t, c) -> Language.ZH.meaning(t, c).equals(c.meaning()))).isEmpty();
  }

  @Test
  void everyEntryOfTheDictionaryIsAColumnOfATable() {
    Set<String> used = new HashSet<>();
    Set<String> ofOneTable =
        dictionary().stream().map(e -> e[1] + "." + e[0]).collect(Collectors.toSet());
    for (Table t : Catalogue.tables()) {
      for (Column c : all(t)) {
        String own = t.name() + "." + c;
        used.add(ofOneTable.contains(own) ? own : "." + c);
      }
    }
    assertThat(dictionary()).hasSizeGreaterThan(700);
    assertThat(dictionary()).extracting(e -> e[1] + "." + e[0]).isSubsetOf(used);
  }

  @Test
  void everyColumnIsAsTheDictionarySays() {
    Map<String, String> entries =
        dictionary().stream()
            .collect(Collectors.toMap(e -> e[1] + "." + e[0], e -> e[2] + "|" + e[3] + "|" + e[4]));
    assertThat(
            offenders(
                (t, c) ->
                    !(c.unit() + "|" + c.meaning() + "|" + c.chinese())
                        .equals(entries.getOrDefault(t + "." + c, entries.get("." + c)))))
        .isEmpty();
  }

  @Test
  void everySettingOfAJobStandsInTheShippedFile() {
    Settings shipped =
        Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));
    for (Job job : Catalogue.jobs("landing")) {
      for (String key : job.spec().settings()) {
        assertThat(shipped.text(key)).as(key).isNotBlank();
      }
    }
  }

  @Test
  void everyStandardOfAJobIsAFile() {
    for (Job job : Catalogue.jobs("landing")) {
      for (String file : job.spec().standards()) {
        assertThat(getClass().getClassLoader().getResource("standards/" + file))
            .as(file)
            .isNotNull();
      }
    }
  }
}
