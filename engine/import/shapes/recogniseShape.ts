import { headerKey } from '../guess/headerKey.ts';
import type { KnownShape } from './KnownShape.ts';
import { knownShapes } from './knownShapes.ts';

/** The known export that the headers belong to, the most telling one where several fit; null for none. */
export function recogniseShape(headers: readonly string[]): KnownShape | null {
	const present = new Set(headers.map(headerKey));
	const fitting = knownShapes.filter(({ signature }) => signature.every((header) => present.has(headerKey(header))));
	return fitting.sort((left, right) => right.signature.length - left.signature.length)[0] ?? null;
}

/** Role field id to the file's own spelling of the header, for the fields that the file has. */
export function fieldsOfShape(shape: KnownShape, headers: readonly string[]): Record<string, string> {
	const spelled = new Map(headers.map((header) => [headerKey(header), header]));
	const fields: Record<string, string> = {};
	const taken = new Set<string>();
	for (const [field, wanted] of Object.entries(shape.fields)) {
		const options = typeof wanted === 'string' ? [wanted] : wanted;
		const header = options.map((option) => spelled.get(headerKey(option))).find((found) => found && !taken.has(found));
		if (header) {
			fields[field] = header;
			taken.add(header);
		}
	}
	return fields;
}
