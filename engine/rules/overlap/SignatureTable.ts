const FIRST_SLOTS = 1 << 10;

/**
 * The distinct combinations of rules that rows match, each counted. A combination is held as one bit per rule in 32-bit words and found
 * by open addressing; number 0 is "no rule". Sums are of what is added: whole minor units stay exact below 2^53.
 */
export class SignatureTable {
	readonly rules: number;
	/** 32-bit words per combination. */
	readonly words: number;
	size = 1;
	private keys: Int32Array;
	private people: Float64Array;
	private sums: Float64Array;
	private firstRows: Int32Array;
	/** Numbers of combinations plus one; 0 is free. */
	private slots: Int32Array;

	constructor(rules: number) {
		this.rules = rules;
		this.words = Math.max(1, (rules + 31) >>> 5);
		const capacity = FIRST_SLOTS >>> 1;
		this.keys = new Int32Array(capacity * this.words);
		this.people = new Float64Array(capacity);
		this.sums = new Float64Array(capacity);
		this.firstRows = new Int32Array(capacity).fill(-1);
		this.slots = new Int32Array(FIRST_SLOTS);
		this.slots[this.slotOf(this.keys, 0)] = 1;
	}

	/** Counts one row, whose combination stands in `bits` from `at` on. Rows are to be added in ascending order. */
	add(bits: Int32Array, at: number, row: number, amount: number): void {
		const slot = this.slotOf(bits, at);
		let number = this.slots[slot]! - 1;
		if (number === -1) {
			number = this.insert(bits, at, slot);
		}
		if (this.people[number] === 0) {
			this.firstRows[number] = row;
		}
		this.people[number]! += 1;
		this.sums[number]! += amount;
	}

	peopleOf(number: number): number {
		return this.people[number]!;
	}

	sumOf(number: number): number {
		return this.sums[number]!;
	}

	/** The first row of the combination; -1 where no row has it, which can be for number 0 only. */
	firstRowOf(number: number): number {
		return this.firstRows[number]!;
	}

	/** The rules of a combination in ascending order. */
	rulesOf(number: number): number[] {
		const rules: number[] = [];
		for (let word = 0; word < this.words; word++) {
			for (let bits = this.keys[number * this.words + word]!; bits !== 0; bits &= bits - 1) {
				rules.push((word << 5) + 31 - Math.clz32(bits & -bits));
			}
		}
		return rules;
	}

	/** Where the combination is, or the free slot where it belongs. */
	private slotOf(bits: Int32Array, at: number): number {
		const { words, keys, slots } = this;
		let hash = 0;
		for (let word = 0; word < words; word++) {
			hash = Math.imul(hash ^ bits[at + word]!, 0x9e_37_79_b1);
			hash ^= hash >>> 15;
		}
		const mask = slots.length - 1;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const number = slots[slot]! - 1;
			let word = number === -1 ? words : 0;
			while (word < words && keys[number * words + word] === bits[at + word]) {
				word++;
			}
			if (word === words) {
				return slot;
			}
		}
	}

	private insert(bits: Int32Array, at: number, slot: number): number {
		const number = this.size;
		this.keys.set(bits.subarray(at, at + this.words), number * this.words);
		this.slots[slot] = number + 1;
		this.size++;
		if (this.size === this.people.length) {
			this.grow();
		}
		return number;
	}

	private grow(): void {
		const capacity = this.people.length * 2;
		const grown = <A extends Int32Array | Float64Array>(target: A, source: A): A => {
			target.set(source);
			return target;
		};
		this.keys = grown(new Int32Array(capacity * this.words), this.keys);
		this.people = grown(new Float64Array(capacity), this.people);
		this.sums = grown(new Float64Array(capacity), this.sums);
		this.firstRows = grown(new Int32Array(capacity), this.firstRows);
		this.slots = new Int32Array(capacity * 2);
		for (let number = 0; number < this.size; number++) {
			this.slots[this.slotOf(this.keys, number * this.words)] = number + 1;
		}
	}
}
