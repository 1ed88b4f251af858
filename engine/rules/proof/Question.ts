import type { Truth } from '../block/BlockReader.ts';
import { FALSE, TRUE, UNKNOWN } from './Cell.ts';
import type { Cell } from './Cell.ts';
import type { CellBook } from './CellBook.ts';
import { flipped, possibleTruths } from './possibleTruths.ts';
import type { Atom, Formula, Variable } from './Variable.ts';

/** What a formula is asked to be: a set of truths. */
export interface Goal {
	readonly formula: Formula;
	/** The conditions of the formula. */
	readonly atoms: readonly Atom[];
	readonly wanted: number;
	/** The rule itself on the customer in the slots, by the program that evaluates it. */
	readonly truth: () => Truth;
}

/** A variable with its cells, and the conditions on it in the order of the cells' masks. */
export interface Place {
	readonly variable: Variable;
	readonly atoms: readonly Atom[];
	readonly cells: readonly Cell[];
}

/** Per place the cells that are still possible, by index. */
export type State = readonly (readonly number[])[];

/** Whether one customer can fulfil several goals at once: the places that they look at, and what follows from them. */
export class Question {
	readonly goals: readonly Goal[];
	readonly places: readonly Place[];
	/** Where each field, or made-up field of a term, has its place. */
	readonly placeOf: ReadonlyMap<string, number>;
	/** Per atom its place and its position there. */
	private readonly positions = new Map<Atom, readonly [place: number, position: number]>();

	constructor(goals: readonly Goal[], fieldOf: (name: string) => Variable, book: CellBook) {
		this.goals = goals;
		const atoms = new Map<Variable, Set<Atom>>();
		for (const atom of goals.flatMap((goal) => goal.atoms)) {
			const others = atoms.get(atom.variable) ?? new Set();
			atoms.set(atom.variable, others.add(atom));
		}
		for (const variable of atoms.keys()) {
			for (const name of variable.term === null ? [] : variable.fields) {
				const field = fieldOf(name);
				atoms.set(field, atoms.get(field) ?? new Set());
			}
		}
		this.places = [...atoms].map(([variable, ofVariable]) => {
			const sorted = [...ofVariable].sort((a, b) => a.id - b.id);
			return { variable, atoms: sorted, cells: book.cellsOf(variable, sorted) };
		});
		this.placeOf = new Map(this.places.map(({ variable }, index) => [variable.field.name, index]));
		for (const [index, place] of this.places.entries()) {
			for (const [position, atom] of place.atoms.entries()) {
				this.positions.set(atom, [index, position]);
			}
		}
	}

	start(): State {
		return this.places.map(({ cells }) => [...cells.keys()]);
	}

	/** The truths of a condition in the cells that are left. */
	readonly maskIn = (state: State): ((atom: Atom) => number) => {
		const known = new Map<Atom, number>();
		return (atom) => {
			const [index, position] = this.positions.get(atom)!;
			const { cells } = this.places[index]!;
			const mask = known.get(atom) ?? state[index]!.reduce((all, cell) => all | cells[cell]!.masks[position]!, 0);
			known.set(atom, mask);
			return mask;
		};
	};

	/** Leaves out the cells in which a goal cannot be met; null where that leaves a place without any. */
	narrow(state: State): State | null {
		let current: readonly number[][] | null = state.map((cells) => [...cells]);
		for (let hasChanged = true; hasChanged && current;) {
			const before: number = sizeOf(current);
			for (const { formula, wanted } of this.goals) {
				current = current && this.require(formula, wanted, current);
			}
			hasChanged = current !== null && sizeOf(current) < before;
		}
		return current;
	}

	/** The places that goals which are not yet met look at; none when all are met. */
	openPlaces(state: State): ReadonlySet<number> {
		const maskOf = this.maskIn(state);
		const open = this.goals.filter(({ formula, wanted }) => (possibleTruths(formula, maskOf) & ~wanted) !== 0);
		return new Set(open.flatMap(({ atoms }) => atoms.map((atom) => this.positions.get(atom)![0])));
	}

	private require(formula: Formula, wanted: number, state: readonly number[][]): readonly number[][] | null {
		switch (formula.kind) {
			case 'atom':
				return this.keep(formula.atom, wanted, state);
			case 'constant':
				return ((1 << formula.truth) & wanted) === 0 ? null : state;
			case 'not':
				return this.require(formula.part, flipped(wanted), state);
			case 'and':
				return this.requireOfAll(formula.parts, wanted, FALSE, state);
			case 'or':
				return this.requireOfAll(formula.parts, wanted, TRUE, state);
			case 'is-unknown': {
				const inner = ((wanted & TRUE) === 0 ? 0 : UNKNOWN) | ((wanted & FALSE) === 0 ? 0 : TRUE | FALSE);
				return this.require(formula.part, inner, state);
			}
			case 'same':
			case 'first-known':
				return (possibleTruths(formula, this.maskIn(state)) & wanted) === 0 ? null : state;
		}
	}

	/**
	 * Of `and` (`deciding` false) and `or` (true). Where the deciding truth is not wanted, no part may have it, and where only the
	 * opposite is wanted, all must have that; else one part has to give what is wanted: when only one can, it must.
	 */
	private requireOfAll(
		parts: readonly Formula[],
		wanted: number,
		deciding: number,
		state: readonly number[][],
	): readonly number[][] | null {
		const opposite = flipped(deciding);
		let current: readonly number[][] | null = state;
		if ((wanted & deciding) === 0) {
			const allowed = (wanted & UNKNOWN) === 0 ? opposite : opposite | UNKNOWN;
			for (const part of parts) {
				current = current && this.require(part, allowed, current);
			}
		}
		if (current === null) {
			return null;
		}
		const maskOf = this.maskIn(current);
		if ((wanted & opposite) !== 0) {
			const kind = deciding === FALSE ? 'and' : 'or';
			return (possibleTruths({ kind, parts }, maskOf) & wanted) === 0 ? null : current;
		}
		const giving = parts.filter((part) => (possibleTruths(part, maskOf) & wanted) !== 0);
		return giving.length === 0 ? null : giving.length === 1 ? this.require(giving[0]!, wanted, current) : current;
	}

	private keep(atom: Atom, wanted: number, state: readonly number[][]): readonly number[][] | null {
		const [index, position] = this.positions.get(atom)!;
		const { cells } = this.places[index]!;
		const left = state[index]!.filter((cell) => (cells[cell]!.masks[position]! & wanted) !== 0);
		return left.length === 0 ? null : left.length === state[index]!.length ? state : state.with(index, left);
	}
}

function sizeOf(state: State): number {
	return state.reduce((sum, cells) => sum + cells.length, 0);
}
