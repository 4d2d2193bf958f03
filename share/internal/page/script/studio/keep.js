/* ---- what this device keeps of one's own card ---- */

/* Words alone, for a week, never a photograph; what is read may be forged. A
   poster that was opened and left, with the day it begins with, is nobody's. */
var keptDays = 7;

studio.keep = function () {
  var made = studio.made;
  if (!made || !studio.before.length && !kept('card') || !Object.values(made.lines).concat(made.rows).some(Boolean)) return;
  var names = ['fact', 'event', 'rows', 'day', 'link', 'format', 'theme', 'ground', 'lines'];
  keep('card', Object.fromEntries(names.map(name => [name, made[name]])), keptDays);
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
  var theme = studio.given.themes.find(t => t.id === card.theme);
  if (theme && (!card.ground || theme.grounds.includes(card.ground))) Object.assign(made, { theme: card.theme, ground: card.ground || '' });
  if (studio.sizes().includes(card.format)) made.format = card.format;
};

studio.erase = function () {
  Object.assign(studio, { made: null, said: null, file: null, before: [], after: [], wrotePost: false });
  all('#studio textarea').forEach(t => { t.value = ''; });
  studio.photo.forget();
};

function toldCard(card) {
  if (!card || !card.lines) return '';
  return String([card.lines.headline, card.lines.body].concat(card.rows).find(Boolean) || '').slice(0, 60);
}

keeps.push({ name: 'card', label: 'kept_card', tell: toldCard });
wiped.push(studio.erase);
