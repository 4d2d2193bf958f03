/* ---- letters ---- */

function controls(letter) { return all('[data-field]', letter); }
var like = new RegExp(data.like || '\\S+', 'gu');
function wordsIn(s) { return (s.match(like) || []).length; }

/* What a control still lacks: nothing, a value, or so many words. */
function lacks(control) {
  var need = Number(control.dataset.words) || 0, value = control.value.trim();
  if (!control.required) return 0;
  return need ? Math.max(0, need - wordsIn(value)) : value ? 0 : 1;
}

function valueIn(control, lang) {
  if (control.tagName !== 'SELECT') return control.value.trim();
  var option = control.selectedOptions[0];
  return control.value && option ? JSON.parse(option.dataset.t)[lang] || option.textContent : '';
}

function blankOf(field, letter) {
  var slot = ours('[data-slot="' + field + '"]', letter);
  return slot ? slot.dataset.blank.slice(1, -1) : field;
}

/* What is asked for may end as a question: then no full stop follows. */
function ended(sentence) { return sentence.replace(/([?؟!…])\.$/, '$1'); }

/* A label as it reads within a sentence. */
function within(label) { return /^\p{Lu}\p{Ll}/u.test(label) || /^\p{Lu} /u.test(label) ? label[0].toLocaleLowerCase() + label.slice(1) : label; }

function fillSlots() {
  var asked = new Map();
  all('[data-field]').forEach(c => { asked.set(c.dataset.field, c); });
  all('[data-letter]').forEach(letter => {
    var ready = one('[data-copy]', letter) && controls(letter).every(c => !lacks(c));
    all('[data-slot]', letter).forEach(slot => {
      var control = asked.get(slot.dataset.slot), value = control ? valueIn(control, slot.closest('[lang]').lang) : '';
      put(slot, value || (ready && control && !control.required && !('stays' in slot.dataset) ? '' : slot.dataset.blank));
      slot.classList.toggle('filled', Boolean(value));
    });
    drawNeeded(letter);
  });
}

function drawNeeded(letter) {
  var name = letter.dataset.letter, short = controls(letter).filter(lacks), words = sum(short, c => c.dataset.words ? lacks(c) : 0);
  var missing = short.filter(c => !c.dataset.words).map(c => within(blankOf(c.dataset.field, letter)));
  if (words) missing.push(word('words_more', { n: words }));
  drawForward(letter, short.length);
  letter.classList.toggle('whole', !short.length);
  if (id('needed-' + name)) put(id('needed-' + name), missing.length ? ended(word('needed', { what: missing.join(word('comma')) })) : word(textOf(id('text-' + name)).includes('[') ? 'ready_edit' : 'ready'));
}

/* drawForward offers the one thing to do next: go to the first blank that is
   left, or send the letter: by the page of whom it is to, else by copying it. */
function drawForward(letter, left) {
  var steps = one('.progress', letter), all = controls(letter).filter(c => c.required).length, next = one('[data-next]', letter), send = one('[data-send]', letter);
  if (!next) return;
  steps.replaceChildren(...Array.from({ length: all }, (x, n) => { var s = document.createElement('span'); s.classList.toggle('is', n < all - left); return s; }));
  var page = !left && pageOf(letter);
  show(next.parentNode, left || page);
  show(next, left);
  if (left) put(next, word('next_left', { n: left }));
  show(send, page);
  if (page) send.href = page;
  one('[data-copy]', letter).classList.toggle('main', !left && !page);
}

/* pageOf is the page of whom a letter is to, '' if it is not known. */
var pageOf = () => '';

function typed(control) {
  all('[data-field="' + control.dataset.field + '"]').forEach(c => {
    if (c !== control) c.value = control.value;
    if (!lacks(c)) mark(c, '');
  });
  fillSlots();
}

function mark(control, message) {
  put(id(control.id + '-error'), message);
  if (message) control.setAttribute('aria-invalid', 'true'); else control.removeAttribute('aria-invalid');
}

/* complete says whether a letter may leave the page, and if not leads to the
   first thing that is missing. */
function complete(letter) {
  var missing = controls(letter).filter(lacks);
  missing.forEach(c => {
    mark(c, c.dataset.words ? word('words', { n: c.dataset.words }) : ended(word('fill', { what: within(blankOf(c.dataset.field, letter)) })));
  });
  if (missing.length) missing[0].focus();
  return !missing.length;
}

function printLetter(letter) {
  if (!complete(letter)) return;
  root.classList.add('printing');
  letter.classList.add('printed');
  window.print();
  root.classList.remove('printing');
  letter.classList.remove('printed');
}

/* A letter that is too long for a mailto link goes by way of the clipboard. */
function mailLetter(event, link, letter) {
  if (!complete(letter)) { event.preventDefault(); return; }
  var box = id('text-' + letter.dataset.letter), body = textOf(box);
  var subject = ours('[data-subject]', box);
  if (subject) body = body.slice(body.indexOf('\n')).trim();
  var to = 'mailto:' + percent(link.dataset.to || '').replace('%40', '@') + '?subject=' + percent(subject ? subject.textContent : '');
  var whole = to + '&body=' + percent(body.replace(/\n/g, '\r\n'));
  link.href = whole.length <= 2000 ? whole : to;
  if (whole.length <= 2000) return;
  copy(box).then(done => { say('text-' + letter.dataset.letter, word(done ? 'mail_paste' : 'denied'), !done); });
}

/* A letter to those who keep the names of all who write asks first who signs it.
   The answer is not kept; after a yes nothing is. */
function passed(letter) {
  letter.classList.remove('asking');
  show(one('.asks', letter), false);
}

function answered(radio) {
  var letter = radio.closest('[data-letter]'), yes = radio.value === 'yes';
  show(one('.asks .answer', letter), yes);
  show(one('.asks .buttons', letter), yes);
  if (yes && store.on) quiet();
  if (!yes) { passed(letter); controls(letter)[0].focus(); }
}

presses.passed = function (t) {
  var letter = t.closest('[data-letter]');
  passed(letter);
  controls(letter)[0].focus();
};

/* What to do next stands at the foot of each letter that is filled in. */
opened.push(function () {
  all('[data-letter] > .said').forEach(said => {
    var forward = id('forward').content.firstElementChild.cloneNode(true);
    one('[data-send]', forward).dataset.send = said.id.slice('said-'.length);
    said.after(forward);
  });
});

opened.push(function () {
  if (id('asks')) all('[data-asks]').forEach(letter => {
    var asks = id('asks').content.firstElementChild.cloneNode(true);
    all('input', asks).forEach(r => { r.name += '-' + letter.dataset.letter; on(r, 'change', function () { answered(r); }); });
    letter.classList.add('asking');
    letter.prepend(asks);
  });
});

/* Its row in a list of letters leads to its screen. */
opened.push(function () {
  all('details[data-letter] > summary').forEach(s => {
    if (one('.forward', s.parentNode)) on(s, 'click', function (event) { event.preventDefault(); presser = s; location.hash = s.parentNode.id; });
  });
});

presses.next = function (t) {
  var first = controls(t.closest('[data-letter]')).find(lacks);
  if (first) first.focus();
};

/* The link opens of itself: the text is copied within the same tap. */
presses.send = function (t) {
  var box = t.dataset.send;
  copy(id(box)).then(done => { say(box, word(done ? 'letter_copied' : 'denied'), !done); });
};

presses.print = function (t) { printLetter(t.closest('[data-letter]')); };
presses.mail = function (t, event) { mailLetter(event, t, t.closest('[data-letter]')); };

/* The blank that is called today begins with the device's date, as the language
   writes it, until something else is typed there. */
function dateToday() {
  var written = longDay(today(), now.ui);
  all('[data-field="today"]').forEach(c => {
    if (!c.value || c.value === now.today) c.value = written;
  });
  now.today = written;
}

spoken.push(dateToday, fillSlots);

opened.push(function () {
  all('[data-slot]').forEach(s => { s.dataset.blank = s.textContent; });
  all('[data-field]').forEach(c => {
    on(c, 'input', function () { typed(c); });
    /* Of what has several lines browsers show the caret alone, the rest under the bar. */
    on(c, 'focus', function () { c.scrollIntoView({ block: 'nearest' }); });
  });
});
