package org.dawen.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
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

  /** What was told, without when and where; null: not told. */
  public record Content(
      @Nullable Integer protocol,
      @Nullable Boolean isMilOn,
      String supportHex,
      String readinessHex,
      @Nullable String unitVin,
      @Nullable String calid,
      @Nullable String cvn,
      @Nullable Integer troubleCodeCount,
      String troubleCodesHex) {}
}
