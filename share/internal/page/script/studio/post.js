/* ---- what is posted with one's own card ---- */

function drawApps() {
  var list = orderOf(studio.made.lang).filter(p => p.formats && p.formats.length).slice(0, 6);
  if (!list.some(p => p.id === studio.app)) studio.app = list.length ? list[0].id : '';
  chips(id('studio-apps'), 'studio-app', list.map(p => [p.id, p.name]), studio.app, function (v) {
    var suits = platforms.get(v).formats.find(f => studio.sizes().includes(f));
    studio.app = v;
    if (suits) studio.made.format = suits;
    studio.show();
  });
  if (!studio.wrotePost) id('studio-text').value = firstPost();
  id('studio-text').lang = studio.made.lang;
  judgePost();
}

/* The post to begin with: of an unchanged card the campaign's own, else the
   reader's words, which say that they are theirs. */
function firstPost() {
  var made = studio.made, card = studio.card(made.format), marks = studio.given.marks[made.lang], tag = (card.tags || []).slice(0, 1).map(t => '#' + t.replace(/^#/, '')).join('');
  var wording = made.fact && one('.wording', id('fact-' + made.fact + '-' + made.lang) || document.createElement('p'));
  if (made.fact && !(studio.said && studio.said.own) && wording) return wording.textContent;
  var text = made.lines.headline === undefined ? card.headline || '' : made.lines.headline;
  if (!text) return '';
  var source = made.fact ? (card.source || '').replace(marks.source, marks.figures) + ' ' + linkOf(made.fact, made.lang) : '';
  return [made.event ? text : marks.kicker + ': ' + text, made.rows.filter(Boolean).join('\n'), source.trim(), tag].filter(Boolean).join('\n\n');
}

/* judgePost counts as the app counts and reads the words as the card's are read. */
async function judgePost() {
  var p = platforms.get(studio.app), text = id('studio-text').value;
  if (!p) return;
  var said = await engine.ask('post', { platform: p.id, text: text, fact: studio.made.fact, lang: studio.made.lang, ui: now.ui });
  if (!said.value || text !== id('studio-text').value) return;
  put(id('studio-text-count'), said.value.limit && said.value.limit < 9999 ? word('counter', { n: said.value.length, m: said.value.limit, app: p.name }) : word('counter_plain', { n: said.value.length }));
  id('studio-found-text').replaceChildren(...said.value.findings.map(f => foundLine(f, null)));
}

opened.push(function () {
  on(id('studio-text'), 'input', function () { studio.wrotePost = Boolean(this.value); judgePost(); });
});

/* countsHere asks the toolkit, and shows the count when it is there. */
var asked = new Set();

countsHere = function (text, platform, took) {
  if (asked.has(platform + text)) return;
  asked.add(platform + text);
  engine.ask('post', { platform: platform, text: text, fact: '', lang: now.lang || now.ui, ui: now.ui }).then(said => {
    took(said.value ? said.value.length : NaN);
    clearTimeout(studio.recount);
    studio.recount = setTimeout(function () { if (now.view === 'item' && now.card && !now.card.status) drawPost(); }, 50);
  });
};
