import { expect, test } from 'vitest';
import { sameKinds } from '../../../../renderer/features/import/sameKinds.ts';
import { plainText, type TableSource } from '../../../../shared/model/tableSource.ts';
import type { TableRole } from '../../../../shared/model/tableRole.ts';

function planned(file: string, role: TableRole, names: readonly string[], format: TableSource['format'] = 'delimited') {
	const columns = names.map((name) => ({ name, type: 'text' as const }));
	const mapping = { role, fields: {}, attributes: [], arms: null };
	return { file, plan: { source: { ...plainText, format }, columns, mapping } };
}

test('files that would be the same table are told with what can be appended', () => {
	expect(
		sameKinds([
			planned('customers', 'customers', ['id']),
			planned('de', 'orders', ['id', 'day']),
			planned('lookup', 'other', ['id']),
			planned('fr', 'orders', ['id', 'day']),
			planned('us', 'orders', ['day', 'id']),
			planned('lookup2', 'other', ['id']),
			planned('uk', 'orders', ['id', 'day'], 'xlsx'),
		]),
	).toEqual([
		{
			role: 'orders',
			first: 'de',
			others: [
				{ file: 'fr', differs: null },
				{ file: 'us', differs: 'columns' },
				{ file: 'uk', differs: 'format' },
			],
		},
	]);
});

test('files that name their columns in every row may have them in any order', () => {
	const [kind] = sameKinds([
		planned('a', 'costs', ['x', 'y'], 'json'),
		planned('b', 'costs', ['y', 'x'], 'json'),
		planned('c', 'costs', ['y', 'z'], 'json'),
	]);
	expect(kind?.others.map(({ differs }) => differs)).toEqual([null, 'columns']);
});
