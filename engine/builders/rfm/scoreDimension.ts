import { RFM_SCORES, type RfmCuts, type RfmDimension, type RfmDimensionId } from '#shared/model/rfmBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { cutAtNumber, type Cut, type OrderedField } from '../ordered/OrderedField.ts';
import { groupOf } from '../ordered/groupOf.ts';
import { quantileCuts } from '../ordered/quantileCuts.ts';
import { rangeCondition } from '../ordered/rangeCondition.ts';
import { rangeWords } from '../ordered/rangeWords.ts';
import { valueCounts } from '../ordered/valueCounts.ts';

/** One dimension with its cuts. */
export interface ScoredDimension {
	readonly id: RfmDimensionId;
	readonly field: OrderedField;
	/** Four, ascending. */
	readonly cuts: readonly Cut[];
	/** Condition of the scores from `low` to `high`; null when no value can have one of them. */
	readonly condition: (low: number, high: number) => string | null;
	/** Low values have the high scores. */
	readonly isReversed: boolean;
	readonly facts: RfmDimension;
}

export interface DimensionInput {
	readonly id: RfmDimensionId;
	readonly name: string;
	readonly field: OrderedField;
	readonly cuts: RfmCuts;
	/** The highest value that gets a score at all; null for no limit. */
	readonly limit: Cut | null;
	/** 1 for customers who get scores. */
	readonly isScored: Uint8Array;
}

/**
 * Scores from cuts. Of recency the low values are good (score 5), of the others the high ones. Equal values have equal scores always:
 * a value that many share takes them all to one score, and scores whose cuts coincide have nobody.
 */
export function scoreDimension({ id, name, field, cuts: wanted, limit, isScored }: DimensionInput): ScoredDimension {
	const found = valueCounts(field, isScored);
	const all =
		wanted.kind === 'quantiles' ? quantileCuts(field, found, RFM_SCORES) : fixedCuts(field, name, wanted.values);
	const cuts = limit === null ? all : all.map((cut) => (cut.stored > limit.stored ? limit : cut));
	const bounds = limit === null ? cuts : [...cuts, limit];
	const isReversed = id === 'recency';
	const scoreOfGroup = (group: number) => (isReversed ? RFM_SCORES - group : group + 1);
	const score = (stored: number) => scoreOfGroup(groupOf(stored, cuts));
	const condition = (low: number, high: number) =>
		isReversed
			? rangeCondition(field, bounds, RFM_SCORES - high, RFM_SCORES - low)
			: rangeCondition(field, bounds, low - 1, high - 1);

	const words = (each: number) => {
		const group = isReversed ? RFM_SCORES - each : each - 1;
		return rangeWords(field, bounds, group, group);
	};
	const people = Array.from({ length: RFM_SCORES }, () => 0);
	const ties: RfmDimension['ties'] = [];
	const unit = field.column.kind === 'number' ? 10 ** field.column.scale : 1;
	found.values.forEach((value, index) => {
		const count = found.counts[index]!;
		people[score(value) - 1]! += count;
		if (count * RFM_SCORES > found.total) {
			ties.push({ value: value / unit, people: count, score: score(value) });
		}
	});
	const scores = Array.from({ length: RFM_SCORES }, (_, index) => index + 1);
	return {
		id,
		field,
		cuts,
		condition,
		isReversed,
		facts: {
			id,
			field: name,
			cuts: cuts.map(({ stored }) => stored / unit),
			people,
			ranges: scores.map((each) => (condition(each, each) === null ? null : words(each))),
			ties,
		},
	};
}

function fixedCuts(field: OrderedField, name: string, values: readonly number[]): Cut[] {
	if (values.some((value, index) => index > 0 && value <= values[index - 1]!)) {
		throw new EngineError('data', `The cuts of ${name} must rise from one to the next: ${values.join(', ')}.`);
	}
	return values.map((value) => cutAtNumber(field, value));
}
