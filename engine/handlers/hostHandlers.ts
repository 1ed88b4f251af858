import type { hostMethods } from '#shared/protocol/hostMethods.ts';
import type { Handlers } from '../server.ts';
import type { HandlerContext } from './HandlerContext.ts';
import { listFolder } from './listFolder.ts';

export function hostHandlers({ preferences }: HandlerContext): Pick<Handlers, keyof typeof hostMethods> {
	return {
		'files.list': ({ folder, extensions }) => listFolder(folder, extensions),
		'preferences.read': () => preferences.read(),
		'preferences.write': (change) => preferences.write(change),
	};
}
