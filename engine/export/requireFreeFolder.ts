import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EngineError } from '#shared/protocol/envelope.ts';

/** Makes the folder and refuses it when it already holds one of `names`. Returns the folders that were made, outermost first. */
export function requireFreeFolder(dir: string, names: readonly string[]): string[] {
	if (existsSync(dir) && !statSync(dir).isDirectory()) {
		throw new EngineError('data', `${dir} is a file, not a folder. Choose another place for the results.`);
	}
	const made: string[] = [];
	for (let missing = resolve(dir); !existsSync(missing); missing = dirname(missing)) {
		made.unshift(missing);
	}
	try {
		// One by one: where a file system takes no folders, as /proc does, Node's own way of making all of them never ends.
		made.forEach((folder) => mkdirSync(folder));
	} catch {
		throw new EngineError(
			'data',
			`The folder ${dir} cannot be made. Check the path and your rights, or choose another place for the results.`,
		);
	}
	const taken = names.filter((name) => existsSync(join(dir, name)));
	if (taken.length > 0) {
		throw new EngineError(
			'data',
			`The folder ${dir} already holds ${taken.join(', ')}. Nothing was replaced: choose another folder, or let the earlier files be replaced.`,
		);
	}
	return made;
}
