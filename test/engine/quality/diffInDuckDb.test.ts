import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { silentJob } from '../../../engine/job.ts';
import { diffTables } from '../../../engine/quality/diffTables.ts';
import { RandomStream } from '../../../engine/stats/RandomStream.ts';
import { fileOf, plainTable } from '../import/importFile.ts';
import { qualityInput } from './qualityOf.ts';

/** Rows with ids of a range; the second state leaves some out, changes some and adds others. */
function csvOf(seed: number, from: number, to: number): string {
	const fixed = new RandomStream(11);
	const changing = new RandomStream(seed);
	const lines = Array.from({ length: to }, (_, id) => {
		const amount = (fixed.below(9000) / 100 + (changing.chance(0.1) ? 1 : 0)).toFixed(2);
		const city = changing.chance(0.05) ? '' : ['Bonn', 'Wien', 'Bern'][fixed.below(3)]!;
		const isLeftOut = changing.chance(0.08);
		return isLeftOut || id < from ? null : `k${id},${amount},${city},2025-01-${10 + (id % 20)}`;
	});
	return ['key,amount,city,day', ...lines.filter((line) => line !== null), ''].join('\n');
}

test('rows added, removed and changed, and values changed by column, are those of DuckDB', async () => {
	const [before, after] = [csvOf(1, 0, 2000), csvOf(2, 150, 2300)];
	const sides = [await qualityInput(before, plainTable), await qualityInput(after, plainTable)] as const;
	const diff = await diffTables(...sides, ['key'], silentJob());
	const connection = await (await DuckDBInstance.create()).connect();
	for (const [name, csv] of [
		['before', before],
		['after', after],
	] as const) {
		await connection.run(`create table ${name} as select * from read_csv('${fileOf(csv)}', header = true,
			columns = {'key': 'varchar', 'amount': 'decimal(9, 2)', 'city': 'varchar', 'day': 'date'})`);
	}
	const [expected] = (
		await connection.runAndReadAll(`select
			count(*) filter (b.key is null)::int as added, count(*) filter (a.key is null)::int as removed,
			count(*) filter (b.key is not null and a.key is not null and (b.amount is distinct from a.amount
				or b.city is distinct from a.city or b.day is distinct from a.day))::int as changed,
			count(*) filter (b.key is not null and a.key is not null and b.amount is distinct from a.amount)::int as amount,
			count(*) filter (b.key is not null and a.key is not null and b.city is distinct from a.city)::int as city,
			count(*) filter (b.key is not null and a.key is not null and b.day is distinct from a.day)::int as day
			from before b full outer join after a on a.key = b.key`)
	).getRowObjectsJson();
	connection.closeSync();
	const byColumn = Object.fromEntries(diff.columns.slice(1).map(({ name, changed }) => [name, changed]));
	const { added, removed, changed, same, isUnique } = diff;
	expect([{ added, removed, changed, ...byColumn }, isUnique]).toEqual([expected, true]);
	expect(same).toBe(sides[0].rows - removed - changed);
});
