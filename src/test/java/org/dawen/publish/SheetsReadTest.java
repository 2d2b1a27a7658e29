package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.cli.Catalogue;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.junit.jupiter.api.Test;

/** What every sheet owes to those who read it. */
class SheetsReadTest {
  private static final JsonNode LAYOUTS = Sheets.read("/publish/sheets.yaml");

  private static List<String[]> columns() {
    List<String[]> columns = new ArrayList<>();
    LAYOUTS
        .fields()
        .forEachRemaining(
            layout ->
                layout
                    .getValue()
                    .required("columns")
                    .forEach(
                        c -> columns.add(new String[] {layout.getKey(), c.get(0).textValue()})));
    return columns;
  }

  @Test
  void everyColumnThatMayBeEmptyHasAReason() {
    Map<String, Table> tables = new java.util.HashMap<>();
    Catalogue.tables().forEach(t -> tables.put(t.name(), t));
    List<String> without = new ArrayList<>();
    for (String[] at : columns()) {
      String[] place = at[1].split("/");
      if (place.length == 2) {
        Column column =
            tables.get(place[0]).columns().stream()
                .filter(c -> c.name().equals(place[1]))
                .findFirst()
                .orElseThrow();
        if (!column.isRequired() && Absent.reason(at[0], place[1]).isEmpty()) {
          without.add(at[0] + "/" + place[1]);
        }
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void noSheetHasTwoColumnsOfOneHeading() {
    LAYOUTS
        .fields()
        .forEachRemaining(
            layout -> {
              Set<String> zh = new HashSet<>();
              Set<String> en = new HashSet<>();
              layout
                  .getValue()
                  .required("columns")
                  .forEach(
                      c -> {
                        if (c.has(1)) {
                          assertThat(zh.add(c.get(1).textValue()))
                              .as("%s: %s", layout.getKey(), c.get(1))
                              .isTrue();
                          assertThat(en.add(c.get(2).textValue()))
                              .as("%s: %s", layout.getKey(), c.get(2))
                              .isTrue();
                        }
                      });
            });
  }

  /** WCAG 2.2, 1.4.3: at least 4.5 to 1. */
  @Test
  void lettersOnTheColourOfAClassAreLegible() {
    for (AqiColour c : AqiColour.values()) {
      double one = luminance(c.colour());
      double other = luminance(c.ink());
      assertThat((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05))
          .as(c.en())
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  private static double luminance(String colour) {
    String six = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(six.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
