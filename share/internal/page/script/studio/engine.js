/* ---- the toolkit ---- */

/* What the page asks of the toolkit, by whichever way it runs here: in a
   worker, else in the page. engine.start() is the same promise for all who ask,
   false where cards cannot be drawn. */
var engine = { started: null, worker: null, waiting: new Map(), n: 0 };

engine.start = function () {
  engine.started = engine.started || engine.inWorker().catch(() => engine.inPage()).catch(() => false);
  return engine.started;
};

engine.inWorker = async function () {
  var text = id('studio-loader').textContent + id('studio-worker').textContent;
  var address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  engine.worker = new Worker(address);
  engine.worker.onmessage = event => { engine.hear(event.data); };
  engine.worker.onerror = event => { event.preventDefault(); engine.end(); };
  var program = spelled('studio-program');
  return engine.begun(await engine.post({ program: program }, [program.buffer]));
};

engine.inPage = async function () {
  engine.worker = null;
  var begun = engine.begun(await toolkit.serve({ program: spelled('studio-program') }));
  engine.slow = true;
  return begun;
};

engine.begun = function (said) {
  if (said.broken) throw new Error(said.broken);
  engine.running = true;
  return true;
};

engine.post = function (message, give) {
  if (!engine.worker) return toolkit.serve(message);
  return new Promise(answered => {
    message.n = ++engine.n;
    engine.waiting.set(message.n, answered);
    engine.worker.postMessage(message, give || []);
  });
};

engine.hear = function (said) {
  var answered = engine.waiting.get(said.n);
  engine.waiting.delete(said.n);
  if (answered) answered(said);
};

/* end answers all who wait that the toolkit is gone. The next who asks has a
   new one. */
engine.end = function () {
  if (engine.worker) engine.worker.terminate();
  engine.started = engine.told = null;
  engine.running = false;
  engine.waiting.forEach(answered => { answered({ broken: 'ended' }); });
  engine.waiting.clear();
};

/* ask calls a function of the toolkit: {value} or {error}, and {broken} if it
   cannot be asked at all. */
engine.ask = async function (name, argument) {
  if (!await engine.start()) return { broken: 'absent' };
  await studio.load();
  if (!engine.told) engine.told = engine.tell();
  await engine.told;
  var said = await engine.post({ name: name, argument: JSON.stringify(argument) });
  if (said.broken) engine.end();
  return said;
};

/* A new toolkit is told of the campaign, and of the reader's photograph. */
engine.tell = async function () {
  await engine.post({ name: 'open', argument: JSON.stringify(engine.opening) });
  if (engine.pictures) await engine.givePictures();
};

/* givePictures hands the photograph over, whole and small. */
engine.givePictures = async function () {
  if (!await engine.start()) return;
  for (var p of engine.pictures) {
    await engine.post({ name: 'picture', argument: JSON.stringify({ width: p.width, height: p.height, small: p.small }), bytes: p.bytes });
  }
};
