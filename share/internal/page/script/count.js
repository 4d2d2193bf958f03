/* ---- how long posts are ---- */

/* The length of every wording comes with the page, as each platform counts.
   With a sentence of the reader's own the toolkit counts, where the page has it:
   else nobody does. */
var counted = new Map(), countsHere = null;

(data.platforms || []).forEach((p, n) => { p.n = n; });

/* length is undefined until it is known, and NaN where nobody counts. */
function length(message, p) {
  var at = whole('') ? -1 : wordings().indexOf(message), key = p.id + ' ' + message;
  if (at >= 0) return p.counts ? message.length - (text().lengths[at][p.n] || 0) : undefined;
  if (countsHere && !counted.has(key)) countsHere(message, p.id, n => { counted.set(key, n); });
  return countsHere ? counted.get(key) : NaN;
}

function excess(message, p) {
  var n = length(message, p);
  return p.limit && n - p.limit || 0;
}
