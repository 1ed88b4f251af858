import type { SyntaxNode, Tree } from '@lezer/common';
import type { ArithmeticOperator, CompareOperator, DurationUnit, Rule, Span, TextOperator } from './Rule.ts';
import { MAX_DEPTH } from './tooDeep.ts';

export class TooDeepError extends Error {
	readonly span: Span;

	constructor(span: Span) {
		super(`A rule may nest at most ${MAX_DEPTH} levels`);
		this.span = span;
	}
}

/**
 * The rule of a tree that was parsed without errors; null when it holds nothing but spaces and comments.
 * Parentheses leave no trace: the shape of the result says what belongs together. Throws TooDeepError.
 */
export function readTree(tree: Tree, text: string): Rule | null {
	const first = children(tree.topNode)[0];
	return first === undefined ? null : readNode(first, text, 1);
}

function readNode(node: SyntaxNode, text: string, depth: number): Rule {
	const span = { from: node.from, to: node.to };
	if (depth > MAX_DEPTH) {
		throw new TooDeepError(span);
	}
	const parts = children(node);
	const source = (part: SyntaxNode | undefined): string => text.slice(part?.from, part?.to);
	const read = (part: SyntaxNode | undefined): Rule => readNode(present(part), text, depth + 1);
	const has = (name: string): boolean => parts.some((part) => part.name === name);
	const values = (): SyntaxNode[] => parts.filter((part) => isExpression(part.name));

	switch (node.name) {
		case 'Paren':
			return read(parts[1]);
		case 'Or':
		case 'And':
			return { kind: node.name === 'Or' ? 'or' : 'and', operands: values().map(read), ...span };
		case 'Not':
			return { kind: 'not', operand: read(parts[1]), ...span };
		case 'Comparison': {
			const operator = compareOperator(source(parts[1]));
			return { kind: 'comparison', operator, left: read(parts[0]), right: read(parts[2]), ...span };
		}
		case 'Between': {
			const [operand, low, high] = values().map(read);
			const bounds = { operand: present(operand), low: present(low), high: present(high) };
			return { kind: 'between', isNegated: has('not'), ...bounds, ...span };
		}
		case 'InList': {
			const [operand, ...items] = values().map(read);
			return { kind: 'in', isNegated: has('not'), operand: present(operand), items, ...span };
		}
		case 'IsNull':
			return { kind: 'is-null', isNegated: has('not'), operand: read(parts[0]), ...span };
		case 'TextMatch': {
			const operator = textOperator(parts.find((part) => part.name === 'TextOperator'));
			const [operand, pattern] = values().map(read);
			const sides = { operand: present(operand), pattern: present(pattern) };
			return { kind: 'text-match', operator, isNegated: has('not'), ...sides, ...span };
		}
		case 'Sum':
		case 'Product':
			return readChain(parts, text, depth);
		case 'Negation':
			return readNegation(present(parts[1]), text, depth, span);
		case 'Call': {
			const name = source(parts[0]).toLowerCase();
			return { kind: 'call', name, arguments: values().map(read), ...span };
		}
		case 'Field':
			return { kind: 'field', name: fieldName(source(node)), ...span };
		case 'Number':
			return { kind: 'number', digits: canonicalDigits(source(node)), ...span };
		case 'Duration':
			return {
				kind: 'duration',
				digits: canonicalDigits(source(parts[0])),
				unit: durationUnit(source(parts[1])),
				...span,
			};
		case 'Text':
			return { kind: 'text', value: unquoted(source(node)), ...span };
		case 'DateLiteral':
			return { kind: 'date', value: unquoted(source(parts[1])), ...span };
		case 'Boolean':
			return { kind: 'boolean', value: source(node).toLowerCase() === 'true', ...span };
		case 'Null':
			return { kind: 'null', ...span };
		case 'AsOf':
			return { kind: 'asof', ...span };
		default:
			throw new Error(`The rule grammar has a node ${node.name} that the reader does not know`);
	}
}

/** `a - b + c` is ((a - b) + c); each step counts as a level, since it becomes one. Its place includes parentheses around its ends. */
function readChain(parts: readonly SyntaxNode[], text: string, depth: number): Rule {
	const terms = parts.filter((_, index) => index % 2 === 0);
	let left = readNode(present(terms[0]), text, depth + terms.length);
	for (const [index, part] of terms.entries()) {
		if (index > 0) {
			const sign = present(parts[2 * index - 1]);
			const right = readNode(part, text, depth + terms.length - index);
			const operator = arithmeticOperator(text.slice(sign.from, sign.to));
			left = { kind: 'arithmetic', operator, left, right, from: present(terms[0]).from, to: part.to };
		}
	}
	return left;
}

/** A minus directly before a number belongs to the number. */
function readNegation(part: SyntaxNode, text: string, depth: number, span: Span): Rule {
	if (part.name !== 'Number') {
		return { kind: 'negation', operand: readNode(part, text, depth + 1), ...span };
	}
	const digits = canonicalDigits(text.slice(part.from, part.to));
	return { kind: 'number', digits: digits === '0' ? '0' : `-${digits}`, ...span };
}

function children(node: SyntaxNode): SyntaxNode[] {
	const found: SyntaxNode[] = [];
	for (let child = node.firstChild; child; child = child.nextSibling) {
		if (child.name !== 'LineComment') {
			found.push(child);
		}
	}
	return found;
}

/** Node names begin with a capital; keywords and punctuation do not, and these four name parts of a construct. */
function isExpression(name: string): boolean {
	return /^[A-Z]/.test(name) && !['TextOperator', 'FunctionName', 'CompareOperator', 'Unit'].includes(name);
}

function fieldName(source: string): string {
	return source.startsWith('`') ? source.slice(1, -1).replaceAll('``', '`') : source;
}

function unquoted(source: string): string {
	const quote = source.charAt(0);
	return source.slice(1, -1).replaceAll(quote + quote, quote);
}

function canonicalDigits(source: string): string {
	const [whole = '', fraction = ''] = source.split('.');
	const digits = whole.replace(/^0+(?=\d)/, '');
	const places = fraction.replace(/0+$/, '');
	return places === '' ? digits : `${digits}.${places}`;
}

function compareOperator(source: string): CompareOperator {
	switch (source) {
		case '==':
			return '=';
		case '<>':
			return '!=';
		case '=':
		case '!=':
		case '<':
		case '<=':
		case '>':
		case '>=':
			return source;
		default:
			throw new Error(`No comparison is written ${source}`);
	}
}

function textOperator(node: SyntaxNode | undefined): TextOperator {
	const word = node?.firstChild?.name ?? '';
	switch (word) {
		case 'contains':
			return 'contains';
		case 'starts':
			return 'starts with';
		case 'ends':
			return 'ends with';
		case 'matches':
			return 'matches';
		default:
			throw new Error(`No text operator is called ${word}`);
	}
}

function arithmeticOperator(source: string): ArithmeticOperator {
	if (source === '+' || source === '-' || source === '*' || source === '/') {
		return source;
	}
	throw new Error(`No arithmetic is written ${source}`);
}

function durationUnit(source: string): DurationUnit {
	switch (source.toLowerCase().replace(/s$/, '')) {
		case 'day':
			return 'days';
		case 'week':
			return 'weeks';
		case 'month':
			return 'months';
		case 'year':
			return 'years';
		default:
			throw new Error(`No duration is counted in ${source}`);
	}
}

function present<Part>(part: Part | null | undefined): Part {
	if (part === null || part === undefined) {
		throw new Error('A node of the rule tree lacks a part that the grammar promises');
	}
	return part;
}
