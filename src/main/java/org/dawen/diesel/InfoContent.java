package org.dawen.diesel;

import java.util.Comparator;
import org.dawen.intake.Provenance;
import org.dawen.lake.Nullable;

/**
 * What a control unit tells (type 01), without when and where; GB 17691-2018 annex Q. In order of
 * its parts, the untold first.
 *
 * @param protocol 0 ISO 15765, 1 ISO 27145, 2 SAE J1939; null: not told
 * @param isMilOn malfunction indicator lamp; null: not told
 */
record InfoContent(
    @Nullable Integer protocol,
    @Nullable Boolean isMilOn,
    String supportHex,
    String readinessHex,
    @Nullable String unitVin,
    @Nullable String calid,
    @Nullable String cvn,
    @Nullable Integer troubleCodeCount,
    String troubleCodesHex)
    implements Comparable<InfoContent> {
  private static final Comparator<String> TEXTS = Comparator.nullsFirst(Provenance::compareTexts);

  private static final Comparator<InfoContent> ORDER =
      Comparator.comparing(InfoContent::protocol, untoldFirst())
          .thenComparing(InfoContent::isMilOn, untoldFirst())
          .thenComparing(InfoContent::supportHex, TEXTS)
          .thenComparing(InfoContent::readinessHex, TEXTS)
          .thenComparing(InfoContent::unitVin, TEXTS)
          .thenComparing(InfoContent::calid, TEXTS)
          .thenComparing(InfoContent::cvn, TEXTS)
          .thenComparing(InfoContent::troubleCodeCount, untoldFirst())
          .thenComparing(InfoContent::troubleCodesHex, TEXTS);

  private static <T extends Comparable<T>> Comparator<T> untoldFirst() {
    return Comparator.nullsFirst(Comparator.naturalOrder());
  }

  @Override
  public int compareTo(InfoContent other) {
    return ORDER.compare(this, other);
  }
}
