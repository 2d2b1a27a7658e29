// Sections of surface water: the month's classes, and a section's days and items.
'use strict';
(() => {
  const ways = ['province_rule', 'screened', 'as_received'];
  const reason = r => r.no_class_reason ? text.word(r.no_class_reason) : tr('无数据', 'no data');

  pages.sections = async asked => {
    const months = dawen.periods('water');
    const period = months.includes(asked) ? asked : [...months].reverse().find(m => m <= frame.newest().slice(0, 7)) || months.at(-1);
    if (!period) {
      return { title: tr('水断面', 'Water sections'), body: [el('p', { class: 'empty' }, tr('没有断面数据。', 'There are no data of sections.'))] };
    }
    const rows = (await dawen.tables('water', period)).section_month;
    const own = new Set(city.counties().map(c => c.county_code));
    const sorted = rows.filter(r => r.way === 'province_rule').sort((a, b) => own.has(b.county_code) - own.has(a.county_code) || (a.section_code < b.section_code ? -1 : 1));
    const of = (code, way) => (rows.find(r => r.section_code === code && r.way === way) || {}).water_class;
    return {
      title: tr('水断面', 'Water sections'), heading: [tr('水断面', 'Water sections'), ' ', el('small', {}, text.month(period))],
      body: [
        el('p', { class: 'choice' }, months.map(m => el('a', { href: route.to('sections', m), 'aria-current': m === period ? 'true' : null }, text.month(m)))),
        dom.section(tr('当月类别', 'Classes of the month'), tables.table({ id: 'sections', from: 'water.section_month', where: { month_start: period + '-01', way: 'province_rule' }, rows: sorted, columns: [
          { c: 'section_name', show: r => dom.link(['section', r.section_code, period], dom.name(r.section_name || r.section_code)), text: true }, { c: 'water_body', title: tr('水体', 'Water body'), none: ['未登记', 'not registered'], text: true }, { c: 'level', title: tr('级别', 'Level'), none: ['未登记', 'not registered'] },
          { c: 'water_class', title: tr('省定口径', 'By rule'), show: r => shownClass(r.water_class), none: reason, text: true },
          { c: 'screened', title: tr('筛后', 'Screened'), unit: '', show: r => shownClass(of(r.section_code, 'screened')), text: true, none: ['无数据', 'no data'] },
          { c: 'as_received', title: tr('原始', 'As received'), unit: '', show: r => shownClass(of(r.section_code, 'as_received')), text: true, none: ['无数据', 'no data'] },
          { c: 'target_class', title: tr('目标', 'Target'), show: r => shownClass(r.target_class), text: true }, { c: 'is_target_met', title: tr('达标', 'Met') }, { c: 'exceeding_items', title: tr('超Ⅲ类项目（倍数）', 'Worse than III (times over)'), show: r => r.exceeding_items && items(r.exceeding_items), text: true },
          { c: 'day_count', title: tr('天数', 'Days') }, { c: 'cwqi', title: tr('水质指数', 'CWQI'), none: ['项目不全', 'items missing'] }, { c: 'last_year_class', title: tr('上年同月', 'Last year'), show: r => shownClass(r.last_year_class), none: ['无上年数据', 'no data of last year'], text: true }, { c: 'is_provisional', show: shared.provisional, text: true }] }))
      ]
    };
  };

  /** A class without the character for "worse than" in English. */
  const shownClass = c => c === null || c === undefined ? null : text.isEnglish() ? c.replace('劣Ⅴ', 'worse than Ⅴ') : c;
  const items = list => list.split('+').map(i => { const m = i.match(/^([^(]+)(\(.*\))?$/); return text.word(m[1], 'item') + (m[2] || ''); }).join(tr('、', ', '));

  pages.section = async (code, period, chosen, wanted) => {
    const own = await dawen.tables('section', period, code);
    const way = ways.includes(chosen) ? chosen : 'province_rule';
    const month = (await dawen.tables('water', period)).section_month.find(r => r.section_code === code && r.way === way);
    // The province's rule judges months; its days are those that were screened.
    const dayWay = way === 'province_rule' ? 'screened' : way;
    const days = own.section_day.filter(r => r.way === dayWay);
    const inMonth = own.item_month.filter(r => r.way === way);
    const daily = own.item_day.filter(r => r.way === dayWay);
    const known = [...new Set(daily.map(r => r.item))];
    const item = known.includes(wanted) ? wanted : ['CODMn', 'NH3-N', 'TP'].find(i => known.includes(i)) || known[0];
    const series = daily.filter(r => r.item === item);
    const unit = series.length ? text.pretty(series[0].unit || '') : '';
    const registered = city.sectionRow(code);
    const months = dawen.periods('section', code);
    const link = (w, i) => route.to('section', code, period, w, i);
    return {
      title: `${registered ? registered.name : code} ${period}`,
      trail: [dom.link(['sections', period], tr('水断面', 'Water sections')), ' › '],
      heading: [registered ? dom.name(registered.name) : code, ' ', el('small', {}, code, ' · ', text.month(period))],
      body: [
        el('p', { class: 'choice' }, months.map(m => el('a', { href: route.to('section', code, m, way), 'aria-current': m === period ? 'true' : null }, text.month(m)))),
        el('p', { class: 'choice', role: 'group', 'aria-label': tr('判定口径', 'Way of judging') }, ways.map(w => el('a', { href: link(w, item || ''), 'aria-current': w === way ? 'true' : null }, text.word(w)))),
        month ? dom.section(tr('当月', 'The month'), tables.facts({ from: 'water.section_month', where: { section_code: code, way, month_start: period + '-01' }, row: month, columns: [
          { c: 'water_class', title: tr('类别', 'Class'), show: r => shownClass(r.water_class) || reason(r) }, { c: 'target_class', title: tr('目标', 'Target'), show: r => shownClass(r.target_class) }, { c: 'is_target_met', title: tr('达标', 'Met') },
          { c: 'exceeding_items', title: tr('超Ⅲ类项目', 'Worse than III'), show: r => r.exceeding_items && items(r.exceeding_items) }, { c: 'day_count', title: tr('天数', 'Days') }, { c: 'cwqi', title: tr('水质指数', 'CWQI'), none: ['项目不全', 'items missing'] }, { c: 'is_provisional', show: shared.provisional, text: true }] })) : null,
        known.length ? dom.section([tr('逐日', 'By day'), ' ', el('small', {}, text.word(item, 'item'), ' · ', text.word(dayWay))], el('p', { class: 'choice' }, known.map(i => el('a', { href: link(way, i), 'aria-current': i === item ? 'true' : null }, text.word(i, 'item')))),
          charts.chart(tr(`${code} ${text.word(item, 'item')}逐日均值，表在下方`, `Day means of ${text.word(item, 'item')}; the table is below`), { ...charts.base(unit || ' '), xAxis: charts.axis(charts.daysOf(period).map(d => d.slice(5))), series: [{ name: text.word(item, 'item'), type: 'line', color: charts.colours.value, symbolSize: 6, data: charts.daysOf(period).map(d => charts.number((series.find(r => r.data_day === d) || {}).mean_value)) }] }, 220),
          dom.fold(tr('表', 'Table'), tables.table({ id: 'item_days', from: 'water.section_item_day', where: { section_code: code, way: dayWay, item }, rows: series, columns: [{ c: 'data_day' }, { c: 'mean_value', title: tr('均值', 'Mean'), unit, none: ['无可用值', 'no value used'] }, { c: 'least_value', title: tr('最小', 'Least'), unit, none: ['无可用值', 'no value used'] }, { c: 'largest_value', title: tr('最大', 'Largest'), unit, none: ['无可用值', 'no value used'] }, { c: 'used_count', title: tr('采用', 'Used') }, { c: 'received_count', title: tr('收到', 'Received') }, { c: 'item_class', title: tr('类别', 'Class'), show: r => shownClass(r.item_class), text: true, none: ['不评价', 'not judged'] }] }))) : null,
        dom.section([tr('每日类别', 'Classes by day'), ' ', el('small', {}, text.word(dayWay))], tables.table({ id: 'section_days', from: 'water.section_day', where: { section_code: code, way: dayWay }, rows: days, empty: tr('本月没有数据。', 'No data this month.'), columns: [{ c: 'data_day' }, { c: 'water_class', title: tr('类别', 'Class'), show: r => shownClass(r.water_class), none: reason, text: true }, { c: 'is_target_met', title: tr('达标', 'Met') }, { c: 'exceeding_items', title: tr('超Ⅲ类项目（倍数）', 'Worse than III (times over)'), show: r => r.exceeding_items && items(r.exceeding_items), text: true }, { c: 'used_count', title: tr('采用', 'Used') }, { c: 'excluded_count', title: tr('剔除', 'Excluded') }, { c: 'is_provisional', show: shared.provisional, text: true }] })),
        dom.section(tr('当月项目', 'Items of the month'), tables.table({ id: 'items', from: 'water.section_item_month', where: { section_code: code, way, month_start: period + '-01' }, rows: inMonth, empty: tr('本月没有数据。', 'No data this month.'), columns: [{ c: 'item', title: tr('项目', 'Item') }, { c: 'judged_value', none: ['无可用值', 'no value used'] }, { c: 'unit', none: ['无量纲', 'no unit'] }, { c: 'item_class', title: tr('类别', 'Class'), show: r => shownClass(r.item_class), text: true, none: ['不评价', 'not judged'] }, { c: 'times_over_limit', none: r => r.judged_value === null ? tr('无可用值', 'no value used') : tr('未超Ⅲ类', 'not worse than III') }, { c: 'day_count', title: tr('天数', 'Days') }, { c: 'item_source', title: tr('来源', 'From'), none: ['未监测', 'not measured'] }] })),
        own.headroom_month.length ? dom.section(tr('目标余量', 'Headroom to the target'), tables.table({ id: 'headroom', from: 'water.headroom_month', where: { section_code: code, month_start: period + '-01' }, rows: own.headroom_month, columns: [{ c: 'item', title: tr('项目', 'Item') }, { c: 'span', title: tr('周期', 'Span') }, { c: 'mean_so_far_value', title: tr('至今均值', 'Mean so far'), none: ['无数据', 'no data'] }, { c: 'lower_limit_value', none: ['无下限', 'no lower limit'] }, { c: 'upper_limit_value', title: tr('上限', 'Upper limit'), none: ['无上限', 'no upper limit'] }, { c: 'unit', none: ['无量纲', 'no unit'] }, { c: 'left_count', title: tr('剩余', 'Left') }, { c: 'remaining_most_value', title: tr('剩余均值上限', 'Mean the rest may have'), none: r => r.left_count === 0 ? tr('本期已结束', 'the span is over') : tr('不限', 'no bound') }, { c: 'goal_state', title: tr('结论', 'State') }] })) : null
      ]
    };
  };
})();
