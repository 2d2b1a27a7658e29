package org.dawen.standard;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An emission stage (排放阶段) of diesel engines and the standard that brought it.
 *
 * @param subject {@code truck} (GB 17691) or {@code machine} (GB 20891)
 * @param stage 1 to 6
 * @param provision in force from the day of publication: no engine of the stage is older
 */
public record EmissionStage(String subject, int stage, Provision provision)
    implements Dated, Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "emission_stages.csv";

  private static final List<EmissionStage> ALL =
      StandardTable.read(FILE, EmissionStage::stage, "subject", "stage");

  /** As people write stages, in half width, without 国, China, stage, 第 and 阶段 around them. */
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("0", 0),
          Map.entry("零", 0),
          Map.entry("〇", 0),
          Map.entry("1", 1),
          Map.entry("一", 1),
          Map.entry("I", 1),
          Map.entry("2", 2),
          Map.entry("二", 2),
          Map.entry("II", 2),
          Map.entry("3", 3),
          Map.entry("三", 3),
          Map.entry("III", 3),
          Map.entry("4", 4),
          Map.entry("四", 4),
          Map.entry("IV", 4),
          Map.entry("5", 5),
          Map.entry("五", 5),
          Map.entry("V", 5),
          Map.entry("6", 6),
          Map.entry("六", 6),
          Map.entry("VI", 6));

  private static EmissionStage stage(StandardRow row) {
    return new EmissionStage(row.text("subject"), row.integer("stage"), row.provision());
  }

  /**
   * The number of a stage as a registry writes it: {@code 国三}, {@code 国Ⅲ}, {@code III}, {@code
   * China 3}, {@code 国六b}; of a target also {@code 国一及以下}.
   *
   * @param text null: not told
   * @return 0 for 国零; null: no stage
   */
  public static Integer numberOf(String text) {
    if (text == null) {
      return null;
    }
    String bare =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("\\s", "")
            .toUpperCase(Locale.ROOT)
            .replaceAll("^(国家?|CHINA|STAGE|第)+", "")
            .replaceAll("(阶段|标准|排放|\\(含\\)|及?以[下前]|[AB])+$", "");
    return NUMBERS.get(bare);
  }

  /** The standard that brought a stage; empty: none did, as for stage 0. */
  public static Optional<EmissionStage> of(String subject, int stage) {
    return ALL.stream().filter(s -> s.subject.equals(subject) && s.stage == stage).findFirst();
  }
}
