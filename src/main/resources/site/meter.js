// The electricity of an enterprise: production beside treatment, anomalies, alerts.
'use strict';
pages.meter = async (enterprise, day) => {
  const month = day.slice(0, 7);
  const own = await dawen.tables('meter', month, enterprise);
  const rows = own.meter_day.filter(r => r.data_day === day);
  const order = ['production', 'treatment', 'total', 'office'];
  rows.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || (a.meter_code < b.meter_code ? -1 : 1));
  const hours = Array.from({ length: 24 }, (_, h) => `h${dawen.two(h)}_energy_kwh`);
  const registered = city.meters(enterprise);
  const pairs = registered.filter(m => m.depends_on_facility_code);
  const anomalies = own.anomaly.filter(a => a.data_day === day);
  const months = dawen.periods('meter', enterprise);
  const at = months.indexOf(month);
  const line = { production: 'solid', treatment: 'dashed', total: 'dotted', office: 'dotted' };
  const colour = { production: ['#1f5f99', '#5b8db8', '#123a5e'], treatment: ['#8a5a00', '#c08a2e', '#5c3c00'], total: ['#55606e'], office: ['#aeb8c4'] };
  const seen = {};
  const shown = rows.filter(r => r.role === 'production' || r.role === 'treatment');
  const series = shown.map(r => {
    const n = seen[r.role] = (seen[r.role] ?? -1) + 1;
    return { name: `${text.word(r.role)} ${r.meter_code}`, type: 'line', step: 'middle', symbol: 'none', color: colour[r.role][n % colour[r.role].length],
      lineStyle: { type: line[r.role], width: 1.8 }, data: hours.map(h => charts.number(r[h])) };
  });
  const label = tr(`${city.enterpriseName(enterprise)}${day}逐小时用电量：生产与治污，表在下方`, `Energy by hour on ${day}, production and treatment; the table is below`);
  const base = charts.base('kWh');
  return {
    title: `${city.enterpriseName(enterprise)} ${tr('用电', 'electricity')} ${day}`, day,
    trail: [dom.link(['day', day], text.day(day)), ' › ', countyOf() && [dom.link(['county', countyOf(), day], city.county(countyOf())), ' › ']],
    heading: [city.enterprise(enterprise), ' ', el('small', {}, tr('用电监控 ', 'Electricity '), text.day(day))],
    body: [
      el('p', { class: 'steps' }, at > 0 ? dom.link(['meter', enterprise, months[at - 1] + '-01'], tr('‹ 上月', '‹ Earlier')) : '', el('label', {}, tr('日期 ', 'Day '), el('input', { type: 'date', id: 'pick', value: day, onchange: e => { if (e.target.value) { location.hash = route.to('meter', enterprise, e.target.value); } } })),
        at >= 0 && at < months.length - 1 ? dom.link(['meter', enterprise, months[at + 1] + '-01'], tr('下月 ›', 'Later ›')) : ''),
      dom.section(tr('生产与治污', 'Production and treatment'), series.length ? charts.chart(label, { ...base, xAxis: charts.axis(hours.map((_, h) => `${dawen.two(h)}:00`)), series }, 300) : el('p', { class: 'empty' }, tr('当日没有生产或治污电表的数据。', 'No meter of production or treatment has data that day.')),
        dom.fold(tr('逐小时表', 'Table of hours'), tables.table({ id: 'meter_hours', from: 'power.meter_day', where: { data_day: day }, rows: shown,
          columns: [{ c: 'meter_code', text: true }, { c: 'role' }, ...hours.map((h, i) => ({ c: h, title: dawen.two(i), unit: i ? '' : 'kWh', none: ['无数据', 'no data'] }))] }))),
      dom.section(tr('电表', 'Meters'), tables.table({ id: 'meters', from: 'power.meter_day', where: { data_day: day }, rows, empty: tr('当日没有电表数据。', 'No meter has data that day.'),
        columns: [{ c: 'meter_code', text: true }, { c: 'role' }, { c: 'facility_code', text: true }, { c: 'rated_kw', none: ['未登记', 'not registered'] }, { c: 'day_energy_kwh', none: ['数据不全', 'data incomplete'] }, { c: 'day_coverage_percent' },
          { c: 'production_on_minutes' }, { c: 'treatment_on_minutes' }, { c: 'load_ratio', title: tr('治污负荷比', 'Load of treatment'), none: r => r.role === 'treatment' ? tr('未同步运行', 'not running together') : tr('仅治污表计算', 'of treatment meters only') }] })),
      dom.section(tr('异常', 'Anomalies'), tables.table({ id: 'anomalies', from: 'power.anomaly', where: { enterprise_code: enterprise, data_day: day }, rows: anomalies, empty: tr('当日没有用电异常。', 'No anomaly that day.'),
        columns: [{ c: 'rule' }, { c: 'subject_code', title: tr('对象', 'Of'), text: true }, { c: 'starts_at' }, { c: 'ends_at', none: ['未结束', 'not ended'] }, { c: 'lasting_minutes' }, { c: 'production_mean_kw', none: ['不适用', 'does not apply'] }, { c: 'subject_mean_kw', none: ['不适用', 'does not apply'] }] })),
      own.anomaly.length ? dom.section([tr('本月异常', 'Anomalies of the month')], tables.table({ id: 'anomalies_month', from: 'power.anomaly', where: { enterprise_code: enterprise }, rows: own.anomaly,
        columns: [{ c: 'data_day', show: r => dom.link(['meter', enterprise, r.data_day], r.data_day), text: true }, { c: 'rule' }, { c: 'subject_code', title: tr('对象', 'Of'), text: true }, { c: 'lasting_minutes' }] })) : null,
      own.response_day.length ? dom.section(tr('重污染应急减排', 'Emergency response'), tables.table({ id: 'response', from: 'power.response_day', where: { enterprise_code: enterprise }, rows: own.response_day,
        columns: [{ c: 'data_day' }, { c: 'level', title: tr('预警', 'Alert') }, { c: 'action', title: tr('措施', 'Measure') }, { c: 'required_cut_percent', none: ['停产', 'a stop'] }, { c: 'achieved_cut_percent', none: ['无基线', 'no baseline'] }, { c: 'baseline_kwh', none: ['无基线', 'no baseline'] }, { c: 'actual_kwh', none: ['无数据', 'no data'] }, { c: 'coverage_percent' }, { c: 'verdict', title: tr('结论', 'Verdict') }] })) : null,
      pairs.length ? dom.section(tr('生产与治污的对应', 'Which treatment belongs to which production'), tables.table({ id: 'pairs', from: 'registry.meter', where: { enterprise_code: enterprise }, rows: pairs,
        columns: [{ c: 'meter_code', text: true }, { c: 'facility_code', text: true }, { c: 'depends_on_facility_code', title: tr('治污设施', 'Treatment facility'), text: true }] })) : null
    ]
  };

  function countyOf() {
    const outlet = city.tables().outlet.find(o => o.enterprise_code === enterprise);
    return outlet && outlet.county_code;
  }
};
