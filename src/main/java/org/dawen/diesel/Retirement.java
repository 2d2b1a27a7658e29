package org.dawen.diesel;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.dawen.intake.Provenance;
import org.dawen.registry.Machine;
import org.dawen.registry.OldTruck;
import org.dawen.standard.EmissionStage;

/**
 * A machine or truck that the registry has as retired on a day.
 *
 * @param code environment plate or VIN, as written
 * @param stageText emission stage as written; null: not told
 * @param kindText how it was retired, as written; null: not told
 * @param proofNo as written; null: none
 */
record Retirement(
    SubjectKind subject,
    String code,
    String stageText,
    String owner,
    String countyCode,
    LocalDate retiredOn,
    String kindText,
    String proofNo,
    String fileId,
    long recordNo) {
  /** What is written where there is no proof, without marks. */
  private static final Set<String> NO_PROOF =
      Set.of("无", "暂无", "没有", "无证明", "未提供", "none", "no", "0");

  /** Of several of one subject the first is the one that counts. */
  static final Comparator<Retirement> FIRST =
      Comparator.comparing(Retirement::retiredOn)
          .thenComparing(Retirement::fileId, Provenance::compareTexts)
          .thenComparing(Retirement::recordNo);

  /** What was retired. */
  enum SubjectKind {
    MACHINE,
    TRUCK;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a machine or truck leaves: 报废, 转出, 改造. */
  enum RetireKind {
    SCRAPPED,
    SOLD_OUT,
    REBUILT,
    /** None of these words, or not told. */
    OTHER;

    static RetireKind of(String text) {
      String word = text == null ? "" : text.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
      if (word.equals("scrapped") || word.contains("报废") || word.contains("拆解")) {
        return SCRAPPED;
      }
      if (word.equals("soldout") || word.contains("转出") || word.contains("外迁")) {
        return SOLD_OUT;
      }
      return word.equals("rebuilt") || word.contains("改造") ? REBUILT : OTHER;
    }
  }

  static Retirement of(Machine m) {
    return new Retirement(
        SubjectKind.MACHINE,
        m.machineCode(),
        m.emissionStage(),
        m.owner(),
        m.countyCode(),
        m.retiredOn(),
        m.retireKind(),
        m.proofNo(),
        m.fileId(),
        m.recordNo());
  }

  static Retirement of(OldTruck t) {
    return new Retirement(
        SubjectKind.TRUCK,
        t.vin(),
        t.emissionStage(),
        t.owner(),
        t.countyCode(),
        t.retiredOn(),
        t.retireKind(),
        t.proofNo(),
        t.fileId(),
        t.recordNo());
  }

  /** One code however it is written: blanks, width and case do not matter. */
  static String keyOf(SubjectKind subject, String code) {
    String narrow = Normalizer.normalize(code, Normalizer.Form.NFKC);
    return subject + " " + narrow.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  String key() {
    return keyOf(subject, code);
  }

  /** Null: not told, or no stage. */
  Integer stage() {
    return EmissionStage.numberOf(stageText);
  }

  /** A proof was handed in: neither an empty cell nor a word or mark for none. */
  boolean hasProof() {
    String proof =
        proofNo == null
            ? ""
            : Normalizer.normalize(proofNo, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "");
    return !proof.isEmpty() && !NO_PROOF.contains(proof.toLowerCase(Locale.ROOT));
  }

  RetireKind kind() {
    return RetireKind.of(kindText);
  }
}
