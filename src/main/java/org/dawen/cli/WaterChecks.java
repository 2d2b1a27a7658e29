package org.dawen.cli;

import org.dawen.lake.Query;

/** What a person should look at in surface water. */
final class WaterChecks {
  private WaterChecks() {}

  static void of(Findings f, Query query) {
    section(
        f,
        query,
        "water_sections_unknown",
        "sections that send data but are not in the registry, or have no known kind of water body",
        """
        SELECT section_code || ': ' || count(*) || ' days from ' || min(data_day)
          || IF(max(is_registered), ', body_kind is empty', '')
        FROM water.section_day
        WHERE way = 'as_received' AND (NOT is_registered OR body_kind IS NULL)
        GROUP BY section_code ORDER BY 1
        """,
        "Enter them in sections.csv by code, MN or published_name; their days are computed anew by"
            + " the next nightly.");
    section(
        f,
        query,
        "water_sections_silent",
        "registered sections that never sent anything",
        """
        SELECT DISTINCT section_code FROM registry.section r LEFT ANTI JOIN
          (SELECT DISTINCT section_code AS code FROM water.section_day) s ON s.code = r.section_code
        ORDER BY 1
        """,
        "Ask the sender, or end their period in sections.csv.");
    section(
        f,
        query,
        "water_sections_of_one_name",
        "names of sections under which different cities or water bodies were received",
        """
        SELECT section_code || ': ' || concat_ws(', ', sort_array(collect_set(concat_ws(' ',
          city_name, water_body)))) FROM received.water
        WHERE (city_name IS NOT NULL OR water_body IS NOT NULL) AND section_code NOT IN (
          SELECT regexp_replace(published_name, '/.*/', '/') FROM registry.section
          WHERE published_name LIKE '%/%/%')
        GROUP BY section_code HAVING count(DISTINCT concat_ws(' ', city_name, water_body)) > 1
        ORDER BY 1
        """,
        "Their values revise one another. Enter each in sections.csv with its city in"
            + " published_name, 山东省/泰安市/断面, or have the sender use codes.");
    section(
        f,
        query,
        "water_classes_other_than_published",
        "published classes that do not follow from the values published with them",
        """
        SELECT section_code || ' ' || observed_at || ': published ' || published_class
          || ', the values give ' || water_class || coalesce(', ' || body_kind, '')
        FROM water.observation_class WHERE is_as_published = false ORDER BY 1
        """,
        "If all of a section differ, look at its body_kind in sections.csv: lakes have limits of"
            + " total phosphorus of their own.");
    section(
        f,
        query,
        "water_decided_by_path",
        "values of surface water of which only path and line decided the revision in force",
        """
        SELECT section_code || ' ' || item || ' ' || observed_at || ': ' || revision_count
          || ' revisions' FROM water.observation WHERE is_decided_by_path ORDER BY 1
        """,
        "Have the right value sent once more in a file with _r2 in its name.");
    section(
        f,
        query,
        "water_limits_of_detection",
        "items of which a limit of detection does not prove the class found",
        """
        SELECT section_code || ' ' || month_start || ' ' || item || ': found ' || item_class
          || ', not better than ' || not_better_than_known_class || ' is known'
        FROM water.section_item_month
        WHERE way = 'province_rule' AND not_better_than_known_class IS NOT NULL ORDER BY 1
        """,
        "Have the laboratory use a method with a lower limit.");
    section(
        f,
        query,
        "water_months_of_few_days",
        "months of automatic sections that rest on few days",
        """
        SELECT section_code || ' ' || month_start || ': ' || day_count || ' days'
        FROM water.section_month
        WHERE way = 'province_rule' AND is_few_days AND is_registered ORDER BY 1
        """,
        "The class is kept; say so where it is reported.");
  }

  private static void section(
      Findings f, Query query, String name, String question, String sql, String remedy) {
    f.add(name, question, Ask.each(query, sql), remedy);
  }
}
