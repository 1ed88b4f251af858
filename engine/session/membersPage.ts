import type { Segmentation } from '#shared/model/segmentation.ts';
import type { Column } from '../columns/Column.ts';
import { gatherRows } from '../columns/gatherRows.ts';
import type { Frame } from '../frame/Frame.ts';
import { arrowOf, type NamedParts } from './arrowOf.ts';
import type { Customers } from './customersOf.ts';
import { customFieldColumns } from './customFieldColumns.ts';

/** Header of the key where no field holds it, and of the exclusions; a field of that name keeps it, and these then have a trailing underscore. */
const CUSTOMER = 'customer';
const EXCLUDED_BY = 'excluded_by';

export interface PageRequest {
	readonly from: number;
	readonly count: number;
}

export interface FoundRows {
	/** Rows of the frame that are on the page. */
	readonly rows: readonly number[];
	/** How many there are on all pages. */
	readonly total: number;
	/** The name of the exclusion that takes a row; null or absent where that is no question. */
	readonly excludedBy?: ((row: number) => string) | null;
}

/** Which of the customers are on a page, in the order of the base; everyone where `customers` is null. */
export function pageOf(frame: Frame, customers: Customers | null, { from, count }: PageRequest): FoundRows {
	if (!customers) {
		const length = Math.max(0, Math.min(count, frame.length - from));
		return { rows: Array.from({ length }, (_, index) => from + index), total: frame.length };
	}
	const { isMember, people, excludedBy } = customers;
	const rows: number[] = [];
	let seen = 0;
	for (let row = 0; row < frame.length && rows.length < count; row++) {
		if (isMember(row) && seen++ >= from) {
			rows.push(row);
		}
	}
	return { rows, total: people, excludedBy };
}

/**
 * One page of rows of the customer frame as Arrow bytes. The first column is the customer's key: the field `keyField`, or where that is
 * not in the frame a column of its own. The custom fields of the draft come last; one with the name of a field takes its place.
 */
export function pageOfRows(
	frame: Frame,
	{ rows, total, excludedBy = null }: FoundRows,
	segmentation: Segmentation,
	keyField: string | null,
): { rows: Uint8Array; total: number } {
	const custom = customFieldColumns(segmentation, frame);
	const own = new Set(custom.map(({ name }) => name));
	const names = frame.fields.map(({ name }) => name).filter((name) => !own.has(name));
	const free = (name: string) => (own.has(name) || names.includes(name) ? `${name}_` : name);
	const hasKey = keyField !== null && names.includes(keyField);
	const wanted = Int32Array.from(rows);
	const field = (name: string): NamedParts[] => {
		const column = frame.columns.get(name);
		return column ? [{ name, parts: [gatherRows(column, wanted)] }] : [];
	};
	const columns = [
		...(hasKey ? field(keyField) : []),
		...(excludedBy ? [{ name: free(EXCLUDED_BY), parts: [textColumn(rows.map(excludedBy))] }] : []),
		...names.filter((name) => !hasKey || name !== keyField).flatMap(field),
		...custom.map(({ name, of }) => ({ name, parts: [of(wanted)] })),
	];
	const lead = hasKey ? null : { name: free(CUSTOMER), cells: rows.map((row) => frame.customerId(row)) };
	return { rows: arrowOf(columns, [wanted.map((_, place) => place)], lead), total };
}

function textColumn(texts: readonly string[]): Column {
	const codes = Int32Array.from(texts, (_, place) => place);
	return { kind: 'category', type: 'text', length: texts.length, nulls: null, codes, labels: texts };
}
