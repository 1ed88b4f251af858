import { parseArgs } from 'node:util';
import type { Command } from './Command.ts';
import { printTextTable } from './printTextTable.ts';
import { UsageError } from './UsageError.ts';
import { withProject } from './withProject.ts';

const help = `Usage: tranche tables PROJECT [--format table|json]

Lists the tables of a project: name, role, rows, quarantined rows, file. Rows read = rows + quarantined.

  --format NAME    table (default) or json
  -h, --help       this text`;

/** `tranche tables`: what a project holds. */
export const tables: Command = {
	name: 'tables',
	summary: 'the tables of a project: role, rows, quarantined rows',
	help,
	async run(args) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { format: { type: 'string', default: 'table' } },
		});
		const [project, ...rest] = positionals;
		if (project === undefined || rest.length > 0) {
			throw new UsageError(
				project === undefined
					? 'The project is missing: name its .tranche file.'
					: `"${rest[0]}" is one word too many: one project at a time.`,
			);
		}
		if (values.format !== 'table' && values.format !== 'json') {
			throw new UsageError(`--format "${values.format}" does not exist. Choose table or json.`);
		}
		const access = { path: project, isReadOnly: true, mayCreate: false, doing: 'Reading' };
		await withProject(access, async (session, _, progress) => {
			progress.end();
			const listed = session.state.tables.map(({ name, role, rowsLoaded, rowsQuarantined, file }) => ({
				name,
				role,
				rows: rowsLoaded,
				quarantined: rowsQuarantined,
				file,
			}));
			if (values.format === 'json') {
				console.log(JSON.stringify(listed, null, '\t'));
			} else {
				const headers = ['name', 'role', 'rows', 'quarantined', 'file'].map((name) => ({ name }));
				printTextTable(
					headers,
					listed.map((table) => Object.values(table)),
				);
			}
		});
	},
};
