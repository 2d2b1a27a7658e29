-- feeds_late
-- feeds that bring nothing up to the day before {as_of}
-- Ask the sender; --day D looks as of another day.

-- files_held_back
-- files held back whole
-- Have them sent again, or remove them from the landing folder.
SELECT file_id || ': ' || note FROM ops.landing_file WHERE status = 'held_back'
ORDER BY 1;

-- files_left_open
-- files whose taking-in was cut short
-- Run './dawen nightly': it takes them in anew.

-- files_without_records
-- files without records
-- Ask the sender whether anything is missing.
SELECT file_id FROM ops.landing_file WHERE status = 'accepted' AND record_count = 0
ORDER BY 1;

-- rejects
-- reasons for rejects
-- SELECT * FROM ops.reject shows each with file, line and content.
SELECT feed || ' ' || reason || ': ' || count(*) || ' in ' || count(DISTINCT file_id)
  || ' files, first ' || min(file_id) FROM ops.reject GROUP BY feed, reason
ORDER BY count(*) DESC, 1;

-- days_far_from_others
-- days that lie a year or more from all other days of their file
-- Have the file corrected if the day is wrong; until then its results stand.

-- days_missing_stations
-- stations with days missing between days of their feed less than a year apart
-- Ask the sender for these days; './dawen nightly' takes them in whenever they come.

-- days_missing_outlets
-- outlets with days missing between days of their feed less than a year apart
-- Ask the sender for these days; './dawen nightly' takes them in whenever they come.

-- days_missing_meters
-- meters with days missing between days of their feed less than a year apart
-- Ask the sender for these days; './dawen nightly' takes them in whenever they come.

-- hours_from_the_future
-- outlets that have sent hours of days after {as_of}: a clock that is ahead
-- Have the device's clock set; --day D looks as of another day.  Logs with times of receipt let the
-- night find such packets itself (source.packet_finding).
SELECT outlet_code || ': ' || count(DISTINCT data_day) || ' days, ' || min(data_day)
  || ' to ' || max(data_day) || ', first ' || substring(min(CAST(hour_start AS STRING) || ' '
  || file_id || ' record ' || record_no), 21) FROM source.outlet_hour WHERE data_day > DATE'{as_of}' GROUP BY outlet_code
ORDER BY 1;

-- registered_but_silent
-- registered stations, outlets and meters that never sent anything
-- Ask the sender, or end their period in the registry.
SELECT 'station ' || station_code FROM registry.station r ANTI JOIN
  (SELECT DISTINCT station_code AS code FROM air.station_hour) s ON s.code = r.station_code
UNION SELECT 'outlet ' || outlet_code FROM registry.outlet r ANTI JOIN
  (SELECT DISTINCT outlet_code AS code FROM source.outlet_hour) s ON s.code = r.outlet_code
UNION SELECT 'meter ' || meter_code FROM registry.meter r ANTI JOIN
  (SELECT DISTINCT meter_code AS code FROM power.meter_interval) s ON s.code = r.meter_code
ORDER BY 1;

-- checks_failed
-- checks of tables that do not hold
-- A key names several rows: the result must not be used; report it as a bug with these keys.
SELECT table_name || ' ' || data_day || ' ' || check_name || ': ' || sample
FROM ops.data_check ORDER BY 1;

-- decided_by_path
-- values of which only path and line decided the revision in force
-- Have the right value sent once more in a file with _r2 in its name.
SELECT 'air.station_hour ' || station_code || ' ' || hour_start || ': '
  || revision_count || ' revisions' FROM air.station_hour WHERE is_decided_by_path
UNION ALL SELECT 'source.outlet_hour ' || outlet_code || ' ' || pollutant_code || ' '
  || hour_start || ': ' || revision_count || ' revisions'
  FROM source.outlet_hour WHERE is_decided_by_path
UNION ALL SELECT 'power.meter_interval ' || meter_code || ' ' || interval_end || ': '
  || revision_count || ' revisions' FROM power.meter_interval WHERE is_decided_by_path
ORDER BY 1;

-- exceedances_withdrawn
-- exceedances that a later packet withdrew or changed
-- Ask the enterprise why it sent another value.  './dawen explain source.withdrawn_exceedance
-- OUTLET POLLUTANT HOUR VERSION' shows both packets.
SELECT outlet_code || ' ' || pollutant_code || ' ' || hour_start || ': from ' ||
  regexp_replace(CAST(from_value AS STRING), '[.]?0+$', '') || ' (limit ' ||
  regexp_replace(CAST(coalesce(limit_value, lower_limit_value) AS STRING), '[.]?0+$', '')
  || ', ' || from_file_id || ' record ' || from_record_no || ') to ' || coalesce(
    regexp_replace(CAST(to_value AS STRING), '[.]?0+$', ''), unjudgeable_reason, 'none')
  || ' by ' || file_id || ' record ' || record_no FROM source.withdrawn_exceedance
ORDER BY data_day DESC, 1;

-- empty_with_another_flag
-- values after which the same hour was sent without a value and with another flag
-- The value stands. If it is wrong, have it marked in registry/marks.csv, or the file sent again
-- under the same path without it.
SELECT outlet_code || ' ' || pollutant_code || ' ' || hour_start || ': flag ' ||
  coalesce(data_flag, 'none') || ' in force, later ' || later_empty_flag
FROM source.outlet_hour WHERE later_empty_flag IS NOT NULL ORDER BY data_day DESC, 1;

-- unknown_codes
-- codes that send data but are not in the registry
-- Register them; their days are computed anew by the next nightly.
SELECT 'station ' || station_code || ': ' || count(*) || ' days from ' || min(data_day)
  FROM air.unknown_station GROUP BY station_code
UNION ALL SELECT 'outlet with MN ' || mn || ': ' || count(*) || ' days from '
  || min(data_day) FROM source.unknown_outlet GROUP BY mn
UNION ALL SELECT 'meter ' || meter_code || ': ' || count(*) || ' days from '
  || min(data_day) FROM power.unknown_meter GROUP BY meter_code
ORDER BY 1;

-- days_never_judged
-- outlets none of whose hours of a day could be judged
-- FLAG_MISSING: the device sends no flag (HJ 212-2005); have it set up to send Flag=N. The other
-- reasons: docs/methods/source-outlet-hour.md. MARKED and FLAG_NOT_NORMAL may be a shutdown.
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
-- factors of registered outlets that HJ 212-2017 annex B does not have
-- Nothing is judged by them. Ask what the device means by the code.

-- factors_without_limit
-- pollutants of registered outlets that have no limit
-- Nothing is judged by them. Add the limit to registry/limits.csv.

-- vehicle_clocks_ahead
-- vehicles with minutes of days after the newest receipt of any packet: a clock that is wrong
-- Have the terminal's clock set (one sent in BCD runs years ahead). Files with times of receipt let
-- intake reject such frames (intake.obd_most_days_early).
WITH newest AS (SELECT coalesce(CAST(max(received_at) AS DATE), DATE'{as_of}') AS day FROM
  (SELECT received_at FROM received.hj212 UNION ALL
   SELECT received_at FROM received.power_packet))
SELECT vin || ': ' || count(DISTINCT data_day) || ' days, ' || min(data_day) || ' to '
  || max(data_day) || ', first in ' || min(file_id)
FROM received.obd_hour WHERE data_day > (SELECT day FROM newest)
GROUP BY vin ORDER BY 1;

-- work_orders_without_lead
-- work orders for a lead that does not exist
-- Correct the lead id, or find out which correction of data took the evidence away.
SELECT file_id || ' line ' || record_no || ': ' || lead_id FROM registry.work_order w
WHERE NOT EXISTS (SELECT 1 FROM lead.lead l WHERE l.lead_id = w.lead_id
  OR instr(';' || l.other_lead_ids || ';', ';' || w.lead_id || ';') > 0)
ORDER BY file_id, record_no;

-- cases_without_lead
-- enforcement cases that name a lead that does not exist
-- Correct the lead id, or leave it empty.
SELECT file_id || ' line ' || record_no || ': ' || case_no || ' names ' || lead_id
FROM registry.enforcement_case c
WHERE lead_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM lead.lead l WHERE l.lead_id = c.lead_id
  OR instr(';' || l.other_lead_ids || ';', ';' || c.lead_id || ';') > 0
  OR left(c.lead_id, length(c.lead_id) - 11) = l.enterprise_code || '/' || l.matter
    AND try_cast(right(c.lead_id, 10) AS DATE) BETWEEN l.data_day AND l.last_day)
ORDER BY file_id, record_no;

-- answers_without_verdict
-- enterprises whose answer to an alert could not be judged
-- They have not passed: correct their plan or meters, or look on site.
SELECT enterprise_code || ' ' || level || ' from ' || alert_starts_at || ': ' || verdict
  || ', ' || count(*) || ' days' FROM power.response_day WHERE verdict NOT IN ('MET', 'NOT_MET')
GROUP BY enterprise_code, level, alert_starts_at, verdict ORDER BY 1;

-- water_sections_unknown
-- sections that send data but are not in the registry, or have no known kind of water body
-- Enter them in sections.csv by code, MN or published_name; their days are computed anew by the
-- next nightly.
SELECT section_code || ': ' || count(*) || ' days from ' || min(data_day)
  || IF(max(is_registered), ', body_kind is empty', '')
FROM water.section_day
WHERE way = 'as_received' AND (NOT is_registered OR body_kind IS NULL)
GROUP BY section_code ORDER BY 1;

-- water_sections_silent
-- registered sections that never sent anything
-- Ask the sender, or end their period in sections.csv.
SELECT DISTINCT section_code FROM registry.section r ANTI JOIN
  (SELECT DISTINCT section_code AS code FROM water.section_day) s ON s.code = r.section_code
ORDER BY 1;

-- water_sections_of_one_name
-- names of sections under which different cities or water bodies were received
-- Their values revise one another. Enter each in sections.csv with its city in published_name,
-- 山东省/泰安市/断面, or have the sender use codes.
SELECT section_code || ': ' || translate(CAST(array_sort(array_agg(DISTINCT
  concat_ws(' ', city_name, water_body))) AS STRING), '[]', '') FROM received.water
WHERE (city_name IS NOT NULL OR water_body IS NOT NULL) AND section_code NOT IN (
  SELECT regexp_replace(published_name, '/.*/', '/') FROM registry.section
  WHERE published_name LIKE '%/%/%')
GROUP BY section_code HAVING count(DISTINCT concat_ws(' ', city_name, water_body)) > 1
ORDER BY 1;

-- water_classes_other_than_published
-- published classes that do not follow from the values published with them
-- If all of a section differ, look at its body_kind in sections.csv: lakes have limits of total
-- phosphorus of their own.
SELECT section_code || ' ' || observed_at || ': published ' || published_class
  || ', the values give ' || water_class || coalesce(', ' || body_kind, '')
FROM water.observation_class WHERE is_as_published = false ORDER BY 1;

-- water_decided_by_path
-- values of surface water of which only path and line decided the revision in force
-- Have the right value sent once more in a file with _r2 in its name.
SELECT section_code || ' ' || item || ' ' || observed_at || ': ' || revision_count
  || ' revisions' FROM water.observation WHERE is_decided_by_path ORDER BY 1;

-- water_limits_of_detection
-- items of which a limit of detection does not prove the class found
-- Have the laboratory use a method with a lower limit.
SELECT section_code || ' ' || month_start || ' ' || item || ': found ' || item_class
  || ', not better than ' || not_better_than_known_class || ' is known'
FROM water.section_item_month
WHERE way = 'province_rule' AND not_better_than_known_class IS NOT NULL ORDER BY 1;

-- water_months_of_few_days
-- months of automatic sections that rest on few days
-- The class is kept; say so where it is reported.
SELECT section_code || ' ' || month_start || ': ' || day_count || ' days'
FROM water.section_month
WHERE way = 'province_rule' AND is_few_days AND is_registered ORDER BY 1;

-- waste_units_unknown
-- units with ledgers or manifests of hazardous waste that are not registered
-- Enter them in registry/waste_units.csv: whether storage over a year binds depends on their permit.
SELECT unit_code || ': ' || count(*) || ' records from ' || min(data_day) FROM (
  SELECT unit_code, data_day FROM received.waste_move UNION ALL
  SELECT from_unit_code, data_day FROM received.waste_manifest) r
ANTI JOIN registry.waste_unit u ON u.unit_code = r.unit_code
GROUP BY unit_code ORDER BY 1;

-- waste_accounts_broken
-- stores of hazardous waste whose stock is not the sum of their batches
-- './dawen doctor --rebuild waste.stock_day' makes both anew; if it comes back, it is a bug.
SELECT coalesce(s.unit_code, b.unit_code) || ' ' || coalesce(s.waste_code, b.waste_code)
  || ': stock ' || coalesce(CAST(s.stock_t AS STRING), 'none') || ' t, batches '
  || coalesce(CAST(b.stock_t AS STRING), 'none') || ' t'
FROM (SELECT unit_code, waste_code, stock_t FROM waste.stock_day WHERE last_day IS NULL) s
FULL JOIN (SELECT unit_code, waste_code, sum(stock_t) AS stock_t FROM waste.batch
  GROUP BY unit_code, waste_code) b
  ON b.unit_code = s.unit_code AND b.waste_code = s.waste_code
WHERE s.stock_t IS NULL OR b.stock_t IS NULL OR s.stock_t <> b.stock_t ORDER BY 1;

-- waste_days_not_joined
-- days of a store that do not begin with the stock of the day before
-- './dawen doctor --rebuild waste.stock_day' makes them anew; if it comes back, it is a bug.
SELECT unit_code || ' ' || waste_code || ' ' || data_day || ': begins with ' || opening_t
  || ' t after ' || before_t || ' t'
FROM (SELECT unit_code, waste_code, data_day, opening_t, lag(stock_t) OVER (
    PARTITION BY unit_code, waste_code ORDER BY data_day) AS before_t FROM waste.stock_day) d
WHERE before_t <> opening_t ORDER BY 1;

-- waste_classes_above_registered
-- units whose ledger puts them into a stricter class of management than the registry does
-- Correct expected_year_t in registry/waste_units.csv, or ask the unit.
SELECT unit_code || ' ' || year(data_day) || ': ' || generated_t || ' t by the ledger, '
  || coalesce(management_class, 'no class') || ' registered, ' || ledger_class
FROM waste.management_class WHERE is_above_registered ORDER BY 1;

-- draws_not_repeated
-- recorded draws that their repetition does not give
-- Where the list has changed since, enter periods in its file in place of deleting rows; else the
-- draw was not made by this rule. The command is in enforce.draw.
SELECT draw_no || ': ' || IF(min(is_list_unchanged), 'the list is the same', 'the list has changed')
  || ', ' || count_if(NOT is_repeated) || ' of ' || count(*) || ' places differ'
FROM enforce.draw GROUP BY draw_no HAVING NOT min(is_repeated) OR NOT min(is_list_unchanged)
ORDER BY 1;

-- checks_without_lead
-- checks of enterprises and decisions of persons that name a lead that does not exist
-- Correct the lead id, or leave it empty.
SELECT file_id || ' line ' || record_no || ': ' || what || ' names ' || lead_id
FROM (SELECT file_id, record_no, inspection_no AS what, lead_id FROM registry.inspection UNION ALL
  SELECT file_id, record_no, verdict_no, lead_id FROM registry.verdict) c
WHERE lead_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM lead.lead l WHERE l.lead_id = c.lead_id
  OR instr(';' || l.other_lead_ids || ';', ';' || c.lead_id || ';') > 0
  OR left(c.lead_id, length(c.lead_id) - 11) = l.enterprise_code || '/' || l.matter
    AND try_cast(right(c.lead_id, 10) AS DATE) BETWEEN l.data_day AND l.last_day)
ORDER BY file_id, record_no;

-- noise_points_unknown
-- noise points that send data but are not in the registry
-- Enter them in noise_points.csv by code or MN; their days are computed anew by the next nightly.
SELECT point_code || ': ' || count(*) || ' days from ' || min(data_day)
FROM noise.point_day WHERE is_judging AND NOT is_registered GROUP BY point_code ORDER BY 1;

-- noise_points_silent
-- registered noise points that never sent anything
-- Ask the sender, or end their period in noise_points.csv.
SELECT DISTINCT point_code FROM registry.noise_point r ANTI JOIN
  (SELECT DISTINCT point_code AS code FROM noise.point_day) s ON s.code = r.point_code
ORDER BY 1;

-- noise_point_times_do_not_add_up
-- months of noise in which zones do not add up to all zones, or counties not to the days judged
-- A table was changed from outside: './dawen doctor --rebuild noise.zone_month'.
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
-- hours of noise whose minutes give another level than the platform sent, by more than 0.5 dB
-- The minutes count. Ask the operator of the station how it forms its hours.
SELECT point_code || ' ' || hour_start || ': ' || round(leq_db, 1) || ', sent '
  || round(sent_leq_db, 1) FROM noise.point_hour
WHERE level_source = 'minutes' AND abs(leq_db - sent_leq_db) > 0.5 ORDER BY 1;

-- noise_decided_by_path
-- hours of noise of which only path and line decided the revision in force
-- Have the right value sent once more in a file with _r2 in its name.
SELECT point_code || ' ' || hour_start || ': ' || revision_count || ' records'
FROM noise.point_hour WHERE is_decided_by_path ORDER BY 1;

-- plan_numbers_without_row
-- days of the scoreboard on which a number of the plan is missing
-- './dawen doctor --rebuild plan.progress_day' makes it anew.
SELECT d.data_day || ': ' || count(*) || ' numbers, the first ' || min(t.target_id)
FROM (SELECT DISTINCT data_day FROM plan.progress_day) d
  JOIN registry.plan_target t ON d.data_day >= t.valid_from AND d.data_day <= t.valid_to
  ANTI JOIN plan.progress_day p ON p.data_day = d.data_day AND p.target_id = t.target_id
GROUP BY d.data_day ORDER BY 1;

-- plan_values_without_proof
-- numbers of the plan with a value that neither rows nor a document prove
-- './dawen doctor --rebuild plan.progress_day' makes it anew.
SELECT target_id || ' ' || data_day FROM plan.progress_day
WHERE so_far_value IS NOT NULL AND document_no IS NULL AND source_row_count IS NULL ORDER BY 1;

-- plan_quarters_unlike_their_day
-- quarters of the scoreboard that are not as their last day
-- './dawen doctor --rebuild plan.progress_quarter' makes it anew.
SELECT q.target_id || ' ' || q.quarter_start FROM plan.progress_quarter q
  ANTI JOIN plan.progress_day d ON d.target_id = q.target_id AND d.data_day = q.as_of_day
    AND d.state = q.state AND coalesce(d.so_far_value, -1) = coalesce(q.so_far_value, -1)
ORDER BY 1;

-- ground_points_unknown
-- points of ground water that were sampled but are not in the registry
-- Enter them in ground_points.csv; their samples are computed anew by the next nightly.
SELECT point_code || ': ' || count(*) || ' samples from ' || min(data_day)
FROM ground.sample_class WHERE NOT is_registered GROUP BY point_code ORDER BY 1;

-- ground_limits_of_detection
-- samples of ground water in which a limit of detection proves less than class Ⅰ
-- Have the laboratory use a method with a lower limit; until then these items count in no class.
SELECT point_code || ' ' || sampled_at || ': ' || undetermined_items
FROM ground.sample_class WHERE undetermined_items IS NOT NULL ORDER BY 1;

-- ground_classes_do_not_follow
-- samples of ground water whose class is not that of their worst item
-- A table was changed from outside: './dawen doctor --rebuild ground.sample_class'.
WITH worst AS (SELECT point_code, sampled_at, count(item_class) AS n, max(item_class) AS of_items
  FROM ground.sample_item GROUP BY point_code, sampled_at)
SELECT s.point_code || ' ' || s.sampled_at || ': ' || coalesce(s.ground_class, 'none') || ' of '
  || s.item_count || ' items, the items give ' || coalesce(w.of_items, 'none') || ' of ' || w.n
FROM ground.sample_class s JOIN worst w ON w.point_code = s.point_code
  AND w.sampled_at = s.sampled_at
WHERE s.item_count <> w.n OR coalesce(s.ground_class, '-') <> coalesce(w.of_items, '-')
ORDER BY 1;

-- removal_out_of_account
-- days of treatment whose hours do not add up: received hours, and what was judged of them
-- This should not be: run './dawen doctor --rebuild source.removal_hour', and tell the developers if
-- it stays.
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
-- treatment links with hours, none of which has a removal efficiency
-- Do what the reason asks for: send the flow, register the inlet, give the outlet's limit its
-- reference oxygen.
SELECT outlet_code || ' ' || pollutant_code || ': ' || count(*) || ' hours, '
  || translate(CAST(array_sort(array_agg(DISTINCT no_removal_reason)) AS STRING), '[]', '')
FROM source.removal_hour GROUP BY outlet_code, pollutant_code
HAVING count_if(removal_percent IS NOT NULL) = 0 ORDER BY 1;

-- ammonia_in_an_assumed_unit
-- outlets whose ammonia is taken to be in mg/m3 because its unit is not known
-- Ask what the device sends; a limit of a21001 in limits.csv gives the unit.
SELECT outlet_code || ': ' || count(*) || ' hours, most ' || CAST(max(slip_mg_m3) AS STRING)
FROM source.ammonia_slip_hour WHERE is_unit_assumed GROUP BY outlet_code ORDER BY 1;

-- retirements_out_of_account
-- months of retirements in which the city has other numbers than its counties together
-- A county of another city may be meant; else this should not be: tell the developers.
SELECT c.subject_kind || ' ' || c.month_start || ': city ' || c.n || ', counties ' || k.n
FROM (SELECT subject_kind, month_start, sum(retired_to_date_count + out_of_scope_to_date_count) AS n
    FROM diesel.retirement_month WHERE area_kind = 'city' GROUP BY subject_kind, month_start) c
FULL JOIN (SELECT subject_kind, month_start, sum(retired_to_date_count
    + out_of_scope_to_date_count) AS n FROM diesel.retirement_month WHERE area_kind = 'county'
    GROUP BY subject_kind, month_start) k
  ON k.subject_kind = c.subject_kind AND k.month_start = c.month_start
WHERE NOT coalesce(c.n = k.n, false) ORDER BY 1;

-- retirements_not_clear
-- retired machines and trucks whose stage or kind of retirement is not known
-- Fill emission_stage and retire_kind; a target that names a stage does not count them until then.
SELECT file_id || ' line ' || record_no || ': ' || doubt || ' ' || coalesce(emission_stage,
    retire_kind, '') FROM diesel.doubtful_retirement
WHERE doubt IN ('STAGE_UNKNOWN', 'KIND_UNKNOWN') ORDER BY file_id, record_no;
