import { EngineError } from '#shared/protocol/envelope.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { BooleanColumn, CategoryColumn } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import { orderedField } from '../ordered/OrderedField.ts';
import { MAX_BINS } from './BinnedField.ts';
import type { BinnedField } from './BinnedField.ts';
import { binOrdered } from './binOrdered.ts';

/** Null for text of many distinct values, which has no groups to split by. Throws `data` when there is no such field. */
export function binField(frame: Frame, name: string): BinnedField | null {
	const column = frame.columns.get(name);
	if (!column) {
		throw new EngineError('data', `There is no field “${name}”. Choose one of the fields of the customers.`);
	}
	switch (column.kind) {
		case 'number':
		case 'date':
		case 'timestamp':
			return binOrdered(name, orderedField(frame, name));
		case 'boolean':
			return binBoolean(name, column);
		case 'category':
			return binLabels(name, column);
		case 'text':
			return null;
	}
}

function binBoolean(name: string, { values, nulls, length }: BooleanColumn): BinnedField {
	const codes = new Uint8Array(length);
	for (let row = 0; row < length; row++) {
		codes[row] = nulls !== null && hasBit(nulls, row) ? 2 : values[row]!;
	}
	return { name, codes, bins: 2, hasMissing: nulls !== null, isExact: true, words: { kind: 'boolean' } };
}

/** The most frequent labels have a bin each, in order of their frequency; all others, and labels yet to come, the last one. */
function binLabels(name: string, { codes: labelCodes, labels, nulls, length }: CategoryColumn): BinnedField {
	const counts = new Float64Array(labels.length);
	for (let row = 0; row < length; row++) {
		if (nulls === null || !hasBit(nulls, row)) {
			counts[labelCodes[row]!]!++;
		}
	}
	const present = [...labels.keys()]
		.filter((code) => counts[code]! > 0)
		.sort((left, right) => counts[right]! - counts[left]! || (labels[left]! < labels[right]! ? -1 : 1));
	const own = present.slice(0, MAX_BINS - 1);
	const bins = own.length + 1;
	const binOfLabel = new Uint8Array(labels.length).fill(own.length);
	for (const [bin, code] of own.entries()) {
		binOfLabel[code] = bin;
	}
	const codes = new Uint8Array(length);
	for (let row = 0; row < length; row++) {
		codes[row] = nulls !== null && hasBit(nulls, row) ? bins : binOfLabel[labelCodes[row]!]!;
	}
	const words = { kind: 'labels', labels: own.map((code) => labels[code]!) } as const;
	return { name, codes, bins, hasMissing: nulls !== null, isExact: own.length === present.length, words };
}
