import { expect, test } from 'vitest';
import { silentJob } from '../../../engine/job.ts';
import { quarantineGroups } from '../../../engine/session/quarantineGroups.ts';
import type { ProjectStore } from '../../../engine/store/ProjectStore.ts';
import type { StoredTable } from '../../../engine/store/StoredTable.ts';

test('reasons are alike whatever the value, the place and the file of a row', async () => {
	const reasons = [
		'"x" in column "age" is not a whole number.',
		'Row 17: "12, row 3: y" in column "age" is not a whole number.',
		'orders_2024-02.csv, line 5: "z" in column "age" is not a whole number.',
		'The row has 3 values instead of 5.',
		'a.csv, row 1,204: The row has 4 values instead of 5.',
		'Excluded: returns, row 7: all',
		'The customer is a duplicate of line 12.',
		'The customer is a duplicate of line 1,013.',
	];
	const rows = reasons.map((reason, line) => ({ line, reason, text: `text ${line}` }));
	const store = {
		tables: { quarantine: (_id: number, from: number, count: number) => rows.slice(from, from + count) },
	};
	const { groups, groupOf } = await quarantineGroups(
		store as unknown as ProjectStore,
		{ id: 1, rowsQuarantined: rows.length } as StoredTable,
		silentJob(),
	);
	expect([...groupOf]).toEqual([0, 0, 0, 1, 1, 2, 3, 3]);
	expect(groups.map(({ reason, column, rows: count, examples }) => [reason, column, count, examples[0]])).toEqual([
		['A value in column "age" is not a whole number.', 'age', 3, 'x'],
		['The row has … values instead of ….', null, 2, 'text 3'],
		['Excluded: returns, row 7: all', null, 1, 'text 5'],
		['The customer is a duplicate of line ….', null, 2, 'text 6'],
	]);
});
