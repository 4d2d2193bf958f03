/* ---- what is kept on this device ---- */

/* One entry of the browser's storage, of this campaign alone. Pages that lie
   on the same disk may read or forge it, so whoever asks for a value takes it
   for something that a stranger typed. Without storage, or with keeping off,
   values last as long as the page. */
var store = { on: true, values: {} };

/* What #kept lists: { name, label: a word's key, tell: value => text }. Each of
   wiped is called when all is erased. */
var keeps = [], wiped = [];

/* use does something with the storage; what it throws is no matter. */
function use(what) {
  try { return what(window.localStorage, 'kit:' + data.tag); } catch (e) { return null; }
}

function load() {
  var text = use((s, key) => s.getItem(key)), read = null;
  try { read = JSON.parse(text); } catch (e) { /* forged, or cut off */ }
  if (!read || typeof read !== 'object' || Array.isArray(read)) return;
  store.values = read;
  var past = Object.keys(read).filter(name => kept(name) === undefined);
  past.forEach(name => { delete read[name]; });
  if (past.length) write();
}

function write() {
  var text = JSON.stringify(store.values);
  if (!store.on || text.length > 65536) return;
  use((s, key) => Object.keys(store.values).length ? s.setItem(key, text) : s.removeItem(key));
}

/* keep keeps a value for so many days, or until it is erased; undefined forgets it. */
function keep(name, value, days) {
  if (value === undefined) delete store.values[name];
  else store.values[name] = { v: value, until: days ? Date.now() + days * 864e5 : 0 };
  write();
}

function kept(name) {
  var entry = Object.hasOwn(store.values, name) ? store.values[name] : null;
  return entry && typeof entry === 'object' && (!entry.until || entry.until > Date.now()) ? entry.v : undefined;
}

/* erase empties storage and memory. */
function erase() {
  store.values = {};
  use((s, key) => s.removeItem(key));
  wiped.forEach(f => { f(); });
}

/* quiet drops what was kept and keeps nothing more for this visit. */
function quiet() {
  erase();
  store.on = false;
}

load();

keeps.push({ name: 'lang', label: 'kept_language', tell: value => (languages.get(String(value)) || {}).name });

function drawKept() {
  if (!id('kept')) return;
  var stored = store.on && use((s, key) => s.getItem(key)), rows = [];
  if (stored) rows = keeps.map(k => [word(k.label), kept(k.name) !== undefined && k.tell(kept(k.name))]).filter(row => row[1]);
  id('kept-list').replaceChildren(...rows.map(row => {
    var div = document.createElement('div'), parts = ['dt', 'dd'].map(tag => document.createElement(tag));
    parts.forEach((part, i) => { put(part, row[i]); });
    div.append(...parts);
    return div;
  }));
  put(id('kept-count'), rows.length ? word('kept_n', { n: rows.length }) : '');
  show(one('#kept .lead'), rows.length);
  show(id('kept-off'), !rows.length);
  show(id('kept-stop'), store.on);
  put(id('kept-erase'), word('erase'));
}

tabs.kept = 'more';
spoken.push(drawKept);

screens.set('kept', function (rest, first) {
  drawKept();
  goTo('kept', null, first);
});

opened.push(function () {
  var sure = 0;
  on(id('kept-stop'), 'click', function () { quiet(); drawKept(); one('#kept h1').focus(); });
  on(id('kept-erase'), 'click', function () {
    clearTimeout(sure);
    if (this.textContent === word('erase')) {
      put(this, word('erase_sure'));
      sure = setTimeout(drawKept, 5000);
      return;
    }
    erase();
    drawKept();
    say('kept', word('erased'));
  });
});
