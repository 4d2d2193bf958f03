/* ---- before somebody shares ---- */

/* Answers are read and never kept. Yes to a question marked quiet drops what
   was kept on the device and keeps nothing more for this visit; #kept then says
   so, and not why. */
function drawGate() {
  var yes = all('#gate input:checked').filter(r => r.value === 'yes').map(r => r.closest('.question'));
  all('#gate .question').forEach(q => {
    show(one('.answer', q), yes.includes(q));
    show(one('.why', q), yes.includes(q));
  });
  show(id('gate-help'), yes.length);
  id('gate-on').classList.toggle('main', !yes.length);
  put(id('gate-on'), word(yes.length ? 'go_on' : now.card ? 'gate_back' : 'go_on'));
  id('gate-on').setAttribute('href', now.card ? '#card-' + now.card.id : '#quick');
  if (store.on && yes.some(q => 'quiet' in q.dataset)) quiet();
}

tabs.gate = 'share';

screens.set('gate', function (rest, first) {
  if (!id('gate')) return false;
  drawGate();
  goTo('gate', null, first);
});

spoken.push(function () { if (id('gate')) drawGate(); });

opened.push(function () { all('#gate input').forEach(r => { on(r, 'change', drawGate); }); });
