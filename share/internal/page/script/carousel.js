/* ---- carousels ---- */

var carousels = by(data.carousels || []), deck = { of: null, lang: '', at: 0, round: 0, pictures: [], urls: [] };

/* slidesHere draws the slides of a carousel in a language one by one, and gives
   each to took(n, bytes) until that returns false. Only a page with a studio
   has it. */
var slidesHere = null;

function slidesOf() { return deck.of.slides[deck.lang]; }
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

/* layDeck begins with what is at hand of each slide, and has them drawn. */
function layDeck(lang) {
  deck.lang = lang;
  deck.urls.forEach(u => { URL.revokeObjectURL(u); });
  deck.pictures = [];
  deck.urls = [];
  put(id('said-carousel'), '');
  id('carousel-strip').replaceChildren(...slidesOf().map((s, n) => {
    var li = element('li'), image = element('img'), thumb = one('.grid [data-id="' + s[2] + '"] .p.' + lang + ' img'), source = slidesHere || !beside ? thumb && thumb.src : s[0];
    Object.assign(image, { alt: s[1], width: 1080, height: 1350, lang: lang });
    image.onerror = function () {
      if (thumb && image.src !== thumb.src) image.src = thumb.src; else show(image, false);
    };
    if (source) image.src = source; else show(image, false);
    on(li, 'click', function () { turnTo(n); });
    li.append(element('span', 'n', String(n + 1)), image);
    return li;
  }));
  var said = one('.wording', id('fact-' + deck.of.card + '-' + lang));
  id('carousel-text').lang = id('carousel-alt').lang = lang;
  put(id('carousel-text'), said ? said.textContent : '');
  if (slidesHere) drawSlides(++deck.round);
}

function drawSlides(round) {
  slidesHere(deck.of.id, deck.lang, function (n, bytes) {
    if (round !== deck.round) return false;
    var image = one('img', id('carousel-strip').children[n]);
    deck.pictures[n] = bytes;
    deck.urls[n] = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
    image.src = deck.urls[n];
    show(image, true);
    drawSlide();
    return true;
  });
}

function turnTo(n) {
  var li = id('carousel-strip').children[n];
  deck.at = n;
  li.parentNode.scrollTo({ left: li.offsetLeft - (li.parentNode.clientWidth - li.clientWidth) / 2 });
  drawSlide();
}

function drawSlide() {
  var list = slidesOf(), n = deck.at, slide = list[n], whole = deck.pictures.length === list.length, source = deck.urls[n] || beside && slide[0];
  [...id('carousel-strip').children].forEach((li, k) => { li.classList.toggle('at', k === n); });
  chips(id('carousel-numbers'), 'slide', list.map((s, k) => [String(k), String(k + 1)]), String(n), k => { turnTo(Number(k)); });
  put(id('carousel-nth'), word('nth_of', { n: n + 1, m: list.length }));
  put(id('carousel-alt'), slide[1]);
  var link = id('carousel-one');
  show(link, source);
  if (source) link.href = source;
  if (deck.urls[n]) link.download = slideFile(n); else link.removeAttribute('download');
  link.target = deck.urls[n] ? '' : '_blank';
  show(id('carousel-all'), slidesHere);
  id('carousel-all').disabled = !whole;
  id('carousel-copy').classList.toggle('main', !slidesHere);
  put(id('carousel-weight'), whole ? word('slides_weight', { n: list.length, size: megabytes(sum(deck.pictures, p => p.length)) }) :
    slidesHere ? word('slides_drawn', { n: deck.pictures.length, m: list.length }) : '');
}

function megabytes(n) { return new Intl.NumberFormat(now.ui, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(n / 1e6) + ' MB'; }

/* The slides in their order, what each shows and what to post, in as many zips
   as keep each at 8 MB. Inside an app nothing is downloaded: there pictures are held. */
presses.carousel = async function () {
  if (inApp()) {
    var done = await copy(id('carousel-text'));
    say('carousel', word(done ? 'hold_picture' : 'denied'), !done);
    return;
  }
  var text = s => new TextEncoder().encode(s), list = slidesOf();
  var files = [
    { name: 'text.txt', bytes: text(textOf(id('carousel-text')) + '\n') },
    { name: 'alt.txt', bytes: text(list.map((s, n) => slideFile(n) + '\n\n' + s[1]).join('\n\n----------\n\n') + '\n') },
    ...deck.pictures.map((bytes, n) => ({ name: slideFile(n), bytes: bytes }))
  ];
  packs(files, 8e6).forEach((part, n) => {
    saveAs(new File([zip(part)], [data.tag.replace(/[^\p{L}\p{N}_]/gu, ''), deck.of.id, deck.lang].join('-') + (n ? '-' + (n + 1) : '') + '.zip'));
  });
  say('carousel', word('saved_zip'));
};

spoken.push(drawCarousel);
