package org.dawen.cli;

import java.time.LocalDate;
import org.dawen.lake.DaySet;
import org.dawen.lake.SqlLiteral;

/** What {@code pool} asks the tables, in SQL. */
final class PoolQuestions {
  private PoolQuestions() {}

  /** Accounts as a month ends; null month: the last one. */
  static String balanceOfMonth(LocalDate first, String county, String pollutant) {
    return """
    WITH accounts AS (
      SELECT 'county' AS account, county_code, pollutant_code, data_day, month_end,
             retained_t AS share_t, transferred_t, allocated_t, returned_t, expired_t, shortfall_t,
             balance_t, next_expiry_days
      FROM pool.balance_month
      UNION ALL
      SELECT 'city pool', origin_county_code, pollutant_code, data_day, month_end,
             pooled_t, CAST(0 AS DECIMAL(18,4)), allocated_t, returned_t, expired_t, shortfall_t,
             balance_t, next_expiry_days
      FROM pool.city_balance_month)
    SELECT account, county_code, pollutant_code, month_end, share_t, transferred_t, allocated_t,
           returned_t, expired_t, shortfall_t, balance_t, next_expiry_days
    FROM accounts
    WHERE data_day = %s%s
    ORDER BY pollutant_code, account DESC, county_code = 'ALL', county_code
    """
        .formatted(
            first == null
                ? "(SELECT max(data_day) FROM pool.balance_month)"
                : "DATE'" + first + "'",
            and("county_code", county) + and("pollutant_code", pollutant));
  }

  /** Accounts as a day ends, added up from the postings. */
  static String balanceOfDay(LocalDate day, String county, String pollutant) {
    return """
    SELECT account, county_code, pollutant_code, DATE'%1$s' AS day, sum(mass_t) AS balance_t
    FROM (%2$s) WHERE data_day <= DATE'%1$s' AND account IN ('retained', 'pool')%3$s
    GROUP BY account, county_code, pollutant_code
    ORDER BY pollutant_code, account DESC, county_code
    """
        .formatted(day, movements(), and("county_code", county) + and("pollutant_code", pollutant));
  }

  /** Every posting as two movements: out of one account, into the other. */
  static String movements() {
    return """
    SELECT from_account AS account, from_county_code AS county_code, pollutant_code, data_day,
           day_place, entry_no, kind, copy_no, posting_no, project_code, is_city_share,
           origin_county_code, -mass_t AS mass_t
    FROM pool.entry WHERE posting_no > 0
    UNION ALL
    SELECT to_account, to_county_code, pollutant_code, data_day, day_place, entry_no, kind, copy_no,
           posting_no, project_code, is_city_share, origin_county_code, mass_t
    FROM pool.entry WHERE posting_no > 0
    """;
  }

  /** One account with its running balance; it includes the refused entries of the county. */
  static String statement(
      String account,
      String county,
      String pollutant,
      String project,
      LocalDate from,
      LocalDate to) {
    String mine = "pollutant_code = " + SqlLiteral.of(pollutant) + and("project_code", project);
    String gives = "from_account = " + SqlLiteral.of(account) + and("from_county_code", county);
    String takes = "to_account = " + SqlLiteral.of(account) + and("to_county_code", county);
    boolean showsRefused = !account.equals("certified") && !account.equals("expired");
    String refused =
        showsRefused
            ? "verdict = 'refused'"
                + and("county_code", county)
                + (account.equals("pool") ? " AND kind = 'ALLOCATE_CITY'" : "")
            : "false";
    return """
    WITH mine AS (
      SELECT *, CASE WHEN %2$s THEN mass_t END AS in_t, CASE WHEN %1$s THEN mass_t END AS out_t
      FROM pool.entry WHERE %4$s AND ((%1$s) OR (%2$s) OR (%3$s))),
    running AS (
      SELECT *, sum(coalesce(in_t, 0) - coalesce(out_t, 0)) OVER (ORDER BY data_day, day_place)
             AS balance_t FROM mine)
    SELECT data_day AS posted_on, entry_no, kind, in_t, out_t, balance_t,
           CASE WHEN in_t IS NULL THEN to_account ELSE from_account END AS other_account,
           certification_no, project_code, document_no,
           CASE WHEN entry_day <> data_day AND kind <> 'EXPIRE'
                THEN concat_ws('; ', 'own day ' || entry_day, refusal_reason, detail)
                ELSE concat_ws('; ', refusal_reason, detail) END AS remark,
           missing_t, file_id, record_no
    FROM running WHERE %5$s
    ORDER BY data_day, day_place
    """
        .formatted(gives, takes, refused, mine, DaySet.between(from, to).toSql("data_day"));
  }

  private static String and(String column, String value) {
    return value == null ? "" : " AND " + column + " = " + SqlLiteral.of(value);
  }
}
