import { expect, test } from 'vitest';
import { checkName, segmentCheck } from '#shared/model/segmentReview.ts';
import { segmentDefinition } from '#shared/model/segmentation.ts';
import { checkLabels, verdicts } from '../../../../renderer/features/segments/facts/checkWords.ts';
import { factChange, factFields } from '../../../../renderer/features/segments/facts/factFields.ts';
import { MANY_SEGMENTS, withNewCards } from '../../../../renderer/features/segments/facts/factsState.ts';

test('every fact of a segment that is a text has a field, with the length that the model allows', () => {
	for (const { id, maxLength } of factFields) {
		const accepts = (length: number) => segmentDefinition.shape[id].safeParse('x'.repeat(length)).success;
		expect([id, accepts(maxLength), accepts(maxLength + 1)]).toEqual([id, true, false]);
	}
	const others = ['id', 'name', 'rule', 'isPriority', 'color'];
	expect([...factFields.map(({ id }) => id), ...others].toSorted()).toEqual(
		Object.keys(segmentDefinition.shape).toSorted(),
	);
});

test('a fact of spaces only is none', () => {
	expect(factChange('owner', '  ')).toEqual({ owner: undefined });
	expect(factChange('owner', 'Ada ')).toEqual({ owner: 'Ada ' });
});

test('cards begin folded where many come at once, and one that is added folds no other', () => {
	const ids = Array.from({ length: MANY_SEGMENTS }, (_, at) => `s${at}`);
	const few = withNewCards(new Map(), ids.slice(1));
	expect(new Set(few.values())).toEqual(new Set(['open']));
	expect(new Set(withNewCards(few, ids).values())).toEqual(new Set(['open']));
	expect(new Set(withNewCards(new Map(), ids).values())).toEqual(new Set(['closed']));
	const touched = new Map([...few, ['s1', 'closed'] as const]);
	expect(withNewCards(touched, ids).get('s1')).toBe('closed');
	expect(withNewCards(few, ids.slice(1))).toBe(few);
});

test('every check and every verdict has its words', () => {
	expect(checkName.options.map((name) => checkLabels[name].toLowerCase())).toEqual(checkName.options);
	expect(Object.keys(verdicts).toSorted()).toEqual(segmentCheck.shape.verdict.options.toSorted());
});
