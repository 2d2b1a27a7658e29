// The map of the counties; a table says the same behind it.
'use strict';
const map = (() => {
  /** Light to dark; the colours of the air quality classes are for classes alone. */
  const ramp = ['#eef3f8', '#cfdfee', '#a3c1de', '#6c9bc6', '#3f74a8', '#1f4e79'];
  const steps = [0, 1, 3, 6, 11, 21];

  const step = count => steps.filter(s => count >= s).length - 1;
  const ink = count => step(count) >= 4 ? '#fff' : '#1c2430';

  /** An SVG, coloured by what `look` says of a code: {fill, ink, value, said}; each county is a link. */
  function svg(label, look, to) {
    const areas = dawen.held.get('areas');
    if (!areas) { return null; }
    const ns = 'http://www.w3.org/2000/svg';
    const root = el('svg', { viewBox: `-8 -8 ${areas.width + 16} ${areas.height + 16}`, class: 'map', role: 'group', 'aria-label': label });
    const names = [];
    for (const code of Object.keys(areas.paths)) {
      const l = look(code);
      const a = document.createElementNS(ns, 'a');
      a.setAttribute('href', route.to(...to(code)));
      a.setAttribute('aria-label', `${city.countyName(code)}${text.isEnglish() ? ', ' : '，'}${l.said}`);
      a.setAttribute('data-county', code);
      a.append(el('path', { d: areas.paths[code], fill: l.fill }));
      const [x, y] = areas.labels[code];
      a.append(el('text', { x, y, dy: '-0.15em', fill: l.ink, class: 'area-name', 'aria-hidden': 'true', lang: 'zh-CN' }, city.countyName(code)));
      a.append(el('text', { x, y, dy: '0.95em', fill: l.ink, class: 'area-value', 'aria-hidden': 'true' }, l.value));
      names.push(a);
    }
    root.append(...names);
    return root;
  }

  function legend(kind) {
    if (kind === 'aqi') {
      const classes = Object.entries(dawen.held.get('words').classes).filter(([, c]) => c[1]);
      return el('ul', { class: 'legend' }, classes.map(([zh]) => el('li', {}, dom.aqiClass(zh))));
    }
    return el('ul', { class: 'legend' }, steps.map((s, i) => {
      const last = steps[i + 1] - 1;
      const range = i === 0 ? '0' : i === steps.length - 1 ? `≥ ${s}` : s === last ? String(s) : `${s}–${last}`;
      return el('li', {}, el('b', { class: 'aqi', colours: [ramp[i], i >= 4 ? '#fff' : '#1c2430'] }, range));
    }));
  }

  const note = () => {
    const areas = dawen.held.get('areas');
    const said = areas && (text.isEnglish() ? areas.note_en : areas.note_zh);
    return said ? el('p', { class: 'note' }, tr('底图：', 'Outlines: '), dom.name(said), tr('。', '.')) : null;
  };

  return { svg, legend, note, fill: count => ramp[step(count)], ink };
})();
