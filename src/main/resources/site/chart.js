// Pictures by ECharts; each has a label in the language of the page, and a table says the same.
'use strict';
const charts = (() => {
  const colours = { value: '#1f5f99', limit: '#b3261e', second: '#8a5a00', mark: '#e8ecf1', ink: '#1c2430', faint: '#55606e' };
  const options = new WeakMap();
  let pictures = [];

  /** A place for a picture; draw() fills it when the page is shown. */
  function chart(label, option, height = 280) {
    const place = el('div', { class: 'chart', role: 'img', 'aria-label': label });
    place.style.height = height + 'px';
    options.set(place, option);
    return place;
  }

  /** Draws the pictures of the page that is shown, in place of those of the page before. */
  async function draw() {
    pictures.forEach(p => p.dispose());
    pictures = [];
    const places = [...document.querySelectorAll('.chart')];
    if (!places.length) { return; }
    await dawen.library();
    const fontFamily = getComputedStyle(document.body).fontFamily;
    places.filter(p => p.isConnected && !p.classList.contains('drawn')).forEach(place => {
      const picture = echarts.init(place, null, { renderer: 'canvas' });
      picture.setOption({ animation: false, textStyle: { fontFamily, color: colours.ink }, ...options.get(place) });
      pictures.push(picture);
      place.classList.add('drawn');
    });
  }

  const base = (unitName, days) => ({
    grid: { left: 54, right: 16, top: 34, bottom: days ? 58 : 28 },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
    legend: { type: 'scroll', top: 0, left: 60, right: 0, itemWidth: 18, itemHeight: 8, textStyle: { color: colours.faint, fontSize: 12 } },
    yAxis: { type: 'value', name: unitName, nameTextStyle: { color: colours.faint, align: 'left', padding: [0, 0, 0, -40] }, nameGap: 8, scale: false,
      axisLabel: { color: colours.faint }, splitLine: { lineStyle: { color: '#e8ecf1' } } }
  });
  const axis = labels => ({ type: 'category', data: labels, axisLabel: { color: colours.faint, hideOverlap: true }, axisLine: { lineStyle: { color: '#aeb8c4' } }, axisTick: { alignWithLabel: true } });
  /** Every day of a month: one without data is a gap. */
  const daysOf = month => Array.from({ length: new Date(Date.UTC(+month.slice(0, 4), +month.slice(5, 7), 0)).getUTCDate() }, (_, i) => `${month}-${dawen.two(i + 1)}`);
  const number = v => v === null || v === undefined ? null : Number(v);

  window.addEventListener('resize', () => pictures.forEach(p => p.resize()));
  return { chart, draw, base, axis, number, daysOf, colours };
})();
