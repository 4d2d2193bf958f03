/* Reads what the page's builder packed with Zstandard (RFC 8878): one frame
   whose size is known. Browsers that read gzip cannot read this, which is a
   sixth shorter. unzstd.bytes(packed) is what was packed. */
var unzstd = (function () {
'use strict';
/* Codes of lengths are a base and so many further bits. */
function ranges(first, plain, bits) {
  var base = [], more = [], at = first;
  for (var i = 0; i < plain + bits.length; i++) {
    base.push(at);
    more.push(i < plain ? 0 : bits[i - plain]);
    at += 1 << more[i];
  }
  return { base: Uint32Array.from(base), bits: Uint8Array.from(more) };
}

var literals = ranges(0, 16, [1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
var matches = ranges(3, 32, [1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);

/* The odds of codes where a block brings none, for literals, offsets, matches. */
var usual = [
  [6, [4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1]],
  [5, [1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1]],
  [6, [1, 4, 3, 2, 2, 2, 2, 2, 2].concat(Array(37).fill(1), Array(7).fill(-1))]
].map(odds => states(odds[1], odds[0]));

/* A machine of finite states: by state its symbol, and the next state as a base
   and so many bits. */
function states(odds, log) {
  var size = 1 << log, last = size - 1, at = 0, step = (size >> 1) + (size >> 3) + 3;
  var t = { log: log, symbol: new Uint8Array(size), bits: new Uint8Array(size), base: new Uint16Array(size) }, next = odds.slice();
  odds.forEach((n, s) => { if (n < 0) { t.symbol[last--] = s; next[s] = 1; } });
  odds.forEach((n, s) => {
    for (var i = 0; i < n; i++) {
      t.symbol[at] = s;
      do at = (at + step) & (size - 1); while (at > last);
    }
  });
  for (var i = 0; i < size; i++) {
    var n = next[t.symbol[i]]++;
    t.bits[i] = log - 31 + Math.clz32(n);
    t.base[i] = (n << t.bits[i]) - size;
  }
  return t;
}

function single(symbol) { return { log: 0, symbol: new Uint8Array([symbol]), bits: new Uint8Array(1), base: new Uint16Array(1) }; }

/* word is 25 bits or more from a bit on. */
function word(s, bit) {
  var i = bit >> 3;
  return (s[i] | s[i + 1] << 8 | s[i + 2] << 16 | s[i + 3] << 24) >>> (bit & 7);
}

/* Reads the odds that begin at a byte: what they come to, and where they end. */
function readOdds(s, from) {
  var bit = from * 8, log = (s[from] & 15) + 5, left = 1 << log, odds = [];
  bit += 4;
  while (left > 0) {
    var n = 32 - Math.clz32(left + 1), low = (1 << n - 1) - 1, fewer = (1 << n) - 2 - left, v = word(s, bit) & (1 << n) - 1;
    bit += n;
    if ((v & low) < fewer) { bit--; v &= low; } else if (v > low) v -= fewer;
    left -= Math.abs(--v);
    odds.push(v);
    for (var again = v === 0 ? 3 : 0; again === 3;) {
      again = word(s, bit) & 3;
      bit += 2;
      for (var i = 0; i < again; i++) odds.push(0);
    }
  }
  return { table: states(odds, log), end: bit + 7 >> 3 };
}

/* The last bit that is set ends a stream that is read backwards. */
function lastBit(s, end) { return end * 8 - 1 - (Math.clz32(s[end - 1]) - 24); }

/* Bits of such a stream from its first byte on; those before it are 0. */
function bitsAt(s, from, bit, n) {
  var first = from * 8;
  if (bit >= first) return word(s, bit) & (1 << n) - 1;
  return bit + n <= first ? 0 : (word(s, first) & (1 << bit + n - first) - 1) << first - bit;
}

function weights(s, from) {
  var head = s[from], out = [];
  if (head > 127) {
    for (var i = 0; i < head - 127; i++) out.push(s[from + 1 + (i >> 1)] >> (i & 1 ? 0 : 4) & 15);
    return { list: out, end: from + 1 + (head - 126 >> 1) };
  }
  var read = readOdds(s, from + 1), t = read.table, end = from + 1 + head, bit = lastBit(s, end), state = [];
  for (var j = 0; j < 2; j++) { bit -= t.log; state.push(bitsAt(s, read.end, bit, t.log)); }
  for (var k = 0; ; k ^= 1) {
    var at = state[k];
    out.push(t.symbol[at]);
    bit -= t.bits[at];
    if (bit < read.end * 8) { out.push(t.symbol[state[k ^ 1]]); break; }
    state[k] = t.base[at] + bitsAt(s, read.end, bit, t.bits[at]);
  }
  return { list: out, end: end };
}

/* A tree of codes as a table: by so many bits the symbol, and how many of them
   it took. */
function tree(s, from) {
  var w = weights(s, from), sum = w.list.reduce((n, x) => n + (x ? 1 << x - 1 : 0), 0), log = 32 - Math.clz32(sum);
  w.list.push(32 - Math.clz32((1 << log) - sum));
  var t = { log: log, symbol: new Uint8Array(1 << log), bits: new Uint8Array(1 << log), end: w.end }, at = 0;
  for (var weight = 1; weight <= log; weight++) w.list.forEach((x, symbol) => {
    if (x !== weight) return;
    t.symbol.fill(symbol, at, at + (1 << x - 1));
    t.bits.fill(log + 1 - x, at, at + (1 << x - 1));
    at += 1 << x - 1;
  });
  return t;
}

function unfold(t, s, from, end, out, at, stop) {
  var log = t.log, symbol = t.symbol, bits = t.bits, bit = lastBit(s, end), mask = (1 << log) - 1;
  for (; at < stop; at++) {
    var p = bit - log, code = p >= from * 8 ? word(s, p) & mask : bitsAt(s, from, p, log);
    out[at] = symbol[code];
    bit -= bits[code];
  }
}

/* The literals of a block; the tree stays for the blocks after it. */
function readLiterals(s, at, keeps) {
  var kind = s[at] & 3, form = s[at] >> 2 & 3, head = s[at] | s[at + 1] << 8 | s[at + 2] << 16;
  if (kind < 2) {
    var length = form === 1 ? 2 : form === 3 ? 3 : 1, size = length === 1 ? s[at] >> 3 : (head & (1 << 8 * length) - 1) >> 4, from = at + length;
    return kind ? { text: new Uint8Array(size).fill(s[from]), end: from + 1 } : { text: s.subarray(from, from + size), end: from + size };
  }
  var bits = form < 2 ? 10 : form === 2 ? 14 : 18, mask = (1 << bits) - 1, count = word(s, at * 8 + 4) & mask, begin = at + (bits + bits + 4 >> 3);
  var packed = word(s, at * 8 + 4 + bits) & mask, end = begin + packed, text = new Uint8Array(count);
  if (kind === 2) { keeps.tree = tree(s, begin); begin = keeps.tree.end; }
  if (!form) { unfold(keeps.tree, s, begin, end, text, 0, count); return { text: text, end: end }; }
  var each = count + 3 >> 2, start = begin + 6;
  for (var i = 0; i < 4; i++) {
    var stop = i < 3 ? start + (s[begin + 2 * i] | s[begin + 2 * i + 1] << 8) : end;
    unfold(keeps.tree, s, start, stop, text, i * each, i < 3 ? (i + 1) * each : count);
    start = stop;
  }
  return { text: text, end: end };
}

/* The machines of literals, offsets and matches, and where the stream begins. */
function readMachines(s, at, keeps) {
  var modes = s[at++];
  for (var i = 0; i < 3; i++) {
    var mode = modes >> 6 - 2 * i & 3;
    if (mode === 0) keeps.machines[i] = usual[i];
    if (mode === 1) keeps.machines[i] = single(s[at++]);
    if (mode === 2) { var read = readOdds(s, at); keeps.machines[i] = read.table; at = read.end; }
  }
  return at;
}

function readBlock(s, at, end, out, to, keeps) {
  var read = readLiterals(s, at, keeps), text = read.text, n = s[read.end], used = 0;
  at = read.end + 1;
  if (n === 255) { n = s[at] + (s[at + 1] << 8) + 0x7f00; at += 2; } else if (n > 127) n = (n - 128 << 8) + s[at++];
  if (n) {
    var from = readMachines(s, at, keeps), bit = lastBit(s, end), m = keeps.machines, ls = m[0], os = m[1], ms = m[2], past = keeps.offsets, first = from * 8;
    var l = bitsAt(s, from, bit -= ls.log, ls.log), o = bitsAt(s, from, bit -= os.log, os.log), k = bitsAt(s, from, bit -= ms.log, ms.log);
  }
  for (; n > 0; n--) {
    var ob = os.symbol[o], lc = ls.symbol[l], mc = ms.symbol[k], offset = 1 << ob, length, run;
    bit -= ob;
    offset += ob > 24 ? (word(s, bit + 24) & (1 << ob - 24) - 1) * 16777216 + (word(s, bit) & 16777215) : word(s, bit) & offset - 1;
    length = matches.base[mc] + (word(s, bit -= matches.bits[mc]) & (1 << matches.bits[mc]) - 1);
    run = literals.base[lc] + (word(s, bit -= literals.bits[lc]) & (1 << literals.bits[lc]) - 1);
    if (n > 1) {
      l = ls.base[l] + (word(s, bit -= ls.bits[l]) & (1 << ls.bits[l]) - 1);
      k = ms.base[k] + (word(s, bit -= ms.bits[k]) & (1 << ms.bits[k]) - 1);
      o = os.base[o] + (word(s, bit -= os.bits[o]) & (1 << os.bits[o]) - 1);
    }
    if (bit < first) throw new Error('damaged');
    offset = distance(past, offset, run);
    for (var i = 0; i < run; i++) out[to++] = text[used++];
    if (offset > to) throw new Error('damaged');
    for (var j = 0; j < length; j++, to++) out[to] = out[to - offset];
  }
  out.set(text.subarray(used), to);
  return to + text.length - used;
}

/* An offset is a new one, or one of the last three. */
function distance(past, offset, run) {
  var i = offset > 3 ? 4 : run ? offset - 1 : offset;
  if (i === 0) return past[0];
  var is = i === 4 ? offset - 3 : i === 3 ? past[0] - 1 : past[i];
  if (i > 1) past[2] = past[1];
  past[1] = past[0];
  past[0] = is;
  return is;
}

function bytes(packed) {
  /* Words may end after the last byte. */
  var s = new Uint8Array(packed.length + 4);
  s.set(packed);
  var flags = s[4], alone = flags >> 5 & 1, at = 5 + !alone, kind = flags >> 6, size = 0, to = 0, last = 0;
  var keeps = { tree: null, machines: usual.slice(), offsets: new Int32Array([1, 4, 8]) };
  for (var i = 0, n = kind ? 1 << kind : alone; i < n; i++) size += s[at++] * Math.pow(256, i);
  var out = new Uint8Array(size + (kind === 1 ? 256 : 0));
  while (!last) {
    if (at >= packed.length) throw new Error('damaged');
    var head = s[at] | s[at + 1] << 8 | s[at + 2] << 16, length = head >> 3, is = head >> 1 & 3;
    last = head & 1;
    at += 3;
    if (is === 0) out.set(s.subarray(at, at + length), to);
    if (is === 1) out.fill(s[at], to, to + length);
    to = is === 2 ? readBlock(s, at, at + length, out, to, keeps) : to + length;
    at += is === 1 ? 1 : length;
  }
  if (to !== out.length) throw new Error('damaged');
  return out;
}
return { bytes: bytes };
})();
