/* What a page can do beyond being read: share, copy, say that it is old, and
   be read again without a connection. Everything is there without it. */
'use strict';
(() => {
  const root = document.documentElement.dataset.root;
  const main = document.getElementById('main');
  const one = s => document.querySelector(s);

  const share = one('[data-share]'), copy = one('[data-copy]'), said = one('.said');
  const address = copy && copy.dataset.copy;
  const say = how => { said.textContent = said.dataset[how]; };
  const toClipboard = () => navigator.clipboard.writeText(address).then(() => say('done'), () => say('failed'));

  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener('click', toClipboard);
  }
  if (share && navigator.share) {
    share.addEventListener('click', event => {
      event.preventDefault();
      navigator.share({ title: share.dataset.share, url: address }).catch(error => {
        if (error.name !== 'AbortError') location.hash = 'share';
      });
    });
  }

  /* Dates are compared as days of the device. A clock before the day on which
     the facts were checked is wrong, and says nothing. */
  const old = document.getElementById('old');
  const now = new Date();
  const day = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const { asOf, review, expires } = main.dataset;
  if (old && day >= asOf) {
    const stale = new Date(Date.parse(asOf) + 180 * 864e5).toISOString().slice(0, 10);
    const why = expires && day > expires ? 'expired' : day > (review || stale) ? 'old' : '';
    if (why) {
      old.querySelectorAll('[data-old]').forEach(e => { e.textContent = e.dataset[why]; });
      old.hidden = false;
      if (why === 'expired') document.querySelectorAll('.bar, #share, .look .buttons').forEach(e => e.remove());
    }
  }

  if ('serviceWorker' in navigator && location.protocol !== 'file:') {
    navigator.serviceWorker.register(root + 'sw.js', { scope: root || './' }).catch(() => {});
  }
})();
