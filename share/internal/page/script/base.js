/* The script of START-HERE. It only shows and hides, fills in text, and
   copies: it asks the network for nothing. Everything it shows also stands in
   the document, so that the page reads without it. Its files run as one
   function, in the order of assets.go. */
var root = document.documentElement;
if (!root.classList.contains('js')) return;

/* ---- reading the document ---- */

function id(name) { return document.getElementById(name); }
function all(selector, within) { return [...(within || document).querySelectorAll(selector)]; }
function one(selector, within) { return (within || document).querySelector(selector); }
function put(element, text) { if (element) element.textContent = text; }
function show(element, is) { if (element) element.hidden = !is; }
function repeat(element, other) { element.replaceChildren(...(other ? other.cloneNode(true).childNodes : [])); }
function on(element, type, handler) { if (element) element.addEventListener(type, handler); }

/* spelled reads the bytes that the page's builder wrote with letters: 13 bits
   by each two of them. */
var letters = '!"#$%\'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';

function spelled(name) {
  var text = id(name).textContent, worth = new Uint8Array(128), out = new Uint8Array(Number(id(name).dataset.bytes)), bits = 0, n = 0, at = 0;
  for (var i = 0; i < letters.length; i++) worth[letters.charCodeAt(i)] = i;
  for (var j = 0; j < text.length; j += 2) {
    bits |= (worth[text.charCodeAt(j)] + 91 * worth[text.charCodeAt(j + 1)]) << n;
    for (n += 13; n >= 8; n -= 8) { out[at++] = bits & 255; bits >>>= 8; }
  }
  return out;
}

/* read is what an element holds as JSON; that of a page with a studio is packed. */
function read(name) {
  var e = id(name);
  return JSON.parse(e.dataset.bytes ? new TextDecoder().decode(unzstd.bytes(spelled(name))) : e.textContent);
}

var data = read('data');
var languages = by(data.languages || []), platforms = by(data.platforms || []), cards = by(data.cards || []);
cards.forEach(card => { Object.values(card.texts).forEach(t => { t.pictures = t.pictures || data.pictures || []; }); });
function by(list) { return new Map(list.map(x => [x.id, x])); }

/* What each file adds to: what is done when the page is opened and when its
   language changes, how each screen is entered, by the first word of its
   fragment, and the tab that a screen belongs to. A screen is given the rest
   of its fragment, and returns false for one that leads nowhere. */
var opened = [], spoken = [], screens = new Map(), tabs = {};

/* What buttons and links do when pressed, by the attribute that says it:
   presses.copy for [data-copy]. */
var presses = {};

/* drawsHere is a promise of the kit's picture of a fact in a language and size,
   null where it cannot be drawn. Only a page with a studio has it. */
var drawsHere = null;

/* Browsers inside apps drop what is saved without a word: there a picture is
   pressed and held. */
function inApp() {
  return /FBA[NV]|FB_IAB|Instagram|WhatsApp|\bLine\/|musical_ly|Bytedance|Snapchat|Pinterest|MicroMessenger|; wv\)/.test(navigator.userAgent);
}

/* What was chosen, for the life of the page only. */
var now = { ui: '', post: '', platform: '', picked: false, card: null, format: '', view: '', turns: new Map(), limit: 24 };

/* Can links open files beside this page? Not when a file manager or a chat
   app hands over this one file; and not when it was taken out of its folder,
   which shows when the first picture is asked for there. */
var beside = /^(https?|file):$/.test(location.protocol);

/* ---- words ---- */

function word(key, values) {
  var text = languages.get(now.ui).words[key] || '';
  if (text.includes('|')) text = text.split('|')[Math.min(values.n, 60)];
  return text.replace(/\{(\w+)\}/g, function (whole, name) { return values && name in values ? values[name] : whole; });
}

function day(iso) {
  var p = iso.split('-'), l = languages.get(now.ui);
  return l.date.replace('{day}', Number(p[2])).replace('{mon}', l.months[p[1] - 1]).replace('{year}', p[0]);
}

/* A day in words, with the day of the week or without, as the toolkit writes it. */
function longDay(iso, lang, week) {
  var long = languages.get(lang).long, p = iso.split('-'), of = { day: Number(p[2]), year: p[0] };
  if (!long) return day(iso);
  of.month = long.months[p[1] - 1];
  of.weekday = long.weekdays && long.weekdays[new Date(iso + 'T12:00:00Z').getUTCDay()];
  return (week && of.weekday ? long.weekday : long.date).replace(/\{(\w+)\}/g, (whole, name) => of[name]);
}

/* Today by this device's clock, or some days later. */
function today(later) {
  var d = new Date(), two = n => String(n).padStart(2, '0');
  d.setDate(d.getDate() + (later || 0));
  return d.getFullYear() + '-' + two(d.getMonth() + 1) + '-' + two(d.getDate());
}

/* Status lines are emptied first, so that the same words are announced again. */
function say(name, text, bad) {
  var line = id('said-' + name);
  if (!line) return;
  line.classList.toggle('bad', Boolean(bad));
  put(line, '');
  setTimeout(function () { put(line, text); }, 30);
}

function sum(list, weigh) { return list.reduce(function (n, x) { return n + weigh(x); }, 0); }

function random(n) {
  var a = new Uint32Array(1);
  crypto.getRandomValues(a);
  return a[0] % n;
}

/* ---- copying ---- */

/* The first element of the language shown. */
function ours(selector, within) {
  return all(selector, within).find(e => { var t = e.closest('.t'); return !t || t.classList.contains(now.ui); });
}

function textOf(box) { return (ours('.t', box) || box).textContent.trim(); }

function select(box) {
  var range = document.createRange(), s = getSelection();
  range.selectNodeContents(box);
  s.removeAllRanges();
  s.addRange(range);
}

async function copy(box) {
  if (window.isSecureContext && navigator.clipboard) {
    try { await navigator.clipboard.writeText(textOf(box)); return true; } catch (e) { /* try the older way */ }
  }
  select(box);
  try { if (document.execCommand('copy')) { getSelection().removeAllRanges(); return true; } } catch (e) { /* by hand */ }
  box.focus();
  select(box);
  return false;
}

async function pressCopy(button) {
  var name = button.dataset.copy, box = id(name), letter = button.closest('[data-letter]');
  if (letter && !complete(letter)) return;
  var done = await copy(box);
  say(name, done ? copied(name, letter) : word('denied'), !done || (name === 'post' && over() > 0));
}

function copied(name, letter) {
  if (name === 'post' && over() > 0) return word('copied_over', { app: platform().name });
  return word(letter ? 'letter_copied' : name === 'tags-text' ? 'tags_copied' : 'copied');
}

presses.copy = pressCopy;
