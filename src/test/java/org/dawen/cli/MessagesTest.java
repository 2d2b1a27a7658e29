package org.dawen.cli;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dawen.intake.RejectReason;
import org.dawen.lake.Language;
import org.dawen.lake.Message;
import org.dawen.run.Planner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every sentence for an operator is in both languages, and no other is in the code. */
class MessagesTest {
  private static final Path HOME = Path.of(System.getProperty("dawen.home", "."));
  private static final ResourceBundle EN = Message.bundle(Language.EN);
  private static final ResourceBundle ZH = Message.bundle(Language.ZH);

  private static final Pattern VALUE = Pattern.compile("%(?:(\\d+)\\$)?[-#,.\\d]*([a-zA-Z%])");
  private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:[.-][A-Za-z_\\d-]+)*)\"");
  private static final Pattern OF_A_SENTENCE =
      Pattern.compile(
          "(?:Message\\s*\\.\\s*of|Trouble\\s*\\.\\s*(?:usage|notReady|refused|locked))\\(\\s*"
              + "(?:\\w+,\\s*)?(\"(?:[^\"\\\\]|\\\\.)*\")");

  /** What neither language has a mark of its own for between its words. */
  private static final Pattern HALF_WIDTH =
      Pattern.compile("[\\p{IsHan}][,;:!?(]|[,;:!?)][\\p{IsHan}]|[\\p{IsHan}]\\.(?:\\s|$)");

  /** Names that an English sentence gives as they are written. */
  private static final Pattern CHINESE_NAMES = Pattern.compile("大汶|山东省/泰安市/断面|国三");

  /** A part of a sentence with no word of its own, or names alone. */
  private static final Pattern WITHOUT_WORDS = Pattern.compile("[^\\p{IsHan}a-zA-Z]*");

  @AfterEach
  void speakEnglishAgain() {
    Language.use(Language.EN);
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(HOME.resolve("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        all.append(Files.readString(file)).append('\n');
      }
    }
    return all.toString();
  }

  private static Map<Integer, String> values(String text) {
    Map<Integer, String> values = new TreeMap<>();
    Matcher m = VALUE.matcher(text);
    int next = 0;
    while (m.find()) {
      if (!"%n".contains(m.group(2))) {
        int place = m.group(1) == null ? ++next : Integer.parseInt(m.group(1));
        values.put(place, m.group(2));
      }
    }
    return values;
  }

  @Test
  void bothLanguagesHaveTheSameSentencesWithTheSameValues() {
    assertThat(ZH.keySet()).isEqualTo(EN.keySet());
    for (String key : EN.keySet()) {
      assertThat(values(ZH.getString(key))).as(key).isEqualTo(values(EN.getString(key)));
    }
  }

  @Test
  void noMessageIsTheRestOfAnother() {
    for (ResourceBundle bundle : List.of(EN, ZH)) {
      assertThat(bundle.keySet())
          .noneMatch(key -> bundle.getString(key).matches("(?s)\\s*[,;:，；：].*"));
    }
  }

  @Test
  void chineseIsChineseWithItsOwnMarks() {
    for (String key : ZH.keySet()) {
      String words = VALUE.matcher(ZH.getString(key).replace("%n", "\n")).replaceAll("");
      String english = VALUE.matcher(EN.getString(key)).replaceAll("");
      if (!WITHOUT_WORDS.matcher(english).matches() && !isOfNames(words)) {
        assertThat(words).as(key).containsPattern("\\p{IsHan}");
      }
      assertThat(HALF_WIDTH.matcher(words).find()).as(key + " = " + words).isFalse();
      assertThat(CHINESE_NAMES.matcher(english).replaceAll(""))
          .as(key)
          .doesNotContainPattern("\\p{IsHan}");
    }
  }

  /** Such as {@code severity = 3}: columns and settings are the same in both languages. */
  private static boolean isOfNames(String words) {
    return words.strip().matches("[\\w.,=#/ ：，（）／-]*");
  }

  @Test
  void everyKeyOfTheCodeIsThereAndNoneIsLeftOver() throws IOException {
    String sources = sources();
    List<String> asked =
        OF_A_SENTENCE.matcher(sources).results().map(r -> r.group(1).replace("\"", "")).toList();
    assertThat(asked).hasSizeGreaterThan(300);
    assertThat(asked)
        .filteredOn(key -> !key.endsWith(".") && !key.endsWith("-of-"))
        .allSatisfy(key -> assertThat(EN.containsKey(key)).as(key).isTrue());
    Set<String> used =
        KEY.matcher(sources).results().map(r -> r.group(1)).collect(toCollection(TreeSet::new));
    used.addAll(ofHelp());
    used.addAll(ofChecks());
    for (RejectReason reason : RejectReason.values()) {
      used.add("reject." + reason.name());
    }
    for (Planner.Why why : Planner.Why.values()) {
      used.add("plan.why." + why.name());
    }
    used.addAll(Set.of("explain.limit-of-hour", "explain.limit-of-day"));
    assertThat(EN.keySet())
        .filteredOn(key -> !used.contains(key))
        .filteredOn(key -> !key.startsWith("stored."))
        .isEmpty();
    assertThat(EN.keySet()).containsAll(ofChecks()).containsAll(ofHelp());
  }

  private static Set<String> ofChecks() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String report : List.of("doctor", "registry", "pool-hints", "pool-proof")) {
      String text = Files.readString(HOME.resolve("src/main/resources/checks/" + report + ".sql"));
      Pattern.compile("(?m)^-- (\\w+)$")
          .matcher(text)
          .results()
          .map(r -> "check." + report + "." + r.group(1))
          .forEach(key -> keys.addAll(Set.of(key, key + ".remedy")));
    }
    return keys;
  }

  private static Set<String> ofHelp() {
    Set<String> keys =
        new TreeSet<>(
            Set.of(
                "usage.synopsisHeading",
                "usage.parameterListHeading",
                "usage.optionListHeading",
                "usage.commandListHeading",
                "usage.footer",
                "dawen.usage.footer",
                "mixinStandardHelpOptions.help",
                "mixinStandardHelpOptions.version"));
    for (CommandSpec spec : commands()) {
      String name = spec.qualifiedName(".");
      keys.add(name + ".usage.description");
      for (ArgSpec arg : spec.args()) {
        String key = key(arg);
        keys.add(EN.containsKey(name + "." + key) ? name + "." + key : key);
      }
    }
    return keys;
  }

  private static String key(ArgSpec arg) {
    return arg.descriptionKey() != null && !arg.descriptionKey().isEmpty()
        ? arg.descriptionKey()
        : ((OptionSpec) arg).longestName().replaceFirst("^-+", "");
  }

  /** All that are listed, with those of a command. */
  private static List<CommandSpec> commands() {
    List<CommandSpec> all = new ArrayList<>();
    add(new CommandLine(new Dawen()), all);
    return all;
  }

  private static void add(CommandLine line, List<CommandSpec> all) {
    if (!line.getCommandSpec().usageMessage().hidden()) {
      all.add(line.getCommandSpec());
      line.getSubcommands().values().forEach(sub -> add(sub, all));
    }
  }

  @Test
  void noSentenceIsLeftInATroubleOrAnAnnotationOfTheCommandLine() throws IOException {
    String sources = sources();
    assertThat(OF_A_SENTENCE.matcher(sources).results().map(MatchResult::group).toList())
        .noneMatch(call -> call.replaceFirst("^[^\"]*", "").contains(" "));
    try (Stream<Path> files = Files.list(HOME.resolve("src/main/java/org/dawen/cli"))) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContainPattern("\\b(?:description|header|footer)\\s*=\\s*[\"{]")
            .doesNotContainPattern(
                "System\\.(?:out|err)\\.print(?:ln|f)?\\(\\s*\"[^\"]*[a-z]{2,} [a-z]{2,}");
      }
    }
  }

  static List<String> names() {
    return commands().stream().map(c -> c.qualifiedName(" ").replaceFirst("^dawen ?", "")).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void helpOfEveryCommandIsInTheLanguageAskedFor(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.removeIf(String::isEmpty);
    words.addAll(List.of("--help", "--lang"));
    for (Language language : Language.values()) {
      List<String> line = new ArrayList<>(words);
      line.add(language.name().toLowerCase(java.util.Locale.ROOT));
      Said said = said(Map.of(), line.toArray(String[]::new));
      assertThat(said.exitCode()).isZero();
      boolean isChinese = language == Language.ZH;
      assertThat(said.out().replace("大汶", "").codePoints().anyMatch(Character::isIdeographic))
          .as(said.out())
          .isEqualTo(isChinese);
      assertThat(said.out()).contains(isChinese ? "用法：" : "Usage: ", "--lang");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nigthly | There is no command 'nigthly'.  Did you mean nightly? | 没有命令 'nigthly'。是否指"
            + " nightly？",
        "plan --lake /no/such/lake --dya 1 | There is no option '--dya'.  Did you mean --day? |"
            + " 没有选项 '--dya'。是否指 --day？",
        "brief --day 2024-3-21 | '2024-3-21' is no day. Write it as 2024-03-21. | '2024-3-21'"
            + " 不是日期。请写成 2024-03-21 的样子。",
        "bulletin | Required, but not given: --quarter. | 缺少必填项：--quarter。",
        "sql --format tabel X | Option '--format' does not take 'tabel' | 选项 '--format' 不能取"
            + " 'tabel'",
        "tables air.area_mnth | There is no table 'air.area_mnth' in the lake.  Did you mean"
            + " air.area_month or | 数据湖中没有表 'air.area_mnth'。是否指 air.area_month、",
        "brief --lake /no/such/lake | There is no lake in /no/such/lake. | /no/such/lake 中没有数据湖。",
      },
      quoteCharacter = '"')
  void whatIsWrongIsSaidInTheLanguageOfTheTerminal(String line, String english, String chinese) {
    Said inEnglish = said(Map.of("LANG", "en_US.UTF-8"), line.split(" "));
    Said inChinese = said(Map.of("LANG", "zh_CN.UTF-8"), line.split(" "));
    assertThat(inEnglish.errors()).contains(english);
    assertThat(inChinese.errors()).contains(chinese);
    assertThat(inChinese.exitCode()).isEqualTo(inEnglish.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(RejectReason.class)
  void theStoredReasonOfARejectIsThatOfTheBundle(RejectReason reason) {
    assertThat(EN.getString("reject." + reason.name())).isEqualTo(reason.words());
    assertThat(Message.recognised(reason.words()).in(Language.ZH))
        .isEqualTo(ZH.getString("reject." + reason.name()));
  }

  private record Said(int exitCode, String out, String errors) {}

  private static Said said(Map<String, String> environment, String... arguments) {
    PrintStream out = System.out;
    PrintStream errors = System.err;
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErrors = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(toOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(toErrors, true, StandardCharsets.UTF_8));
      int exitCode = Dawen.execute(environment, arguments);
      return new Said(
          exitCode,
          toOut.toString(StandardCharsets.UTF_8),
          toErrors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(errors);
    }
  }
}
