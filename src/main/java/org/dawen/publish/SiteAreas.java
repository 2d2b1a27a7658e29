package org.dawen.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shapes of areas from a GeoJSON file (RFC 7946): each feature has {@code county_code} among its
 * properties and is a polygon or several. Drawn north up, a degree of longitude as wide as it is in
 * the middle of the map; points closer than a tenth of a unit are one. Nothing is computed with
 * them.
 *
 * @param paths path of an SVG by code of the county
 * @param labels where its name is written
 * @param noteZh what the file says of itself in Chinese ({@code note_zh}); empty: nothing
 * @param noteEn the same in English
 */
record SiteAreas(
    int width,
    int height,
    Map<String, String> paths,
    Map<String, List<Integer>> labels,
    String noteZh,
    String noteEn) {
  private static final int WIDTH = 1000;
  private static final int MOST_DEPTH = 20;
  private static final int MOST_HEIGHT = 100_000;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
              .build());

  /** Rings of points, longitude and latitude in degrees. */
  private record Shape(String code, List<double[][]> rings) {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  static SiteAreas of(String geojson) {
    JsonNode root;
    try {
      root = JSON.readTree(geojson.startsWith("\uFEFF") ? geojson.substring(1) : geojson);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
    }
    List<Shape> shapes = new ArrayList<>();
    for (JsonNode feature : root.path("features")) {
      String code = feature.path("properties").path("county_code").asText("");
      if (code.isEmpty()) {
        throw new IllegalArgumentException("a feature has no county_code among its properties");
      }
      shapes.add(new Shape(code, rings(code, feature.path("geometry"))));
    }
    if (shapes.isEmpty()) {
      throw new IllegalArgumentException("it has no features");
    }
    return drawn(shapes, root.path("note_zh").asText(""), root.path("note_en").asText(""));
  }

  private static List<double[][]> rings(String code, JsonNode geometry) {
    List<double[][]> rings = new ArrayList<>();
    switch (geometry.path("type").asText()) {
      case "Polygon" -> geometry.path("coordinates").forEach(r -> rings.add(ring(code, r)));
      case "MultiPolygon" ->
          geometry.path("coordinates").forEach(p -> p.forEach(r -> rings.add(ring(code, r))));
      default ->
          throw new IllegalArgumentException(
              "the feature %s is neither Polygon nor MultiPolygon".formatted(code));
    }
    return rings;
  }

  private static double[][] ring(String code, JsonNode points) {
    double[][] ring = new double[points.size()][];
    for (int i = 0; i < ring.length; i++) {
      JsonNode x = points.get(i).path(0);
      JsonNode y = points.get(i).path(1);
      boolean isPlace =
          x.isNumber()
              && y.isNumber()
              && Math.abs(x.asDouble()) <= 180
              && Math.abs(y.asDouble()) <= 90;
      if (!isPlace) {
        throw new IllegalArgumentException(
            "a point of %s is no longitude and latitude in degrees".formatted(code));
      }
      ring[i] = new double[] {x.asDouble(), y.asDouble()};
    }
    return ring;
  }

  private static SiteAreas drawn(List<Shape> shapes, String noteZh, String noteEn) {
    double west = 180;
    double east = -180;
    double south = 90;
    double north = -90;
    for (Shape shape : shapes) {
      for (double[][] ring : shape.rings()) {
        for (double[] p : ring) {
          west = Math.min(west, p[0]);
          east = Math.max(east, p[0]);
          south = Math.min(south, p[1]);
          north = Math.max(north, p[1]);
        }
      }
    }
    double narrowed = StrictMath.cos(StrictMath.toRadians((south + north) / 2));
    double scale = WIDTH / Math.max(1e-6, (east - west) * narrowed);
    TreeMap<String, String> paths = new TreeMap<>();
    TreeMap<String, List<Integer>> labels = new TreeMap<>();
    for (Shape shape : shapes) {
      StringBuilder path = new StringBuilder();
      List<double[][]> drawn = new ArrayList<>();
      for (double[][] ring : shape.rings()) {
        double[][] placed = placed(ring, west, north, narrowed * scale, scale);
        draw(path, placed);
        drawn.add(placed);
      }
      paths.merge(shape.code(), path.toString(), String::concat);
      labels.putIfAbsent(shape.code(), SiteLabel.of(drawn));
    }
    int height = (int) Math.min(MOST_HEIGHT, Math.ceil((north - south) * scale));
    return new SiteAreas(WIDTH, height, paths, labels, noteZh, noteEn);
  }

  /** The points of a ring on the map, to a tenth of a unit, without repetitions. */
  private static double[][] placed(
      double[][] ring, double west, double north, double xScale, double yScale) {
    List<double[]> placed = new ArrayList<>();
    double[] last = null;
    for (double[] p : ring) {
      double[] point = {
        Math.round((p[0] - west) * xScale * 10) / 10.0,
        Math.round((north - p[1]) * yScale * 10) / 10.0
      };
      if (last == null || point[0] != last[0] || point[1] != last[1]) {
        placed.add(point);
      }
      last = point;
    }
    return placed.toArray(double[][]::new);
  }

  private static void draw(StringBuilder path, double[][] ring) {
    String letter = "M";
    for (double[] p : ring) {
      path.append(letter).append(text(p[0])).append(' ').append(text(p[1]));
      letter = "L";
    }
    path.append(ring.length == 0 ? "" : "Z");
  }

  private static String text(double tenths) {
    return BigDecimal.valueOf(tenths).stripTrailingZeros().toPlainString();
  }

  /** As the pages are given it. */
  Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("width", width);
    all.put("height", height);
    all.put("paths", paths);
    all.put("labels", labels);
    all.put("note_zh", noteZh);
    all.put("note_en", noteEn);
    return all;
  }
}
