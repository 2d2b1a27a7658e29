package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outlines of counties. */
class SiteAreasTest {
  private static String feature(String code, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{\"county_code\":\"%s\"},\"geometry\":%s}"
        .formatted(code, geometry);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"note_zh\":\"示意\",\"features\":[%s]}"
        .formatted(String.join(",", features));
  }

  private static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}";

  @Test
  void northIsUpAndTheMapIsAThousandWide() {
    SiteAreas areas = SiteAreas.of("\uFEFF" + collection(feature("A", SQUARE)));
    // At half a degree north a degree of longitude is 0.99996 of one of latitude.
    assertThat(areas.paths()).containsEntry("A", "M0 1000L1000 1000L1000 0L0 0L0 1000Z");
    assertThat(areas.height()).isEqualTo(1001);
    assertThat(areas.noteZh()).isEqualTo("示意");
    assertThat(areas.noteEn()).isEmpty();
  }

  @Test
  void aNameIsWrittenInsideItsShapeEvenOfARing() {
    String ring =
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[3,0],[3,3],[0,3],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]]}";
    List<Integer> at = SiteAreas.of(collection(feature("A", ring))).labels().get("A");
    boolean isInHole = at.get(0) > 333 && at.get(0) < 667 && at.get(1) > 333 && at.get(1) < 667;
    assertThat(isInHole).isFalse();
  }

  @Test
  void severalPolygonsOfACountyAreOnePath() {
    String two =
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]]],[[[2,0],[3,0],[3,1],[2,0]]]]}";
    assertThat(SiteAreas.of(collection(feature("A", two))).paths().get("A"))
        .matches("M[^Z]+ZM[^Z]+Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing | no JSON",
        "{} | no features",
        "{\"features\":[{\"geometry\":{}}]} | no county_code",
        "{\"features\":[{\"properties\":{\"county_code\":\"A\"},\"geometry\":{\"type\":\"Point\"}}]} | neither Polygon nor",
        "{\"features\":[{\"properties\":{\"county_code\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[500000,4000000]]]}}]} | longitude and latitude",
        "{\"features\":[{\"properties\":{\"county_code\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\"x\",1]]]}}]} | longitude and latitude"
      })
  void aFileThatCannotBeDrawnSaysWhy(String text, String said) {
    assertThatThrownBy(() -> SiteAreas.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }
}
