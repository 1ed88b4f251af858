import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { fieldsOf } from '../predicate/fieldsOf.ts';
import { Abstraction } from './Abstraction.ts';
import { FALSE, TRUE, UNKNOWN } from './Cell.ts';
import { CellBook } from './CellBook.ts';
import { findCustomer } from './findCustomer.ts';
import type { Customer } from './findCustomer.ts';
import { linkTerms } from './linkTerms.ts';
import type { ProofField } from './ProofField.ts';
import { slotTruth } from './slotPrograms.ts';
import { Question } from './Question.ts';
import type { Goal, State } from './Question.ts';
import { atomsOf } from './Variable.ts';
import type { Term } from './Variable.ts';

/** Whether some customer can be as asked. */
export type Finding =
	/** None can, whatever the data. */
	| { readonly kind: 'impossible' }
	/** This one would be, as the evaluator confirms. */
	| { readonly kind: 'possible'; readonly customer: Customer }
	/** Not known: `terms` could not be seen through; none where the search took too long or did not begin. */
	| {
			readonly kind: 'open';
			readonly terms: readonly Term[];
			readonly hasTexts: boolean;
			readonly isTooLarge: boolean;
			/** There was no time left to look. */
			readonly isStopped: boolean;
	  };

/** A rule that has been made ready for questions. */
export interface ProofRule {
	readonly goal: (wanted: number) => Goal;
}

export const IS_TRUE = TRUE;
export const IS_NOT_TRUE = FALSE | UNKNOWN;

const MAX_NODES = 4000;
const MAX_OPEN_LEAVES = 12;

interface Progress {
	readonly question: Question;
	nodes: number;
	readonly terms: Set<Term>;
	hasTexts: boolean;
	leaves: number;
}

/**
 * Decides whether rules can be true, or not true, of one customer. Each field's values fall into finitely many cells that the
 * conditions cannot tell apart, so a question becomes a search over cells: narrow what each goal allows, split a field, repeat
 * (Davis, Putnam, Logemann & Loveland 1962, on many-valued variables). "Impossible" means that no cell was left; every customer that
 * is found is checked by the evaluator.
 */
export class Prover {
	private readonly abstraction: Abstraction;
	private readonly book: CellBook;

	constructor(fields: readonly ProofField[], asOfDay: number) {
		this.abstraction = new Abstraction(fields, asOfDay);
		this.book = new CellBook(this.abstraction.slots);
	}

	rule(typed: TypedRule): ProofRule {
		const formula = this.abstraction.formulaOf(typed);
		const truth = slotTruth(typed, this.abstraction.slots);
		const atoms = [...new Set(atomsOf(formula))];
		return { goal: (wanted) => ({ formula, atoms, wanted, truth }) };
	}

	/** Whether a rule is not true of a customer, whose other fields may be anything that is allowed; null where that is not known. */
	isRefutedBy(typed: TypedRule, customer: Customer): boolean | null {
		const { slots } = this.abstraction;
		for (const name of fieldsOf(typed)) {
			const { field } = this.abstraction.variableOf(name);
			if (!customer.has(name) && !field.isNullable) {
				return null;
			}
			slots.set(name, customer.get(name) ?? null);
		}
		return slotTruth(typed, slots)() !== 1;
	}

	find(goals: readonly Goal[]): Finding {
		const question = new Question(goals, (name) => this.abstraction.variableOf(name), this.book);
		const progress: Progress = { question, nodes: 0, terms: new Set(), hasTexts: false, leaves: 0 };
		const customer = this.search(progress, question.start());
		if (customer) {
			return { kind: 'possible', customer };
		}
		const isTooLarge = progress.nodes > MAX_NODES;
		const isOpen = isTooLarge || progress.leaves > 0;
		return isOpen
			? { kind: 'open', terms: [...progress.terms], hasTexts: progress.hasTexts, isTooLarge, isStopped: false }
			: { kind: 'impossible' };
	}

	private search(progress: Progress, state: State): Customer | null {
		if (++progress.nodes > MAX_NODES || progress.leaves > MAX_OPEN_LEAVES) {
			return null;
		}
		const { question } = progress;
		const left = this.narrow(question, state);
		if (left === null) {
			return null;
		}
		const index = placeToSplit(question.openPlaces(left), left);
		if (index === -1) {
			return this.confirm(progress, left);
		}
		for (const cell of left[index]!) {
			const customer = this.search(progress, left.with(index, [cell]));
			if (customer || progress.nodes > MAX_NODES) {
				return customer;
			}
		}
		return null;
	}

	private narrow(question: Question, state: State): State | null {
		let current: State | null = state;
		for (let size = Infinity; current && sizeOf(current) < size;) {
			size = sizeOf(current);
			const narrowed = question.narrow(current);
			current = narrowed && linkTerms(question, narrowed, this.abstraction.slots);
		}
		return current;
	}

	private confirm(progress: Progress, state: State): Customer | null {
		const { question } = progress;
		const customer = findCustomer(question, state, this.abstraction.slots);
		if (customer) {
			return customer;
		}
		progress.leaves++;
		for (const [index, { variable, cells }] of question.places.entries()) {
			if (variable.term) {
				progress.terms.add(variable.term);
			}
			progress.hasTexts ||= state[index]!.some((cell) => cells[cell]!.values.length === 0);
		}
		return null;
	}
}

/** The place with the fewest cells among those that can be split; -1 where none can. */
function placeToSplit(places: ReadonlySet<number>, state: State): number {
	let best = -1;
	for (const index of places) {
		const count = state[index]!.length;
		if (count > 1 && (best === -1 || count < state[best]!.length)) {
			best = index;
		}
	}
	return best;
}

function sizeOf(state: State): number {
	return state.reduce((sum, cells) => sum + cells.length, 0);
}
