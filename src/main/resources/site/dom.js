// Elements are built from text, never from markup: names and packets may hold anything.
'use strict';
const dom = (() => {
  function el(name, attributes = {}, ...children) {
    const svg = ['svg', 'path', 'g', 'text', 'rect', 'title', 'line'].includes(name) && attributes.svg !== false;
    const node = svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false || key === 'svg') { continue; }
      if (key.startsWith('on')) { node.addEventListener(key.slice(2), value); }
      else if (key === 'fill') { node.style.fill = value; }
      else if (key === 'colours') { node.style.backgroundColor = value[0]; node.style.color = value[1]; }
      else { node.setAttribute(key, value === true ? '' : value); }
    }
    node.append(...children.flat(Infinity).filter(c => c !== null && c !== undefined && c !== false));
    return node;
  }

  const han = /[\u3400-\u9fff\uff00-\uffef〔〕（）]/;
  /** A proper name, a file or a document: it stays as it is in every language. */
  const name = value => text.isEnglish() && han.test(value) ? el('span', { lang: 'zh-CN', class: 'name' }, value) : value;
  const link = (to, ...children) => el('a', { href: route.to(...to) }, children);
  /** What takes the place of a value that is missing: why it is. */
  const none = why => el('span', { class: 'none' }, why);

  const section = (heading, ...children) => el('section', {}, el('h2', {}, heading), children);
  const fold = (summary, ...children) => el('details', {}, el('summary', {}, summary), children);

  /** The class of an air quality index: numeral, word and the official colour. */
  function aqiClass(className) {
    const c = dawen.held.get('words').classes[className];
    if (!c || !c[1]) { return null; }
    return el('b', { class: 'aqi', colours: [c[2], ink(c)] }, c[1], ' ' + (text.isEnglish() ? c[0] : className));
  }
  /** White on the red of class IV has too little contrast for small letters. */
  const ink = c => c[2] === '#ff0000' ? '#000' : c[3];

  /** A command that can be copied. */
  const command = line => el('code', { class: 'command', tabindex: '0' }, name(line));

  return { el, name, link, none, section, fold, aqiClass, ink, command };
})();
const { el } = dom;
