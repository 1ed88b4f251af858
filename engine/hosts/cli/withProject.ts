import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { EngineError } from '#shared/protocol/envelope.ts';
import { createJob, type Job } from '../../job.ts';
import { Session } from '../../session/Session.ts';
import { showProgress } from './showProgress.ts';

export interface ProjectOrder {
	readonly path: string;
	readonly isReadOnly: boolean;
	/** Whether a project is made where nothing is there. */
	readonly mayCreate: boolean;
	/** What the line of progress says. */
	readonly doing: string;
}

/** Does something with a project, with a line of progress (`progress.end()` takes it away) and until Ctrl+C, and closes the project. */
export async function withProject<Result>(
	order: ProjectOrder,
	run: (session: Session, job: Job, progress: ReturnType<typeof showProgress>) => Result | Promise<Result>,
): Promise<Result> {
	const progress = showProgress(order.doing);
	const controller = new AbortController();
	const cancel = () => controller.abort();
	process.once('SIGINT', cancel);
	const job = createJob(controller.signal, ({ done, total }) => progress.update(done, total));
	let session: Session | null = null;
	try {
		session = await open(order, job);
		return await run(session, job, progress);
	} finally {
		progress.end();
		process.off('SIGINT', cancel);
		await session?.close();
	}
}

function open({ path, isReadOnly, mayCreate }: ProjectOrder, job: Job): Promise<Session> {
	const absolute = resolve(path);
	if (mayCreate && !existsSync(absolute)) {
		if (extname(absolute) !== '.tranche') {
			throw new EngineError('data', `The new project ${path} needs a name that ends in .tranche.`);
		}
		return Session.create(absolute, job);
	}
	return Session.open(absolute, job, isReadOnly);
}
