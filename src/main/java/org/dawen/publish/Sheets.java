package org.dawen.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.run.BoundedYaml;

/** Sheets as {@code publish/sheets.yaml} lays them out. */
final class Sheets {
  private static final JsonNode LAYOUTS = read("/publish/sheets.yaml");

  private Sheets() {}

  /**
   * The sheet of a layout.
   *
   * @param words what stands for {@code {word}} in its source
   */
  static Sheet of(Results results, String layout, Map<String, ?> words, List<Line> lines) {
    JsonNode l = LAYOUTS.required(layout);
    String source = l.required("source").textValue();
    for (Map.Entry<String, ?> word : words.entrySet()) {
      source = source.replace("{" + word.getKey() + "}", word.getValue().toString());
    }
    List<Field> fields = new ArrayList<>();
    l.required("columns").forEach(c -> fields.add(field(results, c)));
    List<String> key = new ArrayList<>();
    l.required("key").forEach(k -> key.add(k.textValue()));
    return new Sheet(
        l.path("name").asText(layout),
        l.required("title").get(0).textValue(),
        l.required("title").get(1).textValue(),
        source,
        fields,
        key,
        lines,
        l.required("none").get(0).textValue(),
        l.required("none").get(1).textValue());
  }

  private static Field field(Results results, JsonNode column) {
    String[] place = column.get(0).textValue().split("/");
    if (place.length == 1) {
      return Field.named(place[0], column.get(1).textValue(), column.get(2).textValue());
    }
    Field declared = Field.of(results.table(place[0]), place[1]);
    if (column.size() == 1) {
      return declared;
    }
    Field titled = declared.titled(column.get(1).textValue(), column.get(2).textValue());
    return column.has(3) ? titled.shownWith(column.get(3).intValue()) : titled;
  }

  static JsonNode read(String resource) {
    try (InputStream in = Sheets.class.getResourceAsStream(resource)) {
      return BoundedYaml.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
