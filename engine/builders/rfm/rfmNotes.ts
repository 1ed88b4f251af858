import { counted } from '#shared/base/counted.ts';
import type { BuilderNote } from '#shared/model/builderProposal.ts';
import type { RfmDimension } from '#shared/model/rfmBuilder.ts';
import type { RfmSegments } from './rfmSegments.ts';

/** Half a year; below it frequency hardly differs and recency is cut off by the start of the data (METRICS B16). */
const LEAST_HISTORY_DAYS = 183;

/** What somebody should know of a proposal: history, ties, segments that came to nothing. */
export function rfmNotes(
	historyDays: number | null,
	dimensions: readonly RfmDimension[],
	{ withoutCells, unreachable }: RfmSegments,
): BuilderNote[] {
	return [
		historyNote(historyDays),
		...dimensions.flatMap(tieNotes),
		...nameNote(withoutCells, 'No cell is left to', 'Let the smallest box win contested cells, or give cells by hand.'),
		...nameNote(
			unreachable,
			'Nobody can have the scores of',
			'Many people share one value, so that some scores stay empty.',
		),
		{
			severity: 'info',
			text: 'These segments are made from past orders, so revenue in the same time differs between them by construction. Judge them by what they do next.',
		},
	];
}

function historyNote(historyDays: number | null): BuilderNote {
	if (historyDays === null) {
		return { severity: 'warning', text: 'No order has a date, so the length of the history is not known.' };
	}
	const spans = `The orders span ${counted(historyDays, 'day')}`;
	return historyDays < LEAST_HISTORY_DAYS
		? {
				severity: 'warning',
				text: `${spans}. Scores need at least six months (${LEAST_HISTORY_DAYS} days) to mean anything.`,
			}
		: { severity: 'info', text: `${spans}, more than the six months that scores need.` };
}

function tieNotes({ field, ties, people }: RfmDimension): BuilderNote[] {
	const empty = people.flatMap((count, index) => (count === 0 ? [index + 1] : []));
	if (ties.length === 0 && empty.length === 0) {
		return [];
	}
	const shared = ties.map(
		({ value, people: count, score }) =>
			`${counted(count, 'person', 'people')} share ${value} and all get score ${score}`,
	);
	const without = empty.length === 0 ? [] : [`nobody gets ${empty.join(' or ')}`];
	const all = people.map((count, index) => `${index + 1}: ${count.toLocaleString('en-US')}`).join(', ');
	const sentence = [...shared, ...without].join('; ');
	return [
		{
			severity: 'info',
			text: `Ties in ${field}: ${sentence}. Equal values always share a score. People by score: ${all}.`,
		},
	];
}

function nameNote(names: readonly string[], what: string, why: string): BuilderNote[] {
	return names.length === 0 ? [] : [{ severity: 'warning', text: `${what} ${names.join(', ')}. ${why}` }];
}
