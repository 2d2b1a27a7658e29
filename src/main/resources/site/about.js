// What the site is, and where its numbers come from.
'use strict';
pages.about = async () => ({
  title: tr('说明', 'About'),
  body: [
    el('section', {}, el('p', {}, tr('本站由 ./dawen site 从结果表写出，不连网络，可直接从磁盘打开，也可放在单位自己的网站服务器后面。', './dawen site writes these pages from the result tables. They ask no network, and open from disk or behind a web server.')),
      el('p', {}, tr('每张表下方注明数据来源：表名和条件。数字按显示位数修约（四舍六入五成双），原值在表中。', 'Below each table is its source: the table and the condition. Numbers are rounded half to even to the digits shown; the tables hold them whole.')),
      el('p', {}, tr('缺失的数值以灰字说明原因。个人姓名、车牌、车架号和电话已隐去。', 'Where a value is missing, grey letters say why. Names of persons, plates, vehicle numbers and telephone numbers are hidden.')),
      map.note()),
    dom.section(tr('查数', 'Look a number up'), el('p', {}, dom.command('./dawen sql "SELECT * FROM source.exceedance_hour WHERE data_day = DATE\'' + frame.newest() + '\'"'))),
    dom.section(tr('图表库', 'Library of the charts'), el('p', {}, 'Apache ECharts (Apache-2.0): ', el('a', { href: 'lib/echarts-LICENSE.txt' }, 'LICENSE'), ' · ', el('a', { href: 'lib/echarts-NOTICE.txt' }, 'NOTICE'), ' · ', el('a', { href: 'lib/echarts-LICENSE-d3.txt' }, 'LICENSE-d3')))
  ]
});
