package org.dawen.cli;

import org.dawen.lake.Query;

/** What is wrong with the registers of electricity and leads, one section a question. */
final class PowerChecks {
  private static final String EVER =
      "coalesce(%1$s.valid_from <= %2$s.valid_to, true) AND"
          + " coalesce(%2$s.valid_from <= %1$s.valid_to, true)";

  private PowerChecks() {}

  /** Of the registry files alone. */
  static void ofRegistry(Findings f, Query query) {
    section(
        f,
        query,
        "plans_without_meter",
        "response plans that name no meter",
        "SELECT file_id || ' line ' || record_no || ': ' || enterprise_code || ' ' || level FROM"
            + " registry.response_plan WHERE trim(coalesce(meter_codes, '')) = '' ORDER BY file_id,"
            + " record_no",
        "Name the meters, separated by ;. Until then the answer to an alert has the verdict"
            + " NO_METER.");
    section(
        f,
        query,
        "plans_without_cut",
        "response plans that ask for a cut but not by how much",
        "SELECT file_id || ' line ' || record_no || ': ' || enterprise_code || ' ' || level FROM"
            + " registry.response_plan WHERE action = 'cut' AND cut_percent IS NULL ORDER BY"
            + " file_id, record_no",
        "Fill cut_percent. Until then the verdict is NO_CUT_NAMED.");
    section(
        f,
        query,
        "plans_with_foreign_meters",
        "response plans that name a meter the registry does not have in their time, or another's",
        "SELECT file_id || ' line ' || record_no || ': ' || enterprise_code || ' ' || level || '"
            + " names ' || code FROM (SELECT *, explode(transform(split(meter_codes, '[;,，；]'), x"
            + " -> trim(x))) AS code FROM registry.response_plan) p LEFT ANTI JOIN registry.meter m"
            + " ON m.meter_code = p.code AND m.enterprise_code = p.enterprise_code AND "
            + EVER.formatted("m", "p")
            + " WHERE code <> '' ORDER BY file_id, record_no, code",
        "Correct the code or register the meter. Until then the verdict is UNKNOWN_METER.");
    section(
        f,
        query,
        "plans_without_county",
        "response plans of an enterprise whose county neither its meters nor its outlets tell",
        "SELECT file_id || ' line ' || record_no || ': ' || enterprise_code || ' ' || level FROM"
            + " registry.response_plan p LEFT ANTI JOIN (SELECT enterprise_code AS code FROM"
            + " registry.meter WHERE county_code IS NOT NULL UNION SELECT enterprise_code FROM"
            + " registry.outlet WHERE county_code IS NOT NULL) k ON k.code = p.enterprise_code"
            + " ORDER BY file_id, record_no",
        "Fill county_code of a meter or an outlet: until then only alerts without an area reach"
            + " it.");
    section(
        f,
        query,
        "alerts_without_end",
        "alerts without an end",
        "SELECT file_id || ' line ' || record_no || ': ' || level || ' from ' || starts_at || ',"
            + " area ' || coalesce(area_code, '(all)') FROM registry.alert WHERE ends_at IS NULL"
            + " ORDER BY file_id, record_no",
        "Fill ends_at once the alert is lifted: an alert without an end goes on every day.");
    section(
        f,
        query,
        "alerts_of_nobody",
        "alerts of an area nobody registered",
        "SELECT file_id || ' line ' || record_no || ': ' || area_code FROM registry.alert a LEFT"
            + " ANTI JOIN (SELECT county_code AS code FROM registry.county UNION SELECT city_code"
            + " FROM registry.county UNION SELECT substring(county_code, 1, 4) || '00' FROM"
            + " registry.county) k ON k.code = a.area_code WHERE area_code IS NOT NULL ORDER BY"
            + " file_id, record_no",
        "Correct the code; an alert of no area judges nobody.");
    section(
        f,
        query,
        "lines_without_treatment",
        "production lines that depend on a treatment unit no meter of the enterprise measures",
        "SELECT file_id || ' line ' || record_no || ': ' || meter_code || ' depends on ' ||"
            + " depends_on_facility_code FROM registry.meter p LEFT ANTI JOIN registry.meter t ON"
            + " t.role = 'treatment' AND t.facility_code = p.depends_on_facility_code AND"
            + " t.enterprise_code = p.enterprise_code AND "
            + EVER.formatted("t", "p")
            + " WHERE p.role = 'production' AND depends_on_facility_code IS NOT NULL ORDER BY"
            + " file_id, record_no",
        "Correct depends_on_facility_code, or register the unit's meter: whether it runs is not"
            + " known.");
    section(
        f,
        query,
        "meters_without_rating",
        "meters of production or treatment without rated power",
        "SELECT DISTINCT file_id || ' line ' || record_no || ': ' || meter_code FROM registry.meter"
            + " WHERE role IN ('production', 'treatment') AND NOT coalesce(rated_kw > 0, false)"
            + " ORDER BY 1",
        "Fill rated_kw: without it no rule tells on from off.");
    section(
        f,
        query,
        "work_orders_misdated",
        "work orders whose lead id names no lead, or that are due or closed before they are opened",
        "SELECT file_id || ' line ' || record_no || ': ' || lead_id || CASE WHEN"
            + " try_cast(substring_index(lead_id, '/', -1) AS DATE) IS NULL OR size(split(lead_id,"
            + " '/')) < 3 THEN ', not enterprise/matter/day' WHEN closed_day < opened_day THEN ',"
            + " closed before it was opened' ELSE ', due before it was opened' END FROM"
            + " registry.work_order WHERE try_cast(substring_index(lead_id, '/', -1) AS DATE) IS"
            + " NULL OR size(split(lead_id, '/')) < 3 OR closed_day < opened_day OR due_day <"
            + " opened_day ORDER BY file_id, record_no",
        "Correct the row of registry/work_orders.csv.");
  }

  /** Of the registers beside the leads that there are. */
  static void ofLeads(Findings f, Query query) {
    String ids =
        "(SELECT lead_id AS id FROM lead.lead UNION SELECT explode(split(other_lead_ids, ';')) FROM"
            + " lead.lead)";
    section(
        f,
        query,
        "work_orders_without_lead",
        "work orders for a lead that does not exist",
        "SELECT file_id || ' line ' || record_no || ': ' || lead_id FROM registry.work_order w LEFT"
            + " ANTI JOIN "
            + ids
            + " l ON l.id = w.lead_id ORDER BY file_id, record_no",
        "Correct the lead id, or find out which correction of data took the evidence away.");
    section(
        f,
        query,
        "cases_without_lead",
        "enforcement cases that name a lead that does not exist",
        "SELECT file_id || ' line ' || record_no || ': ' || case_no || ' names ' || lead_id FROM"
            + " registry.enforcement_case c LEFT ANTI JOIN "
            + ids
            + " l ON l.id = c.lead_id WHERE lead_id IS NOT NULL ORDER BY file_id, record_no",
        "Correct the lead id, or leave it empty.");
    section(
        f,
        query,
        "answers_without_verdict",
        "enterprises whose answer to an alert could not be judged",
        "SELECT enterprise_code || ' ' || level || ' from ' || alert_starts_at || ': ' || verdict"
            + " || ', ' || count(*) || ' days' FROM power.response_day WHERE verdict NOT IN ('MET',"
            + " 'NOT_MET') GROUP BY enterprise_code, level, alert_starts_at, verdict ORDER BY 1",
        "They have not passed: correct their plan or meters, or look on site.");
  }

  private static void section(
      Findings f, Query query, String name, String question, String sql, String remedy) {
    f.add(name, question, Ask.each(query, sql), remedy);
  }
}
