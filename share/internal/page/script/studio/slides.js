/* ---- the slides of carousels ---- */

/* One mistake ends them, and then none is saved: a carousel is whole. */
slidesHere = async function (topic, lang, took) {
  try { await studio.load(); } catch (e) { return false; }
  var list = studio.given.slides[topic][lang];
  for (var n = 0; n < list.length; n++) {
    var said = await engine.ask('draw', pictureOf(list[n], 'portrait', lang));
    if (!said.value || !took(n, said.value.data)) return false;
  }
  return true;
};

/* The slides in their order, what each shows and what to post, in zips. Inside
   an app nothing is downloaded: there pictures are held. */
presses.carousel = async function () {
  if (inApp()) {
    var done = await copy(id('carousel-text'));
    say('carousel', word(done ? 'hold_picture' : 'denied'), !done);
    return;
  }
  var alts = slidesOf().map((slide, n) => slideFile(n) + '\n\n' + slide[1]).join('\n\n----------\n\n');
  var words = [textFile('text.txt', textOf(id('carousel-text')) + '\n'), textFile('alt.txt', alts + '\n')];
  var name = [data.tag.replace(/[^\p{L}\p{N}_]/gu, ''), deck.of.id, deck.lang].join('-');
  saveZips(part => name + part + '.zip', deck.pictures.map((bytes, n) => ({ name: slideFile(n), bytes: bytes })), words);
  say('carousel', word('saved_zip'));
};
