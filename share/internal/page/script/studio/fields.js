/* ---- the studio's fields ---- */

studio.show = function () {
  var free = !studio.made.fact && !studio.made.event;
  all('[data-of]').forEach(e => { show(e, e.dataset.of === (free ? 'own' : 'edit')); });
  show(id('studio-tool-photo').parentNode, free);
  drawWhich();
  drawEvents();
  drawLogo();
  drawSizes();
  drawLines();
  drawLooks();
  drawApps();
  drawUndo();
  studio.changed();
};

studio.choose = function (tool) {
  studio.tool = tool;
  id('studio-tool-' + tool).checked = true;
  all('[data-panel]').forEach(p => { show(p, p.dataset.panel === tool); });
  drawStage();
  if (tool === 'post' && studio.made) drawApps();
};

/* Which of the campaign's cards is changed. */
function drawWhich() {
  var made = studio.made, list = [...studio.facts.values()].filter(f => cards.has(f.id) && !cards.get(f.id).status && f.cards[made.lang]);
  show(id('studio-which'), made.fact && list.length > 1);
  id('studio-card').replaceChildren(...list.map(f => {
    var option = document.createElement('option');
    option.value = f.id;
    put(option, Object.values(f.cards[made.lang])[0].headline.replace(/\*\*/g, ''));
    return option;
  }));
  id('studio-card').value = made.fact;
}

/* The first sizes stand beside the picture, all of them under Look. */
function drawSizes() {
  var box = id('studio-sizes');
  all('label', box).forEach(l => { l.remove(); });
  var four = studio.sizes().slice(0, 4);
  if (!four.includes(studio.made.format)) four[3] = studio.made.format;
  four.forEach(f => { box.append(sizeLabel(f)); });
  show(id('studio-all-sizes'), studio.sizes().length > 4);
  put(id('studio-all-sizes'), word('all_sizes', { n: studio.sizes().length }));
}

function sizeLabel(format) {
  var label = document.createElement('label'), radio = document.createElement('input'), small = document.createElement('span'), canvas = document.createElement('canvas'), name = document.createElement('span');
  Object.assign(radio, { type: 'radio', name: 'studio-size', value: format, autocomplete: 'off', checked: format === studio.made.format });
  small.className = 'small';
  small.append(canvas);
  canvas.dataset.format = format;
  canvas.width = canvas.height = 1;
  put(name, formatName(format));
  on(radio, 'change', function () { studio.made.format = format; drawLines(); drawLooks(); studio.changed(); });
  label.append(radio, small, name);
  return label;
}

function formatName(format) { return (data.formats[format] || {})[now.ui] || word(`size_${format}`) || format; }

/* The fields of a card's own lines. */
function writable() { return ['headline', 'body'].map(line => id('studio-' + line)); }

function drawLines() {
  var made = studio.made, card = studio.card(made.format);
  writable().forEach(field => {
    var line = field.dataset.line, is = line in made.lines ? made.lines[line] : card[line] || '';
    if (field.value !== is) field.value = is;
    field.lang = made.lang;
    field.placeholder = made.fact || made.event || line !== 'headline' ? '' : word('own_sample');
    show(field.closest('.field'), is || line === 'headline' || !(made.fact || made.event));
  });
  if (id('studio-photo-words').value !== id('studio-headline').value) id('studio-photo-words').value = id('studio-headline').value;
  id('studio-source').value = card.source || '';
  if (!card.source) show(id('studio-source').closest('.field'), false);
  var prints = studio.paper(made.format);
  id('studio-save').dataset.save = prints ? 'pdf' : 'png';
  put(id('studio-save'), word(prints ? 'save_pdf' : 'save_card'));
  show(id('studio-ics'), made.day);
  drawCount();
}

function drawCount() {
  var n = writable().reduce((sum, field) => sum + wordsIn(field.value), 0);
  var most = studio.formats.find(f => f.id === studio.made.format).words;
  put(id('studio-count'), most ? word('count_words', { n: n, m: most }) : '');
}

function wrote(field) {
  studio.step(field.dataset.line);
  studio.made.lines[field.dataset.line] = field.value;
  if (field.id === 'studio-headline' && id('studio-photo-words') !== document.activeElement) id('studio-photo-words').value = field.value;
  drawCount();
  studio.changed();
}

/* ---- the blanks of a poster ---- */

function drawEvents() {
  var made = studio.made, events = studio.given.events || [], box = id('studio-rows');
  show(id('studio-events'), false);
  box.replaceChildren();
  if (!made.event) return;
  chips(id('studio-events'), 'studio-event', events.map(e => [e.id, e.cards[made.lang].kicker || e.cards[made.lang].headline]), made.event, function (v) { location.replace('#event-' + v); });
  var rows = studio.card().blocks.find(b => b.type === 'event').rows;
  box.append(...rows.map((row, i) => blankField(row, i, studio.event().fields[i])));
}

function blankField(row, i, name) {
  var box = document.createElement('div'), label = document.createElement('label'), input = document.createElement('input'), found = document.createElement('div');
  box.className = 'field';
  label.className = 'label';
  label.htmlFor = input.id = 'studio-row-' + i;
  put(label, row.label);
  Object.assign(input, { type: name === 'date' ? 'date' : 'text', autocomplete: 'off' });
  input.dataset.line = 'row-' + i;
  input.setAttribute('aria-describedby', 'studio-found-row-' + i);
  input.value = name === 'date' ? studio.made.day || '' : studio.made.rows[i] || '';
  on(input, 'input', function () {
    studio.step('row-' + i);
    while (studio.made.rows.length <= i) studio.made.rows.push('');
    studio.made.rows[i] = name === 'date' ? dayInWords(input.value) : input.value;
    if (name === 'date') studio.made.day = input.value;
    studio.changed();
  });
  found.id = 'studio-found-row-' + i;
  found.className = 'found';
  box.append(label, input, found);
  return box;
}

/* A poster begins with the day a week from now. */
function inAWeek() {
  var at = studio.event().fields.indexOf('date'), made = studio.made;
  if (at < 0) return;
  made.day = today(7);
  while (made.rows.length <= at) made.rows.push('');
  made.rows[at] = dayInWords(made.day);
}

/* A day as the card's language writes it. */
function dayInWords(iso) { return iso ? longDay(iso, studio.made.lang, true) : ''; }

/* ---- style, ground and all sizes ---- */

function drawLooks() {
  var made = studio.made, theme = studio.given.themes.find(t => t.id === made.theme) || studio.given.themes[0];
  chips(id('studio-themes'), 'studio-theme', studio.given.themes.map(t => [t.id, word(`style_${t.id}`) || t.id]), made.theme, function (v) {
    studio.step('theme');
    Object.assign(made, { theme: v, ground: '' });
    drawLooks();
    studio.changed();
  });
  chips(id('studio-grounds'), 'studio-ground', theme.grounds.map(g => [g, word(`ground_${g}`) || g]), made.ground, function (v) {
    studio.step('ground');
    made.ground = v;
    studio.changed();
  });
  chips(id('studio-formats'), 'studio-format', studio.sizes().map(f => [f, formatName(f)]), made.format, function (v) {
    made.format = v;
    drawSizes();
    drawLines();
    drawLooks();
    studio.changed();
  });
  show(id('studio-link').closest('.field'), studio.paper(made.format));
  if (id('studio-link').value !== made.link) id('studio-link').value = made.link;
}

/* ---- its screens ---- */

async function makeOf(fact, tool, first, event) {
  goTo('studio', null, first);
  studio.choose(tool);
  put(id('studio-stage-says'), word('studio_loading'));
  show(id('studio-sizes-by'), false);
  engine.start();
  try { await studio.load(); } catch (e) { studio.fails(true); return; }
  var given = fact === undefined ? null : fact ? studio.facts.get(fact) : studio.facts.values().next().value;
  var events = studio.given.events || [];
  studio.begin(given, event === undefined ? null : events.find(e => e.id === event) || events[0]);
  studio.recall();
  studio.show();
}

/* While the reader chooses, the toolkit gets ready. */
screens.set('make', function (rest, first) {
  (window.requestIdleCallback || setTimeout)(function () { engine.start(); });
  goTo('make', null, first);
});
screens.set('own', function (rest, first) { makeOf(undefined, 'words', first); });
screens.set('photo', function (rest, first) { makeOf(undefined, 'photo', first); });
screens.set('event', function (rest, first) { makeOf(undefined, 'words', first, rest); });
screens.set('edit', function (rest, first) {
  if (rest && (!cards.has(rest) || cards.get(rest).status)) return false;
  makeOf(rest, 'words', first);
});

presses.sizes = function () {
  studio.choose('look');
  id('studio-formats').scrollIntoView({ block: 'nearest' });
  one('#studio-formats input:checked').focus();
};

presses.redraw = function () { studio.changed(); };

spoken.push(function () {
  if (now.view !== 'studio' || !studio.made) return;
  var made = studio.made, fact = studio.fact(), speaks = (fact || studio.event() || { cards: studio.given.frames }).cards[now.ui];
  if (speaks && (!fact && !made.event || !Object.keys(studio.made.lines).length)) studio.made.lang = now.ui;
  studio.show();
  if (studio.photo.base) { drawAreas(); drawDoes(); }
});

/* undoByKey is Undo and Redo outside fields, which have their own. */
function undoByKey(event) {
  var key = event.key.toLowerCase(), redo = key === 'y' || key === 'z' && event.shiftKey;
  if (now.view !== 'studio' || key !== 'z' && !redo || !(event.ctrlKey || event.metaKey) || event.target.matches('textarea, input:not([type=radio])')) return;
  event.preventDefault();
  presses[redo ? 'redo' : 'undo']();
}

opened.push(function () {
  tabs.studio = 'make';
  on(document, 'keydown', undoByKey);
  writable().forEach(field => { on(field, 'input', function () { wrote(field); }); });
  on(id('studio-card'), 'change', function () { location.replace('#edit-' + this.value); });
  on(id('studio-link'), 'input', function () { studio.step('link'); studio.made.link = this.value.trim(); studio.changed(); });
  all('#studio-tools input').forEach(r => { on(r, 'change', function () { studio.choose(r.value); }); });
});
