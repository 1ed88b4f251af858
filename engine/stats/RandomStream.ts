/**
 * A small seeded generator: xoroshiro64** (Blackman and Vigna, 2018), two 32-bit words of state, integer operations only,
 * hence the same numbers on every machine. `restart` keys a stream by (seed, item, purpose), so that what happens to one
 * customer does not depend on how many customers there are or in which order they are visited.
 */
export class RandomStream {
	readonly #seed: number;
	readonly #state = new Int32Array(2);

	constructor(seed: number) {
		this.#seed = seed;
		this.restart(0, 0);
	}

	restart(item: number, purpose: number): void {
		const first = mix(mix(this.#seed ^ 0x51ed270b) ^ Math.imul(item, 0x9e3779b1) ^ Math.imul(purpose, 0x85ebca77));
		const second = mix(first ^ mix(item + 0x27d4eb2f) ^ purpose);
		this.#state[0] = first;
		// An all-zero state would stay zero for ever.
		this.#state[1] = first === 0 && second === 0 ? 1 : second;
	}

	/** Uniform over all 32-bit integers, unsigned. */
	next(): number {
		const state = this.#state;
		const low = state[0]!;
		const high = state[1]! ^ low;
		const scrambled = Math.imul(low, 0x9e3779bb);
		state[0] = ((low << 26) | (low >>> 6)) ^ high ^ (high << 9);
		state[1] = (high << 13) | (high >>> 19);
		return Math.imul((scrambled << 5) | (scrambled >>> 27), 5) >>> 0;
	}

	/** Uniform in [0, 1). */
	unit(): number {
		return this.next() / 4_294_967_296;
	}

	/** Uniform over 0 .. count - 1; the bias of the multiplication is below count / 2^32. */
	below(count: number): number {
		return Math.floor((this.next() / 4_294_967_296) * count);
	}

	/** True with the given probability. */
	chance(probability: number): boolean {
		return this.next() < probability * 4_294_967_296;
	}

	/** An index of cumulative weights that end in 1. */
	pick(cumulative: readonly number[]): number {
		const unit = this.unit();
		let index = 0;
		while (index < cumulative.length - 1 && unit >= cumulative[index]!) {
			index++;
		}
		return index;
	}
}

/** Finaliser of MurmurHash3: every input bit moves every output bit. */
function mix(value: number): number {
	let word = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
	return word ^ (word >>> 16);
}
