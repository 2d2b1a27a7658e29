// A county on a day and in its month.
'use strict';
pages.county = async (code, day) => {
  const month = day.slice(0, 7);
  const air = await dawen.tables('air', month);
  const source = await dawen.tables('source', month);
  const own = await dawen.tables('county', month, code);
  const area = air.area_day.filter(r => r.area_kind === 'county' && r.area_code === code);
  const today = area.find(r => r.data_day === day);
  const monthRow = air.area_month.find(r => r.area_kind === 'county' && r.area_code === code);
  const stations = air.station_day.filter(r => r.county_code === code && r.data_day === day);
  const hours = source.exceedance_hour.filter(r => r.county_code === code && r.data_day === day);
  const means = source.exceedance_day.filter(r => r.county_code === code && r.data_day === day);
  const outlets = own.outlet_day.filter(r => r.data_day === day);
  const withLimit = outlets.filter(r => r.judged_hours > 0 || r.exceeding_hours > 0);
  const others = [...new Set([...outlets.map(r => r.outlet_code), ...city.tables().outlet.filter(o => o.county_code === code).map(o => o.outlet_code)])]
    .filter(o => !withLimit.some(r => r.outlet_code === o)).sort();
  const leads = [];
  for (const year of dawen.periods('lead')) {
    leads.push(...(await dawen.tables('lead', year)).lead.filter(l => l.county_code === code && l.data_day <= day && (l.closed_day === null || l.closed_day > day)));
  }
  const name = city.countyName(code);
  const cls = d => {
    const r = area.find(x => x.data_day === d);
    const c = r && r.class_name && dawen.held.get('words').classes[r.class_name];
    return c ? { content: `${r.aqi} ${c[1]}`, said: `AQI ${r.aqi}, ${text.isEnglish() ? c[0] : r.class_name}`, colours: [c[2], dom.ink(c)] } : null;
  };
  const items = ['pm2_5_ug_m3', 'pm10_ug_m3', 'o3_8h_ug_m3', 'no2_ug_m3', 'so2_ug_m3', 'co_mg_m3'];
  const enterprises = [...new Set([...outlets, ...city.tables().outlet.filter(o => o.county_code === code)].map(r => r.enterprise_code).filter(Boolean))].sort();

  return {
    title: `${name} ${day}`, day,
    trail: [dom.link(['day', day], text.day(day)), ' › '],
    heading: [city.county(code), ' ', el('small', {}, text.day(day))],
    body: [
      dom.section(tr('小时超标', 'Exceeding hours'), tables.table({ id: 'exceedance_hours', from: 'source.exceedance_hour', where: { county_code: code, data_day: day }, rows: hours,
        empty: tr('当日没有小时超标。', 'No hour exceeded that day.'), columns: shared.exceedanceColumns().filter(c => c.c !== 'county_code'), note: hours.length ? tr('点小时看判定过程和原始报文。', 'An hour opens how it was judged and its packets.') : null })),
      means.length ? dom.section(tr('日均值超标', 'Day means above the limit'), tables.table({ id: 'exceedance_days', from: 'source.outlet_day', where: { county_code: code, data_day: day, is_day_above_limit: 'true' }, rows: means, columns: shared.dayMeanColumns().filter(c => c.c !== 'county_code') })) : null,
      el('div', { class: 'two' },
        el('section', {}, el('h2', {}, tr('空气质量', 'Air quality')),
          today ? tables.facts({ from: 'air.area_day', where: { area_code: code, basis: 'stations', data_day: day }, row: today,
            columns: [{ c: 'aqi' }, { c: 'class_name' }, { c: 'primary_pollutant', none: today.aqi === null ? ['有效数据不足', 'too few valid data'] : ['AQI≤50，无', 'none up to AQI 50'] }, ...items.map(c => ({ c, none: ['有效小时不足', 'too few valid hours'] }))] }) : el('p', { class: 'empty' }, tr('当日没有空气数据。', 'No air data that day.')),
          monthRow && [el('h3', {}, text.month(month)), tables.facts({ from: 'air.area_month', where: { area_code: code, period_kind: 'month', dust: 'included', month_start: month + '-01' }, row: monthRow,
            columns: ['pm2_5_published_ug_m3', 'pm10_published_ug_m3', 'o3_8h_p90_published_ug_m3', 'composite_index', 'good_day_published_percent'].map(c => ({ c, title: titleOf(c), none: ['不满足有效性要求', 'not valid'] })) })]),
        el('section', { class: 'month' }, el('h2', {}, tr('日历', 'Calendar')),
          calendar.month(month, day, cls, d => ['county', code, d], tr(`AQI，${text.month(month)}`, `AQI, ${text.month(month)}`)), tables.sourceLine(`air.area_day, area_code = ${code}, basis = stations`))),
      dom.section(tr('逐日AQI与PM₂.₅', 'AQI and PM₂.₅ by day'), air1(area, name, month)),
      dom.section(tr('排口', 'Outlets'), tables.table({ id: 'outlets', from: 'source.outlet_day', where: { county_code: code, data_day: day }, rows: withLimit, empty: tr('当日没有可判定的排口。', 'No outlet was judged that day.'),
        columns: [{ c: 'outlet_code', show: r => dom.link(['outlet', r.outlet_code, day, r.pollutant_code], city.outlet(r.outlet_code)), text: true }, { c: 'pollutant_code' }, { c: 'received_hours' }, { c: 'judged_hours' },
          { c: 'exceeding_hours', show: r => r.exceeding_hours > 0 ? el('b', { class: 'bad' }, r.exceeding_hours) : r.exceeding_hours }, { c: 'is_compliant' }, { c: 'is_provisional', show: shared.provisional, text: true }] }),
        others.length ? el('p', { class: 'links' }, tr('当日没有判定的排口：', 'Outlets not judged that day: '), others.map((o, i) => [i ? tr('、', ', ') : '', dom.link(['outlet', o, day], city.outlet(o))])) : null,
        enterprises.length ? el('p', { class: 'links' }, tr('用电监控：', 'Electricity: '), enterprises.map((e, i) => [i ? tr('、', ', ') : '', dom.link(['meter', e, day], city.enterprise(e))])) : null),
      dom.section(tr('空气站', 'Stations'), tables.table({ id: 'stations', from: 'air.station_day', where: { county_code: code, data_day: day }, rows: stations, empty: tr('区县没有空气站数据。', 'No station of the county has data.'),
        columns: [{ c: 'station_code', show: r => city.station(r.station_code), text: true }, { c: 'aqi' }, { c: 'class_name' }, { c: 'primary_pollutant', none: ['无', 'none'] }, ...items.map(c => ({ c, none: ['有效小时不足', 'too few valid hours'] }))] })),
      dom.section(tr('未结线索', 'Leads not closed'), shared.leadTable(leads, day, 'leads'))
    ]
  };

  function titleOf(c) {
    return { pm2_5_published_ug_m3: tr('PM₂.₅均值', 'PM₂.₅ mean'), pm10_published_ug_m3: tr('PM₁₀均值', 'PM₁₀ mean'), o3_8h_p90_published_ug_m3: tr('O₃-8h第90百分位', 'O₃ 8 h, 90th percentile'),
      composite_index: tr('综合指数', 'Composite index'), good_day_published_percent: tr('优良天数比例', 'Good days') }[c];
  }

  function air1(rows, who, m) {
    const sorted = [...rows].sort((a, b) => a.data_day < b.data_day ? -1 : 1);
    const label = tr(`${who}${text.month(m)}逐日AQI和PM₂.₅，表在下方`, `AQI and PM₂.₅ by day in ${text.month(m)}; the table is below`);
    return [charts.chart(label, { ...charts.base('AQI'), grid: { left: 44, right: 52, top: 44, bottom: 28 }, legend: { ...charts.base('').legend, right: 60 }, xAxis: charts.axis(sorted.map(r => r.data_day.slice(5))),
      yAxis: [{ ...charts.base('AQI').yAxis, nameTextStyle: { color: charts.colours.faint, align: 'left', padding: [0, 0, 0, -30] } }, { ...charts.base('µg/m³').yAxis, name: 'µg/m³', nameTextStyle: { color: charts.colours.faint }, splitLine: { show: false } }],
      series: [{ name: 'AQI', type: 'bar', barMaxWidth: 18, data: sorted.map(r => r.aqi === null ? null : { value: r.aqi, itemStyle: { color: (dawen.held.get('words').classes[r.class_name] || [])[2], borderColor: '#0004', borderWidth: 1 } }), itemStyle: { color: '#aeb8c4' } },
        { name: 'PM₂.₅ µg/m³', type: 'line', yAxisIndex: 1, color: charts.colours.value, symbolSize: 5, data: sorted.map(r => charts.number(r.pm2_5_ug_m3)) }] }, 240),
      dom.fold(tr('表', 'Table'), tables.table({ id: 'air_month', caption: null, from: 'air.area_day', where: { area_code: code, basis: 'stations' }, rows: sorted,
        columns: [{ c: 'data_day', show: r => dom.link(['county', code, r.data_day], r.data_day), text: true }, { c: 'aqi' }, { c: 'class_name' }, { c: 'primary_pollutant', none: ['无', 'none'] }, { c: 'pm2_5_ug_m3', none: ['有效小时不足', 'too few valid hours'] }] }))];
  }
};
