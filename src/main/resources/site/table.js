// Tables whose cells can be looked up: each says which table of the lake it shows, and by what condition.
'use strict';
const tables = (() => {
  const times = new Set(['hour_start', 'first_hour', 'last_hour', 'starts_at', 'ends_at', 'from_at', 'to_at', 'received_at',
    'data_time', 'alert_starts_at', 'alert_ends_at', 'first_sample_at', 'last_sample_at']);
  const names = new Set(['name', 'enterprise_name', 'area_name', 'section_name', 'water_body', 'owner', 'document_no', 'proof_no', 'file_id',
    'plate', 'decided_by', 'departments', 'source_key', 'city_name', 'result', 'detail', 'county_code', 'outlet_code', 'enterprise_code',
    'from_county_code', 'to_county_code', 'origin_county_code', 'station_code', 'section_code', 'title_zh', 'project_zh', 'measure_no', 'limit_id', 'lead_id']);
  const codes = new Set(['pollutant_code', 'value_basis', 'mark_kind', 'data_flag', 'unjudgeable_reason', 'limit_level', 'suspect_rule',
    'treatment_rule', 'rule', 'rule_code', 'anomaly_class', 'worst_class', 'confidence', 'matter', 'status', 'evidence_kind', 'state',
    'state_reason', 'strength', 'verdict', 'action', 'level', 'kind', 'role', 'way', 'body_kind', 'no_class_reason', 'goal_state', 'span', 'item',
    'method', 'item_source', 'change', 'refusal_reason', 'from_account', 'to_account', 'decision', 'medium', 'day_mean_basis', 'judged_each', 'source_kind', 'unit', 'period']);
  const lists = new Set(['primary_pollutant', 'evidence_kinds', 'missing_items', 'unmonitored_items']);
  const isNumber = v => typeof v === 'number' || typeof v === 'string' && /^-?\d+(\.\d+)?$/.test(v);

  /** The number of a cell, for those who look it up; null: it has none. */
  const figure = (column, value) => isNumber(value) && !codes.has(column) && !names.has(column) ? String(value) : null;

  /** A value as it is shown, by the kind of its column. */
  function shown(column, value) {
    if (value === true) { return tr('是', 'yes'); }
    if (value === false) { return tr('否', 'no'); }
    if (column === 'class_name') { return dom.aqiClass(value); }
    if (column === 'county_code') { return city.county(value); }
    if (column === 'outlet_code') { return city.outlet(value); }
    if (column === 'enterprise_code') { return city.enterprise(value); }
    if (column === 'unit') { return dom.name(text.word(value, column)); }
    if (times.has(column)) { return String(value).slice(5); }
    if (codes.has(column)) { return text.word(value, column); }
    if (lists.has(column)) { return text.list(value, column); }
    if (names.has(column)) { return dom.name(String(value)); }
    return text.pretty(value);
  }

  /**
   * A table: columns are {c: column, title, unit, none: [zh, en] or a function of the row, show: function of the
   * row, text: true for what is no value of the table}.
   */
  function table({ id, caption, from, where = {}, columns, rows, empty, note, rowClass, most = 400 }) {
    const condition = Object.entries(where).map(([k, v]) => `${k} ${String(v).match(/^(<|>|=|IN )/) ? v : '= ' + v}`);
    const source = from ? [from, ...condition].join(', ') : '';
    if (!rows.length) {
      return el('div', { class: 'table' }, caption && el('h3', {}, caption), el('p', { class: 'empty' }, empty || tr('无记录。', 'None.')));
    }
    const numeric = columns.map(c => (!c.show || c.n) && rows.some(r => isNumber(r[c.c])) && !codes.has(c.c) && !names.has(c.c));
    const head = el('tr', {}, columns.map((c, i) => {
      const unit = c.unit === undefined ? text.unit(c.c) : text.pretty(c.unit);
      return el('th', { scope: 'col', class: numeric[i] ? 'n' : null, 'data-column': c.text ? null : c.c,
        title: c.text ? null : c.c + (text.isEnglish() && text.meaning(c.c) ? ': ' + text.meaning(c.c) : '') },
        c.title || text.title(c.c), unit && el('small', {}, ' ', unit));
    }));
    const body = el('tbody');
    const add = some => body.append(...some.map(r => el('tr', { class: rowClass && rowClass(r) }, columns.map((c, i) => cell(c, r, numeric[i])))));
    add(rows.slice(0, most));
    const more = rows.length > most && el('button', { type: 'button', onclick: e => { add(rows.slice(most)); e.target.remove(); } },
      tr(`显示全部${rows.length}行`, `Show all ${rows.length} rows`));
    return el('div', { class: 'table' }, caption && el('h3', {}, caption),
      el('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption },
        el('table', { id, 'data-source': source }, el('thead', {}, head), body)), more,
      note && el('p', { class: 'note' }, note), source && sourceLine(source));
  }

  function cell(column, row, isN) {
    const value = row[column.c];
    let content = column.show ? column.show(row) : value === null || value === undefined ? null : shown(column.c, value);
    if (content === null || content === undefined || content === '') {
      const why = typeof column.none === 'function' ? column.none(row) : column.none ? tr(...column.none) : words.none(column.c);
      content = dom.none(why);
    }
    const raw = column.text ? null : figure(column.c, value);
    return el('td', { class: isN ? 'n' : times.has(column.c) || /_(day|on|end)$/.test(column.c) ? 't' : column.c.startsWith('reason') || column.c === 'title_zh' ? 'long' : column.c === 'project_zh' || column.c === 'departments' ? 'wrap' : column.c === 'outlet_code' ? 'outlet' : null, 'data-value': raw }, content);
  }

  const sourceLine = source => el('p', { class: 'source' }, tr('数据来源：', 'Source: '), el('code', {}, dom.name(source)));

  /** Facts of one row, a name and a value each. */
  function facts({ from, where = {}, row, columns }) {
    const source = [from, ...Object.entries(where).map(([k, v]) => `${k} = ${v}`)].join(', ');
    return el('div', { class: 'facts-of' }, el('dl', { class: 'facts', 'data-source': source }, columns.map(c => {
      const value = row[c.c];
      const missing = value === null || value === undefined;
      const content = c.show ? c.show(row) : missing ? null : shown(c.c, value);
      const unit = missing ? '' : c.unit === undefined ? text.unit(c.c) : text.pretty(c.unit);
      return el('div', {}, el('dt', { title: c.c }, c.title || text.title(c.c)),
        el('dd', { 'data-column': c.text ? null : c.c, 'data-value': c.text ? null : figure(c.c, value) },
          content === null || content === undefined || content === '' ? dom.none(typeof c.none === 'function' ? c.none(row) : c.none ? tr(...c.none) : words.none(c.c)) : [content, unit && el('small', {}, ' ', unit)]));
    })), sourceLine(source));
  }

  return { table, facts, shown, sourceLine };
})();
