import { expect, test } from 'vitest';
import { matchScore } from '../../../renderer/workbench/overlays/matchScore.ts';

/** Labels in the order in which they are offered, those that do not fit left out. */
function offered(typed: string, entries: readonly (readonly [string, string])[]): readonly string[] {
	return entries
		.map(([label, detail]) => ({ label, score: matchScore(typed, label, detail) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score)
		.map(({ label }) => label);
}

const entries = [
	['At risk: frequent buyers gone quiet since spring', 'order_count >= 3 and recency_days > 120'],
	['order history', '20 rows'],
	['History', 'panel'],
	['Prehistory', ''],
] as const;

test('the beginning of a label goes before the beginning of a word, and that before the middle of one', () => {
	expect(offered('history', entries)).toEqual(['History', 'order history', 'Prehistory']);
});

test('a detail is found by the words in it, after all labels', () => {
	expect(offered('order', entries)).toEqual(['order history', 'At risk: frequent buyers gone quiet since spring']);
});

test('words fit in any order, and letters in order fit last', () => {
	expect(offered('file import', [['Import: Import Files…', '']])).toEqual(['Import: Import Files…']);
	expect(offered('osc', [['Open Scorecard', '']])).toEqual(['Open Scorecard']);
	expect(offered('xyz', entries)).toEqual([]);
});
