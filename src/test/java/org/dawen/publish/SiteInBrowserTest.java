package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dawen.cli.SampleLake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site in a real browser, opened from disk. */
class SiteInBrowserTest {
  private static final Path HOME = Path.of(System.getProperty("dawen.home", "."));
  private static final int HEIGHT = 1000;
  private static final int DESK = 1440;

  /** One page of each kind: its name, and its address. */
  private static final List<List<String>> PAGES =
      List.of(
          List.of("day", "#/day/2024-03-21"),
          List.of("day-exceedances", "#/day/2024-03-03/exceedances"),
          List.of("day-leads", "#/day/2024-03-31/leads"),
          List.of("county", "#/county/370902/2024-03-20"),
          List.of("outlet", "#/outlet/EX003-DA001/2024-03-26/a21002"),
          List.of("outlet-water", "#/outlet/EX008-DW001/2024-03-21/w01001"),
          List.of("hour", "#/hour/EX001-DA002/a21002/2024-03-21T03"),
          List.of("hour-marked", "#/hour/EX003-DA001/a21002/2024-03-09T03"),
          List.of("meter", "#/meter/EX006/2024-03-18"),
          List.of("trucks", "#/trucks/2024-03"),
          List.of("truck", "#/truck/370923/LTA**********0003/2024-03"),
          List.of("sections", "#/sections/2024-03"),
          List.of("section", "#/section/TAW01/2024-03/screened/TP"),
          List.of("pool", "#/pool"),
          List.of("account", "#/account/370902/NOx"),
          List.of("leads", "#/leads/all"),
          List.of("lead", "#/lead/EX003%2FTREATMENT_NOT_RUNNING%2F2024-03-12"),
          List.of("plan", "#/plan/2024-03-31"),
          List.of("about", "#/about"));

  private static Chromium browser;

  @BeforeAll
  static void open() throws Exception {
    browser = new Chromium();
    browser.open(SampleSite.page(), DESK, HEIGHT, true);
  }

  @AfterAll
  static void close() throws Exception {
    browser.close();
  }

  @BeforeEach
  void inChinese() throws Exception {
    browser.complaints().clear();
    browser.open(SampleSite.page(), DESK, HEIGHT, true);
    go("#/about", "zh");
  }

  /** Goes to an address and waits until the page and its charts are there. */
  private static void go(String address, String language) throws Exception {
    browser.evaluate(
        "text.speak('%s'); location.hash = '%s'; frame.show()".formatted(language, address));
    waitUntilShown(address);
  }

  private static void waitUntilShown(String address) throws Exception {
    String isShown =
        "document.getElementById('main').dataset.shown === '%s|' + document.documentElement.lang"
                .formatted(address)
            + " && document.querySelectorAll('.chart:not(.drawn)').length === 0";
    for (int i = 0; i < 200; i++) {
      if (browser.evaluate(isShown).asBoolean()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(
        address + " is not shown: " + browser.evaluate("document.body.innerText").asText());
  }

  private static String address() throws Exception {
    return browser.evaluate("location.hash").asText();
  }

  private static void click(String selector) throws Exception {
    assertThat(
            browser.evaluate("document.querySelectorAll('%s').length".formatted(selector)).asInt())
        .as(selector)
        .isPositive();
    browser.evaluate(
        "document.querySelector('%s').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"
            .formatted(selector));
    Thread.sleep(50);
    waitUntilShown(address());
  }

  @Test
  void thePacketIsThreeClicksAway() throws Exception {
    go("#/day/2024-03-31", "zh");
    click(".calendar a[data-day=\"2024-03-21\"]");
    click(".map a[data-county=\"370911\"]");
    click("#exceedance_hours tbody a");
    assertThat(address()).isEqualTo("#/hour/EX003-DA001/a34013/2024-03-21T03");
    String packet =
        browser.evaluate("document.querySelector('.packet.in-force').innerText").asText();
    assertThat(packet)
        .contains("hj212/2024-03-22/hj212_20240321_01.txt.gz", "第23条", "第23行", "一致")
        .contains("MN=3709115A4D0000000003DA01", "a34013-ZsAvg=14.39", "PW=******", "&&C5C1");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anAddressOpensItsPageAtOnceAndTheWayBackWorks() throws Exception {
    go("#/county/370911/2024-03-21", "zh");
    click(".trail a");
    assertThat(address()).isEqualTo("#/day/2024-03-21");
    browser.evaluate("history.back()");
    Thread.sleep(100);
    waitUntilShown("#/county/370911/2024-03-21");
    assertThat(browser.evaluate("document.querySelector('h1').innerText").asText()).contains("岱岳区");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anAddressThatNamesNothingIsAnswered() throws Exception {
    for (String wrong :
        List.of(
            "#/outlet/NOBODY/2024-03-21",
            "#/hour/X/a21002/2019-01-01T00",
            "#/county/1/2019-01-01",
            "#/lead/x",
            "#/section/X/2001-01",
            "#/meter/X/2024-03-21",
            "#/nowhere",
            "#/constructor",
            "#/%E0%A4%A",
            "#/day/%3Cimg%20src=x%3E",
            "#/section/TAW01/x",
            "#/day/1999-01-01")) {
      go(wrong, "zh");
      assertThat(browser.evaluate("document.getElementById('main').innerText").asText())
          .as(wrong)
          .isNotBlank();
    }
    assertThat(browser.complaints()).isEmpty();
  }

  /** Whatever a name holds is text: in data files, in pages, in the tips of charts. */
  @Test
  void aNameThatIsMarkupIsShownAsItIs() throws Exception {
    Path copy = HOME.resolve("target/site-of-markup").toAbsolutePath().normalize();
    SampleLake.delete(copy);
    SampleSite.copyTo(copy);
    Path registry = copy.resolve("data/registry/all.js");
    String name = "</script><img src=x onerror=alert(1)>\u2028'\"&amp;";
    String json = SiteJson.of(name);
    Files.writeString(
        registry, Files.readString(registry).replace("\"示例水泥一厂\"", json).replace("\"岱岳区\"", json));
    browser.open(copy.resolve("index.html"), DESK, HEIGHT, true);
    for (String address :
        List.of(
            "#/day/2024-03-21",
            "#/county/370911/2024-03-21",
            "#/outlet/EX003-DA001/2024-03-21/a21002",
            "#/meter/EX003/2024-03-21")) {
      go(address, "zh");
      assertThat(browser.evaluate("document.body.textContent").asText()).as(address).contains(name);
      assertThat(browser.evaluate("document.querySelectorAll('img').length").asInt()).isZero();
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"360", "820", "1440"})
  void everyPageFitsTheScreenInBothLanguagesWithoutAComplaint(int width) throws Exception {
    browser.open(SampleSite.page(), width, HEIGHT, true);
    for (List<String> page : PAGES) {
      for (String language : List.of("zh", "en")) {
        go(page.get(1), language);
        assertThat(
                browser
                    .evaluate("document.documentElement.scrollWidth - window.innerWidth")
                    .asInt())
            .as("%s at %d", page.get(0), width)
            .isLessThanOrEqualTo(0);
        Path pictures = HOME.resolve("target/screenshots/site");
        Files.createDirectories(pictures);
        Files.write(
            pictures.resolve("%s-%d-%s.png".formatted(page.get(0), width, language)),
            browser.png());
      }
    }
    assertThat(browser.complaints()).isEmpty();
  }

  /**
   * Names of places, firms, files and documents have no English; they say which language they are.
   */
  @Test
  void inEnglishNothingButNamesIsChinese() throws Exception {
    String chinese =
        """
        (() => {
          const found = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let n = walk.nextNode(); n; n = walk.nextNode()) {
            if (/[\\u3400-\\u9fff]/.test(n.data) && !n.parentElement.closest('[lang^=zh], noscript')) { found.push(n.data); }
          }
          document.querySelectorAll('[aria-label], [title]').forEach(e => {
            const said = (e.getAttribute('aria-label') || '') + (e.getAttribute('title') || '');
            if (/[\\u3400-\\u9fff]/.test(said) && !e.closest('.map a')) { found.push(said); }
          });
          return found;
        })()""";
    for (List<String> page : PAGES) {
      go(page.get(1), "en");
      JsonNode found = browser.evaluate(chinese);
      assertThat(found).as(page.get(0)).isEmpty();
    }
    assertThat(browser.evaluate("document.documentElement.lang").asText()).isEqualTo("en");
  }

  /** What is no value tells why: nothing is left empty, a dash, or a word of the program's own. */
  @Test
  void noCellIsEmptyAndNoneShowsWhatAProgramWrites() throws Exception {
    for (String language : List.of("zh", "en")) {
      for (List<String> page : PAGES) {
        go(page.get(1), language);
        JsonNode cells =
            browser.evaluate(
                "Array.from(document.querySelectorAll('td, dd')).filter(c => !c.closest('.calendar')).map(c => c.textContent.trim())");
        for (JsonNode cell : cells) {
          assertThat(cell.asText())
              .as(page.get(0))
              .isNotBlank()
              .isNotIn("—", "null", "undefined", "NaN", "[object Object]", "true", "false");
        }
      }
    }
  }

  @Test
  void everyChartHasALabelInTheLanguageOfThePageAndATable() throws Exception {
    for (List<String> page : PAGES) {
      go(page.get(1), "en");
      JsonNode labels =
          browser.evaluate(
              "Array.from(document.querySelectorAll('.chart')).map(c => c.getAttribute('role') + ': ' + c.getAttribute('aria-label'))");
      for (JsonNode label : labels) {
        assertThat(label.asText()).startsWith("img: ").contains("table is below");
      }
    }
    go("#/day/2024-03-21", "en");
    assertThat(browser.evaluate("document.querySelectorAll('.map a').length").asInt()).isEqualTo(7);
    assertThat(browser.evaluate("document.querySelectorAll('#air_day tbody tr').length").asInt())
        .isEqualTo(8);
  }

  /** The keyboard reaches the map: each county is a link that takes the focus. */
  @Test
  void aCountyTakesTheFocusAndOpensByIt() throws Exception {
    go("#/day/2024-03-21", "zh");
    assertThat(
            browser
                .evaluate(
                    "(() => { const a = document.querySelector('.map a[data-county=\"370911\"]'); a.focus(); return document.activeElement === a ? a.getAttribute('aria-label') : ''; })()")
                .asText())
        .contains("岱岳区", "AQI 172", "中度污染");
  }

  /** Letters on their ground: at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
  @Test
  void lettersAreLegibleOnTheirGround() throws Exception {
    String faint =
        """
        (() => {
          const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$|transparent/.test(c)) { return c; } } return 'rgb(255, 255, 255)'; };
          const found = new Set();
          document.querySelectorAll('body *').forEach(e => {
            if (e.closest('svg, noscript, .skip') || !Array.from(e.childNodes).some(n => n.nodeType === 3 && n.data.trim())) { return; }
            const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
            const contrast = (a + 0.05) / (b + 0.05);
            if (contrast < 4.5) { found.add(e.className + ' ' + e.textContent.slice(0, 20) + ' ' + contrast.toFixed(2)); }
          });
          return [...found];
        })()""";
    for (List<String> page : PAGES) {
      go(page.get(1), "zh");
      assertThat(browser.evaluate(faint)).as(page.get(0)).isEmpty();
    }
  }

  /** Every number with table and condition, for the readers in other languages to look up. */
  @Test
  void theNumbersOfThePagesAreLeftForTheOtherReaders() throws Exception {
    ObjectNode all = new ObjectMapper().createObjectNode();
    String numbers =
        """
        (() => {
          const cell = c => ({ column: c.dataset.column, value: c.dataset.value });
          const tables = Array.from(document.querySelectorAll('table[data-source]'), t => {
            const columns = Array.from(t.tHead.rows[0].cells, c => c.dataset.column);
            return { id: t.id, source: t.dataset.source, rows: Array.from(t.tBodies[0].rows, r => Array.from(r.cells, (c, i) => ({ column: columns[i], value: c.dataset.value, text: c.textContent }))) };
          });
          const facts = Array.from(document.querySelectorAll('dl[data-source]'), d => ({ id: 'facts', source: d.dataset.source,
            rows: [Array.from(d.querySelectorAll('dd'), c => ({ column: c.dataset.column, value: c.dataset.value, text: c.textContent }))] }));
          return { tables: [...tables, ...facts],
            map: Object.fromEntries(Array.from(document.querySelectorAll('.map a'), a => [a.dataset.county, a.querySelector('.area-value').textContent])),
            calendar: Object.fromEntries(Array.from(document.querySelectorAll('.calendar a:not(.without)'), a => [a.dataset.day, a.querySelector('.aqi').textContent])),
            headline: Array.from(document.querySelectorAll('.headline b:not(.aqi)'), b => b.textContent) };
        })()""";
    for (List<String> page : PAGES) {
      go(page.get(1), "zh");
      ((ObjectNode) all.putObject(page.get(0)).put("address", page.get(1)))
          .set("found", browser.evaluate(numbers));
    }
    Files.writeString(HOME.resolve("target/sample-site-numbers.json"), all.toPrettyString());
    assertThat(all.path("day").path("found").path("tables")).hasSizeGreaterThan(2);
  }
}
