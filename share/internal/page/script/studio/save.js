/* ---- saving and passing on ---- */

var mimes = { png: 'image/png', jpg: 'image/jpeg', pdf: 'application/pdf', gif: 'image/gif', mp4: 'video/mp4' };

/* make is the card as a file, null while there is anything to mend. */
studio.make = async function (format, type) {
  var said = await engine.ask('edit', studio.request(format, type));
  if (!said.value || !said.value.data || !said.value.data.length) return null; // of what does not move there is an empty GIF
  return new File([said.value.data], studio.name(format, type), { type: mimes[type] });
};

/* ready has the picture drawn whole before it is asked for. */
studio.ready = async function () {
  if (studio.empty() || studio.errors().length) return;
  var round = studio.round, file = await studio.make(studio.made.format, 'png');
  if (round === studio.round) studio.file = file;
};

studio.name = function (format, type) {
  return [data.tag.replace(/[^\p{L}\p{N}_]/gu, ''), studio.made.fact || studio.made.event || 'own', studio.made.lang, format].join('-') + '.' + type;
};

function saveAs(file) {
  var link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
}

/* What moves takes seconds, in which a page without a worker would stand still. */
var moving = ['gif', 'mp4'];

presses.save = async function (button) {
  var type = button.dataset.save, file = null, saved = 0;
  if (moving.includes(type)) say('studio', word('studio_filming'));
  if (type === 'all') saved = await studio.saveAll();
  else if (type === 'ics') file = new File([calendarOf()], studio.name('day', 'ics'), { type: 'text/calendar' });
  else file = await studio.make(studio.made.format, type);
  if (file) { saveAs(file); saved = 1; }
  if (file && inApp() && /png|jpg|gif/.test(type)) hold(file);
  say('studio', word(saved ? inApp() ? 'studio_hold' : 'studio_saved' : moving.includes(type) ? 'studio_still' : 'studio_unsaved'), !saved);
};

/* hold shows the file itself in place of the canvas, to be saved by holding it. */
function hold(file) {
  var image = id('studio-held');
  URL.revokeObjectURL(image.src);
  image.src = URL.createObjectURL(file);
  image.alt = id('studio-picture').getAttribute('aria-label') || '';
  show(image, true);
  show(id('studio-picture'), false);
}

/* What is shared was drawn before: after waiting for it the tap would not count. */
presses.pass = async function () {
  if (!studio.file) { say('studio', word('studio_moment')); return; }
  if (window.isSecureContext && navigator.clipboard) navigator.clipboard.writeText(id('studio-text').value).catch(function () { });
  try { await navigator.share({ files: [studio.file] }); } catch (e) {
    if (e.name !== 'AbortError') say('studio', word('share_failed'), true);
  }
};

presses.take = async function (button) {
  var what = button.dataset.take;
  if (what === 'picture') { copyPicture(); return; }
  var done = what === 'alt' ? await copy(id('studio-alt')) : await copyField(id('studio-text'));
  say('studio', word(done ? 'copied' : 'denied'), !done);
};

async function copyField(field) {
  try { await navigator.clipboard.writeText(field.value); return true; } catch (e) { /* the older way */ }
  field.select();
  try { return document.execCommand('copy'); } catch (e) { return false; }
}

/* What was typed, where no card can be drawn of it. */
presses.lines = async function () {
  var typed = ['studio-headline', 'studio-body'].map(name => id(name).value.trim()).filter(Boolean).join('\n\n');
  var done = await copyField({ value: typed, select: () => id('studio-headline').select() });
  say('studio', word(done ? 'copied' : 'denied'), !done);
};

/* fails shows, in place of what needs a picture, that none can be drawn. */
studio.fails = function (is) {
  show(id('studio-failed'), is);
  id('studio').classList.toggle('failed', Boolean(is));
};

function copyPicture() {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard || !navigator.clipboard.write) { say('studio', word('denied'), true); return; }
  var picture = studio.file ? Promise.resolve(studio.file) : studio.make(studio.made.format, 'png');
  navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]).then(
    function () { say('studio', word('copied')); }, function () { say('studio', word('denied'), true); });
}

drawsHere = async function (id, lang, format) {
  await studio.load();
  var fact = studio.facts.get(id);
  if (!fact || !fact.cards[lang] || !fact.cards[lang][format]) return null;
  var of = { card: fact.cards[lang][format], theme: fact.theme, ground: fact.ground || '' };
  var said = await engine.ask('draw', pictureOf(of, format, lang));
  return said.value ? new File([said.value.data], id + '.png', { type: 'image/png' }) : null;
};

/* What the toolkit is asked to draw a card of the kit, {card, theme, ground}. */
function pictureOf(of, format, lang) {
  return { card: of.card, theme: of.theme, ground: of.ground, format: format, words: (studio.given.words || {})[lang] || {}, type: 'png' };
}
