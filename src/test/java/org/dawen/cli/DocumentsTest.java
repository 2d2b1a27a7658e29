package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private static String text(Path page) throws IOException {
    return Files.readString(HOME.resolve(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README", "docs/commands", "docs/landing-folder"})
  void theChinesePageNamesTheSameCommandsOptionsFilesAndCodes(String page) throws IOException {
    assertThat(named(page + ".zh-CN.md")).isNotEmpty().isEqualTo(named(page + ".md"));
  }

  private static TreeSet<String> named(String page) throws IOException {
    TreeSet<String> named = new TreeSet<>();
    NAMED.matcher(text(Path.of(page))).results().map(MatchResult::group).forEach(named::add);
    return named;
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
        "docs/backup.md"
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
