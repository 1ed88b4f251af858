import { addMonths, MS_PER_DAY } from '#shared/rules/calendar.ts';
import type { Constant, TypedRule } from '#shared/rules/TypedRule.ts';
import type { FillNumbers } from './BlockReader.ts';
import type { BlockScope } from './BlockScope.ts';
import { firstNumbers } from './firstNumbers.ts';

/** Days (of a date) or milliseconds (of a timestamp) per row; NaN is "no value". */
export function compileInstant(typed: TypedRule, scope: BlockScope): FillNumbers {
	switch (typed.kind) {
		case 'constant': {
			const value = constantInstant(typed);
			return (_, count, into) => into.fill(value, 0, count);
		}
		case 'asof':
			return (_, count, into) => into.fill(scope.asOfDay, 0, count);
		case 'field': {
			const reader = scope.readerOf(typed.name);
			return reader.kind === 'instant' ? reader.fill : refuse(typed);
		}
		case 'date-of':
			return moved(compileInstant(typed.operand, scope), (ms) => Math.floor(ms / MS_PER_DAY));
		case 'shift': {
			const { months, days } = typed;
			const operand = compileInstant(typed.operand, scope);
			const move = (day: number): number => (months === 0 ? day : addMonths(day, months)) + days;
			return typed.type === 'date' ? moved(operand, move) : moved(operand, (ms) => moveMoment(ms, move));
		}
		case 'call': {
			const options = typed.arguments.map((argument) => compileInstant(argument, scope));
			return typed.name === 'coalesce' ? firstNumbers(options, scope) : refuse(typed);
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

export function constantInstant(typed: Constant): number {
	return typed.type === 'date' ? typed.day : typed.type === 'timestamp' ? typed.ms : refuse(typed);
}

/** What `move` makes of each value. */
export function moved(operand: FillNumbers, move: (value: number) => number): FillNumbers {
	return (from, count, into) => {
		operand(from, count, into);
		for (let index = 0; index < count; index++) {
			const value = into[index]!;
			into[index] = Number.isNaN(value) ? value : move(value);
		}
	};
}

/** The time of day stays. */
function moveMoment(ms: number, move: (day: number) => number): number {
	const day = Math.floor(ms / MS_PER_DAY);
	return move(day) * MS_PER_DAY + (ms - day * MS_PER_DAY);
}

function refuse(typed: TypedRule): never {
	throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as a date`);
}
