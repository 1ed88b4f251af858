import { anywhere, enclose } from './enclose.ts';
import type { Interval } from './enclose.ts';
import { nullnessOf } from './nullness.ts';
import type { Nullness } from './nullness.ts';
import type { Place, Question, State } from './Question.ts';
import type { Slots } from './Slots.ts';
import type { Term } from './Variable.ts';

/**
 * Ties terms to their fields as far as that can be told: a sum has no value where a part has none, it stays within the limits that its
 * fields give it, and where every field is down to one value it is computed. null where that leaves nothing.
 */
export function linkTerms(question: Question, state: State, slots: Slots): State | null {
	let current: State | null = state;
	for (const [index, { variable }] of question.places.entries()) {
		current = current && variable.term ? linkTerm(question, current, index, variable.term, slots) : current;
	}
	return current;
}

function linkTerm(question: Question, state: State, index: number, term: Term, slots: Slots): State | null {
	const { places } = question;
	const place = places[index]!;
	const indexOf = (name: string): number => question.placeOf.get(name)!;
	const known = (name: string): Nullness => nullnessIn(places[indexOf(name)]!, state[indexOf(name)]!);
	const nullness = nullnessOf(term, known, slots);
	const within = enclose(term, {
		asOfDay: slots.scope.asOfDay,
		rangeOf: (name) => rangeIn(places[indexOf(name)]!, state[indexOf(name)]!),
	});
	const isAllowed = (cell: number): boolean => {
		const { isNull, limits } = place.cells[cell]!;
		const unit = 10 ** (place.variable.field.scale ?? 0);
		const isOutside = limits !== null && (limits[1] / unit < within[0] || limits[0] / unit > within[1]);
		return !isOutside && (nullness === 'either' || isNull === (nullness === 'missing'));
	};
	let left: readonly number[] = state[index]!.filter(isAllowed);
	const fields = [...place.variable.fields];
	const pinned = fields.map((name) => onlyCell(places[indexOf(name)]!, state[indexOf(name)]!));
	if (pinned.every((cell) => cell?.isPoint)) {
		for (const [position, name] of fields.entries()) {
			slots.set(name, pinned[position]!.values[0]!);
		}
		const value = place.variable.value();
		slots.set(place.variable.field.name, value);
		const truths = place.atoms.map((atom) => 1 << atom.truth());
		left = left.filter((cell) => {
			const { isNull, masks } = place.cells[cell]!;
			return isNull === (value === null) && truths.every((truth, position) => (masks[position]! & truth) !== 0);
		});
	}
	if (left.length === 0) {
		return null;
	}
	const current = state.with(index, left);
	return left.some((cell) => place.cells[cell]!.isNull) ? current : withValues(question, current, place, term, slots);
}

/** A term that must have a value asks for a value of every field without which it has none. */
function withValues(question: Question, state: State, place: Place, term: Term, slots: Slots): State | null {
	let current: State = state;
	for (const name of place.variable.fields) {
		const isNeeded = nullnessOf(term, (field) => (field === name ? 'missing' : 'either'), slots) === 'missing';
		const index = question.placeOf.get(name)!;
		if (isNeeded) {
			const left = current[index]!.filter((cell) => !question.places[index]!.cells[cell]!.isNull);
			if (left.length === 0) {
				return null;
			}
			current = current.with(index, left);
		}
	}
	return current;
}

/** The values that a field can still have, as numbers, days or milliseconds. */
function rangeIn({ variable, cells }: Place, left: readonly number[]): Interval {
	const unit = 10 ** (variable.field.scale ?? 0);
	const ranges = left.flatMap((cell) => (cells[cell]!.isNull ? [] : [cells[cell]!.limits ?? anywhere]));
	return ranges.length === 0
		? anywhere
		: [Math.min(...ranges.map(([low]) => low)) / unit, Math.max(...ranges.map(([, high]) => high)) / unit];
}

function nullnessIn({ cells }: Place, left: readonly number[]): Nullness {
	const nulls = left.filter((cell) => cells[cell]!.isNull).length;
	return nulls === 0 ? 'value' : nulls === left.length ? 'missing' : 'either';
}

function onlyCell({ cells }: Place, left: readonly number[]) {
	return left.length === 1 ? cells[left[0]!] : undefined;
}
