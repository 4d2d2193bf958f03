/* ---- the toolkit ---- */

/* What the page asks of the toolkit, by whichever way it runs here: in a
   worker, else in the page. engine.start() is the same promise for all who ask,
   false where cards cannot be drawn. */
var engine = { started: null, worker: null, waiting: new Map(), n: 0 };

function unbase(name) {
  var text = id(name).textContent;
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  return Uint8Array.from(atob(text), c => c.charCodeAt(0));
}

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
  var program = unbase('studio-program');
  return engine.begun(await engine.post({ program: program }, [program.buffer]));
};

engine.inPage = async function () {
  engine.worker = null;
  return engine.begun(await toolkit.serve({ program: unbase('studio-program') }));
};

engine.begun = function (said) {
  if (said.broken) throw new Error(said.broken);
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
  engine.started = null;
  engine.waiting.forEach(answered => { answered({ broken: 'ended' }); });
  engine.waiting.clear();
};

/* ask calls a function of the toolkit: {value} or {error}, and {broken} if it
   cannot be asked at all. */
engine.ask = async function (name, argument) {
  if (!await engine.start()) return { broken: 'absent' };
  var said = await engine.post({ name: name, argument: JSON.stringify(argument) });
  if (said.broken) engine.end();
  return said;
};
