import { expect, test } from 'vitest';
import type { JoinPair } from '#shared/model/joinReport.ts';
import { matchedSentence, nearSentence, sideFacts } from '../../../../renderer/features/joins/joinSentences.ts';

const side = { rowsWithoutKey: 0, orphans: [], duplicates: [], duplicateKeys: 0, column: 'id' };
const pair: JoinPair = {
	field: 'customer_id',
	label: 'Customer',
	left: { ...side, tableId: 1, name: 'customers', rows: 400, keys: 400, orphanKeys: 30, orphanRows: 30 },
	right: {
		...side,
		tableId: 2,
		name: 'orders',
		rows: 1010,
		rowsWithoutKey: 10,
		keys: 380,
		orphanKeys: 10,
		orphanRows: 25,
	},
	matchedKeys: 370,
	nearMatches: [],
	isSampled: false,
};

test('a pair is told in one sentence, and rows without a key are not among those that should match', () => {
	expect(matchedSentence(pair)).toMatch(
		/^975 of 1,000 rows of orders \(97\.5\s?%\) find their counterpart in customers, by 370 keys\.$/,
	);
	const empty = { ...pair, right: { ...pair.right, rows: 10 } };
	expect(matchedSentence(empty)).not.toContain('NaN');
	expect(sideFacts(pair.right)).toContainEqual(['Keys without a match', '10 (25 rows)']);
});

test('a proposal names what would not count and what it would cost', () => {
	const near = { forms: ['no-spaces', 'lower-case'], leftKeys: 3, rightKeys: 1, ambiguous: 2, examples: [] } as const;
	expect(nearSentence({ ...near, forms: [...near.forms], examples: [] }, pair)).toBe(
		'If spaces and capitals did not count, 1 more key of orders and 3 more keys of customers would match. 2 keys would then stand for several keys of one table: look at them first.',
	);
});
