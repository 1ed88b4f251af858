import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Column } from '../../../engine/columns/Column.ts';
import { describeField } from '../../../engine/frame/describeField.ts';
import type { CustomerFrame } from '../../../engine/frame/CustomerFrame.ts';
import type { Bitmap } from '../../../engine/columns/Column.ts';
import type { BuilderInput } from '../../../engine/builders/BuilderInput.ts';
import { SegmentEvaluator } from '../../../engine/rules/SegmentEvaluator.ts';
import { emptySegmentation, type Segmentation } from '#shared/model/segmentation.ts';

/** A frame of the given columns, all of them attributes except those named in `derived`. */
export function frameOf(columns: Readonly<Record<string, Column>>, derived: readonly string[] = []): CustomerFrame {
	const entries = Object.entries(columns);
	return {
		length: entries[0]![1].length,
		asOfDay: 20_000,
		fields: entries.map(([name, column]) =>
			describeField(name, column, {
				origin: derived.includes(name) ? 'derived' : 'attribute',
				description: '',
				unit: null,
			}),
		),
		columns: new Map(entries),
		customerId: (row) => `C${row}`,
		arms: null,
		armOutcomes: null,
		recipientRows: null,
		derived: new Set(derived),
		valueless: new Set(),
		problems: [],
	};
}

export function inputOf(frame: CustomerFrame, current: Segmentation = emptySegmentation): BuilderInput {
	return { frame, evaluator: new SegmentEvaluator(frame), current };
}

/** null is a missing value; `scale` decimals are kept exactly. */
export function numbers(values: readonly (number | null)[], scale = 0): Column {
	const stored = values.map((value) => Math.round((value ?? 0) * 10 ** scale));
	return {
		kind: 'number',
		type: scale === 0 ? 'integer' : 'decimal',
		length: values.length,
		nulls: nullsOf(values),
		values: Int32Array.from(stored),
		scale,
		isExact: true,
	};
}

export function doubles(values: readonly (number | null)[]): Column {
	const stored = Float64Array.from(values, (value) => value ?? 0);
	const rest = { length: values.length, nulls: nullsOf(values), values: stored, scale: 0, isExact: false };
	return { kind: 'number', type: 'decimal', ...rest };
}

export function dates(values: readonly (number | null)[]): Column {
	const stored = Int32Array.from(values, (value) => value ?? 0);
	return { kind: 'date', type: 'date', length: values.length, nulls: nullsOf(values), values: stored };
}

export function moments(values: readonly (number | null)[]): Column {
	const stored = Float64Array.from(values, (value) => value ?? 0);
	return { kind: 'timestamp', type: 'timestamp', length: values.length, nulls: nullsOf(values), values: stored };
}

export function booleans(values: readonly (boolean | null)[]): Column {
	const stored = Uint8Array.from(values, (value) => (value ? 1 : 0));
	return { kind: 'boolean', type: 'boolean', length: values.length, nulls: nullsOf(values), values: stored };
}

export function labels(values: readonly (string | null)[]): Column {
	const known = [...new Set(values.filter((value) => value !== null))];
	const codes = Int32Array.from(values, (value) => (value === null ? 0 : known.indexOf(value)));
	return { kind: 'category', type: 'text', length: values.length, nulls: nullsOf(values), codes, labels: known };
}

function nullsOf(values: readonly unknown[]): Bitmap | null {
	if (!values.includes(null)) {
		return null;
	}
	const bits = new Uint32Array((values.length + 31) >>> 5);
	for (const [row, value] of values.entries()) {
		if (value === null) {
			bits[row >>> 5]! |= 1 << (row & 31);
		}
	}
	return bits;
}

const golden = join(import.meta.dirname, '../../golden/builders');

/** A file of golden values by column. */
export function goldenColumns(file: string): (name: string) => readonly string[] {
	const [header = '', ...lines] = readFileSync(join(golden, file), 'utf8').trim().split('\n');
	const rows = lines.map((line) => line.split(','));
	return (name) => rows.map((row) => row[header.split(',').indexOf(name)]!);
}

/** The customers of tree.R. */
export function goldenCustomers(): Readonly<Record<string, Column>> {
	const column = goldenColumns('customers.csv');
	return {
		visits: numbers(column('visits').map(Number)),
		age: numbers(column('age').map(Number)),
		basket: numbers(column('basket').map(Number)),
		country: labels(column('country')),
		member: booleans(column('member').map((text) => text === '1')),
		bought: booleans(column('bought').map((text) => text === '1')),
		spend: numbers(column('spend').map(Number), 2),
	};
}

/** What R found: `tree.json` or `clusters.json`. */
export function goldenValues(file: string): unknown {
	return JSON.parse(readFileSync(join(golden, file), 'utf8'));
}
