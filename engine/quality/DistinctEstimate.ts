const BITS = 14;
const REGISTERS = 2 ** BITS;
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

/**
 * HyperLogLog (Flajolet, Fusy, Gandouet, Meunier 2007) with 16,384 registers: the number of distinct values of any number
 * of rows in 16 kB, with a standard error of 0.8 %.
 */
export class DistinctEstimate {
	readonly #registers = new Uint8Array(REGISTERS);

	add(low: number, high: number): void {
		const register = high >>> (32 - BITS);
		const rank = Math.clz32(low) + 1;
		if (rank > this.#registers[register]!) {
			this.#registers[register] = rank;
		}
	}

	count(): number {
		let sum = 0;
		let empty = 0;
		for (const rank of this.#registers) {
			sum += 2 ** -rank;
			empty += rank === 0 ? 1 : 0;
		}
		const raw = (ALPHA * REGISTERS * REGISTERS) / sum;
		const isSmall = raw <= 2.5 * REGISTERS && empty > 0;
		return Math.round(isSmall ? REGISTERS * Math.log(REGISTERS / empty) : raw);
	}
}
