// The language, and how values are written in it.
'use strict';
const text = (() => {
  let language = 'zh';
  try { language = localStorage.getItem('dawen.language') || 'zh'; } catch { /* opened without storage */ }

  function speak(wanted) {
    language = wanted === 'en' ? 'en' : 'zh';
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
    try { localStorage.setItem('dawen.language', language); } catch { /* lasts for this page */ }
  }

  const isEnglish = () => language === 'en';
  /** One of two texts. */
  const tr = (zh, en) => isEnglish() ? en : zh;
  /** Formulas and units as they are printed. */
  const pretty = s => String(s).replace(/PM2\.5/g, 'PM₂.₅').replace(/PM10\b/g, 'PM₁₀').replace(/\b(SO|NO|CO)2\b/g, '$1₂')
    .replace(/\bNOx\b/g, 'NOₓ').replace(/\bO3\b/g, 'O₃').replace(/\bO2\b/g, 'O₂').replace(/\bNH3\b/g, 'NH₃')
    .replace(/m3\b/g, 'm³').replace(/\bm2\b/g, 'm²').replace(/\bdegC\b/g, '°C').replace(/\bug\//g, 'µg/');
  /** A code of a closed list in words; the code if it has none. */
  const word = (code, column) => {
    const w = words.of(code, column);
    return pretty(w ? w[isEnglish() ? 1 : 0] : code);
  };
  /** Several codes in one text. */
  const list = (codes, column) =>
    String(codes).split(/[;+,]/).map(c => word(c.trim(), column)).join(tr('、', ', '));
  /** The title of a column. */
  const title = column => {
    const own = words.title(column);
    const declared = dawen.held.get('columns')[column];
    return pretty(isEnglish() ? own || column.replaceAll('_', ' ').replace(/^./, c => c.toUpperCase()) : words.shortTitle(column) || (declared ? declared[0] : column));
  };
  const unit = column => pretty((dawen.held.get('columns')[column] || ['', ''])[1]);
  /** The English meaning of a column without the Chinese terms in it. */
  const meaning = column => {
    const said = (dawen.held.get('columns')[column] || ['', '', ''])[2].replace(/ ?\([^)]*[\u3400-\u9fff][^)]*\)/g, '');
    return /[\u3400-\u9fff]/.test(said) ? '' : said;
  };

  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const weekdays = { zh: '一二三四五六日'.split(''), en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] };
  /** 2024-03 as a person reads it. */
  const month = m => tr(`${+m.slice(0, 4)}年${+m.slice(5, 7)}月`, `${months[+m.slice(5, 7) - 1]} ${m.slice(0, 4)}`);
  const weekday = day => (new Date(day + 'T00:00:00Z').getUTCDay() + 6) % 7;
  const day = d => Number.isNaN(Date.parse(d)) ? d : tr(`${month(d.slice(0, 7))}${+d.slice(8)}日 周${weekdays.zh[weekday(d)]}`,
    `${weekdays.en[weekday(d)]} ${+d.slice(8)} ${months[+d.slice(5, 7) - 1]} ${d.slice(0, 4)}`);

  return { speak, isEnglish, tr, pretty, word, list, title, unit, meaning, month, day, weekday, weekdays: () => weekdays[language] };
})();
const { tr } = text;
