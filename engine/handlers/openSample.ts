import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Job } from '../job.ts';
import { createSampleProject } from '../sample/createSampleProject.ts';
import { Session } from '../session/Session.ts';
import { realPath } from './realPath.ts';

export function samplePath(dataFolder: string): string {
	return join(dataFolder, 'sample', 'Sample.tranche');
}

/** Opens the sample project, making it first where it is not there. What a person changed in it stays. */
export async function openSample(dataFolder: string, job: Job): Promise<Session> {
	const path = samplePath(dataFolder);
	if (!existsSync(path)) {
		await mkdir(dirname(path), { recursive: true });
		await createSampleProject({ path, job });
	}
	return Session.open(realPath(path), job);
}
