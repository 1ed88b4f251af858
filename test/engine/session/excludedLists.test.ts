import { expect, test } from 'vitest';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { assignmentRows } from '../../../engine/export/assignmentRows.ts';
import { buildFrame } from '../../../engine/frame/buildFrame.ts';
import { SegmentEvaluator } from '../../../engine/rules/SegmentEvaluator.ts';
import { customerRows } from '../../../engine/session/customerRows.ts';
import { membershipOf } from '../../../engine/session/membershipOf.ts';
import { segmentsSource } from '../../../engine/sql/frameSources.ts';
import { segmentationOf, tierAttribute } from '../analysis/analyzeRows.ts';
import { cellOf } from '../../../engine/columns/cellOf.ts';
import { hasBit } from '../../../engine/columns/bitmap.ts';

const frame = buildFrame({
	customers: 5,
	customerId: (row) => `c${row}`,
	attributes: tierAttribute(['a', 'staff', 'b', 'test', 'a']),
	signupDate: null,
	orders: null,
	recipients: null,
	arms: null,
	asOfDay: 20_000,
});
const segmentation: Segmentation = {
	...segmentationOf({ a: "tier in ('a', 'staff')" }),
	exclusions: [
		{ id: 'staff', name: 'Staff', rule: "tier = 'staff'" },
		{ id: 'tests', name: 'Tests', rule: "tier in ('staff', 'test')" },
	],
};
const assignment = new SegmentEvaluator(frame).evaluate(segmentation);
const members = (id: string) => {
	const { people, isMember } = membershipOf(assignment, id);
	return [people, [...Array(5).keys()].filter(isMember)];
};

test('the members of a segment, of the remainder and of an exclusion are told apart', () => {
	expect(members('a')).toEqual([2, [0, 4]]);
	expect(members('remainder')).toEqual([1, [2]]);
	expect(members('staff')).toEqual([1, [1]]);
	expect(members('tests')).toEqual([1, [3]]);
	expect(() => membershipOf(assignment, 'nobody')).toThrow('There is no segment "nobody"');
});

test('assignments.csv and the export of customers leave the excluded out', () => {
	const { codes, segments } = assignment;
	const rows = [...assignmentRows({ length: 5, codes, segments, customerId: (row) => frame.customerId(row) })];
	expect(rows.join('').trim().split('\n').slice(1)).toEqual(['c0,a,A', 'c2,remainder,Everyone else', 'c4,a,A']);
	expect(customerRows(frame, assignment, null, null).rows).toBe(3);
	expect(customerRows(frame, assignment, 'staff', null).rows).toBe(1);
});

test('in SQL the excluded have no segment', () => {
	const source = segmentsSource('segments', frame, { name: 'customer_id', isInteger: false }, () => assignment);
	const read = (name: string) => {
		const place = source.table.columns.findIndex((column) => column.name === name);
		const { column } = source.readChunk(place, 0) as { readonly column: Parameters<typeof cellOf>[0] };
		return Array.from({ length: 5 }, (_, row) =>
			column.nulls !== null && hasBit(column.nulls, row) ? null : cellOf(column, row),
		);
	};
	expect(read('segment')).toEqual(['A', null, 'Everyone else', null, 'A']);
	expect(read('segment_order')).toEqual([1, null, 2, null, 1]);
});
