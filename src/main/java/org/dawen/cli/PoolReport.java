package org.dawen.cli;

import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.pool.LedgerProof;

/** The proof of the whole ledger, and what a person should look at. */
final class PoolReport {
  private PoolReport() {}

  /** What must hold; an offender is a bug of ours. */
  static Findings proof(Lake lake) {
    Query query = new Query(lake, Catalogue.tables());
    Findings f = new Findings();
    String bug =
        "The result must not be used; './dawen doctor --rebuild pool.entry', and report it.";
    f.add(
        "computed_anew",
        "rows that the entries, computed anew, do not give",
        LedgerProof.differences(lake),
        bug);
    section(
        f,
        query,
        "postings_add_up",
        "pollutants whose accounts do not add up to zero",
        "SELECT pollutant_code || ': ' || sum(mass_t) FROM (%s) GROUP BY pollutant_code HAVING"
                .formatted(PoolQuestions.movements())
            + " sum(mass_t) <> 0",
        bug);
    section(
        f,
        query,
        "never_below_zero",
        "accounts that are below zero at some place",
        """
        SELECT account || ' ' || county_code || ' ' || pollutant_code || coalesce(' ' || project_code, '')
               || ' on ' || min(data_day) || ': ' || min(running)
        FROM (SELECT *, sum(mass_t) OVER (PARTITION BY account, county_code, pollutant_code,
                is_city_share, CASE WHEN account = 'used' THEN project_code END
                ORDER BY data_day, day_place) AS running FROM (%s)
              WHERE account NOT IN ('certified', 'shortfall'))
        WHERE running < 0 GROUP BY account, county_code, pollutant_code, project_code
        """
            .formatted(PoolQuestions.movements()),
        bug);
    section(
        f,
        query,
        "origin_adds_up",
        "counties and months in which certified is not balances, used and expired less shortfall",
        "SELECT county_code || ' ' || pollutant_code || ' ' || month_end FROM pool.balance_month WHERE"
            + " certified_t + adjusted_t <> origin_balance_t + origin_used_t + origin_expired_t -"
            + " origin_shortfall_t OR balance_t <> retained_t + transferred_t - allocated_t +"
            + " returned_t - expired_t + shortfall_t OR certified_t + adjusted_t <> pooled_t +"
            + " retained_t",
        bug);
    section(
        f,
        query,
        "months_equal_postings",
        "month ends whose balance is not the sum of the postings up to them",
        """
        WITH own AS (
          SELECT county_code, pollutant_code, trunc(data_day, 'MM') AS month, mass_t FROM (%1$s)
          WHERE account = 'retained'
          UNION ALL SELECT county_code, pollutant_code, data_day, 0 FROM pool.balance_month),
        nets AS (SELECT county_code, pollutant_code, month, sum(mass_t) AS net FROM own
                 GROUP BY county_code, pollutant_code, month),
        running AS (SELECT *, sum(net) OVER (PARTITION BY county_code, pollutant_code ORDER BY month)
                    AS balance FROM nets),
        pooled AS (
          SELECT county_code, pollutant_code, trunc(data_day, 'MM') AS month, mass_t FROM (%1$s)
          WHERE account = 'pool'
          UNION ALL SELECT origin_county_code, pollutant_code, data_day, 0
          FROM pool.city_balance_month WHERE origin_county_code <> 'ALL'),
        pool_nets AS (SELECT county_code, pollutant_code, month, sum(mass_t) AS net FROM pooled
                      GROUP BY county_code, pollutant_code, month),
        pool_running AS (SELECT *, sum(net) OVER (PARTITION BY county_code, pollutant_code
                         ORDER BY month) AS balance FROM pool_nets)
        SELECT r.county_code || ' ' || r.pollutant_code || ' ' || r.month FROM running r
        JOIN pool.balance_month m ON m.county_code = r.county_code AND
          m.pollutant_code = r.pollutant_code AND m.data_day = r.month
        WHERE m.balance_t <> r.balance
        UNION ALL
        SELECT 'city pool ' || r.county_code || ' ' || r.pollutant_code || ' ' || r.month
        FROM pool_running r JOIN pool.city_balance_month m ON m.origin_county_code = r.county_code AND
          m.pollutant_code = r.pollutant_code AND m.data_day = r.month
        WHERE m.balance_t <> r.balance
        """
            .formatted(PoolQuestions.movements()),
        bug);
    section(
        f,
        query,
        "closed_months",
        "entries after a month's last number that are posted in it",
        """
        SELECT e.entry_no || ' on ' || e.data_day FROM pool.entry e JOIN registry.pool_closing c
          ON e.entry_no > c.last_entry_no AND e.kind <> 'EXPIRE' AND
             date_format(e.data_day, 'yyyyMM') <= regexp_replace(c.month, '[^0-9]', '')
        """,
        bug);
    return f;
  }

  /** What is no fault of the ledger, but a person should know. */
  static Findings hints(Lake lake) {
    Query query = new Query(lake, Catalogue.tables());
    Findings f = new Findings();
    section(
        f,
        query,
        "refused",
        "entries that were refused",
        "SELECT entry_no || ' ' || kind || ' on ' || data_day || ': ' || refusal_reason ||"
            + " coalesce(', missing ' || missing_t || ' t', '') FROM pool.entry WHERE verdict ="
            + " 'refused' ORDER BY data_day, day_place",
        "SELECT * FROM pool.entry WHERE verdict = 'refused' shows each with its document.");
    section(
        f,
        query,
        "shortfalls",
        "counties with a shortfall at the end of the ledger",
        "SELECT county_code || ' ' || pollutant_code || ': ' || shortfall_t || ' t' FROM"
            + " pool.balance_month WHERE shortfall_t > 0 AND data_day = (SELECT max(data_day) FROM"
            + " pool.balance_month) UNION ALL SELECT 'city pool ' || origin_county_code || ' ' ||"
            + " pollutant_code || ': ' || shortfall_t || ' t' FROM pool.city_balance_month WHERE"
            + " shortfall_t > 0 AND origin_county_code <> 'ALL' AND data_day = (SELECT max(data_day)"
            + " FROM pool.city_balance_month)",
        "No project of theirs is allotted anything until it is covered.");
    section(
        f,
        query,
        "numbers_missing",
        "numbers missing up to the last one of the latest closing",
        "SELECT (lag_no + 1) || ' to ' || (entry_no - 1) FROM (SELECT entry_no, lag(entry_no, 1, 0)"
            + " OVER (ORDER BY entry_no) AS lag_no FROM (SELECT DISTINCT entry_no FROM"
            + " received.pool)) WHERE entry_no > lag_no + 1 AND lag_no < (SELECT max(last_entry_no)"
            + " FROM registry.pool_closing)",
        "Hand in the entries, or a note that the numbers were never given: one that comes later still"
            + " counts in the closed month.");
    section(
        f,
        query,
        "unknown_counties",
        "counties that the registry does not have",
        "SELECT DISTINCT county_code FROM pool.balance_month b LEFT ANTI JOIN registry.county c ON"
            + " c.county_code = b.county_code ORDER BY 1",
        "Add them to registry/counties.csv, or reverse the entries.");
    section(
        f,
        query,
        "rejects",
        "records of the feed that could not be read",
        "SELECT file_id || coalesce(' line ' || line_no, '') || ': ' || reason FROM ops.reject WHERE"
            + " feed = 'pool' ORDER BY 1",
        "Have them sent again, corrected.");
    return f;
  }

  private static void section(
      Findings f, Query query, String name, String question, String sql, String remedy) {
    f.add(name, question, Ask.each(query, sql), remedy);
  }
}
