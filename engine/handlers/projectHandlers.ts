import type { ProjectState } from '#shared/model/projectState.ts';
import type { projectMethods } from '#shared/protocol/projectMethods.ts';
import type { Handlers } from '../server.ts';
import { Session } from '../session/Session.ts';
import type { HandlerContext } from './HandlerContext.ts';
import { openSample, samplePath } from './openSample.ts';
import { realPath } from './realPath.ts';

export function projectHandlers(context: HandlerContext): Pick<Handlers, keyof typeof projectMethods> {
	const { project, preferences, dataFolder } = context;

	/** The list of recent projects is a convenience: where it cannot be written, the project is open all the same. */
	async function replace(how: () => Promise<Session>): Promise<ProjectState> {
		await project.replace(how);
		const { state } = project.require();
		await preferences.remember(state.path, state.name).catch((error: unknown) => {
			console.error(`The list of recent projects could not be written: ${String(error)}`);
		});
		return state;
	}

	/** A project that is open already stays as it is. */
	async function open(path: string, how: () => Promise<Session>): Promise<ProjectState> {
		const { current } = project;
		return current?.state.path === path ? current.state : replace(how);
	}

	return {
		'project.create': ({ path }, job) => replace(() => Session.create(realPath(path), job)),
		'project.open': ({ path }, job) => open(realPath(path), () => Session.open(realPath(path), job)),
		'project.openSample': (_args, job) => open(realPath(samplePath(dataFolder)), () => openSample(dataFolder, job)),
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
