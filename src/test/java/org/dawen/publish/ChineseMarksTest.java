package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chinese terms, meanings and titles have full-width marks. */
class ChineseMarksTest {
  private static final Pattern HALF_WIDTH =
      Pattern.compile("\\p{IsHan}[,;:!?()]|[,;:!?()]\\p{IsHan}|（[^（）]*\\)|\\([^()]*）");

  private static final Pattern CELL =
      Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,\"]+)|(?<=,)(?=,)");

  private static List<String> cells(String line) {
    return CELL.matcher(line)
        .results()
        .map(MatchResult::group)
        .map(c -> c.replaceAll("^\"|\"$", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/tables/columns.csv, -1",
    "/tables/meanings.zh-CN.csv, -1",
    "/tables/texts.zh-CN.csv, -1",
    "/publish/tables.csv, -1",
    "/publish/words.csv, 1"
  })
  void chineseColumnOf(String file, int place) {
    List<String> texts = new ArrayList<>();
    BriefPage.resource(file)
        .lines()
        .skip(1)
        .map(ChineseMarksTest::cells)
        .forEach(c -> texts.add(c.get(place < 0 ? c.size() - 1 : place)));
    assertChinese(texts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/publish/sheets.yaml", "/publish/absent.yaml", "/publish/site.yaml"})
  void textsOf(String file) {
    List<String> texts = new ArrayList<>();
    collect(Sheets.read(file), texts);
    assertChinese(texts);
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(n -> collect(n, texts));
  }

  private static void assertChinese(List<String> texts) {
    assertThat(texts).isNotEmpty().noneMatch(t -> HALF_WIDTH.matcher(t).find());
  }
}
