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
  if (drawsHere && now.format && now.format !== text().inside) drawHere();
}

/* drawHere has the picture drawn that the page does not carry. */
async function drawHere() {
  var card = now.card, lang = now.lang, format = now.format, drawn = await drawsHere(card.id, lang, format);
  if (!drawn || now.view !== 'item' || now.card !== card || now.lang !== lang || now.format !== format) return;
  forget();
  shown = { url: URL.createObjectURL(drawn), blob: drawn, format: format };
  id('picture').onerror = null;
  id('picture').src = shown.url;
  show(id('picture'), true);
  if (!card.status) { drawSave(); show(id('both'), canShare(fileToShare())); }
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
  var save = id('save'), here = now.format === (shown.format || text().inside) && shown.url;
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

function fileToShare() { return shown.blob && new File([shown.blob], fileName(shown.format || text().inside), { type: 'image/png' }); }

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


/* ---- its screen ---- */

function quick() {
  var may = [...cards.values()].filter(c => !c.status && age(c) !== word('expired'));
  return may.length ? may[random(may.length)] : null;
}

tabs.item = 'share';

screens.set('quick', function () {
  var card = quick();
  if (card) location.replace('#card-' + card.id);
  return Boolean(card);
});

screens.set('card', function (rest, first) {
  var card = cards.get(rest);
  if (!card) return false;
  show(id('item'), true);
  openCard(card);
  goTo('item', null, first);
});

spoken.push(function () {
  if (now.view === 'item') drawItem();
  drawOld();
});

opened.push(function () {
  /* Else the browser unfolds all facts whenever it goes to a card. */
  all('.fact').forEach(f => { f.removeAttribute('id'); });
  if (!beside) nameFiles();
  on(id('own'), 'input', drawPost);
  on(id('another'), 'click', function () { now.turns.set(now.card.id, turn(wordings()) + 1); drawPost(); });
  on(id('save'), 'click', function () { one('[data-step=save]').classList.add('done'); say('save', word(this.hasAttribute('download') ? 'saved' : 'opened')); });
  on(id('share-both'), 'click', shareBoth);
});
