/* ---- the studio's fields ---- */

studio.show = function () {
  drawSizes();
  drawLines();
  drawLooks();
  drawApps();
  all('[data-of]').forEach(e => { show(e, e.dataset.of === (studio.made.fact ? 'edit' : 'own')); });
  show(id('studio-tool-photo').parentNode, !studio.made.fact);
  studio.changed();
};

studio.choose = function (tool) {
  studio.tool = tool;
  id('studio-tool-' + tool).checked = true;
  all('[data-panel]').forEach(p => { show(p, p.dataset.panel === tool); });
  if (tool === 'post' && studio.made) drawApps();
};

/* The first sizes stand beside the picture, all of them under Look. */
function drawSizes() {
  var box = id('studio-sizes');
  all('label', box).forEach(l => { l.remove(); });
  studio.formats.slice(0, 4).forEach(f => { box.append(sizeLabel(f.id)); });
}

function sizeLabel(format) {
  var label = document.createElement('label'), radio = document.createElement('input'), small = document.createElement('span'), canvas = document.createElement('canvas'), name = document.createElement('span');
  Object.assign(radio, { type: 'radio', name: 'studio-size', value: format, autocomplete: 'off', checked: format === studio.made.format });
  small.className = 'small';
  small.append(canvas);
  canvas.dataset.format = format;
  canvas.width = canvas.height = 1;
  put(name, formatName(format));
  on(radio, 'change', function () { studio.made.format = format; studio.file = null; drawLines(); drawLooks(); studio.changed(); });
  label.append(radio, small, name);
  return label;
}

function formatName(format) { return (data.formats[format] || {})[now.ui] || format; }

function drawLines() {
  var made = studio.made, card = studio.card(made.format);
  all('[data-line]').forEach(field => {
    var line = field.dataset.line, is = line in made.lines ? made.lines[line] : card[line] || '';
    if (field.value !== is) field.value = is;
    field.lang = made.lang;
    field.placeholder = made.fact || line !== 'headline' ? '' : word('own_sample');
    show(field.closest('.field'), is || line === 'headline' || !made.fact);
  });
  id('studio-source').value = card.source || '';
  drawCount();
}

function drawCount() {
  var n = all('[data-line]').reduce((sum, field) => sum + wordsIn(field.value), 0);
  put(id('studio-count'), word('count_words', { n: n, m: wordBudgets[studio.made.format] || 30 }));
}

/* How many words a picture of each size can be read with at a glance. */
var wordBudgets = { portrait: 35, square: 30, story: 25, wide: 25, og: 18 };

function wrote(field) {
  studio.step(field.dataset.line);
  studio.made.lines[field.dataset.line] = field.value;
  drawCount();
  studio.changed();
}

/* ---- style, ground and all sizes ---- */

function drawLooks() {
  var made = studio.made, theme = studio.given.themes.find(t => t.id === made.theme) || studio.given.themes[0];
  chips(id('studio-themes'), 'studio-theme', studio.given.themes.map(t => [t.id, word(`style_${t.id}`)]), made.theme, function (v) {
    studio.step('theme');
    Object.assign(made, { theme: v, ground: '' });
    drawLooks();
    studio.changed();
  });
  chips(id('studio-grounds'), 'studio-ground', theme.grounds.map(g => [g, word(`ground_${g}`)]), made.ground, function (v) {
    studio.step('ground');
    made.ground = v;
    studio.changed();
  });
  chips(id('studio-formats'), 'studio-format', studio.formats.map(f => [f.id, formatName(f.id)]), made.format, function (v) {
    made.format = v;
    drawSizes();
    drawLines();
    studio.changed();
  });
}

/* ---- its screens ---- */

async function makeOf(fact, tool, first) {
  goTo('studio', null, first);
  studio.choose(tool);
  put(id('studio-stage-says'), word('studio_loading'));
  engine.start();
  await studio.load();
  var given = fact === undefined ? null : fact ? studio.facts.get(fact) : studio.facts.values().next().value;
  studio.begin(given);
  studio.recall();
  studio.show();
}

screens.set('own', function (rest, first) { makeOf(undefined, 'words', first); });
screens.set('photo', function (rest, first) { makeOf(undefined, 'photo', first); });
screens.set('edit', function (rest, first) {
  if (rest && (!cards.has(rest) || cards.get(rest).status)) return false;
  makeOf(rest, 'words', first);
});

presses.redraw = function () { studio.changed(); };

spoken.push(function () {
  if (now.view !== 'studio' || !studio.made) return;
  var fact = studio.fact(), speaks = fact ? fact.cards[now.ui] : studio.given.frames[now.ui];
  if (speaks && (!fact || !Object.keys(studio.made.lines).length)) studio.made.lang = now.ui;
  studio.show();
});

/* undoByKey is Undo outside fields, which have their own. */
function undoByKey(event) {
  if (now.view !== 'studio' || event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.target.matches('textarea, input')) return;
  event.preventDefault();
  presses.undo();
}

opened.push(function () {
  tabs.studio = 'make';
  on(document, 'keydown', undoByKey);
  all('[data-line]').forEach(field => { on(field, 'input', function () { wrote(field); }); });
  all('#studio-tools input').forEach(r => { on(r, 'change', function () { studio.choose(r.value); }); });
});
