import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Bitmap, TextColumn } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import { negatedOutcome, outcomeOf, wordsOf } from '../Outcome.ts';
import type { Outcome } from '../Outcome.ts';
import { PatternMatcher } from '../pattern/PatternMatcher.ts';

/** Above this a list is read row by row instead. */
const MAX_ITEMS = 8;

/** Whether the UTF-8 bytes from `from` up to `to` fulfil a condition. */
type TestBytes = (from: number, to: number) => boolean;

/**
 * Text columns of many distinct values against constants, on their bytes, without making a string per row. null where the condition
 * is of another form.
 */
export function textPredicate(typed: TypedRule, frame: Frame): Outcome | null {
	const form = textForm(typed);
	const column = form ? frame.columns.get(form.field) : undefined;
	if (!form || column?.kind !== 'text') {
		return null;
	}
	const buffer = Buffer.from(column.bytes.buffer, column.bytes.byteOffset, column.bytes.byteLength);
	const holds =
		form.operator === 'contains'
			? rowsContaining(column, buffer, form.texts[0] ?? '')
			: rowsWhere(column, testOf(form, buffer));
	const outcome = outcomeOf(holds, column.nulls, column.length);
	return form.operator === '!=' ? negatedOutcome(outcome) : outcome;
}

interface TextForm {
	readonly field: string;
	readonly operator: '=' | '!=' | 'contains' | 'starts with' | 'ends with' | 'matches';
	readonly texts: readonly string[];
}

function textForm(typed: TypedRule): TextForm | null {
	if (typed.kind === 'comparison' && (typed.operator === '=' || typed.operator === '!=')) {
		const [field, value] = typed.left.kind === 'field' ? [typed.left, typed.right] : [typed.right, typed.left];
		return formOf(field, typed.operator, [value]);
	}
	if (typed.kind === 'in' && typed.items.length <= MAX_ITEMS) {
		return formOf(typed.operand, '=', typed.items);
	}
	return typed.kind === 'text-match' ? formOf(typed.operand, typed.operator, [typed.pattern]) : null;
}

function formOf(field: TypedRule, operator: TextForm['operator'], values: readonly TypedRule[]): TextForm | null {
	const texts = values.flatMap((value) => (value.kind === 'constant' && value.type === 'text' ? [value.value] : []));
	return field.kind === 'field' && texts.length === values.length ? { field: field.name, operator, texts } : null;
}

function testOf({ operator, texts }: TextForm, buffer: Buffer): TestBytes {
	const parts = texts.map((text) => Buffer.from(text, 'utf8'));
	const part = parts[0] ?? Buffer.alloc(0);
	switch (operator) {
		case 'starts with':
			return (from, to) => to - from >= part.length && hasAt(buffer, from, part);
		case 'ends with':
			return (from, to) => to - from >= part.length && hasAt(buffer, to - part.length, part);
		case 'matches': {
			const matcher = new PatternMatcher(texts[0] ?? '');
			return (from, to) => matcher.matchesBytes(buffer, from, to);
		}
		case '=':
		case '!=':
		case 'contains':
			return (from, to) => parts.some((value) => to - from === value.length && hasAt(buffer, from, value));
	}
}

function hasAt(buffer: Buffer, from: number, part: Buffer): boolean {
	for (let index = 0; index < part.length; index++) {
		if (buffer[from + index] !== part[index]) {
			return false;
		}
	}
	return true;
}

function rowsWhere({ offsets, length }: TextColumn, test: TestBytes): Bitmap {
	const bits = new Uint32Array(wordsOf(length));
	for (let row = 0; row < length; row++) {
		if (test(offsets[row]!, offsets[row + 1]!)) {
			bits[row >>> 5]! |= 1 << (row & 31);
		}
	}
	return bits;
}

/** Searches all texts at once; a hit that begins in one row and ends in the next is none. */
function rowsContaining(column: TextColumn, buffer: Buffer, text: string): Bitmap {
	const part = Buffer.from(text, 'utf8');
	if (part.length === 0) {
		return rowsWhere(column, () => true);
	}
	const { offsets, length } = column;
	const bits = new Uint32Array(wordsOf(length));
	const end = offsets[length] ?? 0;
	let row = 0;
	for (let hit = buffer.indexOf(part, offsets[0]); hit !== -1 && hit < end;) {
		while (offsets[row + 1]! <= hit) {
			row++;
		}
		const next = offsets[row + 1]!;
		if (hit + part.length <= next) {
			bits[row >>> 5]! |= 1 << (row & 31);
		}
		hit = buffer.indexOf(part, next);
	}
	return bits;
}
