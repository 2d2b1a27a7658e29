package org.dawen.cli;

import org.dawen.lake.Query;

/** What later records did to values that stood before, one section a question. */
final class RevisionChecks {
  private RevisionChecks() {}

  static void of(Findings f, Query query) {
    f.add(
        "exceedances_withdrawn",
        "exceedances that a later packet withdrew or changed",
        Ask.each(
            query,
            "SELECT outlet_code || ' ' || pollutant_code || ' ' || hour_start || ': from ' ||"
                + shown("from_value")
                + " || ' (limit ' || "
                + shown("coalesce(limit_value, lower_limit_value)")
                + " || ', ' || from_file_id || ' record ' || from_record_no || ') to ' || coalesce("
                + shown("to_value")
                + ", unjudgeable_reason, 'none') || ' by ' || file_id || ' record ' || record_no FROM source.withdrawn_exceedance ORDER BY data_day DESC, 1"),
        "Ask the enterprise why it sent another value.  './dawen explain"
            + " source.withdrawn_exceedance OUTLET POLLUTANT HOUR VERSION' shows both packets.");
    f.add(
        "empty_with_another_flag",
        "values after which the same hour was sent without a value and with another flag",
        Ask.each(
            query,
            "SELECT outlet_code || ' ' || pollutant_code || ' ' || hour_start || ': flag ' ||"
                + " coalesce(data_flag, 'none') || ' in force, later ' || later_empty_flag FROM"
                + " source.outlet_hour WHERE later_empty_flag IS NOT NULL ORDER BY data_day DESC, 1"),
        "The value stands. If it is wrong, have it marked in registry/marks.csv, or the file sent"
            + " again under the same path without it.");
  }

  /** An exact number without the zeros at its end. */
  private static String shown(String decimal) {
    return "regexp_replace(CAST(%s AS STRING), r'\\.?0+$', '')".formatted(decimal);
  }
}
