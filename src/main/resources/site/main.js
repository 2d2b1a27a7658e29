// Shows the page that the address means, below the head that all have.
'use strict';
const frame = (() => {
  let newest = null;

  /** The last day with a result of air or, without air, of sources. */
  async function newestDay() {
    for (const [kind, table] of [['air', 'area_day'], ['source', 'exceedance_hour']]) {
      const last = dawen.periods(kind).at(-1);
      if (last) {
        const days = (await dawen.tables(kind, last))[table].map(r => r.data_day).sort();
        if (days.length) { return days.at(-1); }
      }
    }
    return null;
  }

  const menu = day => [
    [['day', day], tr('总览', 'Overview'), ['day', 'county', 'outlet', 'hour', 'meter']],
    [['plan', day], tr('工作要点', 'Work plan'), ['plan']],
    [['leads'], tr('线索', 'Leads'), ['leads', 'lead']],
    [['sections', day.slice(0, 7)], tr('水断面', 'Water'), ['sections', 'section']],
    [['trucks', day.slice(0, 7)], tr('柴油货车', 'Trucks'), ['trucks', 'truck']],
    [['pool'], tr('指标池', 'Indicator pool'), ['pool', 'account']],
    [['about'], tr('说明', 'About'), ['about']]
  ];

  function head(kind, day) {
    const other = text.isEnglish() ? '中文' : 'English';
    document.getElementById('skip').textContent = tr('跳到正文', 'Skip to content');
    document.getElementById('head').replaceChildren(el('div', { class: 'bar' },
      el('a', { class: 'brand', href: route.to('day', newest) }, text.isEnglish() ? 'Dawen' : '大汶'),
      el('nav', { 'aria-label': tr('主导航', 'Main') }, menu(day).map(([to, label, kinds]) =>
        el('a', { href: route.to(...to), 'aria-current': kinds.includes(kind) ? 'page' : null }, label))),
      el('button', { type: 'button', id: 'language', lang: text.isEnglish() ? 'zh-CN' : 'en', onclick: () => { text.speak(text.isEnglish() ? 'zh' : 'en'); show(); } }, other)));
    document.getElementById('foot').replaceChildren(el('p', {}, tr('数据为结果表原值，仅按显示位数修约；限值与单位随值给出。暂定：限值未经原文核实。',
      'Numbers are those of the result tables, rounded only as shown. Provisional: the limit has not been verified from its text.')));
  }

  let shows = 0;
  async function show() {
    const own = ++shows;
    const { parts, query } = route.read();
    if (query.has('lang')) { text.speak(query.get('lang')); } else { text.speak(text.isEnglish() ? 'en' : 'zh'); }
    newest = newest || await newestDay();
    const main = document.getElementById('main');
    if (newest === null) {
      main.replaceChildren(el('p', { class: 'empty' }, tr('数据湖中还没有结果。', 'The lake has no results yet.')));
      return;
    }
    const [kind, ...rest] = parts.length && pages[parts[0]] ? parts : ['day', newest];
    let page;
    try {
      page = await pages[kind](...rest);
    } catch (e) {
      page = { title: tr('无法显示', 'Cannot be shown'), body: [el('p', { class: 'empty' },
        tr('数据文件缺失或地址有误：', 'A data file is missing, or the address is wrong: '), dom.name(e.message))] };
    }
    if (own !== shows) { return; }
    const day = page.day || newest;
    head(kind, day);
    document.title = page.title + ' · ' + tr('大汶', 'Dawen');
    main.replaceChildren(el('div', { class: 'heading' }, page.trail && el('p', { class: 'trail' }, page.trail), el('h1', {}, page.heading || page.title), page.lead && el('p', { class: 'lead' }, page.lead)), ...page.body.flat(Infinity).filter(Boolean));
    main.querySelectorAll('.wide:not([aria-label])').forEach(w => {
      const heading = w.closest('section') && w.closest('section').querySelector('h2') || main.querySelector('h1');
      w.setAttribute('aria-label', heading.textContent);
    });
    charts.draw();
    main.dataset.shown = location.hash + '|' + document.documentElement.lang;
  }

  let before = null;
  window.addEventListener('hashchange', async () => {
    const page = location.hash.split('?')[0];
    await show();
    if (page !== before) { window.scrollTo(0, 0); document.getElementById('main').focus({ preventScroll: true }); }
    before = page;
  });
  return { show, newest: () => newest };
})();

city.open().then(frame.show);
