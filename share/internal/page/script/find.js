/* ---- finding a card ---- */

/* fold as the page's builder folded the texts that are searched. */
function fold(s) { return s.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase(); }

/* Words and names that find each other's cards: what else is looked for when
   all of one of them is typed. */
function alike(typed) {
  var words = ' ' + typed.join(' ') + ' ', also = new Map();
  (data.synonyms || []).forEach(group => {
    if (!group.some(w => words.includes(' ' + fold(w) + ' '))) return;
    group.forEach(w => { if (!words.includes(' ' + fold(w) + ' ')) also.set(fold(w), w); });
  });
  return [...also.values()];
}

function filters() {
  var value = function (name) { var e = id('by-' + name); return e ? e.value : ''; };
  var topic = one('input[name=topic]:checked');
  var words = fold(id('search').value).split(/\s+/).filter(Boolean);
  return { words: words, also: alike(words), topic: topic ? topic.value : '', platform: value('platform'), format: value('format'), language: value('language') };
}

function matches(card, f) {
  if (f.topic && card.topic !== f.topic) return false;
  if (![f.words].concat(f.also.map(w => fold(w).split(' '))).some(words => words.every(w => card.search.includes(w)))) return false;
  if (!f.language && !f.format && !f.platform) return true;
  var suits = f.platform ? platforms.get(f.platform).formats || [] : [];
  return Object.keys(card.texts).some(lang => {
    var has = card.texts[lang].pictures;
    return (!f.language || lang === f.language) && (!f.format || has.includes(f.format)) &&
      (!suits.length || suits.some(s => has.includes(s)));
  });
}

function find() {
  var f = filters(), found = 0;
  all('.grid > .card').forEach(li => {
    var is = matches(cards.get(li.dataset.id), f);
    if (is) found++;
    li.hidden = !is || found > now.limit;
  });
  var active = Boolean(f.words.length || f.topic || f.platform || f.format || f.language);
  put(id('count'), word('pictures', { n: found }));
  put(id('also'), f.also.length ? word('also_with', { words: f.also.join(word('comma')) }) : '');
  show(id('none'), !found);
  show(id('show-more'), found > now.limit);
  show(one('.filters [data-clear]'), active);
  one('.grid').dataset.pic = f.language || now.ui;
  var chip = one('input[name=topic]:checked + span');
  if (chip) repeat(id('topic-now'), chip);
}

function clear() {
  id('search').value = '';
  all('.filters select').forEach(s => { s.value = ''; });
  pickTopic('');
  now.limit = 24;
  find();
  id('search').focus();
}

function pickTopic(topic) {
  all('input[name=topic]').forEach(r => { r.checked = r.value === topic; });
}

function moreCards() {
  var first = all('.grid > .card').filter(li => !li.hidden).length;
  now.limit += 24;
  find();
  var next = all('.grid > .card').filter(li => !li.hidden)[first];
  if (next) one('a', next).focus();
}

presses.clear = clear;
presses.topic = function (t) {
  pickTopic(t.dataset.topic);
  now.limit = 24;
  find();
};

spoken.push(function () { if (id('search')) find(); });

opened.push(function () {
  if (!id('search')) return;
  var waiting = 0, again = function () { now.limit = 24; find(); };
  on(id('search'), 'input', function () { clearTimeout(waiting); waiting = setTimeout(again, 150); });
  all('input[name=topic], .filters select').forEach(c => { on(c, 'change', again); });
  on(id('by-platform'), 'change', function () { if (this.value) { now.platform = this.value; now.picked = true; } });
  on(id('by-language'), 'change', function () { if (this.value) { now.post = this.value; now.chosen = true; } });
  on(id('show-more'), 'click', moreCards);
  var wide = window.matchMedia('(min-width: 1000px)'), fit = function () { if (id('topics')) id('topics').open = wide.matches; };
  fit();
  on(wide, 'change', fit);
});
