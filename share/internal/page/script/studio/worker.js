/* Runs the toolkit, which is a Go program: in a worker, and where there is
   none in the page itself. The page has this text as a script and gives the
   same text, after the loader, to its worker. */
var toolkit = (function (scope) {
'use strict';
var functions = null;

async function open(bytes) {
  var go = new scope.Go(), { instance } = await WebAssembly.instantiate(unzstd.bytes(bytes), go.importObject);
  functions = await new Promise(function (ready, failed) {
    scope.shareToolkitReady = 'toolkitReady';
    scope.toolkitReady = ready;
    go.run(instance).then(function () { failed(new Error('the toolkit ended')); }, failed);
  });
}

/* {value}, {error} where the toolkit refuses, or {broken} after which it must
   not be asked again: a stack that ran over leaves Go's memory in pieces. */
function answer(name, argument, bytes) {
  try { return functions[name](argument, bytes); } catch (e) { return { broken: String(e) }; }
}

async function serve(message) {
  if (!message.program) return answer(message.name, message.argument, message.bytes);
  try { await open(message.program); return { value: true }; } catch (e) { return { broken: String(e) }; }
}

function buffers(value) { return value && value.data && value.data.buffer ? [value.data.buffer] : []; }

if (typeof WorkerGlobalScope !== 'undefined') scope.onmessage = async function (event) {
  var said = await serve(event.data);
  said.n = event.data.n;
  scope.postMessage(said, buffers(said.value));
};
return { serve: serve };
})(self);
