import { addMonths, MS_PER_DAY } from '#shared/rules/calendar.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { RowScope } from './CellReader.ts';

/** Days (of a date) or milliseconds (of a timestamp) per row; NaN is "no value". */
export function compileInstant(typed: TypedRule, scope: RowScope): (row: number) => number {
	switch (typed.kind) {
		case 'constant': {
			const value = typed.type === 'date' ? typed.day : typed.type === 'timestamp' ? typed.ms : refuse(typed);
			return () => value;
		}
		case 'asof':
			return () => scope.asOfDay;
		case 'field': {
			const reader = scope.readerOf(typed.name);
			return reader.kind === 'instant' ? reader.at : refuse(typed);
		}
		case 'date-of': {
			const ms = compileInstant(typed.operand, scope);
			return (row) => Math.floor(ms(row) / MS_PER_DAY);
		}
		case 'shift': {
			const { months, days } = typed;
			const operand = compileInstant(typed.operand, scope);
			const move = (day: number): number => (months === 0 ? day : addMonths(day, months)) + days;
			return typed.type === 'date' ? shifted(operand, move) : shifted(operand, (ms) => moveMoment(ms, move));
		}
		case 'call': {
			const options = typed.arguments.map((argument) => compileInstant(argument, scope));
			return typed.name === 'coalesce' ? (row) => firstInstant(options, row) : refuse(typed);
		}
		case 'and':
		case 'arithmetic':
		case 'between':
		case 'comparison':
		case 'days-between':
		case 'in':
		case 'is-null':
		case 'negation':
		case 'not':
		case 'or':
		case 'text-match':
			return refuse(typed);
	}
}

function shifted(operand: (row: number) => number, move: (value: number) => number): (row: number) => number {
	return (row) => {
		const value = operand(row);
		return Number.isNaN(value) ? value : move(value);
	};
}

/** The time of day stays. */
function moveMoment(ms: number, move: (day: number) => number): number {
	const day = Math.floor(ms / MS_PER_DAY);
	return move(day) * MS_PER_DAY + (ms - day * MS_PER_DAY);
}

function firstInstant(options: readonly ((row: number) => number)[], row: number): number {
	for (const option of options) {
		const value = option(row);
		if (!Number.isNaN(value)) {
			return value;
		}
	}
	return Number.NaN;
}

function refuse(typed: TypedRule): never {
	throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as a date`);
}
