-- held_back
SELECT file_id || ': ' || note FROM ops.landing_file WHERE status = 'held_back'
ORDER BY file_id;

-- refused_rows
SELECT file_id || ' line ' || line_no || ': ' || detail || '  [' || content || ']'
FROM ops.reject WHERE level = 'record' ORDER BY file_id, line_no;

-- lost_rows

-- outlets_without_limits
SELECT o.outlet_code || ' ' || o.name FROM registry.outlet o ANTI JOIN registry.limit l ON
  l.outlet_code = o.outlet_code ANTI JOIN registry.treatment_link t ON
  o.outlet_code <> t.outlet_code AND contains(';'
  || translate(t.inlet_codes, ',，； ', ';;;') || ';', ';' || o.outlet_code || ';') ORDER BY 1;

-- limits_of_unknown_outlets
SELECT DISTINCT x.file_id || ' line ' || x.record_no || ': ' || x.outlet_code
FROM (SELECT file_id, record_no, outlet_code FROM registry.limit UNION ALL SELECT file_id,
    record_no, outlet_code FROM registry.mark) x ANTI JOIN registry.outlet o ON
  o.outlet_code = x.outlet_code ORDER BY 1;

-- overlapping_limits

-- looser_permits

-- permits_not_comparable

-- treatment_of_unknown_outlets
SELECT file_id || ' line ' || record_no || ': ' || t.outlet_code FROM registry.treatment_link t
  ANTI JOIN registry.outlet o ON o.outlet_code = t.outlet_code
UNION ALL SELECT t.file_id || ' line ' || t.record_no || ': ' || t.inlet_codes || ', registered '
  || count(DISTINCT o.outlet_code)
FROM (SELECT file_id, record_no, inlet_codes, ';' || translate(inlet_codes, ',，； ', ';;;') || ';'
    AS codes FROM registry.treatment_link WHERE trim(inlet_codes) <> '') t
LEFT JOIN registry.outlet o ON contains(t.codes, ';' || o.outlet_code || ';')
GROUP BY t.file_id, t.record_no, t.inlet_codes, t.codes
HAVING count(DISTINCT o.outlet_code) < length(t.codes) - length(replace(t.codes, ';', '')) - 1
ORDER BY 1;

-- inlets_judged_as_outlets
SELECT DISTINCT o.file_id || ' line ' || o.record_no || ': ' || o.outlet_code
FROM registry.outlet o JOIN registry.treatment_link t ON o.outlet_code <> t.outlet_code AND
  contains(';' || translate(t.inlet_codes, ',，； ', ';;;') || ';', ';' || o.outlet_code || ';')
LEFT JOIN registry.limit l ON l.outlet_code = o.outlet_code
WHERE l.outlet_code IS NOT NULL OR o.source_type IS NOT NULL ORDER BY 1;

-- treatment_inlet_not_clear
SELECT file_id || ' line ' || record_no || ': ' || outlet_code || ' ' || pollutant_code
FROM registry.treatment_link WHERE contains(';' || translate(inlet_codes, ',，； ', ';;;') || ';',
    ';' || outlet_code || ';') OR coalesce(trim(inlet_codes), '') <> '' AND
    coalesce(trim(inlet_device_no), '') <> '' OR coalesce(trim(inlet_codes), '') = '' AND
    coalesce(trim(inlet_device_no), '') = '' AND coalesce(trim(treatment_process), '') = ''
ORDER BY file_id, record_no;

-- treatment_design_not_a_share
SELECT file_id || ' line ' || record_no || ': ' || outlet_code || ' ' || pollutant_code || ' '
  || design_removal_percent FROM registry.treatment_link
WHERE NOT (design_removal_percent > 1 AND design_removal_percent <= 100)
ORDER BY file_id, record_no;

-- treatment_without_meter
SELECT file_id || ' line ' || record_no || ': ' || facility_code FROM registry.treatment_link t
ANTI JOIN registry.meter m ON m.role = 'treatment' AND (m.facility_code = t.facility_code OR
    m.meter_code = t.facility_code) WHERE facility_code IS NOT NULL ORDER BY file_id, record_no;

-- retirement_targets_of_nobody
SELECT file_id || ' line ' || record_no || ': ' || area_code || coalesce(' ' || most_stage, '')
FROM registry.retirement_target t LEFT JOIN (SELECT county_code AS code FROM registry.county UNION
  SELECT city_code FROM registry.county) k ON k.code = t.area_code WHERE k.code IS NULL OR
    translate(replace(replace(upper(most_stage), 'CHINA', ''), 'STAGE', ''),
      '０１２３４５６ⅰⅱⅲⅳⅴⅵ国家第阶段标准排放及以下前含()（）AB ', '0123456ⅠⅡⅢⅣⅤⅥ')
      NOT IN ('0', '1', '2', '3', '4', '5', '6', '零', '〇', '一', '二', '三', '四', '五', '六', 'I', 'II',
        'III', 'IV', 'V', 'VI', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', 'Ⅵ')
ORDER BY file_id, record_no;

-- unknown_counties
SELECT DISTINCT x.file_id || ' line ' || x.record_no || ': ' || x.county_code
FROM (SELECT file_id, record_no, county_code FROM registry.outlet UNION ALL SELECT file_id,
    record_no, county_code FROM registry.station UNION ALL SELECT file_id, record_no,
    county_code FROM registry.township UNION ALL SELECT file_id, record_no, county_code FROM
    registry.machine UNION ALL SELECT file_id, record_no, county_code FROM registry.old_truck
    UNION ALL SELECT file_id, record_no, county_code FROM registry.noise_point UNION ALL SELECT
    file_id, record_no, county_code FROM registry.ground_point UNION ALL SELECT file_id, record_no,
    county_code FROM registry.soil_plot) x
ANTI JOIN registry.county c ON c.county_code =
  x.county_code WHERE x.county_code IS NOT NULL ORDER BY 1;

-- areas_of_nobody
SELECT DISTINCT x.file_id || ' line ' || x.record_no || ': ' || x.area_code
FROM (SELECT file_id, record_no, area_code FROM registry.target UNION ALL SELECT file_id,
    record_no, area_code FROM registry.dust_hour) x ANTI JOIN (SELECT county_code AS code
    FROM registry.county UNION SELECT city_code FROM registry.county UNION SELECT township_code
    FROM registry.township UNION SELECT station_code FROM registry.station UNION SELECT
    city_code FROM registry.station) k ON k.code = x.area_code ORDER BY 1;

-- unknown_items
SELECT file_id || ' line ' || record_no || ': ' || unmonitored_items FROM registry.station
WHERE regexp_replace(replace(unmonitored_items, ' ', ''),
  '^(PM2[.]5|PM10|SO2|NO2|CO|O3)(;(PM2[.]5|PM10|SO2|NO2|CO|O3))*$', '') <> '' ORDER BY 1;

-- plans_without_meter
SELECT file_id || ' line ' || record_no || ': ' || enterprise_code || ' ' || level
FROM registry.response_plan WHERE trim(coalesce(meter_codes, '')) = '' ORDER BY file_id,
  record_no;

-- plans_without_cut
SELECT file_id || ' line ' || record_no || ': ' || enterprise_code || ' ' || level
FROM registry.response_plan WHERE action = 'cut' AND cut_percent IS NULL
ORDER BY file_id, record_no;

-- plans_with_foreign_meters

-- plans_without_county
SELECT file_id || ' line ' || record_no || ': ' || enterprise_code || ' ' || level
FROM registry.response_plan p ANTI JOIN (SELECT enterprise_code AS code FROM registry.meter
    WHERE county_code IS NOT NULL UNION SELECT enterprise_code FROM registry.outlet WHERE
    county_code IS NOT NULL) k ON k.code = p.enterprise_code ORDER BY file_id, record_no;

-- alerts_without_end
SELECT file_id || ' line ' || record_no || ': ' || level || ' from ' || starts_at
  || ', area ' || coalesce(area_code, '(all)') FROM registry.alert WHERE ends_at IS NULL
ORDER BY file_id, record_no;

-- alerts_of_nobody
SELECT file_id || ' line ' || record_no || ': ' || area_code FROM registry.alert a
ANTI JOIN (SELECT county_code AS code FROM registry.county UNION SELECT city_code FROM
    registry.county UNION SELECT substring(county_code, 1, 4) || '00' FROM registry.county) k ON
  k.code = a.area_code WHERE area_code IS NOT NULL ORDER BY file_id, record_no;

-- lines_without_treatment
SELECT file_id || ' line ' || record_no || ': ' || meter_code || ' depends on ' ||
  depends_on_facility_code FROM registry.meter p ANTI JOIN registry.meter t ON t.role =
  'treatment' AND t.facility_code = p.depends_on_facility_code AND t.enterprise_code =
  p.enterprise_code AND coalesce(t.valid_from <= p.valid_to, true) AND coalesce(p.valid_from <=
    t.valid_to, true) WHERE p.role = 'production' AND depends_on_facility_code IS NOT NULL
ORDER BY file_id, record_no;

-- meters_without_rating
SELECT DISTINCT file_id || ' line ' || record_no || ': ' || meter_code FROM registry.meter
WHERE role IN ('production', 'treatment') AND NOT coalesce(rated_kw > 0, false)
ORDER BY 1;

-- work_orders_misdated
SELECT file_id || ' line ' || record_no || ': ' || lead_id || CASE WHEN
  try_cast(split_part(lead_id, '/', -1) AS DATE) IS NULL OR split_part(lead_id, '/', 3) = ''
  THEN ', not enterprise/matter/day' WHEN closed_day < opened_day THEN
  ', closed before it was opened' ELSE ', due before it was opened' END
FROM registry.work_order WHERE try_cast(split_part(lead_id, '/', -1) AS DATE) IS NULL
  OR split_part(lead_id, '/', 3) = '' OR closed_day < opened_day OR due_day < opened_day
ORDER BY file_id, record_no;

-- soil_plots_contradicting
SELECT file_id || ' line ' || record_no || ': ' || plot_code || CASE WHEN area_m2 <= 0
  THEN ', area ' || area_m2 ELSE ', open, done on ' || done_on END
FROM registry.soil_plot WHERE area_m2 <= 0 OR status = 'open' AND done_on IS NOT NULL
ORDER BY file_id, record_no;

-- plan_targets_not_followed

-- plan_entries_of_nobody
SELECT e.file_id || ' line ' || e.record_no || ': ' || e.target_id || ' ' || e.entry_day
FROM registry.plan_entry e
  ANTI JOIN (SELECT target_id AS id, valid_from, valid_to FROM registry.plan_target
    WHERE source_kind = 'entry') t
  ON t.id = e.target_id AND e.entry_day >= t.valid_from AND e.entry_day <= t.valid_to ORDER BY 1;

-- one_table_two_files

-- not_taken

-- verdicts_of_nothing
SELECT file_id || ' line ' || record_no || ': ' || verdict_no || IF(
    lead_id IS NULL AND outlet_code IS NULL, ' names neither lead nor outlet',
    ' is excused without proof')
FROM registry.verdict WHERE lead_id IS NULL AND outlet_code IS NULL
  OR decision = 'excused' AND proof_no IS NULL ORDER BY file_id, record_no;

-- letters_out_of_order
SELECT file_id || ' line ' || record_no || ': ' || letter_code FROM registry.letter
WHERE closed_on < received_on OR reopened_on < closed_on OR closed_again_on < reopened_on
  OR reopened_on IS NOT NULL AND closed_on IS NULL
  OR closed_again_on IS NOT NULL AND reopened_on IS NULL ORDER BY file_id, record_no;

-- storage_approved_for_long
SELECT file_id || ' line ' || record_no || ': ' || unit_code || ' ' || approved_storage_months
FROM registry.waste_unit WHERE approved_storage_months > 120 ORDER BY file_id, record_no;

-- interests_of_nobody
SELECT file_id || ' line ' || record_no || ': ' || inspector_code
FROM registry.inspector_interest r ANTI JOIN registry.inspector i
  ON i.inspector_code = r.inspector_code ORDER BY file_id, record_no;

-- draws_for_nothing
SELECT file_id || ' line ' || record_no || ': ' || draw_no || ' is for ' || for_draw_no
FROM registry.draw d ANTI JOIN (SELECT draw_no AS no FROM registry.draw) o
  ON o.no = d.for_draw_no WHERE for_draw_no IS NOT NULL ORDER BY file_id, record_no;
