// What the files of data hold. A page opened from disk may not fetch, so each file calls dawen.put, and is
// loaded by a script element when a page needs it.
'use strict';
const dawen = (() => {
  const held = new Map();
  const waiting = new Map();
  const fileName = entity => Array.from(new TextEncoder().encode(entity), b =>
    /[-_0-9A-Za-z]/.test(String.fromCharCode(b)) ? String.fromCharCode(b) : '~' + b.toString(16).padStart(2, '0')).join('');

  function put(key, value) {
    held.set(key, value);
  }

  function load(src, key) {
    if (!waiting.has(src)) {
      waiting.set(src, new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = src;
        script.onload = () => done(held.get(key));
        script.onerror = () => { waiting.delete(src); failed(new Error(src)); };
        document.head.append(script);
      }));
    }
    return waiting.get(src);
  }

  /** Periods of which there is a file, oldest first. */
  function periods(kind, entity = '') {
    return (held.get('index')[kind] || {})[entity] || [];
  }

  /** The tables of a file, each as rows; those that have none are empty. */
  async function tables(kind, period, entity = '') {
    if (!periods(kind, entity).includes(period)) {
      return emptyTables({});
    }
    const key = kind + (entity === '' ? '' : '/' + fileName(entity)) + '/' + period;
    return emptyTables(held.get(key) || await load('data/' + key + '.js', key));
  }

  const opened = new WeakMap();
  function emptyTables(file) {
    return new Proxy(file, { get: (f, name) => {
      const table = f[name];
      if (!table) { return []; }
      if (!opened.has(table)) { opened.set(table, rows(table)); }
      return opened.get(table);
    } });
  }

  function rows(table) {
    const out = Array.from({ length: table.n }, () => ({}));
    for (const [name, column] of Object.entries(table.c)) {
      values(column).forEach((v, i) => { out[i][name] = v; });
    }
    return out;
  }

  const two = n => String(n).padStart(2, '0');
  const stamp = ms => new Date(ms).toISOString();
  const countOn = {
    i: (first, step, k) => first + step * k,
    d: (first, step, k) => stamp(Date.parse(first + 'T00:00:00Z') + step * k * 86400000).slice(0, 10),
    t: (first, step, k) => stamp(Date.parse(first.replace(' ', 'T') + ':00Z') + step * k * 60000).slice(0, 16).replace('T', ' ')
  };

  /** The values of a column, as SiteColumnText wrote them. */
  function values(column) {
    if (Array.isArray(column)) { return column; }
    const out = [];
    const [kind, runs] = Object.entries(column)[0];
    if (kind === 'p') { return packets(...runs); }
    const width = kind === 'r' ? 2 : 3;
    for (let i = 0; i < runs.length; i += width) {
      for (let k = 0; k < runs[i + width - 1]; k++) {
        out.push(kind === 'r' || runs[i] === null ? runs[i] : countOn[kind](runs[i], runs[i + 1], k));
      }
    }
    return out;
  }

  /** Packets whose values are put into their form, as SitePacketTexts took them out. */
  function packets(forms, all) {
    return all.map(p => {
      if (!Array.isArray(p)) { return p; }
      const values = p[1].split('|');
      return forms[p[0]].split('¤').reduce((text, piece, i) => text + values[i - 1] + piece);
    });
  }

  return { put, tables, periods, values, two, held, library: () => load('lib/echarts.js', 'none') };
})();
