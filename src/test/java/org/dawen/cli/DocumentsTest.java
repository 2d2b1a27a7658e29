package org.dawen.cli;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dawen.lake.Language;
import org.dawen.lake.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the pages for users say exists, in both languages. */
class DocumentsTest {
  private static final Path HOME = Path.of(System.getProperty("dawen.home", "."));
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\w-])--[a-z][a-z-]+"
              + "|\\./dawen [a-z]+"
              + "|DAWEN_[A-Z]+"
              + "|`[\\w.]+\\.(?:csv|yaml)`"
              + "|`[a-z0-9]+/`"
              + "|`[a-z]+\\.[a-z_0-9]+`"
              + "|\\b[A-Z][A-Z_]{4,}\\b");

  /** A command up to the remark, which two blanks or more separate; a text in quotes has lines. */
  private static final Pattern COMMAND =
      Pattern.compile("^\\./dawen ((?:\"[^\"]*\"|(?! {2})[^\"\\n])+)", Pattern.MULTILINE);

  /** Measured and decided for those who develop: in English alone. */
  private static final Set<String> FOR_DEVELOPERS = Set.of("benchmarks.md", "capacity.md");

  private static final Pattern BLOCK_OF_CODE =
      Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern SPAN_OF_CODE = Pattern.compile("(?<!`)`[^`\\n]+`(?!`)");
  private static final Pattern TARGET_OF_LINK = Pattern.compile("]\\([^)]*\\)");
  private static final Pattern MONTH = Pattern.compile("\\d{1,2} ?月");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![A-Za-z0-9_.])\\d+(?:,\\d+)*(?:\\.\\d+)*");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private static String text(Path page) throws IOException {
    return Files.readString(HOME.resolve(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README", "docs/commands", "docs/landing-folder"})
  void theChinesePageNamesTheSameCommandsOptionsFilesAndCodes(String page) throws IOException {
    assertThat(all(NAMED, text(Path.of(page + ".zh-CN.md"))))
        .isNotEmpty()
        .isEqualTo(all(NAMED, text(Path.of(page + ".md"))));
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(toCollection(TreeSet::new));
  }

  /**
   * Every page for users, without its ending: all of docs but decisions and what is for developers.
   */
  static List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>();
    for (String folder : List.of("docs", "docs/methods")) {
      try (Stream<Path> files = Files.list(HOME.resolve(folder))) {
        files
            .map(f -> f.getFileName().toString())
            .filter(f -> f.endsWith(".md") && !FOR_DEVELOPERS.contains(f))
            .map(f -> folder + "/" + f.replaceFirst("(\\.zh-CN)?\\.md$", ""))
            .forEach(pages::add);
      }
    }
    return pages.stream().distinct().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageHasATwinInTheOtherLanguageAndLinksIt(String page) throws IOException {
    String name = Path.of(page).getFileName().toString();
    assertThat(text(Path.of(page + ".md")).lines().limit(4))
        .contains("[中文](%s.zh-CN.md)".formatted(name));
    assertThat(text(Path.of(page + ".zh-CN.md")).lines().limit(4))
        .contains("[English](%s.md)".formatted(name));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void bothLanguagesShowTheSameCodeAndNumbers(String page) throws IOException {
    if (page.endsWith("data-dictionary")) {
      return; // DeclarationsTest holds both against the tables
    }
    String english = text(Path.of(page + ".md"));
    String chinese = text(Path.of(page + ".zh-CN.md"));
    assertThat(blocks(chinese)).as("blocks of code").isEqualTo(blocks(english));
    assertThat(spans(chinese)).as("words of code").isEqualTo(spans(english));
    assertThat(numbers(chinese)).as("numbers").isEqualTo(numbers(english));
  }

  /** Lines of code up to a remark, which two blanks or more separate; lines of remarks left out. */
  private static List<String> blocks(String page) {
    return BLOCK_OF_CODE
        .matcher(page)
        .results()
        .flatMap(b -> b.group().lines())
        .filter(l -> !l.startsWith("#"))
        .map(l -> l.replaceFirst("(?<=\\S)\\s{2,}.*", "").stripTrailing())
        .toList();
  }

  private static Set<String> spans(String page) {
    return all(SPAN_OF_CODE, BLOCK_OF_CODE.matcher(page).replaceAll("")).stream()
        .filter(s -> s.chars().allMatch(c -> c < 128))
        .collect(toCollection(TreeSet::new));
  }

  /** Of two digits or more, which no language writes as words; the months of dates are words. */
  private static Set<String> numbers(String page) {
    String prose =
        Stream.of(BLOCK_OF_CODE, SPAN_OF_CODE, TARGET_OF_LINK, MONTH)
            .reduce(page, (text, left) -> left.matcher(text).replaceAll(" "), (a, b) -> a);
    return all(NUMBER, prose).stream()
        .filter(n -> n.length() > 1)
        .collect(toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void chinesePagesLinkChinesePagesAndUseChineseMarks(String page) throws IOException {
    Path file = Path.of(page + ".zh-CN.md");
    String chinese = text(file);
    assertThat(LINK.matcher(chinese).results().map(m -> m.group(1)))
        .filteredOn(l -> l.endsWith(".md") && !l.equals(Path.of(page).getFileName() + ".md"))
        .filteredOn(l -> !l.endsWith(".zh-CN.md"))
        .noneMatch(
            l ->
                Files.exists(
                    HOME.resolve(file).resolveSibling(l.replaceFirst("\\.md$", ".zh-CN.md"))));
    assertThat(
            Stream.of(BLOCK_OF_CODE, SPAN_OF_CODE)
                .reduce(chinese, (text, left) -> left.matcher(text).replaceAll("`"), (a, b) -> a))
        .doesNotContainPattern("[\\p{IsHan}`][,;:?!](?![/\\w])");
  }

  /** Words of a message between its values, long enough to be no accident. */
  private static final Pattern WORDS = Pattern.compile("[A-Za-z' -]{24,}");

  private static final Pattern VALUE = Pattern.compile("%(?:\\d+\\$)?[-#,.\\d]*[a-zA-Z]");

  @ParameterizedTest
  @MethodSource("pages")
  void chinesePagesQuoteNoEnglishMessage(String page) throws IOException {
    String chinese = BLOCK_OF_CODE.matcher(text(Path.of(page + ".zh-CN.md"))).replaceAll("");
    ResourceBundle english = Message.bundle(Language.EN);
    assertThat(
            english.keySet().stream()
                .flatMap(key -> VALUE.splitAsStream(english.getString(key)))
                .flatMap(part -> all(WORDS, part).stream())
                .map(String::strip))
        .noneMatch(chinese::contains);
  }

  @Test
  void operatorSentencesOfTheChinesePageAreMessages() throws IOException {
    ResourceBundle bundle = Message.bundle(Language.ZH);
    Set<String> messages =
        bundle.keySet().stream()
            .map(bundle::getString)
            .flatMap(message -> Stream.of(message.split("(?<=。)")))
            .map(sentence -> VALUE.matcher(sentence).replaceAll("\\\\E.+\\\\Q"))
            .map(sentence -> "\\Q" + sentence + "\\E")
            .collect(toSet());
    // Values at the beginning of a sentence are sentences of their own.
    messages.addAll(messages.stream().map(m -> m.replaceFirst("^\\\\Q\\\\E\\.\\+", "")).toList());
    String table =
        text(Path.of("docs/operations.zh-CN.md")).split("\\| 提示 \\| 处理 \\|\n\\|---\\|---\\|\n")[1];
    List<String> quoted =
        table
            .lines()
            .takeWhile(line -> line.startsWith("| "))
            .flatMap(line -> Stream.of(line.split(" \\| ")[0].substring(2).split("(?<=。)")))
            .toList();
    assertThat(quoted)
        .hasSizeGreaterThan(9)
        .allMatch(sentence -> messages.stream().anyMatch(sentence::matches));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void aReadmeIsReadInOneGo(String page) throws IOException {
    assertThat(text(Path.of(page)).lines().count()).isLessThanOrEqualTo(120);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "README.zh-CN.md",
        "docs/commands.md",
        "docs/commands.zh-CN.md",
        "docs/landing-folder.md",
        "docs/landing-folder.zh-CN.md",
        "docs/operations.md",
        "docs/operations.zh-CN.md",
        "docs/querying.md",
        "docs/querying.zh-CN.md",
        "docs/plan.md",
        "docs/plan.zh-CN.md",
        "docs/backup.md",
        "docs/backup.zh-CN.md"
      })
  void everyCommandShownIsOne(String page) throws IOException {
    List<String> shown =
        COMMAND.matcher(text(Path.of(page))).results().map(m -> m.group(1)).toList();
    assertThat(shown).isNotEmpty();
    for (String command : shown) {
      if (!command.startsWith("test") && !command.startsWith("bench")) {
        CommandLine line = new CommandLine(new Dawen());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        String[] words = words(command);
        assertThat(line.parseArgs(words).subcommand()).as(command).isNotNull();
      }
    }
  }

  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find() && !List.of("<", ">", "|").contains(word.group())) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.toArray(String[]::new);
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(HOME.resolve("docs"))) {
      List<Path> all =
          Stream.concat(
                  pages,
                  Stream.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md")
                      .map(HOME::resolve))
              .filter(p -> p.toString().endsWith(".md"))
              .toList();
      for (Path page : all) {
        for (String link :
            LINK.matcher(Files.readString(page)).results().map(m -> m.group(1)).toList()) {
          if (!link.contains("://") && !Files.exists(page.resolveSibling(link).normalize())) {
            broken.add(HOME.relativize(page) + ": " + link);
          }
        }
      }
      assertThat(all).hasSizeGreaterThan(80);
    }
    assertThat(broken).isEmpty();
  }
}
