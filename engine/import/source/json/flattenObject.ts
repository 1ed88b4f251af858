import type { SourceValue } from '../TableReader.ts';

/** Objects within objects become columns with dotted names down to this depth; below it they stay JSON text. */
const MAX_DEPTH = 8;

/** A row that names one column twice: `{"a.b": 1, "a": {"b": 2}}`. */
export class RepeatedName extends Error {}

/**
 * The values of an object by dotted names (`address.city`). Arrays, and objects that are empty or nested too deeply, are
 * kept as JSON text; nothing is left out. `put` returns false for a name that the row has already.
 */
export function flattenObject(value: object, put: (name: string, value: SourceValue) => boolean): void {
	flatten(value, '', 1, put);
}

function flatten(
	value: object,
	prefix: string,
	depth: number,
	put: (name: string, value: SourceValue) => boolean,
): void {
	// Objects from JSON.parse have no inherited keys, and this loop makes no arrays of entries.
	for (const key in value) {
		const entry: unknown = Reflect.get(value, key);
		const name = prefix === '' ? key : prefix + key;
		if (typeof entry !== 'object' || entry === null) {
			if (!put(name, cellOf(entry))) {
				throw new RepeatedName(name);
			}
		} else if (depth < MAX_DEPTH && !Array.isArray(entry) && !isEmpty(entry)) {
			flatten(entry, `${name}.`, depth + 1, put);
		} else if (!put(name, JSON.stringify(entry))) {
			throw new RepeatedName(name);
		}
	}
}

function cellOf(value: unknown): SourceValue {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function isEmpty(value: object): boolean {
	for (const key in value) {
		return key === undefined;
	}
	return true;
}
