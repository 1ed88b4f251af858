const EMPTY = -1;
/** A direct table is used where the keys span at most this many times the number of rows. */
const DIRECT_SPAN = 4;

/** Whole numbers to dense ids in order of first appearance, in compact tables: no object per key. */
export class IntegerKeys {
	#keys = new Float64Array(2048);
	#ids = new Int32Array(2048).fill(EMPTY);
	#used = 0;
	#direct: Int32Array | null = null;
	#directMin = 0;

	/** Says that keys lie between `min` and `max`; a dense range gets a direct table. Call before the first key. */
	expect(min: number, max: number, rows: number): void {
		if (this.#used === 0 && max - min < Math.max(65_536, rows * DIRECT_SPAN)) {
			this.#direct = new Int32Array(max - min + 1).fill(EMPTY);
			this.#directMin = min;
		}
	}

	/** The id of the key, -1 when there is none. */
	find(key: number): number {
		const direct = this.#direct;
		if (direct) {
			const place = key - this.#directMin;
			if (place >= 0 && place < direct.length) {
				return direct[place]!;
			}
		}
		return this.#ids[this.#slotOf(key)]!;
	}

	/** The key must be new. */
	add(key: number, id: number): void {
		const direct = this.#direct;
		if (direct) {
			const place = key - this.#directMin;
			if (place >= 0 && place < direct.length) {
				direct[place] = id;
				return;
			}
		}
		if ((this.#used + 1) * 2 > this.#ids.length) {
			this.#grow();
		}
		const slot = this.#slotOf(key);
		this.#ids[slot] = id;
		this.#keys[slot] = key;
		this.#used++;
	}

	/** Ids of all keys into `ids` from `at` on; new keys get ids from `nextId` on. Returns the next free id. */
	addAll(keys: Int32Array | Float64Array, ids: Int32Array, at: number, nextId: number): number {
		let next = nextId;
		let row = 0;
		if (this.#direct && keys instanceof Int32Array) {
			[row, next] = addDirect(this.#direct, this.#directMin, keys, ids, at, nextId);
		}
		for (; row < keys.length; row++) {
			const key = keys[row]!;
			let id = this.find(key);
			if (id === EMPTY) {
				id = next++;
				this.add(key, id);
			}
			ids[at + row] = id;
		}
		return next;
	}

	#slotOf(key: number): number {
		const ids = this.#ids;
		const keys = this.#keys;
		const mask = ids.length - 1;
		let slot = hashOf(key) & mask;
		while (ids[slot] !== EMPTY && keys[slot] !== key) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	#grow(): void {
		const [oldIds, oldKeys] = [this.#ids, this.#keys];
		this.#ids = new Int32Array(oldIds.length * 4).fill(EMPTY);
		this.#keys = new Float64Array(oldIds.length * 4);
		for (let old = 0; old < oldIds.length; old++) {
			if (oldIds[old] !== EMPTY) {
				const slot = this.#slotOf(oldKeys[old]!);
				this.#ids[slot] = oldIds[old]!;
				this.#keys[slot] = oldKeys[old]!;
			}
		}
	}
}

function hashOf(key: number): number {
	const low = key | 0;
	const high = ((key - low) / 4_294_967_296) | 0;
	const mixed = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
	return mixed ^ (mixed >>> 15);
}

/** Up to the first key that is outside the table. Returns its row and the next free id. Calls nothing, which keeps it fast. */
function addDirect(
	direct: Int32Array,
	min: number,
	keys: Int32Array,
	ids: Int32Array,
	at: number,
	nextId: number,
): [row: number, nextId: number] {
	let next = nextId;
	let row = 0;
	for (; row < keys.length; row++) {
		const place = (keys[row]! - min) >>> 0;
		if (place >= direct.length) {
			break;
		}
		let id = direct[place]!;
		if (id < 0) {
			id = next++;
			direct[place] = id;
		}
		ids[at + row] = id;
	}
	return [row, next];
}
