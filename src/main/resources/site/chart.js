// Pictures by ECharts; each has a label in the language of the page, and a table says the same.
'use strict';
const charts = (() => {
  const colours = { value: '#1f5f99', limit: '#b3261e', second: '#8a5a00', mark: '#e8ecf1', ink: '#1c2430', faint: '#55606e' };
  let drawn = [];

  function clear() {
    drawn.forEach(d => d.picture && d.picture.dispose());
    drawn = [];
  }

  /** A place for a picture that is drawn as soon as the library is there. */
  function chart(label, option, height = 280) {
    const place = el('div', { class: 'chart', role: 'img', 'aria-label': label });
    place.style.height = height + 'px';
    const entry = { place, picture: null };
    drawn.push(entry);
    dawen.library().then(() => {
      if (!place.isConnected) { return; }
      entry.picture = echarts.init(place, null, { renderer: 'canvas' });
      entry.picture.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colours.ink }, ...option });
      place.classList.add('drawn');
    });
    return place;
  }

  const base = (unitName, days) => ({
    grid: { left: 54, right: 16, top: 34, bottom: days ? 58 : 28 },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
    legend: { top: 0, right: 0, itemWidth: 18, itemHeight: 8, textStyle: { color: colours.faint, fontSize: 12 } },
    yAxis: { type: 'value', name: unitName, nameTextStyle: { color: colours.faint, align: 'left', padding: [0, 0, 0, -40] }, nameGap: 8, scale: false,
      axisLabel: { color: colours.faint }, splitLine: { lineStyle: { color: '#e8ecf1' } } }
  });
  const axis = labels => ({ type: 'category', data: labels, axisLabel: { color: colours.faint, hideOverlap: true }, axisLine: { lineStyle: { color: '#aeb8c4' } }, axisTick: { alignWithLabel: true } });
  const number = v => v === null || v === undefined ? null : Number(v);

  window.addEventListener('resize', () => drawn.forEach(d => d.picture && d.picture.resize()));
  return { chart, clear, base, axis, number, colours };
})();
