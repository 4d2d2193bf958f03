/* Pages come from the network, so that a correction arrives, and from the
   device where there is none. Files that have their content in their name
   never change. */
'use strict';
const NAME = '{{name}}', CACHE = NAME + '{{version}}';
const FIRST = {{first}};
const here = path => new URL(path, self.registration.scope).href;

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(FIRST.map(here))).then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(all => Promise.all(all.filter(name => name.startsWith(NAME) && name !== CACHE).map(name => caches.delete(name))))
    .then(() => self.clients.claim()));
});

const keep = (request, answer) => {
  if (answer.ok && !answer.redirected && answer.type === 'basic') {
    const copy = answer.clone();
    caches.open(CACHE).then(cache => cache.put(request, copy));
  }
  return answer;
};

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  const fixed = request.url.startsWith(here('i/')) || request.url.startsWith(here('a/'));
  const fromNet = () => fetch(request).then(answer => keep(request, answer));
  const kept = () => caches.match(request, { ignoreSearch: true });
  event.respondWith(fixed
    ? kept().then(answer => answer || fromNet())
    : fromNet().catch(() => kept().then(answer => answer || (request.mode === 'navigate' ? caches.match(here('404.html')) : Response.error()))));
});
