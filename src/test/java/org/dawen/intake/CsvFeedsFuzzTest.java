package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dawen.fault.JazzerRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jazzer looks for files that break {@link CsvFeedsFuzzer}; finds become cases of other tests. */
class CsvFeedsFuzzTest {
  private static final int INPUTS = 400;

  /** Headings and some rows of any feed fit; longer inputs take longer. */
  private static final int MOST_BYTES = 1_000;

  @Test
  void noFileBreaksAReader(@TempDir Path folder) throws IOException, InterruptedException {
    List<byte[]> corpus = new ArrayList<>();
    corpus.add(
        seed(
            0,
            "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n"
                + "S1,2024-03-02T00:00,1,2,0.3,4,5,6\nS1,2024-02-30 05:00,-1,NA,—,1e9,=1+1,\n"));
    corpus.add(seed(0, "city_code,data_day,so2_ug_m3,o3_8h_ug_m3\n370900,2024-03-02,1,2\n"));
    corpus.add(
        seed(1, "meter_code,interval_end,energy_kwh,power_kw\r\nM1,2024-03-02T00:15,1.5,6\r\n"));
    corpus.add(seed(1, "meter_code,read_at,register_kwh\nM1,2024-03-02 00:15,10.25\n"));
    corpus.add(seed(1, "date,Usage_kWh\n1/1/2018 23:45,3.67\n1/1/2018 0:00,3.42\n"));
    corpus.add(
        seed(
            2,
            "entry_no,entry_day,kind,county_code,other_county_code,pollutant_code,mass_t,"
                + "reduction_year,project_code,multiplier,refers_to_entry_no,document_no,note\n"
                + "1,2024-03-01,reduction,370902,,nox,1.5,2023,,,,泰环〔2024〕1号,=HYPERLINK(1)\n"));
    corpus.add(
        seed(
            3,
            "outlet_code,mn,name,enterprise_code,enterprise_name,county_code,medium,industry_code,"
                + "zone_code,valid_from,valid_to\nA,MN1,\"一号,烟囱\",E,企业,370902,gas,,,2024-01-01,\n"));
    corpus.add(
        seed(
            4,
            "outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent,document_no,"
                + "valid_from,valid_to\nA,nox,50,mg/m3,hour,6,x,2024-01-01,2024-06-30\n"));
    JazzerRun run = JazzerRun.of(CsvFeedsFuzzer.class, corpus, MOST_BYTES, INPUTS, folder);
    assertThat(run.exitCode()).as(run.said()).isZero();
    assertThat(run.executions()).as(run.said()).isGreaterThanOrEqualTo(INPUTS);
  }

  private static byte[] seed(int feed, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(feed);
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }
}
