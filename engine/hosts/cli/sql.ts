import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { counted } from '#shared/base/counted.ts';
import type { SqlColumn, SqlPosition, SqlRefusal } from '#shared/model/sqlConsole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { SqlCell } from '../../sql/sqlMessages.ts';
import type { Command } from './Command.ts';
import { namesSegments, segmentsSql, segmentsSqlHelp } from './segmentsSql.ts';
import { RowPrinter } from './RowPrinter.ts';
import { printTextTable } from './printTextTable.ts';
import { UsageError } from './UsageError.ts';
import { withProject } from './withProject.ts';

const FORMATS = ['table', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];
/** A table for people ends here unless --limit says otherwise; csv and json hold every row. */
const TABLE_ROWS = 100;

const help = `Usage: tranche sql PROJECT "select …" [--format table|csv|json] [--limit N]
       tranche sql PROJECT --file query.sql [--format table|csv|json] [--limit N]
       tranche sql s.json --dialect NAME [tables…]       the segments as SQL for another database: see below

Runs one query over the tables of a project and prints the result. SQLite's dialect; nothing is changed. Besides the
imported tables there are customers_frame (one row per customer, as of the project's date) and segments (who is in
which segment). tranche tables PROJECT lists the tables.

  --file FILE      read the query from a file; - reads it from stdin
  --format NAME    table (default, the first ${TABLE_ROWS} rows), csv or json (every row)
  --limit N        at most N rows
  -h, --help       this text

Exit codes: 0 done, 2 bad input such as a mistake in the query, 1 a fault of the program.

${segmentsSqlHelp}`;

/** `tranche sql`: the SQL console without a window. */
export const sql: Command = {
	name: 'sql',
	summary: 'a query over the tables of a project, or the segments as SQL for another database',
	help,
	async run(args) {
		if (namesSegments(args)) {
			return segmentsSql(args);
		}
		const { project, text, format, limit } = readOrder(args);
		const access = { path: project, isReadOnly: true, mayCreate: false, doing: 'Working' };
		await withProject(access, async (session, job, progress) => {
			let columns: readonly SqlColumn[] = [];
			let printer: RowPrinter | null = null;
			const shown: (readonly SqlCell[])[] = [];
			const end = await session.sql.run(
				{ text, limit: limit ?? (format === 'table' ? TABLE_ROWS : null) },
				{
					columns(found) {
						columns = found;
					},
					async rows(batch) {
						if (format === 'table') {
							shown.push(...batch);
							return;
						}
						printer ??= new RowPrinter(
							process.stdout,
							format,
							columns.map(({ name }) => name),
						);
						for (const row of batch) {
							await printer.print(row);
						}
					},
				},
				job,
			);
			progress.end();
			if (end.kind === 'refused') {
				throw new EngineError('data', refusalText(end, text));
			}
			if (format === 'table') {
				printTextTable(columns, shown);
			} else {
				await (
					printer ??
					new RowPrinter(
						process.stdout,
						format,
						columns.map(({ name }) => name),
					)
				).end();
			}
			const rows = counted(end.rows, 'row');
			console.error(end.hasMore ? `The first ${rows}; there are more.` : `${rows}.`);
		});
	},
};

interface Order {
	readonly project: string;
	readonly text: string;
	readonly format: Format;
	readonly limit: number | null;
}

function readOrder(args: readonly string[]): Order {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			file: { type: 'string' },
			format: { type: 'string', default: 'table' },
			limit: { type: 'string' },
		},
	});
	const [project, query, ...rest] = positionals;
	if (project === undefined) {
		throw new UsageError('The project is missing: name its .tranche file.');
	}
	if ((query === undefined) === (values.file === undefined)) {
		throw new UsageError(
			query === undefined
				? 'The query is missing: give it in quotes behind the project, or with --file FILE.'
				: 'Give the query either in quotes or with --file FILE, not both.',
		);
	}
	if (rest.length > 0) {
		throw new UsageError(`"${rest[0]}" is one word too many. Put the whole query in quotes.`);
	}
	const format = FORMATS.find((name) => name === values.format);
	if (!format) {
		throw new UsageError(`--format "${values.format}" does not exist. Choose ${FORMATS.join(', ')}.`);
	}
	if (values.limit !== undefined && !/^[1-9]\d{0,9}$/.test(values.limit)) {
		throw new UsageError(`--limit takes a whole number of 1 or more, not "${values.limit}".`);
	}
	const limit = values.limit === undefined ? null : Number(values.limit);
	return { project, text: query ?? readQuery(values.file!), format, limit };
}

function readQuery(path: string): string {
	try {
		return readFileSync(path === '-' ? 0 : path, 'utf8').replace(/^\uFEFF/, '');
	} catch {
		throw new EngineError('data', `The query file ${path} cannot be read. Check the path and try again.`);
	}
}

/** The sentence, the place, and the line of the query with a mark below it. */
function refusalText({ message, position }: SqlRefusal, text: string): string {
	return position === null
		? message
		: [`Line ${position.line}, column ${position.column}: ${message}`, ...marked(position, text)].join('\n');
}

function marked({ line, column, length }: SqlPosition, text: string): string[] {
	const source = text.split('\n')[line - 1] ?? '';
	const before = source.slice(0, column - 1).replaceAll(/[^\t]/g, ' ');
	return [`  ${source}`, `  ${before}${'^'.repeat(Math.max(1, Math.min(length, source.length - column + 1)))}`];
}
