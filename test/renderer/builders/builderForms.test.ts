import { expect, test } from 'vitest';
import type { FrameField } from '#shared/model/frameField.ts';
import { gridSettings } from '#shared/model/gridBuilder.ts';
import { scoreSettings } from '#shared/model/scoreBuilder.ts';
import { cutsError, readCuts } from '../../../renderer/features/builders/CutFields.tsx';
import { splitsOf, suggestedGrid, suggestedSplit } from '../../../renderer/features/builders/grid/gridChoices.ts';
import { readGroups, writeGroups } from '../../../renderer/features/builders/grid/valueGroups.ts';
import { cellName, cellsAt } from '../../../renderer/features/builders/rfm/rfmAxes.ts';
import { suggestedScore } from '../../../renderer/features/builders/score/scoreState.ts';

const field = (name: string, type: FrameField['type'], values: readonly string[] = []): FrameField => ({
	name,
	type,
	values: [...values],
	origin: 'derived',
	description: '',
	unit: null,
	nulls: 0,
});
const fields = [
	field('country', 'text', ['DE', 'AT']),
	field('note', 'text'),
	field('is_repeat', 'boolean'),
	field('recency_days', 'integer'),
	field('revenue', 'decimal'),
	field('last_order_date', 'date'),
];

test('own cuts are numbers that rise', () => {
	expect([
		readCuts(' 1  2.5;3 '),
		cutsError('1 2', 2),
		cutsError('3 2', null),
		cutsError('1 x', null),
		cutsError('1', 4),
	]).toEqual([
		[1, 2.5, 3],
		null,
		'Each number must be greater than the one before.',
		'Write numbers, with a point for decimals and a space between two.',
		'Write 4 numbers.',
	]);
});

test('groups of values are lines that come back as they were written', () => {
	const groups = [
		{ name: 'Alps', values: ['AT', 'CH'] },
		{ name: 'Rest', values: ['a, b'] },
	];
	expect(readGroups(writeGroups(groups))).toEqual(groups);
	expect([readGroups('Alps AT'), readGroups('Alps:'), readGroups('')]).toEqual([null, null, null]);
});

test('every place of the small map has its cells, and all places together have all 125', () => {
	for (const axis of ['frequency', 'monetary', 'both'] as const) {
		const all = [1, 2, 3, 4, 5].flatMap((r) => [1, 2, 3, 4, 5].flatMap((place) => cellsAt(axis, r, place)));
		expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 125 }, (_, cell) => cell));
	}
	expect([cellName(0), cellName(124), cellsAt('frequency', 5, 1).map(cellName)]).toEqual([
		'R1 F1 M1',
		'R5 F5 M5',
		['R5 F1 M1', 'R5 F1 M2', 'R5 F1 M3', 'R5 F1 M4', 'R5 F1 M5'],
	]);
});

test('what is suggested fits the protocol, whatever the field', () => {
	expect(gridSettings.parse(suggestedGrid(fields)).variables.map((variable) => variable.field)).toEqual([
		'revenue',
		'recency_days',
	]);
	expect(
		scoreSettings.parse(suggestedScore(fields)).fields.map((one) => [one.field, one.direction, one.weight]),
	).toEqual([
		['revenue', 'higher', 4],
		['recency_days', 'lower', 4],
	]);
	expect(splitsOf(field('note', 'text'))).toEqual([]);
	for (const one of fields) {
		for (const kind of splitsOf(one)) {
			const variable = { field: one.name, split: suggestedSplit(kind, one, fields), missing: 'own' };
			expect(gridSettings.safeParse({ variables: [variable] }).success).toBe(true);
		}
	}
});
