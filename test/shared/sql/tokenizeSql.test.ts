import { statementAt } from '#shared/sql/statementAt.ts';
import { tokenizeSql } from '#shared/sql/tokenizeSql.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const values = (sql: string) => tokenizeSql(sql).map(({ kind, value }) => `${kind} ${value}`);

test('names lose their quotes, words their case, and comments do not count', () => {
	expect(values(`SELECT "a ""b""", [c d], \`e\` -- 'x'\nFROM t /* ; */ WHERE f = 'it''s' AND g >= 1.5e3`)).toEqual([
		'word select',
		'name a "b"',
		'symbol ,',
		'name c d',
		'symbol ,',
		'name e',
		'word from',
		'word t',
		'word where',
		'word f',
		'symbol =',
		"text it's",
		'word and',
		'word g',
		'symbol >',
		'symbol =',
		'number 1.5e3',
	]);
});

test('a token knows how many parentheses are open before it', () => {
	expect(tokenizeSql('a (b (c) d) e').map(({ source, depth }) => `${source}${depth}`)).toEqual([
		'a0',
		'(0',
		'b1',
		'(1',
		'c2',
		')1',
		'd1',
		')0',
		'e0',
	]);
});

const units = ["'", '"', '`', '[', ']', '(', ')', '-', '*', '/', ';', '\n', ' ', 'x', 'a', '1', 'é', '.'];

test('every text is cut into tokens that stand where they say, in order', () => {
	const text = fc.string({ unit: fc.constantFrom(...units), maxLength: 40 });
	fc.assert(
		fc.property(text, (sql) => {
			let end = 0;
			for (const { source, offset } of tokenizeSql(sql)) {
				expect(offset).toBeGreaterThanOrEqual(end);
				expect(sql.slice(offset, offset + source.length)).toBe(source);
				end = offset + source.length;
			}
		}),
		{ seed: 7, numRuns: 500 },
	);
});

test('the statement at the cursor is the one that it stands in or behind', () => {
	const text = "select 1;\nselect ';' -- ;\n, 2 ; \n";
	const at = (place: number) => {
		const range = statementAt(text, place);
		return range && text.slice(range.from, range.to);
	};
	expect([at(0), at(8), at(9), at(12), at(text.length), statementAt(' -- nothing', 3)]).toEqual([
		'select 1',
		'select 1',
		'select 1',
		"select ';' -- ;\n, 2",
		"select ';' -- ;\n, 2",
		null,
	]);
});
