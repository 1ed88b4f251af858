import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptySegmentation, type Segmentation } from '#shared/model/segmentation.ts';
import { writeFrameSql } from '../../../../engine/export/sql/writeFrameSql.ts';
import { previewImport } from '../../../../engine/import/previewImport.ts';
import { silentJob } from '../../../../engine/job.ts';
import { Session } from '../../../../engine/session/Session.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { onDatabase, SERVER_TEST_MS } from '../../rules/sql/eachDatabase.ts';

const customers = `customer_id,phone,note,score,is_member,born,seen_at
c1,+49 170,"a ""quoted"", text",12.50,true,1990-02-28,2026-01-05 06:00:00
c2,=1+1,"two
lines",-0.05,false,2001-12-31,2026-01-05 06:00:00.250
c3,-x,,,,,
c4,@x,Größe,3.00,true,1970-01-02,2026-02-01 23:59:59
`;
/** Each rule is true for one customer, if everything came through. */
const segmentation: Segmentation = {
	...emptySegmentation,
	segments: [
		{
			id: 'one',
			name: '1',
			rule: `phone starts with '+' and note = 'a "quoted", text' and score = 12.5 and is_member`,
		},
		{
			id: 'two',
			name: '2',
			rule: "phone = '=1+1' and note contains 'lines' and score < 0 and not is_member and year(born) = 2001",
		},
		{
			id: 'three',
			name: '3',
			rule: "phone = '-x' and note is null and score is null and is_member is null and born is null and seen_at is null",
		},
		{ id: 'four', name: '4', rule: "note = 'Größe' and born < '1970-01-03' and seen_at >= '2026-02-01 23:59:59'" },
	],
};

test(
	'the exported customers are loaded as the CREATE TABLE says, with every sign, date and missing value',
	{ timeout: SERVER_TEST_MS },
	async () => {
		const folder = temporaryFolder();
		const path = join(folder, 'customers_raw.csv');
		writeFileSync(path, customers);
		const session = await Session.create(join(folder, 'p.tranche'));
		onTestFinished(() => session.close());
		await session.importTable(previewImport(path, { role: 'customers' }).plan, null);
		const expected = [
			['c1', 'one'],
			['c2', 'two'],
			['c3', 'three'],
			['c4', 'four'],
		];
		for (const dialect of ['duckdb', 'postgresql'] as const) {
			const dir = join(folder, dialect);
			await writeFrameSql({ session, segmentation, dialect, dir, job: silentJob() });
			const create = readFileSync(join(dir, 'create_table.sql'), 'utf8');
			const load = create.split('\n').find((line) => /^-- (\\copy|COPY)/.test(line)) ?? '';
			await onDatabase(dialect, async (database) => {
				await database.run(create);
				await database.run(load.slice(3).replace('FILE', join(dir, 'customers.csv')));
				const found = await database.rows(readFileSync(join(dir, 'segments.sql'), 'utf8'));
				expect({ dialect, found }).toEqual({ dialect, found: expected });
			});
		}
	},
);
