package org.dawen.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.dawen.lake.Query;
import org.dawen.standard.PacketFactors;

/** What outlets and vehicles sent, and no rule could use, one section a question. */
final class OutletChecks {
  private OutletChecks() {}

  static void ofResults(Findings f, Query query, LocalDate asOf) {
    neverJudged(f, query);
    withoutLimit(f, query);
    vehicleClocks(f, query, asOf);
  }

  /** The reasons are those of the factors that have a limit, if any has. */
  private static void neverJudged(Findings f, Query query) {
    String sql =
        """
        WITH hours AS (SELECT outlet_code, data_day, is_judgeable, unjudgeable_reason,
                              limit_id IS NOT NULL OR day_limit_id IS NOT NULL AS has_limit
                       FROM source.outlet_hour),
        days AS (SELECT outlet_code, data_day, max(has_limit) AS any_limit FROM hours
                 GROUP BY outlet_code, data_day HAVING count_if(has_limit AND is_judgeable) = 0),
        reasons AS (SELECT h.outlet_code, IF(h.has_limit, unjudgeable_reason, 'NO_LIMIT') AS reason,
                           count(*) AS n
                    FROM hours h JOIN days d ON d.outlet_code = h.outlet_code
                      AND d.data_day = h.data_day
                    WHERE h.has_limit OR NOT d.any_limit GROUP BY 1, 2),
        listed AS (SELECT outlet_code, array_join(array_sort(collect_list(reason || ' ' || n)), ', ')
                     AS said FROM reasons GROUP BY outlet_code),
        spans AS (SELECT outlet_code, count(*) AS n, min(data_day) AS first, max(data_day) AS last
                  FROM days GROUP BY outlet_code)
        SELECT s.outlet_code || ': ' || s.n || ' days, ' || s.first || ' to ' || s.last || ', values: '
          || l.said FROM spans s JOIN listed l ON l.outlet_code = s.outlet_code ORDER BY s.n DESC, 1
        """;
    f.add(
        "days_never_judged",
        "outlets none of whose hours of a day could be judged",
        Ask.each(query, sql),
        "FLAG_MISSING: the device sends no flag (HJ 212-2005); have it set up to send Flag=N. The"
            + " other reasons: docs/methods/source-outlet-hour.md. MARKED and FLAG_NOT_NORMAL may be"
            + " a shutdown.");
  }

  private static void withoutLimit(Findings f, Query query) {
    String sql =
        """
        SELECT pollutant_code || chr(9) || outlet_code || ' ' || pollutant_code || ': '
          || count(DISTINCT data_day) || ' days, ' || min(data_day) || ' to ' || max(data_day)
        FROM source.outlet_hour WHERE limit_id IS NULL AND day_limit_id IS NULL
        GROUP BY outlet_code, pollutant_code ORDER BY outlet_code, pollutant_code
        """;
    List<String> unlimited = Ask.texts(query, sql);
    f.add(
        "factors_unknown",
        "factors of registered outlets that HJ 212-2017 annex B does not have",
        of(unlimited, code -> !PacketFactors.isKnown(code)),
        "Nothing is judged by them. Ask what the device means by the code.");
    f.add(
        "factors_without_limit",
        "pollutants of registered outlets that have no limit",
        of(unlimited, PacketFactors::isPollutant),
        "Nothing is judged by them. Add the limit to registry/limits.csv.");
  }

  /** The texts behind the tab whose code, before it, is asked for. */
  private static List<String> of(List<String> byCode, Predicate<String> isAsked) {
    return byCode.stream()
        .map(t -> t.split("\t", 2))
        .filter(t -> isAsked.test(t[0]))
        .map(t -> t[1])
        .toList();
  }

  /** A clock sent in BCD and read as binary runs years ahead. */
  private static void vehicleClocks(Findings f, Query query, LocalDate asOf) {
    String sql =
        """
        WITH newest AS (SELECT coalesce(to_date(max(received_at)), DATE'%s') AS day FROM
          (SELECT received_at FROM received.hj212 UNION ALL
           SELECT received_at FROM received.power_packet))
        SELECT vin || ': ' || count(DISTINCT data_day) || ' days, ' || min(data_day) || ' to '
          || max(data_day) || ', first in ' || min(file_id)
        FROM received.obd_minute WHERE data_day > (SELECT day FROM newest)
        GROUP BY vin ORDER BY 1
        """
            .formatted(asOf);
    f.add(
        "vehicle_clocks_ahead",
        "vehicles with minutes of days after the newest receipt of any packet: a clock that is wrong",
        Ask.each(query, sql),
        "Have the terminal's clock set (one sent in BCD runs years ahead). Files with times of receipt"
            + " let intake reject such frames (intake.obd_most_days_early).");
  }
}
