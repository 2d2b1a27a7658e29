package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.fault.JazzerRun;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jazzer looks for files that break {@link CsvFeedsFuzzer}; finds become cases of other tests. */
class CsvFeedsFuzzTest {
  private static final int INPUTS = 400;

  /** Rows of any feed fit; longer inputs take longer. */
  private static final int MOST_BYTES = 1_000;

  /** Two rows of each format, in the order of the kinds. */
  private static final List<String> ROWS =
      List.of(
          "S1,2024-03-02T00:00,1,2,0.3,4,5,6\nS1,2024-02-30 05:00,-1,NA,—,1e9,=1+1,\n",
          "2024-03-02T00:00:00+08:00,1088A,1,2,0.3,4,5,6,50,—,优,x\n2024/3/2 1:00,1088A,1,,,,,,,,,\n",
          "370900,泰安,2024-03-02,1,2,0.3,4,5,6\n370900,,2024/3/3 0:00,1,2,0.3,4,5,6\n",
          "M1,,2024-03-02T00:15,1.5,6,220,1\r\nM1,2024-03-02 0:15,2024-03-02 0:30,1.5,,,\r\n",
          "M1,2024-03-02 00:15,10.25,1,380\nM1,2024-03-02 24:00,11,,\n",
          "1/1/2018 23:45,3.67,Light\n1/1/2018 0:00,3.42,Light\n",
          "1,2024-03-01,certify,370902,,nox,1.5,2023,,,,泰环〔2024〕1号,=HYPERLINK(1)\n"
              + "2,2024-03-02,transfer,370902,370903,nox,1.5,2023,P1,2,1,x,y\n",
          "S1,2024-03-02 04:00,7.1,-0.5,2.1,300,50,1E6,正常,2024-03-02 04:30\n"
              + "S1,2024-03-02 08:00,*,--,<0.5,,,,维护,\n",
          "S1,2024-03-05,cod,14,mg/L,,false,\nS1,2024-03-05 10:30,砷,0.00004L,μg/L,0.001,是,2024-03-09\n",
          "山东省,泰安市,大汶河,戴村坝,2025-11-06T20:00,2025-11-06T23:51:29,正常,劣Ⅴ,8,8.0,0.1346,0.135,9,\n"
              + "江苏省,镇江市,运河,吕城,,2025-11-07T16:54:39,维护,,,*,,--,*,x\n",
          "2024-03-02T00:00:30,47.3604,52.1,45\n2024-03-02 00:01:00,-1,999.9,x\n",
          "N1,2024-03-02T00:00,50.1,52,50,48,61,45,60\nN1,2024-03-02 1:10,0,,,,,,61\n",
          "N1,2024-03-02,55.1,45.2,56\nN1,2024/3/3 0:00,181,,1e9\n",
          "W1,2024-03-02 08:00,5.1,0\nW1,2024-03-02 24:00,-1,=1+1\n",
          "G1,2024-03-05,氨氮,0.1,mg/L,,false,\nG1,2024-03-05 10:30,嗅和味,无,,,,\nG1,2024-03-05,砷,ND,μg/L,0.3,,\n",
          "U1,HW08 900-214-08,in,2024-03-01,B1,1.5,\nU1,HW08 900-214-08,出库,2024/3/2 0:00,B1,-1,=1+1\n",
          "M1,U1,HW08 900-214-08,2024-03-02,1.5,R1,2024-03-04,1.5\nM1,U1,HW08 900-214-08,,,,2024-03-05,1e9\n");

  /** What decides how a cell is read. */
  private static final List<String> WORDS =
      List.of(
          ("2024-03-01 2024/3/1 2024-02-30 2924-03-01 12/3/2024 31/12/+999999999 T00:00 T24:00 0:15 08:00:30 :00+08:00 Z"
                  + " NA NULL N/A — * -- / 1E99999 1e-9 999999999999 0.00001 -1 9999 3.70903E+23 370902.0 <0.004 0.004L ＜1"
                  + " =1+1 ＝ @ + \" \"\" , ,,,, # \uFEFF \u200B \u3000 ； true 是 否 劣Ⅴ类 Ⅲ mg/L μg/L S/m 万个/L EC w01014"
                  + " 氨氮 POOL _raw _shown ,item_code section_code,observed_at station_code,hour_end")
              .split(" "));

  @Test
  void noFileBreaksAReader(@TempDir Path folder) throws IOException, InterruptedException {
    List<byte[]> corpus = new ArrayList<>();
    List<String> words = new ArrayList<>(List.of("\n", "\r\n", " ", "\0"));
    words.addAll(WORDS);
    for (int i = 0; i < CsvFeedsFuzzer.KINDS.size(); i++) {
      CsvFeedsFuzzer.Kind kind = CsvFeedsFuzzer.KINDS.get(i);
      String headings = new String(kind.headings(), StandardCharsets.UTF_8);
      String rows = i < ROWS.size() ? ROWS.get(i) : row(kind.table(), headings);
      corpus.add(seed(i, rows));
      corpus.add(seed(i + CsvFeedsFuzzer.AS_IT_STANDS, headings + rows));
      words.addAll(kind.table().columns().stream().flatMap(c -> c.allowed().stream()).toList());
    }
    JazzerRun run = JazzerRun.of(CsvFeedsFuzzer.class, corpus, words, MOST_BYTES, INPUTS, folder);
    assertThat(run.exitCode()).as(run.said()).isZero();
    assertThat(run.executions()).as(run.said()).isGreaterThanOrEqualTo(INPUTS);
  }

  /** A row of a registry file that is taken. */
  private static String row(Table table, String headings) {
    return Stream.of(headings.trim().split(","))
        .map(name -> cell(table.column(name)))
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(Column column) {
    if (!column.allowed().isEmpty()) {
      return column.allowed().get(0);
    }
    return switch (column.type().typeName()) {
      case "date" -> column.name().equals("valid_to") ? "2024-12-31" : "2024-01-01";
      case "timestamp_ntz" -> column.name().equals("ends_at") ? "2024-12-31 8:00" : "2024-01-01";
      case "string" -> "A1";
      default -> "1";
    };
  }

  private static byte[] seed(int kind, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(kind);
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }
}
