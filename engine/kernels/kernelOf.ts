const compiled = new Map<string, WebAssembly.Module>();
const instances = new WeakMap<WebAssembly.Memory, Map<string, Readonly<Record<string, unknown>>>>();

/**
 * The exports of a compiled kernel on a memory. `module` is the text of a *Module.ts file; each thread compiles it once, and makes one
 * instance for each memory. `K` is what its source in assembly/ exports: the tests hold the two together.
 */
export function kernelOf<K>(module: string, memory: WebAssembly.Memory): K {
	const ofMemory = instances.get(memory) ?? new Map<string, Readonly<Record<string, unknown>>>();
	instances.set(memory, ofMemory);
	let exports = ofMemory.get(module);
	if (!exports) {
		const known = compiled.get(module) ?? new WebAssembly.Module(Buffer.from(module, 'base64'));
		compiled.set(module, known);
		exports = new WebAssembly.Instance(known, { env: { memory } }).exports;
		ofMemory.set(module, exports);
	}
	return exports as unknown as K;
}
