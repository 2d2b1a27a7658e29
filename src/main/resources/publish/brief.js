// Draws the pictures of the brief. The tables below them say the same without scripts.
(function () {
  'use strict';
  var figures = JSON.parse(document.getElementById('figures').textContent);
  var pictures = {};
  function english() { return document.getElementById('language-en').checked; }
  function classOf(entry) { return figures.classes[entry['class']]; }
  function className(c) { return english() ? c.en : c.zh; }
  function bars(entries, nameOf) {
    return entries.map(function (e) {
      // A numeral on each bar and a dark edge: class and value are told without colour, too.
      return { value: e.aqi, name: nameOf(e),
        itemStyle: { color: classOf(e).colour, borderColor: '#333', borderWidth: 1 },
        label: { show: true, position: 'top', color: '#1b1f24', fontSize: 10,
          formatter: classOf(e).numeral } };
    });
  }
  function tip(entries) {
    return { trigger: 'axis', confine: true, formatter: function (at) {
      var e = entries[at[0].dataIndex];
      var name = e.name || e.day;
      if (e.name === '全市' && english()) { name = 'City'; }
      return name.replace(/[&<>]/g, '') + '<br>AQI ' + (e.aqi === undefined ? '—' : e.aqi + ' ' +
        classOf(e).numeral + ' ' + className(classOf(e))) +
        (e.pm2_5 === undefined ? '' : '<br>PM₂.₅ ' + e.pm2_5 + ' µg/m³');
    } };
  }
  var options = {
    counties: function () {
      var entries = figures.counties;
      return entries.length === 0 ? null : {
        title: { text: english() ? 'AQI by county, worst first' : '各区县AQI（由差到好）', textStyle: { fontSize: 13 } },
        grid: { left: 36, right: 8, top: 56, bottom: 44 }, tooltip: tip(entries),
        xAxis: { type: 'category', axisLabel: { interval: 0, rotate: 30, fontSize: 11 },
          data: entries.map(function (e) { return e.name === '全市' && english() ? 'City' : e.name; }) },
        yAxis: { type: 'value', name: 'AQI' },
        series: [{ type: 'bar', name: 'AQI', data: bars(entries, function (e) { return e.name; }) }]
      };
    },
    trend: function () {
      var entries = figures.trend;
      return entries.length === 0 ? null : {
        title: { text: english() ? 'The city this month' : '全市本月逐日', textStyle: { fontSize: 13 } },
        legend: { right: 0, top: 2, itemHeight: 8, textStyle: { fontSize: 11 } },
        grid: { left: 36, right: 40, top: 56, bottom: 28 }, tooltip: tip(entries),
        xAxis: { type: 'category', data: entries.map(function (e) { return e.day; }) },
        yAxis: [{ type: 'value', name: 'AQI' },
          { type: 'value', name: 'PM₂.₅ µg/m³', nameTextStyle: { align: 'right' }, splitLine: { show: false } }],
        series: [
          { type: 'bar', name: 'AQI', color: '#888', data: bars(entries, function (e) { return e.day; }) },
          { type: 'line', name: 'PM₂.₅', yAxisIndex: 1, color: '#0b5cad', symbol: 'diamond', symbolSize: 6,
            lineStyle: { type: 'dashed', width: 2 },
            data: entries.map(function (e) { return e.pm2_5 === undefined ? null : e.pm2_5; }) }]
      };
    }
  };
  // What a screen reader says of a picture.
  function told(name) {
    var colon = english() ? ': ' : '：';
    var entries = figures[name].map(function (e) {
      var place = e.name === '全市' && english() ? 'City' : e.name || e.day;
      return place + ' AQI ' + (e.aqi === undefined ? (english() ? 'not valid' : '无效') : e.aqi);
    });
    return options[name]().title.text + colon + entries.join(english() ? ', ' : '，');
  }
  function draw() {
    document.documentElement.lang = english() ? 'en' : 'zh-CN';
    var drawn = Object.keys(options).filter(function (name) {
      var place = document.getElementById('picture-' + name);
      var isThere = place !== null && options[name]() !== null;
      // All of them take their places before the first is drawn to the size of its own.
      if (isThere) { place.className = 'picture drawn'; }
      return isThere;
    });
    drawn.forEach(function (name) {
      var place = document.getElementById('picture-' + name);
      var option = options[name]();
      option.animation = false;
      option.aria = { enabled: true, label: { description: told(name) } };
      pictures[name] = pictures[name] || echarts.init(place, null, { devicePixelRatio: 2 });
      pictures[name].setOption(option, true);
      pictures[name].resize();
    });
  }
  function resize() { Object.keys(pictures).forEach(function (n) { pictures[n].resize(); }); }
  document.getElementsByName('language').forEach(function (b) { b.addEventListener('change', draw); });
  window.addEventListener('resize', resize);
  draw();
})();
