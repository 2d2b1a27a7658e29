package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the files of a site are written. */
class SiteFilesTest {
  @TempDir private Path folder;

  private SiteFolder open() throws Exception {
    SiteFolder site = new SiteFolder(folder.resolve("site"));
    site.write("index.html", "<script defer src=\"app/store.js\"></script>");
    return site;
  }

  private String text(String place) throws Exception {
    return Files.readString(folder.resolve("site").resolve(place));
  }

  @Test
  void aFileOfDataIsOneCallWithItsKey() throws Exception {
    SiteFolder site = open();
    site.data("outlet", "EX001-DA001", "2024-03", "{}");
    site.data("air", null, "2024-03", "[1]");
    assertThat(text("data/outlet/EX001-DA001/2024-03.js"))
        .isEqualTo("dawen.put(\"outlet/EX001-DA001/2024-03\",{});\n");
    assertThat(text("data/air/2024-03.js")).isEqualTo("dawen.put(\"air/2024-03\",[1]);\n");
    assertThat(SiteJson.of(site.files()))
        .isEqualTo("{\"air\":{\"\":[\"2024-03\"]},\"outlet\":{\"EX001-DA001\":[\"2024-03\"]}}");
  }

  @Test
  void anEntityWhateverItsNameStaysInsideTheFolder() throws Exception {
    SiteFolder site = open();
    for (String name : new String[] {"../../x", "..", "a/b", "示例", "A~2f", "</script>", "con "}) {
      site.data("outlet", name, "2024-03", "{}");
    }
    assertThat(site.close().written()).isEqualTo(8);
    assertThat(SiteFolder.fileName("../../x")).isEqualTo("~2e~2e~2f~2e~2e~2fx");
    assertThat(SiteFolder.fileName("A~2f")).isNotEqualTo(SiteFolder.fileName("A/"));
    try (var files = Files.list(folder.resolve("site/data/outlet"))) {
      assertThat(files).hasSize(7);
    }
  }

  @Test
  void whatDidNotChangeStaysUntouchedAndWhatIsGoneIsRemoved() throws Exception {
    SiteFolder first = open();
    first.data("air", null, "2024-02", "[1]");
    first.data("air", null, "2024-03", "[1]");
    assertThat(first.close())
        .extracting(SiteReport::written, SiteReport::unchanged, SiteReport::removed)
        .containsExactly(3, 0, 0);
    Files.writeString(folder.resolve("site/own.txt"), "of the bureau");
    Files.writeString(folder.resolve("site/data/own.js"), "// of the bureau");
    SiteFolder second = open();
    second.data("air", null, "2024-03", "[2]");
    assertThat(second.close())
        .extracting(SiteReport::written, SiteReport::unchanged, SiteReport::removed)
        .containsExactly(1, 1, 1);
    assertThat(folder.resolve("site/data/air/2024-02.js")).doesNotExist();
    assertThat(folder.resolve("site/own.txt")).exists();
    assertThat(folder.resolve("site/data/own.js")).exists();
  }

  @Test
  void whatAKilledRunLeftIsClearedAwayAndNoFolderStaysEmpty() throws Exception {
    SiteFolder first = open();
    first.data("outlet", "A", "2024-03", "[1]");
    first.data("outlet", "B", "2024-03", "[1]");
    first.close();
    Path left = folder.resolve("site/data/outlet/A/.2024-04.js.999999999.unfinished");
    Files.writeString(left, "half");
    SiteFolder second = open();
    assertThat(left).doesNotExist();
    second.data("outlet", "A", "2024-03", "[1]");
    assertThat(second.close().removed()).isEqualTo(1);
    assertThat(folder.resolve("site/data/outlet/B")).doesNotExist();
    assertThat(folder.resolve("site/data/outlet/A/2024-03.js")).exists();
  }

  @Test
  void otherAccountsOfTheMachineReadNothing() throws Exception {
    SiteFolder site = open();
    site.data("air", null, "2024-03", "[1]");
    site.close();
    assertThat(mode("site/data/air/2024-03.js")).isEqualTo("rw-r-----");
    assertThat(mode("site/data/air")).isEqualTo("rwxr-x---");
  }

  private String mode(String place) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(place)));
  }

  @Test
  void pagesOfSomebodyElseAreNotWrittenOver() throws Exception {
    Files.createDirectories(folder.resolve("site"));
    Files.writeString(folder.resolve("site/index.html"), "<html>of the bureau");
    assertThatThrownBy(() -> new SiteFolder(folder.resolve("site")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("index.html of other pages");
    assertThat(text("index.html")).isEqualTo("<html>of the bureau");
  }

  @Test
  void aFolderThatCannotBeWrittenIsASentence() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> new SiteFolder(folder.resolve("file/site")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("cannot be written");
  }
}
