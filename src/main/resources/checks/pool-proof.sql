-- computed_anew

-- postings_add_up
SELECT pollutant_code || ': ' || sum(mass_t) FROM ({movements}) GROUP BY pollutant_code
HAVING sum(mass_t) <> 0;

-- never_below_zero
SELECT account || ' ' || county_code || ' ' || pollutant_code || coalesce(' ' || project_code, '')
       || ' on ' || min(data_day) || ': ' || min(running)
FROM (SELECT *, sum(mass_t) OVER (PARTITION BY account, county_code, pollutant_code,
        is_city_share, CASE WHEN account = 'used' THEN project_code END
        ORDER BY data_day, day_place) AS running FROM ({movements})
      WHERE account NOT IN ('certified', 'shortfall'))
WHERE running < 0 GROUP BY account, county_code, pollutant_code, project_code;

-- origin_adds_up
SELECT county_code || ' ' || pollutant_code || ' ' || month_end FROM pool.balance_month
WHERE certified_t + adjusted_t <> origin_balance_t + origin_used_t + origin_expired_t -
  origin_shortfall_t OR balance_t <> retained_t + transferred_t - allocated_t + returned_t -
  expired_t + shortfall_t OR certified_t + adjusted_t <> pooled_t + retained_t;

-- months_equal_postings
WITH own AS (
  SELECT county_code, pollutant_code, CAST(date_trunc('month', data_day) AS DATE) AS month, mass_t FROM ({movements})
  WHERE account = 'retained'
  UNION ALL SELECT county_code, pollutant_code, data_day, 0 FROM pool.balance_month),
nets AS (SELECT county_code, pollutant_code, month, sum(mass_t) AS net FROM own
         GROUP BY county_code, pollutant_code, month),
running AS (SELECT *, sum(net) OVER (PARTITION BY county_code, pollutant_code ORDER BY month)
            AS balance FROM nets),
pooled AS (
  SELECT county_code, pollutant_code, CAST(date_trunc('month', data_day) AS DATE) AS month, mass_t FROM ({movements})
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
WHERE m.balance_t <> r.balance;

-- closed_months
SELECT e.entry_no || ' on ' || e.data_day FROM pool.entry e JOIN registry.pool_closing c
  ON e.entry_no > c.last_entry_no AND e.kind <> 'EXPIRE' AND
     replace(substring(CAST(e.data_day AS STRING), 1, 7), '-', '') <= translate(c.month, '-/.年月 ', '');
