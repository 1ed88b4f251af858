import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { conditionSql } from '#shared/rules/sql/conditionSql.ts';
import { SqlExportError } from '#shared/rules/sql/SqlExportError.ts';
import { sqlDialect } from '#shared/rules/sql/sqlDialects.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { evaluateCondition } from '../../../../engine/rules/evaluateCondition.ts';
import { OutcomeCache } from '../../../../engine/rules/OutcomeCache.ts';
import { arbitraryTypedRule } from '../arbitraryTypedRule.ts';
import { outcomeLetters } from '../outcomeLetters.ts';
import { AS_OF_DAY, sampleFrame } from '../sampleFrame.ts';
import { databaseNames, onDatabase, SERVER_TEST_MS, type DatabaseName } from './eachDatabase.ts';
import { fillSampleTable, KEY, sampleColumns, TABLE } from './sampleTable.ts';

const ROWS = 333;
const RULES = 300;
const RULES_PER_QUERY = 60;
/** Rules that a dialect may refuse, of all. */
const MOST_REFUSED = { duckdb: 0, sqlite: 10, postgresql: 0, clickhouse: 20 } as const;

test.for(databaseNames)(
	'random rules mean in the engine, row by row, what their SQL means in %s',
	{ timeout: SERVER_TEST_MS },
	async (name) => {
		const { frame, rows } = sampleFrame(7, ROWS);
		const rules = fc.sample(arbitraryTypedRule, { seed: 2024, numRuns: RULES });
		await onDatabase(name, async (database) => {
			await fillSampleTable(database, rows);
			const isAscii = rows.map((row) =>
				Object.values(row).every((cell) => typeof cell !== 'string' || !/[^ -~]/.test(cell)),
			);
			const cache = new OutcomeCache();
			const written: { readonly text: string; readonly sql: string; readonly expected: string }[] = [];
			let refused = 0;
			for (const rule of rules) {
				const text = printRule(rule);
				const { typed } = checkRule(text, frame.fields);
				if (!typed) {
					throw new Error(`${text} cannot be read`);
				}
				const sql = lettersSql(typed, name);
				if (sql === null || isOutOfRange(text, name)) {
					refused++;
					continue;
				}
				written.push({ text, sql, expected: outcomeLetters(evaluateCondition(typed, frame, cache), ROWS) });
			}
			expect(refused).toBeLessThanOrEqual(MOST_REFUSED[name]);
			for (let start = 0; start < written.length; start += RULES_PER_QUERY) {
				const batch = written.slice(start, start + RULES_PER_QUERY);
				const found = await database.rows(
					`SELECT ${batch.map(({ sql }, index) => `${sql} AS r${index}`).join(',\n')} FROM ${TABLE} ORDER BY ${KEY}`,
				);
				for (const [index, { text, sql, expected }] of batch.entries()) {
					const onlyAscii = name === 'sqlite' && /LOWER|UPPER/.test(sql);
					const kept = (letters: string) =>
						Array.from(letters, (letter, row) => (!onlyAscii || isAscii[row] ? letter : '.')).join('');
					const answers = found.map((row) => row[index]).join('');
					expect({ text, sql, outcome: kept(answers) }).toEqual({ text, sql, outcome: kept(expected) });
				}
			}
		});
	},
);

/** T, F or ? for each row; null where the dialect has no words for the rule. */
function lettersSql(typed: TypedRule, name: DatabaseName): string | null {
	const context = {
		dialect: sqlDialect(name),
		columns: new Map(sampleColumns.map((column) => [column.name, column])),
		asOfDay: AS_OF_DAY,
		notes: new Set<string>(),
	};
	const opposite: TypedRule = { kind: 'not', type: 'boolean', operand: typed };
	try {
		const [holds, fails] = [typed, opposite].map((rule) => conditionSql(rule, context).text);
		return `CASE WHEN ${holds} THEN 'T' WHEN ${fails} THEN 'F' ELSE '?' END`;
	} catch (error) {
		if (error instanceof SqlExportError) {
			return null;
		}
		throw error;
	}
}

/** Dates of the server's version begin in 1970 and end in 2105. */
function isOutOfRange(text: string, name: DatabaseName): boolean {
	return name === 'clickhouse' && text.includes('90 years');
}
