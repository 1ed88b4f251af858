import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import {
	sqlDialectId,
	type SegmentationSql,
	type SqlDialectId,
	type SqlFrameColumn,
} from '#shared/model/sqlDialect.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { dayOfIso, MS_PER_DAY } from '#shared/rules/calendar.ts';
import { sqlDialects } from '#shared/rules/sql/sqlDialects.ts';
import { FRAME_TABLE, frameColumns, sayable } from '../../export/sql/frameSql.ts';
import { readSegmentsFile } from '../../session/readSegmentsFile.ts';
import { dateOption } from './dateOption.ts';
import { inferredFields } from './inferredFields.ts';
import { UsageError } from './UsageError.ts';
import { withTables } from './withTables.ts';

const KEY = 'customer_id';
/** Places that decimals are taken to have where no data tells: Tranche keeps decimals exact up to here. */
const UNKNOWN_PLACES = 6;

const names = sqlDialects.map(({ id }) => id);

export const segmentsSqlHelp = `Usage: tranche sql s.json --dialect NAME [tables…] [--table NAME] [--key COLUMN] [--as-of DATE] [--create-table]

Prints the segments as one SELECT for another database: for each customer the id of the segment (or of the exclusion, or
remainder), the same as in Tranche. It reads a table with one row per customer and a column for every field that the
rules name; tranche export PROJECT writes such a table.

  --dialect NAME  ${names.join(', ')}
  tables          the data, as files of any format that Tranche reads, or one .tranche project: types, decimal places and
                  the date are then those of the data. Without tables, types are told from the rules
  --table NAME    the table of customers; default ${FRAME_TABLE}
  --key COLUMN    the column that names the customer; default ${KEY}, or as in the data
  --as-of DATE    YYYY-MM-DD, the date that asof means; it is written into the SQL. Default: the day after the newest event;
                  without tables, today
  --mapping FILE  which column is which, where the guess is wrong
  --create-table  prints the CREATE TABLE for that table instead
  -h, --help      this text

Exit codes: 0 done; 2 bad input, such as a rule that the dialect has no words for; 1 a fault of the program.`;

/** Whether the arguments of `tranche sql` are about a segments file and not about a query: one names a .json file or a dialect. */
export function namesSegments(args: readonly string[]): boolean {
	return args.some((arg) => arg === '--dialect' || arg.startsWith('--dialect=')) || extname(args[0] ?? '') === '.json';
}

/** `tranche sql s.json`: the segments in the SQL of another database. */
export async function segmentsSql(args: readonly string[]): Promise<void> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			dialect: { type: 'string' },
			table: { type: 'string', default: FRAME_TABLE },
			key: { type: 'string' },
			'as-of': { type: 'string' },
			mapping: { type: 'string' },
			'create-table': { type: 'boolean', default: false },
		},
	});
	const [file, ...tables] = positionals;
	if (file === undefined) {
		throw new UsageError('The segments are missing: name the segments file.');
	}
	const asOf = dateOption('--as-of', values['as-of']);
	const dialect = dialectOf(values.dialect);
	const segmentation = readSegmentsFile(file);
	const order = { segmentation, dialect, table: values.table };
	const written =
		tables.length === 0
			? withoutData(order, values.key ?? KEY, asOf)
			: await withTables(tables, { mapping: values.mapping ?? null, asOf }, (session): SegmentationSql => {
					const columns = frameColumns(session);
					const [first] = columns;
					const named = columns.map((column) =>
						column === first ? { ...column, name: values.key ?? column.name } : column,
					);
					const keyColumn = named[0]?.name ?? KEY;
					return sayable({ ...order, columns: named, keyColumn, asOfDay: session.frame.asOfDay });
				});
	process.stdout.write(values['create-table'] ? written.createTable : written.select);
}

function dialectOf(name: string | undefined): SqlDialectId {
	const found = sqlDialectId.safeParse(name);
	if (!found.success) {
		throw new UsageError(
			name === undefined
				? `Name the database with --dialect: ${names.join(', ')}.`
				: `--dialect "${name}" does not exist. Choose ${names.join(', ')}.`,
		);
	}
	return found.data;
}

function withoutData(
	order: { readonly segmentation: Segmentation; readonly dialect: SqlDialectId; readonly table: string },
	keyColumn: string,
	asOf: string | null,
): SegmentationSql {
	const fields = inferredFields(order.segmentation).map(({ name, type }): SqlFrameColumn => ({
		name,
		type,
		scale: type === 'decimal' ? UNKNOWN_PLACES : 0,
		isExact: true,
	}));
	const key: SqlFrameColumn = { name: keyColumn, type: 'text', scale: 0, isExact: true };
	const columns = fields.some(({ name }) => name === keyColumn) ? fields : [key, ...fields];
	const day = asOf === null ? null : dayOfIso(asOf);
	return sayable({ ...order, columns, keyColumn, asOfDay: day ?? Math.floor(Date.now() / MS_PER_DAY) });
}
