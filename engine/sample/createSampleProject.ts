import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImportPlan } from '#shared/model/importPlan.ts';
import type { TableRole } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { previewImport } from '../import/previewImport.ts';
import { silentJob, type Job } from '../job.ts';
import { Session } from '../session/Session.ts';
import { generateSample } from './generateSample.ts';
import { sampleSegmentation } from './sampleSegmentation.ts';

export interface SampleProjectOptions {
	/** Where the project goes; nothing may be there. Its CSV files go into the folder `sample files` beside it. */
	readonly path: string;
	readonly customers?: number;
	readonly seed?: number;
	readonly job?: Job;
}

const CUSTOMERS = 20_000;
const SEED = 1;
const imported = ['customers', 'orders', 'recipients'] as const;

/**
 * Makes the ready sample project: generated files, imported, segmented, with a first saved version, and marked as the sample.
 * It is built under another name and takes its own when complete, so that a run that is killed leaves no half project.
 * @throws EngineError `conflict` when something is at the path already, `cancelled`
 */
export async function createSampleProject(options: SampleProjectOptions): Promise<void> {
	const { path, customers = CUSTOMERS, seed = SEED, job = silentJob() } = options;
	if (existsSync(path)) {
		throw new EngineError('conflict', `${path} is there already. Open it, or choose another name for the sample.`);
	}
	const unfinished = join(dirname(path), `unfinished-${process.pid}.tranche`);
	try {
		await buildProject(unfinished, join(dirname(path), 'sample files'), customers, seed, job);
		await rename(unfinished, path);
	} catch (error) {
		await rm(unfinished, { force: true });
		throw error;
	}
}

async function buildProject(
	path: string,
	filesFolder: string,
	customers: number,
	seed: number,
	job: Job,
): Promise<void> {
	await job.tick(0, imported.length + 2, 'Sample');
	const files = await generateSample({ customers, seed, dir: filesFolder, signal: job.signal });
	const session = await Session.create(path, job);
	try {
		for (const [index, role] of imported.entries()) {
			await job.tick(index + 1, imported.length + 2, 'Sample');
			await session.importTable(planFor(role, files[role].path), null, job);
		}
		await job.tick(imported.length + 1, imported.length + 2, 'Sample');
		await session.writeSettings({ ...session.state.settings, currency: 'EUR' }, job);
		await session.writeSegmentation(sampleSegmentation, 'Define the segments of the sample', job);
		await session.saveVersion('First version', job);
		await session.markSample(job);
	} finally {
		await session.close();
	}
}

/** As the import offers it, but without names and addresses among the attributes: they tell people apart, not segments. */
function planFor(role: TableRole, path: string): ImportPlan {
	const { plan } = previewImport(path, { role, tableName: role });
	const attributes = plan.mapping.attributes.filter((name) => name !== 'name' && name !== 'email');
	return { ...plan, mapping: { ...plan.mapping, attributes } };
}
