import type { Dialect } from '#shared/model/importPlan.ts';
import type { SourceFormat } from '#shared/model/tableSource.ts';
import { detectDialect } from '../detectDialect.ts';
import { nameColumns } from '../nameColumns.ts';
import { sampleColumns, type SampledColumns } from '../sampleColumns.ts';
import type { FileSample } from '../sampleFile.ts';

export interface TableShape {
	readonly names: readonly string[];
	readonly dialect: Dialect;
	readonly sampled: SampledColumns;
}

/**
 * The columns of a file that is to follow another one: read as the first is, or, where that gives other columns, in the
 * dialect that the file itself shows (a part of the same export with another delimiter or encoding).
 */
export function shapeLike(sample: FileSample, first: Dialect, names: readonly string[]): TableShape {
	const { delimiter, quote, hasHeader, skipRows, skipLastRows, hasTrailingDelimiter } = first;
	const kept = { delimiter, quote, hasHeader, skipRows, skipLastRows, hasTrailingDelimiter };
	const set = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
	const same = shapeOf(sample, detectDialect(sample, set));
	return describeDifference(names, same.names) === null ? same : shapeOf(sample, detectDialect(sample, { hasHeader }));
}

export function shapeOf(sample: FileSample, dialect: Dialect): TableShape {
	const sampled = sampleColumns(sample, dialect);
	return { names: nameColumns(sampled.header, sampled.fieldCount).names, dialect, sampled };
}

/**
 * How the columns of a file differ from those of the first one, as the end of a sentence; null where they do not. Formats
 * that name the columns of every row may have them in any order, and JSON may leave some out.
 */
export function describeDifference(
	expected: readonly string[],
	found: readonly string[],
	format: SourceFormat = 'delimited',
): string | null {
	const mayMiss = format === 'json' || format === 'json-lines';
	const missing = mayMiss ? [] : expected.filter((name) => !found.includes(name));
	const added = found.filter((name) => !expected.includes(name));
	if (missing.length + added.length > 0) {
		const parts = [
			...(missing.length > 0 ? [`it has no ${listed(missing)}`] : []),
			...(added.length > 0 ? [`it has ${listed(added)} more`] : []),
		];
		return parts.join(', and ');
	}
	const isText = format === 'delimited' || format === 'fixed-width';
	const isInOrder = expected.every((name, index) => found[index] === name);
	return isInOrder || !isText ? null : 'its columns stand in another order';
}

const LISTED = 5;

function listed(names: readonly string[]): string {
	const shown = names.slice(0, LISTED).map((name) => `"${name}"`);
	const rest = names.length - shown.length;
	return `${shown.join(', ')}${rest > 0 ? ` and ${rest} others` : ''}`;
}
