/** The part of WebAssembly that the engine uses: its types come with those of browsers, which the engine does without. */
declare namespace WebAssembly {
	class Memory {
		readonly buffer: ArrayBuffer | SharedArrayBuffer;
		grow(pages: number): number;
		constructor(descriptor: { readonly initial: number; readonly maximum?: number; readonly shared?: boolean });
	}

	class Module {
		constructor(bytes: Uint8Array);
	}

	class Instance {
		readonly exports: Readonly<Record<string, unknown>>;
		constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>);
	}
}
