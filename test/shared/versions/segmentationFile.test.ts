import { expect, test } from 'vitest';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { readSegmentationFile, writeSegmentationFile } from '#shared/versions/segmentationFile.ts';

const whole: Segmentation = {
	segments: [
		{
			id: 'a',
			name: 'Ä “quoted” \n',
			rule: "city = 'it''s' -- said",
			description: 'd',
			decision: 'e',
			action: 'f',
			owner: 'g',
			hypothesis: 'h',
			isPriority: true,
			color: 3,
		},
		{ id: 'b', name: 'B', rule: '' },
	],
	remainder: 'Rest',
	mode: 'strict',
	exclusions: [{ id: 'x', name: 'Staff', rule: 'is_staff' }],
	customFields: [{ name: 'basket', expression: 'revenue / order_count', description: 'per order' }],
};

test('what is exported is read back as it was', () => {
	expect(readSegmentationFile(JSON.parse(writeSegmentationFile(whole)))).toEqual({ kind: 'read', segmentation: whole });
});

test('files of earlier versions, without exclusions and custom fields, are read', () => {
	expect(readSegmentationFile({ segments: [{ id: 'a', rule: 'x' }] })).toEqual({
		kind: 'read',
		segmentation: {
			segments: [{ id: 'a', name: 'a', rule: 'x' }],
			remainder: 'Everyone else',
			mode: 'waterfall',
			exclusions: [],
			customFields: [],
		},
	});
});

function mistakes(value: unknown): readonly string[] {
	const read = readSegmentationFile(value);
	return read.kind === 'mistakes' ? read.mistakes : [];
}

test('each mistake is told with its place, the first few of many', () => {
	expect(
		mistakes({
			segments: [
				{ id: 'a b', rule: 'x' },
				{ id: 'c', rule: 1 },
			],
			mode: 'other',
			exclusions: [{ id: 'y' }],
		}),
	).toEqual([
		expect.stringMatching(/^segments\[0\]\.id: An id is/),
		'segments[1].rule: Expected is a text',
		expect.stringMatching(/^mode: /),
		expect.stringMatching(/^exclusions\[0\]\.rule: /),
	]);
	expect(mistakes({ format: 'something', segments: [{ id: 'a', rule: 'x' }] })).toEqual([
		'format: This is a file of another kind',
	]);
	expect(mistakes({ version: 2, segments: [{ id: 'a', rule: 'x' }] })).toEqual([
		expect.stringMatching(/^version: .*newer/),
	]);
	expect(mistakes({ segments: [{ id: 'a', rule: 'x' }], exclusions: [{ id: 'remainder', rule: 'x' }] })).toEqual([
		expect.stringMatching(/^exclusions\[0\]\.id: .*Choose another id/),
	]);
	expect(mistakes({ segments: Array.from({ length: 9 }, () => ({ id: '' })) }).at(-1)).toMatch(/^and \d+ more$/);
});

test('types and unknown entries are told in words that somebody who writes the file knows', () => {
	expect(mistakes({})).toEqual(['segments: This is missing. It is a list, in square brackets']);
	expect(mistakes([])).toEqual(['Expected is an entry with names, in braces']);
	expect(
		mistakes({ segments: [{ id: 'a', rule: 7, size: 1 }, { id: 'b' }], mode: 'loose', remainder: 'x'.repeat(121) }),
	).toEqual([
		'segments[0].rule: Expected is a text',
		'segments[0]: There is no such entry: size',
		'segments[1].rule: This is missing. It is a text',
		'remainder: This is longer than 120 characters',
		'mode: Expected is "waterfall" or "strict"',
	]);
});
