import type { GridSplit } from '#shared/model/gridBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { printField, printText } from '#shared/rules/printRule.ts';
import type { CategoryColumn } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import { clearNulls } from '../clearNulls.ts';
import { bestCuts } from './bestCuts.ts';
import { hasOutcome, outcomeValues } from './outcomeValues.ts';
import { plainName } from './plainName.ts';
import { outcomeMethod } from './splitOrdered.ts';
import { NO_GROUP, type SplitVariable, type VariableGroup } from './SplitVariable.ts';

export type TextSplit = Extract<GridSplit, { kind: 'frequent' | 'values' | 'outcome' }>;

/** More labels than this would make names and rules that nobody reads. */
const MAX_LABELS = 1000;
const SHOWN_LABELS = 3;

/** A group of labels; the group of all others is the one without. */
interface LabelGroup {
	readonly name: string | null;
	readonly labels: readonly string[] | null;
}

type NamedGroup = LabelGroup & { readonly labels: readonly string[] };

/** Groups of the labels of a text field. Customers without a value are in none. */
export function splitTexts(frame: Frame, name: string, split: TextSplit, base: Uint8Array): SplitVariable {
	const column = frame.columns.get(name);
	if (column?.kind !== 'category' || column.labels.length > MAX_LABELS) {
		throw new EngineError('data', `“${name}” has too many different texts to be split. Choose another field.`);
	}
	const isCounted = base.slice();
	clearNulls(isCounted, column.nulls);
	const counts = countLabels(column, isCounted);
	const wanted = groupsOf(frame, name, column, split, counts, isCounted);
	const named = wanted.flatMap(({ labels }) => labels);
	const hasOthers = column.labels.some((label, code) => counts[code]! > 0 && !named.includes(label));
	const grouped: readonly LabelGroup[] = hasOthers ? [...wanted, { name: null, labels: null }] : wanted;
	const groups = grouped.map(({ name: given, labels }): VariableGroup => ({
		name: given ?? (labels === null ? `other ${plainName(name).toLowerCase()}` : labelNames(labels)),
		condition: conditionOf(printField(name), labels, named),
	}));
	const groupOfLabel = column.labels.map((label) => {
		const found = grouped.findIndex(({ labels }) => labels?.includes(label));
		const others = grouped.findIndex(({ labels }) => labels === null);
		return found >= 0 ? found : others >= 0 ? others : NO_GROUP;
	});
	const codes = isCounted.map((mark, row) => (mark === 1 ? groupOfLabel[column.codes[row]!]! : NO_GROUP));
	return { field: name, method: methodOf(split), groups, codes };
}

function groupsOf(
	frame: Frame,
	name: string,
	column: CategoryColumn,
	split: TextSplit,
	counts: Int32Array,
	isCounted: Uint8Array,
): readonly NamedGroup[] {
	switch (split.kind) {
		case 'values': {
			const all = split.groups.flatMap(({ values }) => values);
			const twice = all.find((value, index) => all.indexOf(value) !== index);
			if (twice !== undefined) {
				throw new EngineError('data', `“${twice}” of ${name} is in two groups. Take it out of one of them.`);
			}
			return split.groups.map((group) => ({ name: group.name, labels: group.values }));
		}
		case 'frequent': {
			const ranked = [...counts.keys()].filter((code) => counts[code]! > 0).sort((a, b) => counts[b]! - counts[a]!);
			const alone = ranked.length <= split.parts ? ranked : ranked.slice(0, split.parts - 1);
			return alone.map((code) => ({ name: null, labels: [column.labels[code]!] }));
		}
		case 'outcome':
			return byOutcome(frame, column, split, isCounted);
	}
}

/** Labels in the order of their mean outcome, cut there: for one outcome no other grouping is better (Breiman et al. 1984, 4.2.2). */
function byOutcome(
	frame: Frame,
	column: CategoryColumn,
	split: Extract<GridSplit, { kind: 'outcome' }>,
	isCounted: Uint8Array,
): readonly NamedGroup[] {
	const outcome = outcomeValues(frame, split.outcome);
	const people = new Float64Array(column.labels.length);
	const sums = new Float64Array(column.labels.length);
	for (let row = 0; row < isCounted.length; row++) {
		if (isCounted[row] === 1 && hasOutcome(outcome, row)) {
			people[column.codes[row]!]!++;
			sums[column.codes[row]!]! += outcome.values[row]!;
		}
	}
	const ranked = [...people.keys()]
		.filter((code) => people[code]! > 0)
		.sort((a, b) => sums[a]! / people[a]! - sums[b]! / people[b]!);
	const bins = {
		people: Float64Array.from(ranked, (code) => people[code]!),
		sums: Float64Array.from(ranked, (code) => sums[code]!),
	};
	const known = bins.people.reduce((sum, count) => sum + count, 0);
	const cuts = [0, ...bestCuts(bins, split.parts, split.minimumShare * known), ranked.length];
	return cuts.slice(1).map((end, index) => ({
		name: null,
		labels: ranked.slice(cuts[index], end).map((code) => column.labels[code]!),
	}));
}

function countLabels(column: CategoryColumn, isCounted: Uint8Array): Int32Array {
	const counts = new Int32Array(column.labels.length);
	for (let row = 0; row < isCounted.length; row++) {
		if (isCounted[row] === 1) {
			counts[column.codes[row]!]!++;
		}
	}
	return counts;
}

function conditionOf(field: string, labels: readonly string[] | null, named: readonly string[]): string {
	const list = (values: readonly string[]) => values.map(printText).join(', ');
	if (labels === null) {
		return named.length === 0 ? `${field} is not null` : `${field} not in (${list(named)})`;
	}
	return labels.length === 1 ? `${field} = ${printText(labels[0]!)}` : `${field} in (${list(labels)})`;
}

function labelNames(labels: readonly string[]): string {
	const shown = labels.slice(0, SHOWN_LABELS).map((label) => (label === '' ? 'empty text' : label));
	const more = labels.length - shown.length;
	return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function methodOf(split: TextSplit): string {
	switch (split.kind) {
		case 'values':
			return 'Own groups; values that are in none are the others.';
		case 'frequent':
			return `The most frequent values alone, at most ${split.parts} groups.`;
		case 'outcome':
			return outcomeMethod(split);
	}
}
