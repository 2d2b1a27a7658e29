// Diesel trucks: who asks for a look, and a truck's days. Vehicle numbers, plates and owners are hidden.
'use strict';
(() => {
  async function month(period) {
    const all = { vehicle_day: [], anomaly: [], watch_list: [] };
    const counties = Object.keys(dawen.held.get('index').truck || {});
    for (const county of counties) {
      const own = await dawen.tables('truck', period, county);
      Object.keys(all).forEach(t => all[t].push(...own[t]));
    }
    return all;
  }
  const lastMonth = () => Object.values(dawen.held.get('index').truck || {}).flat().sort().at(-1);
  const truck = r => dom.link(['truck', r.county_code ?? '_', r.vin, r.data_day.slice(0, 7)], r.vin);

  pages.trucks = async asked => {
    const known = Object.values(dawen.held.get('index').truck || {}).flat();
    const period = known.includes(asked) ? asked : lastMonth();
    if (!period) {
      return { title: tr('柴油货车', 'Diesel trucks'), body: [el('p', { class: 'empty' }, tr('没有远程OBD数据。', 'There are no data of remote OBD.'))] };
    }
    const own = await month(period);
    const last = own.watch_list.map(r => r.data_day).sort().at(-1);
    return {
      title: tr('柴油货车', 'Diesel trucks'), heading: [tr('柴油货车', 'Diesel trucks'), ' ', el('small', {}, text.month(period))],
      body: [
        el('p', { class: 'choice' }, [...new Set(known)].sort().map(m => el('a', { href: route.to('trucks', m), 'aria-current': m === period ? 'true' : null }, text.month(m)))),
        dom.section([tr('关注名单', 'Watch list'), ' ', el('small', {}, last || '')], tables.table({ id: 'watch_list', from: 'diesel.watch_list', where: { data_day: last }, rows: own.watch_list.filter(r => r.data_day === last).sort((a, b) => a.rank_no - b.rank_no), empty: tr('名单为空。', 'Nobody is on the list.'),
          columns: [{ c: 'rank_no', title: tr('序', 'No.') }, { c: 'vin', show: truck, text: true }, { c: 'plate', text: true }, { c: 'owner', text: true }, { c: 'county_code', text: true }, { c: 'watch_score', title: tr('评分', 'Score') }, { c: 'worst_class', title: tr('性质', 'Points to') }, { c: 'anomaly_day_count', title: tr('异常天数', 'Days') }, { c: 'first_seen_day', title: tr('首次', 'First seen') }, { c: 'is_repeat_offender', title: tr('再犯', 'Repeated') }] })),
        dom.section(tr('异常', 'Anomalies'), tables.table({ id: 'anomalies', from: 'diesel.anomaly', where: {}, rows: own.anomaly, columns: [{ c: 'data_day' }, { c: 'vin', show: truck, text: true }, ...findings()] })),
        dom.section(tr('车辆日', 'Days of trucks'), tables.table({ id: 'vehicle_days', from: 'diesel.vehicle_day', where: {}, rows: own.vehicle_day, columns: [{ c: 'vin', show: truck, text: true }, ...days()] }))
      ]
    };
  };

  const findings = () => [{ c: 'rule_code', title: tr('规则', 'Rule') }, { c: 'anomaly_class', title: tr('性质', 'Points to') }, { c: 'from_at' }, { c: 'to_at' }, { c: 'anomaly_km', title: tr('里程', 'Distance'), none: ['不适用', 'does not apply'] }, { c: 'measured_value', title: tr('判别值', 'Measured') }, { c: 'threshold_value', title: tr('阈值', 'Threshold') }, { c: 'unit', none: ['无量纲', 'no unit'] }, { c: 'confidence', title: tr('把握', 'Confidence') }];
  const days = () => [{ c: 'data_day' }, { c: 'trip_count', title: tr('行程', 'Trips') }, { c: 'distance_km' }, { c: 'driving_hours' }, { c: 'fuel_litres' }, { c: 'reagent_used_percent', title: tr('尿素消耗', 'Reagent used'), none: ['无液位数据', 'no level sent'] }, { c: 'conversion_percent', title: tr('SCR转化率', 'SCR conversion'), none: ['热态数据不足', 'too few hot seconds'] }, { c: 'nox_mass_g', none: ['数据不足', 'too few data'] }, { c: 'is_mil_on', title: tr('故障灯', 'Lamp'), none: ['未上报', 'not sent'] }];

  pages.truck = async (county, vin, period) => {
    const own = await dawen.tables('truck', period, county);
    const mine = t => own[t].filter(r => r.vin === vin);
    const listed = mine('watch_list').at(-1);
    return {
      title: vin, trail: [dom.link(['trucks', period], tr('柴油货车', 'Diesel trucks')), ' › '], heading: [vin, ' ', el('small', {}, text.month(period))],
      body: [
        listed ? dom.section(tr('车辆', 'Vehicle'), tables.facts({ from: 'diesel.watch_list', where: { data_day: listed.data_day, rank_no: listed.rank_no }, row: listed, columns: [{ c: 'plate' }, { c: 'owner' }, { c: 'county_code' }, { c: 'rank_no', title: tr('名次', 'Rank') }, { c: 'watch_score', title: tr('评分', 'Score') }, { c: 'worst_class', title: tr('性质', 'Points to') }, { c: 'anomaly_day_count', title: tr('异常天数', 'Days with anomalies') }] })) : null,
        dom.section(tr('每日', 'By day'), tables.table({ id: 'vehicle_days', from: 'diesel.vehicle_day', where: {}, rows: mine('vehicle_day'), empty: tr('本月没有数据。', 'No data this month.'), columns: days() })),
        dom.section(tr('异常', 'Anomalies'), tables.table({ id: 'anomalies', from: 'diesel.anomaly', where: {}, rows: mine('anomaly'), empty: tr('本月没有异常。', 'No anomaly this month.'), columns: [{ c: 'data_day' }, ...findings()], note: tr('规则是筛查，不是认定；完整车架号见 diesel.anomaly。', 'Rules screen, they decide nothing; the whole vehicle number is in diesel.anomaly.') }))
      ]
    };
  };
})();
