package org.dawen.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dawen.air.StationDay;
import org.dawen.air.StationHour;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.run.Settings;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.StandardRow;
import org.dawen.standard.StandardTable;

/**
 * Hours and days of stations by HJ 633-2012 and GB 3095-2012 in DuckDB's SQL, on whole numbers:
 * values in millionths, means in ten-thousandths of these, so that every cell is exact.
 */
final class AirPeerQueries {
  private static final String STANDARD = "HJ 633-2012";
  private static final int LEAST_HOURS = 20;
  private static final int LEAST_WINDOWS = 14;
  private static final int FIRST_WINDOW_END = 8;
  private static final int HOURS_OF_WINDOW = 8;
  private static final int LEAST_HOURS_OF_WINDOW = 6;
  private static final List<String> MEANS = List.of("so2", "no2", "co", "pm10", "pm2_5", "o3_8h");

  /** In the order in which tables name them. */
  private static final List<AirPollutant> ITEMS =
      List.of(
          AirPollutant.SO2,
          AirPollutant.NO2,
          AirPollutant.CO,
          AirPollutant.O3,
          AirPollutant.PM10,
          AirPollutant.PM2_5);

  private final Settings settings;

  AirPeerQueries(Settings settings) {
    this.settings = settings;
  }

  /** Statements to run first: the index of each item, means, rounding half to even. */
  List<String> macros() {
    Map<String, List<StandardRow>> byItem = new LinkedHashMap<>();
    for (StandardRow row : StandardTable.read("aqi_breakpoints.csv").rows()) {
      if (row.text("standard").equals(STANDARD)) {
        byItem.computeIfAbsent(row.text("item"), i -> new ArrayList<>()).add(row);
      }
    }
    List<String> macros = new ArrayList<>();
    byItem.forEach((item, rows) -> macros.add(index(item, rows)));
    macros.add("CREATE MACRO mean_e10(s, n) AS (20000 * s + n) // (2 * n)");
    macros.add(
        """
        CREATE MACRO half_even_e6(m, u) AS (m // u + CASE WHEN 2 * (m % u) > u
          OR 2 * (m % u) = u AND (m // u) % 2 = 1 THEN 1 ELSE 0 END) * (u // 10000)
        """);
    macros.add("CREATE MACRO e10(m) AS (m * 0.0000000001::DECIMAL(10, 10))::DECIMAL(18, 10)");
    return macros;
  }

  private static String index(String item, List<StandardRow> rows) {
    StringBuilder cases = new StringBuilder();
    for (int i = 1; i < rows.size(); i++) {
      StandardRow row = rows.get(i);
      long to = e6(row);
      if (row.text("relation").equals("above")) {
        Integer above = row.optionalInteger("iaqi");
        cases.append(" WHEN x > %d THEN %s".formatted(to, above == null ? "NULL" : above));
      } else {
        long from = e6(rows.get(i - 1));
        int index = rows.get(i - 1).integer("iaqi");
        long step = (to - from) / (row.integer("iaqi") - index);
        cases.append(
            " WHEN x <= %d THEN %d + (x - %d + %d) // %d"
                .formatted(to, index, from, step - 1, step));
      }
    }
    return "CREATE MACRO iaqi_%s(x) AS (CASE%s END)::INTEGER"
        .formatted(item.toLowerCase(Locale.ROOT), cases);
  }

  private static long e6(StandardRow row) {
    return row.decimal("concentration").movePointRight(6).longValueExact();
  }

  private static String code(AirPollutant item) {
    return item.name().toLowerCase(Locale.ROOT);
  }

  private static String column(String code) {
    return code + (code.equals("co") ? "_mg_m3" : "_ug_m3");
  }

  private static String each(Function<AirPollutant, String> expression) {
    return ITEMS.stream().map(expression).collect(Collectors.joining(", "));
  }

  private static String eachMean(Function<String, String> expression) {
    return MEANS.stream().map(expression).collect(Collectors.joining(", "));
  }

  private static final String MILLIONTHS =
      each(i -> "(%s * 1000000)::BIGINT AS %s_e6".formatted(column(code(i)), code(i)));

  private String suspectReason() {
    return "nullif(concat_ws('+', CASE WHEN pm2_5_ug_m3 > pm10_ug_m3 THEN 'PM2_5_ABOVE_PM10' END, "
        + each(
            i ->
                "CASE WHEN %s >= %s THEN '%s_AT_CAP' END"
                    .formatted(
                        column(code(i)),
                        settings.decimal("air.instrument_cap." + code(i)).toPlainString(),
                        i.label().replace('.', '_')))
        + "), '')";
  }

  /** Pollutants of the largest index above 50, in naming order. */
  private static String primary(String aqi, Function<AirPollutant, String> index) {
    return Stream.of(AirPollutant.values())
        .map(i -> "CASE WHEN %s = %s THEN '%s' END".formatted(index.apply(i), aqi, i.label()))
        .collect(
            Collectors.joining(", ", "CASE WHEN " + aqi + " > 50 THEN concat_ws('+', ", ") END"));
  }

  private static String className(LocalDate day) {
    return AirRuleSet.inForce(day).classes().stream()
        .map(
            c ->
                c.aqiTo() == null
                    ? "WHEN aqi >= %d THEN '%s'".formatted(c.aqiFrom(), c.name())
                    : "WHEN aqi <= %d THEN '%s'".formatted(c.aqiTo(), c.name()))
        .collect(Collectors.joining(" ", "CASE ", " END"));
  }

  /** The columns of a table in its order; what no expression is given for has its own name. */
  private static String columns(Table table, Map<String, String> expressions) {
    return table.columns().stream()
        .map(Column::name)
        .map(n -> expressions.containsKey(n) ? expressions.get(n) + " AS " + n : n)
        .collect(Collectors.joining(", "));
  }

  /** All columns of {@code air.station_hour}. */
  String hours() {
    Map<String, String> columns = new LinkedHashMap<>(constants());
    columns.put("primary_pollutant", primary("aqi", i -> code(i) + "_iaqi"));
    columns.put(
        "invalid_reason",
        "CASE WHEN coalesce(%s) IS NULL THEN 'NO_VALUE' WHEN missing IS NOT NULL THEN 'ITEM_MISSING' END"
            .formatted(each(i -> column(code(i)))));
    columns.put("missing_items", "missing");
    columns.put("suspect_reason", suspectReason());
    columns.put("revision_count", "1");
    columns.put("record_count", "1");
    columns.put("is_decided_by_path", "false");
    return """
    WITH r AS (SELECT *, %s,
        nullif(concat_ws('+', %s), '') AS missing
      FROM received LEFT JOIN station USING (station_code)),
    i AS (SELECT *, iaqi_so2_1h(so2_e6) AS so2_iaqi, iaqi_no2_1h(no2_e6) AS no2_iaqi,
        iaqi_co_1h(co_e6) AS co_iaqi, iaqi_o3_1h(o3_e6) AS o3_iaqi,
        iaqi_pm10_24h(pm10_e6) AS pm10_iaqi, iaqi_pm2_5_24h(pm2_5_e6) AS pm2_5_iaqi FROM r),
    a AS (SELECT *, greatest(%s) AS aqi FROM i)
    SELECT %s FROM a
    """
        .formatted(
            MILLIONTHS,
            each(i -> "CASE WHEN %s IS NULL THEN '%s' END".formatted(column(code(i)), i.label())),
            each(i -> code(i) + "_iaqi"),
            columns(Table.of(StationHour.class), columns));
  }

  private static Map<String, String> constants() {
    return Map.of(
        "is_registered", "true",
        "unmonitored_items", "NULL::VARCHAR",
        "is_dust", "false",
        "class_name", className(AirHistory.FIRST),
        "aqi_published", "aqi",
        "rule_set", "'" + STANDARD + "'");
  }

  /** All columns of {@code air.station_day}. */
  String days() {
    Map<String, String> columns = new LinkedHashMap<>(constants());
    ITEMS.forEach(i -> columns.put(code(i) + "_valid_hours", "n_" + code(i)));
    MEANS.forEach(m -> columns.put(column(m), "e10(" + m + "_e10)"));
    columns.put("dust_hours", "0");
    columns.put("pm10_without_dust_ug_m3", "e10(pm10_e10)");
    columns.put("pm2_5_without_dust_ug_m3", "e10(pm2_5_e10)");
    columns.put(
        "primary_pollutant",
        primary("aqi", i -> indexOfDay(i, "greatest(o3_8h_iaqi, o3_1h_iaqi)")));
    columns.put("primary_six_items", primary("aqi_six_items", i -> indexOfDay(i, "o3_six_iaqi")));
    columns.put(
        "is_valid",
        "(so2_iaqi + no2_iaqi + co_iaqi + pm10_iaqi + pm2_5_iaqi + o3_six_iaqi + o3_8h_e10) IS NOT NULL AND o3_1h_max_ug_m3 IS NOT NULL");
    return """
    WITH r AS (SELECT station_code, data_day, hour(hour_start) AS h, o3_ug_m3, %s,
        %s IS NOT NULL AS is_suspect FROM received),
    g AS (SELECT station_code, data_day, %s, %s, max(o3_ug_m3) AS o3_max, %s,
        count(*) FILTER (is_suspect) AS suspicious_hours FROM r GROUP BY station_code, data_day),
    w AS (SELECT *, %s FROM g),
    m AS (SELECT *, %s, greatest(%s) AS w_max, %s AS o3_8h_windows,
        CASE WHEN n_o3 >= %d THEN o3_max END AS o3_1h_max_ug_m3 FROM w),
    o AS (SELECT *, CASE WHEN o3_8h_windows >= %d OR w_max > 1600000000000 THEN w_max END AS o3_8h_e10
      FROM m),
    c AS (SELECT *, %s, half_even_e6((o3_1h_max_ug_m3 * 1000000)::BIGINT * 10000, 10000000000)
        AS o3_1h_r6 FROM o),
    i AS (SELECT *, iaqi_so2_24h(so2_r6) AS so2_iaqi, iaqi_no2_24h(no2_r6) AS no2_iaqi,
        iaqi_co_24h(co_r6) AS co_iaqi, iaqi_pm10_24h(pm10_r6) AS pm10_iaqi,
        iaqi_pm2_5_24h(pm2_5_r6) AS pm2_5_iaqi, iaqi_o3_8h(o3_8h_r6) AS o3_8h_iaqi,
        iaqi_o3_1h(o3_1h_r6) AS o3_1h_iaqi FROM c),
    s AS (SELECT *, CASE WHEN o3_8h_r6 > 800000000 THEN o3_1h_iaqi ELSE o3_8h_iaqi END
        AS o3_six_iaqi FROM i),
    a AS (SELECT *, greatest(so2_iaqi, no2_iaqi, co_iaqi, pm10_iaqi, pm2_5_iaqi, o3_8h_iaqi,
          o3_1h_iaqi) AS aqi,
        greatest(so2_iaqi, no2_iaqi, co_iaqi, pm10_iaqi, pm2_5_iaqi, o3_six_iaqi) AS aqi_six_items
      FROM s LEFT JOIN station USING (station_code))
    SELECT %s FROM a
    """
        .formatted(
            MILLIONTHS,
            suspectReason(),
            each(i -> "count(%s_e6) AS n_%1$s".formatted(code(i))),
            each(i -> "sum(%s_e6)::BIGINT AS s_%1$s".formatted(code(i))),
            IntStream.range(0, 24)
                .mapToObj(h -> "max(o3_e6) FILTER (h = %d) AS o%1$d".formatted(h))
                .collect(Collectors.joining(", ")),
            windows(AirPeerQueries::window),
            MEANS.stream()
                .filter(m -> !m.equals("o3_8h"))
                .map(
                    m ->
                        "CASE WHEN n_%1$s >= %2$d THEN mean_e10(s_%1$s, n_%1$s) END AS %1$s_e10"
                            .formatted(m, LEAST_HOURS))
                .collect(Collectors.joining(", ")),
            windows(end -> "w" + end),
            windows(end -> "(w%d IS NOT NULL)::INTEGER".formatted(end)).replace(", ", " + "),
            LEAST_HOURS,
            LEAST_WINDOWS,
            eachMean(
                m ->
                    "half_even_e6(%1$s_e10, %2$s) AS %1$s_r6"
                        .formatted(m, m.equals("co") ? "1000000000" : "10000000000")),
            columns(Table.of(StationDay.class), columns));
  }

  private static String indexOfDay(AirPollutant item, String ofOzone) {
    return item == AirPollutant.O3 ? ofOzone : code(item) + "_iaqi";
  }

  private static String windows(IntFunction<String> expression) {
    return IntStream.rangeClosed(FIRST_WINDOW_END, 24)
        .mapToObj(expression)
        .collect(Collectors.joining(", "));
  }

  /** The mean of eight hours before a label, if six of them have a value. */
  private static String window(int end) {
    String count = hours(end, "(o%d IS NOT NULL)::INTEGER");
    return "CASE WHEN %1$s >= %2$d THEN mean_e10(%3$s, %1$s) END AS w%4$d"
        .formatted(count, LEAST_HOURS_OF_WINDOW, hours(end, "coalesce(o%d, 0)"), end);
  }

  private static String hours(int end, String expression) {
    return IntStream.range(end - HOURS_OF_WINDOW, end)
        .mapToObj(expression::formatted)
        .collect(Collectors.joining(" + ", "(", ")"));
  }
}
