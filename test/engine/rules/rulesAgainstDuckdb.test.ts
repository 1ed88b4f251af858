import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { evaluateCondition } from '../../../engine/rules/evaluateCondition.ts';
import { OutcomeCache } from '../../../engine/rules/OutcomeCache.ts';
import { arbitraryTypedRule } from './arbitraryTypedRule.ts';
import { duckRule, duckTable } from './duckRule.ts';
import { outcomeLetters } from './outcomeLetters.ts';
import { sampleFrame } from './sampleFrame.ts';

const ROWS = 333;
const RULES_PER_QUERY = 20;

test('rules mean in the engine what their SQL means in DuckDB', async () => {
	const { frame, rows } = sampleFrame(7, ROWS);
	const rules = fc.sample(arbitraryTypedRule, { seed: 2024, numRuns: 400 });
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	try {
		await connection.run(duckTable(rows));
		const cache = new OutcomeCache();
		for (let start = 0; start < rules.length; start += RULES_PER_QUERY) {
			const batch = rules.slice(start, start + RULES_PER_QUERY);
			const letters = batch.map(
				(rule) =>
					`string_agg(case when ${duckRule(rule)} then 'T' when not ${duckRule(rule)} then 'F' else '?' end, '' order by id)`,
			);
			const reader = await connection.runAndReadAll(`select ${letters.join(',\n')} from sample`);
			const [answers = []] = reader.getRows();
			for (const [index, rule] of batch.entries()) {
				const text = printRule(rule);
				const { typed } = checkRule(text, frame.fields);
				const outcome = typed && outcomeLetters(evaluateCondition(typed, frame, cache), ROWS);
				expect({ text, sql: duckRule(rule), outcome }).toEqual({ text, sql: duckRule(rule), outcome: answers[index] });
			}
		}
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
});
