export interface RandomDraws {
	/** Uniform on [0, 1). */
	readonly uniform: () => number;
	/** Standard normal. */
	readonly normal: () => number;
}

/** Seeded draws: mulberry32 for uniforms, Box–Muller for normals. */
export function randomDraws(seed: number): RandomDraws {
	let state = seed;
	function uniform(): number {
		state = (state + 0x6d2b79f5) | 0;
		let bits = Math.imul(state ^ (state >>> 15), 1 | state);
		bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
		return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
	}
	function normal(): number {
		return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
	}
	return { uniform, normal };
}
