import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { counted } from '#shared/base/counted.ts';
import { tableExportFormats, type TableExportFormat } from '#shared/model/tableExport.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { exportTable } from '../../export/table/exportTable.ts';
import type { RowSource } from '../../export/table/RowSource.ts';
import { realPath } from '../../handlers/realPath.ts';
import type { Session } from '../../session/Session.ts';
import type { Command } from './Command.ts';
import { UsageError } from './UsageError.ts';
import { withProject } from './withProject.ts';

const ASSIGNMENTS = 'assignments';

const help = `Usage: tranche export PROJECT TABLE --out FILE [--format NAME] [--where RULE] [--columns a,b] [--overwrite]

Writes the rows of a table to a file. TABLE is the name of a table (tranche tables PROJECT lists them), or
${ASSIGNMENTS}: every customer with the segment they are in and all their fields.

  --out FILE       the file to write; it appears complete or not at all
  --format NAME    told from the name of the file where that is clear
${tableExportFormats.map(({ id, label }) => `                     ${id.padEnd(14)} ${label}`).join('\n')}
  --where RULE     only the rows for which the rule is true, such as "amount >= 100 and country = 'DE'"
  --columns LIST   only these columns, in this order; repeat the option for names with commas
  --overwrite      replace the file if it is there
  -h, --help       this text

Text that a spreadsheet would run as a formula gets an apostrophe in CSV and is marked as text in Excel files.
Exit codes: 0 done, 2 bad input such as a mistake in the rule, 1 a fault of the program.`;

/** `tranche export`: the rows of a table, filtered or not, as a file. */
export const exportRows: Command = {
	name: 'export',
	summary: 'a table or the segment of each customer as CSV, Excel, Parquet, Arrow or SQLite',
	help,
	async run(args) {
		const order = readOrder(args);
		const access = { path: order.project, isReadOnly: true, mayCreate: false, doing: 'Writing' };
		await withProject(access, async (session, job, progress) => {
			if (realPath(order.path) === session.state.path) {
				throw new EngineError('data', '--out names the project itself. Choose another file.');
			}
			const { rows, path, notes } = await exportTable({ ...order, source: sourceOf(session, order.table), job });
			progress.end();
			for (const note of notes) {
				console.error(note);
			}
			console.error(`Done: ${counted(rows, 'row')} in ${path}.`);
		});
	},
};

interface Order {
	readonly project: string;
	readonly table: string;
	readonly path: string;
	readonly format: TableExportFormat;
	readonly where: string | null;
	readonly columns: readonly string[] | null;
	readonly mayReplace: boolean;
}

function readOrder(args: readonly string[]): Order {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			out: { type: 'string' },
			format: { type: 'string' },
			where: { type: 'string' },
			columns: { type: 'string', multiple: true },
			overwrite: { type: 'boolean', default: false },
		},
	});
	const [project, table, ...rest] = positionals;
	if (project === undefined || table === undefined) {
		throw new UsageError(
			project === undefined
				? 'The project is missing: name its .tranche file.'
				: `The table is missing: name one, or ${ASSIGNMENTS}.`,
		);
	}
	if (rest.length > 0) {
		throw new UsageError(`"${rest[0]}" is one word too many. Put names with spaces in quotes.`);
	}
	if (values.out === undefined) {
		throw new UsageError('The file to write is missing: give it with --out FILE.');
	}
	// A single list is split at its commas; repeated options are names as they are.
	const [first = '', ...others] = values.columns ?? [];
	const names = others.length > 0 ? [first, ...others] : first.split(',').map((name) => name.trim());
	return {
		project,
		table,
		path: resolve(values.out),
		format: formatOf(values.format, values.out),
		where: values.where ?? null,
		columns: values.columns ? names : null,
		mayReplace: values.overwrite,
	};
}

function formatOf(wanted: string | undefined, path: string): TableExportFormat {
	const known = tableExportFormats.map(({ id }) => id).join(', ');
	const extension = extname(path).slice(1).toLowerCase();
	const found = tableExportFormats.find(({ id, extensions }) =>
		wanted === undefined ? extensions.includes(extension) : id === wanted,
	);
	if (!found) {
		throw new UsageError(
			wanted === undefined
				? `The name ${path} does not tell the format: give it with --format. Formats: ${known}.`
				: `--format "${wanted}" does not exist. Choose ${known}.`,
		);
	}
	return found.id;
}

function sourceOf(session: Session, name: string): RowSource {
	const { tables, segmentation } = session.state;
	const table = tables.find((entry) => entry.name === name) ?? onlyMatch(tables, name);
	if (table) {
		return session.rows.all(table.id);
	}
	if (name === ASSIGNMENTS) {
		return session.segments.customerRows(segmentation, null);
	}
	const names = tables.map((entry) => entry.name);
	throw new EngineError(
		'data',
		`The project has no table "${name}". ${names.length > 0 ? `Its tables: ${names.join(', ')}.` : 'It has no tables yet.'}`,
	);
}

/** A name in other case, where only one table has it. */
function onlyMatch<T extends { readonly name: string }>(tables: readonly T[], name: string): T | null {
	const alike = tables.filter((entry) => entry.name.toLowerCase() === name.toLowerCase());
	return alike.length === 1 ? (alike[0] ?? null) : null;
}
