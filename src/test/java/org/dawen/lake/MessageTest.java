package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message is told in either language; what is stored is English, and is told in both again. */
class MessageTest {
  private static final Trouble TROUBLE =
      Trouble.notReady("store.silent", "s3a://city/lake", Message.of("failure.disk-full"));

  @Test
  void whatIsStoredIsEnglishWhateverTheLanguage() {
    Language.use(Language.ZH);
    try {
      assertThat(TROUBLE.getMessage()).startsWith("The store of the lake s3a://city/lake does not");
      assertThat(TROUBLE.message()).hasToString(TROUBLE.getMessage());
      assertThat(TROUBLE.getLocalizedMessage())
          .isEqualTo("数据湖 s3a://city/lake 所在的存储没有响应：磁盘已满。请腾出空间后重新运行；未写完的内容不会保留。请检查地址和存储桶；恢复后重新运行。");
    } finally {
      Language.use(Language.EN);
    }
  }

  @Test
  void listsAndSentencesAreJoinedAsTheLanguageDoes() {
    Message message =
        Message.sequence(
            Message.of("options.missing", List.of("--month", "--day")),
            Message.sequence(),
            Message.of("alike.two", "a", "b"));
    assertThat(message)
        .hasToString("Required, but not given: --month, --day.  Did you mean a or b?");
    assertThat(message.in(Language.ZH)).isEqualTo("缺少必填项：--month、--day。是否指 a 或 b？");
  }

  @Test
  void aStoredSentenceIsRecognisedWithTheSentencesInIt() {
    Message failed =
        Message.of(
            "night.job-failed",
            "air.area_day",
            Message.of("settings.no-whole", "a.setting", "nightly.yaml", "many"));
    assertThat(Message.recognised(failed.toString()).in(Language.ZH))
        .isEqualTo(failed.in(Language.ZH));
    assertThat(Message.recognised("%,d files".formatted(1_234)).in(Language.ZH))
        .isEqualTo("1,234 个文件");
    assertThat(Message.recognised("nobody has ever said this").in(Language.ZH))
        .isEqualTo("nobody has ever said this");
  }

  /** A file of upstream may have any name. */
  @ParameterizedTest
  @ValueSource(strings = {"99999999999999999999 files", ",,, files", "9,99 files", "- files"})
  void aTextThatOnlyLooksLikeANumberIsNoValue(String stored) {
    assertThat(Message.recognised(stored).in(Language.ZH)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource({
    "--lang zh, en, en, en_US.UTF-8, ZH",
    "--lang=en, zh, zh, zh_CN.UTF-8, EN",
    "'', zh_CN, en, C, ZH",
    "'', '', zh, C, ZH",
    "'', '', '', zh_CN.UTF-8, ZH",
    "'', '', '', de_DE.UTF-8, EN",
    "'', '', '', '', EN",
  })
  void theLanguageIsThatOfTheOptionTheVariableTheFileOrTheTerminal(
      String option, String variable, String file, String locale, Language expected) {
    assertThat(
            Language.wanted(
                List.of(option.split(" ")),
                Map.of("DAWEN_LANG", variable, "LC_ALL", "", "LANG", locale),
                file))
        .isEqualTo(expected);
  }

  @Test
  void categoriesOfTheLocaleCountInTheirOrder() {
    assertThat(
            Language.wanted(
                List.of(),
                Map.of("LC_ALL", "C.UTF-8", "LC_MESSAGES", "zh_CN", "LANG", "zh_CN"),
                null))
        .isEqualTo(Language.EN);
    assertThat(Language.wanted(List.of(), Map.of("LC_MESSAGES", "zh_CN", "LANG", "en_US"), null))
        .isEqualTo(Language.ZH);
  }
}
