/* ---- who to tag ---- */

function drawTags() {
  var boxes = all('.tick input'), chosen = boxes.filter(b => b.checked);
  boxes.forEach(b => { b.disabled = chosen.length >= 2 && !b.checked; });
  put(id('tags-chosen'), boxes.length ? word('tags_chosen', { n: chosen.length }) : '');
  put(id('tags-text'), chosen.map(b => b.value).join(' '));
  show(id('tags-text'), chosen.length);
  var button = one('[data-copy="tags-text"]');
  if (button) button.disabled = !chosen.length;
}

/* ---- what works here ---- */

function drawDevice() {
  var api = window.isSecureContext && navigator.clipboard, older = document.queryCommandSupported && document.queryCommandSupported('copy');
  put(id('can-copy'), word(api || older ? 'works' : 'by_hand'));
  put(id('can-share'), word(canShare(new File(['x'], 'x.png', { type: 'image/png' })) ? 'works' : 'absent'));
  put(id('can-open'), word(beside ? 'opens_file' : 'names_file'));
}

/* The videos of the kit's folder, when their part is first opened: one that is
   not beside the page says where it is. Nothing plays by itself. */
function lookForFilms() {
  all('#video video').forEach(video => {
    if (video.poster) return;
    var look = new Image(), path = one('source', video).getAttribute('src');
    look.onerror = function () {
      show(video, false);
      put(video.nextElementSibling, word('not_beside', { path: path }));
    };
    look.src = video.dataset.poster;
    video.poster = video.dataset.poster;
  });
}

spoken.push(drawTags, drawDevice);

opened.push(function () {
  on(id('video'), 'toggle', function () { if (this.open) lookForFilms(); });
  all('.tick input').forEach(b => { on(b, 'change', drawTags); });
});
