import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { counted } from '#shared/base/counted.ts';
import type { ImportPlan } from '#shared/model/importPlan.ts';
import type { TableSummary } from '#shared/model/table.ts';
import type { ReimportMode } from '#shared/model/tableDiff.ts';
import { isSingleRole, tableRole, type TableRole } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { previewSource } from '../../import/previewSource.ts';
import { findFiles } from '../../import/source/findFiles.ts';
import type { Job } from '../../job.ts';
import type { Session } from '../../session/Session.ts';
import type { Command } from './Command.ts';
import { planFile } from './planFile.ts';
import { readMappingFile, type FileMapping } from './readMappingFile.ts';
import { UsageError } from './UsageError.ts';
import { withProject } from './withProject.ts';
import { sayProblems } from './sayProblems.ts';

const help = `Usage: tranche import PROJECT FILE... [--role ROLE] [--mapping m.json] [--table NAME]
                      [--replace | --append | --update] [--create]

Reads files into a project. Each FILE becomes a table of its own; a folder or a pattern in quotes ("orders_2024-*.csv")
becomes one table of all its files. Nothing is changed by a file that cannot be read.

  --role ROLE      ${tableRole.options.join(', ')}.
                   Default: told from names and content
  --mapping FILE   which column is which, where the guess is wrong (docs/command-line.md)
  --table NAME     name of the table (the name of the file); only with a single FILE
  --replace        takes the place of the table of the same role
  --append         adds to the table of the same role what it does not have yet, told by key
  --update         as --append, and rows of known keys take the place of the old ones
  --create         makes the project where there is none
  -h, --help       this text

Exit codes: 0 done, 2 bad input, 1 a fault of the program.`;

const MODES = { replace: 'replace', append: 'add-new', update: 'add-and-update' } as const;

/** `tranche import`: files into a project. A project that it has made goes away again when the first file fails. */
export const importFiles: Command = {
	name: 'import',
	summary: 'files into a project',
	help,
	async run(args) {
		const order = readOrder(args);
		const mappings = order.mapping === null ? new Map<TableRole, FileMapping>() : readMappingFile(order.mapping);
		const isNew = !existsSync(order.project);
		let imported = 0;
		const access = { path: order.project, isReadOnly: false, mayCreate: order.mayCreate, doing: 'Working' };
		try {
			await withProject(access, async (session, job, progress) => {
				for (const file of order.files) {
					const table = await importOne(session, file, order, mappings, job);
					imported++;
					progress.end();
					console.error(
						`${table.name}: ${table.role}, ${counted(table.rowsLoaded, 'row')}, ${table.rowsQuarantined.toLocaleString('en')} quarantined.`,
					);
				}
				sayProblems(session.state.problems);
			});
		} finally {
			if (isNew && imported === 0) {
				rmSync(order.project, { force: true });
			}
		}
	},
};

interface Order {
	readonly project: string;
	readonly files: readonly string[];
	readonly role: TableRole | null;
	readonly mapping: string | null;
	readonly tableName: string | null;
	readonly mode: ReimportMode | null;
	readonly mayCreate: boolean;
}

function readOrder(args: readonly string[]): Order {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			role: { type: 'string' },
			mapping: { type: 'string' },
			table: { type: 'string' },
			replace: { type: 'boolean', default: false },
			append: { type: 'boolean', default: false },
			update: { type: 'boolean', default: false },
			create: { type: 'boolean', default: false },
		},
	});
	const [project, ...files] = positionals;
	if (project === undefined || files.length === 0) {
		throw new UsageError(
			project === undefined
				? 'The project is missing: name its .tranche file, and the files to read behind it.'
				: 'There is nothing to read: name one or more files behind the project.',
		);
	}
	const role = tableRole.options.find((option) => option === values.role) ?? null;
	if (values.role !== undefined && role === null) {
		throw new UsageError(`--role "${values.role}" does not exist. Choose ${tableRole.options.join(', ')}.`);
	}
	if (values.table !== undefined && (files.length > 1 || values.table.trim() === '')) {
		throw new UsageError('--table names one table: give it with a single file, and not empty.');
	}
	const modes = (['replace', 'append', 'update'] as const).filter((mode) => values[mode]);
	if (modes.length > 1) {
		throw new UsageError(`Choose one of --${modes.join(' and --')}.`);
	}
	return {
		project: resolve(project),
		files,
		role,
		mapping: values.mapping ?? null,
		tableName: values.table ?? null,
		mode: modes[0] === undefined ? null : MODES[modes[0]],
		mayCreate: values.create,
	};
}

async function importOne(
	session: Session,
	file: string,
	{ role: asked, tableName, mode, project }: Order,
	mappings: ReadonlyMap<TableRole, FileMapping>,
	job: Job,
): Promise<TableSummary> {
	const path = resolve(file);
	const found = findFiles(path);
	if ([found, ...found.more].some(({ path }) => resolve(path) === project)) {
		throw new EngineError('data', `${file} is the project itself. Name the files with the data.`);
	}
	const role = asked ?? (await guessedRole(session, found, mappings));
	const mapping = mappings.get(role) ?? null;
	const existing = isSingleRole(role) ? session.state.tables.find((table) => table.role === role) : undefined;
	if (existing && (mode === 'add-new' || mode === 'add-and-update')) {
		const plan = mapping === null ? await planLike(session, existing, found) : await planFile(path, role, mapping);
		const { token, problems } = await session.tables.compare(existing.id, plan, null, job);
		sayProblems(problems);
		return session.tables.applyCompared(existing.id, token, mode, job);
	}
	const planned = await planFile(path, role, mapping);
	const plan: ImportPlan = tableName === null ? planned : { ...planned, tableName };
	if (!existing) {
		if (mode !== null) {
			console.error(`Note: the project has no ${role} yet, so ${plan.tableName} is a new table.`);
		}
		return session.importTable(plan, null, job);
	}
	if (mode === null) {
		throw new EngineError(
			'conflict',
			`The project has ${role} already: ${existing.name}. Give --replace, --append or --update, or another --role.`,
		);
	}
	return session.importTable(plan, existing.id, job);
}

/** What is added to a table is read as the table was. */
async function planLike(session: Session, table: TableSummary, { path, more }: ReturnType<typeof findFiles>) {
	const { plan, notes } = await session.tables.planNewer(table.id, [path, ...more.map((file) => file.path)]);
	for (const note of notes) {
		console.error(`Note: ${note}`);
	}
	return plan;
}

/** A mapping file of a single role says what the files are; else names, keys and content do. */
async function guessedRole(
	session: Session,
	{ path, more }: ReturnType<typeof findFiles>,
	mappings: ReadonlyMap<TableRole, FileMapping>,
): Promise<TableRole> {
	const [only, second] = mappings.keys();
	if (only !== undefined && second === undefined) {
		return only;
	}
	const { plan } = await previewSource(path, more.length > 0 ? { source: { more } } : {}, {
		known: session.rows.knownKeys(),
		templates: [],
	});
	return plan.mapping.role;
}
