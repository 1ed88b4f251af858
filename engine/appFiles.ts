import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The code runs either from its sources (.ts) or bundled into dist/engine. */
export const isBundled = !import.meta.filename.endsWith('.ts');

/** The folder that holds the app: the nearest one upwards with a package.json, so that it is right in both cases. */
export function appFolder(): string {
	for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
		if (existsSync(join(folder, 'package.json'))) {
			return folder;
		}
		if (folder === dirname(folder)) {
			throw new Error(`No package.json above ${import.meta.dirname}: the installation of Tranche is incomplete.`);
		}
	}
}

/** A file that runs in a process or thread of its own, e.g. `engine/hosts/engineProcess.ts`, bundled as dist/engine/engineProcess.js. */
export function entryFile(source: string): string {
	const name = source.slice(source.lastIndexOf('/') + 1).replace(/\.ts$/, '.js');
	return isBundled ? join(appFolder(), 'dist/engine', name) : join(appFolder(), source);
}
