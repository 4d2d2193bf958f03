/* ---- what this device keeps of one's own card ---- */

/* Words alone, for a week, never a photograph; what is read may be forged. */
var keptDays = 7;

studio.keep = function () {
  var made = studio.made;
  if (!made || !Object.values(made.lines).concat(made.rows).some(Boolean)) return;
  keep('card', { fact: made.fact, event: made.event, rows: made.rows, day: made.day, link: made.link, format: made.format, theme: made.theme, ground: made.ground, lines: made.lines }, keptDays);
};

/* recall takes up the card that was being made, if it is this one. */
studio.recall = function () {
  var card = kept('card'), made = studio.made;
  if (!card || typeof card !== 'object' || card.fact !== made.fact || card.event !== made.event) return;
  if (Array.isArray(card.rows)) made.rows = card.rows.slice(0, 7).map(text => String(text).slice(0, 200));
  if (/^\d{4}-\d\d-\d\d$/.test(card.day)) made.day = card.day;
  if (typeof card.link === 'string') made.link = card.link.slice(0, 500);
  ['headline', 'body'].forEach(line => {
    var text = card.lines && card.lines[line];
    if (typeof text === 'string' && text.length < 2000) made.lines[line] = text;
  });
  if (studio.given.themes.some(t => t.id === card.theme && (!card.ground || t.grounds.includes(card.ground)))) Object.assign(made, { theme: card.theme, ground: card.ground || '' });
  if (studio.sizes().includes(card.format)) made.format = card.format;
};

studio.erase = function () {
  Object.assign(studio, { made: null, said: null, file: null, before: [], after: [], wrotePost: false });
  all('#studio textarea').forEach(t => { t.value = ''; });
  studio.photo.forget();
};

keeps.push({ name: 'card', label: 'kept_card', tell: card => card && card.lines ? String(card.lines.headline || card.lines.body || '').slice(0, 60) : '' });
wiped.push(studio.erase);
