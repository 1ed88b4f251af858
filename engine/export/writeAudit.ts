import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { auditResult } from '#shared/model/auditResult.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { Job } from '../job.ts';
import type { Session } from '../session/Session.ts';
import { assignmentRows } from './assignmentRows.ts';
import { toAuditResult } from './auditResult.ts';
import { renderReport } from './report/renderReport.ts';
import { requireFreeFolder } from './requireFreeFolder.ts';
import { writingError } from './writingError.ts';

export interface AuditOrder {
	readonly session: Session;
	readonly segmentation: Segmentation;
	/** Made when it does not exist. */
	readonly dir: string;
	/** Whether files of an earlier run may be replaced. */
	readonly mayReplace: boolean;
	readonly job: Job;
}

export const AUDIT_FILES = ['result.json', 'report.html', 'assignments.csv'] as const;

/**
 * Writes the audit of a segmentation and returns the paths. All files or none: each is written beside its place first. Throws
 * `data` when the folder cannot be used or holds such files already.
 */
export async function writeAudit({ session, segmentation, dir, mayReplace, job }: AuditOrder): Promise<string[]> {
	requireFreeFolder(dir, mayReplace ? [] : AUDIT_FILES);
	const project = session.state;
	const analysis = await session.segments.evaluate(segmentation, project.settings, job);
	const assignment = session.segments.assign(segmentation);
	const found = await session.segments.review(segmentation, project.settings, true, job);
	// How old the data are today is no result of them: the same data give the same files.
	const problems = found.problems.filter(({ code }) => !code.startsWith('segments.stale-'));
	const input = { project, segmentation, analysis, review: { ...found, problems } };
	await job.tick(0, AUDIT_FILES.length, 'Writing the results');
	const contents: Readonly<Record<(typeof AUDIT_FILES)[number], () => Iterable<string>>> = {
		'result.json': () => [`${JSON.stringify(auditResult.parse(toAuditResult(input)), null, '\t')}\n`],
		'report.html': () => [renderReport(input)],
		'assignments.csv': () =>
			assignmentRows({
				length: session.frame.length,
				codes: assignment.codes,
				segments: assignment.segments,
				customerId: (row) => session.frame.customerId(row),
			}),
	};
	const staged: string[] = [];
	try {
		for (const [index, name] of AUDIT_FILES.entries()) {
			staged.push(name);
			writeBlocks(join(dir, `${name}.partial`), contents[name]());
			await job.tick(index + 1, AUDIT_FILES.length, 'Writing the results');
		}
		for (const name of AUDIT_FILES) {
			renameSync(join(dir, `${name}.partial`), join(dir, name));
		}
	} catch (error) {
		for (const name of staged) {
			rmSync(join(dir, `${name}.partial`), { force: true });
		}
		throw writingError(error, join(dir, staged.at(-1) ?? ''));
	}
	return AUDIT_FILES.map((name) => join(dir, name));
}

function writeBlocks(path: string, blocks: Iterable<string>): void {
	const file = openSync(path, 'w');
	try {
		for (const block of blocks) {
			writeSync(file, block);
		}
	} finally {
		closeSync(file);
	}
}
