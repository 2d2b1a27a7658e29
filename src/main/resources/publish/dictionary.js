// The search: shows the rows that hold every word, and the tables that have one.
(function () {
  'use strict';
  var search = document.getElementById('search');
  var found = document.getElementById('found');
  var sections = Array.from(document.querySelectorAll('section')).map(function (s) {
    return { place: s, link: document.querySelector('nav a[href="#' + s.id + '"]'),
      head: (s.querySelector('h2').textContent + ' ' + s.querySelector('p').textContent).toLowerCase(),
      rows: Array.from(s.querySelectorAll('tbody tr')).map(function (r) {
        return { place: r, text: r.textContent.toLowerCase() };
      }) };
  });
  function holds(text, words) { return words.every(function (w) { return text.indexOf(w) >= 0; }); }
  function show() {
    var words = search.value.toLowerCase().split(/\s+/).filter(function (w) { return w; });
    var count = 0;
    sections.forEach(function (s) {
      var whole = holds(s.head, words);
      var any = false;
      s.rows.forEach(function (r) {
        var is = whole || holds(s.head + ' ' + r.text, words) && words.some(function (w) { return r.text.indexOf(w) >= 0; });
        r.place.hidden = !is;
        any = any || is;
        count += is ? 1 : 0;
      });
      s.place.hidden = !whole && !any;
      s.link.hidden = s.place.hidden;
    });
    found.textContent = words.length === 0 ? '' : String(count);
  }
  search.addEventListener('input', show);
  document.getElementsByName('language').forEach(function (b) {
    b.addEventListener('change', function () {
      document.documentElement.lang = document.getElementById('language-en').checked ? 'en' : 'zh-CN';
    });
  });
})();
