// The scoreboard of the year's work plan on a day.
'use strict';
pages.plan = async (asked, filter = 'all') => {
  const months = dawen.periods('plan');
  const month = months.includes((asked || '').slice(0, 7)) ? asked.slice(0, 7) : months.at(-1);
  if (!month) {
    return { title: tr('工作要点', 'Work plan'), body: [el('p', { class: 'empty' }, tr('未登记工作要点（registry/plan_targets.csv）。', 'No work plan is registered (registry/plan_targets.csv).'))] };
  }
  const all = (await dawen.tables('plan', month)).progress_day;
  const days = [...new Set(all.map(r => r.data_day))].sort();
  const day = days.includes(asked) ? asked : days.at(-1);
  const rows = all.filter(r => r.data_day === day);
  const states = ['missed', 'at_risk', 'no_report', 'no_number', 'on_the_way', 'met'];
  const count = s => rows.filter(r => r.state === s).length;
  const shown = (filter === 'all' ? rows : rows.filter(r => r.state === filter)).sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state) || (a.target_id < b.target_id ? -1 : 1));
  const value = r => [r.comparator ? { '<=': '≤ ', '>=': '≥ ', '=': '', between: '' }[r.comparator] ?? r.comparator + ' ' : '', r.target_value, r.target_max_value !== null ? `–${r.target_max_value}` : ''].join('');
  const state = s => el('span', { class: 'state ' + s }, text.word(s));
  return {
    title: `${tr('工作要点', 'Work plan')} ${day}`, day, heading: [tr('工作要点进展', 'Progress of the work plan'), ' ', el('small', {}, text.day(day))],
    body: [
      el('p', { class: 'steps' }, el('label', {}, tr('日期 ', 'Day '), el('input', { type: 'date', id: 'pick', value: day, min: months[0] + '-01', max: days.at(-1), onchange: e => { if (e.target.value) { location.hash = route.to('plan', e.target.value, filter); } } }))),
      el('p', { class: 'choice', role: 'group', 'aria-label': tr('状态', 'State') }, [['all', tr('全部', 'All'), rows.length], ...states.map(s => [s, text.word(s), count(s)])].map(([s, label, n]) =>
        el('a', { href: route.to('plan', day, s), 'aria-current': s === filter ? 'true' : null }, label, ' ', el('b', {}, n)))),
      el('section', {}, tables.table({ id: 'plan', from: 'plan.progress_day', where: { data_day: day }, rows: shown, empty: tr('没有该状态的指标。', 'No number is in this state.'), columns: [
        { c: 'target_id', title: tr('编号', 'No.'), text: true }, { c: 'title_zh', title: tr('指标', 'Number'), show: r => text.pretty(text.isEnglish() ? r.title_en : r.title_zh), text: true },
        { c: 'state', title: tr('状态', 'State'), show: r => state(r.state), text: true },
        { c: 'so_far_value', title: tr('当前值', 'So far') }, { c: 'target_value', title: tr('目标', 'Target'), show: r => r.target_value === null ? null : value(r) }, { c: 'unit', none: ['无单位', 'no unit'], text: true },
        { c: 'reached_percent', title: tr('完成比例', 'Done') }, { c: 'time_gone_percent', title: tr('时间进度', 'Time gone') }, { c: 'state_reason', title: tr('原因', 'Why') }, { c: 'projected_value', title: tr('推算', 'Projected') }, { c: 'due_day', title: tr('期限', 'Due') },
        { c: 'project_zh', title: tr('专项', 'Project'), show: r => text.isEnglish() ? r.project_en : r.project_zh, text: true },
        { c: 'departments', title: tr('责任科室', 'Departments'), none: ['未指定', 'none named'], text: true }, { c: 'source_kind', title: tr('来源', 'From'), show: r => r.source_kind === 'table' ? r.source_table : text.word(r.source_kind || ''), text: true }] }))
    ]
  };
};
