// The indicator pool: balances by county, and an account with its entries.
'use strict';
(() => {
  async function all() {
    const found = { balance_month: [], city_balance_month: [], entry: [] };
    for (const year of dawen.periods('pool')) {
      const own = await dawen.tables('pool', year);
      Object.keys(found).forEach(t => found[t].push(...own[t]));
    }
    return found;
  }

  pages.pool = async () => {
    const own = await all();
    if (!own.balance_month.length) {
      return { title: tr('指标池', 'Indicator pool'), body: [el('p', { class: 'empty' }, tr('指标池没有分录。', 'The pool has no entries.'))] };
    }
    const last = own.balance_month.map(r => r.data_day).sort().at(-1);
    const rows = own.balance_month.filter(r => r.data_day === last).sort((a, b) => a.county_code < b.county_code ? -1 : a.county_code > b.county_code ? 1 : a.pollutant_code < b.pollutant_code ? -1 : 1);
    const lastCity = own.city_balance_month.map(r => r.data_day).sort().at(-1);
    const whole = own.city_balance_month.filter(r => r.data_day === lastCity);
    return {
      title: tr('指标池', 'Indicator pool'), heading: [tr('总量指标池', 'Indicator pool'), ' ', el('small', {}, text.month(last.slice(0, 7)))],
      body: [
        dom.section(tr('县级账户', 'Accounts of the counties'), tables.table({ id: 'balances', from: 'pool.balance_month', where: { data_day: last }, rows, columns: [{ c: 'county_code', show: r => dom.link(['account', r.county_code, r.pollutant_code], city.county(r.county_code)), text: true }, { c: 'pollutant_code', text: true }, { c: 'balance_t' }, { c: 'shortfall_t' }, { c: 'certified_t' }, { c: 'pooled_t' }, { c: 'allocated_t' }, { c: 'returned_t' }, { c: 'transferred_t' }, { c: 'expired_t' }, { c: 'next_expiry_days' }] })),
        dom.section(tr('市级池（按来源区县）', 'City pool, by county of origin'), tables.table({ id: 'city_balances', from: 'pool.city_balance_month', where: { data_day: lastCity }, rows: whole, columns: [{ c: 'origin_county_code', title: tr('来源', 'Origin'), show: r => r.origin_county_code === 'ALL' ? text.word('ALL') : city.county(r.origin_county_code), text: true }, { c: 'pollutant_code', text: true }, { c: 'balance_t' }, { c: 'shortfall_t' }, { c: 'pooled_t' }, { c: 'allocated_t' }, { c: 'returned_t' }, { c: 'expired_t' }, { c: 'next_expiry_days' }] }))
      ]
    };
  };

  pages.account = async (county, pollutant) => {
    const own = await all();
    const rows = own.balance_month.filter(r => r.county_code === county && r.pollutant_code === pollutant).sort((a, b) => a.data_day < b.data_day ? -1 : 1);
    const touches = e => [e.from_county_code, e.to_county_code, e.county_code].includes(county);
    const entries = own.entry.filter(e => e.pollutant_code === pollutant && touches(e));
    const others = [...new Set(own.balance_month.filter(r => r.county_code === county).map(r => r.pollutant_code))].sort();
    const label = tr(`${city.countyName(county)}${pollutant}余额，表在下方`, `Balance of ${pollutant} by month; the table is below`);
    return {
      title: `${city.countyName(county)} ${pollutant}`, trail: [dom.link(['pool'], tr('指标池', 'Indicator pool')), ' › '], heading: [city.county(county), ' ', text.pretty(pollutant)],
      body: [
        el('p', { class: 'choice' }, others.map(p => el('a', { href: route.to('account', county, p), 'aria-current': p === pollutant ? 'true' : null }, text.pretty(p)))),
        dom.section(tr('余额', 'Balance'), charts.chart(label, { ...charts.base('t'), xAxis: charts.axis(rows.map(r => r.data_day.slice(0, 7))), series: [
          { name: tr('余额', 'Balance'), type: 'line', step: 'end', symbol: 'none', color: charts.colours.value, data: rows.map(r => charts.number(r.balance_t)) }, { name: tr('缺口', 'Shortfall'), type: 'line', step: 'end', symbol: 'none', color: charts.colours.limit, lineStyle: { type: 'dashed' }, data: rows.map(r => charts.number(r.shortfall_t)) }] }, 240),
        dom.fold(tr('表', 'Table'), tables.table({ id: 'months', from: 'pool.balance_month', where: { county_code: county, pollutant_code: pollutant }, rows, columns: [{ c: 'data_day', title: tr('月份', 'Month'), show: r => r.data_day.slice(0, 7), text: true }, { c: 'balance_t' }, { c: 'shortfall_t' }, { c: 'certified_t' }, { c: 'pooled_t' }, { c: 'retained_t' }, { c: 'allocated_t' }, { c: 'returned_t' }, { c: 'transferred_t' }, { c: 'expired_t' }, { c: 'next_expiry_days' }] }))),
        dom.section(tr('分录', 'Entries'), tables.table({ id: 'entries', from: 'pool.entry', where: { pollutant_code: pollutant }, rows: entries, rowClass: r => r.verdict === 'refused' ? 'above' : null, columns: [{ c: 'data_day' }, { c: 'entry_no', title: tr('编号', 'Entry') }, { c: 'kind', title: tr('类型', 'Kind') }, { c: 'from_account', title: tr('自', 'From'), show: r => r.from_account && side(r.from_account, r.from_county_code), text: true, none: ['未入账', 'not booked'] }, { c: 'to_account', title: tr('至', 'To'), show: r => r.to_account && side(r.to_account, r.to_county_code), text: true, none: ['未入账', 'not booked'] }, { c: 'mass_t' }, { c: 'verdict', title: tr('结果', 'Verdict') }, { c: 'refusal_reason', title: tr('退回原因', 'Refused because'), none: ['已入账', 'booked'] }, { c: 'last_valid_day', title: tr('有效至', 'Valid to'), none: ['不限', 'no end'] }, { c: 'document_no', none: ['无文号', 'no document'], text: true }, { c: 'file_id', text: true }, { c: 'record_no' }] }))
      ]
    };
  };

  const side = (account, county) => [text.word(account), county ? [' ', city.county(county)] : ''];
})();
