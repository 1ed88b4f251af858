import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Job } from '../../job.ts';
import { Session } from '../../session/Session.ts';

/** Opens the project for a command, or makes it where that is asked for and nothing is there. The caller closes it. */
export function openProject(
	path: string,
	{ isReadOnly, mayCreate }: { readonly isReadOnly: boolean; readonly mayCreate: boolean },
	job: Job,
): Promise<Session> {
	const absolute = resolve(path);
	if (mayCreate && !existsSync(absolute)) {
		if (extname(absolute) !== '.tranche') {
			throw new EngineError('data', `The new project ${path} needs a name that ends in .tranche.`);
		}
		return Session.create(absolute, job);
	}
	return Session.open(absolute, job, isReadOnly);
}
