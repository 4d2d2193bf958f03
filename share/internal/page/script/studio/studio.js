/* ---- making one's own card ---- */

/* What the studio was given, and the card being made. made.fact is '' for free
   words; made.lines are what the reader wrote; before and after are steps of
   Undo and Redo as JSON. */
var studio = { facts: new Map(), formats: [], made: null, before: [], after: [], said: null, drawing: null, again: false, tool: 'words', told: '' };

var mostSteps = 100, rest = 600;

studio.load = async function () {
  if (studio.given) return;
  studio.given = read('studio-data');
  studio.facts = by(studio.given.facts);
  studio.formats = studio.given.formats;
  engine.opening = { memory: studio.given.memory, files: studio.given.files, marks: studio.given.marks, sentences: studio.given.sentences };
};

/* A new card: of a fact, of an event, or of free words. */
studio.begin = function (fact, event) {
  var of = fact || event || { theme: studio.given.facts[0].theme, cards: studio.given.frames }, speaks = Object.keys(of.cards);
  studio.made = {
    fact: fact ? fact.id : '', event: event ? event.id : '', lang: speaks.includes(now.ui) ? now.ui : speaks[0],
    format: (event ? event.formats : studio.formats.map(f => f.id))[0], theme: of.theme, ground: of.ground || '', lines: {}, rows: [], link: '',
  };
  studio.before = [];
  studio.after = [];
  if (event) inAWeek();
  studio.wrotePost = false;
};

studio.event = function () { return (studio.given.events || []).find(e => e.id === studio.made.event); };

/* The sizes that the card can be drawn in. */
studio.sizes = function () { return studio.made.event ? studio.event().formats : studio.formats.map(f => f.id); };

/* Sheets of paper are saved as PDF, and may have a code. */
studio.paper = function (format) { return Boolean((studio.formats.find(f => f.id === format) || {}).paper); };

studio.fact = function () { return studio.facts.get(studio.made.fact); };

/* The card to begin with: the kit's own, or the frame of free words. */
studio.card = function (format) {
  var made = studio.made, fact = studio.fact();
  if (made.event) return studio.event().cards[made.lang];
  if (!fact) return studio.given.frames[made.lang];
  return fact.cards[made.lang][format] || Object.values(fact.cards[made.lang])[0];
};

studio.empty = function () {
  return !studio.made.fact && !studio.made.event && !(studio.made.lines.headline || '').trim();
};

studio.request = function (format, type, width) {
  var made = studio.made, fact = studio.fact();
  return {
    draft: { fact: made.fact, also: fact && fact.also || [], card: studio.card(format), lines: made.lines, date: day(today()), event: made.event, rows: made.rows, link: studio.paper(format) ? made.link : '', photo: studio.photo.block(), logo: studio.logo.block() },
    look: { theme: made.theme, ground: made.ground, format: format, words: (studio.given.words || {})[made.lang] || {}, type: type || '', width: width || 0 },
    ui: now.ui,
  };
};

/* ---- the picture ---- */

/* A preview has as many pixels as the screen shows of it, up to a number that a
   slow phone draws between two keys. What is saved is drawn whole. */
var widestPreview = 540;

function previewWidth() {
  studio.shown = id('studio-picture').parentElement.clientWidth || studio.shown || widestPreview; // 0 while it is hidden
  return Math.min(widestPreview, Math.ceil(studio.shown * (window.devicePixelRatio || 1)));
}

/* draw shows the card as it is now, once more if it was changed meanwhile. */
studio.draw = async function () {
  id('studio-picture').dataset.drawn = 'no';
  studio.again = true;
  if (studio.drawing) return;
  studio.drawing = true;
  while (studio.again) {
    studio.again = false;
    studio.take(studio.empty() ? { value: { findings: [] } } : await engine.ask('edit', studio.request(studio.made.format, '', previewWidth())));
  }
  studio.drawing = false;
};

/* take shows what was found and drawn. While an error stands, the picture keeps
   the last words that passed. */
studio.take = function (said) {
  var canvas = id('studio-picture');
  studio.fails(said.broken);
  show(id('studio-stage'), !said.broken);
  if (said.broken) return;
  studio.said = said.value || { findings: [{ field: '', level: 'error', code: said.error.rule || '', args: {}, says: said.error.message }] };
  said.value = studio.said;
  if (said.value.data) {
    show(id('studio-held'), false);
    show(canvas, true);
    paintOn(canvas, said.value);
    canvas.setAttribute('aria-label', said.value.alt);
  }
  if (studio.empty()) canvas.getContext('2d').clearRect(0, 0, canvas.width, canvas.height);
  if (!studio.again) canvas.dataset.drawn = 'yes';
  drawFindings();
  if (engine.slow) { engine.slow = false; say('studio', word('studio_slow')); }
};

function paintOn(canvas, picture) {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d').putImageData(new ImageData(picture.data, picture.width, picture.height), 0, 0);
}

/* Pictures of the other sizes follow when the reader rests, one at a time, and
   wait for keys. */
studio.thumbs = async function () {
  var round = studio.round = {};
  await pause(studio.photo.base ? 1200 : 150);
  for (var box of all('#studio-sizes canvas')) {
    if (round !== studio.round || now.view !== 'studio' || studio.empty()) return;
    var said = await engine.ask('edit', studio.request(box.dataset.format, '', thumbSide));
    if (said.value && said.value.data) shrinkOnto(box, said.value);
  }
};

function pause(ms) { return new Promise(r => setTimeout(r, ms)); }

var thumbSide = 168; // px, the longer one

function shrinkOnto(box, picture) {
  var whole = document.createElement('canvas'), k = thumbSide / Math.max(picture.width, picture.height), pen = box.getContext('2d');
  paintOn(whole, picture);
  box.width = Math.round(picture.width * k);
  box.height = Math.round(picture.height * k);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(whole, 0, 0, box.width, box.height);
}

/* changed draws again and, when the reader rests, has the file ready before it
   is asked for: a tap that waits may not share any more. */
studio.changed = function () {
  studio.file = null;
  studio.draw();
  studio.thumbs();
  clearTimeout(studio.waiting);
  studio.waiting = setTimeout(function () { studio.ready(); studio.keep(); }, rest);
};

/* ---- undo ---- */

/* step keeps the card as it was before a change. Changes of one field within
   a moment are one step. */
studio.step = function (what) {
  var at = Date.now(), same = studio.stepped && studio.stepped.what === what && at - studio.stepped.at < rest;
  studio.stepped = { what: what, at: at };
  if (same) return;
  studio.before.push(JSON.stringify(studio.made));
  if (studio.before.length > mostSteps) studio.before.shift();
  studio.after = [];
  drawUndo();
};

/* turn takes the last card of one list and puts the present one into the other. */
function turnBack(from, into, said) {
  if (!from.length) return;
  into.push(JSON.stringify(studio.made));
  studio.made = JSON.parse(from.pop());
  studio.stepped = null;
  studio.show();
  say('studio', word(said));
}

presses.undo = function () { turnBack(studio.before, studio.after, 'studio_undone'); };
presses.redo = function () { turnBack(studio.after, studio.before, 'studio_redone'); };

function drawUndo() {
  all('[data-undo]').forEach(b => { b.disabled = !studio.before.length; });
  all('[data-redo]').forEach(b => { b.disabled = !studio.after.length; });
}

presses.anew = function () {
  studio.step('anew');
  Object.assign(studio.made, { lines: {}, rows: [], link: '' });
  studio.show();
};

/* ---- what was found ---- */

studio.errors = function () { return studio.said ? studio.said.findings.filter(f => f.level === 'error') : []; };

function drawFindings() {
  var found = studio.said.findings, wrong = studio.errors(), off = wrong.length > 0 || studio.empty();
  var names = all('[data-line]').map(e => e.dataset.line);
  found.forEach(f => { if (f.field.startsWith('logos')) f.field = 'logo'; });
  names.forEach(name => { drawFound(name, found.filter(f => f.field === name)); });
  drawFound('card', found.filter(f => !names.includes(f.field)));
  drawPass(found);
  drawReads();
  show(id('studio-own-mark'), studio.said.own);
  put(id('studio-stage-says'), wrong.length ? word('last_good') : studio.empty() ? word('studio_empty') : '');
  show(id('studio-sizes-by'), !wrong.length && !studio.empty());
  all('[data-save], [data-pass], [data-take]').forEach(b => { b.disabled = off; });
  show(id('studio-mend'), wrong.length);
  put(id('studio-mend'), wrong.length ? word('fix_n', { n: wrong.length }) : '');
  moving.forEach(type => { show(one('[data-save="' + type + '"]'), engine.worker && !studio.paper(studio.made.format)); });
  drawActions(wrong.length);
  put(id('studio-alt'), studio.said.alt || '');
  announce(wrong);
}

function drawActions(wrong) {
  var may = canShare(new File(['x'], 'x.png', { type: 'image/png' }));
  show(id('studio-save'), !wrong);
  show(id('studio-share'), may && !wrong);
  id('studio-save').classList.toggle('main', !may);
}

/* How well the words stand out from a photograph, as it was drawn. */
function drawReads() {
  var ratio = studio.photo.base && studio.said.reads;
  show(id('studio-reads'), ratio);
  if (ratio) put(id('studio-reads'), word('photo_reads', { n: Math.floor(ratio) }));
}

/* announce says what is to be mended, when the reader rests. */
function announce(wrong) {
  var text = wrong.map(f => explain(f)).join(' ');
  clearTimeout(studio.telling);
  studio.telling = setTimeout(function () {
    if (text !== studio.told) say('studio', text && word('fix_told', { n: wrong.length, what: text }));
    studio.told = text;
  }, rest);
}

/* explain says a finding: in the studio's words where it has some, else in those
   of the toolkit's errors. */
function explain(f) {
  var code = f.code, args = f.args;
  if (args.was) return word('err_figure', { was: args.was, is: args.figure });
  if (code === 'own-words') return word('warn_yours', { words: args.words });
  if (code === 'figure-unsourced') return word('err_source');
  if (code === 'private-street-address' && f.level === 'warning') return word('warn_address');
  if (/^photo-un/.test(code)) return word(code.replace('-', '_'));
  if (code === 'card-omits') return word('card_omits');
  if (code === 'card-fit') return word('err_long', { n: Math.ceil(args.over / 6) });
  return sentence(f.says) + (f.advice ? ' ' + sentence(f.advice) : '');
}

function sentence(text) { return text ? text[0].toLocaleUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.') : ''; }

function drawFound(name, found) {
  var box = id('studio-found-' + name), field = one('[data-line="' + name + '"]');
  box.replaceChildren(...found.map(f => foundLine(f, field)));
  if (!field) return;
  if (found.some(f => f.level === 'error')) field.setAttribute('aria-invalid', 'true'); else field.removeAttribute('aria-invalid');
}

function foundLine(f, field) {
  var line = document.createElement('div'), text = document.createElement('p');
  line.className = f.level === 'error' ? 'wrong' : 'judge';
  put(text, explain(f));
  line.append(text);
  if (f.fix && field) line.append(fixButton(f, field));
  return line;
}

function fixButton(f, field) {
  var button = document.createElement('button');
  button.className = 'button';
  button.type = 'button';
  put(button, word('fix_figure', { was: f.fix.text }));
  on(button, 'click', function () {
    field.value = field.value.slice(0, f.fix.from) + f.fix.text + field.value.slice(f.fix.to);
    wrote(field);
    field.focus();
  });
  return button;
}

/* The field being written says when its words pass. */
function drawPass(found) {
  var field = document.activeElement, line = field && field.dataset ? field.dataset.line : '';
  if (!line || !studio.said.own || found.some(f => f.field === line) || studio.errors().length || studio.empty()) return;
  var pass = document.createElement('p');
  pass.className = 'pass';
  put(pass, word(studio.made.fact ? 'fits_fact' : 'fits'));
  id('studio-found-' + line).append(pass);
}

presses.mend = function () {
  var first = studio.errors()[0], field = first && one('[data-line="' + first.field + '"]');
  studio.choose(field ? field.closest('[data-panel]').dataset.panel : 'words');
  if (field) { field.focus(); if (first.to > first.from) field.setSelectionRange(first.from, first.to); }
};
