// An outlet: the hours of one factor against the limit in force, marks, exceedances, suspects.
'use strict';
pages.outlet = async (code, day, wanted) => {
  const month = day.slice(0, 7);
  const own = await dawen.tables('outlet', month, code);
  const factors = [...new Set(own.hour.map(r => r.pollutant_code))];
  const judged = factors.filter(f => own.hour.some(r => r.pollutant_code === f && (r.limit_value !== null || r.day_limit_value !== null)));
  const factor = factors.includes(wanted) ? wanted : judged[0] || factors[0];
  const hours = own.hour.filter(r => r.pollutant_code === factor);
  const ofDay = hours.filter(r => r.data_day === day);
  const ofFactor = own.day.filter(r => r.pollutant_code === factor);
  const means = new Map(ofFactor.map(r => [r.data_day, r.day_mean_value]));
  const lower = new Map(ofFactor.map(r => [r.data_day, r.day_lower_limit_value]));
  const dayRow = own.day.find(r => r.pollutant_code === factor && r.data_day === day);
  const unit = text.pretty((hours.find(r => r.unit) || { unit: '' }).unit || '');
  const registered = city.outletRow(code) || {};
  const all = city.tables();
  const marks = all.mark.filter(m => m.outlet_code === code && (!m.pollutant_code || m.pollutant_code === factor) && m.starts_at.slice(0, 7) <= month && (!m.ends_at || m.ends_at.slice(0, 7) >= month));
  const limits = all.limit.filter(l => l.outlet_code === code && l.pollutant_code === factor);
  const verdicts = all.verdict.filter(v => v.outlet_code === code);
  const suspects = own.suspect_series.filter(r => r.pollutant_code === factor);
  const months = dawen.periods('outlet', code);
  const at = months.indexOf(month);
  const who = `${city.enterpriseName(registered.enterprise_code)} ${city.outletName(code)}`;
  const exceeded = hours.filter(r => r.is_above_limit);
  const value = r => r.judged_value ?? r.avg_value;

  const label = tr(`${who}${text.month(month)}${text.word(factor)}小时值与限值，超标${exceeded.length}小时；表在下方`,
    `Hours of ${text.word(factor)} in ${text.month(month)} and the limit in force; ${exceeded.length} hours above it; the table is below`);
  const times = hours.map(r => r.hour_start.slice(5));
  const base = charts.base(unit, true);
  const picture = hours.length ? charts.chart(label, { ...base, xAxis: charts.axis(times),
    dataZoom: [{ type: 'slider', height: 18, bottom: 8, borderColor: '#d4dae0', fillerColor: 'rgba(31,95,153,.12)', ...zoom(times, day) }, { type: 'inside', zoomOnMouseWheel: 'ctrl' }],
    series: [
      { name: tr('小时值', 'Hour'), type: 'line', color: charts.colours.value, symbol: 'none', lineStyle: { width: 1.4 }, data: hours.map(r => charts.number(value(r))),
        markArea: { silent: true, itemStyle: { color: 'rgba(138,90,0,.14)' }, data: marks.map(m => [{ xAxis: hourOf(m.starts_at) }, { xAxis: hourOf(m.ends_at || month + '-31 23:00') }]).filter(([a, b]) => times.includes(a.xAxis) || times.includes(b.xAxis)).map(([a, b]) => [{ xAxis: times.includes(a.xAxis) ? a.xAxis : times[0] }, { xAxis: times.includes(b.xAxis) ? b.xAxis : times.at(-1) }]) } },
      hours.some(r => r.day_limit_value !== null) && { name: tr('日均限值', 'Limit of a day'), type: 'line', step: 'end', symbol: 'none', color: charts.colours.second, lineStyle: { width: 1.4, type: 'dashed' }, data: hours.map(r => charts.number(r.day_limit_value)) },
      ofFactor.some(r => r.day_lower_limit_value !== null) && { name: tr('日均下限', 'Lower limit of a day'), type: 'line', step: 'end', symbol: 'none', color: charts.colours.second, lineStyle: { width: 1, type: 'dotted' }, data: hours.map(r => charts.number(lower.get(r.data_day))) },
      hours.some(r => r.day_limit_value !== null) && { name: tr('日均值', 'Day mean'), type: 'line', step: 'end', symbol: 'none', color: '#55606e', lineStyle: { width: 1.2 }, data: hours.map(r => charts.number(means.get(r.data_day))) },
      hours.some(r => r.limit_value !== null) && { name: tr('限值', 'Limit'), type: 'line', step: 'end', symbol: 'none', color: charts.colours.limit, lineStyle: { width: 1.4, type: 'dashed' }, data: hours.map(r => charts.number(r.limit_value)) },
      hours.some(r => r.lower_limit_value !== null) && { name: tr('下限', 'Lower limit'), type: 'line', step: 'end', symbol: 'none', color: charts.colours.limit, lineStyle: { width: 1, type: 'dotted' }, data: hours.map(r => charts.number(r.lower_limit_value)) },
      exceeded.length && { name: tr('超标', 'Above'), type: 'scatter', symbol: 'diamond', symbolSize: 9, color: charts.colours.limit, data: hours.map(r => r.is_above_limit ? charts.number(value(r)) : null) },
      hours.some(r => r.unjudgeable_reason) && { name: tr('不判定', 'Not judged'), type: 'scatter', symbol: 'circle', symbolSize: 4, color: '#8a5a00', data: hours.map(r => r.unjudgeable_reason ? charts.number(value(r)) : null) }
    ].filter(Boolean) }, 320) : el('p', { class: 'empty' }, tr('本月没有该排口的小时数据。', 'No hours of the outlet this month.'));

  return {
    title: `${who} ${text.word(factor)}`, day,
    trail: [dom.link(['day', day], text.day(day)), ' › ', registered.county_code && [dom.link(['county', registered.county_code, day], city.county(registered.county_code)), ' › ']],
    heading: [city.outlet(code), ' ', el('small', {}, code)],
    body: [
      el('p', { class: 'choice', role: 'group', 'aria-label': tr('因子', 'Factor') }, factors.map(f => el('a', { href: route.to('outlet', code, day, f), 'aria-current': f === factor ? 'true' : null, class: judged.includes(f) ? null : 'minor' }, text.word(f)))),
      el('p', { class: 'steps' }, at > 0 ? dom.link(['outlet', code, months[at - 1] + '-01', factor], tr('‹ 上月', '‹ Earlier')) : '', el('label', {}, tr('日期 ', 'Day '),
        el('input', { type: 'date', id: 'pick', value: day, min: months[0] + '-01', max: (months.at(-1) || month) + '-31', onchange: e => { if (e.target.value) { location.hash = route.to('outlet', code, e.target.value, factor); } } })),
      at >= 0 && at < months.length - 1 ? dom.link(['outlet', code, months[at + 1] + '-01', factor], tr('下月 ›', 'Later ›')) : '',
      registered.enterprise_code ? dom.link(['meter', registered.enterprise_code, day], tr('用电监控', 'Electricity')) : ''),
      dom.section([text.word(factor), ' ', el('small', {}, text.month(month))], picture),
      dayRow ? dom.section(tr('当日', 'The day'), tables.facts({ from: 'source.outlet_day', where: { outlet_code: code, pollutant_code: factor, data_day: day }, row: dayRow, columns: [
        { c: 'day_mean_value', unit }, { c: 'day_limit_value', unit, show: r => shared.dayLimit(r), n: true }, { c: 'is_day_above_limit', none: ['不判定', 'not judged'] }, { c: 'due_hours' }, { c: 'received_hours' }, { c: 'valid_hours' }, { c: 'judged_hours' }, { c: 'exceeding_hours' }, { c: 'total_mass_kg', none: ['无流量或非污染物', 'no flow, or no pollutant'] }, { c: 'capture_rate_percent', none: ['不计', 'not counted'] }] })) : null,
      ofFactor.length ? dom.section(tr('逐日', 'Days'), dom.fold(tr('逐日表', 'Table of days'), tables.table({ id: 'days', from: 'source.outlet_day', where: { outlet_code: code, pollutant_code: factor }, rows: ofFactor, rowClass: r => r.is_day_above_limit ? 'above' : null,
        columns: [{ c: 'data_day', show: r => dom.link(['outlet', code, r.data_day, factor], r.data_day), text: true }, { c: 'day_mean_value', unit }, { c: 'day_limit_value', unit, show: r => shared.dayLimit(r), n: true }, { c: 'is_day_above_limit', none: ['不判定', 'not judged'] }, { c: 'valid_hours' }, { c: 'exceeding_hours' }, { c: 'total_mass_kg', none: ['无流量或非污染物', 'no flow, or no pollutant'] }] }))) : null,
      dom.section([tr('小时', 'Hours'), ' ', el('small', {}, text.day(day))], tables.table({ id: 'hours', from: 'source.outlet_hour', where: { outlet_code: code, pollutant_code: factor, data_day: day }, rows: ofDay, empty: tr('当日没有小时数据。', 'No hours that day.'),
        rowClass: r => r.is_above_limit ? 'above' : null,
        columns: [{ c: 'hour_start', show: shared.hourLink, text: true }, ...(hours.some(r => r.limit_value !== null) ? [{ c: 'judged_value', unit, none: r => r.unjudgeable_reason ? text.word(r.unjudgeable_reason) : words.none('judged_value') }, { c: 'limit_value', unit, show: r => shared.limit(r), n: true },
          { c: 'is_above_limit', none: r => r.unjudgeable_reason ? text.word(r.unjudgeable_reason) : words.none('is_above_limit') }, { c: 'times_over_limit', show: r => r.is_above_limit ? r.times_over_limit : null, none: r => r.is_above_limit === null ? tr('不判定', 'not judged') : tr('未超标', 'not above') }] : []),
          { c: 'avg_value', unit }, { c: 'zs_avg_value', unit }, { c: 'data_flag' }, { c: 'mark_kind' }, { c: 'record_count', title: tr('报文数', 'Packets') }] })),
      exceeded.length ? dom.section([tr('本月超标小时', 'Exceeding hours of the month')], tables.table({ id: 'exceeding', from: 'source.outlet_hour', where: { outlet_code: code, pollutant_code: factor, is_above_limit: 'true' }, rows: exceeded,
        columns: [{ c: 'hour_start', show: shared.hourLink, text: true }, { c: 'judged_value', unit }, { c: 'limit_value', unit }, { c: 'times_over_limit' }, { c: 'is_provisional', show: shared.provisional, text: true }] })) : null,
      dom.section(tr('可疑数据序列', 'Suspect series'), tables.table({ id: 'suspects', from: 'source.suspect_series', where: { outlet_code: code, pollutant_code: factor }, rows: suspects, empty: tr('本月该因子没有可疑序列。', 'No suspect series of the factor this month.'),
        note: suspects.length ? tr('筛查规则是本项目的阈值，不是法规。', 'Screening rules are thresholds of this project, not law.') : null,
        columns: [{ c: 'data_day' }, { c: 'suspect_rule' }, { c: 'first_hour' }, { c: 'last_hour' }, { c: 'suspect_hours' }, text.isEnglish() ? { c: 'suspect_figures', text: true } : null].filter(Boolean) })),
      dom.section(tr('企业标记', 'Marks of the enterprise'), tables.table({ id: 'marks', from: 'registry.mark', where: { outlet_code: code }, rows: marks, empty: tr('本月没有标记。', 'No mark this month.'),
        columns: [{ c: 'kind' }, { c: 'pollutant_code', none: ['全部因子', 'every factor'] }, { c: 'starts_at' }, { c: 'ends_at', none: ['未结束', 'not ended'] }, { c: 'proof_no' }] })),
      dom.section(tr('许可限值', 'Limits of the permit'), tables.table({ id: 'limits', from: 'registry.limit', where: { outlet_code: code, pollutant_code: factor }, rows: limits, empty: tr('许可证未登记该因子限值，执行标准限值。', 'The permit has no limit of the factor; limits of standards apply.'),
        columns: [{ c: 'period' }, { c: 'limit_value' }, { c: 'lower_limit_value' }, { c: 'unit' }, { c: 'reference_o2_percent' }, { c: 'document_no' }, { c: 'valid_from', none: ['自始', 'from the start'] }, { c: 'valid_to', none: ['现行', 'in force'] }] })),
      own.treatment_finding.length ? dom.section(tr('治理效率', 'Treatment'), tables.table({ id: 'treatment', from: 'source.treatment_finding', where: { outlet_code: code }, rows: own.treatment_finding,
        columns: [{ c: 'data_day' }, { c: 'treatment_rule' }, { c: 'pollutant_code' }, { c: 'finding_hours' }, { c: 'lowest_removal_percent', none: ['不适用', 'does not apply'] }, { c: 'design_removal_percent', none: ['未登记', 'not registered'] }, { c: 'highest_slip_mg_m3', none: ['不适用', 'does not apply'] }, { c: 'is_provisional', show: shared.provisional, text: true }] })) : null,
      own.withdrawn_exceedance.length ? dom.section(tr('被撤回或改值的超标', 'Exceedances withdrawn or changed'), tables.table({ id: 'withdrawn', from: 'source.withdrawn_exceedance', where: { outlet_code: code }, rows: own.withdrawn_exceedance,
        columns: [{ c: 'hour_start' }, { c: 'pollutant_code' }, { c: 'change' }, { c: 'from_value' }, { c: 'to_value', none: ['不可判定', 'cannot be judged'] }, { c: 'limit_value' }, { c: 'unit' }, { c: 'received_at' }, { c: 'file_id' }, { c: 'record_no' }] })) : null,
      verdicts.length ? dom.section(tr('人工认定', 'Decided by a person'), tables.table({ id: 'verdicts', from: 'registry.verdict', where: { outlet_code: code }, rows: verdicts,
        columns: [{ c: 'verdict_no', text: true }, { c: 'decision' }, { c: 'pollutant_code', none: ['全部因子', 'every factor'] }, { c: 'starts_at' }, { c: 'ends_at' }, { c: 'decided_on' }, { c: 'document_no', none: ['无文号', 'no document'] }] })) : null
    ]
  };

  function hourOf(time) {
    return time.slice(5, 14) + '00';
  }

  /** Seven days around the day, or the whole month. */
  function zoom(labels, d) {
    const first = labels.findIndex(l => l >= d.slice(5));
    const from = Math.max(0, first - 72);
    return labels.length > 200 && first >= 0 ? { startValue: from, endValue: Math.min(labels.length - 1, from + 168) } : {};
  }
};
