// A month as a table of its days.
'use strict';
const calendar = (() => {
  /** `of` says of a day what its cell shows and says: {content, said, colours}, or null. */
  function month(period, day, of, to, caption) {
    const first = period + '-01';
    const count = new Date(Date.UTC(+period.slice(0, 4), +period.slice(5, 7), 0)).getUTCDate();
    const cells = [...Array(text.weekday(first)).fill(null), ...Array.from({ length: count }, (_, i) => `${period}-${dawen.two(i + 1)}`)];
    while (cells.length % 7) { cells.push(null); }
    const weeks = [];
    for (let i = 0; i < cells.length; i += 7) { weeks.push(cells.slice(i, i + 7)); }
    return el('table', { class: 'calendar', id: 'calendar' }, el('caption', {}, caption),
      el('thead', {}, el('tr', {}, text.weekdays().map(w => el('th', { scope: 'col' }, w)))),
      el('tbody', {}, weeks.map(week => el('tr', {}, week.map(d => {
        if (!d) { return el('td'); }
        const look = of(d);
        return el('td', {}, el('a', { href: route.to(...to(d)), class: look ? null : 'without', 'aria-current': d === day ? 'date' : null, 'data-day': d,
          'aria-label': `${text.day(d)}${look ? tr('，', ', ') + look.said : tr('，无数据', ', no data')}` },
        el('span', { class: 'date' }, +d.slice(8)), look && el('b', { class: 'aqi', colours: look.colours }, look.content)));
      })))));
  }
  return { month };
})();
