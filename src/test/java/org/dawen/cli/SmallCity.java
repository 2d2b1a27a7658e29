package org.dawen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.dawen.codec.hj212.Hj212Frame;

/**
 * Two days of a city with one station of air and one of water, one outlet and one meter: small
 * enough to run often.
 */
record SmallCity(Path landing) {

  static SmallCity write(Path folder) throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    SmallCity city = new SmallCity(landing);
    city.file(
        "registry/stations.csv",
        "station_code,name,county_code,city_code,is_evaluation,valid_from,valid_to",
        "S1,一号站,370902,370900,1,,");
    city.file(
        "registry/outlets.csv",
        "outlet_code,mn,name,enterprise_code,enterprise_name,county_code,medium,industry_code",
        "O1,370902A0000000000000A001,一号排口,E1,示例电厂,370902,gas,4411");
    city.file(
        "registry/limits.csv",
        "outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent,document_no,"
            + "valid_from,valid_to",
        "O1,a21002,50,mg/m3,hour,6,P-1,,",
        "O1,a21026,35,mg/m3,hour,6,P-1,2024-03-02,");
    city.file(
        "registry/marks.csv",
        "outlet_code,pollutant_code,kind,starts_at,ends_at,proof_no",
        "O1,,maintenance,2024-03-01T03:10,2024-03-01T04:00,M-1");
    city.file(
        "registry/meters.csv",
        "meter_code,enterprise_code,role,facility_code,depends_on_facility_code,rated_kw",
        "M1,E1,production,F1,T1,100");
    city.file(
        "registry/sections.csv",
        "section_code,name,water_body,body_kind,level,county_code,city_code,mn,target_class",
        "W1,一号断面,示例河,river,national,370902,370900,3709A1_W0001,Ⅱ");
    for (int day = 1; day <= 2; day++) {
      city.file("water/water_2024030%d.csv".formatted(day), waterLines(day, 10));
      city.file("air/air_2024030%d.csv".formatted(day), airLines(day, 0));
      city.file("power/power_2024030%d.csv".formatted(day), powerLines(day));
      city.file("hj212/packets_2024030%d.txt".formatted(day), packets(day));
    }
    city.file("air/air_20240301_r2.csv", airLines(1, 7));
    // Class Ⅱ becomes Ⅳ.
    city.file("water/water_20240301_r2.csv", waterLines(1, 25));
    city.file(
        "water/samples_20240302.csv",
        "section_code,sampled_at,item_code,value,unit,detection_limit,is_below_detection",
        "W1,2024-03-02T10:00,cod,18,mg/L,,",
        "W1,2024-03-02T10:00,pb,,mg/L,0.01,true",
        "W1,2024-03-02T10:00,smell,1,mg/L,,");
    return city;
  }

  private void file(String path, String... lines) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private static String[] airLines(int day, int shift) {
    return Stream.concat(
            Stream.of(
                "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,"
                    + "pm2_5_ug_m3"),
            Stream.iterate(1, h -> h <= 24, h -> h + 1)
                .map(
                    h ->
                        "%s,2024-03-0%dT%02d:00,%d,%d,0.%d,%s,%d,%d"
                            .formatted(
                                h == 20 && shift == 0 ? "S9" : "S1",
                                day,
                                h,
                                5 + h,
                                20 + h + shift,
                                h % 10,
                                h == 9 ? "x" : String.valueOf(30 + 2 * h),
                                60 + h,
                                30 + h)))
        .toArray(String[]::new);
  }

  private static String[] waterLines(int day, int phosphorus) {
    return Stream.concat(
            Stream.of("section_code,observed_at,ph,do,codmn,nh3n,tp,tn"),
            Stream.iterate(0, h -> h < 24, h -> h + 4)
                .map(
                    h ->
                        "W1,2024-03-0%d %02d:00,7.%d,8.5,%s,0.2%d,0.%02d,4"
                            .formatted(
                                day,
                                h,
                                h % 10,
                                h == 8 ? "x" : "3." + h % 10,
                                h % 10,
                                phosphorus + h / 4)))
        .toArray(String[]::new);
  }

  private static String[] powerLines(int day) {
    return Stream.concat(
            Stream.of("meter_code,interval_end,energy_kwh"),
            Stream.iterate(1, q -> q <= 96, q -> q + 1)
                .map(
                    q ->
                        "M1,2024-03-0%dT%02d:%02d,%d.5"
                            .formatted(day, q / 4, q % 4 * 15, 10 + q % 7)))
        .toArray(String[]::new);
  }

  private static String[] packets(int day) {
    return Stream.concat(
            Stream.of(
                Hj212Frame.format(
                        ("QN=202403%02d130101001;ST=21;CN=2061;PW=123456;MN=3709A1_W0001;Flag=9;"
                                + "CP=&&DataTime=202403%02d130001;w01001-Avg=7.5,w01001-Flag=N;"
                                + "w21011-Avg=0.2,w21011-Flag=N&&")
                            .formatted(day, day))
                    .strip()),
            outletPackets(day))
        .toArray(String[]::new);
  }

  private static Stream<String> outletPackets(int day) {
    return Stream.iterate(0, h -> h < 24, h -> h + 1)
        .map(
            h -> {
              String frame =
                  Hj212Frame.format(
                      ("QN=202403%02d%02d0101001;ST=31;CN=2061;PW=123456;MN=370902A0000000000000A001;"
                              + "Flag=4;CP=&&DataTime=202403%02d%02d0000;a21002-Avg=%d.5,"
                              + "a21002-ZsAvg=%d.25,a21002-Flag=%s;a21026-Avg=32.667,"
                              + "a21026-Flag=N;a19001-Avg=%s,a19001-Flag=N&&")
                          .formatted(
                              day,
                              h,
                              day,
                              h,
                              30 + h,
                              35 + h,
                              h == 18 ? "M" : "N",
                              h == 7 ? "21.0" : "7.0"));
              return h == 11 ? frame.strip().replace("a19001", "a19002") : frame.strip();
            });
  }

  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(landing)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  Path copyTo(Path other) throws IOException {
    for (Path file : files()) {
      Path copy = other.resolve(landing.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return other;
  }

  Path anAirFile(Path inLanding) {
    return inLanding.resolve("air/air_20240302.csv");
  }
}
