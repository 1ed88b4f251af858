const compiled = new Map<string, WebAssembly.Module>();

/**
 * The exports of a compiled kernel on a memory. `module` is the text of a *Module.ts file; it is compiled once a thread. `K` is what its
 * source in assembly/ exports: the tests hold the two together.
 */
export function kernelOf<K>(module: string, memory: WebAssembly.Memory): K {
	const known = compiled.get(module) ?? new WebAssembly.Module(Buffer.from(module, 'base64'));
	compiled.set(module, known);
	return new WebAssembly.Instance(known, { env: { memory } }).exports as unknown as K;
}
