/* ---- those in office ---- */

/* They stand in an element of their own, as rows in the order of people.go. */
var people = id('people-data') ? read('people-data') : null;
var mine = { area: '', seat: '', code: '', to: null };

if (people) {
  var dialled = n => n && '+' + (n.trim()[0] === '+' ? '' : people.dial) + n.replace(/\D/g, '');
  people.list = people.list.map(r => ({
    id: r[0], name: r[1], last: r[2], office: r[3], area: r[4], district: r[5], phone: r[6], tel: dialled(r[6]), url: r[7], address: r[8], until: r[9],
    committees: r[10], local: r[11].map(o => [o[0], o[1], dialled(o[1])])
  }));
  people.areas = people.areas.map(r => ({ code: r[0], name: r[1], codes: r[2], seats: r[3].map(s => ({ office: s[0], n: s[1], whole: s[2] })) }));
  people.offices = by(people.offices);
}

function element(tag, className, content) {
  var e = document.createElement(tag);
  if (className) e.className = className;
  if (content) put(e, content);
  return e;
}

function linkTo(href, text, className) {
  var a = element('a', className || 'plain', text);
  a.href = href;
  if (/^https:/.test(href)) { a.target = '_blank'; a.rel = 'noopener noreferrer'; }
  return a;
}

function option(value, text) {
  var o = element('option', '', text);
  o.value = value;
  return o;
}

/* rowTo is a row of a list that leads somewhere. */
function rowTo(href, ...inside) {
  var li = element('li'), a = linkTo(href, '');
  a.className = '';
  a.append(...inside);
  li.append(a);
  return li;
}

/* buttonFor is a button that does something for a person. */
function buttonFor(p, does, text) {
  var button = element('button', 'button', text);
  button.type = 'button';
  button.dataset[does] = p.id;
  return button;
}

/* dayHere is the day of this device, or that of the kit where its clock is
   before it. */
function dayHere() {
  return today() < people.asOf ? data.built : today();
}

function personOf(id) { return people.list.find(p => p.id === id); }
function inOffice(p) { return !p.until || dayHere() <= p.until; }
function told(text) { return (text || {})[now.ui] || ''; }
function kindOf(office) { return office.replace(/-[fm]$/, ''); }
function office(id) { return people.offices.get(id) || people.offices.get(kindOf(id)) || { title: {} }; }
function hostOf(url) { return new URL(url).hostname.replace(/^www\./, ''); }
function areaOf(code) { return people.areas.find(a => a.code === code); }
function seatName(area, district) { return district === 'at-large' ? area.code + ', ' + word('at_large') : district ? area.code + '-' + district : area.code; }

/* called is "Senator Rosen", and whole "Senator Jacky Rosen". */
function called(p, whole) { return (told(office(p.office).title) + ' ' + (whole ? p.name : p.last)).trim(); }

function committeesOf(p, ask) {
  return p.committees.map(n => {
    var c = people.committees[n], asks = ask ? told(c.ask) : '';
    return told(c.name) + (asks ? ': ' + asks : '');
  }).join(' · ');
}

/* areasFor are those of a postal code: that name the longest part it begins with. */
function areasFor(code) {
  var longest = 0, found = [];
  people.areas.forEach(a => {
    var n = Math.max(0, ...a.codes.toUpperCase().split(' ').map(part => {
      var range = part.split('-'), head = code.slice(0, range[0].length);
      return part && head.length === range[0].length && range[0] <= head && head <= (range[1] || range[0]) ? head.length : 0;
    }));
    if (n > longest) { longest = n; found = []; }
    if (n && n === longest) found.push(a);
  });
  return found;
}

/* heldBy are those of a kind of office in an area: in office, or not any more. */
function heldBy(area, kind, district) {
  return people.list.filter(p => p.area === area.code && kindOf(p.office) === kind && (district === undefined || p.district === district));
}

function districts(seats) {
  return seats.whole ? [''] : seats.n === 1 ? ['at-large'] : Array.from({ length: seats.n }, (x, i) => String(i + 1));
}

/* whose are those that the reader may call, the ones whom a committee gives
   more to ask first. */
function whose() {
  var area = areaOf(mine.area);
  if (!area) return [];
  var all = area.seats.flatMap(s => {
    var which = s.whole ? '' : s.n === 1 ? 'at-large' : mine.seat;
    return s.whole || which ? heldBy(area, s.office, which).filter(inOffice) : [];
  });
  return all.sort((a, b) => b.committees.length - a.committees.length);
}

/* ---- choosing ---- */

function fillAreas() {
  id('who-area').replaceChildren(option('', word('choose_area')), ...people.areas.map(a => option(a.code, told(a.name))));
  id('who-area').value = mine.area;
}

function keepWho() { keep('who', mine.area ? { area: mine.area, seat: mine.seat } : undefined); }

function chooseArea(code) {
  if (mine.area !== code) mine.seat = '';
  mine.area = code;
  id('who-area').value = code;
  keepWho();
  drawWho();
}

function typeCode() {
  var code = id('who-code').value.trim().toUpperCase(), found = code.length < 3 ? [] : areasFor(code);
  mine.code = code;
  place();
  fillSlots();
  if (code.length < 3) { put(id('who-says'), ''); return; }
  var names = found.map(a => told(a.name)).join(word('comma'));
  if (found.length === 1) chooseArea(found[0].code);
  if (found.length > 1 && !found.some(a => a.code === mine.area)) chooseArea('');
  put(id('who-says'), found.length ? word(found.length > 1 ? 'code_of' : 'code_in', { code: code, areas: names }) : word('code_none', { code: code }));
}

/* ---- the list ---- */

function personRow(p) {
  var what = element('span', '', p.name), li = rowTo('#call-' + p.id, what);
  what.append(element('span', 'hint', committeesOf(p, true) || told(office(p.office).title)));
  if (letterFor(p)) { li.className = 'both'; li.append(writeButton(p)); }
  return li;
}

function writeButton(p) {
  var write = buttonFor(p, 'write', word('write_short'));
  write.append(element('span', 'vh', ' ' + called(p)));
  return write;
}

/* Where nobody can be named: what is known, and who knows more. */
function lack(kind, sentence) {
  var box = element('div', 'lost'), finder = office(kind).finder;
  box.append(element('p', '', sentence));
  if (finder) box.append(linkTo(finder, word('open_host', { host: hostOf(finder) })));
  return box;
}

function endedOf(kind, p) { return (told(office(kind).over) || word('term_over')).replace('{date}', day(p.until)); }

function drawWhole(area, seats, into) {
  var all = heldBy(area, seats.office, ''), serving = all.filter(inOffice), list = element('ul', 'rows');
  serving.sort((a, b) => b.committees.length - a.committees.length).forEach(p => { list.append(personRow(p)); });
  if (serving.length) into.append(list);
  all.filter(p => !inOffice(p)).slice(0, seats.n - serving.length).forEach(p => { into.append(lack(seats.office, endedOf(seats.office, p))); });
  for (var n = all.length; n < seats.n; n++) into.append(lack(seats.office, word('vacant', { seat: area.code })));
}

function personCard(p, area) {
  var card = element('div', 'card-who'), asks = committeesOf(p, true);
  card.append(element('p', 'hint', told(office(p.office).title) + ', ' + told(area.name) + ', ' + (p.district === 'at-large' ? word('at_large') : word('district') + ' ' + p.district)));
  card.append(element('h4', '', p.name));
  if (asks) card.append(element('p', '', asks));
  if (p.tel) {
    var tel = linkTo('tel:' + p.tel, p.phone, 'tel');
    tel.dir = 'ltr';
    card.append(tel);
  }
  card.append(buttons(p));
  return card;
}

function buttons(p) {
  var line = element('p', 'buttons');
  line.append(linkTo('#call-' + p.id, word('call_short'), 'button main'));
  if (letterFor(p)) line.prepend(writeButton(p), ' ');
  if (p.address.length && 'postcards' in id('who').dataset) line.append(' ', postcardButton(p));
  return line;
}

function postcardButton(p) { return buttonFor(p, 'postcard', word('postcard_short')); }

/* A district is chosen by its chip, or where there are many in a list. */
function drawChoice(area, names, into) {
  var choose = function () { mine.seat = this.value; keepWho(); drawWho(); var at = one('#who-list .seats :checked, #who-seat'); if (at) at.focus(); };
  if (names.length <= 12) {
    var set = element('fieldset', 'seats'), legend = element('legend', 'vh', word('your_district'));
    set.append(legend, ...names.map(name => {
      var label = element('label', 'chip'), input = element('input');
      Object.assign(input, { type: 'radio', name: 'who-seat', value: name, checked: mine.seat === name, autocomplete: 'off' });
      on(input, 'change', choose);
      label.append(input, element('span', '', area.code + '-' + name));
      return label;
    }));
    into.append(set);
    return;
  }
  var select = element('select');
  select.id = 'who-seat';
  select.setAttribute('aria-label', word('your_district'));
  select.append(option('', word('choose_area')), ...names.map(name => option(name, area.code + '-' + name)));
  select.value = mine.seat;
  on(select, 'change', choose);
  into.append(select);
}

/* How to find one's district, and to come back. */
function drawLost(kind, into) {
  var box = element('details', 'drawer lost'), list = element('ol'), finder = office(kind).finder;
  if (!finder) return;
  box.append(element('summary', '', word('dont_know')));
  ['finder_1', 'finder_2', 'finder_3'].forEach(key => { list.append(element('li', '', word(key))); });
  box.append(list, linkTo(finder, word('open_host', { host: hostOf(finder) })));
  into.append(box);
}

function drawDistricts(area, seats, into) {
  var names = districts(seats), all = heldBy(area, seats.office), serving = all.filter(inOffice);
  if (!serving.length && all.length) { into.append(lack(seats.office, endedOf(seats.office, all[0]))); return; }
  if (names.length > 1) {
    if (!mine.seat) into.append(element('p', 'hint', word('choose_district')));
    drawChoice(area, names, into);
    drawLost(seats.office, into);
  }
  var at = names.length === 1 ? names[0] : mine.seat;
  if (!names.includes(at)) return;
  var here = heldBy(area, seats.office, at), p = here.find(inOffice);
  if (p) into.append(personCard(p, area));
  else into.append(lack(seats.office, here.length ? endedOf(seats.office, here[0]) : word('vacant', { seat: seatName(area, at) })));
}

function drawWho() {
  if (!people) return;
  var list = id('who-list'), area = areaOf(mine.area);
  list.replaceChildren();
  drawAsOf();
  addressTo(mine.to);
  if (!area) return;
  people.offices.forEach(o => {
    var seats = area.seats.find(s => s.office === o.id);
    if (!seats && !(told(o.none) && people.areas.some(a => a.seats.some(s => s.office === o.id)))) return;
    var part = element('div');
    part.append(element('h3', '', told(o.heading) || told(o.title)));
    if (!seats) part.append(element('p', '', told(o.none)));
    else if (seats.whole) drawWhole(area, seats, part);
    else drawDistricts(area, seats, part);
    list.append(part);
  });
}

function drawAsOf() {
  var next = people.list.filter(p => p.until && inOffice(p)).map(p => p.until).sort()[0];
  put(id('who-asof'), word('people_asof', { date: day(people.asOf) }) + (next ? ' ' + word('people_until', { date: day(next) }) : ''));
}

/* ---- letters to them ---- */

function fieldsFrom(letter, from) { return all('[data-from="' + from + '"]', letter); }

/* suits says whether a letter greets somebody of this office. One that does not
   ask for the office is to a governor or a mayor, unless the list has one office. */
function suits(letter, p) {
  var offices = fieldsFrom(letter, 'office');
  if (!offices.length && !fieldsFrom(letter, 'last-name').length && !fieldsFrom(letter, 'name').length) return false;
  return offices.length ? offices.every(select => optionOf(select, p)) : people.offices.length === 1;
}

function optionOf(select, p) {
  var options = all('option', select);
  return options.find(o => o.dataset.office === p.office) || options.find(o => o.dataset.office === kindOf(p.office));
}

function letterFor(p) { return all('#write [data-letter]').find(l => suits(l, p)); }

/* told to a letter once: what the reader chose as their state and typed as
   their code, where its blanks are called so. */
function place() {
  var area = areaOf(mine.area);
  [['state', area ? told(area.name) : ''], ['zip', mine.code.length > 4 ? mine.code : '']].forEach(pair => {
    all('[data-field="' + pair[0] + '"]').forEach(control => {
      if (control.value !== (control.dataset.put || '')) return;
      control.value = control.dataset.put = pair[1];
      if (pair[1]) mark(control, '');
    });
  });
}

/* addressTo puts a person into every letter that suits. What was put in for
   somebody else is taken out again; what the reader typed is left. */
function addressTo(p) {
  if (!people) return;
  all('[data-letter]').forEach(letter => {
    var fits = p && suits(letter, p), says = one('.sent-to', letter);
    [['office', select => fits ? optionOf(select, p).value : ''], ['last-name', () => fits ? p.last : ''], ['name', () => fits ? p.name : '']].forEach(pair => {
      fieldsFrom(letter, pair[0]).forEach(control => {
        if (!fits && control.value !== control.dataset.put) return;
        control.value = control.dataset.put = pair[1](control);
        control.closest('.field').hidden = Boolean(fits);
        if (control.value) mark(control, '');
      });
    });
    if (says) says.remove();
    if (fits) (one('.progress, .said-aloud', letter) || letter).before(sentTo(p));
  });
  place();
  fillSlots();
}

if (people) pageOf = letter => mine.to && suits(letter, mine.to) ? mine.to.url : '';

function sentTo(p) {
  var box = element('div', 'sent-to');
  box.append(element('p', '', word('to_who', { who: called(p, true) })));
  box.firstChild.append(' ', linkTo('#who', word('change')));
  if (p.address.length) box.append(element('p', 'hint', p.address.join(', ')));
  if (p.url) box.append(linkTo(p.url, word('their_page', { host: hostOf(p.url) })));
  return box;
}

function writeTo(p) {
  var letter = letterFor(p);
  mine.to = p;
  addressTo(p);
  if (letter) location.hash = '#letter-' + letter.dataset.letter;
}

presses.write = function (t) { writeTo(personOf(t.dataset.write)); };

/* ---- calls ---- */

var outcomes = ['spoke', 'voicemail', 'missed'];
var says = { spoke: () => word('said_spoke'), voicemail: () => word('said_voicemail'), missed: () => word('said_missed') };
var tells = { spoke: n => word('tally_spoke', n), voicemail: n => word('tally_voicemail', n), missed: n => word('tally_missed', n) };

/* calls are those noted, newest first. The storage may be anybody's. */
function calls() {
  var all = people && kept('calls');
  return Array.isArray(all) ? all.slice(0, 30).filter(c => {
    return c && personOf(c.p) && outcomes.includes(c.o) && /^\d{4}-\d\d-\d\d$/.test(c.d) && Number(c.d.slice(5, 7)) <= 12 && c.d.slice(5, 7) !== '00';
  }) : [];
}

function callOf(p) { return calls().find(c => c.p === p.id); }
function nextCall() { return whose().find(p => p.tel && !callOf(p)); }

function scriptFor(p) { return all('#call [data-letter]').find(l => suits(l, p)); }

function drawCall() {
  var p = mine.to;
  if (!p || now.view !== 'calling') return;
  var left = whose().filter(x => x.tel), at = left.findIndex(x => x.id === p.id), letter = scriptFor(p);
  put(id('calling-title'), word('call_who', { who: called(p) }));
  put(id('calling-why'), [committeesOf(p), at >= 0 ? word('of_calls', { n: at + 1, m: left.length }) : ''].filter(Boolean).join(' · '));
  var number = id('calling-number');
  put(number, p.phone);
  show(number, p.tel);
  if (p.tel) number.href = 'tel:' + p.tel;
  addressTo(p);
  repeat(id('calling-script'), letter && one('.said-aloud', letter));
  all('h4', id('calling-script')).forEach(h => { var as = element('h2', 'says'); as.append(...h.childNodes); h.replaceWith(as); });
  var rows = [];
  if (letter && one('.fields', letter)) rows.push(['#letter-' + letter.dataset.letter, word('own_words')]);
  var sent = letterFor(p);
  if (sent) rows.push(['#letter-' + sent.dataset.letter, word('letter_who', { who: called(p) })]);
  if (p.url) rows.push([p.url, word('their_page', { host: hostOf(p.url) })]);
  id('calling-rows').replaceChildren(...rows.map(row => rowTo(row[0], element('span', '', row[1]))));
  var cards = id('calling-card');
  cards.replaceChildren();
  if (p.address.length && 'postcards' in id('who').dataset) cards.append(postcardButton(p));
  show(id('calling-local'), p.local.some(o => o[2]));
  id('calling-offices').replaceChildren(...p.local.filter(o => o[2]).map(o => {
    var n = element('span', 'side', o[1]);
    n.dir = 'ltr';
    return rowTo('tel:' + o[2], element('span', '', o[0]), n);
  }));
}

screens.set('call', function (rest, first) {
  var p = people && personOf(rest);
  if (!p || !inOffice(p)) return false;
  mine.to = p;
  show(id('calling'), true);
  now.view = 'calling';
  drawCall();
  goTo('calling', null, first);
});

presses.outcome = function (t) {
  var p = mine.to, c = { p: p.id, o: t.dataset.outcome, d: dayHere() };
  keep('calls', [c, ...calls().filter(x => x.p !== p.id)].slice(0, 30));
  mine.noted = c;
  location.hash = '#calls';
};

function tally(all) {
  var results = outcomes.map(o => ({ o: o, n: all.filter(c => c.o === o).length })).filter(r => r.n).map(r => tells[r.o]({ n: r.n }));
  return (told(people.tally) || word('tally')).replace('{offices}', word('tally_offices', { n: all.length })).replace('{results}', results.join(word('comma')));
}

function drawCalls() {
  var noted = calls(), rows = whose().filter(p => p.tel), next = nextCall();
  noted.forEach(c => { var p = personOf(c.p); if (!rows.includes(p)) rows.push(p); });
  rows.sort((a, b) => (callOf(b) ? 1 : 0) - (callOf(a) ? 1 : 0));
  var last = mine.noted;
  put(id('calls-noted'), last ? '✓ ' + word('noted', { outcome: says[last.o](), name: personOf(last.p).last }) : '');
  id('calls-rows').replaceChildren(...rows.map(p => {
    var tr = element('tr'), c = callOf(p), result = element('td', '', c ? outcomeName(c.o) : word('to_call'));
    if (c) result.append(element('span', 'hint block', day(c.d)));
    tr.append(element('td', '', called(p)), result);
    return tr;
  }));
  show(id('calls-told'), noted.length);
  put(id('calls-tally'), noted.length ? tally(noted) : '');
  show(id('calls-next').parentNode, next);
  if (next) { put(id('calls-next'), word('call_who', { who: called(next) })); id('calls-next').href = '#call-' + next.id; }
}

function outcomeName(o) { var b = ours('[data-outcome="' + o + '"] .t.' + now.ui) || one('[data-outcome="' + o + '"]'); return b.textContent.trim(); }

screens.set('calls', function (rest, first) {
  if (!people || rest) return false;
  show(id('calls'), true);
  drawCalls();
  goTo('calls', null, first);
  mine.noted = null;
});

tabs.calling = tabs.calls = 'act';

/* ---- what is kept, and languages ---- */

function readWho() {
  var was = kept('who'), area = was && typeof was === 'object' && areaOf(String(was.area));
  mine.area = area ? area.code : '';
  mine.seat = area && area.seats.some(s => districts(s).includes(String(was.seat))) ? String(was.seat) : '';
}

/* Where a language has one word for a woman and a man, it is offered once. */
function oneWord() {
  all('option[data-office]').forEach(o => { o.hidden = all('option', o.parentNode).find(x => x.textContent === o.textContent) !== o; });
}

spoken.push(oneWord);

if (people) {
  keeps.push({ name: 'who', label: 'kept_who', tell: () => mine.area && told(areaOf(mine.area).name) + (mine.seat ? ', ' + mine.area + '-' + mine.seat : '') });
  keeps.push({ name: 'calls', label: 'kept_calls', tell: () => calls().length && word('kept_calls_n', { n: calls().length }) });
  wiped.push(function () { readWho(); mine.code = ''; mine.to = null; if (id('who-code')) id('who-code').value = ''; put(id('who-says'), ''); fillAreas(); drawWho(); });
  spoken.push(function () { fillAreas(); drawWho(); drawCall(); if (id('who-code')) typeCode(); if (now.view === 'calls') drawCalls(); });
  opened.push(function () {
    readWho();
    on(id('who-area'), 'change', function () { if (id('who-code')) id('who-code').value = ''; put(id('who-says'), ''); chooseArea(this.value); });
    on(id('who-code'), 'input', typeCode);
  });
}
