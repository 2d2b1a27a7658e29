package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dawen.cli.Catalogue;
import org.dawen.cli.SampleLake;
import org.dawen.lake.DaySet;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The brief and the branch workbooks of the sample city. */
class MorningReportTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 21);

  @TempDir private Path folder;

  private static MorningReport report() {
    return new MorningReport(SampleLake.lake(), Catalogue.tables());
  }

  @Test
  void theSameTablesGiveTheSameFiles() throws IOException {
    List<Path> one = report().write(DAY, folder.resolve("one"));
    List<Path> two = report().write(DAY, folder.resolve("two"));
    for (int i = 0; i < one.size(); i++) {
      assertThat(two.get(i)).hasSameBinaryContentAs(one.get(i));
    }
    assertThat(one).hasSize(9);
    assertThat(Files.size(one.get(0))).isLessThan(1_572_864);
  }

  @Test
  void theBriefSaysWhatTheTablesSay() throws IOException {
    String page = Files.readString(report().write(DAY, folder).get(0));
    Results results = new Results(SampleLake.lake(), Catalogue.tables());
    Line worst =
        results.lines("source.exceedance_episode", DaySet.of(DAY)).stream()
            .min(Results.byMost("most_times_over_limit"))
            .orElseThrow();
    assertThat(page)
        .contains("全市AQI " + cityAqi(results))
        .contains("最大超标" + Brief.rounded(worst.number("most_times_over_limit"), 2) + "倍")
        .contains("air.area_day, data_day = 2024-03-21")
        .contains("title=\"most_times_over_limit\"");
  }

  @Test
  void chineseTextHasChinesePunctuation() {
    Brief brief = new Brief(new Results(SampleLake.lake(), Catalogue.tables()), DAY);
    List<String> texts = new ArrayList<>();
    for (Section section : brief.sections()) {
      texts.add(section.zh());
      texts.add(section.summaryZh());
      for (Sheet sheet : section.sheets()) {
        texts.add(sheet.zh());
        texts.add(sheet.emptyZh());
        sheet.fields().forEach(f -> texts.add(f.zh()));
      }
    }
    assertThat(texts)
        .hasSizeGreaterThan(100)
        .noneMatch(t -> t.matches(".*(\\p{IsHan}[,;:!?(]|[,;:!?)]\\p{IsHan}).*"));
  }

  private static String cityAqi(Results results) {
    return results.lines("air.area_day", DaySet.of(DAY), "area_code", "aqi").stream()
        .filter(l -> l.is("area_code", "370900"))
        .findFirst()
        .orElseThrow()
        .text("aqi");
  }

  @Test
  void aBranchGetsItsOwnRowsAlone() {
    Results results = new Results(SampleLake.lake(), Catalogue.tables());
    List<Path> files = report().write(DAY, folder);
    assertThat(files.stream().map(f -> f.getFileName().toString()).filter(f -> f.endsWith("xlsx")))
        .hasSize(new Names(results, DAY).counties().size())
        .allMatch(n -> n.matches("3709(\\d\\d|GX)-.+\\.xlsx"));
  }

  @Test
  void aDiskThatFillsUpLeavesNoHalfFolderOfBranches() throws IOException {
    Branches branches = new Branches(new Results(SampleLake.lake(), Catalogue.tables()), DAY);
    Path day = folder.resolve("branches/" + DAY);
    AtomicInteger written = new AtomicInteger();
    WholeFolder.Disk full =
        (file, content) -> {
          if (written.incrementAndGet() == 3) {
            throw new IOException("No space left on device");
          }
          Files.write(file, content);
        };
    assertThatThrownBy(() -> branches.write(day, full))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("No space left on device");
    assertThat(day.getParent()).isEmptyDirectory();

    branches.write(day, WholeFolder.DISK);
    Files.writeString(day.resolve("a county that is no more.xlsx"), "");
    written.set(0);
    assertThatThrownBy(() -> branches.write(day, full)).isInstanceOf(Trouble.class);
    assertThat(day.resolve("a county that is no more.xlsx")).exists();
    List<Path> files = branches.write(day, WholeFolder.DISK);
    assertThat(day).isDirectoryNotContaining("glob:**no more*");
    assertThat(files).hasSize(7).allSatisfy(f -> assertThat(f).isNotEmptyFile());
    assertThat(day.getParent()).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void aDayWithoutDataIsAPageThatSaysSo() throws IOException {
    LocalDate empty = LocalDate.of(2024, 5, 5);
    assertThat(report().hasDataOf(empty)).isFalse();
    String page = Files.readString(report().write(empty, folder).get(0));
    assertThat(page).contains("当日没有空气质量数据").contains("当日没有超标过程");
  }

  @Test
  void aLakeNothingComesIntoIsToldByItsLastDayWithAir() {
    assertThat(report().defaultDay(LocalDate.of(2030, 1, 1))).isEqualTo("2024-03-31");
    assertThat(report().defaultDay(LocalDate.of(2024, 3, 22))).isEqualTo("2024-03-21");
    assertThat(report().defaultDay(LocalDate.of(2024, 4, 3))).isEqualTo("2024-04-02");
  }
}
