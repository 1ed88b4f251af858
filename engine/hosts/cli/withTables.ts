import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { defaultSettings } from '#shared/model/settings.ts';
import type { TableRole } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { previewSource } from '../../import/previewSource.ts';
import { findFiles } from '../../import/source/findFiles.ts';
import { createJob, type Job } from '../../job.ts';
import { Session } from '../../session/Session.ts';
import { planFile } from './planFile.ts';
import { readMappingFile, type FileMapping } from './readMappingFile.ts';
import { showProgress } from './showProgress.ts';
import { withProject } from './withProject.ts';

export interface TablesOrder {
	readonly mapping: string | null;
	/** YYYY-MM-DD; null for the project's own date, or the day after the newest event. */
	readonly asOf: string | null;
}

/** Does something with tables from files, which are read into a project that is gone afterwards, or with a project as it stands. */
export async function withTables<Result>(
	names: readonly string[],
	order: TablesOrder,
	answer: (session: Session) => Result | Promise<Result>,
): Promise<Result> {
	const project = names.find((name) => extname(name) === '.tranche');
	if (project === undefined) {
		return withFiles(names, order, answer);
	}
	if (names.length > 1 || order.mapping !== null || order.asOf !== null) {
		throw new EngineError(
			'data',
			`${project} is a project: it holds its tables and their date, so no other table, --mapping or --as-of goes with it.`,
		);
	}
	const access = { path: project, isReadOnly: true, mayCreate: false, doing: 'Reading' };
	return withProject(access, async (session, _, progress) => {
		progress.end();
		return answer(session);
	});
}

async function withFiles<Result>(
	names: readonly string[],
	{ mapping, asOf }: TablesOrder,
	answer: (session: Session) => Result | Promise<Result>,
): Promise<Result> {
	const mappings = mapping === null ? new Map<TableRole, FileMapping>() : readMappingFile(mapping);
	const folder = mkdtempSync(join(tmpdir(), 'tranche-check-'));
	const progress = showProgress('Reading');
	const job = createJob(new AbortController().signal, ({ done, total }) => progress.update(done, total));
	try {
		const session = await Session.create(join(folder, 'check.tranche'), job);
		try {
			for (const name of names) {
				await readTable(session, name, mappings, job);
			}
			await session.writeSettings({ ...defaultSettings, asOf }, job);
			progress.end();
			return await answer(session);
		} finally {
			await session.close();
		}
	} finally {
		progress.end();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function readTable(
	session: Session,
	name: string,
	mappings: ReadonlyMap<TableRole, FileMapping>,
	job: Job,
): Promise<void> {
	const { path, more } = findFiles(resolve(name));
	const { plan } = await previewSource(path, more.length > 0 ? { source: { more } } : {}, {
		known: session.rows.knownKeys(),
		templates: [],
	});
	const { role } = plan.mapping;
	const taken = session.state.tables.find((table) => table.role === role);
	if (taken) {
		throw new EngineError(
			'data',
			`${name} and ${taken.file} both look like ${role}. Name one of them, or import them into a project with tranche import --role and check that.`,
		);
	}
	await session.importTable(await planFile(resolve(name), role, mappings.get(role) ?? null), null, job);
}
