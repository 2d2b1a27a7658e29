package org.dawen.waste;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * The class of management of a unit in a year, HJ 1259-2022.
 *
 * @param expectedYearT null: not registered
 * @param generatedT what came into its store in the year, by the ledger
 * @param managementClass by permit, own disposal and what it expects to generate; null: the
 *     registry does not say
 * @param ledgerClass as {@code managementClass}, by what the ledger shows so far
 */
@OfTable(
    name = "waste.management_class",
    grain =
        "One row per registered unit and year with moves in the ledgers: its class of management.",
    sources = {"received.waste_move", "registry.waste_unit"})
public record ManagementClass(
    @Key String unitCode,
    @Key @Day LocalDate dataDay,
    @Nullable String countyCode,
    boolean holdsPermit,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal expectedYearT,
    @Digits(value = 18, scale = 6) BigDecimal generatedT,
    @Nullable Label managementClass,
    Label ledgerClass,
    boolean isAboveRegistered,
    boolean isProvisional,
    String fileId,
    long recordNo) {

  /** Class of management, from the loosest to the strictest. */
  enum Label {
    REGISTRATION("登记管理"),
    SIMPLIFIED("简化管理"),
    KEY("重点监管");

    private final String chinese;

    Label(String chinese) {
      this.chinese = chinese;
    }

    /** The word in tables. */
    @Override
    public String toString() {
      return chinese;
    }
  }
}
