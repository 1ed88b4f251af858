import type { FrameField } from '#shared/model/frameField.ts';
import {
	BEHAVIOUR_WEIGHT,
	FIRMOGRAPHIC_WEIGHT,
	type ScoreField,
	type ScoreSettings,
} from '#shared/model/scoreBuilder.ts';
import { Store } from '../../../engine/Store.ts';
import { isNumberField } from '../fieldChoices.ts';

/** Null until somebody changes what the data suggests. Kept while the app runs. */
export const scoreState = new Store<ScoreSettings | null>(null);

const preferred = ['order_count', 'revenue', 'recency_days', 'opens', 'clicks'];

/** What customers do, as far as the data tells; nothing that they are, because which end of that is good only a person knows. */
export function suggestedScore(fields: readonly FrameField[]): ScoreSettings {
	const numbers = fields.filter(isNumberField);
	const wanted = preferred.flatMap((name) => numbers.find((field) => field.name === name) ?? []);
	const chosen = wanted.length > 0 ? wanted : numbers.slice(0, 2);
	return {
		name: 'score',
		fields: chosen.map(suggestedField),
		scaling: 'standardised',
		missing: 'by-kind',
		tiers: [
			{ name: 'High score', share: 0.2 },
			{ name: 'Middle score', share: 0.3 },
			{ name: 'Low score', share: 0.5 },
		],
		cuts: null,
	};
}

/** Fields that the app derives from events are behaviour; attributes from a table of customers are what customers are. */
export function suggestedField({ name, origin }: FrameField): ScoreField {
	const isBehaviour = origin === 'derived';
	return {
		field: name,
		kind: isBehaviour ? 'behaviour' : 'firmographic',
		weight: isBehaviour ? BEHAVIOUR_WEIGHT : FIRMOGRAPHIC_WEIGHT,
		direction: name === 'recency_days' ? 'lower' : 'higher',
	};
}
