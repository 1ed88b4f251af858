import { MS_PER_DAY } from '#shared/rules/calendar.ts';
import type { ProofField, StoredValue } from './ProofField.ts';
import type { Place, Question, State } from './Question.ts';
import type { Slots } from './Slots.ts';
import type { Variable } from './Variable.ts';

/** Values of an imagined customer, by field; only of fields that the rules at hand look at. */
export type Customer = ReadonlyMap<string, StoredValue>;

const MAX_TRIES = 150;
const MAX_SOLVED_TRIES = 24;
const MAX_VALUES = 24;
/** Tried for fields that occur in terms only, such as margin and revenue in `margin / revenue`. */
const USUAL_NUMBERS = [0, 1, -1, 2, 10, 100, 1000, 1_000_000, 0.5];
const USUAL_DAYS_BEFORE = [0, 1, 30, 90, 365, 1000, -30];
const USUAL_TEXTS = ['A', '', 'B', 'a'];

interface Choice {
	readonly name: string;
	readonly variable: Variable;
	readonly ranges: readonly (readonly [number, number])[];
	readonly values: readonly StoredValue[];
}

/**
 * A customer from the cells that are left for whom every goal is met, as the evaluator itself says. Without terms the first try is
 * one; with terms some hundred combinations are tried, and numbers are solved for. null where none was found.
 */
export function findCustomer(question: Question, state: State, slots: Slots): Customer | null {
	const choices = question.places.flatMap((place, index) =>
		place.variable.term === null ? [choiceOf(place, state[index]!, slots.scope.asOfDay)] : [],
	);
	if (choices.some(({ values }) => values.length === 0)) {
		return null;
	}
	const terms = question.places.flatMap((place, index) =>
		place.variable.term && place.variable.field.type === 'number' ? [{ place, left: state[index]! }] : [],
	);
	const hasTerms = question.places.some(({ variable }) => variable.term !== null);
	const isFound = (): boolean => question.goals.every((goal) => ((1 << goal.truth()) & goal.wanted) !== 0);
	for (let attempt = 0; attempt < (hasTerms ? MAX_TRIES : 1); attempt++) {
		for (const [place, { name, values }] of choices.entries()) {
			slots.set(name, values[pick(attempt, place, values.length)]!);
		}
		if (
			isFound() ||
			(attempt < MAX_SOLVED_TRIES &&
				terms.some((term) => solve(term.place, term.left, choices, slots, attempt, isFound)))
		) {
			return new Map(choices.map(({ name }) => [name, slots.get(name)]));
		}
	}
	return null;
}

function choiceOf({ variable, atoms, cells }: Place, left: readonly number[], asOfDay: number): Choice {
	const kept = left.map((cell) => cells[cell]!);
	const { field } = variable;
	const isFree = atoms.length === 0 && kept.some(({ isNull }) => !isNull);
	const usual = isFree ? usualValues(field, asOfDay) : [];
	const ordered = kept.toSorted((a, b) => Number(a.isNull) - Number(b.isNull));
	// The first value of each cell before the second of any, so that all cells are tried early.
	const depth = Math.max(0, ...ordered.map(({ values }) => values.length));
	const mixed = Array.from({ length: depth }, (_, rank) =>
		ordered.flatMap(({ values }) => values.slice(rank, rank + 1)),
	);
	const values = [...new Set([...mixed.flat(), ...usual])].slice(0, MAX_VALUES);
	return { name: field.name, variable, ranges: ordered.flatMap(({ ranges }) => ranges), values };
}

function usualValues(field: ProofField, asOfDay: number): readonly StoredValue[] {
	const isAllowed = (value: number): boolean =>
		value >= (field.least ?? -Infinity) && value <= (field.most ?? Infinity);
	switch (field.type) {
		case 'number':
			return USUAL_NUMBERS.map((value) => value * 10 ** (field.scale ?? 0))
				.filter((value) => field.scale === null || Number.isInteger(value))
				.filter(isAllowed);
		case 'date':
			return USUAL_DAYS_BEFORE.map((days) => asOfDay - days).filter(isAllowed);
		case 'timestamp':
			return USUAL_DAYS_BEFORE.map((days) => (asOfDay - days) * MS_PER_DAY).filter(isAllowed);
		case 'text':
			return field.labels ?? USUAL_TEXTS;
		case 'boolean':
			return [];
	}
}

/** The plainest values first; then scattered by a multiplicative hash (Knuth, TAOCP 3, 6.4), the same in every run. */
function pick(attempt: number, place: number, count: number): number {
	return attempt === 0 ? 0 : (Math.imul(attempt + 977 * place, 0x9e_37_79_b1) >>> 8) % count;
}

/** Moves one number, date or moment until a term comes to where it is wanted, taking it for monotone on the way. */
function solve(
	{ variable, cells }: Place,
	left: readonly number[],
	choices: readonly Choice[],
	slots: Slots,
	attempt: number,
	isFound: () => boolean,
): boolean {
	const movable = choices.filter(({ name, ranges }) => variable.fields.has(name) && ranges.length > 0);
	const targets = left.flatMap((cell) => cells[cell]!.values.slice(0, 2)).filter((value) => value !== null);
	const choice = movable[attempt % Math.max(1, movable.length)];
	const target = targets[pick(attempt, 1, targets.length)];
	const [low, high] = choice?.ranges[pick(attempt, 2, choice.ranges.length)] ?? [0, 0];
	if (!choice || typeof target !== 'number' || variable.term === null) {
		return false;
	}
	const before = slots.get(choice.name);
	const at = (position: number): StoredValue => {
		slots.set(choice.name, position);
		return variable.value();
	};
	const isWhole = choice.variable.field.scale !== null || choice.variable.field.type === 'date';
	for (const position of approach(at, Math.max(low, -1e12), Math.min(high, 1e12), target)) {
		for (const near of isWhole ? [Math.floor(position), Math.ceil(position)] : [position, Math.round(position)]) {
			if (near >= low && near <= high) {
				slots.set(choice.name, near);
				if (isFound()) {
					return true;
				}
			}
		}
	}
	slots.set(choice.name, before);
	return false;
}

/** Halves towards the place where a function reaches a target; gives the two ends that it closed in on. */
function approach(
	at: (position: number) => StoredValue,
	low: number,
	high: number,
	target: number,
): readonly [number, number] {
	let [from, to] = [low, high];
	const isRising = Number(at(high) ?? 0) >= Number(at(low) ?? 0);
	for (let step = 0; step < 60 && to - from > 1e-9; step++) {
		const middle = from / 2 + to / 2;
		const value = at(middle);
		if (value !== null && Number(value) < target === isRising) {
			from = middle;
		} else {
			to = middle;
		}
	}
	return [from, to];
}
