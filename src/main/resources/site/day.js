// A day of the city: map, calendar, what exceeded, leads at work.
'use strict';
(() => {
  const kinds = () => ({ aqi: tr('AQI', 'AQI'), exceedances: tr('超标小时', 'Exceeding hours'), leads: tr('未结线索', 'Leads not closed') });

  /** Leads that were known and not closed on a day. */
  async function leadsOn(day) {
    const all = [];
    for (const year of dawen.periods('lead')) {
      all.push(...(await dawen.tables('lead', year)).lead);
    }
    return all.filter(l => l.data_day <= day && (l.closed_day === null || l.closed_day > day));
  }

  pages.day = async (day, kind = 'aqi') => {
    const month = day.slice(0, 7);
    const air = await dawen.tables('air', month);
    const source = await dawen.tables('source', month);
    const areas = air.area_day.filter(r => r.data_day === day);
    const counties = areas.filter(r => r.area_kind === 'county').sort((a, b) => (b.aqi ?? -1) - (a.aqi ?? -1));
    const whole = areas.find(r => r.area_kind === 'city');
    const hours = source.exceedance_hour.filter(r => r.data_day === day);
    const means = source.exceedance_day.filter(r => r.data_day === day);
    const leads = await leadsOn(day);
    const exceeding = new Map(source.county_day.filter(r => r.data_day === day).map(r => [r.county_code, r.exceeding_hours]));
    const leadCount = code => leads.filter(l => l.county_code === code).length;
    const airOf = new Map(counties.map(c => [c.area_code, c]));

    const look = code => {
      if (kind === 'aqi') {
        const c = airOf.get(code);
        const cls = c && c.class_name && dawen.held.get('words').classes[c.class_name];
        return cls ? { fill: cls[2], ink: dom.ink(cls), value: `${c.aqi} ${cls[1]}`, said: `AQI ${c.aqi}, ${cls[1]} ${text.isEnglish() ? cls[0] : c.class_name}` }
          : { fill: '#e3e7ec', ink: '#1c2430', value: tr('无指数', 'no index'), said: tr('无指数', 'no index') };
      }
      const n = kind === 'exceedances' ? exceeding.get(code) || 0 : leadCount(code);
      return { fill: map.fill(n), ink: map.ink(n), value: String(n), said: kind === 'exceedances' ? tr(`超标${n}小时`, `${n} exceeding hours`) : tr(`未结线索${n}条`, `${n} leads not closed`) };
    };
    const toCounty = code => ['county', code, day];
    const picture = map.svg(tr(`${text.day(day)}各区县${kinds()[kind]}`, `${kinds()[kind]} by county, ${text.day(day)}`), look, toCounty);
    const choice = el('p', { class: 'choice', role: 'group', 'aria-label': tr('着色', 'Colour by') }, Object.entries(kinds()).map(([k, label]) =>
      el('a', { href: route.to('day', day, k), 'aria-current': k === kind ? 'true' : null }, label)));

    const cityDays = new Map(air.area_day.filter(r => r.area_kind === 'city').map(r => [r.data_day, r]));
    const air1 = d => {
      const r = cityDays.get(d);
      const cls = r && r.class_name && dawen.held.get('words').classes[r.class_name];
      return cls ? { content: `${r.aqi} ${cls[1]}`, said: `AQI ${r.aqi}, ${text.isEnglish() ? cls[0] : r.class_name}`, colours: [cls[2], dom.ink(cls)] } : null;
    };
    const months = dawen.periods('air');
    const at = months.indexOf(month);
    const step = (m, label) => m ? el('a', { href: route.to('day', m + '-01', kind) }, label) : el('span', { class: 'none' }, label);

    const overdue = leads.filter(l => l.due_day !== null && l.due_day < day);
    const headline = [
      whole && whole.aqi !== null ? [tr('全市AQI ', 'City AQI '), el('b', {}, whole.aqi), ' ', dom.aqiClass(whole.class_name)] : tr('全市当日无指数', 'No index of the city'),
      [tr('小时超标 ', 'Exceeding hours '), el('b', {}, hours.length)],
      [tr('日均值超标 ', 'Day means above '), el('b', {}, means.length)],
      [tr('未结线索 ', 'Leads not closed '), el('b', {}, leads.length), overdue.length ? [tr('，超期 ', ', overdue '), el('b', { class: 'bad' }, overdue.length)] : '']
    ];

    return {
      title: text.day(day), day,
      heading: [text.day(day)],
      body: [
        el('ul', { class: 'headline' }, headline.map(h => el('li', {}, h))),
        el('div', { class: 'two' },
          el('section', { class: 'map-of' }, el('h2', {}, tr('区县地图', 'Counties')), choice, picture || el('p', { class: 'empty' }, tr('未登记区县图形（registry/areas.geojson），见下表。', 'No outlines are registered (registry/areas.geojson); see the table below.')),
            map.legend(kind), picture && map.note()),
          el('section', { class: 'month' }, el('h2', {}, tr('日历', 'Calendar')),
            el('p', { class: 'steps' }, step(months[at - 1], tr('‹ 上月', '‹ Earlier')), el('label', {}, tr('日期 ', 'Day '),
              el('input', { type: 'date', id: 'pick', value: day, min: months[0] + '-01', max: frame.newest(), onchange: e => { if (e.target.value) { location.hash = route.to('day', e.target.value, kind); } } })), step(months[at + 1], tr('下月 ›', 'Later ›'))),
            calendar.month(month, day, air1, d => ['day', d, kind], tr(`全市AQI，${text.month(month)}`, `AQI of the city, ${text.month(month)}`)),
            tables.sourceLine(`air.area_day, area_kind = city, basis = stations`))),
        dom.section(tr('各区县空气质量', 'Air quality by county'), tables.table({ id: 'air_day', caption: null, from: 'air.area_day',
          where: { basis: 'stations', data_day: day }, rows: [whole, ...counties].filter(Boolean), empty: tr('当日没有空气数据。', 'No air data that day.'),
          columns: [{ c: 'area_name', show: r => r.area_kind === 'city' ? tr('全市', 'City') : dom.link(toCounty(r.area_code), city.county(r.area_code)), text: true },
            { c: 'aqi' }, { c: 'class_name' }, { c: 'primary_pollutant', none: r => r.aqi === null ? tr('有效数据不足', 'too few valid data') : tr('AQI≤50，无', 'none up to AQI 50') },
            ...['pm2_5_ug_m3', 'pm10_ug_m3', 'o3_8h_ug_m3', 'no2_ug_m3', 'so2_ug_m3', 'co_mg_m3'].map(c => ({ c, none: r => String(r.unmonitored_items).includes(c.split('_')[0].toUpperCase()) ? tr('不监测', 'not monitored') : tr('有效小时不足', 'too few valid hours') }))] })),
        dom.section(tr('小时超标', 'Exceeding hours'), tables.table({ id: 'exceedance_hours', from: 'source.exceedance_hour', where: { data_day: day }, rows: hours,
          empty: tr('当日没有小时超标。', 'No hour exceeded that day.'), columns: shared.exceedanceColumns() })),
        dom.section(tr('日均值超标', 'Day means above the limit'), tables.table({ id: 'exceedance_days', from: 'source.outlet_day', where: { data_day: day, is_day_above_limit: 'true' }, rows: means,
          empty: tr('当日没有日均值超标。', 'No day mean was above its limit.'), columns: shared.dayMeanColumns() })),
        dom.section(tr('未结线索', 'Leads not closed'), shared.leadTable(leads, day, 'leads'))
      ]
    };
  };
})();

/** Tables that several pages show. */
const shared = (() => {
  const hourLink = r => dom.link(['hour', r.outlet_code, r.pollutant_code, r.hour_start.replace(' ', 'T').slice(0, 13)], r.hour_start.slice(5));
  const provisional = r => r.is_provisional ? el('abbr', { title: tr('限值未经原文核实', 'the limit has not been verified from its text') }, tr('暂定', 'provisional')) : tr('否', 'no');
  /** A range where there is a lower limit, too. */
  const limit = (r, low = 'lower_limit_value', high = 'limit_value') => r[low] !== null && r[low] !== undefined ? `${r[low]}–${r[high]}` : r[high];

  const dayLimit = r => limit(r, 'day_lower_limit_value', 'day_limit_value');

  const exceedanceColumns = () => [
    { c: 'hour_start', show: hourLink, text: true }, { c: 'county_code', text: true }, { c: 'outlet_code', show: r => dom.link(['outlet', r.outlet_code, r.data_day, r.pollutant_code], city.outlet(r.outlet_code)), text: true },
    { c: 'pollutant_code' }, { c: 'judged_value' }, { c: 'limit_value', show: r => limit(r), n: true }, { c: 'unit' }, { c: 'times_over_limit', title: tr('超标倍数', 'Times over limit') }, { c: 'value_basis' }, { c: 'is_provisional', show: provisional, text: true }];
  const dayMeanColumns = () => [
    { c: 'county_code', text: true }, { c: 'outlet_code', show: r => dom.link(['outlet', r.outlet_code, r.data_day, r.pollutant_code], city.outlet(r.outlet_code)), text: true },
    { c: 'pollutant_code' }, { c: 'day_mean_value' }, { c: 'day_limit_value', show: dayLimit, n: true }, { c: 'unit' }, { c: 'day_times_over_limit', title: tr('超标倍数', 'Times over limit') }, { c: 'is_provisional', show: provisional, text: true }];

  /** Overdue ones first, then by score. */
  function leadTable(leads, day, id) {
    const isOverdue = l => l.due_day !== null && l.due_day < day && (l.closed_day === null || l.closed_day > day);
    const rows = [...leads].sort((a, b) => isOverdue(b) - isOverdue(a) || Number(b.score) - Number(a.score) || (a.lead_id < b.lead_id ? -1 : 1));
    return tables.table({ id, from: 'lead.lead', where: {}, rows, empty: tr('没有未结线索。', 'No lead is open.'), columns: [
      { c: 'matter', show: r => dom.link(['lead', r.lead_id], text.word(r.matter)), text: true }, { c: 'enterprise_name', none: ['未登记', 'not registered'], show: r => r.enterprise_name && dom.name(r.enterprise_name), text: true },
      { c: 'county_code', text: true }, { c: 'score' }, { c: 'data_day', title: tr('首日', 'First day') }, { c: 'last_day', title: tr('末日', 'Last day') }, { c: 'evidence_count', title: tr('证据', 'Evidence') },
      { c: 'status' }, { c: 'due_day', title: tr('办结期限', 'Due'), show: r => r.due_day && [r.due_day, isOverdue(r) ? el('b', { class: 'bad' }, tr(' 超期', ' overdue')) : ''] }] });
  }
  return { exceedanceColumns, dayMeanColumns, leadTable, provisional, limit, dayLimit, hourLink };
})();
