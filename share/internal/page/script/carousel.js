/* ---- carousels ---- */

/* deck is the carousel that is shown; draws says that its slides are drawn here,
   pictures and urls are those that were. */
var carousels = by(data.carousels || []), deck = { of: null, slides: [], lang: '', at: 0, round: 0, draws: false, pictures: [], urls: [] };

/* slidesHere draws the slides of a carousel in a language one by one, and gives
   each to took(n, bytes) until that returns false. It is a promise of whether all
   were drawn. Only a page with a studio has it. */
var slidesHere = null;

/* Of each slide the file, the description and the card that says the same. */
function slidesOf() { return deck.slides; }

function slideFrom(parts, card, lang) {
  return [deck.of.stems[lang] + parts[0], parts.slice(1).map(part => typeof part === 'number' ? saidOf(card, lang)[part] : part).join(''), card];
}

/* saidOf is what the document says of a card: its claim and its headline. */
function saidOf(card, lang) {
  var fact = id('fact-' + card + '-' + lang);
  return [one('p:not([class])', fact).firstChild.data.trimEnd(), one('h3', fact).textContent];
}

function slideFile(n) { return slidesOf()[n][0].split('/').pop(); }

screens.set('carousel', function (rest, first) {
  var c = carousels.get(rest);
  if (!c) return false;
  show(id('carousel'), true);
  now.view = 'carousel';
  if (deck.of !== c) { deck.of = c; deck.at = 0; deck.lang = ''; }
  drawCarousel();
  goTo('carousel', null, first);
});

tabs.carousel = 'share';

function drawCarousel() {
  var c = deck.of;
  if (!c || now.view !== 'carousel') return;
  var lang = c.slides[now.ui] ? now.ui : Object.keys(c.slides)[0];
  put(id('carousel-title'), word('carousel_of', { title: c.title[now.ui] }));
  if (lang !== deck.lang) layDeck(lang);
  drawSlide();
}

/* layDeck begins with the thumbs of the page, and has the slides drawn, else
   looks for them in the kit's folder. */
function layDeck(lang) {
  deck.urls.forEach(u => { URL.revokeObjectURL(u); });
  Object.assign(deck, { lang: lang, draws: Boolean(slidesHere), pictures: [], urls: [] });
  deck.slides = deck.of.slides[lang].map((slide, n) => slideFrom(slide, deck.of.cards[n] || '', lang));
  put(id('said-carousel'), '');
  id('carousel-strip').replaceChildren(...slidesOf().map(slideTile));
  var said = one('.wording', id('fact-' + deck.of.cards[0] + '-' + lang));
  id('carousel-text').lang = id('carousel-alt').lang = lang;
  put(id('carousel-text'), said ? said.textContent : '');
  if (deck.draws) drawSlides(++deck.round); else fromFolder();
}

function slideTile(slide, n) {
  var li = element('li'), image = element('img'), thumb = one('.grid [data-id="' + slide[2] + '"] .p.' + deck.lang + ' img');
  Object.assign(image, { alt: slide[1], width: 1080, height: 1350, lang: deck.lang });
  if (thumb) image.src = thumb.src;
  show(image, thumb);
  on(li, 'click', function () { turnTo(n); });
  li.append(element('span', 'n', String(n + 1)), image);
  return li;
}

async function drawSlides(round) {
  var whole = await slidesHere(deck.of.id, deck.lang, function (n, bytes) {
    if (round !== deck.round) return false;
    deck.pictures[n] = bytes;
    deck.urls[n] = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
    showSlide(n, deck.urls[n]);
    drawSlide();
    return true;
  });
  if (whole || round !== deck.round) return;
  deck.draws = false;
  fromFolder();
  drawSlide();
}

function showSlide(n, source) {
  var image = one('img', id('carousel-strip').children[n]);
  image.src = source;
  show(image, true);
}

/* fromFolder asks for the first slide, and for all if that is there. */
function fromFolder() {
  var list = slidesOf(), probe = new Image();
  if (!beside) return;
  probe.onload = function () { if (list === slidesOf()) list.forEach((slide, n) => { showSlide(n, slide[0]); }); };
  probe.onerror = function () { alone(); drawSlide(); };
  probe.src = list[0][0];
}

function turnTo(n) {
  var li = id('carousel-strip').children[n];
  deck.at = n;
  li.parentNode.scrollTo({ left: li.offsetLeft - (li.parentNode.clientWidth - li.clientWidth) / 2 });
  drawSlide();
}

function drawSlide() {
  var list = slidesOf(), n = deck.at, slide = list[n], source = deck.urls[n] || !deck.draws && beside && slide[0], link = id('carousel-one');
  [...id('carousel-strip').children].forEach((li, k) => { li.classList.toggle('at', k === n); });
  chips(id('carousel-numbers'), 'slide', list.map((s, k) => [String(k), String(k + 1)]), String(n), k => { turnTo(Number(k)); });
  put(id('carousel-nth'), word('nth_of', { n: n + 1, m: list.length }));
  put(id('carousel-alt'), slide[1]);
  show(link, source);
  if (source) link.href = source;
  if (deck.urls[n]) link.download = slideFile(n); else link.removeAttribute('download');
  link.target = deck.urls[n] ? '' : '_blank';
  drawAll();
}

/* drawAll offers all slides at once where they are drawn here. */
function drawAll() {
  var n = deck.pictures.length, m = slidesOf().length, button = id('carousel-all');
  id('carousel-copy').classList.toggle('main', !deck.draws);
  if (button) { show(button, deck.draws); button.disabled = n < m; }
  put(id('carousel-weight'), !deck.draws ? '' : n < m ? word('slides_drawn', { n: n, m: m }) :
    word('slides_weight', { n: n, size: megabytes(sum(deck.pictures, p => p.length)) }));
}

function megabytes(n) {
  return (n / 1e6).toFixed(1).replace('.', languages.get(now.ui).decimal || '.') + ' MB';
}

spoken.push(drawCarousel);
