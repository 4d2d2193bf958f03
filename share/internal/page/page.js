/* The script of START-HERE. It only shows and hides, fills in text, and
   copies: it asks the network for nothing and keeps nothing. Everything it
   shows also stands in the document, so that the page reads without it. */
(function () {
'use strict';
var root = document.documentElement;
if (!root.classList.contains('js')) return;

/* ---- reading the document ---- */

function id(name) { return document.getElementById(name); }
function all(selector, within) { return [...(within || document).querySelectorAll(selector)]; }
function one(selector, within) { return (within || document).querySelector(selector); }
function put(element, text) { if (element) element.textContent = text; }
function show(element, is) { if (element) element.hidden = !is; }
function repeat(element, other) { element.replaceChildren(...(other ? other.cloneNode(true).childNodes : [])); }
function on(element, type, handler) { if (element) element.addEventListener(type, handler); }

var data = JSON.parse(id('data').textContent);
var languages = by(data.languages || []), platforms = by(data.platforms || []), cards = by(data.cards || []);
function by(list) { return new Map(list.map(x => [x.id, x])); }

/* What was chosen, for the life of the page only. */
var now = { ui: '', post: '', platform: '', picked: false, card: null, format: '', view: '', turns: new Map(), limit: 24 };

/* Can links open files beside this page? Not when a file manager or a chat
   app hands over this one file; and not when it was taken out of its folder,
   which shows when the first picture is asked for there. */
var beside = /^(https?|file):$/.test(location.protocol);

/* ---- words ---- */

function word(key, values) {
  var text = languages.get(now.ui).words[key] || '';
  if (text.includes('|')) text = text.split('|')[Math.min(values.n, 60)];
  return text.replace(/\{(\w+)\}/g, function (whole, name) { return values && name in values ? values[name] : whole; });
}

function day(iso) {
  var p = iso.split('-'), l = languages.get(now.ui);
  return l.date.replace('{day}', Number(p[2])).replace('{mon}', l.months[p[1] - 1]).replace('{year}', p[0]);
}

/* Status lines are emptied first, so that the same words are announced again. */
function say(name, text, bad) {
  var line = id('said-' + name);
  if (!line) return;
  line.classList.toggle('bad', Boolean(bad));
  put(line, '');
  setTimeout(function () { put(line, text); }, 30);
}

function random(n) {
  var a = new Uint32Array(1);
  crypto.getRandomValues(a);
  return a[0] % n;
}

/* ---- counting, as each platform counts ---- */

var address = /(https?:\/\/|(?:^|[^\w@.\/-])(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|info|int|mil|news)(?![\w.-]*@)\b)[^\s<>"“”…\p{Extended_Pictographic}\p{RI}]*/giu, any = '-'.repeat(23);

/* X gives every address the same length; what stands before one without a
   scheme, and the punctuation after it, stay. */
function links(text) {
  return text.replace(address, found => {
    var start = /^[a-z0-9]/i.test(found) ? '' : found[0];
    return start + any + found.slice(start.length + trimmed(found.slice(start.length)).length);
  });
}

function trimmed(link) {
  link = link.replace(/[.,;:!?'’»\]]+$/, '');
  while (link.endsWith(')') && link.split(')').length > link.split('(').length) link = link.slice(0, -1);
  return link;
}

var segmenter = window.Intl && Intl.Segmenter ? new Intl.Segmenter() : null;
function graphemes(text) {
  return segmenter ? Array.from(segmenter.segment(text), s => s.segment) : [...text];
}
function bytes(text) { return new TextEncoder().encode(text).length; }
function emoji(g) { return /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|^\p{RI}\p{RI}|\u20E3/u.test(g); }
function sum(list, weigh) { return list.reduce(function (n, x) { return n + weigh(x); }, 0); }

function weight(c) {
  var p = c.codePointAt(0);
  return p <= 0x10ff || (p >= 0x2000 && p <= 0x200d) || (p >= 0x2010 && p <= 0x201f) || (p >= 0x2032 && p <= 0x2037) ? 1 : 2;
}

/* Bluesky's composer shows a link as its host and the first 13 characters of
   its path. */
function shorten(text) {
  return text.replace(/(^|[\s(])(https?:\/\/\S+)/g, function (found, before, link) {
    var end = link.replace(/[.,;:!?]$/, '');
    if (!end.includes('(')) end = end.replace(/\)$/, '');
    return before + shortened(end) + link.slice(end.length);
  });
}

function shortened(link) {
  var u;
  try { u = new URL(link); } catch (e) { return link; }
  var path = (u.pathname === '/' ? '' : u.pathname) + u.search + u.hash;
  return u.host + (path.length > 15 ? path.slice(0, 13) + '...' : path);
}

var counters = {
  x: function (text) {
    return sum(graphemes(links(text.normalize('NFC'))), g => {
      return emoji(g) ? 2 : sum([...g], weight);
    });
  },
  bluesky: function (text) {
    var shown = shorten(text), over = bytes(shown) - 3000;
    return over > 0 ? Math.max(graphemes(shown).length, 300 + over) : graphemes(shown).length;
  },
  mastodon: function (text) {
    var plain = text.replace(/https?:\/\/[\w.-]+(:\d+)?([\/?#][^\s<>"]*)?/gi, u => any + u.slice(trimmed(u).length));
    return graphemes(plain.replace(/(^|[^\w\/])(@[a-z0-9_.-]*[a-z0-9_])@[a-z0-9.-]*[a-z0-9]/gi, '$1$2')).length;
  },
  threads: function (text) { return sum(graphemes(text), g => emoji(g) ? bytes(g) : 1); },
  utf16: function (text) { return text.length; },
  graphemes: function (text) { return graphemes(text).length; }
};

function length(text, platform) { return counters[platform.count] ? counters[platform.count](text) : 0; }
function excess(text, platform) { return platform.limit && counters[platform.count] ? length(text, platform) - platform.limit : 0; }

/* ---- copying ---- */

/* The first element of the language shown. */
function ours(selector, within) {
  return all(selector, within).find(e => { var t = e.closest('.t'); return !t || t.classList.contains(now.ui); });
}

function textOf(box) { return (ours('.t', box) || box).textContent.trim(); }

function select(box) {
  var range = document.createRange(), s = getSelection();
  range.selectNodeContents(box);
  s.removeAllRanges();
  s.addRange(range);
}

async function copy(box) {
  if (window.isSecureContext && navigator.clipboard) {
    try { await navigator.clipboard.writeText(textOf(box)); return true; } catch (e) { /* try the older way */ }
  }
  select(box);
  try { if (document.execCommand('copy')) { getSelection().removeAllRanges(); return true; } } catch (e) { /* by hand */ }
  box.focus();
  select(box);
  return false;
}

async function pressCopy(button) {
  var name = button.dataset.copy, box = id(name), letter = button.closest('[data-letter]');
  if (letter && !complete(letter)) return;
  var done = await copy(box);
  var step = button.closest('#item-steps > li');
  if (step && done) step.classList.add('done');
  say(name, done ? copied(name, letter) : word('denied'), !done || (name === 'post' && over() > 0));
}

function copied(name, letter) {
  if (name === 'post' && over() > 0) return word('copied_over', { app: platform().name });
  return word(letter ? 'letter_copied' : name === 'tags-text' ? 'tags_copied' : 'copied');
}

/* ---- one card ---- */

function platform() { return platforms.get(now.platform) || { name: '', formats: [] }; }
function text() { return now.card.texts[now.lang]; }
function fact() { return id('fact-' + now.card.id + '-' + now.lang); }
function orderOf(lang) {
  var first = languages.get(lang).platforms || [];
  var rank = function (p) { var i = first.indexOf(p.id); return i < 0 ? first.length : i; };
  return [...platforms.values()].sort(function (a, b) { return rank(a) - rank(b); });
}

/* The wordings that fit the platform, or all if none does. */
function wordings() {
  var texts = all('.wording', fact()).map(function (p, i) {
    var v = text().variants[i][now.platform];
    return v ? (v.f ? p.textContent.replace(/\n\n/g, ' ') : p.textContent).slice(0, v.k) + (v.r || '') : p.textContent;
  });
  var fit = texts.filter(t => excess(t, platform()) <= 0);
  return fit.length ? fit : texts;
}

function turn(list) { return list.length ? now.turns.get(now.card.id) % list.length : 0; }

function post() {
  var list = wordings(), own = id('own').value.trim();
  return [own, list[turn(list)] || ''].filter(Boolean).join('\n\n');
}

function over() { return excess(post(), platform()); }

function openCard(card) {
  if (now.card !== card) {
    now.card = card;
    now.format = '';
    all('#item-steps > li').forEach(li => { li.classList.remove('done'); });
    all('#item .said').forEach(p => { put(p, ''); });
    id('own').value = '';
  }
  /* Each of up to ten wordings is as likely to come first. */
  if (!now.turns.has(card.id)) now.turns.set(card.id, random(5040));
  drawItem();
}

function drawItem() {
  var card = now.card;
  now.lang = card.texts[now.post] ? now.post : (data.languages.find(l => card.texts[l.id]) || {}).id;
  if (!now.picked && platforms.size) now.platform = orderOf(now.lang)[0].id;
  drawHead(card);
  drawNotice(card);
  var stop = Boolean(card.status);
  show(id('platforms'), !stop && platforms.size > 0);
  show(id('item-steps'), !stop);
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
  var from = fact(), sheets = one('.sheets', from), chip = one('input[name=topic][value="' + card.topic + '"] + span');
  repeat(id('item-topic'), card.topic && chip);
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
  var today = new Date(), since = function (iso) { return iso ? (today - new Date(iso + 'T00:00:00')) / 864e5 : 0; };
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
  show(id('both'), false);
}

/* ---- its picture ---- */

var shown = { url: '' };

/* The bytes of the embedded picture stand as inert text in a noscript. */
function embedded() {
  var holder = id('px-' + now.card.id + '-' + now.lang);
  if (!holder) return null;
  var html = holder.textContent, start = html.indexOf('src="data:') + 5, source = html.slice(start, html.indexOf('"', start));
  if (!/^data:image\/png;base64,[A-Za-z0-9+\/=]+$/.test(source)) return null;
  return new Blob([Uint8Array.from(atob(source.slice(22)), c => c.charCodeAt(0))], { type: 'image/png' });
}

function forget() {
  URL.revokeObjectURL(shown.url);
  shown = { url: '' };
}

/* The chosen size from the kit's folder, if this page lies there; else the
   picture that the page carries. */
function drawPicture() {
  var list = text().pictures || [], image = id('picture'), alt = one('.alt', fact());
  if (!list.includes(now.format)) now.format = text().inside || list[0] || '';
  forget();
  shown.blob = embedded();
  if (shown.blob) shown.url = URL.createObjectURL(shown.blob);
  var folder = beside && now.format && now.format !== text().inside;
  var thumb = one('.grid [data-id="' + now.card.id + '"] .p.' + now.lang + ' img');
  var source = folder ? file() : shown.url || (thumb ? thumb.src : '');
  image.alt = alt ? alt.textContent : '';
  image.lang = now.lang;
  image.onerror = folder ? alone : null;
  if (source) image.src = source;
  show(image, source);
}

/* The kit's file of the chosen size. */
function file() {
  var link = all('.sizes a', fact())[text().pictures.indexOf(now.format)];
  return link.getAttribute('href') || link.dataset.file;
}

/* The page is not in its folder: files are named instead of linked. */
function alone() {
  beside = false;
  nameFiles();
  drawDevice();
  drawItem();
}

function nameFiles() {
  all(':is(.links, .sizes, .sheets) a').forEach(a => {
    a.dataset.file = a.getAttribute('href');
    a.append(' (' + a.dataset.file + ')');
    a.removeAttribute('href');
  });
}

function fileName(format) { return [data.tag.replace(/[^\p{L}\p{N}_]/gu, ''), now.card.id, now.lang, format].join('-') + '.png'; }

/* Save gives the embedded picture; others are files of the kit. Over file: no
   page may save a file, only open it: the reader saves it there by hand. */
function drawSave() {
  var save = id('save'), here = now.format === text().inside && shown.url;
  var opens = !here && location.protocol === 'file:';
  show(id('save-here'), !opens);
  show(id('save-opens'), opens);
  show(one('[data-step=save]'), now.format);
  show(save, here || beside);
  put(id('where-file'), now.format && !here ? word(beside ? 'in_folder' : 'not_beside', { path: file() }) : '');
  if (!now.format) return;
  save.href = here ? shown.url : file();
  save.target = here ? '' : '_blank';
  if (opens) save.removeAttribute('download'); else save.download = fileName(now.format);
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
  show(fieldset, options.length > 1);
}

function drawChoices() {
  var list = text().pictures || [], best = (platform().formats || []).find(f => list.includes(f));
  chips(id('sizes'), 'size', list.map(f => {
    var suits = !now.card.status && f === best ? ' (' + word('suits', { app: platform().name }) + ')' : '';
    return [f, data.formats[f][now.ui] + suits];
  }), now.format, v => { now.format = v; drawPicture(); drawChoices(); drawSave(); });
  chips(id('post-langs'), 'post-lang', data.languages.filter(l => now.card.texts[l.id]).map(l => {
    return [l.id, l.name, l.id];
  }), now.lang, v => { now.post = v; now.chosen = true; drawItem(); });
  if (!now.card.status) chips(id('platforms'), 'platform', orderOf(now.lang).map(p => [p.id, p.name]), now.platform,
    function (v) { now.platform = v; now.picked = true; now.format = ''; drawItem(); });
}

/* ---- its steps ---- */

function drawSteps() {
  var alt = one('.alt', fact());
  show(one('[data-step=text]'), wordings().length);
  show(one('[data-step=alt]'), alt && (platform().alt || !platforms.size));
  if (alt) speak(id('alt'), alt.textContent);
  drawSave();
  drawPost();
  show(id('both'), canShare(fileToShare()));
}

function drawPost() {
  var list = wordings();
  speak(id('post'), post());
  put(id('nth-wording'), word('wording_of', { n: turn(list) + 1, m: list.length }));
  show(id('another'), list.length > 1);
  drawCounter();
  drawOpen();
}

function drawCounter() {
  var p = platform(), n = length(post(), p), more = over(), line = id('counter');
  show(line, counters[p.count]);
  /* A limit that no post reaches is left unsaid. */
  line.replaceChildren(p.limit && p.limit < 9999 ? word('counter', { n: n, m: p.limit, app: p.name }) : word('counter_plain', { n: n }));
  if (more > 0) {
    var warning = document.createElement('strong');
    put(warning, ' ' + word('over', { k: more }));
    line.append(warning);
  }
  if (now.over !== undefined && now.over !== more > 0) say('over', more > 0 ? word('over', { k: more }) : word('fits'));
  now.over = more > 0;
}

function percent(s) {
  return encodeURIComponent(s).replace(/[!'()*]/g, c => '%' + c.charCodeAt(0).toString(16).toUpperCase());
}

/* The address that opens the app, with the text in it if there is a way and
   room; a link is given apart where the app wants it so. */
function intent(p, message) {
  if (!p.intent) return { href: p.home, carries: false };
  var link = text().link || '';
  if (p.intent.includes('{link}') && link) message = message.split(link).join('').replace(/\n{3,}/g, '\n\n').trim();
  if (p.noAmpersand) message = message.replace(/\S*&\S*/g, w => /^https?:/.test(w) ? w : w.replace(/&/g, '+'));
  if (p.intent.startsWith('mailto:')) message = message.replace(/\n/g, '\r\n');
  var build = function (m) { return p.intent.replace('{link}', percent(link)).replace('{text}', function () { return percent(m); }); };
  var href = build(message), fits = href.length <= 2000;
  return { href: fits ? href : build(''), carries: fits && p.intent.includes('{text}') };
}

function drawOpen() {
  var p = platform(), to = intent(p, post());
  show(one('[data-step=open]'), to.href);
  put(id('open-title'), word('open', { app: p.name }));
  put(id('open-name'), word('open_button', { app: p.name }));
  put(id('open-hint'), word(to.carries ? 'open_text' : 'open_paste'));
  var link = id('open');
  link.href = to.href || '#start';
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

/* ---- sharing picture and text together ---- */

function fileToShare() { return shown.blob && new File([shown.blob], fileName(text().inside), { type: 'image/png' }); }

function canShare(file) {
  try { return Boolean(file && navigator.share && navigator.canShare && navigator.canShare({ files: [file] })); } catch (e) { return false; }
}

async function shareBoth() {
  var message = post();
  if (window.isSecureContext && navigator.clipboard) await navigator.clipboard.writeText(message).catch(function () { });
  try { await navigator.share({ files: [fileToShare()], text: message }); } catch (e) {
    if (e.name !== 'AbortError') say('share', word('share_failed'), true);
  }
}

/* ---- finding a card ---- */

/* fold as the page's builder folded the texts that are searched. */
function fold(s) { return s.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase(); }

function filters() {
  var value = function (name) { var e = id('by-' + name); return e ? e.value : ''; };
  var topic = one('input[name=topic]:checked');
  return { words: fold(id('search').value).split(/\s+/).filter(Boolean), topic: topic ? topic.value : '', platform: value('platform'), format: value('format'), language: value('language') };
}

function matches(card, f) {
  if (f.topic && card.topic !== f.topic) return false;
  if (!f.words.every(w => card.search.includes(w))) return false;
  if (!f.language && !f.format && !f.platform) return true;
  var suits = f.platform ? platforms.get(f.platform).formats || [] : [];
  return Object.keys(card.texts).some(lang => {
    var has = card.texts[lang].pictures || [];
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

/* ---- letters ---- */

function controls(letter) { return all('[data-field]', letter); }
function wordsIn(s) { return (s.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{1,2}|[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]{1,4}|[\p{L}\p{N}]\S*/gu) || []).length; }

/* What a control still lacks: nothing, a value, or so many words. */
function lacks(control) {
  var need = Number(control.dataset.words) || 0, value = control.value.trim();
  if (!control.required) return 0;
  return need ? Math.max(0, need - wordsIn(value)) : value ? 0 : 1;
}

function valueIn(control, lang) {
  if (control.tagName !== 'SELECT') return control.value.trim();
  var option = control.selectedOptions[0];
  return control.value && option ? JSON.parse(option.dataset.t)[lang] || option.textContent : '';
}

function blankOf(field, letter) {
  var slot = ours('[data-slot="' + field + '"]', letter);
  return slot ? slot.dataset.blank.slice(1, -1) : field;
}

/* A label as it reads within a sentence. */
function within(label) { return /^\p{Lu}\p{Ll}/u.test(label) || /^\p{Lu} /u.test(label) ? label[0].toLocaleLowerCase() + label.slice(1) : label; }

function fillSlots() {
  var asked = new Map();
  all('[data-field]').forEach(c => { asked.set(c.dataset.field, c); });
  all('[data-letter]').forEach(letter => {
    var ready = one('[data-copy]', letter) && controls(letter).every(c => !lacks(c));
    all('[data-slot]', letter).forEach(slot => {
      var control = asked.get(slot.dataset.slot), value = control ? valueIn(control, slot.closest('[lang]').lang) : '';
      put(slot, value || (ready && control && !control.required && !('stays' in slot.dataset) ? '' : slot.dataset.blank));
      slot.classList.toggle('filled', Boolean(value));
    });
    drawNeeded(letter);
  });
}

function drawNeeded(letter) {
  var name = letter.dataset.letter, short = controls(letter).filter(lacks), words = sum(short, c => c.dataset.words ? lacks(c) : 0);
  var missing = short.filter(c => !c.dataset.words).map(c => within(blankOf(c.dataset.field, letter)));
  if (words) missing.push(word('words_more', { n: words }));
  if (id('needed-' + name)) put(id('needed-' + name), missing.length ? word('needed', { what: missing.join(word('comma')) }) : word(textOf(id('text-' + name)).includes('[') ? 'ready_edit' : 'ready'));
}

function typed(control) {
  all('[data-field="' + control.dataset.field + '"]').forEach(c => {
    if (c !== control) c.value = control.value;
    if (!lacks(c)) mark(c, '');
  });
  fillSlots();
}

function mark(control, message) {
  put(id(control.id + '-error'), message);
  if (message) control.setAttribute('aria-invalid', 'true'); else control.removeAttribute('aria-invalid');
}

/* complete says whether a letter may leave the page, and if not leads to the
   first thing that is missing. */
function complete(letter) {
  var missing = controls(letter).filter(lacks);
  missing.forEach(c => {
    mark(c, c.dataset.words ? word('words', { n: c.dataset.words }) : word('fill', { what: within(blankOf(c.dataset.field, letter)) }));
  });
  if (missing.length) missing[0].focus();
  return !missing.length;
}

function printLetter(letter) {
  if (!complete(letter)) return;
  root.classList.add('printing');
  letter.classList.add('printed');
  window.print();
  root.classList.remove('printing');
  letter.classList.remove('printed');
}

/* A letter that is too long for a mailto link goes by way of the clipboard. */
function mailLetter(event, link, letter) {
  if (!complete(letter)) { event.preventDefault(); return; }
  var box = id('text-' + letter.dataset.letter), body = textOf(box);
  var subject = ours('[data-subject]', box);
  if (subject) body = body.slice(body.indexOf('\n')).trim();
  var to = 'mailto:?subject=' + percent(subject ? subject.textContent : '');
  var whole = to + '&body=' + percent(body.replace(/\n/g, '\r\n'));
  link.href = whole.length <= 2000 ? whole : to;
  if (whole.length <= 2000) return;
  copy(box).then(done => { say('text-' + letter.dataset.letter, word(done ? 'mail_paste' : 'denied'), !done); });
}

/* ---- who to tag ---- */

function drawTags() {
  var boxes = all('.tick input'), chosen = boxes.filter(b => b.checked);
  boxes.forEach(b => { b.disabled = chosen.length >= 2 && !b.checked; });
  put(id('tags-chosen'), boxes.length ? word('tags_chosen', { n: chosen.length }) : '');
  put(id('tags-text'), chosen.map(b => b.value).join(' '));
  show(id('tags-text'), chosen.length);
  var button = one('[data-copy="tags-text"]');
  if (button) button.disabled = !chosen.length;
}

/* ---- what works here ---- */

function drawDevice() {
  var api = window.isSecureContext && navigator.clipboard, older = document.queryCommandSupported && document.queryCommandSupported('copy');
  put(id('can-copy'), word(api || older ? 'works' : 'by_hand'));
  put(id('can-share'), word(canShare(new File(['x'], 'x.png', { type: 'image/png' })) ? 'works' : 'absent'));
  put(id('can-open'), word(beside ? 'opens_file' : 'names_file'));
}

/* ---- languages ---- */

function preferred() {
  var wanted = navigator.languages || [navigator.language || ''];
  var found = data.languages.find(l => String(wanted[0]).split('-')[0] === l.id.split('-')[0]);
  return (found || languages.get('en') || data.languages[0]).id;
}

function speakIn(lang) {
  var l = languages.get(lang), radio = id('l-' + lang);
  now.ui = lang;
  if (!now.chosen) now.post = lang;
  root.lang = lang;
  root.dir = l.rtl ? 'rtl' : 'ltr';
  root.dataset.ui = lang;
  platforms.forEach(p => { p.name = l.words['app_' + p.id] || p.name; });
  if (radio) radio.checked = true;
  all('option[data-t]').forEach(o => { put(o, JSON.parse(o.dataset.t)[lang]); });
  if (id('search')) find();
  if (now.view === 'item') drawItem();
  fillSlots();
  drawTags();
  drawOld();
  drawDevice();
  if (now.view) name(now.view);
}

/* ---- one view at a time ---- */

var left = { scroll: 0, card: '' };
var tabs = { item: 'share' };

function name(view) {
  var heading = one('h1', id(view));
  document.title = (heading ? heading.innerText.trim() + ' · ' : '') + data.tag;
}

/* goTo shows a view, and in it a part. */
function goTo(view, part, first) {
  var back = now.view === 'item' && view === 'share', from = now.view;
  if (from === 'share' && view === 'item') left = { scroll: window.scrollY, card: now.card.id };
  now.view = view;
  all('.view').forEach(v => { v.hidden = v.id !== view; });
  all('.tabs a').forEach(a => {
    if (a.dataset.tab === (tabs[view] || view)) a.setAttribute('aria-current', 'page'); else a.removeAttribute('aria-current');
  });
  if (view !== 'item') forget();
  name(view);
  if (back && left.card) return returnToGrid();
  window.scrollTo(0, 0);
  if (part) part.scrollIntoView();
  var heading = part ? one('[tabindex="-1"], summary', part) || part : one('h1', id(view));
  if (!first && heading) heading.focus({ preventScroll: true });
}

function returnToGrid() {
  var link = one('.grid [data-id="' + left.card + '"] a');
  window.scrollTo(0, left.scroll);
  if (link) link.focus({ preventScroll: true });
}

function quick() {
  var may = [...cards.values()].filter(c => !c.status && age(c) !== word('expired'));
  return may.length ? may[random(may.length)] : null;
}

function unfold(part) {
  for (var d = part; d; d = d.parentElement.closest('details')) if (d.tagName === 'DETAILS') d.open = true;
}

function route(first) {
  var hash = location.hash.slice(1), card = hash === 'quick' ? quick() : cards.get(hash.replace(/^card-/, ''));
  if (hash === 'quick' && card) { location.replace('#card-' + card.id); return; }
  if (card && hash.startsWith('card-')) { show(id('item'), true); openCard(card); goTo('item', null, first); return; }
  var part = hash && (id(hash) || one('.fold[id^="' + CSS.escape(hash) + '-"]')), view = part && part.closest('.view');
  if (part && part.matches('.view') && part.id !== 'item' && part.id !== 'pictures') goTo(hash, null, first);
  else if (view && part.matches('.part, .fold, [data-letter]')) { unfold(part); goTo(view.id, part, first); }
  else goTo('start', null, first);
}

/* ---- what is pressed and typed ---- */

function pressed(event) {
  var t = event.target.closest('[data-copy], [data-clear], [data-topic], [data-print], [data-mail], a[href^="#"]');
  if (!t) return;
  var letter = t.closest('[data-letter]');
  if (t.dataset.copy) pressCopy(t);
  else if ('clear' in t.dataset) clear();
  else if (t.dataset.topic) { pickTopic(t.dataset.topic); now.limit = 24; find(); }
  else if ('print' in t.dataset) printLetter(letter);
  else if ('mail' in t.dataset) mailLetter(event, t, letter);
  else if (t.hash === location.hash && !t.matches('.skip')) { event.preventDefault(); route(false); }
  else if (t.matches('.skip')) { event.preventDefault(); one('h1', id(now.view)).focus(); }
}

function listen() {
  on(document, 'click', pressed);
  on(window, 'hashchange', function () { route(false); });
  all('.langs input').forEach(r => { on(r, 'change', function () { speakIn(r.value); }); });
  all('[data-field]').forEach(c => { on(c, 'input', function () { typed(c); }); });
  all('.tick input').forEach(b => { on(b, 'change', drawTags); });
  if (!cards.size) return;
  var waiting = 0, again = function () { now.limit = 24; find(); };
  on(id('search'), 'input', function () { clearTimeout(waiting); waiting = setTimeout(again, 150); });
  all('input[name=topic], .filters select').forEach(c => { on(c, 'change', again); });
  on(id('by-platform'), 'change', function () { if (this.value) { now.platform = this.value; now.picked = true; } });
  on(id('by-language'), 'change', function () { if (this.value) { now.post = this.value; now.chosen = true; } });
  on(id('show-more'), 'click', moreCards);
  on(id('own'), 'input', drawPost);
  on(id('another'), 'click', function () { now.turns.set(now.card.id, turn(wordings()) + 1); drawPost(); });
  on(id('save'), 'click', function () { one('[data-step=save]').classList.add('done'); say('save', word(this.hasAttribute('download') ? 'saved' : 'opened')); });
  on(id('share-both'), 'click', shareBoth);
}

function start() {
  data.languages.forEach(l => { var r = id('l-' + l.id); l.name = r ? one('span', r.parentNode).textContent : l.id; });
  all('[data-slot]').forEach(s => { s.dataset.blank = s.textContent; });
  if (!beside) nameFiles();
  all('details').forEach(d => { d.open = false; });
  /* Else the browser unfolds all facts whenever it goes to a card. */
  all('.fact').forEach(f => { f.removeAttribute('id'); });
  var wide = window.matchMedia('(min-width: 1000px)'), fit = function () { if (id('topics')) id('topics').open = wide.matches; };
  fit();
  on(wide, 'change', fit);
  try { history.scrollRestoration = 'manual'; } catch (e) { /* the browser keeps its own way */ }
  speakIn(preferred());
  listen();
  route(true);
  root.classList.add('ready');
}

start();
})();
