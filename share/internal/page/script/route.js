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
  spoken.forEach(f => { f(); });
  if (now.view) name(now.view);
}

/* ---- one view at a time ---- */

var left = { scroll: 0, card: '' };

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
  var does = Object.keys(presses).find(name => name in t.dataset);
  if (does) presses[does](t, event);
  else if (t.matches('.skip')) { event.preventDefault(); one('h1', id(now.view)).focus(); }
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
  all('.langs input').forEach(r => { on(r, 'change', function () { speakIn(r.value); }); });
  route(true);
  root.classList.add('ready');
}

start();
