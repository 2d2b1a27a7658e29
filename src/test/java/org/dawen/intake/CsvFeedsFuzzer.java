package org.dawen.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.RecordForm;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryFile;

/**
 * What holds for every CSV file of every feed, in the form Jazzer calls: nothing is thrown, every
 * record and value is counted once, and the rows are those that were counted, each one that its
 * table can hold.
 */
public final class CsvFeedsFuzzer {
  /** Added to the number of a kind: the input brings headings of its own. */
  static final int AS_IT_STANDS = 0x80;

  /** Of so many files with rows one is read for them too, which takes as long again. */
  private static final int READ_AGAIN = 4;

  /** A kind of file and its first line, without which hardly a changed input gets to its rows. */
  record Kind(FeedReader feed, Table table, String path, byte[] headings) {
    Kind(FeedReader feed, Class<? extends Record> type, String path, String headings) {
      this(feed, Table.of(type), path, (headings + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The input, behind the headings unless it brings its own. */
    private byte[] file(byte[] input) {
      int length = (input[0] & AS_IT_STANDS) == 0 ? headings.length : 0;
      byte[] file = new byte[length + input.length - 1];
      System.arraycopy(headings, 0, file, 0, length);
      System.arraycopy(input, 1, file, length, input.length - 1);
      return file;
    }
  }

  private static final PowerMapping STEEL =
      new PowerMapping(
          "steel_works",
          "date",
          "usage_kwh",
          "d/M/yyyy H:mm",
          "(.+?)(?:_\\d{8})?\\.csv(?:\\.gz)?",
          true);

  private static final FeedReader AIR = new AirFeed();
  private static final FeedReader POWER = new PowerFeed(List.of(STEEL));
  private static final FeedReader WATER = new WaterFeed();
  private static final FeedReader NOISE = new NoiseFeed();

  /** Every format there is. */
  static final List<Kind> KINDS =
      Stream.concat(
              Stream.of(
                  new Kind(
                      AIR,
                      ReceivedAir.class,
                      "air/a_r2.csv",
                      "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3"),
                  new Kind(
                      AIR,
                      ReceivedAir.class,
                      "air/b_20240301120000.csv",
                      "timepoint,stationcode,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant,quality,x"),
                  new Kind(
                      AIR,
                      ReceivedAirCityDay.class,
                      "air/c.csv",
                      "city_code,city_name,data_day,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_8h_ug_m3,pm10_ug_m3,pm2_5_ug_m3"),
                  new Kind(
                      POWER,
                      ReceivedPower.class,
                      "power/M_20240301.csv",
                      "meter_code,interval_start,interval_end,energy_kwh,power_kw,ua_v,ia_a"),
                  new Kind(
                      POWER,
                      ReceivedPower.class,
                      "power/r.csv",
                      "meter_code,read_at,register_kwh,current_a,voltage_v"),
                  new Kind(POWER, ReceivedPower.class, "power/s.csv", "date,Usage_kWh,Load"),
                  new Kind(
                      new PoolFeed(),
                      ReceivedPool.class,
                      "pool/p.csv",
                      "entry_no,entry_day,kind,county_code,other_county_code,pollutant_code,mass_t,reduction_year,project_code,multiplier,refers_to_entry_no,document_no,note"),
                  new Kind(
                      WATER,
                      ReceivedWater.class,
                      "water/w.csv",
                      "section_code,observed_at,ph,water_temp,codmn,nh3n_ug_l,ec_ms_m,algae,status,received_at"),
                  new Kind(
                      WATER,
                      ReceivedWater.class,
                      "water/m_20240305.csv",
                      "section_code,sampled_at,item_code,value,unit,detection_limit,is_below_detection,received_at"),
                  new Kind(
                      WATER,
                      ReceivedWater.class,
                      "water/n.csv",
                      "province,city,water_body,section,observed_at,snapshot_at,status,published_class,ph_raw,ph_shown,tp_raw,tp_shown,do,x"),
                  new Kind(
                      NOISE,
                      ReceivedNoise.class,
                      "noise/point=N1/m.csv",
                      "minute_mid,laeq_db,lmax_db,lmin_db"),
                  new Kind(
                      NOISE,
                      ReceivedNoise.class,
                      "noise/h_r2.csv",
                      "point_code,hour_end,leq_db,l10_db,l50_db,l90_db,lmax_db,lmin_db,received_minutes"),
                  new Kind(
                      NOISE,
                      ReceivedNoise.class,
                      "noise/d.csv",
                      "point_code,data_day,ld_db,ln_db,ldn_db"),
                  new Kind(
                      NOISE,
                      ReceivedWeather.class,
                      "noise/w.csv",
                      "weather_station_code,hour_start,wind_m_s,rain_mm"),
                  new Kind(
                      new GroundFeed(),
                      ReceivedGround.class,
                      "ground/g_20240305.csv",
                      "point_code,sampled_at,item_code,value,unit,detection_limit,is_below_detection,received_at"),
                  new Kind(
                      new WasteFeed(),
                      ReceivedWasteMove.class,
                      "waste/l.csv",
                      "unit_code,waste_code,move,moved_on,batch_no,mass_t,manifest_no"),
                  new Kind(
                      new WasteFeed(),
                      ReceivedWasteManifest.class,
                      "waste/m_r2.csv",
                      "manifest_no,from_unit,waste_code,sent_on,sent_t,to_unit,received_on,received_t")),
              RegistryFile.ALL.stream().map(CsvFeedsFuzzer::registry))
          .toList();

  private CsvFeedsFuzzer() {}

  private static Kind registry(RegistryFile file) {
    return new Kind(
        new RegistryFeed(), file.type(), "registry/" + file.fileName(), file.headingLine());
  }

  /** The first byte chooses the kind, and whether its headings are put in front of the rest. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    Kind kind = KINDS.get((input[0] & 0x7F) % KINDS.size());
    byte[] bytes = kind.file(input);
    LandingFile file = LandingFile.of(kind.path(), kind.feed().feed(), "", bytes.length);
    Charset charset = Lines.charsetOf(new ByteArrayInputStream(bytes));
    FileAccount counted = read(kind, file, charset, bytes, Emitter.ofSurvey(file));
    boolean isReadAgain = input.length % READ_AGAIN == 0 && counted.rows() > 0;
    if (!counted.addsUp() || isReadAgain && !isCountedAgain(kind, file, charset, bytes, counted)) {
      throw new IllegalStateException("the account does not add up: " + counted);
    }
  }

  /** Reading for the rows of a table finds what reading for the rejects has found. */
  private static boolean isCountedAgain(
      Kind kind, LandingFile file, Charset charset, byte[] bytes, FileAccount counted)
      throws IOException {
    return read(kind, file, charset, bytes, Emitter.ofRows(file, kind.table())).equals(counted);
  }

  private static FileAccount read(
      Kind kind, LandingFile file, Charset charset, byte[] bytes, Emitter out) throws IOException {
    RecordCursor cursor = kind.feed().open(file, charset, new ByteArrayInputStream(bytes));
    while (cursor.advance(out)) {
      // until the end
    }
    if (!out.isSurvey()) {
      out.ready().forEach(CsvFeedsFuzzer::store);
    }
    return out.account("", charset.name());
  }

  /** Throws for a number that a column cannot hold. */
  @SuppressWarnings("unchecked")
  private static void store(Object row) {
    RecordForm.of((Class<Record>) row.getClass()).values((Record) row);
  }
}
