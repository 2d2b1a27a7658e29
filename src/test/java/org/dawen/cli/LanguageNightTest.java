package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Language;
import org.dawen.lake.Message;
import org.dawen.run.NightReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night stores the same in either language; only what a person reads of it differs. */
class LanguageNightTest {
  @TempDir private Path folder;

  private record Stored(Map<String, String> hashes, List<String> outcomes, List<String> warnings) {}

  @AfterEach
  void speakEnglishAgain() {
    Language.use(Language.EN);
  }

  @Test
  void tablesAndNotesAreTheSameInEitherLanguage() throws IOException {
    SmallCity city = SmallCity.write(folder);
    Files.writeString(
        city.landing().resolve("air/air_20240303.csv"), "station_code,no_such_column\nS1,1\n");
    List<Stored> stored = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (Language language : Language.values()) {
      Language.use(language);
      Nights nights = new Nights(folder.resolve(language.name()), city.landing());
      NightReport report = nights.run();
      stored.add(
          new Stored(
              nights.hashes(),
              report.lines().stream().map(NightReport.Line::outcome).toList(),
              report.warnings().stream().map(Message::toString).toList()));
      shown.add(Closing.table(report, false) + report.warnings().get(0).text());
    }
    assertThat(stored.get(1)).isEqualTo(stored.get(0));
    assertThat(shown.get(0)).contains("outcome", "done", "Held back whole");
    assertThat(shown.get(1))
        .contains("结果", "完成", "整个文件被暂扣", "首行不是本类数据的列名")
        .doesNotContain("done", "Held back");
  }
}
