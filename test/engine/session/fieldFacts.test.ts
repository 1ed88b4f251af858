import { expect, test } from 'vitest';
import { silentJob } from '../../../engine/job.ts';
import { fieldFacts } from '../../../engine/session/fieldFacts.ts';
import { categories, dates, numbers, texts } from './columns.ts';

test('values come with their counts, the most frequent first, and the range', async () => {
	expect(await fieldFacts(numbers([200, 100, null, 100], 2), '', 10, silentJob())).toEqual({
		nulls: 1,
		distinct: 2,
		min: 1,
		max: 2,
		top: [
			{ value: 1, count: 2 },
			{ value: 2, count: 1 },
		],
	});
	expect(await fieldFacts(dates([1, 0]), '1970-01-02', 10, silentJob())).toMatchObject({
		min: '1970-01-01',
		max: '1970-01-02',
		top: [{ value: '1970-01-02', count: 1 }],
	});
});

test('texts are found by their beginning, whatever its case', async () => {
	const values = ['Berlin', 'Bern', 'Bern', 'Graz', null];
	const expected = { nulls: 1, distinct: 3, min: null, max: null, top: [{ value: 'Bern', count: 2 }] };
	expect(await fieldFacts(categories(values), 'BER', 1, silentJob())).toEqual(expected);
	expect(await fieldFacts(texts(values), 'BER', 1, silentJob())).toEqual(expected);
});

test('a column without any value has no range', async () => {
	expect(await fieldFacts(numbers([null, null]), '', 5, silentJob())).toEqual({
		nulls: 2,
		distinct: 0,
		min: null,
		max: null,
		top: [],
	});
});
