package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.lake.Table;
import org.junit.jupiter.api.Test;

/** What is taken of samples of ground water, and what is refused. */
class GroundFeedTest {
  private static final String HEADINGS =
      "point_code,sampled_at,item_code,value,unit,detection_limit,is_below_detection\n";

  private static Reading read(String lines) {
    return Reading.of(
        new GroundFeed(), Table.of(ReceivedGround.class), "ground/g.csv", HEADINGS + lines);
  }

  private static List<String> values(Reading reading) {
    return reading.rows().stream()
        .map(
            r ->
                "%s %s %s%s"
                    .formatted(
                        r.get(3),
                        number(r.get(4)),
                        r.get(5),
                        r.get(6) == null ? "" : " " + number(r.get(6))))
        .toList();
  }

  private static String number(Object cell) {
    return cell == null
        ? "-"
        : new BigDecimal(cell.toString()).stripTrailingZeros().toPlainString();
  }

  @Test
  void valuesAreConvertedToTheUnitOfTheItem() {
    assertThat(
            values(
                read(
                    "G1,2024-03-05,砷,0.8,μg/L,,\nG1,2024-03-05,苯,0.001,mg/L,,\n"
                        + "G1,2024-03-05,总大肠菌群,20,MPN/L,,\nG1,2024-03-05,色,5,度,,\n"
                        + "G1,2024-03-06,总大肠菌群,3,MPNᵇ/100mL 或 CFUᶜ/100mL,,\n"
                        + "G1,2024-03-05,w21003,0.1,mg/L,,\n")))
        .containsExactly(
            "As 0.0008 false",
            "benzene 1 false",
            "coliform 2 false",
            "colour 5 false",
            "coliform 3 false",
            "NH3-N 0.1 false");
  }

  @Test
  void valuesBelowTheirLimitOfDetectionKeepIt() {
    assertThat(
            values(
                read(
                    "G1,2024-03-05,汞,<0.00004,mg/L,,\nG1,2024-03-05,镉,0.0001L,mg/L,,\n"
                        + "G1,2024-03-05,铅,ND,mg/L,0.001,\nG1,2024-03-05,硒,,mg/L,0.0004,true\n")))
        .containsExactly(
            "Hg - true 0.00004", "Cd - true 0.0001", "Pb - true 0.001", "Se - true 0.0004");
  }

  @Test
  void smellIsToldInWords() {
    assertThat(values(read("G1,2024-03-05,嗅和味,无,,,\nG1,2024-03-05,肉眼可见物,有,,,\n")))
        .containsExactly("odour 0 false", "visible matter 1 false");
  }

  @Test
  void whatCannotBeReadHasItsReason() {
    assertThat(
            read("G1,2024-03-05,铊,1,mg/L,,\nG1,2024-03-05,砷,1,mg,,\nG1,2024-03-05,砷,1,,,\n"
                    + "G1,2024-03-05,砷,ND,mg/L,,\nG1,2024-03-05,pH,15,,,\n"
                    + "G1,2024-03-05,砷,-1,mg/L,,\n")
                .reasons())
        .containsExactly(
            "2 NOT_IN_LIST",
            "3 WRONG_UNIT",
            "4 KEY_MISSING",
            "5 KEY_MISSING",
            "6 IMPOSSIBLE_VALUE",
            "7 NEGATIVE_VALUE");
  }
}
