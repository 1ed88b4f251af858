import type { SqlFrameColumn } from '#shared/model/sqlDialect.ts';
import { isoMoment } from '#shared/rules/sql/isoMoment.ts';
import { segmentationSql } from '#shared/rules/sql/segmentationSql.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { isoOfDay } from '#shared/rules/calendar.ts';
import type { TestDatabase } from '../../../support/databases/TestDatabase.ts';
import { AS_OF_DAY, sampleFields, type SampleCell, type SampleField, type SampleRow } from '../sampleFrame.ts';

export const TABLE = 'sample';
export const KEY = 'id';

export const sampleColumns: readonly SqlFrameColumn[] = [
	{ name: KEY, type: 'integer', scale: 0, isExact: true },
	...sampleFields.map(({ name, kind, scale }): SqlFrameColumn => {
		switch (kind) {
			case 'exact':
				return { name, type: scale === 0 ? 'integer' : 'decimal', scale, isExact: true };
			case 'double':
				return { name, type: 'decimal', scale: 0, isExact: false };
			case 'moment':
				return { name, type: 'timestamp', scale: 0, isExact: true };
			case 'category':
				return { name, type: 'text', scale: 0, isExact: true };
			case 'date':
			case 'boolean':
			case 'text':
				return { name, type: kind, scale: 0, isExact: true };
		}
	}),
];

/** Makes the table as the product declares it and fills it. Early versions of ClickHouse have no wide dates. */
export async function fillSampleTable(database: TestDatabase, rows: readonly SampleRow[]): Promise<void> {
	const { createTable } = segmentationSql({
		segmentation: emptySegmentation,
		dialect: database.dialect,
		columns: sampleColumns,
		keyColumn: KEY,
		table: TABLE,
		asOfDay: AS_OF_DAY,
	});
	const declared = createTable.replaceAll(/^--.*\n/gm, '').replace(/;\s*$/, '');
	await database.run(
		database.dialect === 'clickhouse'
			? declared.replaceAll('Date32', 'Date').replaceAll('DateTime64(3, ', 'DateTime(')
			: declared,
	);
	const values = rows.map((row, index) => [
		String(index),
		...sampleFields.map((field) => cellText(field, row[field.name] ?? null, database)),
	]);
	const tuples = values.map((cells) => `(${cells.join(', ')})`).join(',\n');
	await database.run(`INSERT INTO ${TABLE} VALUES ${tuples}`);
}

function cellText(field: SampleField, cell: SampleCell, { dialect }: TestDatabase): string {
	if (cell === null) {
		return 'NULL';
	}
	switch (field.kind) {
		case 'exact': {
			const digits = String(cell)
				.replace('-', '')
				.padStart(field.scale + 1, '0');
			const point = digits.length - field.scale;
			const sign = String(cell).startsWith('-') ? '-' : '';
			return `${sign}${digits.slice(0, point)}${field.scale === 0 ? '' : `.${digits.slice(point)}`}`;
		}
		case 'double':
			return String(cell);
		case 'date':
			return `'${isoOfDay(Number(cell))}'`;
		case 'moment':
			// As exports write it for SQLite.
			return dialect === 'sqlite' ? `'${isoMoment(Number(cell)).replace(' ', 'T')}Z'` : `'${isoMoment(Number(cell))}'`;
		case 'boolean':
			return dialect === 'clickhouse' ? String(Number(cell)) : String(cell);
		case 'category':
		case 'text':
			return dialect === 'clickhouse'
				? `'${String(cell).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
				: `'${String(cell).replaceAll("'", "''")}'`;
	}
}
