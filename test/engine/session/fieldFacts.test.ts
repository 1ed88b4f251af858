import { expect, test } from 'vitest';
import type { Column } from '../../../engine/columns/Column.ts';
import { silentJob } from '../../../engine/job.ts';
import { fieldFacts } from '../../../engine/session/fieldFacts.ts';
import { booleans, categories, dates, numbers, texts, timestamps } from './columns.ts';

async function factsOf(column: Column, prefix = '', limit = 10) {
	const { top, ...facts } = await fieldFacts(column, silentJob());
	return { ...facts, top: top(prefix, limit) };
}

test('values come with their counts, the most frequent first, with range, median and histogram', async () => {
	expect(await factsOf(numbers([200, 100, null, 100], 2))).toEqual({
		type: 'decimal',
		customers: 4,
		nulls: 1,
		distinct: 2,
		min: 1,
		median: 1,
		max: 2,
		histogram: { low: 1, high: 2, counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
		bulk: null,
		top: [
			{ value: 1, count: 2 },
			{ value: 2, count: 1 },
		],
	});
	expect(await factsOf(dates([1, 0, 3]), '1970-01-02')).toMatchObject({
		min: '1970-01-01',
		median: '1970-01-02',
		max: '1970-01-04',
		histogram: { low: '1970-01-01', high: '1970-01-04', counts: [1, 1, 0, 1] },
		top: [{ value: '1970-01-02', count: 1 }],
	});
	expect(await factsOf(booleans([true, null, true, false]))).toMatchObject({
		distinct: 2,
		histogram: null,
		top: [
			{ value: true, count: 2 },
			{ value: false, count: 1 },
		],
	});
	expect(await factsOf(timestamps(['2024-01-31T12:00Z', '2024-02-01T12:00Z']))).toMatchObject({
		min: '2024-01-31T12:00:00Z',
		median: '2024-02-01T00:00:00Z',
		max: '2024-02-01T12:00:00Z',
	});
});

test('a few far values do not hide how the others are spread', async () => {
	const values = [...Array.from({ length: 100 }, (_, index) => index + 1), 10_000];
	// 101 values: the hundredths are ranks 1 and 99. Steps of 4.9 hold five whole numbers each, but for 47 to 50.
	const counts = Array.from({ length: 20 }, (_, step) => (step === 9 ? 4 : 5));
	expect((await factsOf(numbers(values))).bulk).toEqual({ low: 2, high: 100, counts });
	expect((await factsOf(numbers(values.slice(0, 100)))).bulk).toBeNull();
});

test('fractions that no minor unit holds are ordered as well', async () => {
	const column: Column = {
		kind: 'number',
		type: 'decimal',
		length: 5,
		nulls: null,
		values: Float64Array.of(1e300, 0.1, 1 / 3, 0.1, -2e-9),
		scale: 0,
		isExact: false,
	};
	expect(await factsOf(column, '', 1)).toMatchObject({
		distinct: 4,
		min: -2e-9,
		median: 0.1,
		max: 1e300,
		top: [{ value: 0.1, count: 2 }],
	});
});

test('texts are found by their beginning, whatever its case', async () => {
	const values = ['Berlin', 'Bern', 'Bern', 'Graz', null];
	const expected = {
		type: 'text',
		customers: 5,
		nulls: 1,
		distinct: 3,
		min: null,
		median: null,
		max: null,
		histogram: null,
		bulk: null,
		top: [
			{ value: 'Bern', count: 2 },
			{ value: 'Berlin', count: 1 },
		],
	};
	expect(await factsOf(categories(values), 'BER')).toEqual(expected);
	expect(await factsOf(texts(values), 'BER')).toEqual(expected);
	expect((await factsOf(texts(values), '', 1)).top).toEqual([{ value: 'Bern', count: 2 }]);
});

test('a column without any value has no range', async () => {
	expect(await factsOf(numbers([null, null]))).toEqual({
		type: 'integer',
		customers: 2,
		nulls: 2,
		distinct: 0,
		min: null,
		median: null,
		max: null,
		histogram: null,
		bulk: null,
		top: [],
	});
});
