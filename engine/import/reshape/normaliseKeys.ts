import type { KeyForm } from '#shared/model/tableMapping.ts';
import type { Column } from '../../columns/Column.ts';
import { cellOf } from '../../columns/cellOf.ts';

/** A key as it is compared, in the forms that the mapping asks for. */
export function normaliseKey(key: string, forms: readonly KeyForm[]): string {
	let text = key;
	if (forms.includes('no-spaces')) {
		text = text.replace(/\s+/g, '');
	}
	if (forms.includes('lower-case')) {
		text = text.toLowerCase();
	}
	// Before the first digit of each number in the key: "007" is "7", "K0042" is "K42".
	return forms.includes('no-leading-zeros') ? text.replace(/(^|\D)0+(?=\d)/g, '$1') : text;
}

/** A key column in the forms asked for. Whole numbers are in all of them already. Keys that become empty stay empty texts. */
export function normaliseKeys(column: Column, forms: readonly KeyForm[]): Column {
	if (forms.length === 0 || (column.kind !== 'category' && column.kind !== 'text')) {
		return column;
	}
	if (column.kind === 'category') {
		return { ...column, labels: column.labels.map((label) => normaliseKey(label, forms)) };
	}
	const encoder = new TextEncoder();
	const offsets = new Int32Array(new SharedArrayBuffer((column.length + 1) * 4));
	// Lower case can take more bytes than upper case: "İ" becomes three.
	const bytes = new Uint8Array(column.bytes.length * 2);
	let end = 0;
	for (let row = 0; row < column.length; row++) {
		const key = cellOf(column, row);
		end += typeof key === 'string' ? encoder.encodeInto(normaliseKey(key, forms), bytes.subarray(end)).written : 0;
		offsets[row + 1] = end;
	}
	const kept = new Uint8Array(new SharedArrayBuffer(end));
	kept.set(bytes.subarray(0, end));
	return { ...column, offsets, bytes: kept };
}
