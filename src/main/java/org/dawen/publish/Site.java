package org.dawen.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dawen.lake.Column;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.dawen.run.Evidence.RecordTexts;
import org.dawen.standard.EmissionLimit;
import org.dawen.standard.StandardRow;
import org.dawen.standard.StandardTable;

/**
 * The site: one folder of static pages to explore the results, opened from disk or behind a web
 * server. The same tables and landing files give the same bytes.
 */
public final class Site {
  /** In the order in which the page loads them. */
  private static final List<String> SCRIPTS =
      List.of(
          "store",
          "text",
          "words",
          "dom",
          "city",
          "table",
          "map",
          "calendar",
          "chart",
          "day",
          "county",
          "outlet",
          "hour",
          "meter",
          "truck",
          "water",
          "pool",
          "lead",
          "plan",
          "about",
          "main");

  private static final String LIBRARY = "/META-INF/resources/webjars/echarts/%s/";
  private static final Map<String, String> OF_LIBRARY =
      new TreeMap<>(
          Map.of(
              "dist/echarts.common.min.js", "lib/echarts.js",
              "LICENSE", "lib/echarts-LICENSE.txt",
              "NOTICE", "lib/echarts-NOTICE.txt",
              "licenses/LICENSE-d3", "lib/echarts-LICENSE-d3.txt"));

  private final SqlEngine engine;
  private final List<Table> tables;
  private final RecordTexts raw;

  /**
   * Site of a lake.
   *
   * @param engine answers questions to it
   * @param tables every table there is
   * @param raw finds packets in the landing folder
   */
  public Site(SqlEngine engine, List<Table> tables, RecordTexts raw) {
    this.engine = engine;
    this.tables = tables;
    this.raw = raw;
  }

  /**
   * Writes what is new or has changed.
   *
   * @param areas GeoJSON of the counties; null: a table takes the place of the map
   * @throws org.dawen.lake.Trouble exit code 2 if the shapes cannot be drawn (nothing is written
   *     then), or the folder cannot be written
   */
  public SiteReport write(Path folder, String areas) {
    Map<String, Object> shapes = areas == null ? null : shapes(areas);
    SiteFolder files = new SiteFolder(folder);
    new SiteData(engine, files).write(SiteLayout.kinds());
    new SitePackets(engine, raw, files).write();
    files.script("areas", SiteJson.of(shapes));
    files.script("words", SiteJson.of(words()));
    files.script("columns", SiteJson.of(columns()));
    files.script("limits", SiteJson.of(limits()));
    files.script("index", SiteJson.of(files.files()));
    library(files);
    files.write("app/site.css", BriefPage.resource("/site/site.css"));
    SCRIPTS.forEach(s -> files.write("app/" + s + ".js", BriefPage.resource("/site/" + s + ".js")));
    files.write("index.html", page());
    return files.close();
  }

  private static Map<String, Object> shapes(String areas) {
    try {
      return SiteAreas.of(areas).json();
    } catch (IllegalArgumentException e) {
      throw Trouble.usage(e, "site.shapes", e.getMessage());
    }
  }

  private static void library(SiteFolder files) {
    OF_LIBRARY.forEach(
        (inside, place) ->
            files.write(place, bytes(LIBRARY.formatted(BriefPage.version()) + inside)));
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Site.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String page() {
    StringBuilder scripts = new StringBuilder();
    List<String> all = new ArrayList<>(List.of("app/store"));
    List.of("index", "areas", "words", "columns", "limits", "registry/all")
        .forEach(d -> all.add("data/" + d));
    SCRIPTS.stream().skip(1).forEach(s -> all.add("app/" + s));
    all.forEach(s -> scripts.append("<script defer src=\"%s.js\"></script>\n".formatted(s)));
    return BriefPage.resource("/site/index.html").replace("<!-- scripts -->\n", scripts);
  }

  /** Codes of closed lists in both languages, and the classes of the AQI. */
  private static Map<String, Object> words() {
    Map<String, Object> classes = new LinkedHashMap<>();
    for (AqiColour c : AqiColour.values()) {
      classes.put(c.zh(), List.of(c.en(), c.numeral(), c.colour(), c.ink()));
    }
    Map<String, List<String>> codes = new LinkedHashMap<>();
    for (StandardRow factor : StandardTable.read("hj212_factors.csv").rows()) {
      codes.putIfAbsent(
          factor.text("factor_code"),
          List.of(factor.optionalText("name_zh"), factor.optionalText("name_en")));
    }
    codes.putAll(Words.all());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("words", codes);
    all.put("classes", classes);
    return all;
  }

  /** Of each column that a page shows: Chinese term, unit, meaning; by table where it differs. */
  private Map<String, Object> columns() {
    Map<String, Object> all = new TreeMap<>();
    for (SiteLayout.Kind kind : SiteLayout.kinds()) {
      for (SiteLayout.Part part : kind.parts()) {
        // What a question gives has the names of columns of tables.
        Stream.concat(tables.stream().filter(t -> t.name().equals(part.from())), tables.stream())
            .flatMap(t -> t.columns().stream())
            .filter(c -> part.names().contains(c.name()))
            .forEach(c -> all.putIfAbsent(c.name(), List.of(c.chinese(), unit(c), c.meaning())));
      }
    }
    return all;
  }

  private static String unit(Column c) {
    return c.unit().equals(Column.NUMBER) || c.unit().equals(Column.AS_ROW) ? "" : c.unit();
  }

  /** Standard and clause of each limit that is not of a permit. */
  private static Map<String, Object> limits() {
    Map<String, Object> all = new TreeMap<>();
    for (EmissionLimit limit : EmissionLimit.all()) {
      all.put(
          limit.limitId(),
          List.of(
              limit.provision().standard(),
              limit.provision().clause(),
              limit.provision().confidence().name()));
    }
    return all;
  }
}
