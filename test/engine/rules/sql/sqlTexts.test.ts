import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { parsePattern } from '#shared/rules/pattern/parsePattern.ts';
import { printText } from '#shared/rules/printRule.ts';
import { atom } from '#shared/rules/sql/Sql.ts';
import { segmentationSql } from '#shared/rules/sql/segmentationSql.ts';
import { SqlExportError } from '#shared/rules/sql/SqlExportError.ts';
import { sqlDialect } from '#shared/rules/sql/sqlDialects.ts';
import { PatternMatcher } from '../../../../engine/rules/pattern/PatternMatcher.ts';
import { arbitraryPattern, arbitraryPatternText } from '../arbitraryPattern.ts';
import { databaseNames, onDatabase, SERVER_TEST_MS } from './eachDatabase.ts';

const PATTERNS = 150;
const texts = fc.sample(arbitraryPatternText, { seed: 5, numRuns: 120 });
const fixed = [
	'^$',
	'(?i)größe',
	'[^\\n]',
	'\\s',
	'\\W+$',
	'[]a^-]',
	'[^]^-]',
	'[a^]',
	'[*?]',
	'[[]',
	'a{300}',
	'^.{0,3}$',
	'(|a)b',
	'[\\d-]',
	'(?i)[k-z]',
	'[^a-z\\n]b',
	'\\^',
	'\\$x',
	'ab|^b|a$',
	'\\\\',
	"it's",
	'[^\\S\\n]',
	'%_',
	'^a*$',
	'(a|b)+$',
];

test.for(databaseNames)(
	'patterns find in %s what they find in the engine',
	{ timeout: SERVER_TEST_MS },
	async (name) => {
		await onDatabase(name, async (database) => {
			const dialect = sqlDialect(name);
			const subjects = [
				...new Set([
					...texts,
					'Größe',
					'GRÖSSE',
					"it's",
					'a\\b',
					']',
					'^',
					'-',
					'[',
					'*x?',
					'%_',
					'a'.repeat(300),
					' ',
				]),
			];
			const quoted = subjects.map((text, index) => `SELECT ${index} AS id, ${dialect.textLiteral(text)} AS t`);
			const source = `(${quoted.join(' UNION ALL ')}) AS s`;
			const all = [...fixed, ...fc.sample(arbitraryPattern, { seed: 11, numRuns: PATTERNS })];
			const written = all.flatMap((pattern) => {
				try {
					return [{ pattern, sql: dialect.matches(atom('t'), parsePattern(pattern)).text }];
				} catch (error) {
					if (error instanceof SqlExportError) {
						return [];
					}
					throw error;
				}
			});
			expect(written.length).toBeGreaterThanOrEqual(name === 'sqlite' ? all.length / 3 : all.length);
			for (let start = 0; start < written.length; start += 40) {
				const batch = written.slice(start, start + 40);
				const columns = batch.map(({ sql }, index) => `CASE WHEN ${sql} THEN 1 ELSE 0 END AS p${index}`);
				const found = await database.rows(`SELECT ${columns.join(', ')} FROM ${source} ORDER BY id`);
				for (const [index, { pattern, sql }] of batch.entries()) {
					const matcher = new PatternMatcher(pattern);
					const answers = found.map((row) => row[index] === '1');
					expect({ pattern, sql, answers }).toEqual({
						pattern,
						sql,
						answers: subjects.map((text) => matcher.matches(text)),
					});
				}
			}
		});
	},
);

const odd = [
	"it's",
	'back\\slash',
	'\\',
	"'",
	"\\'",
	'two\nlines',
	'tab\t.',
	'--',
	'/*',
	'%s {x:String} $1 ?1 :a @b',
	'𝒳日本',
	'"',
	'`',
	'ß',
];

test.for(databaseNames)(
	'texts and names of every kind come through in %s',
	{ timeout: SERVER_TEST_MS },
	async (name) => {
		await onDatabase(name, async (database) => {
			const columnNames = ['id', 'order', 'Größe %', "it's", 'a"b', 'a`b', 'back\\slash', 'x--y', 'c;d', '日本'];
			const order = {
				dialect: name,
				columns: columnNames.map((column) => ({ name: column, type: 'text', scale: 0, isExact: true }) as const),
				keyColumn: 'id',
				table: 'my "odd" table',
				asOfDay: 0,
			};
			const field = (column: string) => `\`${column.replaceAll('`', '``')}\``;
			const segments = odd.map((text, index) => ({
				id: `s${index}`,
				name: `${text} -- */ ;`,
				rule: `${field(columnNames[1 + (index % 9)]!)} = ${printText(text)}`,
			}));
			const { select, createTable } = segmentationSql({ ...order, segmentation: { ...emptySegmentation, segments } });
			await database.run(createTable.replaceAll(/^--.*\n/gm, '').replace(/;\s*$/, ''));
			const dialect = sqlDialect(name);
			const rows = odd.map(
				(text, index) =>
					`(${[String(index), ...Array.from({ length: 9 }, () => text)].map((cell) => dialect.textLiteral(cell)).join(', ')})`,
			);
			await database.run(`INSERT INTO ${dialect.identifier(order.table)} VALUES ${rows.join(', ')}`);
			const found = await database.rows(select);
			expect(Object.fromEntries(found.map(([id, segment]) => [id, segment]))).toEqual(
				Object.fromEntries(odd.map((_, index) => [String(index), `s${index}`])),
			);
		});
	},
);
