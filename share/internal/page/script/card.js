/* ---- one card ---- */

function orderOf(lang) {
  var first = languages.get(lang).platforms || [];
  var rank = function (p) { var i = first.indexOf(p.id); return i < 0 ? first.length : i; };
  return [...platforms.values()].sort(function (a, b) { return rank(a) - rank(b); });
}

function openCard(card) {
  if (now.card !== card) {
    now.card = card;
    now.format = '';
    all('#item .said').forEach(p => { put(p, ''); });
    id('own').value = '';
  }
  firstTurn(card);
  drawItem();
}

function drawItem() {
  var card = now.card;
  now.lang = card.texts[now.post] ? now.post : (data.languages.find(l => card.texts[l.id]) || {}).id;
  if (!now.picked && platforms.size) now.platform = orderOf(now.lang)[0].id;
  if (!now.format) now.format = best();
  now.done = false;
  drawHead(card);
  drawNotice(card);
  var stop = Boolean(card.status);
  all('#platforms, #other-apps, #the-words, #item-action, .where').forEach(e => { show(e, !stop); });
  show(id('stopped'), stop);
  drawPicture();
  drawChoices();
  if (stop) drawStopped(card); else drawSteps();
}

function speak(element, content) {
  var l = languages.get(now.lang);
  element.lang = now.lang;
  element.dir = l.rtl ? 'rtl' : 'ltr';
  put(element, content);
}

/* quote shows what stands in the document of a card, if it does. */
function quote(part, from) {
  var said = one('.' + part, from), into = id('item-' + part);
  show(into, said);
  if (said) speak(into, said.textContent);
}

function drawHead(card) {
  var from = fact(), sheets = one('.sheets', from);
  speak(id('item-title'), one('h3', from).textContent);
  var source = one('.src', from);
  quote('note', from);
  id('item-source').replaceChildren();
  if (source) id('item-source').append(word('source') + ': ', source.cloneNode(true));
  show(id('item-files'), sheets && beside);
  repeat(id('item-files'), sheets);
  drawChecked(card);
}

function drawChecked(card) {
  var name = document.createElement('bdi'), parts = word('card').split('{card}'), lines = one('.age', fact());
  name.dir = 'ltr';
  put(name, card.id);
  id('checked-line').replaceChildren(parts[0], name, parts[1] || '');
  quote('read', fact());
  put(id('verdict'), age(card) || word('fresh'));
  speak(id('item-age'), '');
  repeat(id('item-age'), lines);
  show(id('outdated'), lines && !card.status);
}

function drawNotice(card) {
  var message = card.status ? word(card.by ? 'stop_replaced' : 'stop_withdrawn') : age(card);
  put(id('text-old'), message);
  show(id('notice'), message);
  show(id('stop-title'), card.status);
  put(id('notice-text'), message);
}

/* What to say of what is old. A device whose clock is before the day the kit
   was built is not believed. */
function age(of) {
  var at = new Date(), since = function (iso) { return iso ? (at - new Date(iso + 'T00:00:00')) / 864e5 : 0; };
  if (since(data.built) < 0) return '';
  if (since(of.expires) > 1) return word('expired');
  if (since(of.review) > 1) return word('review', { date: day(of.review) });
  var days = Math.floor(since(of.checked));
  return days > 60 ? word('stale', { date: day(of.checked), n: days }) : '';
}

/* Whatever can be taken away alone says that it is old. */
function drawOld() {
  all('[data-old]').forEach(e => {
    var of = cards.get(e.dataset.old) || { checked: data.built, review: e.dataset.review }, says = age(of);
    show(e, says);
    put(e, says && e.matches('.flag') ? word('old', { date: day(of.checked) }) : says);
  });
}

function drawStopped(card) {
  var fix = one('.fix', fact());
  show(id('correct'), fix);
  if (fix) speak(id('correction'), fix.textContent);
  show(id('new-card'), card.by);
  if (card.by) id('new-card').href = '#card-' + card.by;
}

/* ---- its choices ---- */

/* chips fills a fieldset with radio buttons: [value, label, language]. */
function chips(fieldset, name, options, chosen, choose) {
  var had = fieldset.contains(document.activeElement);
  all('label', fieldset).forEach(l => { l.remove(); });
  options.forEach(o => {
    var label = document.createElement('label'), input = document.createElement('input'), span = document.createElement('span');
    label.className = 'chip';
    input.type = 'radio'; input.name = name; input.value = o[0]; input.autocomplete = 'off'; input.checked = o[0] === chosen;
    put(span, o[1]);
    if (o[2]) span.lang = o[2];
    on(input, 'change', function () { choose(o[0]); });
    label.append(input, span);
    fieldset.append(label);
    if (had && input.checked) input.focus();
  });
}

/* The apps that are shown at once; one of the others joins them when chosen. */
var atOnce = 6;

function drawChoices() {
  var list = text().pictures, apps = orderOf(now.lang).map(p => [p.id, p.name]), others = apps.slice(atOnce);
  var choose = function (v) { now.platform = v; now.picked = true; now.format = ''; now.sized = false; drawItem(); };
  chips(id('sizes'), 'size', list.map(f => [f, data.formats[f][now.ui]]), now.format, v => { now.format = v; now.sized = true; drawPicture(); drawChoices(); drawSteps(); });
  show(id('sizes'), list.length > 1);
  var spoken = data.languages.filter(l => now.card.texts[l.id]);
  chips(id('post-langs'), 'post-lang', spoken.map(l => [l.id, l.name, l.id]), now.lang, v => { now.post = v; now.chosen = true; drawItem(); });
  show(id('post-langs'), spoken.length > 1);
  if (now.card.status) return;
  if (others.length === 1) others = [];
  chips(id('platforms'), 'platform', others.length ? apps.slice(0, atOnce) : apps, now.platform, choose);
  chips(id('more-platforms'), 'platform', others, now.platform, choose);
  show(id('platforms'), apps.length > 1);
  show(id('more-platforms'), others.length);
  put(id('other-name'), others.length ? word('more_apps', { n: others.length }) : word('other_sizes'));
  put(id('size-now'), now.format ? data.formats[now.format][now.ui] : '');
  show(id('other-apps'), others.length || list.length > 1 || spoken.length > 1);
}

function drawSteps() {
  if (id('item-edit')) id('item-edit').setAttribute('href', '#edit-' + now.card.id);
  var alt = one('.alt', fact());
  show(id('the-words'), wordings().length);
  show(id('alt-text'), alt && (platform().alt || !platforms.size));
  if (alt) speak(id('alt'), alt.textContent);
  drawPost();
  drawAction();
}

/* ---- its screen ---- */

/* Which cards are dealt: those that may be posted, did not expire, and neither
   answer others nor ask for what nobody can do from a post. */
function dealt() { return [...cards.values()].filter(c => !c.status && !c.undealt && age(c) !== word('expired')); }

/* How many days after it was built a kit is too old for any of its cards to be
   dealt. */
var tooOld = 180;

/* How long ago by the device's clock, which is not believed before that day. */
function daysSince(iso) { return Math.floor((new Date() - new Date(iso + 'T00:00:00')) / 864e5); }

/* deal leads to a card, another than this if there is one. */
function deal() {
  var may = dealt().filter((c, i, list) => c !== now.card || list.length === 1);
  if (daysSince(data.built) > tooOld) { location.replace('#old'); return true; }
  if (may.length) location.replace('#card-' + may[random(may.length)].id);
  return may.length > 0;
}

tabs.item = 'share';

screens.set('quick', deal);

screens.set('old', function (rest, first) {
  drawAged();
  goTo('old', null, first);
});

function drawAged() {
  put(id('old-clock'), word('old_clock', { today: day(today()), n: daysSince(data.built) }));
}

screens.set('card', function (rest, first) {
  var card = cards.get(rest);
  if (!card) return false;
  show(id('item'), true);
  openCard(card);
  goTo('item', null, first);
});

spoken.push(function () {
  if (now.view === 'item') drawItem();
  if (id('old')) drawAged();
  drawOld();
});

opened.push(function () {
  /* Else the browser unfolds all facts whenever it goes to a card. */
  all('.fact').forEach(f => { f.removeAttribute('id'); });
  if (!beside) nameFiles();
  if (!cards.size) return;
  on(id('own'), 'input', function () { undone(); drawPost(); });
  on(id('another'), 'click', function () { turnOn(); undone(); drawPost(); });
  on(id('another-card'), 'click', deal);
});
