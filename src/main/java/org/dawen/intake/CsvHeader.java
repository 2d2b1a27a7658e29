package org.dawen.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dawen.lake.Table;

/** The first line of a CSV: names of columns in whatever order. */
final class CsvHeader {
  private static final Set<String> UNITS =
      Set.of(
          "_ug_m3", "_mg_m3", "_ng_m3", "_g_m3", "_ppm", "_ppb", "_kwh", "_wh", "_mwh", "_kw", "_w",
          "_mw", "_a", "_ma", "_ka", "_v", "_kv", "_mv");

  private List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  CsvHeader(List<String> cells) {
    names =
        cells.stream()
            .map(c -> c == null ? "" : Cells.trimmed(c).toLowerCase(Locale.ROOT))
            .toList();
    place();
  }

  private void place() {
    places.clear();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isEmpty()) {
        places.putIfAbsent(names.get(i), i);
      }
    }
  }

  /** The names in the order of the file, in small letters; empty: a column without one. */
  List<String> names() {
    return names;
  }

  boolean has(String name) {
    return places.containsKey(name);
  }

  /** Calls columns whose headings are Chinese terms by their names. */
  void translate(Expected expected) {
    if (names.stream()
        .anyMatch(n -> !expected.known.contains(n) && expected.byChinese.containsKey(term(n)))) {
      names =
          names.stream()
              .map(
                  n -> expected.known.contains(n) ? n : expected.byChinese.getOrDefault(term(n), n))
              .toList();
      place();
    }
  }

  /** Brackets are typed in full width or in half width. */
  private static String term(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Place of a column, or −1. */
  int place(String name) {
    return places.getOrDefault(name, -1);
  }

  int size() {
    return names.size();
  }

  /** Place of a cell that is not empty in a column without heading, or −1. */
  int filledWithoutHeading(String[] cells) {
    for (int i = 0; places.size() < names.size() && i < Math.min(cells.length, size()); i++) {
      if (names.get(i).isEmpty() && !Cells.isBlank(cells[i])) {
        return i;
      }
    }
    return -1;
  }

  /** The columns that a feed takes; made once, asked of every file. */
  static final class Expected {
    private final List<String> required;
    private final Set<String> known;
    private final Map<String, String> byQuantity;
    private final Map<String, String> byChinese = new HashMap<>();

    /**
     * @param required columns that must stand there
     * @param optional columns that may stand there
     */
    Expected(List<String> required, List<String> optional) {
      this(required, optional, Map.of());
    }

    /**
     * Columns by their names, or by the Chinese terms of the dictionary.
     *
     * @param others Chinese terms of headings that are no columns of the table
     */
    static Expected of(
        Table table, List<String> required, List<String> optional, Map<String, String> others) {
      Map<String, String> chinese = new HashMap<>(others);
      Stream.concat(required.stream(), optional.stream())
          .filter(table::has)
          .forEach(name -> chinese.put(name, table.column(name).chinese()));
      return new Expected(required, optional, chinese);
    }

    /**
     * @param chinese Chinese terms of columns, which may stand there in place of their names
     */
    Expected(List<String> required, List<String> optional, Map<String, String> chinese) {
      chinese.forEach((name, term) -> byChinese.put(term(term), name));
      this.required = required;
      known = new LinkedHashSet<>(required);
      known.addAll(optional);
      byQuantity = byQuantity(known);
    }
  }

  /**
   * Holds the header against the columns that a feed takes.
   *
   * @throws Wrong if one is missing, unknown, in another unit or there twice
   */
  void require(Expected expected) {
    translate(expected);
    Set<String> found = places.keySet();
    boolean isPlain = found.size() == names.size(); // no heading empty, none twice
    if (isPlain && expected.known.containsAll(found) && found.containsAll(expected.required)) {
      return;
    }
    List<String> named = names.stream().filter(n -> !n.isEmpty()).toList();
    for (String name : named) {
      String inOtherUnit =
          expected.known.contains(name) ? null : expected.byQuantity.get(withoutUnit(name));
      if (inOtherUnit != null) {
        throw new Wrong(
            RejectReason.WRONG_UNIT,
            "Column '%s' is in another unit than this feed takes: '%s'. Convert it at the source."
                .formatted(shorten(name), inOtherUnit));
      }
    }
    List<String> missing = expected.required.stream().filter(r -> !has(r)).toList();
    List<String> unknown = named.stream().filter(n -> !expected.known.contains(n)).toList();
    if (missing.isEmpty() && unknown.isEmpty() && places.size() == named.size()) {
      return;
    }
    StringBuilder what =
        new StringBuilder("The first line does not name the columns of this feed:");
    if (!missing.isEmpty()) {
      what.append(" missing ").append(String.join(", ", missing)).append(';');
    }
    if (!unknown.isEmpty()) {
      what.append(" unknown ").append(listed(unknown)).append(';');
    }
    if (places.size() != named.size()) {
      what.append(" a name stands twice;");
    }
    what.append(" it takes ").append(String.join(",", expected.known)).append('.');
    throw new Wrong(RejectReason.WRONG_HEADER, what.toString());
  }

  /** Columns that end in a unit, by what stands before it; the first of several. */
  private static Map<String, String> byQuantity(Set<String> columns) {
    Map<String, String> byQuantity = new HashMap<>();
    for (String column : columns) {
      String quantity = withoutUnit(column);
      if (!quantity.equals(column)) {
        byQuantity.putIfAbsent(quantity, column);
      }
    }
    return byQuantity;
  }

  /** The name without the unit it ends in; the name itself if it ends in none. */
  private static String withoutUnit(String name) {
    for (int at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
      if (UNITS.contains(name.substring(at))) {
        return name.substring(0, at);
      }
    }
    return name;
  }

  private static String listed(List<String> names) {
    List<String> shown = names.stream().limit(20).map(n -> "'" + shorten(n) + "'").toList();
    return String.join(", ", shown)
        + (names.size() > 20 ? " and %d more".formatted(names.size() - 20) : "");
  }

  static String shorten(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }

  /** The header cannot be used; the file is refused for this reason. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final RejectReason reason;

    Wrong(RejectReason reason, String detail) {
      super(detail, null, false, false); // where it was thrown is of no use
      this.reason = reason;
    }

    RejectReason reason() {
      return reason;
    }
  }
}
