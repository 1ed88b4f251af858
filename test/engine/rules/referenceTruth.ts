import { assertNever } from '#shared/base/assertNever.ts';
import type { Cell } from '#shared/model/columnType.ts';
import type { Rule } from '#shared/rules/Rule.ts';
import { AS_OF_DAY, sampleFields } from './sampleFrame.ts';
import type { SampleRow } from './sampleFrame.ts';

/** A value with its type, as one reads the manual; numbers are exact fractions until something is divided. */
type Value =
	| { readonly is: 'missing' }
	| { readonly is: 'exact'; readonly units: bigint; readonly scale: number }
	| { readonly is: 'double'; readonly value: number }
	| { readonly is: 'text'; readonly value: string }
	| { readonly is: 'truth'; readonly value: boolean }
	| { readonly is: 'date'; readonly day: number }
	| { readonly is: 'moment'; readonly ms: number }
	| { readonly is: 'duration'; readonly months: number; readonly days: number };

const missing: Value = { is: 'missing' };
const MS_PER_DAY = 86_400_000;

/** true, false or null (unknown) of a condition on one row: the meaning of the language, without regard to speed. */
export function referenceTruth(rule: Rule, row: SampleRow): boolean | null {
	const value = evaluate(rule, row);
	return value.is === 'truth' ? value.value : null;
}

/** The value of an expression on one row as it is shown. */
export function referenceCell(rule: Rule, row: SampleRow): Cell {
	const value = evaluate(rule, row);
	switch (value.is) {
		case 'missing':
			return null;
		case 'exact':
		case 'double':
			return double(value);
		case 'text':
		case 'truth':
			return value.value;
		case 'date':
			return new Date(value.day * MS_PER_DAY).toISOString().slice(0, 10);
		case 'moment':
			return new Date(value.ms).toISOString().replace('.000Z', 'Z');
		case 'duration':
			throw new Error('A duration is no value by itself');
		default:
			return assertNever(value);
	}
}

function evaluate(rule: Rule, row: SampleRow): Value {
	switch (rule.kind) {
		case 'or':
		case 'and': {
			const truths = rule.operands.map((operand) => referenceTruth(operand, row));
			const deciding = rule.kind === 'or';
			return truth(truths.includes(deciding) ? deciding : truths.includes(null) ? null : !deciding);
		}
		case 'not':
			return opposite(referenceTruth(rule.operand, row), true);
		case 'comparison': {
			const order = compare(evaluate(rule.left, row), evaluate(rule.right, row));
			const holds = {
				'=': order === 0,
				'!=': order !== 0,
				'<': order! < 0,
				'<=': order! <= 0,
				'>': order! > 0,
				'>=': order! >= 0,
			};
			return order === null ? missing : truth(holds[rule.operator]);
		}
		case 'between': {
			const operand = evaluate(rule.operand, row);
			const above = compare(operand, evaluate(rule.low, row));
			const below = compare(operand, evaluate(rule.high, row));
			const isOutside = (above !== null && above < 0) || (below !== null && below > 0);
			return opposite(isOutside ? false : above === null || below === null ? null : true, rule.isNegated);
		}
		case 'in': {
			const operand = evaluate(rule.operand, row);
			const orders = rule.items.map((item) => compare(operand, evaluate(item, row)));
			return opposite(orders.includes(0) ? true : orders.includes(null) ? null : false, rule.isNegated);
		}
		case 'is-null':
			return opposite(evaluate(rule.operand, row).is === 'missing', rule.isNegated);
		case 'text-match': {
			const [value, part] = [evaluate(rule.operand, row), evaluate(rule.pattern, row)];
			if (value.is !== 'text' || part.is !== 'text') {
				return missing;
			}
			const found = {
				contains: () => value.value.includes(part.value),
				'starts with': () => value.value.startsWith(part.value),
				'ends with': () => value.value.endsWith(part.value),
				matches: () => new RegExp(part.value, 'u').test(value.value),
			};
			return opposite(found[rule.operator](), rule.isNegated);
		}
		case 'arithmetic':
			return calculate(rule.operator, evaluate(rule.left, row), evaluate(rule.right, row));
		case 'negation':
			return calculate('-', { is: 'exact', units: 0n, scale: 0 }, evaluate(rule.operand, row));
		case 'call':
			return callFunction(
				rule.name,
				rule.arguments.map((argument) => evaluate(argument, row)),
			);
		case 'field':
			return cell(rule.name, row);
		case 'number': {
			const [whole = '', places = ''] = rule.digits.split('.');
			return { is: 'exact', units: BigInt(whole + places), scale: places.length };
		}
		case 'duration': {
			const count = Number(rule.digits);
			const months = { days: 0, weeks: 0, months: 1, years: 12 }[rule.unit] * count;
			return { is: 'duration', months, days: { days: 1, weeks: 7, months: 0, years: 0 }[rule.unit] * count };
		}
		case 'text':
			return { is: 'text', value: rule.value };
		case 'date':
			return { is: 'date', day: Date.parse(rule.value) / MS_PER_DAY };
		case 'boolean':
			return truth(rule.value);
		case 'null':
			return missing;
		case 'asof':
			return { is: 'date', day: AS_OF_DAY };
		default:
			return assertNever(rule);
	}
}

function truth(value: boolean | null): Value {
	return value === null ? missing : { is: 'truth', value };
}

function opposite(value: boolean | null, isNegated: boolean): Value {
	return truth(value === null ? null : value !== isNegated);
}

function cell(name: string, row: SampleRow): Value {
	const value = row[name] ?? null;
	const field = sampleFields.find((entry) => entry.name === name);
	if (value === null || !field) {
		return missing;
	}
	if (typeof value === 'bigint') {
		return { is: 'exact', units: value, scale: field.scale };
	}
	if (typeof value === 'number') {
		if (field.kind === 'double') {
			return { is: 'double', value };
		}
		return field.kind === 'date' ? { is: 'date', day: value } : { is: 'moment', ms: value };
	}
	return typeof value === 'string' ? { is: 'text', value } : truth(value);
}

function compare(a: Value, b: Value): number | null {
	if (a.is === 'missing' || b.is === 'missing') {
		return null;
	}
	if (a.is === 'exact' && b.is === 'exact') {
		const difference = a.units * 10n ** BigInt(b.scale) - b.units * 10n ** BigInt(a.scale);
		return difference < 0n ? -1 : difference > 0n ? 1 : 0;
	}
	if (a.is === 'text' && b.is === 'text') {
		return Buffer.compare(Buffer.from(a.value), Buffer.from(b.value));
	}
	if (a.is === 'truth' && b.is === 'truth') {
		return Number(a.value) - Number(b.value);
	}
	if (isDated(a) || isDated(b)) {
		const [left, right] = [dated(a), dated(b)];
		return left.is === 'moment' && right.is === 'moment' ? left.ms - right.ms : dayOf(left) - dayOf(right);
	}
	return double(a) - double(b);
}

function isDated(value: Value): boolean {
	return value.is === 'date' || value.is === 'moment';
}

/** A text beside a date is a date, or a moment where it has a time. */
function dated(value: Value): Value {
	if (value.is !== 'text') {
		return value;
	}
	return value.value.length === 10
		? { is: 'date', day: Date.parse(value.value) / MS_PER_DAY }
		: { is: 'moment', ms: Date.parse(`${value.value.replace(' ', 'T')}Z`) };
}

function dayOf(value: Value): number {
	return value.is === 'date' ? value.day : value.is === 'moment' ? Math.floor(value.ms / MS_PER_DAY) : Number.NaN;
}

function double(value: Value): number {
	return value.is === 'exact'
		? Number(value.units) / 10 ** value.scale
		: value.is === 'double'
			? value.value
			: Number.NaN;
}

function calculate(operator: '+' | '-' | '*' | '/', a: Value, b: Value): Value {
	if (a.is === 'missing' || b.is === 'missing') {
		return missing;
	}
	if (b.is === 'duration') {
		return move(a, b, operator === '-' ? -1 : 1);
	}
	if (isDated(a)) {
		return { is: 'exact', units: BigInt(dayOf(a) - dayOf(b)), scale: 0 };
	}
	if (a.is === 'exact' && b.is === 'exact' && operator !== '/') {
		if (operator === '*') {
			return { is: 'exact', units: a.units * b.units, scale: a.scale + b.scale };
		}
		const scale = Math.max(a.scale, b.scale);
		const [left, right] = [a, b].map((value) => value.units * 10n ** BigInt(scale - value.scale));
		return { is: 'exact', units: operator === '+' ? left! + right! : left! - right!, scale };
	}
	const [x, y] = [double(a), double(b)];
	const value = { '+': x + y, '-': x - y, '*': x * y, '/': x / y }[operator];
	return Number.isFinite(value) ? { is: 'double', value } : missing;
}

/** By the JavaScript engine's calendar: back to the month's last day where it overflows. */
function move(value: Value, duration: Value & { is: 'duration' }, sign: number): Value {
	const ms = value.is === 'moment' ? value.ms : dayOf(value) * MS_PER_DAY;
	const date = new Date(ms);
	const dayOfMonth = date.getUTCDate();
	date.setUTCMonth(date.getUTCMonth() + sign * duration.months);
	if (date.getUTCDate() !== dayOfMonth) {
		date.setUTCDate(0);
	}
	const moved = date.getTime() + sign * duration.days * MS_PER_DAY;
	return value.is === 'moment' ? { is: 'moment', ms: moved } : { is: 'date', day: moved / MS_PER_DAY };
}

function callFunction(name: string, values: readonly Value[]): Value {
	const [first = missing] = values;
	if (name === 'coalesce') {
		const found = values.find((value) => value.is !== 'missing') ?? missing;
		const isDateText = found.is === 'text' && /^\d{4}-\d{2}-\d{2}$/.test(found.value);
		return isDateText || values.some(isDated) ? dated(found) : found;
	}
	if (first.is === 'missing') {
		return missing;
	}
	switch (name) {
		case 'lower':
			return first.is === 'text' ? { is: 'text', value: first.value.toLowerCase() } : missing;
		case 'upper':
			return first.is === 'text' ? { is: 'text', value: first.value.toUpperCase() } : missing;
		case 'abs':
			return (compare(first, { is: 'exact', units: 0n, scale: 0 }) ?? 0) < 0
				? calculate('-', { is: 'exact', units: 0n, scale: 0 }, first)
				: first;
		case 'year':
		case 'month': {
			const date = new Date(dayOf(first) * MS_PER_DAY);
			const number = name === 'year' ? date.getUTCFullYear() : date.getUTCMonth() + 1;
			return { is: 'exact', units: BigInt(number), scale: 0 };
		}
		default:
			throw new Error(`The reference does not know ${name}`);
	}
}
