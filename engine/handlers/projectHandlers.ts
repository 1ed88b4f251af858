import { resolve } from 'node:path';
import type { ProjectState } from '#shared/model/projectState.ts';
import type { projectMethods } from '#shared/protocol/projectMethods.ts';
import type { Handlers } from '../server.ts';
import { Session } from '../session/Session.ts';
import type { HandlerContext } from './HandlerContext.ts';
import { openSample, samplePath } from './openSample.ts';

export function projectHandlers(context: HandlerContext): Pick<Handlers, keyof typeof projectMethods> {
	const { project, preferences, dataFolder } = context;

	/** A project that is open already stays as it is. */
	async function open(path: string, how: () => Promise<Session>): Promise<ProjectState> {
		if (project.current?.state.path !== path) {
			await project.replace(how);
			await preferences.remember(path, project.require().state.name);
		}
		return project.require().state;
	}

	return {
		'project.create': async ({ path }, job) => {
			const wanted = resolve(path);
			await project.replace(() => Session.create(wanted, job));
			await preferences.remember(wanted, project.require().state.name);
			return project.require().state;
		},
		'project.open': ({ path }, job) => open(resolve(path), () => Session.open(resolve(path), job)),
		'project.openSample': (_args, job) => open(samplePath(dataFolder), () => openSample(dataFolder, job)),
		'project.close': async () => {
			await project.close();
			return {};
		},
		'project.state': () => Promise.resolve({ project: project.current?.state ?? null }),
		'project.writeSettings': ({ settings }, job) => project.edit((session) => session.writeSettings(settings, job)),
		'project.undo': (_args, job) => project.edit((session) => session.undo(job)),
		'project.redo': (_args, job) => project.edit((session) => session.redo(job)),
		'project.history': async ({ limit }) => Promise.resolve({ entries: project.require().history(limit) }),
	};
}
