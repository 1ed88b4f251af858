import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { partsOf } from '../predicate/fieldsOf.ts';
import { comparing, isConstant } from './comparing.ts';
import type { OrderedDomain } from './OrderedDomain.ts';
import { slotInstant, slotNumber, slotTruth } from './slotPrograms.ts';
import type { Slots } from './Slots.ts';
import type { Atom } from './Variable.ts';

/**
 * Where a condition on a number, date or moment can change its truth: from one of these values up to the next it is the same.
 * The values are found by halving on the program that evaluates the rule, so that rounding, decimals and calendars count exactly as
 * they do for customers. That works because each step of the language is monotone in its one variable (floating-point operations
 * too), between the places that `termBreaks` adds: where a sign changes and where there is no value. `month()` is not; it is left
 * to the caller.
 */
export function breaksOf({ typed, variable }: Atom, domain: OrderedDomain, slots: Slots): readonly number[] {
	const scan: Scan = { name: variable.field.name, scale: variable.field.scale ?? 0, domain, slots };
	const operand = partsOf(typed).find((part) => !isConstant(part));
	if (operand === undefined || hasMonth(operand)) {
		return [];
	}
	const between = termBreaks(scan, operand);
	const constants = partsOf(typed).filter(isConstant);
	const breaks = constants.flatMap((constant) => [
		...split(scan, comparing('>=', operand, constant), between, hintOf(scan, operand, constant)),
		...split(scan, comparing('>', operand, constant), between, hintOf(scan, operand, constant)),
	]);
	return ascending([...between, ...breaks]);
}

export function ascending(values: readonly number[]): number[] {
	return [...new Set(values)].sort((a, b) => a - b);
}

interface Scan {
	readonly name: string;
	readonly scale: number;
	readonly domain: OrderedDomain;
	readonly slots: Slots;
}

const zero: TypedRule = { kind: 'constant', type: 'number', digits: '0' };

function hasMonth(typed: TypedRule): boolean {
	return (typed.kind === 'call' && typed.name === 'month') || partsOf(typed).some(hasMonth);
}

/** Between these values a term is monotone, or has no value throughout. */
function termBreaks(scan: Scan, term: TypedRule): readonly number[] {
	const operand = partsOf(term).find((part) => !isConstant(part));
	if (operand === undefined) {
		return [];
	}
	const inner = termBreaks(scan, operand);
	const isCalculated = term.kind === 'arithmetic';
	const isFolded = term.kind === 'call' && term.name === 'abs';
	// Calculation can overflow at both ends of what it is applied to, but only at one end on either side of zero.
	const signs =
		(isFolded || isCalculated) && operand.type === 'number'
			? [...split(scan, comparing('>=', operand, zero), inner), ...split(scan, comparing('>', operand, zero), inner)]
			: [];
	const between = ascending([...inner, ...signs]);
	const isMissing: TypedRule = { kind: 'is-null', type: 'boolean', operand: term };
	return isCalculated ? ascending([...between, ...split(scan, isMissing, between)]) : between;
}

/** Where a condition that changes at most once per piece changes. */
function split(scan: Scan, condition: TypedRule, breaks: readonly number[], hint: number | null = null): number[] {
	const { domain, slots, name } = scan;
	const truth = slotTruth(condition, slots);
	const at = (value: number): number => {
		slots.set(name, value);
		return truth();
	};
	const found: number[] = [];
	for (let piece = 0; piece <= breaks.length; piece++) {
		let low = piece === 0 ? domain.low : breaks[piece - 1]!;
		let high = piece === breaks.length ? domain.high : domain.previous(breaks[piece]!);
		const [first, last] = [at(low), at(high)];
		if (first === last) {
			continue;
		}
		if (hint !== null) {
			const [below, above] = [domain.previous(domain.previous(hint)), domain.next(domain.next(hint))];
			low = below > low && below < high && at(below) === first ? below : low;
			high = above < high && above > low && at(above) !== first ? above : high;
		}
		while (domain.next(low) < high) {
			const middle = Math.max(domain.middle(low, high), domain.next(low));
			if (at(middle) === first) {
				low = middle;
			} else {
				high = middle;
			}
		}
		found.push(high);
	}
	return found;
}

/** Near which value a field equals a constant: saves most of the halving. */
function hintOf(scan: Scan, operand: TypedRule, constant: TypedRule): number | null {
	if (operand.kind !== 'field') {
		return null;
	}
	if (operand.type !== 'number') {
		return slotInstant(constant, scan.slots)();
	}
	const number = slotNumber(constant, scan.slots);
	const value = (number.value() / 10 ** number.scale) * 10 ** scan.scale;
	return Number.isFinite(value) ? value : null;
}
