package org.dawen.publish;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as a person reads it.
 *
 * @param name for file names: letters, digits, underscores
 * @param zh the Chinese title
 * @param en the English title
 * @param source the table of the lake and the condition, so that a reader finds the rows there
 * @param key names of the fields that tell the rows apart
 * @param emptyZh what it means that there are no rows
 * @param emptyEn the same in English
 */
record Sheet(
    String name,
    String zh,
    String en,
    String source,
    List<Field> fields,
    List<String> key,
    List<Line> lines,
    String emptyZh,
    String emptyEn) {
  Sheet {
    fields = List.copyOf(fields);
    key = List.copyOf(key);
    lines = List.copyOf(lines);
  }

  /** The first lines only; {@link Sheet#lines} of the original tells how many there are. */
  Sheet first(int most) {
    return with(lines.subList(0, Math.min(most, lines.size())));
  }

  Sheet with(List<Line> otherLines) {
    return new Sheet(name, zh, en, source, fields, key, otherLines, emptyZh, emptyEn);
  }

  /** With another word for no rows. */
  Sheet saying(String newEmptyZh, String newEmptyEn) {
    return new Sheet(name, zh, en, source, fields, key, lines, newEmptyZh, newEmptyEn);
  }

  /** Under another name and title. */
  Sheet named(String newName, String newZh, String newEn) {
    return new Sheet(newName, newZh, newEn, source, fields, key, lines, emptyZh, emptyEn);
  }

  /** Without one of its columns. */
  Sheet without(String field) {
    List<Field> others = fields.stream().filter(f -> !f.name().equals(field)).toList();
    return new Sheet(name, zh, en, source, others, key, lines, emptyZh, emptyEn);
  }

  List<Object> values(Line line) {
    List<Object> values = new ArrayList<>();
    fields.forEach(f -> values.add(line.at(f.name())));
    return values;
  }
}
