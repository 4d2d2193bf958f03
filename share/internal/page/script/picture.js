/* ---- the picture of a card ---- */

var shown = { url: '' };

/* The bytes of the embedded picture stand as inert text in a noscript. */
function embedded() {
  var holder = id('px-' + now.card.id + '-' + now.lang);
  if (!holder) return null;
  var html = holder.textContent, start = html.indexOf('src="data:') + 5, source = html.slice(start, html.indexOf('"', start));
  if (!/^data:image\/png;base64,[A-Za-z0-9+\/=]+$/.test(source)) return null;
  return new Blob([Uint8Array.from(atob(source.slice(22)), c => c.charCodeAt(0))], { type: 'image/png' });
}

function forget() {
  URL.revokeObjectURL(shown.url);
  shown = { url: '' };
}

/* The size that suits the platform, of those that are here or beside the page. */
function best() {
  var list = text().pictures, suits = (platform().formats || []).filter(f => list.includes(f));
  return suits.find(f => beside || drawsHere || f === text().inside) || text().inside || list[0] || '';
}

/* The chosen size, drawn or from the kit's folder, if this page lies there;
   else the picture that the page carries, whole or small; else a sentence. */
function drawPicture() {
  var list = text().pictures, image = id('picture'), alt = one('.alt', fact());
  if (!list.includes(now.format)) now.format = text().inside || list[0] || '';
  forget();
  shown.blob = embedded();
  if (shown.blob) shown.url = URL.createObjectURL(shown.blob);
  var folder = beside && now.format && now.format !== text().inside;
  var thumb = one('.grid [data-id="' + now.card.id + '"] .p.' + now.lang + ' img');
  image.alt = alt ? alt.textContent : '';
  image.lang = now.lang;
  image.classList.toggle('tall', now.format === 'story');
  if (folder) display(file(), function () { if (!now.sized) now.format = ''; alone(); });
  else display(shown.url || thumb && thumb.src, function () {
    var whole = shown.url;
    forget();
    display(whole && thumb && thumb.src, function () { display(''); });
    if (whole && !now.card.status) drawAction();
  });
  if (drawsHere && now.format && now.format !== text().inside) drawHere();
}

/* display shows the picture at an address, or does what is to be done if that is
   none. Without an address it says where the picture is. */
function display(source, failed) {
  var image = id('picture');
  image.onerror = failed || null;
  if (source) image.src = source; else image.removeAttribute('src');
  show(image, source);
  put(id('no-picture'), source || !now.format ? '' : word('no_picture', { path: file() }));
}

/* drawHere has the picture drawn that the page does not carry. Until then, and
   if that fails, the one that is shown stays. */
async function drawHere() {
  var card = now.card, lang = now.lang, format = now.format, drawn = await drawsHere(card.id, lang, format);
  if (!drawn || now.view !== 'item' || now.card !== card || now.lang !== lang || now.format !== format) return;
  var next = new Image(), url = URL.createObjectURL(drawn);
  next.src = url;
  await next.decode().catch(function () { });
  if (now.view !== 'item' || now.card !== card || now.lang !== lang || now.format !== format) { URL.revokeObjectURL(url); return; }
  forget();
  shown = { url: url, blob: drawn, format: format };
  display(shown.url);
  if (!card.status) drawAction();
}

/* The kit's file of the chosen size. */
function file() {
  var link = all('.sizes a', fact())[text().pictures.indexOf(now.format)];
  return link.getAttribute('href') || link.dataset.file;
}

/* The page is not in its folder: files are named instead of linked. */
function alone() {
  beside = false;
  nameFiles();
  drawDevice();
  if (now.card) drawItem();
}

function nameFiles() {
  all(':is(.links, .sizes, .sheets) a').forEach(a => {
    a.dataset.file = a.getAttribute('href');
    a.append(' (' + a.dataset.file + ')');
    a.removeAttribute('href');
  });
}

function fileName(format) { return [data.tag.replace(/[^\p{L}\p{N}_]/gu, ''), now.card.id, now.lang, format].join('-') + '.png'; }

/* ---- saving, copying, opening ---- */

/* iPhones may refuse files together with a text. */
var apart = /iPhone|iPad|iPod/.test(navigator.userAgent) || navigator.platform === 'MacIntel' && navigator.maxTouchPoints > 1;

function fileToShare() {
  var is = shown.blob && (shown.format || text().inside) === now.format;
  return is ? new File([shown.blob], fileName(now.format), { type: 'image/png' }) : null;
}

function canShare(file) {
  try { return Boolean(file && navigator.share && navigator.canShare && navigator.canShare({ files: [file] })); } catch (e) { return false; }
}

/* drawAction offers the one thing to do next: share, or save and copy, and
   then open the app. Over file: no page may save another file, only open it. */
function drawAction() {
  var save = id('save'), saves = shown.url && (shown.format || text().inside) === now.format, way = canShare(fileToShare()) ? 'share' : inApp() ? 'held' : 'save';
  var opens = !saves && location.protocol === 'file:', next = now.done && now.opens && way !== 'share';
  show(id('share-both'), way === 'share');
  show(id('save-held'), way === 'held' && !next);
  show(save, way === 'save' && !next && now.format && (saves || beside));
  show(id('open'), next || way === 'save' && save.hidden && now.opens);
  show(id('again'), next);
  put(id('where-file'), now.format && !saves ? word(beside ? 'in_folder' : 'not_beside', { path: file() }) : '');
  if (!now.format) return;
  put(save, word(!wordings().length ? opens ? 'open_only' : 'save_only' : opens ? 'open_copy' : 'save_copy'));
  save.href = saves ? shown.url : file();
  save.target = saves ? '' : '_blank';
  if (opens) save.removeAttribute('download'); else save.download = fileName(now.format);
}

/* undone offers to save and copy again what was changed since. */
function undone() {
  if (!now.done) return;
  now.done = false;
  drawAction();
}

async function saved() {
  var file = id('save').hasAttribute('download'), done = await copy(id('post'));
  now.done = true;
  drawAction();
  var what = !wordings().length ? file ? 'saved' : 'opened' : !done ? 'denied' : over() > 0 ? 'copied_over' : file ? 'done_both' : 'opened_both';
  say('save', word(what, { app: platform().name }), !done || over() > 0);
}

async function held() {
  var done = await copy(id('post'));
  now.done = done;
  drawAction();
  say('save', word(done ? 'hold_picture' : 'denied'), !done);
}

/* Both are asked for within the tap, before anything is waited for: afterwards
   the browser would not allow them. */
async function shareBoth() {
  var message = post(), what = { files: [fileToShare()] };
  if (!apart) what.text = message;
  if (window.isSecureContext && navigator.clipboard) navigator.clipboard.writeText(message).catch(() => { });
  try {
    await navigator.share(what);
    say('save', word(apart ? 'done_paste' : 'done_shared'));
  } catch (e) {
    if (e.name !== 'AbortError') say('save', word('share_failed'), true);
  }
}

opened.push(function () {
  on(id('save'), 'click', saved);
  on(id('save-held'), 'click', held);
  on(id('share-both'), 'click', shareBoth);
  on(id('again'), 'click', function () {
    now.done = false;
    drawAction();
    put(id('said-save'), '');
    var back = [id('save'), id('save-held')].find(e => !e.hidden);
    if (back) back.focus();
  });
});
