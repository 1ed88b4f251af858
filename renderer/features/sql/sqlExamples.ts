import type { SqlColumn, SqlTable } from '#shared/model/sqlConsole.ts';

export interface SqlExample {
	readonly title: string;
	readonly text: string;
}

const PLAIN_NAME = /^[a-z_][a-z0-9_]*$/i;
/** Words of SQL that are likely names of tables and columns. */
const KEYWORDS = new Set('order group table index values select from where limit date check default'.split(' '));

/** Queries that run on these tables as they are. */
export function sqlExamples(tables: readonly SqlTable[]): SqlExample[] {
	const imported = tables.filter(({ kind }) => kind === 'table').toSorted((left, right) => right.rows - left.rows);
	const [largest] = imported;
	const customers = tables.find(({ kind }) => kind === 'customers');
	const segments = tables.find(({ kind }) => kind === 'segments');
	return [
		...(largest ? [{ title: `The first rows of ${largest.name}`, text: firstRows(largest) }] : []),
		...(largest ? summary(largest) : []),
		...(segments && customers ? [bySegment(segments, customers)] : []),
		...(imported.length > 0 ? [{ title: 'Rows of every table', text: counts(imported) }] : []),
	];
}

function firstRows({ name }: SqlTable): string {
	return `SELECT *\nFROM ${quoted(name)}\nLIMIT 100`;
}

function summary({ name, columns }: SqlTable): SqlExample[] {
	const day = columns.find(({ type }) => type === 'date' || type === 'timestamp');
	const amount = columns.find(({ type }) => type === 'decimal');
	if (!day) {
		return [];
	}
	const sum = amount ? `, round(sum(${quoted(amount.name)}), 2) AS total` : '';
	const month = `substr(${quoted(day.name)}, 1, 7)`;
	return [
		{
			title: `${name} by month`,
			text: `SELECT ${month} AS month, count(*) AS rows${sum}\nFROM ${quoted(name)}\nGROUP BY month\nORDER BY month`,
		},
	];
}

function bySegment(segments: SqlTable, customers: SqlTable): SqlExample {
	const key = quoted(segments.columns[0]!.name);
	const amount = customers.columns.find(isAmount);
	const sum = amount
		? `, round(avg(c.${quoted(amount.name)}), 2) AS average_${amount.name.replaceAll(/\W/g, '_')}`
		: '';
	return {
		title: 'Customers of each segment',
		text: `SELECT s.segment, count(*) AS customers${sum}\nFROM ${quoted(segments.name)} s\nJOIN ${quoted(customers.name)} c ON c.${key} = s.${key}\nGROUP BY s.segment_order\nORDER BY s.segment_order`,
	};
}

function isAmount({ name, type }: SqlColumn): boolean {
	return type === 'decimal' && name === 'revenue';
}

function counts(tables: readonly SqlTable[]): string {
	return tables
		.map(({ name }) => `SELECT '${name.replaceAll("'", "''")}' AS "table", count(*) AS rows FROM ${quoted(name)}`)
		.join('\nUNION ALL\n');
}

/** A name as a query writes it: in double quotes where it has to be. */
export function quoted(name: string): string {
	return PLAIN_NAME.test(name) && !KEYWORDS.has(name.toLowerCase()) ? name : `"${name.replaceAll('"', '""')}"`;
}
