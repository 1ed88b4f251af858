import { parser } from './parser.ts';
import { parseRule } from './parseRule.ts';
import { printRule } from './printRule.ts';
import type { Connective, InList, Rule } from './Rule.ts';

export interface FormatSettings {
	/** Columns that a line should keep to; a single condition may be longer. A tab counts as four. */
	readonly width: number;
}

const usual: FormatSettings = { width: 80 };
const TAB = 4;

/**
 * The canonical text of a rule on several lines where one would be too long: each part of `and` and `or` on its own line behind its
 * joining word, parentheses around indented lines, long lists wrapped. parseRule of it gives the same rule.
 */
export function formatRule(rule: Rule, settings: FormatSettings = usual): string {
	return lines(rule, settings.width).join('\n');
}

/** The same for a text; null where it cannot be read, or has remarks, which are no part of a rule and would be lost. */
export function formatRuleText(text: string, settings: FormatSettings = usual): string | null {
	const { rule } = parseRule(text);
	return rule && !hasRemark(text) ? formatRule(rule, settings) : null;
}

function hasRemark(text: string): boolean {
	let isFound = false;
	parser.parse(text).iterate({
		enter: ({ name }) => {
			isFound ||= name === 'LineComment';
		},
	});
	return isFound;
}

function lines(rule: Rule, width: number): readonly string[] {
	const line = printRule(rule);
	if (line.length <= width) {
		return [line];
	}
	if (rule.kind === 'and' || rule.kind === 'or') {
		return connective(rule, width);
	}
	if (rule.kind === 'not') {
		return inParentheses('not ', lines(rule.operand, width - TAB));
	}
	return rule.kind === 'in' ? list(rule, width) : [line];
}

function connective({ kind, operands }: Connective, width: number): readonly string[] {
	return operands.flatMap((operand, index) => {
		const word = index === 0 ? '' : `${kind} `;
		const needsParentheses = operand.kind === 'or' || operand.kind === kind;
		if (needsParentheses && printRule(operand).length + word.length + 2 > width) {
			return inParentheses(word, lines(operand, width - TAB));
		}
		const [first = '', ...rest] = needsParentheses ? [`(${printRule(operand)})`] : lines(operand, width - word.length);
		// The lines of an `and` within an `or` stand further in, so that the two cannot be taken for one list.
		return [word + first, ...(operand.kind === 'and' ? rest.map(indented) : rest)];
	});
}

function inParentheses(before: string, inner: readonly string[]): readonly string[] {
	return [`${before}(`, ...inner.map(indented), ')'];
}

function list(rule: InList, width: number): readonly string[] {
	const [item] = rule.items;
	const head = item ? printRule({ ...rule, items: [item] }).slice(0, -printItem(rule, item).length - 1) : '';
	const rows: string[] = [];
	for (const [index, value] of rule.items.entries()) {
		const text = printItem(rule, value) + (index + 1 < rule.items.length ? ',' : '');
		const last = rows.at(-1);
		if (last !== undefined && last.length + 1 + text.length <= width - TAB) {
			rows[rows.length - 1] = `${last} ${text}`;
		} else {
			rows.push(text);
		}
	}
	return [head, ...rows.map(indented), ')'];
}

/** An item as it stands in its list, where conditions are in parentheses. */
function printItem(rule: InList, item: Rule): string {
	const operand: Rule = { kind: 'field', name: 'x', from: 0, to: 0 };
	return printRule({ ...rule, operand, isNegated: false, items: [item] }).slice('x in ('.length, -1);
}

function indented(line: string): string {
	return `\t${line}`;
}
