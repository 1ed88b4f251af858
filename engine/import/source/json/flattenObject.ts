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
	for (const [key, entry] of Object.entries(value) as [string, unknown][]) {
		const name = prefix + key;
		if (isPlainObject(entry) && depth < MAX_DEPTH && !isEmpty(entry)) {
			flatten(entry, `${name}.`, depth + 1, put);
		} else if (!put(name, cellOf(entry))) {
			throw new RepeatedName(name);
		}
	}
}

function cellOf(value: unknown): SourceValue {
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) {
		return value;
	}
	return JSON.stringify(value);
}

function isPlainObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: object): boolean {
	for (const key in value) {
		return key === undefined;
	}
	return true;
}
