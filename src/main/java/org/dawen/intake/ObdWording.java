package org.dawen.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.dawen.codec.gb17691.ObdInfo;
import org.dawen.lake.Day;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** What a control unit told in one file on a day, once a wording. */
@OfTable(
    name = "received.obd_info",
    grain = "One row per file, vehicle, day and wording of OBD information (type 01).",
    withoutKey = "several files tell the same",
    layout = Layout.BY_YEAR,
    sources = "landing/obd",
    warnings = "Counters (IUPR) are left out: they change with every trip")
public record ObdWording(
    String vin,
    @Day LocalDate dataDay,
    LocalDateTime firstAt,
    LocalDateTime lastAt,
    Content content,
    String fileId,
    long recordNo) {

  /** The same wording, read from this file behind so many records. */
  ObdWording of(String file, long recordsBefore) {
    return new ObdWording(vin, dataDay, firstAt, lastAt, content, file, recordsBefore + recordNo);
  }

  /**
   * What was told, without when and where; GB 17691-2018 annex Q. In order of its parts, the untold
   * first.
   *
   * @param protocol 0 ISO 15765, 1 ISO 27145, 2 SAE J1939; null: not told
   * @param isMilOn malfunction indicator lamp; null: not told
   */
  public record Content(
      @Nullable Integer protocol,
      @Nullable Boolean isMilOn,
      String supportHex,
      String readinessHex,
      @Nullable String unitVin,
      @Nullable String calid,
      @Nullable String cvn,
      @Nullable Integer troubleCodeCount,
      String troubleCodesHex)
      implements Comparable<Content> {
    private static final Comparator<String> TEXTS = Comparator.nullsFirst(Provenance::compareTexts);

    private static final Comparator<Content> ORDER =
        Comparator.comparing(Content::protocol, untoldFirst())
            .thenComparing(Content::isMilOn, untoldFirst())
            .thenComparing(Content::supportHex, TEXTS)
            .thenComparing(Content::readinessHex, TEXTS)
            .thenComparing(Content::unitVin, TEXTS)
            .thenComparing(Content::calid, TEXTS)
            .thenComparing(Content::cvn, TEXTS)
            .thenComparing(Content::troubleCodeCount, untoldFirst())
            .thenComparing(Content::troubleCodesHex, TEXTS);

    private static <T extends Comparable<T>> Comparator<T> untoldFirst() {
      return Comparator.nullsFirst(Comparator.naturalOrder());
    }

    @Override
    public int compareTo(Content other) {
      return ORDER.compare(this, other);
    }

    static Content of(ObdInfo info) {
      return new Content(
          info.protocol(),
          info.isMilOn(),
          info.support(),
          info.readiness(),
          info.vin(),
          info.calid(),
          info.cvn(),
          info.troubleCodeCount(),
          info.troubleCodes());
    }
  }
}
