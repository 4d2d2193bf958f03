/* ---- the words of a post ---- */

function platform() { return platforms.get(now.platform) || { name: '', formats: [] }; }
function text() { return now.card.texts[now.lang]; }
function fact() { return id('fact-' + now.card.id + '-' + now.lang); }

/* The address of what a card's text rests on. */
function linkOf(card, lang) {
  var own = (cards.get(card).texts[lang] || {}).link, from = id('fact-' + card + '-' + lang), source = from && one('a.src', from);
  return own || (source ? source.getAttribute('href') : '');
}

/* Wordings that the page has packed join the first in the document. */
opened.push(function () {
  cards.forEach(card => Object.keys(card.texts).forEach(lang => {
    var first = one('.wording', id('fact-' + card.id + '-' + lang)), last = first;
    (card.texts[lang].more || []).forEach(function (words, n) {
      var heading = first.previousElementSibling.cloneNode(true), box = first.cloneNode();
      put(heading, heading.textContent.replace('1', n + 2));
      put(box, words);
      last.after(heading, box);
      last = box;
    });
  }));
});

/* The wordings of the card as the platform has them. */
function wordings() {
  return all('.wording', fact()).map(function (p, i) {
    var v = text().variants[i][now.platform];
    if (!v) return p.textContent;
    var flat = v[1] === 1;
    return (flat ? p.textContent.replace(/\n\n/g, ' ') : p.textContent).slice(0, v[0]) + (v[flat ? 2 : 1] || '');
  });
}

/* What is posted: a sentence of one's own, then a wording. */
function whole(wording) { return [id('own').value.trim(), wording || ''].filter(Boolean).join('\n\n'); }
function fits(wording) { return excess(whole(wording), platform()) <= 0; }

/* The wording that was chosen, if it fits the platform; else the nearest that
   does; the chosen one where none does. */
function turn(list) {
  if (!list.length) return 0;
  var chosen = now.turns.get(now.card.id) % list.length, near = list.map((t, i) => i).sort((a, b) => Math.abs(a - chosen) - Math.abs(b - chosen));
  var found = near.find(i => fits(list[i]));
  return found === undefined ? chosen : found;
}

/* The wording after this one among those that fit, or among all. */
function turnOn() {
  var list = wordings(), at = turn(list), n = list.length, fitting = list.some(fits);
  for (var i = (at + 1) % n; fitting && !fits(list[i]); i = (i + 1) % n);
  now.turns.set(now.card.id, i);
}

function post() {
  var list = wordings();
  return whole(list[turn(list)]);
}

function over() { return excess(post(), platform()); }

/* A card that was not yet opened begins with any of the wordings that may be
   dealt, each as likely. */
function firstTurn(card) {
  var some = Object.values(card.texts)[0] || {}, dealt = some.deal || [];
  if (!now.turns.has(card.id)) now.turns.set(card.id, dealt.length ? dealt[random(dealt.length)] : random(5040));
}

function drawPost() {
  var list = wordings(), at = turn(list), chosen = list.length ? now.turns.get(now.card.id) % list.length : 0;
  speak(id('post'), post());
  put(id('nth-wording'), list.length > 1 ? word('nth_of', { n: at + 1, m: list.length }) : '');
  put(id('swapped'), at !== chosen ? word('swapped', { app: platform().name }) : '');
  show(id('another'), list.filter(fits).length > 1 || !list.some(fits) && list.length > 1);
  drawCounter();
  drawOpen();
}

function drawCounter() {
  var p = platform(), n = length(post(), p), more = over(), line = id('counter');
  /* A limit that no post reaches is left unsaid. */
  var key = p.limit && p.limit < 9999 ? n >= 0 ? 'counter' : 'uncounted' : 'counter_plain';
  show(line, n >= 0 || n !== undefined && key === 'uncounted');
  put(line, word(key, { n: n, m: p.limit, app: p.name }));
  put(id('too-long'), more > 0 ? word('over', { k: more }) : '');
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
  var link = linkOf(now.card.id, now.lang);
  if (p.intent.includes('{link}') && link) message = message.split(link).join('').replace(/\n{3,}/g, '\n\n').trim();
  if (p.noAmpersand) message = message.replace(/\S*&\S*/g, w => /^https?:/.test(w) ? w : w.replace(/&/g, '+'));
  if (p.intent.startsWith('mailto:')) message = message.replace(/\n/g, '\r\n');
  var build = function (m) { return p.intent.replace('{link}', percent(link)).replace('{text}', function () { return percent(m); }); };
  var href = build(message), whole = href.length <= 2000;
  return { href: whole ? href : build(''), carries: whole && p.intent.includes('{text}') };
}

function drawOpen() {
  var p = platform(), to = intent(p, post());
  id('open').href = to.href || '#item';
  now.opens = Boolean(to.href);
  put(id('open-name'), word('open', { app: p.name }));
}
