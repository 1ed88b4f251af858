import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The code runs either from its sources (.ts) or bundled into dist/engine. */
export const isBundled = !import.meta.filename.endsWith('.ts');

/**
 * The folder that holds the app: of the sources the nearest one upwards with a package.json, of the bundle the one that
 * holds dist. In a packaged app that is beside the archive, where only dist/engine and dist/native lie.
 */
export function appFolder(): string {
	for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
		if (isBundled ? folder.endsWith(join('dist', 'engine')) : existsSync(join(folder, 'package.json'))) {
			return isBundled ? join(folder, '..', '..') : folder;
		}
	}
	throw new Error(`The installation of Tranche is incomplete: nothing of it lies above ${import.meta.dirname}.`);
}

/** A file that runs in a process or thread of its own, e.g. `engine/hosts/engineProcess.ts`, bundled as dist/engine/engineProcess.js. */
export function entryFile(source: string): string {
	const name = source.slice(source.lastIndexOf('/') + 1).replace(/\.ts$/, '.js');
	return isBundled ? join(appFolder(), 'dist', 'engine', name) : join(appFolder(), source);
}
