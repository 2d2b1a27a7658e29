// Leads for inspection, and one with its evidence.
'use strict';
(() => {
  async function all() {
    const found = { lead: [], evidence: [] };
    for (const year of dawen.periods('lead')) {
      const own = await dawen.tables('lead', year);
      Object.keys(found).forEach(t => found[t].push(...own[t]));
    }
    return found;
  }

  pages.leads = async (status = 'open') => {
    const own = await all();
    const isOpen = l => l.closed_day === null;
    const kinds = [['open', tr('未结', 'Open'), isOpen], ['closed', tr('已办结', 'Closed'), l => !isOpen(l)], ['all', tr('全部', 'All'), () => true]];
    const chosen = kinds.find(k => k[0] === status) || kinds[0];
    return {
      title: tr('线索', 'Leads'), heading: tr('异常问题线索', 'Leads for inspection'),
      body: [
        el('p', { class: 'choice' }, kinds.map(k => el('a', { href: route.to('leads', k[0]), 'aria-current': k === chosen ? 'true' : null }, k[1]))),
        el('section', {}, shared.leadTable(own.lead.filter(chosen[2]), frame.newest(), 'leads'))
      ]
    };
  };

  /** The page that shows the row behind a piece of evidence. */
  function source(e) {
    const key = name => (e.source_key.match(new RegExp(name + " = (?:TIMESTAMP|DATE)?'([^']*)'")) || [])[1];
    const outlet = key('outlet_code');
    if (outlet && e.source_table.startsWith('source.')) {
      return dom.link(['outlet', outlet, e.data_day, key('pollutant_code') || ''], tr('排口', 'Outlet'));
    }
    if (e.source_table.startsWith('power.')) {
      return dom.link(['meter', key('enterprise_code') || e.enterprise_code, e.data_day], tr('用电', 'Electricity'));
    }
    if (e.source_table === 'diesel.anomaly') {
      return dom.link(['trucks', e.data_day.slice(0, 7)], tr('货车', 'Trucks'));
    }
    return null;
  }

  pages.lead = async id => {
    const own = await all();
    const lead = own.lead.find(l => l.lead_id === id) || own.lead.find(l => String(l.other_lead_ids).split(';').includes(id));
    if (!lead) {
      return { title: tr('线索', 'Lead'), body: [el('p', { class: 'empty' }, tr('没有这条线索：', 'There is no such lead: '), dom.name(id))] };
    }
    const evidence = own.evidence.filter(e => e.enterprise_code === lead.enterprise_code && e.matter === lead.matter && e.data_day >= lead.data_day && e.data_day <= lead.last_day);
    const verdicts = city.tables().verdict.filter(v => v.lead_id === lead.lead_id);
    const name = lead.enterprise_name || lead.enterprise_code;
    const isOverdue = lead.due_day !== null && lead.closed_day === null && lead.due_day < frame.newest();
    return {
      title: `${text.word(lead.matter)} ${name}`, trail: [dom.link(['leads'], tr('线索', 'Leads')), ' › '], heading: [text.word(lead.matter), ' ', el('small', {}, dom.name(name))],
      lead: [text.word(lead.status), isOverdue ? [tr('，', ', '), el('b', { class: 'bad' }, tr('超期', 'overdue'))] : ''],
      body: [
        dom.section(tr('线索', 'Lead'), tables.facts({ from: 'lead.lead', where: { lead_id: lead.lead_id }, row: lead, columns: [{ c: 'county_code' }, { c: 'data_day', title: tr('首日', 'First day') }, { c: 'last_day', title: tr('末日', 'Last day') }, { c: 'score' }, { c: 'severity', title: tr('严重程度', 'Severity') }, { c: 'evidence_count', title: tr('证据数', 'Pieces of evidence') }, { c: 'evidence_kind_count', title: tr('证据种类', 'Kinds') }, { c: 'evidence_day_count', title: tr('证据天数', 'Days with evidence') }, { c: 'lasting_minutes' }, { c: 'is_provisional', show: shared.provisional, text: true },
          { c: 'opened_day', title: tr('立案', 'Opened') }, { c: 'due_day', title: tr('办结期限', 'Due') }, { c: 'closed_day', title: tr('办结', 'Closed') }, { c: 'result', title: tr('办理结果', 'Result'), none: ['未办结', 'not closed'] }, { c: 'lead_id', title: tr('编号', 'Id') }] })),
        verdicts.length ? dom.section(tr('人工认定', 'Decided by a person'), tables.table({ id: 'verdicts', from: 'registry.verdict', where: { lead_id: lead.lead_id }, rows: verdicts, columns: [{ c: 'verdict_no', text: true }, { c: 'decision', title: tr('认定', 'Decision') }, { c: 'decided_on', title: tr('日期', 'Day') }, { c: 'decided_by', title: tr('认定部门', 'By'), text: true }, { c: 'document_no', none: ['无文号', 'no document'], text: true }] })) : null,
        dom.section(tr('证据', 'Evidence'), tables.table({ id: 'evidence', from: 'lead.evidence', where: { matter: lead.matter }, rows: evidence, columns: [{ c: 'data_day' }, { c: 'evidence_kind', title: tr('类型', 'Kind') }, { c: 'reason', title: tr('说明', 'What it says'), show: r => dom.name(text.isEnglish() ? r.reason : r.reason_zh), text: true }, { c: 'lasting_minutes', title: tr('持续', 'Lasting') }, { c: 'source_table', title: tr('来源表', 'From table'), text: true }, { c: 'where', title: tr('查看', 'Look'), unit: '', show: source, text: true, none: ['无页面', 'no page'] }] })),
        dom.section(tr('完整证据', 'The whole evidence'), el('p', {}, dom.command(`./dawen explain lead.lead '${lead.lead_id}'`)))
      ]
    };
  };
})();
