import { parseRule } from './parseRule.ts';
import { printField, printText } from './printRule.ts';
import { placesOf } from './referencesOf.ts';
import { applyFix } from './RuleFix.ts';

/**
 * A rule's text with a field, or the name of a segment in `segment('…')`, written otherwise wherever it stands; everything else stays
 * as it is, remarks and line breaks too. A text that cannot be read stays altogether.
 */
export function renameReferences(text: string, kind: 'field' | 'segment', from: string, to: string): string {
	const places = placesOf(parseRule(text).rule).filter(
		(place) => place.kind === kind && (place.kind === 'field' ? place.at.name : place.at.value) === from,
	);
	const insert = kind === 'field' ? printField(to) : printText(to);
	const edits = places.map(({ at }) => ({ from: at.from, to: at.to, insert })).toSorted((a, b) => a.from - b.from);
	return applyFix(text, { title: '', edits });
}
