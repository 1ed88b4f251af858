import { counted } from '#shared/base/counted.ts';
import type { JoinPair, JoinSide, NearMatch } from '#shared/model/joinReport.ts';
import type { KeyForm } from '#shared/model/tableMapping.ts';
import { format } from '../../ui/format.ts';

const formWords: Readonly<Record<KeyForm, string>> = {
	'no-spaces': 'spaces',
	'lower-case': 'capitals',
	'no-leading-zeros': 'leading zeros',
};

/** `3,100 of 3,400 rows of orders (91 %) name one of the customers.` */
export function matchedSentence({ left, right, matchedKeys }: JoinPair): string {
	const withKey = right.rows - right.rowsWithoutKey;
	const matchedRows = withKey - right.orphanRows;
	const share = withKey === 0 ? '' : ` (${format.share(matchedRows / withKey)})`;
	return `${format.count(matchedRows)} of ${counted(withKey, 'row')} of ${right.name}${share} find their counterpart in ${left.name}, by ${counted(matchedKeys, 'key')}.`;
}

export function sideFacts(side: JoinSide): readonly (readonly [label: string, value: string])[] {
	return [
		['Rows', format.count(side.rows)],
		['Rows without a key', format.count(side.rowsWithoutKey)],
		['Different keys', format.count(side.keys)],
		['Keys that match', format.count(side.keys - side.orphanKeys)],
		['Keys without a match', `${format.count(side.orphanKeys)} (${counted(side.orphanRows, 'row')})`],
		['Keys in several rows', format.count(side.duplicateKeys)],
	];
}

/** What would match if some differences did not count. */
export function nearSentence({ forms, leftKeys, rightKeys, ambiguous }: NearMatch, { left, right }: JoinPair): string {
	const words = forms.map((form) => formWords[form]);
	const what = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}` : words[0]!;
	const loss =
		ambiguous > 0
			? ` ${counted(ambiguous, 'key')} would then stand for several keys of one table: look at them first.`
			: '';
	return `If ${what} did not count, ${counted(rightKeys, 'more key')} of ${right.name} and ${counted(leftKeys, 'more key')} of ${left.name} would match.${loss}`;
}
