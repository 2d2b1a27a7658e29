package org.dawen.intake;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.RecordForm;
import org.dawen.registry.RegistryFile;

/**
 * A row of whichever reference table, cell by cell.
 *
 * @param values the cells of all columns, in their order
 */
record Registered(RegistryFile file, List<Object> values) {
  @SuppressWarnings("unchecked")
  static Registered of(RegistryFile file, Record row) {
    return new Registered(file, ((RecordForm<Record>) RecordForm.of(file.type())).values(row));
  }

  /** What the file says, without where; two rows that say the same are alike. */
  List<Object> said() {
    return values.subList(0, file.headings().size());
  }

  /** Null: nothing. */
  Object value(Column column) {
    return values.get(file.table().columns().indexOf(column));
  }

  /** As a person writes it, numbers without trailing zeros; or null. */
  String shown(Column column) {
    Object value = value(column);
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value == null ? null : value.toString();
  }
}
