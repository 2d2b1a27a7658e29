// Names of the registry, addresses, and the pages that there are.
'use strict';
const city = (() => {
  const by = (rows, key) => {
    const found = new Map();
    rows.forEach(r => found.set(r[key], r)); // the last period of validity names it
    return found;
  };
  let all = null;
  async function open() {
    const r = await dawen.tables('registry', 'all');
    all = { county: by(r.county, 'county_code'), outlet: by(r.outlet, 'outlet_code'), station: by(r.station, 'station_code'), section: by(r.section, 'section_code'),
      enterprise: by(r.outlet, 'enterprise_code'), tables: r };
  }
  const countyName = code => code === null || code === undefined ? tr('区县不明', 'County not known') : all.county.has(code) ? all.county.get(code).name : code;
  const named = (kind, code, column) => all[kind].has(code) && all[kind].get(code)[column] ? all[kind].get(code)[column] : code;
  return {
    open, countyName, tables: () => all.tables,
    county: code => dom.name(countyName(code)),
    outletName: code => named('outlet', code, 'name'),
    outlet: code => dom.name(`${named('outlet', code, 'enterprise_name')} ${named('outlet', code, 'name')}`),
    enterpriseName: code => named('enterprise', code, 'enterprise_name'),
    enterprise: code => dom.name(named('enterprise', code, 'enterprise_name')),
    station: code => dom.name(named('station', code, 'name')),
    section: code => dom.name(named('section', code, 'name')),
    counties: () => [...all.county.values()].sort((a, b) => a.county_code < b.county_code ? -1 : 1),
    outletRow: code => all.outlet.get(code), sectionRow: code => all.section.get(code),
    meters: enterprise => all.tables.meter.filter(m => m.enterprise_code === enterprise)
  };
})();

const route = (() => {
  const to = (...parts) => '#/' + parts.map(p => encodeURIComponent(p)).join('/');
  const decoded = part => {
    try { return decodeURIComponent(part); } catch { return part; }
  };
  const read = () => {
    const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
    return { parts: path.split('/').filter(Boolean).map(decoded), query: new URLSearchParams(query || '') };
  };
  return { to, read };
})();

/** Pages by the first word of their address; each gives {title, day, body}. */
const pages = Object.create(null);
