/* Draws the card while somebody types, and says what keeps the answers from
   being saved. Without it both happen when the form is sent. */
'use strict';
(() => {
  const form = document.getElementById('form'), card = document.getElementById('card'), note = document.getElementById('note');
  if (!form) return;
  const next = form.querySelector('[data-next]'), status = document.getElementById('status');
  const touched = new Set([...form.querySelectorAll('[aria-invalid]')].map(e => e.name));
  let timer, last = 0, shown = '';

  const show = problems => {
    const seen = problems.filter(p => touched.has(p.field));
    form.querySelectorAll('.said').forEach(box => {
      const own = seen.filter(p => p.field === box.dataset.field);
      box.replaceChildren(...own.map(p => {
        const line = document.createElement('p');
        line.className = 'problem ' + p.level;
        line.textContent = p.text;
        return line;
      }));
      const input = form.elements[box.dataset.field];
      if (!input || !input.toggleAttribute) return;
      if (own.some(p => p.level === 'fix')) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    });
    const fix = seen.filter(p => p.level === 'fix');
    next.textContent = fix.length === 0 ? next.dataset.next : fix.length === 1 ? next.dataset.one : next.dataset.many.replace('{n}', fix.length);
    const said = fix.map(p => p.text).join(' ');
    if (said !== shown) status.textContent = shown = said;
  };

  const draw = async () => {
    const mine = ++last;
    try {
      const answer = await fetch(form.dataset.draw, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      const got = await answer.json();
      if (mine !== last) return;
      show(got.problems);
      if (got.image) card.src = got.image;
      note.textContent = !got.image ? note.dataset.last : got.example ? note.dataset.example : '';
    } catch { /* the command has ended */ }
  };

  /* A file is sent as its bytes, in a field that is not seen. */
  form.addEventListener('change', event => {
    const into = event.target.dataset.into, file = into && event.target.files[0];
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => {
      const field = document.getElementById(into);
      field.value = 'file:' + file.name + reader.result.slice(reader.result.indexOf(';base64,'));
      touched.add(field.name);
      draw();
    };
    reader.readAsDataURL(file);
  });

  form.addEventListener('input', event => {
    if (event.target.dataset.into) return;
    const of = event.target.dataset.for;
    if (of) document.getElementById(of).value = event.target.value.toUpperCase();
    touched.add(of ? document.getElementById(of).name : event.target.name);
    if (form.elements.ink) touched.add('ink');
    clearTimeout(timer);
    timer = setTimeout(draw, 200);
  });
  draw();
})();
