import type { ScoreField, ScoreSettings } from '#shared/model/scoreBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { NumberColumn } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import { clearNulls } from '../clearNulls.ts';
import { countMarks } from '../countMarks.ts';
import { numberDigits } from '../ordered/numberDigits.ts';
import { orderedField } from '../ordered/OrderedField.ts';
import { valueCounts, type ValueCounts } from '../ordered/valueCounts.ts';
import { sumText } from './sumText.ts';

/** What one field adds to the score, as text of the rule language. */
export interface ScoreTerm {
	readonly text: string;
	readonly center: number;
	readonly spread: number;
	/** Customers of the base without a value. */
	readonly missing: number;
}

/** Digits of means, spreads and knots: enough to tell customers apart, few enough to be read. */
const DIGITS = 5;
/** Percentiles at which the curve of a ranked field bends. */
const KNOTS = [0, 0.25, 0.5, 0.75, 1];

/**
 * Standardised: weight times (value - mean) / standard deviation (population). Ranked: weight times the mid-rank percentile, exact at
 * the quartiles and straight between them, constant outside of the values at hand; written as a sum of absolute values, because rules
 * have no other way to bend a line. Throws `data` for a field whose values are all the same.
 */
export function scoreTerm(
	frame: Frame,
	{ field: name, direction, kind }: ScoreField,
	share: number,
	{ scaling, missing }: Pick<ScoreSettings, 'scaling' | 'missing'>,
	base: Uint8Array,
): ScoreTerm {
	const field = orderedField(frame, name);
	if (field.column.kind !== 'number') {
		throw new EngineError('data', `The field “${name}” holds no numbers. A score adds up numbers only.`);
	}
	const isCounted = base.slice();
	clearNulls(isCounted, field.column.nulls);
	const counts = valueCounts(field, isCounted);
	if (counts.values.length < 2) {
		throw new EngineError('data', `All customers have the same ${name}, so it cannot tell them apart. Leave it out.`);
	}
	const sign = direction === 'higher' ? 1 : -1;
	const middle =
		scaling === 'standardised' ? meanOf(counts, field.column) : quartilesOf(counts, field.column)[2]!.value;
	const center = rounded(middle);
	const worst = (direction === 'higher' ? counts.values[0]! : counts.values.at(-1)!) / 10 ** field.column.scale;
	const assumed = missing === 'by-kind' && kind === 'behaviour' ? worst : center;
	const operand = missing === 'remainder' ? field.text : `coalesce(${field.text}, ${numberDigits(assumed)})`;
	const rest = { center, missing: countMarks(base) - counts.total };
	if (scaling === 'standardised') {
		const spread = rounded(deviationOf(counts, field.column, middle));
		const difference = center < 0 ? `${operand} + ${numberDigits(-center)}` : `${operand} - ${numberDigits(center)}`;
		return {
			...rest,
			spread,
			text: `${numberDigits(rounded(sign * share))} * (${difference}) / ${numberDigits(spread)}`,
		};
	}
	const quartiles = quartilesOf(counts, field.column);
	return {
		...rest,
		spread: rounded(quartiles[3]!.value - quartiles[1]!.value),
		text: percentileText(operand, quartiles, sign * share),
	};
}

interface Knot {
	readonly value: number;
	/** 0 to 100. */
	readonly percentile: number;
}

/**
 * f(x) = p0 + sum of h * (|x - a| - |x - b| + b - a) over the stretches from a to b, where h is half the slope: each part can only rise
 * from a to b, however h is rounded. Parts that meet at a knot are put together, so that every knot is looked at once.
 */
function percentileText(operand: string, quartiles: readonly Knot[], factor: number): string {
	const knots = quartiles.filter(({ value }, index) => index === 0 || value > quartiles[index - 1]!.value);
	const halves = knots.slice(1).map((knot, index) => {
		const start = knots[index]!;
		return rounded(((knot.percentile - start.percentile) / (knot.value - start.value) / 2) * factor);
	});
	const constant = halves.reduce(
		(sum, half, index) => sum + half * (knots[index + 1]!.value - knots[index]!.value),
		knots[0]!.percentile * factor,
	);
	const bends = knots.flatMap(({ value }, index) => {
		// Differences of numbers with few digits have few digits; the rest is what binary fractions add.
		const bend = Number(((halves[index] ?? 0) - (halves[index - 1] ?? 0)).toPrecision(12));
		return bend === 0 ? [] : [`${numberDigits(bend)} * abs(${minus(operand, value)})`];
	});
	return sumText([numberDigits(rounded(constant)), ...bends]);
}

function minus(operand: string, value: number): string {
	return value < 0 ? `${operand} + ${numberDigits(-value)}` : `${operand} - ${numberDigits(value)}`;
}

function quartilesOf({ values, counts, total }: ValueCounts, { scale }: NumberColumn): Knot[] {
	const knots: Knot[] = [];
	let below = 0;
	for (let index = 0; index < values.length; index++) {
		const upTo = below + counts[index]!;
		while (knots.length < KNOTS.length && upTo >= Math.max(1, KNOTS[knots.length]! * total)) {
			knots.push({ value: values[index]! / 10 ** scale, percentile: (100 * (below + upTo)) / 2 / total });
		}
		below = upTo;
	}
	return knots;
}

function meanOf({ values, counts, total }: ValueCounts, { scale }: NumberColumn): number {
	return values.reduce((sum, value, index) => sum + value * counts[index]!, 0) / total / 10 ** scale;
}

function deviationOf({ values, counts, total }: ValueCounts, { scale }: NumberColumn, mean: number): number {
	const unit = 10 ** scale;
	const squares = values.reduce((sum, value, index) => sum + (value / unit - mean) ** 2 * counts[index]!, 0);
	return Math.sqrt(squares / total);
}

function rounded(value: number): number {
	return Number(value.toPrecision(DIGITS));
}
