/* ---- many files at once ---- */

/* What a chat passes on: a set that has more bytes is saved in parts. */
var mostZip = 8e6;

function crcOf(bytes) {
  var crc = -1;
  for (var b of bytes) {
    crc ^= b;
    for (var k = 0; k < 8; k++) crc = crc >>> 1 ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

/* record is numbers in so many bytes each: [2, 20]. */
function record(list) {
  var out = new DataView(new ArrayBuffer(list.reduce((n, f) => n + f[0], 0))), at = 0;
  list.forEach(f => {
    if (f[0] === 2) out.setUint16(at, f[1], true); else out.setUint32(at, f[1], true);
    at += f[0];
  });
  return new Uint8Array(out.buffer);
}

/* zipOf is an archive of files, {name, bytes}, which are not packed again.
   Their date is the first that a zip can say. */
function zipOf(name, files) {
  var parts = [], index = [], at = 0, encode = text => new TextEncoder().encode(text);
  files.forEach(f => {
    var title = encode(f.name), n = f.bytes.length;
    var about = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, 33], [4, crcOf(f.bytes)], [4, n], [4, n], [2, title.length], [2, 0]];
    var head = record([[4, 0x04034b50]].concat(about));
    index.push(record([[4, 0x02014b50], [2, 20]].concat(about, [[2, 0], [2, 0], [2, 0], [4, 0], [4, at]])), title);
    parts.push(head, title, f.bytes);
    at += head.length + title.length + n;
  });
  var size = index.reduce((n, part) => n + part.length, 0);
  var end = record([[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0]]);
  return new File(parts.concat(index, end), name, { type: 'application/zip' });
}

/* Pictures of every size as PNG, sheets of paper as PDF. Sizes that the words do
   not fit are left out. */
async function everySize() {
  var files = [], round = studio.round, sizes = studio.sizes();
  for (var i = 0; i < sizes.length; i++) {
    say('studio', word('saving_n', { n: i + 1, m: sizes.length }));
    var file = await studio.make(sizes[i], studio.paper(sizes[i]) ? 'pdf' : 'png');
    if (round !== studio.round) return [];
    if (file) files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return files;
}

studio.saveAll = async function () {
  var words = [['text', id('studio-text').value], ['alt', studio.said.alt]].filter(w => w[1]).map(w => textFile(studio.name(w[0], 'txt'), w[1]));
  return saveZips(part => studio.name('all' + part, 'zip'), await everySize(), words);
};

function textFile(name, text) { return { name: name, bytes: new TextEncoder().encode(text) }; }

/* saveZips saves files in as few zips as keep each small, with the words in each,
   and says how many those are. They are named by '', or by '-1', '-2' … */
function saveZips(name, files, words) {
  var sets = [], size = mostZip;
  files.forEach(f => {
    if (size + f.bytes.length > mostZip) { sets.push([]); size = 0; }
    sets[sets.length - 1].push(f);
    size += f.bytes.length;
  });
  sets.forEach((set, i) => { saveAs(zipOf(name(sets.length > 1 ? '-' + (i + 1) : ''), set.concat(words))); });
  return sets.length;
}

/* ---- an event for calendars ---- */

/* A value of a calendar's line, which ends after at most 75 bytes. */
function calendarLine(name, text) {
  var line = name + ':' + text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n'), out = '', n = 0;
  for (var c of line) {
    var more = new TextEncoder().encode(c).length;
    if (n + more > 74) { out += '\r\n '; n = 1; }
    out += c;
    n += more;
  }
  return out + '\r\n';
}

/* The day of a poster, whole: its hours are words that calendars cannot read. */
function calendarOf() {
  var made = studio.made, of = name => made.rows[studio.event().fields.indexOf(name)] || '', plain = iso => iso.replace(/-/g, '');
  var next = new Date(made.day + 'T12:00:00Z'), rows = studio.card().blocks.find(b => b.type === 'event').rows;
  next.setUTCDate(next.getUTCDate() + 1);
  return 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//share//studio//EN\r\nBEGIN:VEVENT\r\n' +
    calendarLine('UID', [0, 0, 0, 0].map(() => random(4294967295).toString(36)).join('')) +
    'DTSTAMP:' + new Date().toISOString().replace(/[-:]|\.\d+/g, '') + '\r\n' +
    'DTSTART;VALUE=DATE:' + plain(made.day) + '\r\nDTEND;VALUE=DATE:' + plain(next.toISOString().slice(0, 10)) + '\r\n' +
    calendarLine('SUMMARY', made.lines.headline || studio.card().headline) + (of('place') ? calendarLine('LOCATION', of('place')) : '') +
    calendarLine('DESCRIPTION', made.rows.map((text, i) => text && rows[i].label + ': ' + text).filter(Boolean).join('\n')) +
    'END:VEVENT\r\nEND:VCALENDAR\r\n';
}
