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

spoken.push(drawTags, drawDevice);

opened.push(function () {
  all('.tick input').forEach(b => { on(b, 'change', drawTags); });
});
