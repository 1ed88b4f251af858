import { expectedTokens } from './expectedTokens.ts';
import type { ExpectedToken } from './expectedTokens.ts';
import type { RuleDiagnostic } from './RuleDiagnostic.ts';
import { ruleDiagnostic } from './RuleDiagnostic.ts';
import type { RuleFix } from './RuleFix.ts';
import { tooDeep } from './tooDeep.ts';

/** What people write from habit of other languages or word processors, and what it is here. */
const habits: readonly { readonly pattern: RegExp; readonly advice: string; readonly insert?: string }[] = [
	{ pattern: /^[“”„‘’‚«»]/, advice: 'Text is written between straight quotes: \' or "' },
	{ pattern: /^&&?/, advice: 'Write and', insert: 'and' },
	{ pattern: /^\|\|?/, advice: 'Write or', insert: 'or' },
	{ pattern: /^!/, advice: 'Write not', insert: 'not ' },
	{ pattern: /^≤/, advice: 'Write <=', insert: '<=' },
	{ pattern: /^≥/, advice: 'Write >=', insert: '>=' },
	{ pattern: /^≠/, advice: 'Write !=', insert: '!=' },
	{ pattern: /^%/, advice: 'Write a share as a number: 5 % is 0.05' },
	{ pattern: /^;/, advice: 'A rule is one condition and needs no semicolon', insert: '' },
	{ pattern: /^\[/, advice: 'A list is written in round brackets, and a field name with spaces in backticks' },
	{ pattern: /^(not\s+)?(i?like)\b/i, advice: 'Write contains, starts with, ends with or matches' },
];

/** The first syntax error, at `position`, as a sentence: what stands in the way and what could stand there. */
export function syntaxError(text: string, position: number): RuleDiagnostic {
	const rest = text.slice(position);
	const quote = /^['"`]/.exec(rest)?.[0];
	if (quote !== undefined && !new RegExp(`^${quote}([^${quote}]|${quote}${quote})*${quote}`).test(rest)) {
		const what = quote === '`' ? 'field name' : 'text';
		const message = `The ${what} that begins here is not closed: a ${quoteName(quote)} is missing at its end.`;
		const end = { from: text.length, to: text.length };
		const fixes = [{ title: `Close the ${what} at the end`, edits: [{ ...end, insert: quote }] }];
		return ruleDiagnostic(text, { from: position, to: text.length }, 'error', 'rule.unclosed-quote', message, fixes);
	}
	const expected = expectedTokens(text.slice(0, position));
	if (expected.size === 0) {
		// After any beginning of a rule something can follow; nothing does where the parser's own stack is full.
		return tooDeep(text, { from: position, to: position + 1 });
	}
	const isAtEnd = rest.trim() === '';
	const end = isAtEnd ? text.trimEnd().length : position;
	const token = /^([\p{L}\p{N}_.]+|[<>=!]+|`[^`]*`|'[^']*'|"[^"]*"|.)/su.exec(rest)?.[0] ?? '';
	const span = isAtEnd ? { from: Math.max(0, end - 1), to: end } : { from: position, to: position + token.length };
	const message =
		adviceFor(text, position, expected) ?? expectation(text.slice(0, position), expected, isAtEnd ? null : token);
	return ruleDiagnostic(text, span, 'error', 'rule.syntax', message, fixesFor(text, position));
}

function fixesFor(text: string, position: number): RuleFix[] {
	const rest = text.slice(position);
	const edit = (from: number, to: number, insert: string): RuleFix => ({
		title: insert === '' ? 'Leave it out' : `Write ${insert.trim()}`,
		edits: [{ from, to, insert }],
	});
	if (text.slice(0, position).endsWith('=') && /^[<>]/.test(rest)) {
		return [edit(position - 1, position + 1, `${rest.charAt(0)}=`)];
	}
	if (/\d$/.test(text.slice(0, position)) && /^,\d/.test(rest)) {
		return [edit(position, position + 1, '.')];
	}
	const habit = habits.find(({ pattern }) => pattern.test(rest));
	const length = habit?.pattern.exec(rest)?.[0].length ?? 0;
	return habit?.insert === undefined ? [] : [edit(position, position + length, habit.insert)];
}

function adviceFor(text: string, position: number, expected: ReadonlySet<ExpectedToken>): string | null {
	const before = text.slice(0, position);
	const rest = text.slice(position);
	if (before.endsWith('=') && /^[<>]/.test(rest)) {
		return `“=${rest.charAt(0)}” is not an operator. Write ${rest.charAt(0)}=.`;
	}
	if (/\d$/.test(before) && /^,\d/.test(rest)) {
		return 'Decimals are written with a point: 12.5, not 12,5.';
	}
	if (/^[<>=!]/.test(rest) && !expected.has('comparison') && expected.has('or')) {
		return 'Comparisons cannot be chained. Join two of them: 1 < a and a < 5, or write a between 1 and 5.';
	}
	const habit = habits.find(({ pattern }) => pattern.test(rest));
	return habit ? `“${habit.pattern.exec(rest)?.[0] ?? ''}” cannot be read here. ${habit.advice}.` : null;
}

function expectation(prefix: string, tokens: ReadonlySet<ExpectedToken>, found: string | null): string {
	const before = lastToken(prefix);
	const place = before === null ? 'At the beginning of the rule' : `After “${before}”`;
	const expected = describeExpected(tokens);
	if (found === null) {
		return `The rule ends too early. ${place}, ${expected}.`;
	}
	return `“${found}” cannot stand here. ${place}, ${expected}.`;
}

function describeExpected(tokens: ReadonlySet<ExpectedToken>): string {
	const closing = tokens.has('close') ? ', or a closing parenthesis' : '';
	if (tokens.has('value')) {
		return `a field or a value is expected${closing}`;
	}
	if (tokens.has('comparison')) {
		return `an operator is expected (=, <, in, between, contains, is null …), or “and” or “or”${closing}`;
	}
	if (tokens.has('or')) {
		return `“and” or “or” is expected before another condition${closing}`;
	}
	if (tokens.has('and')) {
		return '“and” with the upper bound is expected, as in between 1 and 5';
	}
	if (tokens.has('null')) {
		return tokens.has('not') ? '“null” or “not null” is expected' : '“null” is expected';
	}
	if (tokens.has('in')) {
		return '“in”, “between”, “contains”, “starts with”, “ends with” or “matches” is expected';
	}
	if (tokens.has('with')) {
		return '“with” is expected';
	}
	if (tokens.has('open')) {
		return "a list in parentheses is expected, such as ('A', 'B')";
	}
	return tokens.has('comma') ? 'a comma or a closing parenthesis is expected' : 'a closing parenthesis is expected';
}

function lastToken(prefix: string): string | null {
	const code = prefix.replace(/--[^\n]*$/, '').trimEnd();
	return /([\p{L}\p{N}_.]+|[<>=!]+|`[^`]*`|'[^']*'|"[^"]*"|.)$/su.exec(code)?.[0] ?? null;
}

function quoteName(quote: string): string {
	return quote === '`' ? 'backtick' : quote === "'" ? "single quote (')" : 'double quote (")';
}
