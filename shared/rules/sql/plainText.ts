import { SqlExportError } from './SqlExportError.ts';

/** A text or name that statements can hold: no NUL, no half of a surrogate pair. */
export function plainText(value: string): string {
	if (value.includes('\0') || !value.isWellFormed()) {
		const shown = value.replaceAll('\0', '').toWellFormed();
		throw new SqlExportError(`“${shown}” holds a character that databases do not take (NUL, or half of an emoji).`);
	}
	return value;
}
