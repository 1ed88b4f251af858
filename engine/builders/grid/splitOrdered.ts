import type { GridSplit } from '#shared/model/gridBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Frame } from '../../frame/Frame.ts';
import { clearNulls } from '../clearNulls.ts';
import { cutAtNumber, orderedField, storedText, type Cut, type OrderedField } from '../ordered/OrderedField.ts';
import { quantileCuts } from '../ordered/quantileCuts.ts';
import { rangeCondition } from '../ordered/rangeCondition.ts';
import { rangeWords } from '../ordered/rangeWords.ts';
import { valueCounts, type ValueCounts } from '../ordered/valueCounts.ts';
import { OUTCOME_BINS, outcomeCuts } from './outcomeCuts.ts';
import { outcomeValues } from './outcomeValues.ts';
import { plainName } from './plainName.ts';
import { NO_GROUP, type SplitVariable } from './SplitVariable.ts';

export type OrderedSplit = Extract<GridSplit, { kind: 'quantiles' | 'width' | 'cuts' | 'outcome' }>;

/** Groups of numbers, dates or moments between cuts. Customers without a value are in none. */
export function splitOrdered(frame: Frame, name: string, split: OrderedSplit, base: Uint8Array): SplitVariable {
	const field = orderedField(frame, name);
	const isCounted = base.slice();
	clearNulls(isCounted, field.column.nulls);
	const counts = valueCounts(field, isCounted);
	const { cuts: found, method } = cutsOf(frame, name, field, split, counts, isCounted);
	const cuts = found.filter((cut, index) => index === 0 || isAbove(field, cut, found[index - 1]!));
	const groups = Array.from({ length: cuts.length + 1 }, (_, group) => ({
		name: `${plainName(name)} ${rangeWords(field, cuts, group, group)}`,
		condition: rangeCondition(field, cuts, group, group) ?? 'false',
	}));
	return { field: name, method, groups, codes: groupCodes(field, cuts, isCounted) };
}

function cutsOf(
	frame: Frame,
	name: string,
	field: OrderedField,
	split: OrderedSplit,
	counts: ValueCounts,
	isCounted: Uint8Array,
): { readonly cuts: readonly Cut[]; readonly method: string } {
	switch (split.kind) {
		case 'quantiles':
			return {
				cuts: quantileCuts(field, counts, split.parts).filter(({ stored }) => stored < counts.values.at(-1)!),
				method: `${split.parts} groups of about as many people; equal values stay together.`,
			};
		case 'width':
			return { cuts: widthCuts(field, counts, split.parts), method: `${split.parts} stretches of the same length.` };
		case 'cuts': {
			if (field.column.kind !== 'number') {
				throw new EngineError('data', `Own cuts are for numbers, and “${name}” holds dates. Choose another split.`);
			}
			if (split.values.some((value, index) => index > 0 && value <= split.values[index - 1]!)) {
				throw new EngineError(
					'data',
					`The cuts of ${name} must rise from one to the next: ${split.values.join(', ')}.`,
				);
			}
			return { cuts: split.values.map((value) => cutAtNumber(field, value)), method: 'Own cuts.' };
		}
		case 'outcome': {
			if (split.outcome === name) {
				throw new EngineError('data', `${name} cannot be cut by itself. Choose another outcome.`);
			}
			const cuts = outcomeCuts(field, counts, outcomeValues(frame, split.outcome), isCounted, split);
			return { cuts, method: outcomeMethod(split) };
		}
	}
}

/** How cuts by an outcome are found, for people who want to know. */
export function outcomeMethod({ outcome, parts, minimumShare }: Extract<GridSplit, { kind: 'outcome' }>): string {
	return (
		`The cuts into at most ${parts} groups of at least ${(minimumShare * 100).toLocaleString('en')} % each that make the mean of ` +
		`${outcome} differ most between groups (Fisher 1958), on up to ${OUTCOME_BINS} bins.`
	);
}

function widthCuts(field: OrderedField, { values }: ValueCounts, parts: number): Cut[] {
	const [low, high] = [values[0] ?? 0, values.at(-1) ?? 0];
	return Array.from({ length: parts - 1 }, (_, index) => {
		const stored = low + ((index + 1) * (high - low)) / parts;
		if (field.column.kind === 'number' && !field.isWhole) {
			return cutAtNumber(field, Number((stored / 10 ** field.column.scale).toPrecision(6)));
		}
		const whole = Math.floor(stored);
		return { stored: whole, text: storedText(field, whole) };
	});
}

/** Whether a value can lie between two cuts. */
function isAbove({ isWhole }: OrderedField, cut: Cut, before: Cut): boolean {
	return isWhole ? Math.floor(cut.stored) > Math.floor(before.stored) : cut.stored > before.stored;
}

function groupCodes({ column }: OrderedField, cuts: readonly Cut[], isCounted: Uint8Array): Uint8Array {
	const { values } = column;
	const bounds = Float64Array.from(cuts, ({ stored }) => stored);
	const codes = new Uint8Array(values.length);
	for (let row = 0; row < codes.length; row++) {
		let group = 0;
		while (group < bounds.length && values[row]! > bounds[group]!) {
			group++;
		}
		codes[row] = isCounted[row] === 1 ? group : NO_GROUP;
	}
	return codes;
}
