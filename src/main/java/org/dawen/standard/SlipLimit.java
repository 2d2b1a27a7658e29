package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How much ammonia may leave a denitrification unit (氨逃逸), HJ 562-2010 and HJ 563-2010: a design
 * requirement, so a screening limit and no emission limit.
 *
 * @param limitId stable name, as in {@code HJ562-2010/scr}
 * @param processes of the unit: {@code scr}, {@code sncr}, {@code sncr_scr}
 * @param limitMgM3 in mg/m³, as measured; equal to it complies
 * @param provision where it comes from and when it holds
 */
public record SlipLimit(
    String limitId, Set<String> processes, BigDecimal limitMgM3, Provision provision)
    implements Dated, Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "ammonia_slip.csv";

  private static final List<SlipLimit> ALL = StandardTable.read(FILE, SlipLimit::limit, "limit_id");

  private static SlipLimit limit(StandardRow row) {
    return new SlipLimit(
        row.text("limit_id"), row.texts("processes"), row.decimal("limit_value"), row.provision());
  }

  /**
   * The limit of a process on a data day.
   *
   * @param process as the registry writes it, in any case and with any mark between: {@code
   *     SNCR+SCR}; null: not told
   * @return empty if the process is not known to let ammonia slip
   */
  public static Optional<SlipLimit> inForce(String process, LocalDate dataDay) {
    String asListed =
        process == null
            ? ""
            : Normalizer.normalize(process, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "_");
    return Dated.inForce(ALL, dataDay, limit -> limit.processes.contains(asListed));
  }
}
