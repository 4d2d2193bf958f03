// The toolkit for JavaScript. See index.d.ts for what each function takes.
import "./wasm_exec.js";

/** An error of the toolkit: `rule` and `field` say what was broken, and where. */
export class ToolkitError extends Error {
	constructor({ message, rule, field }) {
		super(message);
		this.name = "ToolkitError";
		this.rule = rule;
		this.field = field;
	}
}

let loads = 0;

/** Starts the toolkit. `wasm`: its bytes; without them, the file beside this one. */
export async function open(wasm) {
	const bytes = wasm ?? await beside("toolkit.wasm");
	const go = new globalThis.Go();
	const { instance } = await WebAssembly.instantiate(bytes, go.importObject);
	const callback = `shareToolkitReady${++loads}`;
	const functions = await new Promise((ready, failed) => {
		globalThis[callback] = ready;
		globalThis.shareToolkitReady = callback; // read before run returns
		go.run(instance).then(() => failed(new Error("the toolkit ended")), failed);
	}).finally(() => {
		delete globalThis[callback];
		delete globalThis.shareToolkitReady;
	});
	const call = (name, argument) => {
		const { value, error } = functions[name](JSON.stringify(argument));
		if (error) throw new ToolkitError(error);
		return value;
	};
	return {
		draw: (card, { theme = "", format = "", type = "png" } = {}) => call("draw", { card, theme, format, type }),
		compose: (platform, post) => call("compose", { ...post, platform }),
		names: () => call("names", {}),
	};
}

async function beside(name) {
	const url = new URL(name, import.meta.url);
	if (url.protocol === "file:" && globalThis.process) {
		const { readFile } = await import("node:fs/promises");
		return readFile(url);
	}
	return (await fetch(url)).arrayBuffer();
}
