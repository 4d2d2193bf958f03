/* ---- the logo of a group ---- */

/* A drawing that the toolkit has read, and the name beside it. It is not kept. */
studio.logo = { art: '', name: '' };

studio.logo.block = function () {
  var l = studio.logo;
  return l.art && l.name.trim() && !studio.made.fact ? { art: l.art, name: l.name.trim() } : null;
};

studio.logo.forget = function () {
  Object.assign(studio.logo, { art: '', name: '' });
  id('studio-logo-file').value = id('studio-logo').value = '';
  drawLogo();
};

function drawLogo() {
  var is = studio.logo.art;
  show(id('studio-logos'), !studio.made || !studio.made.fact);
  show(id('studio-logo-named'), is);
  show(one('[data-unlogo]'), is);
  put(one('label[for="studio-logo-file"]'), word(is ? 'logo_other' : 'logo_first'));
}

function asDataURL(file) {
  return new Promise((done, failed) => {
    var r = new FileReader();
    r.onload = function () { done(r.result); };
    r.onerror = failed;
    r.readAsDataURL(file);
  });
}

/* What cannot be drawn as it was meant is refused, with the reason. */
async function chooseLogo(file) {
  var art = await asDataURL(file).catch(() => ''), said = await engine.ask('logo', { data: art, ui: now.ui });
  var wrong = said.value ? said.value.findings : [{ level: 'error', code: '', args: {}, says: word('photo_unread') }];
  if (wrong.length) {
    studio.logo.forget();
    id('studio-found-logo').replaceChildren(...wrong.map(f => foundLine(f, null)));
    return;
  }
  studio.logo.art = art;
  drawLogo();
  studio.changed();
  id('studio-logo').focus();
}

presses.unlogo = function () {
  studio.logo.forget();
  studio.changed();
};

wiped.push(studio.logo.forget);
spoken.push(drawLogo);

opened.push(function () {
  on(id('studio-logo-file'), 'change', function () { if (this.files[0]) chooseLogo(this.files[0]); });
  on(id('studio-logo'), 'input', function () { studio.logo.name = this.value; studio.changed(); });
});
