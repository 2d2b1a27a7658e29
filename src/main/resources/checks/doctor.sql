-- feeds_late

-- files_held_back
SELECT file_id || ': ' || note FROM ops.landing_file WHERE status = 'held_back'
ORDER BY 1;

-- files_left_open

-- files_without_records
SELECT file_id FROM ops.landing_file WHERE status = 'accepted' AND record_count = 0
ORDER BY 1;

-- rejects
SELECT feed || ' ' || reason || ': ' || count(*) || ' in ' || count(DISTINCT file_id)
  || ' files, first ' || min(file_id) FROM ops.reject GROUP BY feed, reason
ORDER BY count(*) DESC, 1;

-- days_far_from_others

-- days_missing_stations

-- days_missing_outlets

-- days_missing_meters

-- hours_from_the_future
SELECT outlet_code || ': ' || count(DISTINCT data_day) || ' days, ' || min(data_day)
  || ' to ' || max(data_day) || ', first ' || substring(min(CAST(hour_start AS STRING) || ' '
  || file_id || ' record ' || record_no), 21) FROM source.outlet_hour WHERE data_day > DATE'{as_of}' GROUP BY outlet_code
ORDER BY 1;

-- registered_but_silent
SELECT 'station ' || station_code FROM registry.station r ANTI JOIN
  (SELECT DISTINCT station_code AS code FROM air.station_hour) s ON s.code = r.station_code
UNION SELECT 'outlet ' || outlet_code FROM registry.outlet r ANTI JOIN
  (SELECT DISTINCT outlet_code AS code FROM source.outlet_hour) s ON s.code = r.outlet_code
UNION SELECT 'meter ' || meter_code FROM registry.meter r ANTI JOIN
  (SELECT DISTINCT meter_code AS code FROM power.meter_interval) s ON s.code = r.meter_code
ORDER BY 1;

-- checks_failed
SELECT table_name || ' ' || data_day || ' ' || check_name || ': ' || sample
FROM ops.data_check ORDER BY 1;

-- decided_by_path
SELECT 'air.station_hour ' || station_code || ' ' || hour_start || ': '
  || revision_count || ' revisions' FROM air.station_hour WHERE is_decided_by_path
UNION ALL SELECT 'source.outlet_hour ' || outlet_code || ' ' || pollutant_code || ' '
  || hour_start || ': ' || revision_count || ' revisions'
  FROM source.outlet_hour WHERE is_decided_by_path
UNION ALL SELECT 'power.meter_interval ' || meter_code || ' ' || interval_end || ': '
  || revision_count || ' revisions' FROM power.meter_interval WHERE is_decided_by_path
ORDER BY 1;

-- exceedances_withdrawn
SELECT outlet_code || ' ' || pollutant_code || ' ' || hour_start || ': from ' ||
  regexp_replace(CAST(from_value AS STRING), '[.]?0+$', '') || ' (limit ' ||
  regexp_replace(CAST(coalesce(limit_value, lower_limit_value) AS STRING), '[.]?0+$', '')
  || ', ' || from_file_id || ' record ' || from_record_no || ') to ' || coalesce(
    regexp_replace(CAST(to_value AS STRING), '[.]?0+$', ''), unjudgeable_reason, 'none')
  || ' by ' || file_id || ' record ' || record_no FROM source.withdrawn_exceedance
ORDER BY data_day DESC, 1;

-- empty_with_another_flag
SELECT outlet_code || ' ' || pollutant_code || ' ' || hour_start || ': flag ' ||
  coalesce(data_flag, 'none') || ' in force, later ' || later_empty_flag
FROM source.outlet_hour WHERE later_empty_flag IS NOT NULL ORDER BY data_day DESC, 1;

-- unknown_codes
SELECT 'station ' || station_code || ': ' || count(*) || ' days from ' || min(data_day)
  FROM air.unknown_station GROUP BY station_code
UNION ALL SELECT 'outlet with MN ' || mn || ': ' || count(*) || ' days from '
  || min(data_day) FROM source.unknown_outlet GROUP BY mn
UNION ALL SELECT 'meter ' || meter_code || ': ' || count(*) || ' days from '
  || min(data_day) FROM power.unknown_meter GROUP BY meter_code
ORDER BY 1;

-- days_never_judged
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
listed AS (SELECT outlet_code,
             translate(CAST(array_sort(array_agg(reason || ' ' || n)) AS STRING), '[]', '') AS said FROM reasons GROUP BY outlet_code),
spans AS (SELECT outlet_code, count(*) AS n, min(data_day) AS first, max(data_day) AS last
          FROM days GROUP BY outlet_code)
SELECT s.outlet_code || ': ' || s.n || ' days, ' || s.first || ' to ' || s.last || ', values: '
  || l.said FROM spans s JOIN listed l ON l.outlet_code = s.outlet_code ORDER BY s.n DESC, 1;

-- factors_unknown

-- factors_without_limit

-- vehicle_clocks_ahead
WITH newest AS (SELECT coalesce(CAST(max(received_at) AS DATE), DATE'{as_of}') AS day FROM
  (SELECT received_at FROM received.hj212 UNION ALL
   SELECT received_at FROM received.power_packet))
SELECT vin || ': ' || count(DISTINCT data_day) || ' days, ' || min(data_day) || ' to '
  || max(data_day) || ', first in ' || min(file_id)
FROM received.obd_hour WHERE data_day > (SELECT day FROM newest)
GROUP BY vin ORDER BY 1;

-- work_orders_without_lead
SELECT file_id || ' line ' || record_no || ': ' || lead_id FROM registry.work_order w
WHERE NOT EXISTS (SELECT 1 FROM lead.lead l WHERE l.lead_id = w.lead_id
  OR instr(';' || l.other_lead_ids || ';', ';' || w.lead_id || ';') > 0)
ORDER BY file_id, record_no;

-- cases_without_lead
SELECT file_id || ' line ' || record_no || ': ' || case_no || ' names ' || lead_id
FROM registry.enforcement_case c
WHERE lead_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM lead.lead l WHERE l.lead_id = c.lead_id
  OR instr(';' || l.other_lead_ids || ';', ';' || c.lead_id || ';') > 0
  OR left(c.lead_id, length(c.lead_id) - 11) = l.enterprise_code || '/' || l.matter
    AND try_cast(right(c.lead_id, 10) AS DATE) BETWEEN l.data_day AND l.last_day)
ORDER BY file_id, record_no;

-- answers_without_verdict
SELECT enterprise_code || ' ' || level || ' from ' || alert_starts_at || ': ' || verdict
  || ', ' || count(*) || ' days' FROM power.response_day WHERE verdict NOT IN ('MET', 'NOT_MET')
GROUP BY enterprise_code, level, alert_starts_at, verdict ORDER BY 1;

-- water_sections_unknown
SELECT section_code || ': ' || count(*) || ' days from ' || min(data_day)
  || IF(max(is_registered), ', body_kind is empty', '')
FROM water.section_day
WHERE way = 'as_received' AND (NOT is_registered OR body_kind IS NULL)
GROUP BY section_code ORDER BY 1;

-- water_sections_silent
SELECT DISTINCT section_code FROM registry.section r ANTI JOIN
  (SELECT DISTINCT section_code AS code FROM water.section_day) s ON s.code = r.section_code
ORDER BY 1;

-- water_sections_of_one_name
SELECT section_code || ': ' || translate(CAST(array_sort(array_agg(DISTINCT
  concat_ws(' ', city_name, water_body))) AS STRING), '[]', '') FROM received.water
WHERE (city_name IS NOT NULL OR water_body IS NOT NULL) AND section_code NOT IN (
  SELECT regexp_replace(published_name, '/.*/', '/') FROM registry.section
  WHERE published_name LIKE '%/%/%')
GROUP BY section_code HAVING count(DISTINCT concat_ws(' ', city_name, water_body)) > 1
ORDER BY 1;

-- water_classes_other_than_published
SELECT section_code || ' ' || observed_at || ': published ' || published_class
  || ', the values give ' || water_class || coalesce(', ' || body_kind, '')
FROM water.observation_class WHERE is_as_published = false ORDER BY 1;

-- water_decided_by_path
SELECT section_code || ' ' || item || ' ' || observed_at || ': ' || revision_count
  || ' revisions' FROM water.observation WHERE is_decided_by_path ORDER BY 1;

-- water_limits_of_detection
SELECT section_code || ' ' || month_start || ' ' || item || ': found ' || item_class
  || ', not better than ' || not_better_than_known_class || ' is known'
FROM water.section_item_month
WHERE way = 'province_rule' AND not_better_than_known_class IS NOT NULL ORDER BY 1;

-- water_months_of_few_days
SELECT section_code || ' ' || month_start || ': ' || day_count || ' days'
FROM water.section_month
WHERE way = 'province_rule' AND is_few_days AND is_registered ORDER BY 1;

-- waste_units_unknown
SELECT unit_code || ': ' || count(*) || ' records from ' || min(data_day) FROM (
  SELECT unit_code, data_day FROM received.waste_move UNION ALL
  SELECT from_unit_code, data_day FROM received.waste_manifest) r
ANTI JOIN registry.waste_unit u ON u.unit_code = r.unit_code
GROUP BY unit_code ORDER BY 1;

-- waste_accounts_broken
SELECT coalesce(s.unit_code, b.unit_code) || ' ' || coalesce(s.waste_code, b.waste_code)
  || ': stock ' || coalesce(CAST(s.stock_t AS STRING), 'none') || ' t, batches '
  || coalesce(CAST(b.stock_t AS STRING), 'none') || ' t'
FROM (SELECT unit_code, waste_code, stock_t FROM waste.stock_day WHERE last_day IS NULL) s
FULL JOIN (SELECT unit_code, waste_code, sum(stock_t) AS stock_t FROM waste.batch
  GROUP BY unit_code, waste_code) b
  ON b.unit_code = s.unit_code AND b.waste_code = s.waste_code
WHERE s.stock_t IS NULL OR b.stock_t IS NULL OR s.stock_t <> b.stock_t ORDER BY 1;

-- waste_days_not_joined
SELECT unit_code || ' ' || waste_code || ' ' || data_day || ': begins with ' || opening_t
  || ' t after ' || before_t || ' t'
FROM (SELECT unit_code, waste_code, data_day, opening_t, lag(stock_t) OVER (
    PARTITION BY unit_code, waste_code ORDER BY data_day) AS before_t FROM waste.stock_day) d
WHERE before_t <> opening_t ORDER BY 1;

-- waste_classes_above_registered
SELECT unit_code || ' ' || year(data_day) || ': ' || generated_t || ' t by the ledger, '
  || coalesce(management_class, 'no class') || ' registered, ' || ledger_class
FROM waste.management_class WHERE is_above_registered ORDER BY 1;

-- draws_not_repeated
SELECT draw_no || ': ' || IF(min(is_list_unchanged), 'the list is the same', 'the list has changed')
  || ', ' || count_if(NOT is_repeated) || ' of ' || count(*) || ' places differ'
FROM enforce.draw GROUP BY draw_no HAVING NOT min(is_repeated) OR NOT min(is_list_unchanged)
ORDER BY 1;

-- checks_without_lead
SELECT file_id || ' line ' || record_no || ': ' || what || ' names ' || lead_id
FROM (SELECT file_id, record_no, inspection_no AS what, lead_id FROM registry.inspection UNION ALL
  SELECT file_id, record_no, verdict_no, lead_id FROM registry.verdict) c
WHERE lead_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM lead.lead l WHERE l.lead_id = c.lead_id
  OR instr(';' || l.other_lead_ids || ';', ';' || c.lead_id || ';') > 0
  OR left(c.lead_id, length(c.lead_id) - 11) = l.enterprise_code || '/' || l.matter
    AND try_cast(right(c.lead_id, 10) AS DATE) BETWEEN l.data_day AND l.last_day)
ORDER BY file_id, record_no;

-- noise_points_unknown
SELECT point_code || ': ' || count(*) || ' days from ' || min(data_day)
FROM noise.point_day WHERE is_judging AND NOT is_registered GROUP BY point_code ORDER BY 1;

-- noise_points_silent
SELECT DISTINCT point_code FROM registry.noise_point r ANTI JOIN
  (SELECT DISTINCT point_code AS code FROM noise.point_day) s ON s.code = r.point_code
ORDER BY 1;

-- noise_point_times_do_not_add_up
WITH zones AS (SELECT area_kind, area_code, month_start,
    sum(IF(zone = 'all', 0, day_judged_count + night_judged_count)) AS of_zones,
    sum(IF(zone = 'all', day_judged_count + night_judged_count, 0)) AS of_all
  FROM noise.zone_month GROUP BY area_kind, area_code, month_start),
days AS (SELECT date_trunc('month', data_day) AS month, count(is_day_compliant)
    + count(is_night_compliant) AS of_days FROM noise.point_day
  WHERE is_judging AND county_code IS NOT NULL GROUP BY 1),
counties AS (SELECT month_start, sum(of_all) AS of_counties FROM zones
  WHERE area_kind = 'county' GROUP BY month_start)
SELECT area_kind || ' ' || area_code || ' ' || month_start || ': ' || of_zones || ' of ' || of_all
  FROM zones WHERE of_zones <> of_all
UNION ALL SELECT 'all counties ' || month_start || ': ' || of_counties || ' of ' || of_days
  FROM counties JOIN days ON CAST(month AS DATE) = month_start WHERE of_counties <> of_days
ORDER BY 1;

-- noise_hours_other_than_sent
SELECT point_code || ' ' || hour_start || ': ' || round(leq_db, 1) || ', sent '
  || round(sent_leq_db, 1) FROM noise.point_hour
WHERE level_source = 'minutes' AND abs(leq_db - sent_leq_db) > 0.5 ORDER BY 1;

-- noise_decided_by_path
SELECT point_code || ' ' || hour_start || ': ' || revision_count || ' records'
FROM noise.point_hour WHERE is_decided_by_path ORDER BY 1;

-- plan_numbers_without_row
SELECT d.data_day || ': ' || count(*) || ' numbers, the first ' || min(t.target_id)
FROM (SELECT DISTINCT data_day FROM plan.progress_day) d
  JOIN registry.plan_target t ON d.data_day >= t.valid_from AND d.data_day <= t.valid_to
  ANTI JOIN plan.progress_day p ON p.data_day = d.data_day AND p.target_id = t.target_id
GROUP BY d.data_day ORDER BY 1;

-- plan_values_without_proof
SELECT target_id || ' ' || data_day FROM plan.progress_day
WHERE so_far_value IS NOT NULL AND document_no IS NULL AND source_row_count IS NULL ORDER BY 1;

-- plan_quarters_unlike_their_day
SELECT q.target_id || ' ' || q.quarter_start FROM plan.progress_quarter q
  ANTI JOIN plan.progress_day d ON d.target_id = q.target_id AND d.data_day = q.as_of_day
    AND d.state = q.state AND coalesce(d.so_far_value, -1) = coalesce(q.so_far_value, -1)
ORDER BY 1;

-- ground_points_unknown
SELECT point_code || ': ' || count(*) || ' samples from ' || min(data_day)
FROM ground.sample_class WHERE NOT is_registered GROUP BY point_code ORDER BY 1;

-- ground_limits_of_detection
SELECT point_code || ' ' || sampled_at || ': ' || undetermined_items
FROM ground.sample_class WHERE undetermined_items IS NOT NULL ORDER BY 1;

-- ground_classes_do_not_follow
WITH worst AS (SELECT point_code, sampled_at, count(item_class) AS n, max(item_class) AS of_items
  FROM ground.sample_item GROUP BY point_code, sampled_at)
SELECT s.point_code || ' ' || s.sampled_at || ': ' || coalesce(s.ground_class, 'none') || ' of '
  || s.item_count || ' items, the items give ' || coalesce(w.of_items, 'none') || ' of ' || w.n
FROM ground.sample_class s JOIN worst w ON w.point_code = s.point_code
  AND w.sampled_at = s.sampled_at
WHERE s.item_count <> w.n OR coalesce(s.ground_class, '-') <> coalesce(w.of_items, '-')
ORDER BY 1;

-- removal_out_of_account
SELECT coalesce(d.outlet_code, h.outlet_code) || ' ' || coalesce(d.pollutant_code,
    h.pollutant_code) || ' ' || coalesce(d.data_day, h.data_day) || ': ' || coalesce(h.n, 0)
  || ' hours, the day has ' || coalesce(d.received_hours, 0) || '; judged ' || coalesce(h.judged,
    0) || ', the day has ' || coalesce(d.judged_hours, 0)
FROM source.removal_day d FULL JOIN (SELECT outlet_code, pollutant_code, data_day, count(*) AS n,
    count_if(removal_percent IS NOT NULL OR no_removal_reason = 'INLET_BELOW_OUTLET') AS judged
    FROM source.removal_hour GROUP BY outlet_code, pollutant_code, data_day) h
  ON h.outlet_code = d.outlet_code AND h.pollutant_code = d.pollutant_code
  AND h.data_day = d.data_day
WHERE NOT coalesce(h.n = d.received_hours AND h.judged = d.judged_hours, false) ORDER BY 1;

-- treatment_never_judged
SELECT outlet_code || ' ' || pollutant_code || ': ' || count(*) || ' hours, '
  || translate(CAST(array_sort(array_agg(DISTINCT no_removal_reason)) AS STRING), '[]', '')
FROM source.removal_hour GROUP BY outlet_code, pollutant_code
HAVING count_if(removal_percent IS NOT NULL) = 0 ORDER BY 1;

-- ammonia_in_an_assumed_unit
SELECT outlet_code || ': ' || count(*) || ' hours, most ' || CAST(max(slip_mg_m3) AS STRING)
FROM source.ammonia_slip_hour WHERE is_unit_assumed GROUP BY outlet_code ORDER BY 1;

-- retirements_out_of_account
SELECT c.subject_kind || ' ' || c.month_start || ': city ' || c.n || ', counties ' || k.n
FROM (SELECT subject_kind, month_start, sum(retired_to_date_count + out_of_scope_to_date_count) AS n
    FROM diesel.retirement_month WHERE area_kind = 'city' GROUP BY subject_kind, month_start) c
FULL JOIN (SELECT subject_kind, month_start, sum(retired_to_date_count
    + out_of_scope_to_date_count) AS n FROM diesel.retirement_month WHERE area_kind = 'county'
    GROUP BY subject_kind, month_start) k
  ON k.subject_kind = c.subject_kind AND k.month_start = c.month_start
WHERE NOT coalesce(c.n = k.n, false) ORDER BY 1;

-- retirements_not_clear
SELECT file_id || ' line ' || record_no || ': ' || doubt || ' ' || coalesce(emission_stage,
    retire_kind, '') FROM diesel.doubtful_retirement
WHERE doubt IN ('STAGE_UNKNOWN', 'KIND_UNKNOWN') ORDER BY file_id, record_no;
