package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dawen.cli.Catalogue;
import org.dawen.cli.SampleLake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser: on a phone, on a desk, in print, without scripts. */
class BriefInBrowserTest {
  @TempDir private static Path folder;
  private static Chromium browser;
  private static Path brief;
  private static Path dictionary;

  @BeforeAll
  static void open() throws Exception {
    MorningReport report = new MorningReport(SampleLake.lake(), Catalogue.tables());
    brief = report.write(LocalDate.of(2024, 3, 21), folder).get(0);
    dictionary = folder.resolve("dictionary.html");
    Files.writeString(dictionary, DictionaryPage.of(Catalogue.tables()));
    browser = new Chromium();
  }

  @AfterAll
  static void close() throws Exception {
    browser.close();
  }

  private static void keep(String name) throws Exception {
    Path pictures = Path.of(System.getProperty("dawen.home", "."), "target/screenshots");
    Files.createDirectories(pictures);
    Files.write(pictures.resolve(name + ".png"), browser.png());
  }

  private static boolean isSidewaysFree() throws Exception {
    return browser
        .evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        .asBoolean();
  }

  @Test
  void onAPhoneNothingIsWiderThanTheScreenAndBothPicturesAreDrawn() throws Exception {
    browser.open(brief, 390, 844, true);
    keep("brief-phone");
    assertThat(isSidewaysFree()).isTrue();
    assertThat(
            browser.evaluate("document.querySelectorAll('.picture.drawn canvas').length").asInt())
        .isEqualTo(2);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theSwitchChangesEveryLabel() throws Exception {
    browser.open(brief, 1280, 900, true);
    keep("brief-desk");
    assertThat(browser.evaluate("document.querySelector('main').innerText").asText())
        .contains("生态环境晨报")
        .doesNotContain("Morning brief");
    browser.evaluate("document.getElementById('language-en').click()");
    assertThat(browser.evaluate("document.querySelector('main').innerText").asText())
        .contains("Morning brief", "Exceedances", "Times over")
        .doesNotContain("生态环境晨报", "超标过程");
    assertThat(browser.evaluate("document.documentElement.lang").asText()).isEqualTo("en");
    keep("brief-desk-en");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void onPaperItTakesTwoPagesAtMost() throws Exception {
    browser.open(brief, 1280, 900, true);
    byte[] pdf = browser.pdf();
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    long pages = Pattern.compile("/Type\\s*/Page\\b").matcher(text).results().count();
    assertThat(pages).isBetween(1L, 2L);
    Files.write(Path.of(System.getProperty("dawen.home", "."), "target/brief.pdf"), pdf);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void withoutScriptsTheTablesAndTheSwitchWork() throws Exception {
    browser.open(brief, 390, 844, false);
    assertThat(browser.evaluate("document.querySelectorAll('.picture.drawn').length").asInt())
        .isZero();
    assertThat(
            browser.evaluate("document.querySelectorAll('#table-air_day tbody tr').length").asInt())
        .isEqualTo(8);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theDictionaryFindsAColumnByItsNameAndByItsChineseTerm() throws Exception {
    browser.open(dictionary, 390, 844, true);
    assertThat(isSidewaysFree()).isTrue();
    for (String wanted : new String[] {"most_times_over_limit", "最大超标倍数"}) {
      browser.evaluate(
          "document.getElementById('search').value = '%s';".formatted(wanted)
              + "document.getElementById('search').dispatchEvent(new Event('input'))");
      assertThat(
              browser
                  .evaluate(
                      "Array.from(document.querySelectorAll('section')).filter(s => !s.hidden)"
                          + ".map(s => s.id).join(' ')")
                  .asText())
          .isEqualTo("source.exceedance_episode");
    }
    keep("dictionary-phone");
    browser.open(dictionary, 1280, 900, true);
    keep("dictionary-desk");
    assertThat(browser.complaints()).isEmpty();
  }
}
