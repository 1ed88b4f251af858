const QUOTE = 34;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const MAX_KEY_BYTES = 1000;

/**
 * Goes through the bytes of a JSON object and tells where the lists directly below it open and close: the `orders` of
 * `{"count": 2, "orders": [{…}, {…}]}`, which is how many services wrap their tables.
 */
export class TopLevelLists {
	/** The key of the list that opened last. */
	key = '';
	/** Objects and lists that are open. */
	depth = 0;
	private isString = false;
	private isEscaped = false;
	private text: number[] = [];
	private lastText: number[] = [];

	/** What the byte does to a list directly below the top object. */
	next(byte: number): 'opens' | 'closes' | null {
		if (this.isString) {
			this.inString(byte);
			return null;
		}
		switch (byte) {
			case QUOTE:
				this.isString = true;
				this.text = [];
				return null;
			case COLON:
				if (this.depth === 1) {
					this.lastText = this.text;
				}
				return null;
			case OPEN_BRACE:
				this.depth++;
				return null;
			case OPEN_BRACKET:
				if (++this.depth === 2) {
					this.key = keyOf(this.lastText);
					return 'opens';
				}
				return null;
			case CLOSE_BRACKET:
				return --this.depth === 1 ? 'closes' : null;
			case CLOSE_BRACE:
				this.depth--;
				return null;
			default:
				return null;
		}
	}

	private inString(byte: number): void {
		if (!this.isEscaped && byte === QUOTE) {
			this.isString = false;
			return;
		}
		this.isEscaped = !this.isEscaped && byte === BACKSLASH;
		if (this.depth === 1 && this.text.length < MAX_KEY_BYTES) {
			this.text.push(byte);
		}
	}
}

/**
 * Keys of the lists of objects in the one object that a file consists of; none for a file of several objects. `head` may
 * end anywhere.
 */
export function listKeys(head: Uint8Array): string[] {
	const lists = new TopLevelLists();
	const keys: string[] = [];
	let isOpen = false;
	for (const byte of head) {
		if (byte <= 32) {
			continue;
		}
		if (isOpen && byte === OPEN_BRACE) {
			keys.push(lists.key);
		}
		const isClosed = lists.depth === 0 && keys.length > 0;
		if (isClosed) {
			return [];
		}
		isOpen = lists.next(byte) === 'opens';
	}
	return [...new Set(keys)];
}

/** The bytes of one list, brackets included. */
export async function* listOfKey(bytes: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<Uint8Array> {
	const lists = new TopLevelLists();
	let isInside = false;
	for await (const chunk of bytes) {
		let from = isInside ? 0 : -1;
		for (let at = 0; at < chunk.length; at++) {
			const event = lists.next(chunk[at]!);
			if (event === 'opens' && lists.key === key) {
				from = at;
				isInside = true;
			} else if (event === 'closes' && isInside) {
				yield chunk.subarray(from, at + 1);
				return;
			}
		}
		if (from >= 0) {
			yield chunk.subarray(from);
		}
	}
}

function keyOf(bytes: readonly number[]): string {
	const text = Buffer.from(bytes).toString('utf8');
	try {
		return String(JSON.parse(`"${text}"`));
	} catch {
		return text;
	}
}
