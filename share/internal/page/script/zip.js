/* ---- zips ---- */

/* crcOf is the check sum of bytes that zips have. */
var crcs = Array.from({ length: 256 }, function (x, n) {
  for (var k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ n >>> 1 : n >>> 1;
  return n;
});

function crcOf(bytes) {
  var c = -1;
  for (var i = 0; i < bytes.length; i++) c = crcs[(c ^ bytes[i]) & 255] ^ c >>> 8;
  return ~c >>> 0;
}

/* little writes numbers of two or four bytes, [value, size], lowest byte first. */
function little(fields) {
  return Uint8Array.from(fields.flatMap(f => Array.from({ length: f[1] }, (x, i) => f[0] >>> 8 * i & 255)));
}

/* zip packs files, { name, bytes }, as they are, for pictures do not shrink any
   more. All are of the day on which the facts were checked. */
function zip(files) {
  var parts = [], list = [], at = 0, d = data.built.split('-').map(Number);
  files.forEach(f => {
    var name = new TextEncoder().encode(f.name), size = f.bytes.length;
    var common = [[20, 2], [0x800, 2], [0, 2], [0, 2], [(d[0] - 1980) << 9 | d[1] << 5 | d[2], 2], [crcOf(f.bytes), 4], [size, 4], [size, 4], [name.length, 2], [0, 2]];
    parts.push(little([[0x04034b50, 4], ...common]), name, f.bytes);
    list.push(little([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), name);
    at += 30 + name.length + size;
  });
  var length = list.reduce((n, p) => n + p.length, 0);
  var end = little([[0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [length, 4], [at, 4], [0, 2]]);
  return new Blob([...parts, ...list, end], { type: 'application/zip' });
}

/* packs are files as they go into zips of at most so many bytes. */
function packs(files, most) {
  var all = [[]], size = 0;
  files.forEach(f => {
    if (size + f.bytes.length > most && size) { all.push([]); size = 0; }
    all[all.length - 1].push(f);
    size += f.bytes.length;
  });
  return all;
}
