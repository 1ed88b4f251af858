import fc from 'fast-check';
import { tableFromIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import type { CustomerGroup } from '#shared/model/customerGroup.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { cellOf } from '../../../engine/columns/cellOf.ts';
import { hasBit } from '../../../engine/columns/bitmap.ts';
import { buildFrame } from '../../../engine/frame/buildFrame.ts';
import { SegmentEvaluator } from '../../../engine/rules/SegmentEvaluator.ts';
import { customerRows } from '../../../engine/session/customerRows.ts';
import { customersOf } from '../../../engine/session/customersOf.ts';
import { customFieldColumns } from '../../../engine/session/customFieldColumns.ts';
import { pageOf, pageOfRows } from '../../../engine/session/membersPage.ts';
import { integers } from '../frame/eventRows.ts';
import { segmentationOf } from '../analysis/analyzeRows.ts';

function frameOf(values: readonly (number | null)[]) {
	return buildFrame({
		customers: values.length,
		customerId: (row) => `c${row}`,
		attributes: [{ name: 'x', table: 'customers', column: integers(values) }],
		signupDate: null,
		orders: null,
		recipients: null,
		arms: null,
		asOfDay: 20_000,
	});
}

const segmentation: Segmentation = {
	...segmentationOf({ low: 'x < 3', odd: 'x in (1, 3, 5)' }),
	exclusions: [
		{ id: 'nine', name: 'Nine', rule: 'x = 9' },
		{ id: 'large', name: 'Large', rule: 'x >= 8' },
	],
	customFields: [
		{ name: 'half', expression: 'x / 2' },
		{ name: 'size', expression: 'coalesce(x, 0) > 4' },
		{ name: 'broken', expression: 'nothing + 1' },
	],
};
const frame = frameOf([1, null, 5, 9, 8, 2, 7]);
const evaluator = new SegmentEvaluator(frame);
const cells = (rows: Uint8Array) =>
	tableFromIPC(rows)
		.toArray()
		.map((row) => Object.values(row.toJSON()));

function listed(group: CustomerGroup, page = { from: 0, count: 10 }) {
	const { rows, total } = pageOfRows(
		frame,
		pageOf(frame, customersOf(evaluator, segmentation, group), page),
		segmentation,
		null,
	);
	return { total, rows: cells(rows) };
}

test('the excluded are listed with the exclusion that takes each, and the custom fields of the draft', () => {
	const page = pageOf(frame, customersOf(evaluator, segmentation, { kind: 'excluded' }), { from: 0, count: 10 });
	const names = tableFromIPC(pageOfRows(frame, page, segmentation, null).rows).schema.fields.map(({ name }) => name);
	expect(names).toEqual(['customer', 'excluded_by', 'x', 'half', 'size']);
	expect(listed({ kind: 'excluded' })).toEqual({
		total: 2,
		rows: [
			['c3', 'Nine', 9, 4.5, true],
			['c4', 'Large', 8, 4, true],
		],
	});
	expect(listed({ kind: 'excluded' }, { from: 1, count: 10 }).rows).toEqual([['c4', 'Large', 8, 4, true]]);
});

test('those lost to earlier rules, those whose data is missing and everyone are listed', () => {
	expect(listed({ kind: 'lost', id: 'odd' }).rows).toEqual([['c0', 1, 0.5, false]]);
	expect(listed({ kind: 'undecided', id: 'remainder' }).rows).toEqual([['c1', null, null, false]]);
	expect(listed({ kind: 'undecided', id: 'large' }).rows).toEqual([['c1', null, null, false]]);
	expect(listed({ kind: 'members', id: 'remainder' }).total).toBe(2);
	expect(listed({ kind: 'everyone' }, { from: 5, count: 10 })).toEqual({
		total: 7,
		rows: [
			['c5', 2, 1, false],
			['c6', 7, 3.5, true],
		],
	});
	for (const kind of ['members', 'lost', 'undecided'] as const) {
		expect(() => listed({ kind, id: 'nobody' })).toThrow('There is no segment "nobody"');
	}
});

test('custom fields come behind the fields of an export, and one that hides a field takes its place', () => {
	const draft = { ...segmentation, customFields: [...segmentation.customFields, { name: 'x', expression: '1.25' }] };
	const plain = new SegmentEvaluator(frame);
	const source = customerRows(frame, plain.evaluate(draft), null, 'x', customFieldColumns(draft, frame));
	expect(source.columns.map(({ name, type, scale, isExact }) => [name, type, scale, isExact])).toEqual([
		['customer', 'text', 0, true],
		['segment_id', 'text', 0, true],
		['segment_name', 'text', 0, true],
		['half', 'decimal', 0, false],
		['size', 'boolean', 0, true],
		['x', 'decimal', 2, true],
	]);
	const [block] = [...source.blocks(source.columns.map((_, position) => position))];
	const first = block!.map((column) => (column.nulls && hasBit(column.nulls, 0) ? null : cellOf(column, 0)));
	expect(first.slice(3)).toEqual([expect.anything(), false, 1.25]);
});

test('whatever the rules, the customers of a group are as many as the counts say', () => {
	const value = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null });
	const rule = fc
		.tuple(fc.constantFrom('x', 'y'), fc.constantFrom('<', '>=', '=', '!='), fc.integer({ min: 0, max: 5 }))
		.map(([field, operator, number]) => `${field} ${operator} ${number}`);
	const rules = fc.array(fc.oneof(rule, fc.constant('x +')), { maxLength: 4 });
	fc.assert(
		fc.property(
			fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 70 }),
			rules,
			rules,
			(rows, wanted, out) => {
				const column = (place: 0 | 1) => integers(rows.map((row) => row[place]));
				const base = frameOf(rows.map(([x]) => x));
				const both = buildFrame({
					customers: rows.length,
					customerId: String,
					signupDate: null,
					orders: null,
					recipients: null,
					arms: null,
					attributes: [
						{ name: 'x', table: 'customers', column: column(0) },
						{ name: 'y', table: 'customers', column: column(1) },
					],
					asOfDay: base.asOfDay,
				});
				const draft: Segmentation = {
					...segmentationOf(Object.fromEntries(wanted.map((text, place) => [`s${place}`, text]))),
					exclusions: out.map((text, place) => ({ id: `e${place}`, name: `E${place}`, rule: text })),
				};
				const own = new SegmentEvaluator(both);
				const { segments, exclusions } = own.evaluate(draft);
				const count = (group: CustomerGroup) => {
					const found = pageOf(both, customersOf(own, draft, group), { from: 0, count: 100 });
					return found.rows.length === found.total ? found.total : [found.rows.length, found.total];
				};
				const counted = segments.map(({ id, isRemainder }) => [
					count({ kind: 'members', id }),
					isRemainder ? 0 : count({ kind: 'lost', id }),
					count({ kind: 'undecided', id }),
				]);
				expect(counted).toEqual(
					segments.map(({ people, lostToEarlier, missingData }) => [people, lostToEarlier, missingData]),
				);
				expect(exclusions.map(({ id }) => [count({ kind: 'members', id }), count({ kind: 'undecided', id })])).toEqual(
					exclusions.map(({ people, missingData }) => [people, missingData]),
				);
				expect(count({ kind: 'excluded' })).toBe(exclusions.reduce((sum, { people }) => sum + people, 0));
			},
		),
		{ numRuns: 150, seed: 20_240_817 },
	);
});
