/* ---- one's own photograph ---- */

/* The photograph as pixels, never as the file that it came from: nothing else
   of it is kept. Areas are covered before the toolkit gets it. */
var mostPixels = 1620;

studio.photo = { base: null, does: 'focus', x: 0.5, y: 0.5, areas: [], alt: '', credit: '' };

studio.photo.block = function () {
  var p = studio.photo;
  return p.base && !studio.made.fact ? { x: p.x, y: p.y, duotone: p.duotone || false, full: true, alt: p.alt, credit: p.credit } : null;
};

studio.photo.forget = function () {
  Object.assign(studio.photo, { base: null, does: 'focus', x: 0.5, y: 0.5, areas: [], alt: '', credit: '', duotone: false });
  ['studio-file', 'studio-photo-alt', 'studio-photo-credit'].forEach(name => { id(name).value = ''; });
  show(id('studio-shot'), false);
  drawStage();
};

/* While a photograph is worked on it stands in the place of the card; its inks
   are seen on the card itself. */
function drawStage() {
  show(id('studio-darkroom'), studio.tool === 'photo' && studio.photo.base && studio.photo.does !== 'ink');
}

async function choosePhoto(file) {
  var bitmap;
  try { bitmap = await createImageBitmap(file); } catch (e) { say('photo', word('photo_unread'), true); return; }
  var k = Math.min(1, mostPixels / Math.max(bitmap.width, bitmap.height)), base = document.createElement('canvas');
  base.width = Math.max(1, Math.round(bitmap.width * k));
  base.height = Math.max(1, Math.round(bitmap.height * k));
  var pen = base.getContext('2d');
  pen.fillStyle = '#fff'; // where a picture is transparent
  pen.fillRect(0, 0, base.width, base.height);
  pen.drawImage(bitmap, 0, 0, base.width, base.height);
  bitmap.close();
  studio.photo.forget();
  studio.photo.base = base;
  say('photo', '');
  show(id('studio-shot'), true);
  studio.photo.does = 'focus';
  drawDoes();
  develop();
}

/* develop covers the areas, shows the photograph and gives it to the toolkit. */
async function develop() {
  var p = studio.photo, shown = id('studio-photograph'), pen = shown.getContext('2d', { willReadFrequently: true });
  shown.width = p.base.width;
  shown.height = p.base.height;
  pen.drawImage(p.base, 0, 0);
  pen.fillStyle = '#000';
  p.areas.forEach(a => { coverArea(pen, a, shown); });
  var pixels = pen.getImageData(0, 0, shown.width, shown.height);
  drawAreas();
  engine.pictures = [pixelsOf(pixels, false), pixelsOf(smaller(shown), true)];
  if (p.does === 'focus') drawFocus(pen, shown);
  await engine.givePictures();
  studio.changed();
}

/* Edges move outwards to multiples of 16 pixels, so that a JPEG leaves no trace
   of an outline. */
function coverArea(pen, a, shown) {
  var out = v => 16 * Math.ceil(v / 16), x = 16 * Math.floor(a.x * shown.width / 16), y = 16 * Math.floor(a.y * shown.height / 16);
  pen.fillRect(x, y, out((a.x + a.w) * shown.width) - x, out((a.y + a.h) * shown.height) - y);
}

function pixelsOf(pixels, small) { return { width: pixels.width, height: pixels.height, small: small, bytes: new Uint8Array(pixels.data.buffer) }; }

/* What is drawn while choosing is of a smaller copy. */
function smaller(shown) {
  var copy = document.createElement('canvas'), k = Math.min(1, 480 / Math.max(shown.width, shown.height));
  copy.width = Math.max(1, Math.round(shown.width * k));
  copy.height = Math.max(1, Math.round(shown.height * k));
  copy.getContext('2d').drawImage(shown, 0, 0, copy.width, copy.height);
  return copy.getContext('2d').getImageData(0, 0, copy.width, copy.height);
}

function drawFocus(pen, shown) {
  var x = studio.photo.x * shown.width, y = studio.photo.y * shown.height, r = shown.width / 10;
  pen.strokeStyle = '#ffd12e';
  pen.lineWidth = shown.width / 90;
  pen.beginPath();
  pen.arc(x, y, r, 0, 7);
  pen.stroke();
}

function drawDoes() {
  var p = studio.photo;
  chips(id('studio-photo-does'), 'photo-does', ['focus', 'cover', 'ink'].map(d => [d, word(`photo_${d}`)]), p.does, function (v) {
    p.does = v;
    if (v === 'ink') p.duotone = !p.duotone;
    drawStage();
    drawHow();
    develop();
  });
  drawHow();
  drawStage();
}

function drawHow() {
  var does = studio.photo.does;
  put(id('studio-photo-how'), word(does === 'cover' ? 'photo_how_cover' : does === 'ink' ? 'photo_how_ink' : 'photo_how_focus'));
}

/* ---- areas ---- */

function drawAreas() {
  var p = studio.photo;
  id('studio-photograph').setAttribute('aria-label', p.alt || textOf(id('studio-tool-photo').parentNode));
  put(id('studio-focus'), word('photo_point', { x: Math.round(p.x * 100), y: Math.round(p.y * 100) }));
  put(id('studio-cover-one'), word(p.areas.length ? 'photo_cover_more' : 'photo_cover_one'));
  id('studio-areas').replaceChildren(...studio.photo.areas.map(areaRow));
}

/* An area is a button that arrows move and + and - make larger and smaller. */
function areaRow(area, i) {
  var row = document.createElement('li'), button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  put(button, word('photo_area', { n: i + 1, m: studio.photo.areas.length, x: Math.round(area.x * 100), y: Math.round(area.y * 100) }));
  on(button, 'keydown', function (event) { if (moveArea(area, i, event)) event.preventDefault(); });
  on(button, 'click', function () { removeArea(i); });
  row.append(button);
  return row;
}

function removeArea(i) {
  studio.photo.areas.splice(i, 1);
  develop();
}

function moveArea(area, i, event) {
  var step = event.shiftKey ? 0.1 : 0.01, by = { ArrowLeft: ['x', -step], ArrowRight: ['x', step], ArrowUp: ['y', -step], ArrowDown: ['y', step] }[event.key];
  if (event.key === 'Delete') removeArea(i);
  else if (event.key === '+' || event.key === '-') { var grow = event.key === '+' ? 0.01 : -0.01; area.w = clamp(area.w + grow, 0.02, 1); area.h = clamp(area.h + grow, 0.02, 1); }
  else if (by) area[by[0]] = clamp(area[by[0]] + by[1], 0, 1);
  else return false;
  if (event.key !== 'Delete') develop().then(function () { one('#studio-areas li:nth-child(' + (i + 1) + ') button').focus(); });
  return true;
}

/* The point that must stay is moved by arrows too. */
function movePoint(event) {
  var p = studio.photo, step = event.shiftKey ? 0.1 : 0.01, by = { ArrowLeft: ['x', -step], ArrowRight: ['x', step], ArrowUp: ['y', -step], ArrowDown: ['y', step] }[event.key];
  if (!by) return;
  event.preventDefault();
  p[by[0]] = clamp(p[by[0]] + by[1], 0, 1);
  develop();
}

/* Without a finger an area begins in the middle. */
presses.cover = function () {
  coverFrom({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }, true);
  one('#studio-areas li:last-child button').focus();
};

function clamp(v, least, most) { return Math.min(most, Math.max(least, v)); }

/* ---- taps and drags ---- */

function placeOf(event) {
  var r = id('studio-photograph').getBoundingClientRect();
  return { x: clamp((event.clientX - r.left) / r.width, 0, 1), y: clamp((event.clientY - r.top) / r.height, 0, 1) };
}

function pressPhoto(event) {
  if (!studio.photo.base) return;
  studio.photo.from = placeOf(event);
  event.target.setPointerCapture(event.pointerId);
}

/* A tap sets what must stay, or covers about a face; a drag covers what it
   spans, whichever was chosen. */
function leavePhoto(event) {
  var p = studio.photo, a = p.from, b = placeOf(event);
  if (!a) return;
  var tap = Math.abs(a.x - b.x) < 0.02 && Math.abs(a.y - b.y) < 0.02;
  p.from = null;
  if (tap && p.does !== 'cover') { Object.assign(p, { does: 'focus', x: b.x, y: b.y }); drawDoes(); develop(); return; }
  coverFrom(a, b, tap);
}

function coverFrom(a, b, tap) {
  var p = studio.photo, w = tap ? 0.12 : Math.abs(a.x - b.x), h = tap ? 0.12 * p.base.width / p.base.height : Math.abs(a.y - b.y);
  var x = tap ? b.x - w / 2 : Math.min(a.x, b.x), y = tap ? b.y - h / 2 : Math.min(a.y, b.y);
  p.areas.push({ x: clamp(x, 0, 1), y: clamp(y, 0, 1), w: w, h: h });
  p.does = 'cover';
  drawDoes();
  develop();
}

presses.unphoto = function () {
  studio.photo.forget();
  studio.changed();
};

opened.push(function () {
  on(id('studio-file'), 'change', function () { if (this.files[0]) choosePhoto(this.files[0]); });
  ['alt', 'credit'].forEach(name => { on(id('studio-photo-' + name), 'input', function () { studio.photo[name] = this.value; studio.changed(); }); });
  on(id('studio-photo-words'), 'input', function () { id('studio-headline').value = this.value; wrote(id('studio-headline')); });
  on(id('studio-focus'), 'keydown', movePoint);
  on(id('studio-photograph'), 'pointerdown', pressPhoto);
  on(id('studio-photograph'), 'pointerup', leavePhoto);
});
