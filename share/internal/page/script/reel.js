/* ---- a video, scene by scene ---- */

/* film is the video that is shown: its id, the item that lists it, its path, its
   scenes as [start, end, what is said], which of these it is at, and whether it is
   absent: one that is not beside the page is turned without pictures. */
var film = { at: 0 }, video = id('reel-film');
var calm = window.matchMedia('(prefers-reduced-motion: reduce)');

function listed(name) { return all('[data-film="' + CSS.escape(name) + '"]'); }

screens.set('reel', function (rest, first) {
  if (!listed(rest).length) return false;
  now.view = 'reel';
  if (film.id !== rest) film.at = 0;
  film.id = rest;
  drawReel();
  goTo('reel', null, first);
});

tabs.reel = 'more';

function drawReel() {
  if (now.view !== 'reel') return;
  var items = listed(film.id), item = items.find(li => li.dataset.lang === now.ui) || items[0];
  var file = ending => one('a[href$="' + ending + '"]', item).getAttribute('href');
  put(id('reel-title'), word('reel_of', { title: one('b', item).textContent }));
  if (film.item !== item) {
    var scenes = item.dataset.scenes.split('\n').map(line => line.match(/(\S+) (\S+) (.*)/).slice(1));
    Object.assign(film, { item: item, path: file('.mp4'), scenes: scenes, absent: !beside });
    video.poster = file('.png');
    video.src = id('reel-save').href = film.path;
    id('reel-captions').href = file('.srt');
    id('reel-says').lang = item.dataset.lang;
  }
  drawScene();
}

/* drawScene says which scene it is. Who wants less motion sees each as it is when
   all in it has come. */
function drawScene() {
  var scene = film.scenes[film.at], n = film.scenes.length, still = film.absent || calm.matches;
  var at = still ? scene[0] : video.currentTime, last = film.scenes[n - 1][1];
  put(id('reel-nth'), word('scene_of', { n: film.at + 1, m: n }));
  put(id('reel-at'), word('reel_at', { at: clockOf(at), all: clockOf(last) }));
  put(id('reel-says'), scene[2]);
  put(id('reel-play'), word(video.paused ? 'play' : 'pause'));
  show(id('reel-play'), !still);
  show(video, !film.absent);
  id('reel-done').value = (still ? scene[1] : at) / last;
  put(id('reel-note'), film.absent ? word('not_beside', { path: film.path }) : still ? word('reel_calm') : '');
  show(id('reel-note'), still);
}

function clockOf(seconds) { return Math.floor(seconds / 60) + ':' + String(Math.floor(seconds % 60)).padStart(2, '0'); }

/* turnFilm goes to the scene: to its beginning, or where nothing is to move to
   its end. */
function turnFilm() {
  var scene = film.scenes[film.at];
  if (!film.absent) video.currentTime = calm.matches ? scene[1] - 0.1 : scene[0];
}

presses.reel = function (button) {
  if (button.dataset.reel === 'play') return video.paused ? video.play().catch(drawScene) : video.pause();
  film.at = (film.at + 1) % film.scenes.length;
  turnFilm();
  drawScene();
};

if (video) opened.push(function () {
  ['play', 'pause'].forEach(name => { on(video, name, drawScene); });
  on(video, 'error', function () { film.absent = true; drawReel(); });
  on(video, 'loadedmetadata', turnFilm);
  on(video, 'timeupdate', function () {
    if (calm.matches || video.seeking || !video.readyState) return; // a file that loads is at 0
    var n = film.scenes.findIndex(s => video.currentTime < s[1]);
    film.at = n < 0 ? film.scenes.length - 1 : n;
    drawScene();
  });
  on(window, 'hashchange', function () { if (!location.hash.startsWith('#reel-')) video.pause(); });
});

spoken.push(drawReel);
