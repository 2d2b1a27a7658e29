-- refused
SELECT entry_no || ' ' || kind || ' on ' || data_day || ': ' || refusal_reason ||
  coalesce(', missing ' || missing_t || ' t', '') FROM pool.entry WHERE verdict = 'refused'
ORDER BY data_day, day_place;

-- shortfalls
SELECT county_code || ' ' || pollutant_code || ': ' || shortfall_t || ' t'
FROM pool.balance_month WHERE shortfall_t > 0 AND data_day = (SELECT max(data_day) FROM
    pool.balance_month) UNION ALL SELECT 'city pool ' || origin_county_code || ' '
  || pollutant_code || ': ' || shortfall_t || ' t' FROM pool.city_balance_month
WHERE shortfall_t > 0 AND origin_county_code <> 'ALL' AND data_day = (SELECT max(data_day) FROM
    pool.city_balance_month);

-- numbers_missing
SELECT (lag_no + 1) || ' to ' || (entry_no - 1) FROM (SELECT entry_no, lag(entry_no, 1, 0) OVER
    (ORDER BY entry_no) AS lag_no FROM (SELECT DISTINCT entry_no FROM received.pool))
WHERE entry_no > lag_no + 1 AND lag_no < (SELECT max(last_entry_no) FROM registry.pool_closing);

-- unknown_counties
SELECT DISTINCT county_code FROM pool.balance_month b ANTI JOIN registry.county c ON
  c.county_code = b.county_code ORDER BY 1;

-- rejects
SELECT file_id || coalesce(' line ' || line_no, '') || ': ' || reason FROM ops.reject
WHERE feed = 'pool' ORDER BY 1;
