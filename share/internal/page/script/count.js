/* ---- counting, as each platform counts ---- */

var address = /(https?:\/\/|(?:^|[^\w@.\/-])(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|info|int|mil|news)(?![\w.-]*@)\b)[^\s<>"“”…\p{Extended_Pictographic}\p{RI}]*/giu, any = '-'.repeat(23);

/* X gives every address the same length; what stands before one without a
   scheme, and the punctuation after it, stay. */
function links(text) {
  return text.replace(address, found => {
    var start = /^[a-z0-9]/i.test(found) ? '' : found[0];
    return start + any + found.slice(start.length + trimmed(found.slice(start.length)).length);
  });
}

function trimmed(link) {
  link = link.replace(/[.,;:!?'’»\]]+$/, '');
  while (link.endsWith(')') && link.split(')').length > link.split('(').length) link = link.slice(0, -1);
  return link;
}

var segmenter = window.Intl && Intl.Segmenter ? new Intl.Segmenter() : null;
function graphemes(text) {
  return segmenter ? Array.from(segmenter.segment(text), s => s.segment) : [...text];
}
function bytes(text) { return new TextEncoder().encode(text).length; }
function emoji(g) { return /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|^\p{RI}\p{RI}|\u20E3/u.test(g); }
function sum(list, weigh) { return list.reduce(function (n, x) { return n + weigh(x); }, 0); }

function weight(c) {
  var p = c.codePointAt(0);
  return p <= 0x10ff || (p >= 0x2000 && p <= 0x200d) || (p >= 0x2010 && p <= 0x201f) || (p >= 0x2032 && p <= 0x2037) ? 1 : 2;
}

/* Bluesky's composer shows a link as its host and the first 13 characters of
   its path. */
function shorten(text) {
  return text.replace(/(^|[\s(])(https?:\/\/\S+)/g, function (found, before, link) {
    var end = link.replace(/[.,;:!?]$/, '');
    if (!end.includes('(')) end = end.replace(/\)$/, '');
    return before + shortened(end) + link.slice(end.length);
  });
}

function shortened(link) {
  var u;
  try { u = new URL(link); } catch (e) { return link; }
  var path = (u.pathname === '/' ? '' : u.pathname) + u.search + u.hash;
  return u.host + (path.length > 15 ? path.slice(0, 13) + '...' : path);
}

var counters = {
  x: function (text) {
    return sum(graphemes(links(text.normalize('NFC'))), g => {
      return emoji(g) ? 2 : sum([...g], weight);
    });
  },
  bluesky: function (text) {
    var shown = shorten(text), over = bytes(shown) - 3000;
    return over > 0 ? Math.max(graphemes(shown).length, 300 + over) : graphemes(shown).length;
  },
  mastodon: function (text) {
    var plain = text.replace(/https?:\/\/[\w.-]+(:\d+)?([\/?#][^\s<>"]*)?/gi, u => any + u.slice(trimmed(u).length));
    return graphemes(plain.replace(/(^|[^\w\/])(@[a-z0-9_.-]*[a-z0-9_])@[a-z0-9.-]*[a-z0-9]/gi, '$1$2')).length;
  },
  threads: function (text) { return sum(graphemes(text), g => emoji(g) ? bytes(g) : 1); },
  utf16: function (text) { return text.length; },
  graphemes: function (text) { return graphemes(text).length; }
};

/* What the toolkit itself counted, where the page has it: the counters above are
   its short forms for pages that have not, and until it has answered. */
var counted = new Map(), countsHere = null;

function length(text, platform) {
  var key = platform.id + ' ' + text;
  if (countsHere && counters[platform.count] && !counted.has(key)) countsHere(text, platform.id, n => { counted.set(key, n); });
  return counted.has(key) ? counted.get(key) : counters[platform.count] ? counters[platform.count](text) : 0;
}
function excess(text, platform) { return platform.limit && counters[platform.count] ? length(text, platform) - platform.limit : 0; }

