import { tokenizeSql } from './tokenizeSql.ts';

/** A part of a text, offsets in UTF-16 units. */
export interface SqlRange {
	readonly from: number;
	readonly to: number;
}

/**
 * The statement in which or right behind which a place lies; statements end with a semicolon outside of quotes and comments.
 * Null where there is none.
 */
export function statementAt(text: string, place: number): SqlRange | null {
	const statements: SqlRange[] = [];
	let from: number | null = null;
	let to = 0;
	for (const { source, offset } of tokenizeSql(text)) {
		if (source === ';') {
			if (from !== null) {
				statements.push({ from, to });
			}
			from = null;
		} else {
			from ??= offset;
			to = offset + source.length;
		}
	}
	if (from !== null) {
		statements.push({ from, to });
	}
	return statements.findLast((statement) => statement.from <= place) ?? statements[0] ?? null;
}
