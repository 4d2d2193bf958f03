/* ---- languages ---- */

function preferred() {
  var own = String(kept('lang'));
  if (languages.has(own)) return own;
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
  all('[data-tongue]').forEach(b => { b.setAttribute('aria-pressed', b.dataset.tongue === lang); });
  all('option[data-t]').forEach(o => { put(o, JSON.parse(o.dataset.t)[lang]); });
  spoken.forEach(f => { f(); });
  if (now.view) name(now.view);
}

/* choose keeps the language that the reader chose before it speaks in it: what is
   kept is among what is drawn again. */
function choose(lang) {
  keep('lang', lang);
  speakIn(lang);
}

presses.tongue = function (button) { choose(button.dataset.tongue); };

/* ---- one view at a time ---- */

/* The screens on the way to this one: their fragments, how far down they were
   and what was pressed there. A fragment that nobody pressed and that is the
   one before is gone back to. */
var trail = [], presser = null;

function name(view) {
  var heading = one('h1', id(view));
  document.title = (heading ? heading.innerText.trim() + ' · ' : '') + data.tag;
}

/* single makes of a letter a screen of its own, without what else stands in its
   view; without one it shows the whole view again. */
function single(letter) {
  all('.aside').forEach(e => { e.classList.remove('aside'); });
  all('.view.sole').forEach(v => { v.classList.remove('sole'); one('.bar', v).remove(); });
  all('details[data-letter]').forEach(d => { if (d !== letter && one('.forward', d)) d.open = false; });
  if (!letter) return;
  var view = letter.closest('.view'), bar = one('.bar').cloneNode(true), heading = one('h1', bar);
  for (var e = letter; e !== view; e = e.parentNode) [...e.parentNode.children].forEach(x => { x.classList.toggle('aside', x !== e); });
  heading.removeAttribute('id');
  repeat(heading, one(':scope > h3, :scope > summary > h3', letter) || one('h2', letter.parentNode));
  one('.back-to', bar).setAttribute('href', '#' + view.id);
  view.classList.add('sole');
  view.prepend(bar);
}

/* goTo shows a view, and in it a part. */
function goTo(view, part, first) {
  var hash = location.hash, here = trail[trail.length - 1], back = trail[trail.length - 2];
  if (here) Object.assign(here, { scroll: window.scrollY, focus: presser || document.activeElement });
  if (presser || !back || back.hash !== hash) back = null;
  if (back) trail.pop(); else if (!here || here.hash !== hash) trail.push({ hash: hash });
  presser = null;
  now.view = view;
  all('.view').forEach(v => { v.hidden = v.id !== view; });
  var letter = part && part.matches('[data-letter]') && one('.forward', part) && one('.bar') ? part : null;
  single(letter);
  root.toggleAttribute('data-task', id(view).matches('.task, .sole'));
  all('.tabs a').forEach(a => {
    if (a.dataset.tab === (tabs[view] || view)) a.setAttribute('aria-current', 'page'); else a.removeAttribute('aria-current');
  });
  if (view !== 'item') forget();
  name(view);
  if (back) return returnTo(back);
  window.scrollTo(0, 0);
  if (letter) part = null;
  if (part) part.scrollIntoView();
  var heading = part ? one('[tabindex="-1"], summary', part) || part : one('h1', id(view));
  if (!first && heading) heading.focus({ preventScroll: true });
}

function returnTo(place) {
  window.scrollTo(0, place.scroll);
  var there = place.focus && place.focus.isConnected && place.focus.getClientRects().length && place.focus !== document.body;
  (there ? place.focus : one('h1', id(now.view))).focus({ preventScroll: true });
}

presses.back = function (t, event) {
  if (trail.length < 2) return;
  event.preventDefault();
  presser = null;
  history.back();
};

function unfold(part) {
  for (var d = part; d; d = d.parentElement.closest('details')) if (d.tagName === 'DETAILS') d.open = true;
}

/* screen enters the screen that a fragment names, if it names one. */
function screen(hash, first) {
  var dash = hash.indexOf('-'), enter = screens.get(dash < 0 ? hash : hash.slice(0, dash));
  return Boolean(enter) && enter(dash < 0 ? '' : hash.slice(dash + 1), first) !== false;
}

function route(first) {
  var hash = location.hash.slice(1);
  if (screen(hash, first)) return;
  var part = hash && (id(hash) || one('.fold[id^="' + CSS.escape(hash) + '-"]')), view = part && part.closest('.view');
  if (part && part.matches('.view:not([data-screen])') && part.id !== 'pictures') goTo(hash, null, first);
  else if (view && part.matches('.part, .fold, [data-letter]')) { unfold(part); goTo(view.id, part, first); }
  else goTo('start', null, first);
}

/* ---- what is pressed ---- */

function pressed(event) {
  var t = event.target.closest(Object.keys(presses).map(name => '[data-' + name + ']').join() + ', a[href^="#"]');
  if (!t) return;
  if (t.hash) presser = t;
  var does = Object.keys(presses).find(name => name in t.dataset);
  if (does) presses[does](t, event);
  else if (t.matches('.skip')) { event.preventDefault(); presser = null; one('h1', id(now.view)).focus(); }
  else if (t.hash === location.hash) { event.preventDefault(); route(false); }
}

function start() {
  data.languages.forEach(l => { var r = id('l-' + l.id); l.name = r ? one('span', r.parentNode).textContent : l.id; });
  all('details').forEach(d => { d.open = false; });
  opened.forEach(f => { f(); });
  try { history.scrollRestoration = 'manual'; } catch (e) { /* the browser keeps its own way */ }
  speakIn(preferred());
  on(document, 'click', pressed);
  on(window, 'hashchange', function () { route(false); });
  all('.langs input').forEach(r => { on(r, 'change', function () { choose(r.value); }); });
  route(true);
  root.classList.add('ready');
}

start();
