/* ---- postcards to those in office ---- */

/* The side with the message as the kit has it, and the one that is written on
   with the greeting and the address of whom it is to. */
function addressed(p, lang) {
  var sides = studio.given.postcards[lang], back = JSON.parse(JSON.stringify(sides.back)), postal = back.blocks.find(b => b.type === 'postal');
  var greeting = (office(p.office).greeting || {})[lang];
  if (greeting) back.headline = greeting + ' ' + p.last + back.headline.slice(-1);
  postal.to = [{ text: (postal.to[0].text + ' ' + p.name).trim() }].concat(p.address.map(line => ({ text: line })));
  return [{ card: sides.front, theme: sides.theme, format: 'postcard' }, { card: back, theme: sides.ink, format: 'postcard' }];
}

presses.postcard = async function (button) {
  var p = people.list.find(x => x.id === button.dataset.postcard), at = now.view === 'calling' ? 'calling' : 'who';
  say(at, word('postcard_making'));
  try { await studio.load(); } catch (e) { say(at, word('no_draw'), true); return; }
  var lang = studio.given.postcards[now.ui] ? now.ui : Object.keys(studio.given.postcards)[0];
  var said = await engine.ask('sheet', addressed(p, lang));
  if (!said.value) { say(at, word('studio_unsaved'), true); return; }
  saveAs(new File([said.value.data], [data.tag.replace(/[^\p{L}\p{N}_]/gu, ''), 'postcard', p.id, lang].join('-') + '.pdf', { type: 'application/pdf' }));
  say(at, word(inApp() ? 'studio_hold' : 'postcard_saved'));
};
