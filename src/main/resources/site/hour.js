// An hour: how it was formed and judged, and the packets it rests on.
'use strict';
pages.hour = async (code, factor, hour) => {
  const start = hour.replace('T', ' ') + ':00';
  const day = hour.slice(0, 10);
  const month = day.slice(0, 7);
  const own = await dawen.tables('outlet', month, code);
  const row = own.hour.find(r => r.pollutant_code === factor && r.hour_start === start);
  const packets = (await dawen.tables('packet', month, code)).packet.filter(p => p.data_time === start);
  const registered = city.outletRow(code) || {};
  const trail = [dom.link(['day', day], text.day(day)), ' › ', registered.county_code && [dom.link(['county', registered.county_code, day], city.county(registered.county_code)), ' › '], dom.link(['outlet', code, day, factor], city.outlet(code)), ' › '];
  const heading = [text.word(factor), ' ', el('small', {}, `${text.day(day)} ${hour.slice(11)}:00`)];
  if (!row) {
    return { title: `${text.word(factor)} ${hour}`, day, trail, heading, body: [el('p', { class: 'empty' }, tr('该小时没有数据。', 'There are no data of that hour.'))] };
  }
  const unit = text.pretty(row.unit || '');
  const where = { outlet_code: code, pollutant_code: factor, hour_start: start };
  const fact = columns => tables.facts({ from: 'source.outlet_hour', where, row, columns });
  const standard = dawen.held.get('limits')[row.limit_id];
  const suspects = own.suspect_series.filter(s => s.pollutant_code === factor && s.first_hour <= start && s.last_hour >= start);
  const mark = city.tables().mark.filter(m => m.outlet_code === code && (!m.pollutant_code || m.pollutant_code === factor) && m.starts_at < hour.replace('T', ' ') + ':59' && (!m.ends_at || m.ends_at > start));
  const neighbour = step => {
    const hours = own.hour.filter(r => r.pollutant_code === factor);
    const next = hours[hours.indexOf(row) + step];
    return next ? dom.link(['hour', code, factor, next.hour_start.replace(' ', 'T').slice(0, 13)], step < 0 ? tr('‹ 前一小时', '‹ Hour before') : tr('后一小时 ›', 'Next hour ›')) : '';
  };

  return {
    title: `${text.word(factor)} ${hour}`, day, trail, heading,
    lead: verdict(),
    body: [
      el('p', { class: 'steps' }, neighbour(-1), neighbour(1)),
      el('ol', { class: 'chain' },
        el('li', {}, el('h2', {}, tr('数值', 'Value')), fact([{ c: 'avg_value', unit }, { c: 'zs_avg_value', unit }, { c: 'min_value', unit }, { c: 'max_value', unit }, { c: 'judged_value', unit }, { c: 'value_basis' }, { c: 'o2_percent' }, { c: 'reference_o2_percent' }])),
        el('li', {}, el('h2', {}, tr('有效性与标记', 'Validity and marks')), fact([{ c: 'data_flag' }, { c: 'valid_minutes' }, { c: 'mark_kind' }, { c: 'is_judgeable' }, { c: 'unjudgeable_reason' }]),
          mark.length ? tables.table({ id: 'marks', from: 'registry.mark', where: { outlet_code: code }, rows: mark, columns: [{ c: 'kind' }, { c: 'starts_at' }, { c: 'ends_at', none: ['未结束', 'not ended'] }, { c: 'proof_no' }] }) : null,
          suspects.length ? tables.table({ id: 'suspects', from: 'source.suspect_series', where: { outlet_code: code, pollutant_code: factor }, rows: suspects, columns: [{ c: 'suspect_rule' }, { c: 'first_hour' }, { c: 'last_hour' }, { c: 'suspect_hours' }] }) : null),
        el('li', {}, el('h2', {}, tr('执行限值', 'Limit in force')), fact([{ c: 'limit_value', unit }, { c: 'lower_limit_value', unit }, { c: 'limit_level' }, { c: 'limit_id', title: tr('依据', 'By') }, { c: 'limit_confidence' }, { c: 'is_provisional', show: shared.provisional, text: true }]),
          standard ? el('p', { class: 'note' }, dom.name(standard[0]), tr('，', ', '), dom.name(standard[1])) : null),
        el('li', {}, el('h2', {}, tr('判定', 'Verdict')), fact([{ c: 'is_above_limit' }, { c: 'times_over_limit', show: r => r.is_above_limit ? r.times_over_limit : null, none: r => r.is_above_limit === null ? tr('不判定', 'not judged') : tr('未超标', 'not above') }, { c: 'is_above_day_limit', none: ['无日均限值', 'no limit of a day'] }, { c: 'day_limit_value', unit }])),
        el('li', { id: 'packets' }, el('h2', {}, tr('原始报文', 'Packets')), packets.length ? packets.map(packet) : el('p', { class: 'empty' }, tr('该小时没有收到小时数据报文（CN=2061）。', 'No packet of hour data (CN=2061) was received for this hour.')),
          el('p', { class: 'note' }, tr('PW的值、个人和车辆信息不显示；其余为所收报文。', 'The value of PW and what names a person or a vehicle are not shown; all else is the packet as received.')))),
      dom.section(tr('完整证据', 'The whole evidence'), el('p', {}, dom.command(`./dawen explain source.outlet_hour ${code} ${factor} ${hour}:00`)))
    ]
  };

  function verdict() {
    if (row.limit_value === null) { return tr('没有执行的小时限值，不判定。', 'No hour limit is in force: not judged.'); }
    if (!row.is_judgeable) { return [tr('不判定：', 'Not judged: '), text.word(row.unjudgeable_reason)]; }
    const value = `${row.judged_value} ${unit}`;
    const limit = `${shared.limit(row)} ${unit}`;
    return row.is_above_limit
      ? [el('b', { class: 'bad' }, tr('超标', 'Exceeds')), tr(`：${value}，限值${limit}，超标${row.times_over_limit}倍`, `: ${value} against ${limit}, ${row.times_over_limit} times over the limit`), row.is_provisional ? tr('（暂定）', ' (provisional)') : '']
      : [el('b', {}, tr('达标', 'Complies')), tr(`：${value}，限值${limit}（等于限值为达标）`, `: ${value} against ${limit} (equal complies)`), row.is_provisional ? tr('（暂定）', ' (provisional)') : ''];
  }

  function packet(p) {
    const inForce = p.file_id === row.file_id && p.record_no === row.record_no;
    const state = { same: tr('文件与入库时一致', 'the file is as taken in'), changed: tr('文件入库后有改动', 'the file has changed since it was taken in'), gone: tr('落地目录中已无此记录', 'the record is no longer in the landing folder') }[p.state];
    return el('figure', { class: 'packet' + (inForce ? ' in-force' : '') },
      el('figcaption', {}, el('b', {}, inForce ? tr('采用', 'In force') : tr('同一小时的其他报文', 'Another packet of the hour')), ' ',
        el('span', { class: 'place' }, el('span', { class: 'file' }, dom.name(p.file_id)), tr(`，第${p.record_no}条`, `, record ${p.record_no}`), p.line_no === null ? '' : tr(`，第${p.line_no}行`, `, line ${p.line_no}`)), ' · ',
        p.received_at === null ? tr('未记录接收时间', 'time of receipt not recorded') : tr(`接收于${p.received_at}`, `received ${p.received_at}`), ' · ', state),
      p.text === null ? el('p', { class: 'empty' }, state) : el('pre', { class: 'raw', tabindex: '0' }, marked(p.text)));
  }

  /** The values of the factor stand out in the packet. */
  function marked(raw) {
    return raw.split(/(?<=[;,])|(?=&&)/).map(piece => piece.startsWith(factor + '-') || piece.includes(';' + factor + '-') ? el('mark', {}, dom.name(piece)) : dom.name(piece));
  }
};
