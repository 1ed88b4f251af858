import type { BooleanColumn, CategoryColumn, Column, DateColumn } from '../../../engine/columns/Column.ts';
import type { NumberColumn, TimestampColumn } from '../../../engine/columns/Column.ts';
import type { EventTable } from '../../../engine/frame/EventTable.ts';

/** Rows as they stand in a file. Customers from `customers` on are not in the base. Money in cents. */
export interface OrderRow {
	readonly customer: number;
	readonly order: string | null;
	readonly day: number | null;
	readonly revenue: number | null;
	readonly cost: number | null;
}

export interface RecipientRow {
	readonly customer: number;
	readonly day: number | null;
	readonly arm: string | null;
	readonly delivered: boolean | null;
	readonly opened: boolean | null;
	readonly clicked: number | null;
	readonly convertedMs: number | null;
	readonly revenue: number | null;
}

function nullsOf(values: readonly unknown[]): Uint32Array | null {
	const bits = new Uint32Array(Math.ceil(values.length / 32));
	for (const [row, value] of values.entries()) {
		bits[row >>> 5]! |= value === null ? 1 << (row & 31) : 0;
	}
	return values.includes(null) ? bits : null;
}

const base = (values: readonly unknown[]) => ({ length: values.length, nulls: nullsOf(values) });

export function cents(values: readonly (number | null)[]): NumberColumn {
	const numbers = Int32Array.from(values, (value) => value ?? 0);
	return { kind: 'number', type: 'decimal', ...base(values), values: numbers, scale: 2, isExact: true };
}

export function integers(values: readonly (number | null)[]): NumberColumn {
	const numbers = Int32Array.from(values, (value) => value ?? 0);
	return { kind: 'number', type: 'integer', ...base(values), values: numbers, scale: 0, isExact: true };
}

export function days(values: readonly (number | null)[]): DateColumn {
	return { kind: 'date', type: 'date', ...base(values), values: Int32Array.from(values, (value) => value ?? 0) };
}

export function moments(values: readonly (number | null)[]): TimestampColumn {
	const times = Float64Array.from(values, (value) => value ?? 0);
	return { kind: 'timestamp', type: 'timestamp', ...base(values), values: times };
}

export function flags(values: readonly (boolean | null)[]): BooleanColumn {
	const bytes = Uint8Array.from(values, (value) => (value === true ? 1 : 0));
	return { kind: 'boolean', type: 'boolean', ...base(values), values: bytes };
}

export function categories(values: readonly (string | null)[]): CategoryColumn {
	const labels = [...new Set(values.filter((value) => value !== null))];
	const codes = Uint16Array.from(values, (value) => (value === null ? 0 : labels.indexOf(value)));
	return { kind: 'category', type: 'text', ...base(values), codes, labels };
}

/** The rows by customer, in file order within a customer, as an import leaves them. */
function clustered<R extends { readonly customer: number }>(rows: readonly R[], customers: number) {
	const byCustomer = new Map<number, R[]>();
	for (const row of rows) {
		byCustomer.set(row.customer, [...(byCustomer.get(row.customer) ?? []), row]);
	}
	const groups = [...byCustomer.entries()];
	const offsets = Int32Array.from([0, ...groups.map(([, group]) => group.length)]);
	for (let at = 1; at < offsets.length; at++) {
		offsets[at]! += offsets[at - 1]!;
	}
	return {
		sorted: groups.flatMap(([, group]) => group),
		offsets,
		baseRows: Int32Array.from(groups, ([customer]) => (customer < customers ? customer : -1)),
	};
}

export function orderTable(
	rows: readonly OrderRow[],
	customers: number,
	fields: readonly ('order' | 'date' | 'revenue' | 'cost')[] = ['order', 'date', 'revenue', 'cost'],
): EventTable {
	const { sorted, offsets, baseRows } = clustered(rows, customers);
	const columns = new Map<string, Column>();
	if (fields.includes('date')) {
		columns.set('date', days(sorted.map((row) => row.day)));
	}
	if (fields.includes('revenue')) {
		columns.set('revenue', cents(sorted.map((row) => row.revenue)));
	}
	if (fields.includes('cost')) {
		columns.set('cost', cents(sorted.map((row) => row.cost)));
	}
	const seen = new Set<string>();
	const firstLine = Uint8Array.from(sorted, ({ customer, order }) => {
		const key = `${customer}/${order}`;
		const isFirst = order === null || !seen.has(key);
		seen.add(key);
		return isFirst ? 1 : 0;
	});
	return {
		role: 'orders',
		length: sorted.length,
		offsets,
		baseRows,
		columns,
		firstLine: fields.includes('order') ? firstLine : null,
	};
}

export type RecipientField = 'date' | 'arm' | 'delivered' | 'opened' | 'clicked' | 'converted' | 'revenue';

export function recipientTable(
	rows: readonly RecipientRow[],
	customers: number,
	fields: readonly RecipientField[] = ['date', 'arm', 'delivered', 'opened', 'clicked', 'converted', 'revenue'],
): EventTable {
	const { sorted, offsets, baseRows } = clustered(rows, customers);
	const all: Record<RecipientField, Column> = {
		date: days(sorted.map((row) => row.day)),
		arm: categories(sorted.map((row) => row.arm)),
		delivered: flags(sorted.map((row) => row.delivered)),
		opened: flags(sorted.map((row) => row.opened)),
		clicked: integers(sorted.map((row) => row.clicked)),
		converted: moments(sorted.map((row) => row.convertedMs)),
		revenue: cents(sorted.map((row) => row.revenue)),
	};
	const columns = new Map<string, Column>(fields.map((field) => [field, all[field]]));
	return { role: 'recipients', length: sorted.length, offsets, baseRows, columns, firstLine: null };
}
