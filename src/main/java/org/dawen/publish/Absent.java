package org.dawen.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a cell may have no value: {@code publish/absent.yaml}, by sheet and column or by column. */
final class Absent {
  private static final JsonNode REASONS = Sheets.read("/publish/absent.yaml");

  private Absent() {}

  /** The reason; empty: none is written, since the column always has a value. */
  static Optional<Said> reason(String sheet, String column) {
    String name = column.replaceFirst(",.*", ""); // without a condition on its rows
    JsonNode ofSheet = REASONS.path(sheet + "/" + name);
    JsonNode said = ofSheet.isMissingNode() ? REASONS.path(name) : ofSheet;
    return said.isMissingNode()
        ? Optional.empty()
        : Optional.of(new Said(said.get(0).textValue(), said.get(1).textValue()));
  }

  /** The columns of a sheet with cells without a value, each with the reason. */
  static Map<Field, Said> reasons(Sheet sheet) {
    Map<Field, Said> reasons = new LinkedHashMap<>();
    List<Field> lacking =
        sheet.fields().stream()
            .filter(f -> sheet.lines().stream().anyMatch(l -> l.at(f.name()) == null))
            .toList();
    lacking.forEach(f -> reason(sheet.name(), f.name()).ifPresent(r -> reasons.put(f, r)));
    return reasons;
  }
}
