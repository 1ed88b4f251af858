import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { fieldsOf } from '../predicate/fieldsOf.ts';
import { comparing, isConstant } from './comparing.ts';
import { anyField } from './ProofField.ts';
import type { ProofField, StoredValue } from './ProofField.ts';
import { reduceTerm } from './reduceTerm.ts';
import { slotNumber, slotTruth } from './slotPrograms.ts';
import { Slots } from './Slots.ts';
import { termValue } from './termValue.ts';
import type { Atom, Formula, Term, Variable } from './Variable.ts';

type Comparison = TypedRule & { kind: 'comparison' };

/**
 * Turns checked rules into formulas over conditions on one variable each, the same for all rules of a segmentation. What one
 * condition says of two fields becomes a variable of its own: the order of the two sides of a comparison, the value of a term such
 * as `margin / revenue`, or a truth value where nothing else fits (`email contains name`).
 */
export class Abstraction {
	readonly slots: Slots;
	private readonly variables = new Map<string, Variable>();
	private readonly atoms = new Map<string, Atom>();

	constructor(fields: readonly ProofField[], asOfDay: number) {
		this.slots = new Slots(asOfDay);
		for (const field of fields) {
			const value = (): StoredValue => this.slots.get(field.name);
			this.add({ field, term: null, value, fields: new Set([field.name]), month: null });
		}
	}

	formulaOf(typed: TypedRule): Formula {
		const all = (parts: readonly TypedRule[]): Formula[] => parts.map((part) => this.formulaOf(part));
		switch (typed.kind) {
			case 'and':
			case 'or':
				return { kind: typed.kind, parts: all(typed.operands) };
			case 'not':
				return { kind: 'not', part: this.formulaOf(typed.operand) };
			case 'field':
				return this.atom(typed, this.variableOf(typed.name));
			case 'call':
				return { kind: 'first-known', parts: all(typed.arguments) };
			case 'is-null':
				return typed.operand.type === 'boolean'
					? { kind: 'is-unknown', part: this.formulaOf(typed.operand) }
					: this.onOperand(typed);
			case 'comparison':
				return this.comparison(typed);
			case 'between':
				return isConstant(typed.low) && isConstant(typed.high)
					? this.onOperand(typed)
					: {
							kind: 'and',
							parts: [
								this.comparison(comparing('>=', typed.operand, typed.low)),
								this.comparison(comparing('<=', typed.operand, typed.high)),
							],
						};
			case 'in':
				return this.inList(typed);
			case 'text-match':
				return isConstant(typed.pattern) ? this.onOperand(typed) : this.undivided(typed);
			case 'constant':
			case 'arithmetic':
			case 'asof':
			case 'date-of':
			case 'days-between':
			case 'negation':
			case 'shift':
				return { kind: 'constant', truth: slotTruth(typed, this.slots)() };
		}
	}

	variableOf(name: string): Variable {
		const variable = this.variables.get(name);
		if (!variable) {
			throw new Error(`The proof does not know the field ${name}`);
		}
		return variable;
	}

	/** The variable that stands for a term over several fields, or one that the proof does not look into. */
	termVariable(term: Term, limits: Partial<ProofField> = {}): Variable {
		const name = `term ${JSON.stringify(term)}`;
		const known = this.variables.get(name);
		if (known) {
			return known;
		}
		const parts = term.kind === 'order' ? [term.left, term.right] : [term.typed];
		const fields = new Set(parts.flatMap((part) => [...fieldsOf(part)]));
		const type = term.kind === 'order' ? 'number' : term.typed.type;
		const program = term.kind === 'value' && type === 'number' ? slotNumber(term.typed, this.slots) : null;
		const scale = program?.isExact ? program.scale : null;
		const field: ProofField = { ...anyField(name, type), scale, ...limits };
		return this.add({ field, term, value: termValue(term, field, this.slots), fields, month: null });
	}

	private add(variable: Variable): Variable {
		this.slots.declare(variable.field);
		this.variables.set(variable.field.name, variable);
		return variable;
	}

	private comparison(typed: Comparison): Formula {
		const { operator, left, right } = typed;
		if (left.type === 'boolean') {
			const same: Formula = { kind: 'same', left: this.formulaOf(left), right: this.formulaOf(right) };
			return operator === '=' ? same : { kind: 'not', part: same };
		}
		if (isConstant(left) && isConstant(right)) {
			return { kind: 'constant', truth: slotTruth(typed, this.slots)() };
		}
		if (isConstant(right)) {
			const reduced = reduceTerm(left, this);
			return this.atom({ ...typed, left: reduced.typed }, reduced.variable);
		}
		if (isConstant(left)) {
			const reduced = reduceTerm(right, this);
			return this.atom({ ...typed, right: reduced.typed }, reduced.variable);
		}
		return this.order(typed);
	}

	/** `a < b`, `b > a` and `not a >= b` all speak of one variable. */
	private order({ operator, left, right }: Comparison): Formula {
		const [first, second] = [JSON.stringify(left), JSON.stringify(right)];
		const isMirrored = first > second;
		const term: Term = { kind: 'order', left: isMirrored ? right : left, right: isMirrored ? left : right };
		const most = first === second ? 0 : 1;
		const variable = this.termVariable(term, { scale: 0, least: -most, most });
		const value: TypedRule = { kind: 'field', type: 'number', name: variable.field.name };
		const zero: TypedRule = { kind: 'constant', type: 'number', digits: '0' };
		return this.atom(isMirrored ? comparing(operator, zero, value) : comparing(operator, value, zero), variable);
	}

	private inList(typed: TypedRule & { kind: 'in' }): Formula {
		const { operand, items } = typed;
		const equal = (item: TypedRule): Formula => this.comparison(comparing('=', operand, item));
		if (operand.type === 'boolean' || isConstant(operand)) {
			return { kind: 'or', parts: items.map(equal) };
		}
		const constants = items.filter(isConstant);
		const others = items.filter((item) => !isConstant(item)).map(equal);
		const listed = constants.length === 0 ? [] : [this.onOperand({ ...typed, items: constants })];
		return { kind: 'or', parts: [...listed, ...others] };
	}

	private onOperand(typed: TypedRule & { kind: 'is-null' | 'between' | 'in' | 'text-match' }): Formula {
		if (isConstant(typed.operand)) {
			return { kind: 'constant', truth: slotTruth(typed, this.slots)() };
		}
		const { typed: operand, variable } = reduceTerm(typed.operand, this);
		return this.atom({ ...typed, operand }, variable);
	}

	private undivided(typed: TypedRule): Formula {
		const variable = this.termVariable({ kind: 'value', typed });
		return this.atom({ kind: 'field', type: 'boolean', name: variable.field.name }, variable);
	}

	private atom(typed: TypedRule, variable: Variable): Formula {
		const key = JSON.stringify(typed);
		const atom = this.atoms.get(key) ?? { id: this.atoms.size, variable, typed, truth: slotTruth(typed, this.slots) };
		this.atoms.set(key, atom);
		return { kind: 'atom', atom };
	}
}
