/* ---- making one's own card ---- */

/* What the studio was given, and the card being made: of which fact, in which
   language, size and look, and the words that are the reader's own. */
var studio = { facts: new Map(), formats: [], words: {}, made: null, picture: null, drawing: false, again: false };

studio.load = async function () {
  if (studio.formats.length) return;
  var text = await (await toolkit.unpack(unbase('studio-data'))).text(), given = JSON.parse(text);
  studio.facts = by(given.facts);
  studio.formats = given.formats;
  studio.words = given.words || {};
};

/* A new card of a fact. */
studio.begin = function (fact, lang) {
  var own = Object.keys(fact.cards);
  studio.made = { fact: fact.id, lang: own.includes(lang) ? lang : own[0], format: studio.formats[0].id, theme: fact.theme, ground: fact.ground || '', lines: {} };
};

/* The card as the toolkit takes it: the kit's own where nothing was changed. */
studio.card = function (format) {
  var made = studio.made, card = studio.facts.get(made.fact).cards[made.lang][format];
  for (var [line, text] of Object.entries(made.lines)) {
    if (text === (card[line] || '')) continue;
    card = Object.assign({}, card, { [line]: text });
    delete card[line + '_short'];
  }
  return card;
};

studio.request = function (format, type) {
  var made = studio.made;
  return { card: studio.card(format), theme: made.theme, ground: made.ground, format: format, words: studio.words[made.lang], type: type };
};

/* ---- the picture ---- */

/* draw paints the card as it is now, once more if it was changed meanwhile. */
studio.draw = async function () {
  id('studio-picture').dataset.drawn = 'no';
  if (studio.drawing) { studio.again = true; return; }
  studio.drawing = true;
  do {
    studio.again = false;
    studio.take(await engine.ask('paint', studio.request(studio.made.format)));
  } while (studio.again);
  studio.drawing = false;
};

/* take shows what was painted. What cannot be drawn leaves the last picture. */
studio.take = function (said) {
  show(id('studio-failed'), said.broken);
  id('studio-save').disabled = !said.value;
  if (!said.value) return;
  studio.picture = said.value;
  paintOn(id('studio-picture'), said.value);
  if (!studio.again) id('studio-picture').dataset.drawn = 'yes';
  id('studio-picture').setAttribute('aria-label', said.value.alt);
};

function paintOn(canvas, picture) {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d').putImageData(new ImageData(picture.data, picture.width, picture.height), 0, 0);
}

/* Pictures of the other sizes follow when the reader rests, one at a time. */
studio.thumbs = async function () {
  var round = studio.round = {};
  await new Promise(r => setTimeout(r, 150));
  for (var box of all('#studio-sizes canvas')) {
    if (round !== studio.round || now.view !== 'studio') return;
    var said = await engine.ask('paint', studio.request(box.dataset.format));
    if (said.value) shrinkOnto(box, said.value);
  }
};

function shrinkOnto(box, picture) {
  var whole = document.createElement('canvas'), k = 96 / Math.max(picture.width, picture.height);
  paintOn(whole, picture);
  box.width = Math.round(picture.width * k);
  box.height = Math.round(picture.height * k);
  box.getContext('2d').imageSmoothingQuality = 'high';
  box.getContext('2d').drawImage(whole, 0, 0, box.width, box.height);
}

studio.changed = function () {
  studio.draw();
  studio.thumbs();
};

/* ---- its fields ---- */

studio.sizes = function () {
  var box = id('studio-sizes');
  all('label', box).forEach(l => { l.remove(); });
  studio.formats.slice(0, 4).forEach(f => {
    var label = document.createElement('label'), radio = document.createElement('input'), small = document.createElement('span'), canvas = document.createElement('canvas'), name = document.createElement('span');
    Object.assign(radio, { type: 'radio', name: 'studio-size', value: f.id, autocomplete: 'off', checked: f.id === studio.made.format });
    small.className = 'small';
    small.append(canvas);
    canvas.dataset.format = f.id;
    canvas.width = canvas.height = 1;
    put(name, data.formats[f.id][now.ui]);
    on(radio, 'change', function () { studio.made.format = f.id; studio.draw(); });
    label.append(radio, small, name);
    box.append(label);
  });
};

studio.fields = function () {
  var made = studio.made, card = studio.facts.get(made.fact).cards[made.lang][made.format];
  all('[data-line]').forEach(field => {
    var line = field.dataset.line;
    field.value = line in made.lines ? made.lines[line] : card[line] || '';
    field.lang = made.lang;
    show(field.closest('.field'), field.value || line === 'headline');
  });
  id('studio-source').value = card.source || '';
};

studio.open = function () {
  studio.sizes();
  studio.fields();
  studio.changed();
};

/* ---- saving ---- */

studio.file = async function (type) {
  var said = await engine.ask('draw', studio.request(studio.made.format, type));
  return said.value && new Blob([said.value.data], { type: { png: 'image/png', jpg: 'image/jpeg', pdf: 'application/pdf' }[type] });
};

studio.name = function (type) {
  return [data.tag.replace(/[^\p{L}\p{N}_]/gu, ''), studio.made.fact, studio.made.lang, studio.made.format].join('-') + '.' + type;
};

function saveAs(blob, name) {
  var link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
}

presses.save = async function () {
  var blob = await studio.file('png');
  if (!blob) return;
  saveAs(blob, studio.name('png'));
  say('studio', word('studio_saved'));
};

presses.undo = function () {
  studio.made.lines = {};
  studio.open();
};

/* ---- its screens ---- */

async function makeOf(fact, first) {
  goTo('studio', null, first);
  put(id('studio-stage-says'), word('studio_loading'));
  engine.start();
  await studio.load();
  put(id('studio-stage-says'), '');
  var given = fact ? studio.facts.get(fact) : studio.facts.values().next().value;
  studio.begin(given, now.ui);
  studio.open();
}

screens.set('edit', function (rest, first) {
  if (rest && (!cards.has(rest) || cards.get(rest).status)) return false;
  makeOf(rest, first);
});

spoken.push(function () {
  if (now.view !== 'studio' || !studio.made) return;
  var given = studio.facts.get(studio.made.fact);
  if (given.cards[now.ui] && !Object.keys(studio.made.lines).length) studio.made.lang = now.ui;
  studio.open();
});

opened.push(function () {
  tabs.studio = 'make';
  all('[data-line]').forEach(field => {
    on(field, 'input', function () { studio.made.lines[field.dataset.line] = field.value; studio.changed(); });
  });
});
