import { assertNever } from '#shared/base/assertNever.ts';
import type { RowFilter } from '#shared/model/rowFilter.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { hasBit } from '../columns/bitmap.ts';
import { cellOf } from '../columns/cellOf.ts';
import type { Job } from '../job.ts';
import { decodedChunks, storedChunks } from './ColumnSource.ts';
import { storedValue } from './columnValue.ts';
import { findRepeats } from './findRepeats.ts';
import type { QualityColumn, QualityInput } from './QualityInput.ts';
import { suspiciousText } from './suspiciousText.ts';

/** The rows of a table that a filter asks for, ascending. Throws `not-found` for a column that the table does not have. */
export async function rowsMatching(table: QualityInput, filter: RowFilter, job: Job): Promise<Int32Array> {
	if (filter.kind === 'repeated') {
		return findRepeats(table, job);
	}
	const column = table.columns.find(({ name }) => name === filter.column);
	if (!column) {
		throw new EngineError('not-found', `${table.name} has no column "${filter.column}".`);
	}
	const isText = column.storage.kind === 'category' || column.storage.kind === 'text';
	const found: number[] = [];
	if (isText && filter.kind !== 'missing') {
		const matches = textTest(filter);
		for (const { from, column: part } of decodedChunks(column)) {
			const known = part.kind === 'category' ? part.labels.map(matches) : null;
			for (let row = 0; row < part.length; row++) {
				if (part.nulls === null || !hasBit(part.nulls, row)) {
					const isMatch =
						known && part.kind === 'category' ? known[part.codes[row]!]! : matches(String(cellOf(part, row)));
					if (isMatch) {
						found.push(from + row);
					}
				}
			}
			await job.tick(from, table.rows, `Searching ${table.name}`);
		}
		return Int32Array.from(found);
	}
	const matches = filter.kind === 'missing' ? () => false : valueTest(filter, column);
	const wantsNull = filter.kind === 'missing';
	for (const { from, body, base, nulls, chunk } of storedChunks(column)) {
		for (let row = 0; row < chunk.rows; row++) {
			const isNull = nulls !== null && hasBit(nulls, row);
			if (isNull ? wantsNull : matches(body[row]! + base)) {
				found.push(from + row);
			}
		}
		await job.tick(from, table.rows, `Searching ${table.name}`);
	}
	return Int32Array.from(found);
}

type ColumnFilter = Exclude<RowFilter, { kind: 'repeated' | 'missing' }>;

function textTest(filter: ColumnFilter): (text: string) => boolean {
	switch (filter.kind) {
		case 'suspicious':
			return (text) => suspiciousText(text) === filter.what;
		case 'equals': {
			const wanted = new Set(filter.values.map(String));
			return (text) => wanted.has(text);
		}
		case 'outside':
			return () => false;
		default:
			return assertNever(filter);
	}
}

function valueTest(filter: ColumnFilter, { storage }: QualityColumn): (stored: number) => boolean {
	switch (filter.kind) {
		case 'suspicious':
			return () => false;
		case 'equals': {
			const wanted = filter.values.map((value) => rounded(storedValue(value, storage)));
			return (stored) => wanted.includes(stored);
		}
		case 'outside': {
			const below = filter.below === null ? -Infinity : rounded(storedValue(filter.below, storage));
			const above = filter.above === null ? Infinity : rounded(storedValue(filter.above, storage));
			return (stored) => stored < below || stored > above;
		}
		default:
			return assertNever(filter);
	}
}

/** A limit in major units times a power of ten can miss the stored whole number by a rounding error. */
function rounded(stored: number): number {
	const whole = Math.round(stored);
	return Math.abs(stored - whole) < 1e-6 ? whole : stored;
}
