package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dawen.publish.SiteLayout.Hidden;
import org.dawen.publish.SiteLayout.SiteColumn;
import org.junit.jupiter.api.Test;

/** How values become the text of data files. */
class SiteTextTest {
  private static final SiteColumn PLAIN = new SiteColumn("name", -1, Hidden.NOTHING);

  private static String column(Object... values) {
    SiteColumnText text = new SiteColumnText();
    Arrays.asList(values).forEach(text::add);
    return SiteJson.of(text.json());
  }

  @Test
  void whatWouldEndAScriptOrALineIsWrittenByItsCode() {
    assertThat(SiteJson.of("</script><!--\u2028\u2029\"\\\n\u0000"))
        .isEqualTo("\"\\u003c/script>\\u003c!--\\u2028\\u2029\\\"\\\\\\u000a\\u0000\"");
    assertThat(SiteJson.of("示例😀")).isEqualTo("\"示例😀\"");
    assertThat(SiteJson.of("\ud83d")).isEqualTo("\"\\ud83d\"");
  }

  @Test
  void listsMapsNumbersAndNothingAreJson() {
    assertThat(SiteJson.of(Map.of("a", Arrays.asList(1, 2L, null, true, "x"))))
        .isEqualTo("{\"a\":[1,2,null,true,\"x\"]}");
    assertThat(SiteJson.of(List.of())).isEqualTo("[]");
    assertThat(SiteJson.of(Map.of())).isEqualTo("{}");
  }

  @Test
  void aColumnThatRepeatsIsWrittenAsRuns() {
    assertThat(column("N", "N", "N", "N", "M")).isEqualTo("{\"r\":[\"N\",4,\"M\",1]}");
    assertThat(column("a", "b", "c")).isEqualTo("[\"a\",\"b\",\"c\"]");
    assertThat(column(null, null, null)).isEqualTo("{\"r\":[null,3]}");
  }

  @Test
  void aColumnThatCountsOnIsWrittenByItsStep() {
    assertThat(column(121L, 127L, 133L, 139L)).isEqualTo("{\"i\":[121,6,4]}");
    LocalDate day = LocalDate.of(2024, 2, 27);
    assertThat(column(day, day.plusDays(1), day.plusDays(2), day.plusDays(3)))
        .isEqualTo("{\"d\":[\"2024-02-27\",1,4]}");
    LocalDateTime hour = day.atTime(22, 0);
    assertThat(column(hour, hour.plusHours(1), hour.plusHours(2), hour.plusHours(3)))
        .isEqualTo("{\"t\":[\"2024-02-27 22:00\",60,4]}");
    assertThat(column(null, null, null, null, 7, 7, 7, 7)).isEqualTo("{\"i\":[null,0,4,7,0,4]}");
  }

  @Test
  void aTimeKeepsItsSeconds() {
    LocalDateTime time = LocalDateTime.of(2024, 3, 12, 5, 46, 7);
    assertThat(column(time, time.plusMinutes(1), time.plusMinutes(2).withSecond(0)))
        .isEqualTo("[\"2024-03-12 05:46:07\",\"2024-03-12 05:47:07\",\"2024-03-12 05:48\"]");
  }

  @Test
  void numbersAreRoundedHalfToEvenAsTheyAreShown() {
    assertThat(SiteValue.number(new BigDecimal("2.5"), 0)).isEqualTo("2");
    assertThat(SiteValue.number(new BigDecimal("3.5"), 0)).isEqualTo("4");
    assertThat(SiteValue.number(new BigDecimal("61.1300000000"), -1)).isEqualTo("61.13");
    assertThat(SiteValue.number(new BigDecimal("0E-10"), -1)).isEqualTo("0");
    assertThat(SiteValue.number(new BigDecimal("100"), -1)).isEqualTo("100");
    assertThat(SiteValue.number(new BigDecimal("1E+2"), -1)).isEqualTo("100");
    assertThat(SiteValue.number(new BigDecimal("45.12345"), -1)).isEqualTo("45.1234");
  }

  @Test
  void instantsAreShownInBeijingTime() {
    assertThat(SiteValue.of(PLAIN, Instant.parse("2024-03-21T16:30:00Z"), null))
        .isEqualTo(LocalDateTime.of(2024, 3, 22, 0, 30));
  }

  @Test
  void personsPlatesVehiclesAndTelephonesAreHidden() {
    assertThat(SiteValue.of(new SiteColumn("vin", -1, Hidden.VEHICLE), "LTASAMPLE00000003", null))
        .isEqualTo("LTA**********0003");
    assertThat(SiteValue.of(new SiteColumn("owner", -1, Hidden.OWNER), "王小明", null))
        .isEqualTo("王**");
    assertThat(SiteValue.of(new SiteColumn("plate", -1, Hidden.NOTHING), "鲁J00003", null))
        .isEqualTo("鲁J***03");
    assertThat(SiteValue.of(new SiteColumn("result", -1, Hidden.NOTHING), "电话13812345678", null))
        .isEqualTo("电话138****5678");
    assertThat(
            SiteValue.of(
                new SiteColumn("source_key", -1, Hidden.NOTHING),
                "vin = 'LTASAMPLE00000003'",
                null))
        .isEqualTo("vin = 'LTA**********0003'");
    SiteColumn enterprise = new SiteColumn("enterprise_name", -1, Hidden.NOTHING);
    assertThat(SiteValue.of(enterprise, "王小明", "FLEET_EMISSIONS")).isEqualTo("王**");
    assertThat(SiteValue.of(enterprise, "示例水泥一厂", "SUSPECT_DATA")).isEqualTo("示例水泥一厂");
  }

  @Test
  void thePasswordOfAPacketIsHidden() {
    assertThat(SitePackets.masked("##0085QN=1;ST=31;CN=2061;PW=a1b2;MN=X;CP=&&A=1&&1680"))
        .isEqualTo("##0085QN=1;ST=31;CN=2061;PW=******;MN=X;CP=&&A=1&&1680");
    assertThat(SitePackets.masked("PW=123456;ST=31")).isEqualTo("PW=******;ST=31");
  }

  @Test
  void packetsOfOneFormShareItAndOddOnesAreWrittenAsTheyAre() {
    SitePacketTexts packets = new SitePacketTexts();
    packets.add("##0020QN=1;CP=&&a=2,b=3&&1680");
    packets.add("##0021QN=2;CP=&&a=4,b=5&&ABCD");
    packets.add("##0021QN=2|;CP=&&&&ABCD");
    packets.add(null);
    assertThat(SiteJson.of(packets.json()))
        .isEqualTo(
            "{\"p\":[[\"##¤QN=¤;CP=&&a=¤,b=¤&&¤\"],[[0,\"0020|1|2|3|1680\"],[0,\"0021|2|4|5|ABCD\"],\"##0021QN=2|;CP=&&&&ABCD\",null]]}");
  }
}
