import { addMonths, civilOfDay, MS_PER_DAY } from '#shared/rules/calendar.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Term } from './Variable.ts';

/** From low to high, both included; infinite where there is no limit. Numbers as they are read, days, milliseconds. */
export type Interval = readonly [low: number, high: number];

export interface EnclosureScope {
	readonly asOfDay: number;
	readonly rangeOf: (field: string) => Interval;
}

export const anywhere: Interval = [-Infinity, Infinity];
/** Far above the rounding of one step, which is 1.1e-16. */
const SLACK = 1e-13;
/** Below this, decimals of up to six places are told apart by doubles. */
const MOST_EXACT = 1e9;

/**
 * Limits of a term from limits of its fields: interval arithmetic (Moore 1966) with some slack for rounding, so that no value that
 * the evaluator can compute lies outside. Of an order: which of -1, 0 and 1 can be.
 */
export function enclose(term: Term, scope: EnclosureScope): Interval {
	if (term.kind === 'value') {
		return ofValue(term.typed, scope);
	}
	const [left, right] = [ofValue(term.left, scope), ofValue(term.right, scope)];
	const touches = (a: number, b: number): boolean =>
		a === b && (term.left.type !== 'number' || Math.abs(a) < MOST_EXACT);
	return [
		left[0] > right[1] ? 1 : touches(left[0], right[1]) ? 0 : -1,
		left[1] < right[0] ? -1 : touches(left[1], right[0]) ? 0 : 1,
	];
}

function ofValue(typed: TypedRule, scope: EnclosureScope): Interval {
	switch (typed.kind) {
		case 'constant': {
			const value =
				typed.type === 'number' ? Number(typed.digits) : typed.type === 'date' ? typed.day : instantOf(typed);
			return value === null ? anywhere : [value, value];
		}
		case 'asof':
			return [scope.asOfDay, scope.asOfDay];
		case 'field':
			return scope.rangeOf(typed.name);
		case 'negation': {
			const [low, high] = ofValue(typed.operand, scope);
			return [-high, -low];
		}
		case 'arithmetic':
			return calculated(typed.operator, ofValue(typed.left, scope), ofValue(typed.right, scope));
		case 'days-between':
			return calculated('-', ofValue(typed.left, scope), ofValue(typed.right, scope));
		case 'date-of':
			return mapped(ofValue(typed.operand, scope), (ms) => Math.floor(ms / MS_PER_DAY));
		case 'shift':
			return shifted(typed, ofValue(typed.operand, scope));
		case 'call':
			return called(typed, scope);
		case 'and':
		case 'or':
		case 'not':
		case 'comparison':
		case 'between':
		case 'in':
		case 'is-null':
		case 'text-match':
			return anywhere;
	}
}

function instantOf(typed: TypedRule & { kind: 'constant' }): number | null {
	return typed.type === 'timestamp' ? typed.ms : null;
}

function calculated(operator: '+' | '-' | '*' | '/', a: Interval, b: Interval): Interval {
	switch (operator) {
		case '+':
			return [lowered(a[0] + b[0], a[0], b[0]), raised(a[1] + b[1], a[1], b[1])];
		case '-':
			return [lowered(a[0] - b[1], a[0], b[1]), raised(a[1] - b[0], a[1], b[0])];
		case '*':
			return around(a.flatMap((x) => b.map((y) => x * y)));
		case '/':
			return b[0] <= 0 && b[1] >= 0 ? anywhere : around(a.flatMap((x) => b.map((y) => x / y)));
	}
}

function around(values: readonly number[]): Interval {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	return [lowered(low, low), raised(high, high)];
}

/** A little below, as much as rounding of these parts can be; without limit where it cannot be told (0 times infinity). */
function lowered(value: number, ...parts: readonly number[]): number {
	return -raised(-value, ...parts);
}

function raised(value: number, ...parts: readonly number[]): number {
	const size = Math.max(Math.abs(value), ...parts.map(Math.abs), Number.MIN_VALUE);
	return Number.isNaN(value) || !Number.isFinite(size) ? Infinity : value + size * SLACK;
}

/** By a function that never falls. */
function mapped([low, high]: Interval, map: (value: number) => number): Interval {
	return [Number.isFinite(low) ? map(low) : low, Number.isFinite(high) ? map(high) : high];
}

/** Of a moment moved by months the time of day can be any on the day that it comes to. */
function shifted({ type, months, days }: TypedRule & { kind: 'shift' }, [low, high]: Interval): Interval {
	const move = (day: number): number => (months === 0 ? day : addMonths(day, months)) + days;
	if (type === 'date') {
		return mapped([low, high], move);
	}
	const moved = (ms: number, extra: number): number => (move(Math.floor(ms / MS_PER_DAY)) + extra) * MS_PER_DAY;
	return [mapped([low, low], (ms) => moved(ms, 0))[0], mapped([high, high], (ms) => moved(ms, 1))[1]];
}

function called(typed: TypedRule & { kind: 'call' }, scope: EnclosureScope): Interval {
	const ranges = typed.arguments.map((argument) => ofValue(argument, scope));
	const [first = anywhere] = ranges;
	switch (typed.name) {
		case 'abs':
			return [first[0] <= 0 && first[1] >= 0 ? 0 : Math.min(...first.map(Math.abs)), Math.max(...first.map(Math.abs))];
		case 'coalesce':
			return [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
		case 'year':
			return mapped(first, (day) => civilOfDay(day).year);
		case 'month':
			return [1, 12];
		case 'lower':
		case 'upper':
			return anywhere;
	}
}
